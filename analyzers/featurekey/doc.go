// Package featurekey reports feature names that the registry does not have, in code and in //compat: directives.
//
// What a guard with a right name does is not asked here; see package dualpath.
//
// # Analyzer featurekey
//
// featurekey: find unknown, retired or non-constant feature names
//
// A feature's name is also the key of its flag on chain, keccak256(name). A mistyped name hashes to a slot that nobody ever sets, so that a
// guard with such a name is permissive for ever:
//
//	if gate.IsStrict(ctx, "policy_codehash") { // want: "feature "policy_codehash" is not in the registry: … did you mean "policy_code_hash"?"
//
// Every constant of type compat.Feature is looked up where its text is written. The Feature of a wrapper, and the names given to flag reads,
// records and probes have to be constants. A function that implements one of the runtime's interfaces, or that compat.yaml lists under guards,
// may pass its own parameter on, and so may an unexported one all of whose calls in the package give it a constant.
//
// Directives that are not understood (an unknown verb, a missing part, a space after //) are findings too: they have no effect.
package featurekey
