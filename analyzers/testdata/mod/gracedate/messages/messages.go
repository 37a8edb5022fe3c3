// Package messages has one finding of every kind that gracedate words differently, on the first day after a window.
package messages

import (
	"context"

	"example.com/lint/bindings/policy" // want `expired` `expired`
	"github.com/compatlint/compatlint/compat"
)

func run(context.Context) (bool, error) { return true, nil }

// The window of policy_code_hash has ended; its owner is in the registry.

func wrapper(w *compat.BackwardCompat[bool]) {
	*w = compat.BackwardCompat[bool]{Feature: "policy_code_hash", GraceEnd: "2026-10-01", New: run, Legacy: run} // want `expired`
}

func gate(ctx context.Context, g *compat.Gate, p *policy.NewtonPolicy) ([32]byte, error) {
	if !g.IsStrict(ctx, "policy_code_hash") { // want `expired`
		return [32]byte{}, nil
	}
	return p.GetPolicyCodeHash(nil) // want `expired`
}

//compat:requires policy_code_hash -- // want `expired`
func fetch(p *policy.NewtonPolicy) ([32]byte, error) {
	return p.GetPolicyCodeHash(nil) // want `expired`
}

// Nothing of policy_metadata and policy_quota is left. The windows of the others are open.

func dates(variable compat.Date, text string) {
	_ = compat.BackwardCompat[bool]{Feature: "verifier_data", New: run, Legacy: run}                                           // want `undated`
	_ = compat.BackwardCompat[bool]{Feature: "verifier_data", GraceEnd: "2026-11-16", New: run, Legacy: run}                   // want `differs`
	_ = compat.BackwardCompat[bool]{Feature: "verifier_data", GraceEnd: variable, New: run, Legacy: run}                       // want `not-constant`
	_ = compat.BackwardCompat[bool]{Feature: "verifier_data", GraceEnd: "2026-11-15", Ticket: "NEWT-1", New: run, Legacy: run} // want `differs`
	_ = compat.BackwardCompat[bool]{Feature: "verifier_data", GraceEnd: "2026-11-15", Ticket: text, New: run, Legacy: run}     // want `not-constant`
	_ = compat.BackwardCompat[bool]{Feature: "task_respond", GraceEnd: "2026-11-15", New: run, Legacy: run}                    // want `no-window`
	_ = compat.BackwardCompat[bool]{Feature: "settlement_prune", GraceEnd: "2026-11-16", New: run, Legacy: run}                // warn `differs`
}
