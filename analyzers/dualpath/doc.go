// Package dualpath reports guards of newly required contract functions that do not guard.
//
// A use without any guard is package directcall's; wrong dates are package gracedate's, wrong names package featurekey's.
//
// # Analyzer dualpath
//
// dualpath: find guards that serve legacy when they must not, or fail when they need not
//
// A service that serves two contract versions has to follow the error of the new call on every path: no error, the new result; an error
// that is no selector miss, that error; a miss while the feature's flag is strict, a refusal; a miss while it is not, a recorded detection
// and then legacy. Anything else breaks one day:
//
//	hash, err := p.GetPolicyCodeHash(opts) // want: "legacy runs for every error of NewtonPolicy.getPolicyCodeHash() …"
//	if err != nil {
//		return legacy(ctx) // a node that is down for a second turns the service into its own old version
//	}
//	return hash, nil
//
// The analyzer also reports wrappers without New or Legacy, the new call in Legacy, a Resolve whose error is dropped, //compat:requires on a
// function that hides the error, has no callers, or is called through an interface that does not say so, //compat:passthrough on a function that
// loses the error, //compat:guard supports on a function that answers otherwise, and two versions of a contract that is rolled out in lockstep. A function that is not understood is a finding, never silence.
//
// A dual path that lacks an arm has a suggested fix that adds what is missing, where a *compat.Gate, a context and the contract's address are in
// scope and it is certain where legacy is served. A wrapper without Legacy gets one that fails until it is written.
package dualpath
