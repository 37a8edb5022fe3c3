// Package selectors knows how Solidity functions are named on the wire and in Go: canonical signatures and their
// 4-byte selectors, contract ABIs (plain JSON or Foundry and Hardhat artifacts), the Go methods that abigen generates
// for them, and the difference between two versions of an ABI.
//
// What belongs here: pure functions of an ABI or a signature. What does not: reading Go sources (package gobinding),
// looking at bytecode (a subpackage of its own, because it needs an EVM), the registry of required selectors (package
// compatregistry), and anything that opens a socket. Of go-ethereum only accounts/abi, common and crypto are imported.
//
// Everything in this package is safe for concurrent use as long as nobody modifies the values that are shared.
package selectors
