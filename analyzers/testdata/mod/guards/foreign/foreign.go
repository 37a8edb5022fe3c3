// Package foreign has helpers that carry directives, and helpers that do not, for other packages.
package foreign

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

// IsMiss says what it is.
//
//compat:guard selector-miss
func IsMiss(err error) bool { return compat.IsSelectorMiss(err) }

// IsOld does the same and does not say so.
func IsOld(err error) bool { return compat.IsSelectorMiss(err) }

// Again returns the error of run.
//
//compat:passthrough
func Again(run func() error) error { return run() }

// Twice does so too, and does not say so.
func Twice(run func() error) error { return run() }

// Supports knows by the version.
//
//compat:guard supports policy_code_hash
func Supports(version int) (bool, error) { return version > 2, nil }

// AtLeast knows too, and does not say so.
func AtLeast(version int) (bool, error) { return version > 2, nil }

// Settle is a whole dual path that no directive can declare.
func Settle(ctx context.Context, gate *compat.Gate, target common.Address, err error) error {
	switch {
	case err == nil:
		return nil
	case !compat.IsSelectorMiss(err) || gate.IsStrict(ctx, feature):
		return fmt.Errorf("hash: %w", err)
	}
	gate.RecordLegacy(ctx, feature, target)
	return nil
}
