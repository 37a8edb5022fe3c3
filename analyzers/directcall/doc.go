// Package directcall reports uses of newly required contract functions that have no guard at all.
//
// It belongs here to say that a use is unguarded. Guards that are there but do not guard are package dualpath's; finding uses and judging
// them is done once for all analyzers, below internal/.
//
// # Analyzer directcall
//
// directcall: find calls of registered selectors that deployed contracts may not have
//
// A contract function that compat.yaml registers may be missing on proxies that other people deployed earlier: the call then reverts with
// empty data. Every use of such a function has to be guarded until the end of the feature's grace window:
//
//	func fetchHash(opts *bind.CallOpts, p *policy.NewtonPolicy) ([32]byte, error) {
//		return p.GetPolicyCodeHash(opts) // want: "NewtonPolicy.getPolicyCodeHash() … may be missing on deployed contracts: …"
//	}
//
// A use is found in every form Go code has for it: methods of abigen's v1 types, method values and expressions, methods promoted through
// embedding, interfaces that a binding satisfies, PackM and TryPackM of abigen v2, calls by name (XRaw, BoundContract, abi.ABI.Pack,
// abi.ABI.Methods, and every function that forwards a name to one of them), selectors written out as bytes or in hexadecimal, and calls of
// functions that carry //compat:requires. Generated files, _test.go files (unless -tests), "var _ = T.M" and code that cannot run are no
// uses.
//
// There are four ways to guard one:
//
//	// 1. The wrapper.
//	resolved, err := compat.BackwardCompat[[32]byte]{
//		Feature:  "policy_code_hash",
//		GraceEnd: "2026-10-01",
//		Ticket:   "NEWT-1001",
//		Target:   address,
//		New:      func(ctx context.Context) ([32]byte, error) { return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) },
//		Legacy:   func(context.Context) ([32]byte, error) { return [32]byte{}, nil },
//	}.Resolve(ctx, gate)
//
//	// 2. A gate before the call.
//	if !gate.IsStrict(ctx, "policy_code_hash") {
//		return legacy(ctx)
//	}
//	return p.GetPolicyCodeHash(opts)
//
//	// 3. The dual path after it.
//	hash, err := p.GetPolicyCodeHash(opts)
//	switch {
//	case err == nil:
//		return hash, nil
//	case !compat.IsSelectorMiss(err):
//		return hash, err
//	case gate.IsStrict(ctx, "policy_code_hash"):
//		return hash, fmt.Errorf("policy too old: %w", err)
//	}
//	gate.RecordLegacy(ctx, "policy_code_hash", address)
//	return legacy(ctx)
//
//	// 4. The duty moved to the callers, who are then checked in turn.
//	//compat:requires policy_code_hash
//	func fetchHash(opts *bind.CallOpts, p *policy.NewtonPolicy) ([32]byte, error) { return p.GetPolicyCodeHash(opts) }
//
// The suggested fix is the wrapper, where a *compat.Gate and a context are in scope, with a Legacy that fails until it is written; elsewhere it
// is the //compat:requires, where the function returns the error and is not called through an interface that says nothing of it.
//
// Where none fits, //compat:ignore policy_code_hash until=2026-08-01 -- reason stops the finding until that day.
package directcall
