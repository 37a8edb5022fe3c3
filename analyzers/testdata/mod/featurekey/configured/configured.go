// Package configured holds the guards that its registry names, and calls them.
package configured

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

// IsStrict may pass its parameter on: the registry names it.
func IsStrict(ctx context.Context, gate *compat.Gate, feature string) bool {
	return gate.IsStrict(ctx, compat.Feature(feature))
}

// IsOn is no guard.
func IsOn(ctx context.Context, gate *compat.Gate, feature string) bool {
	return gate.IsStrict(ctx, compat.Feature(feature)) // want `\[featurekey/not-constant\]$`
}

// Legacy may do so too.
func Legacy(ctx context.Context, gate *compat.Gate, feature string, target common.Address) {
	gate.RecordLegacy(ctx, compat.Feature(feature), target)
}

// HasCodeHash stands for a feature of the registry.
func HasCodeHash() bool { return true }

// HasMetadata stands for a retired one.
func HasMetadata() bool { return true }

// HasMetadataToo does so by a directive.
//
//compat:guard supports policy_metadata -- // want `\[featurekey/retired\]$`
func HasMetadataToo() bool { return true }

// Compat is the service's own wrapper.
type Compat struct {
	Name         string
	Current, Old func() error
}

func nothing() error { return nil }

func calls(ctx context.Context, gate *compat.Gate, feature string) {
	IsStrict(ctx, gate, "policy_code_hash")
	IsStrict(ctx, gate, "policy_codehash") // want `\[featurekey/unknown\]$`
	IsStrict(ctx, gate, "policy_metadata") // want `\[featurekey/retired\]$`
	IsStrict(ctx, gate, feature)           // want `^the feature name given to IsStrict is no constant.*\[featurekey/not-constant\]$`
	IsOn(ctx, gate, "policy_codehash")
	Legacy(ctx, gate, "policy_code_hash", common.Address{})
	Legacy(ctx, gate, "policy_codehash", common.Address{}) // want `\[featurekey/unknown\]$`
	HasCodeHash()
	HasMetadata()    // want `^feature "policy_metadata" is retired.*\[featurekey/retired\]$`
	HasMetadataToo() // want `\[featurekey/retired\]$`
	_ = HasMetadata
	_ = Compat{Name: "policy_code_hash", Current: nothing, Old: nothing}
	_ = Compat{Name: "policy_codehash", Current: nothing, Old: nothing} // want `\[featurekey/unknown\]$`
	_ = Compat{Name: feature, Current: nothing, Old: nothing}           // want `\[featurekey/not-constant\]$`
	_ = Compat{Current: nothing, Old: nothing}                          // want `\[featurekey/missing\]$`
}
