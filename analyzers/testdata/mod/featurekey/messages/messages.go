// Package messages has one finding of every kind that featurekey words differently.
package messages

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const (
	mistyped compat.Feature = "policy_codehash"  // want `unknown`
	alien    compat.Feature = "something_else"   // want `unknown`
	none     compat.Feature = ""                 // want `unknown`
	retired  compat.Feature = "settlement_round" // want `retired`
)

func variables(ctx context.Context, gate *compat.Gate, flags struct{ compat.Strictness }, name compat.Feature) {
	gate.IsStrict(ctx, name)                       // want `not-constant`
	gate.RecordLegacy(ctx, name, common.Address{}) // want `not-constant`
	_, _ = flags.IsStrict(ctx, 1, name)            // want `not-constant`
	_ = compat.BackwardCompat[bool]{Feature: name} // want `not-constant`
	_ = compat.BackwardCompat[bool]{}              // want `missing`
}

//compat:requires policy_codehash -- // want `unknown`
func requiresUnknown(p *policy.NewtonPolicy) error { return nil }

//compat:requires settlement_round -- // want `retired`
func requiresRetired() error { return nil }

//compat:requires -- // want `directive`
func requiresNothing() error { return nil }

//compat:requires policy_code_hash policy_metadata -- // want `directive`
func requiresTwo() error { return nil }

// compat:requires policy_code_hash // want `directive`
func spaced() error { return nil }

//compat:guard supports -- // want `directive`
func supportsNothing() bool { return true }

//compat:guard maybe // want `directive`
func maybe() bool { return true }

//compat:guard selector-miss policy_code_hash // want `directive`
func classifies(err error) bool { return err != nil }

//compat:passthrough policy_code_hash // want `directive`
func retry(run func() error) error { return run() }

//compat:allow policy_code_hash // want `directive`
func allowed() {}

func verbless() {
	//compat: // want `directive`
}
