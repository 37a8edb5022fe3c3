// Package open is analysed while every window is open: only what differs from the registry is wrong.
package open

import (
	"context"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const (
	feature compat.Feature = "policy_code_hash"
	end     compat.Date    = "2026-10-01"
	wrong   compat.Date    = "2027-10-01"
)

var later compat.Date = "2026-10-01"

type wrapper = compat.BackwardCompat[[32]byte]

func current(context.Context) ([32]byte, error) { return [32]byte{}, nil }

func wrappers(ticket string) []wrapper {
	return []wrapper{
		{Feature: feature, GraceEnd: end, Ticket: "NEWT-1001", New: current, Legacy: current},
		{Feature: feature, GraceEnd: "2026-10-01", New: current, Legacy: current},
		{Feature: feature, GraceEnd: ("2026-" + "10-01"), New: current, Legacy: current},
		{Feature: feature, GraceEnd: "2026-10-02", New: current, Legacy: current},                  // want `^GraceEnd "2026-10-02" differs from the registry's "2026-10-01" for feature "policy_code_hash": write "2026-10-01" \[gracedate/differs\]$`
		{Feature: feature, GraceEnd: wrong, New: current, Legacy: current},                         // want `^GraceEnd "2027-10-01" differs .*\[gracedate/differs\]$`
		{Feature: feature, GraceEnd: "next year", New: current, Legacy: current},                   // want `^GraceEnd "next year" differs .*\[gracedate/differs\]$`
		{Feature: feature, GraceEnd: "", New: current, Legacy: current},                            // want `^GraceEnd "" differs .*\[gracedate/differs\]$`
		{Feature: feature, GraceEnd: later, New: current, Legacy: current},                         // want `^compat\.BackwardCompat\.GraceEnd must be a constant, so that it can be checked against the registry \[gracedate/not-constant\]$`
		{Feature: feature, GraceEnd: end, Ticket: "NEWT-1002", New: current, Legacy: current},      // want `^Ticket "NEWT-1002" differs from the registry's "NEWT-1001" .*\[gracedate/differs\]$`
		{Feature: feature, GraceEnd: end, Ticket: ticket, New: current, Legacy: current},           // want `^compat\.BackwardCompat\.Ticket must be a constant.*\[gracedate/not-constant\]$`
		{Feature: feature, New: current, Legacy: current},                                          // want `^compat\.BackwardCompat of feature "policy_code_hash" has no GraceEnd: write "2026-10-01", the end of its window in the registry \[gracedate/undated\]$`
		{Feature: "settlement_epoch", New: current, Legacy: current},                               // strict: no window, and no date
		{Feature: "settlement_epoch", GraceEnd: end, New: current, Legacy: current},                // want `^feature "settlement_epoch" has no grace_end in the registry: remove the compat\.BackwardCompat, or give the feature a window \[gracedate/no-window\]$`
		{Feature: "settlement_prune", GraceEnd: "2026-12-31", New: current, Legacy: current},       // warn `^GraceEnd "2026-12-31" differs .*\[gracedate/differs\]$`
		{Feature: "settlement_round", GraceEnd: end, New: current, Legacy: current},                // retired: featurekey's
		{Feature: "policy_codehash", GraceEnd: end, New: current, Legacy: current},                 // unknown: featurekey's
		{Feature: compat.Feature("policy_metadata"), GraceEnd: end, New: current, Legacy: current}, // another one with the same end
	}
}

// Wrappers of the service's own have no dates.
var _ = helpers.Compat{Name: "policy_code_hash"}

func guards(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) ([32]byte, error) {
	if gate.IsStrict(ctx, feature) {
		return p.GetPolicyCodeHash(nil)
	}
	return [32]byte{}, nil
}
