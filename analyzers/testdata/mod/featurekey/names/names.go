// Package names names features, in code and in directives.
package names

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const (
	registered compat.Feature = "policy_code_hash"
	mistyped   compat.Feature = "policy_codehash"  // want `^feature "policy_codehash" is not in the registry: its flag would never be set; did you mean "policy_code_hash"\? \[featurekey/unknown\]$`
	alien      compat.Feature = "something_else"   // want `^feature "something_else" is not in the registry: its flag would never be set; register it in compat\.yaml, or use a registered name \[featurekey/unknown\]$`
	retired    compat.Feature = "settlement_round" // want `^feature "settlement_round" is retired: every contract has its selectors; remove this \[featurekey/retired\]$`
	strict     compat.Feature = "settlement_epoch"

	untyped = "policy_codehash"
	text    = "policy_code_hash"
)

type hash = [32]byte

func current(context.Context) (hash, error) { return hash{}, nil }

func wrappers(name compat.Feature) []compat.BackwardCompat[hash] {
	return []compat.BackwardCompat[hash]{
		{Feature: registered, New: current, Legacy: current},
		{Feature: text, New: current, Legacy: current},
		{Feature: mistyped, New: current, Legacy: current}, // reported at its declaration
		{Feature: untyped, New: current, Legacy: current},  // want `"policy_codehash" is not in the registry.*\[featurekey/unknown\]$`
		{Feature: "policy_code_hash", New: current, Legacy: current},
		{Feature: "Policy_Code_Hash", New: current, Legacy: current}, // want `did you mean "policy_code_hash"\? \[featurekey/unknown\]$`
		{Feature: "", New: current, Legacy: current},                 // want `^feature "" is not in the registry.*\[featurekey/unknown\]$`
		{Feature: name, New: current, Legacy: current},               // want `^the feature name given to compat\.BackwardCompat\.Feature is no constant, so it cannot be checked against the registry: use a constant of type compat\.Feature \[featurekey/not-constant\]$`
		{New: current, Legacy: current},                              // want `^compat\.BackwardCompat has no Feature: name the feature of the registry that it serves \[featurekey/missing\]$`
	}
}

func reads(ctx context.Context, gate *compat.Gate, flags compat.Strictness, prober compat.Prober, name compat.Feature) {
	gate.IsStrict(ctx, registered)
	gate.IsStrict(ctx, "policy_codehash")                                  // want `\[featurekey/unknown\]$`
	gate.IsStrict(ctx, name)                                               // want `^the feature name given to gate\.IsStrict is no constant.*\[featurekey/not-constant\]$`
	gate.IsStrict(ctx, compat.Feature(fmt.Sprint("policy_", "code_hash"))) // want `\[featurekey/not-constant\]$`
	gate.IsStrict(ctx, "policy_"+"code_hash")
	gate.RecordLegacy(ctx, name, common.Address{})               // want `^the feature name given to gate\.RecordLegacy is no constant.*\[featurekey/not-constant\]$`
	gate.RecordLegacy(ctx, "settlement_round", common.Address{}) // want `\[featurekey/retired\]$`
	_, _ = flags.IsStrict(ctx, 1, "policy_metadatas")            // want `did you mean "policy_metadata"\? \[featurekey/unknown\]$`
	_, _ = prober.Supports(ctx, name, common.Address{})          // want `^the feature name given to prober\.Supports is no constant`
	_, _ = helpers.IsStrict(ctx, "policy_codehash")              // want `\[featurekey/unknown\]$`
	_, _ = helpers.IsStrict(ctx, text)
	helpers.Legacy(untyped, common.Address{}) // want `\[featurekey/unknown\]$`
	helpers.MustBeStrict("settlement_epoch")
}

func elsewhere() []compat.Feature {
	return []compat.Feature{registered, "policy_metadata", "policy_metdata"} // want `did you mean "policy_metadata"\? \[featurekey/unknown\]$`
}

// texts that are no feature names are nobody's business.
func texts() []string { return []string{"policy_codehash", untyped} }

// cache implements compat.Strictness, and may pass its parameter on.
type cache struct{ next compat.Strictness }

func (c cache) IsStrict(ctx context.Context, chain uint64, feature compat.Feature) (bool, error) {
	return c.next.IsStrict(ctx, chain, feature)
}

// notParameter does so with something else.
type notParameter struct {
	next    compat.Strictness
	feature compat.Feature
}

func (c notParameter) IsStrict(ctx context.Context, chain uint64, feature compat.Feature) (bool, error) {
	return c.next.IsStrict(ctx, chain, c.feature) // want `\[featurekey/not-constant\]$`
}

func passesOnUndeclared(ctx context.Context, gate *compat.Gate, feature compat.Feature) bool {
	return gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

// helped is called with names that are checked, and nowhere else.
func helped(ctx context.Context, gate *compat.Gate, feature compat.Feature) bool {
	return gate.IsStrict(ctx, feature)
}

func helps(ctx context.Context, gate *compat.Gate) bool {
	return helped(ctx, gate, registered) && helped(ctx, gate, "policy_metadata")
}

// escaping is mentioned without a call.
func escaping(ctx context.Context, gate *compat.Gate, feature compat.Feature) bool {
	return gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

func escapes(ctx context.Context, gate *compat.Gate) any {
	_ = escaping(ctx, gate, registered)
	return escaping
}

// textual takes the name as a text, which is checked where it is given.
func textual(ctx context.Context, gate *compat.Gate, feature string) bool {
	return gate.IsStrict(ctx, compat.Feature(feature))
}

func gives(ctx context.Context, gate *compat.Gate) bool {
	return textual(ctx, gate, text) && textual(ctx, gate, "policy_codehash") // want `did you mean "policy_code_hash"\? \[featurekey/unknown\]$`
}

//compat:requires policy_codehash -- // want `did you mean "policy_code_hash"\? \[featurekey/unknown\]$`
func requiresUnknown() error { return nil }

//compat:requires policy_code_hash,settlement_round -- // want `^feature "settlement_round" is retired.*\[featurekey/retired\]$`
func requiresRetired() error { return nil }

//compat:requires -- // want `^//compat:requires names no feature: write //compat:requires FEATURE\[,FEATURE\] \[featurekey/directive\]$`
func requiresNothing() error { return nil }

//compat:requires policy_code_hash policy_metadata -- // want `^//compat:requires: separate features with commas: .*\[featurekey/directive\]$`
func requiresTwo() error { return nil }

// compat:requires policy_code_hash // want `^a directive has no space after //: write //compat:requires \[featurekey/directive\]$`
func requiresProse() error { return nil }

//compat:guard supports policy_codehash -- // want `\[featurekey/unknown\]$`
func guardUnknown() bool { return true }

//compat:guard maybe // want `^//compat:guard needs a kind: .*\[featurekey/directive\]$`
func guardOfNoKind() bool { return true }

//compat:guard selector-miss policy_code_hash // want `^//compat:guard selector-miss takes no feature: .*\[featurekey/directive\]$`
func guardWithFeature(err error) bool { return err != nil }

//compat:passthrough policy_code_hash // want `^//compat:passthrough takes no arguments \[featurekey/directive\]$`
func passes(run func() error) error { return run() }

//compat:allow policy_code_hash // want `^unknown directive //compat:allow: the verbs are requires, guard, passthrough and ignore \[featurekey/directive\]$`
func allowed() {}

func ignored() {
	//compat:ignore policy_codehash until=2026-09-20 -- a reason // want `\[featurekey/unknown\]$`
	_ = 1
	//compat:ignore policy_code_hash -- without an end this is staleguard's
	_ = 2
}
