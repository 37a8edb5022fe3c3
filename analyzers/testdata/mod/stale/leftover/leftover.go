// Package leftover has what is left of a strict feature and of a retired one, beside the same of a feature in its window.
package leftover

import (
	"context"

	"example.com/lint/bindings/settlement"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

const (
	strictFeature  compat.Feature = "settlement_epoch" // warn `^strictFeature is no longer needed: feature "settlement_epoch" is strict, so that legacy is refused anyway: remove it with the last guard that it names \[staleguard/stale-constant\]$`
	retiredFeature compat.Feature = "settlement_round" // featurekey reports the name
	liveFeature    compat.Feature = "settlement_batch"
	strictText                    = "settlement_epoch"
)

var strictVariable compat.Feature = "settlement_epoch"

func flags(ctx context.Context, gate *compat.Gate) bool {
	return gate.IsStrict(ctx, "settlement_epoch") || // warn `^gate\.IsStrict is no longer needed: feature "settlement_epoch" is strict, so that legacy is refused anyway: call the function directly, or run compatlint retire settlement_epoch -fix \[staleguard/stale-guard\]$`
		gate.IsStrict(ctx, strictFeature) || // warn `\[staleguard/stale-guard\]$`
		gate.IsStrict(ctx, strictText) || // warn `\[staleguard/stale-guard\]$`
		gate.IsStrict(ctx, "settlement_batch") ||
		gate.IsStrict(ctx, liveFeature)
}

func retired(ctx context.Context, gate *compat.Gate) bool {
	return gate.IsStrict(ctx, "settlement_round") || // featurekey reports the name
		gate.IsStrict(ctx, retiredFeature) // want `^gate\.IsStrict is no longer needed: feature "settlement_round" is retired, and every contract has its selectors: call the function directly, or run compatlint retire settlement_round -fix \[staleguard/stale-guard\]$`
}

func unknown(ctx context.Context, gate *compat.Gate) bool {
	return gate.IsStrict(ctx, "settlement_epic") // featurekey reports the name
}

func configured() bool {
	return helpers.MustBeStrict("settlement_epoch") || // warn `^helpers\.MustBeStrict is no longer needed: .*\[staleguard/stale-guard\]$`
		helpers.MustBeStrict("settlement_batch")
}

func records(ctx context.Context, gate *compat.Gate, target common.Address) {
	gate.RecordLegacy(ctx, "settlement_epoch", target) // warn `^gate\.RecordLegacy is no longer needed: .*\[staleguard/stale-guard\]$`
	gate.RecordLegacy(ctx, "settlement_batch", target)
}

func wrapped(ctx context.Context, gate *compat.Gate, s *settlement.Settlement) (uint64, error) {
	resolved, err := compat.BackwardCompat[uint64]{ // warn `^compat\.BackwardCompat is no longer needed: .*\[staleguard/stale-guard\]$`
		Feature: "settlement_epoch",
		New:     func(context.Context) (uint64, error) { return s.Epoch(nil) },
		Legacy:  func(context.Context) (uint64, error) { return 0, nil },
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

func wrappedRetired(ctx context.Context, gate *compat.Gate, s *settlement.Settlement) (uint64, error) {
	resolved, err := compat.BackwardCompat[uint64]{ // want `^compat\.BackwardCompat is no longer needed: feature "settlement_round" is retired.*\[staleguard/stale-guard\]$`
		Feature: retiredFeature,
		New:     func(context.Context) (uint64, error) { return s.Epoch(nil) },
		Legacy:  func(context.Context) (uint64, error) { return 0, nil },
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

func wrappedLive(ctx context.Context, gate *compat.Gate, s *settlement.Settlement) (uint64, error) {
	resolved, err := compat.BackwardCompat[uint64]{
		Feature:  "settlement_batch",
		GraceEnd: "2026-11-15",
		New:      func(context.Context) (uint64, error) { return s.Epoch(nil) },
		Legacy:   func(context.Context) (uint64, error) { return 0, nil },
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

//compat:requires settlement_epoch -- // warn `^//compat:requires settlement_epoch is no longer needed: .*: remove it, or run compatlint retire settlement_epoch -fix \[staleguard/stale-directive\]$`
func duty(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) { return s.Epoch(opts) }

//compat:requires settlement_batch
func liveDuty(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) { return s.Epoch(opts) }

//compat:requires settlement_round -- featurekey reports the name
func retiredDuty(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) { return s.Epoch(opts) }

//compat:guard supports settlement_epoch -- // warn `^//compat:guard supports settlement_epoch is no longer needed: .*\[staleguard/stale-directive\]$`
func hasEpoch(s *settlement.Settlement) (bool, error) {
	_, err := s.Epoch(nil)
	if compat.IsSelectorMiss(err) { // the directive is reported
		return false, nil
	}
	return err == nil, err
}

//compat:guard supports settlement_batch
func hasBatch() (bool, error) { return true, nil }

func asks(s *settlement.Settlement) (bool, error) {
	if ok, err := hasBatch(); !ok {
		return false, err
	}
	return hasEpoch(s) // warn `^hasEpoch is no longer needed: .*\[staleguard/stale-guard\]$`
}
