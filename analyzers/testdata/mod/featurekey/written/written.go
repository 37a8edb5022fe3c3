// Package written has constants of type compat.Feature in every way to write one: each is reported once, where its text is.
package written

import (
	"context"

	"example.com/lint/featurekey/written/keys"
	"github.com/compatlint/compatlint/compat"
)

// Names are compat.Feature under another name.
type name = compat.Feature

// own is a type of the package, whose constants are no names until they are converted.
type own string

const (
	right     compat.Feature = "policy_code_hash"
	wrong     compat.Feature = "policy_codehash" // want `\[featurekey/unknown\]$`
	raw       compat.Feature = `policy_codehash` // want `\[featurekey/unknown\]$`
	aliased   name           = "policy_codehash" // want `\[featurekey/unknown\]$`
	sum       compat.Feature = "policy_" + "code_hash"
	wrongSum  compat.Feature = "policy_" + "codehash"            // want `^feature "policy_codehash" .*\[featurekey/unknown\]$`
	inParens  compat.Feature = ("policy_" + ("codehash"))        // want `^feature "policy_codehash" .*\[featurekey/unknown\]$`
	converted                = compat.Feature("policy_codehash") // want `\[featurekey/unknown\]$`
	ofOwn                    = compat.Feature(misspelt)          // want `\[featurekey/unknown\]$`
	ofUntyped compat.Feature = text                              // want `\[featurekey/unknown\]$`
	ofTyped   compat.Feature = wrong                             // reported above
	longer                   = right + "_v2"                     // want `^feature "policy_code_hash_v2" .*\[featurekey/unknown\]$`
	imported                 = keys.Codehash                     // want `\[featurekey/unknown\]$`
	fine                     = keys.CodeHash

	misspelt own = "policy_codehash"
	text         = "policy_codehash"
)

const (
	repeated, other compat.Feature = "policy_codehash", "policy_metadata" // want `\[featurekey/unknown\]$`
	repeatedAgain, otherAgain
)

func reads(ctx context.Context, gate *compat.Gate) {
	const local compat.Feature = "policy_codehash" // want `\[featurekey/unknown\]$`
	for _, feature := range []bool{
		gate.IsStrict(ctx, right), gate.IsStrict(ctx, wrong), gate.IsStrict(ctx, raw), gate.IsStrict(ctx, aliased), gate.IsStrict(ctx, sum),
		gate.IsStrict(ctx, wrongSum), gate.IsStrict(ctx, inParens), gate.IsStrict(ctx, converted), gate.IsStrict(ctx, ofOwn),
		gate.IsStrict(ctx, ofUntyped), gate.IsStrict(ctx, ofTyped), gate.IsStrict(ctx, longer), gate.IsStrict(ctx, imported),
		gate.IsStrict(ctx, fine), gate.IsStrict(ctx, repeated), gate.IsStrict(ctx, repeatedAgain), gate.IsStrict(ctx, local), gate.IsStrict(ctx, (wrong)),
	} {
		_ = feature
	}
	gate.IsStrict(ctx, keys.CodeHash)
	gate.IsStrict(ctx, keys.Codehash)                     // want `\[featurekey/unknown\]$`
	gate.IsStrict(ctx, keys.Text)                         // want `\[featurekey/unknown\]$`
	gate.IsStrict(ctx, text)                              // want `\[featurekey/unknown\]$`
	gate.IsStrict(ctx, compat.Feature(wrong))             // reported above
	gate.IsStrict(ctx, compat.Feature("policy_codehash")) // want `\[featurekey/unknown\]$`
	gate.IsStrict(ctx, compat.Feature("policy_code_hash"))
	gate.IsStrict(ctx, "policy_"+"codehash") // want `^feature "policy_codehash" .*\[featurekey/unknown\]$`
	gate.IsStrict(ctx, "policy_"+"code_hash")
	gate.IsStrict(ctx, "settlement_round") // want `\[featurekey/retired\]$`
	gate.IsStrict(ctx, "settlement_epoch")
}

func variables(suffix compat.Feature) map[compat.Feature]string {
	var ofUntyped compat.Feature = text // want `\[featurekey/unknown\]$`
	_ = ofUntyped + suffix
	_ = "policy_" + suffix // no name, but a part of one
	return map[compat.Feature]string{
		"policy_codehash":  "policy_codehash", // want `\[featurekey/unknown\]$`
		"policy_code_hash": "policy_codehash",
	}
}

// empty asks whether there is a name, and says that there is none.
func empty(feature compat.Feature) (compat.Feature, bool) {
	if feature == "" || ("") == feature || feature != `` {
		return "", false
	}
	switch feature {
	case "":
		return "", false
	case "policy_codehash": // want `\[featurekey/unknown\]$`
		return right, feature == "policy_codehash" // want `\[featurekey/unknown\]$`
	case "policy_code_hash":
		return "policy_codehash", true // want `\[featurekey/unknown\]$`
	}
	feature = "" // want `^feature "" is not in the registry.*\[featurekey/unknown\]$`
	return feature, feature == "policy_code_hash"
}

// emptyRead asks for the flag of no feature.
func emptyRead(ctx context.Context, gate *compat.Gate) bool {
	return gate.IsStrict(ctx, "") // want `^feature "" is not in the registry.*\[featurekey/unknown\]$`
}
