// Package tested has a helper that its tests call as well.
package tested

import (
	"context"

	"github.com/compatlint/compatlint/compat"
)

func strict(ctx context.Context, gate *compat.Gate, feature compat.Feature) bool {
	return gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

func read(ctx context.Context, gate *compat.Gate) bool { return strict(ctx, gate, "policy_code_hash") }
