// Package compatprobe finds out whether a contract has the selectors of a feature, without calling them: it follows the
// target through its proxies and runs the dispatcher of the code that decides on this machine. It is a second opinion on
// the error of a call, which alone can only say "maybe":
//
//	prober, err := compatprobe.New(client, map[compat.Feature][]string{"policy_code_hash": {"getPolicyCodeHash()"}}, compatprobe.Options{})
//	gate := &compat.Gate{ChainID: 11155111, Prober: prober}
//
// Proxies are not recognised by their form. The code of each account on the way is run, it names the storage slots and
// the other contracts that it depends on, and where it hands the call to is the next account. That covers EIP-1967
// implementations and beacons, EIP-1822, EIP-1167 and other clones, EIP-2535 diamonds, EIP-7702 accounts and proxies with
// a layout of their own, in any order and several hops deep.
//
// A contract that cannot be judged, and a node that cannot be read, are errors and never a missing selector.
//
// It is a package of its own because it needs an EVM; package compat stays as light as a generated binding.
package compatprobe
