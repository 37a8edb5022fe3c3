// Package staleguard reports what is no longer needed, or never had an effect.
//
// Missing and wrong guards are the business of directcall and dualpath.
//
// # Analyzer staleguard
//
// staleguard: find guards that are no longer needed, and ignores and directives that do nothing
//
// A feature whose state is strict needs no guard: legacy is refused anyway. What is left of it is a warning: wrappers, flag reads, records,
// probes, directives, constants that name it, and dual paths that still classify the error of its functions:
//
//	if gate.IsStrict(ctx, "settlement_epoch") { // warning: "gate.IsStrict is no longer needed: feature "settlement_epoch" is strict, …"
//
// Of a retired feature they are errors. (Where the name of a retired or unknown feature is written, featurekey reports it.)
// compatlint retire FEATURE -fix puts the plain call in their place.
//
// An ignore is a promise with a date and a reason. One that has ended, that lacks a part, or that no longer stops any finding is a finding
// itself, so that nobody relies on it:
//
//	//compat:ignore policy_code_hash until=2026-06-01 -- waiting for the client's upgrade // want: "… ended on 2026-06-01 …"
//	hash, err := p.GetPolicyCodeHash(opts)
//
// The earlier of the ignore's own end and the end of the feature's grace window counts.
//
// A //compat:requires, //compat:guard or //compat:passthrough that stands on no function, method or interface method does nothing, and is a
// finding too.
package staleguard
