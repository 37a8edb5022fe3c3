// Package staleguard reports what is no longer needed, or never had an effect.
//
// Missing and wrong guards are the business of directcall and dualpath.
//
// # Analyzer staleguard
//
// staleguard: find //compat:ignore comments that stop nothing
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
