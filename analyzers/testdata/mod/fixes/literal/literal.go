// Package literal has wrappers without Legacy.
package literal

import (
	"context"

	"github.com/compatlint/compatlint/compat"
)

func current(context.Context) (bool, error) { return true, nil }

func without(ctx context.Context, gate *compat.Gate) (bool, error) {
	resolved, err := compat.BackwardCompat[bool]{ // want `no-legacy`
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New:      current,
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

func oneLine(ctx context.Context, gate *compat.Gate) (bool, error) {
	wrapper := compat.BackwardCompat[bool]{Feature: "policy_code_hash", GraceEnd: "2026-10-01", New: current} // want `no-legacy`
	resolved, err := wrapper.Resolve(ctx, gate)
	return resolved.Value, err
}

func withoutNew(ctx context.Context, gate *compat.Gate) (bool, error) {
	resolved, err := compat.BackwardCompat[bool]{ // want `no-legacy`
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		Legacy:   current,
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

var _, _, _ = without, oneLine, withoutNew
