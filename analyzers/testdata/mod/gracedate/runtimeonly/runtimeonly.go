// Package runtimeonly imports the runtime and no bindings, on the day after every window has ended: it could have a guard of any feature.
package runtimeonly

import (
	"context"

	_ "example.com/lint/bindings/oracle"
	"github.com/compatlint/compatlint/compat" // want `"policy_metadata" ended` `"policy_quota" ended` `"verifier_data" ended` `"settlement_batch" ended`
)

func strict(ctx context.Context, gate *compat.Gate) bool {
	return gate.IsStrict(ctx, "policy_code_hash") // want `^gate\.IsStrict: the grace window of feature "policy_code_hash" ended on 2026-10-01`
}

func warned(ctx context.Context, gate *compat.Gate) bool {
	return gate.IsStrict(ctx, "settlement_prune") // warn `^gate\.IsStrict: the grace window of feature "settlement_prune" ended on 2026-11-15`
}
