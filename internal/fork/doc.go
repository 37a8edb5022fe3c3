// Package fork starts anvil as a fork of a live network.
//
// Anvil never learns where the live network is: it gets the address of a forwarder in this process, which asks the endpoints as every other
// command does, with their timeouts, limits and redaction. So no RPC URL is on a command line, in a file or in anvil's output. The forwarder
// passes on what reads and refuses everything else: nothing that is done on the fork can reach the live chain.
package fork
