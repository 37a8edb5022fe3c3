// Package settled leaves the classification, the flag, the refusal or the record to helpers of several statements.
package settled

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/guards/foreign"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const (
	feature  compat.Feature = "policy_code_hash"
	metadata compat.Feature = "policy_metadata"
)

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
	old    bool
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

// Helpers that settle the error: nil is a success or a recorded miss.

func (r *reader) settle(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if !compat.IsSelectorMiss(err) {
		return fmt.Errorf("hash: %w", err)
	}
	if r.gate.IsStrict(ctx, feature) {
		return &compat.LegacyNotSupportedError{Feature: feature, Target: r.target, Err: err}
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil
}

func (r *reader) settled(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	return value, r.settle(ctx, err)
}

func (r *reader) settledTwice(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if err = r.settle(ctx, err); err != nil {
		return hash{}, fmt.Errorf("settled: %w", err)
	}
	return value, nil
}

func (r *reader) settledAndIgnored(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-serves-legacy\]`
	_ = r.settle(ctx, err)
	return value, nil
}

func (r *reader) settleWithoutFlag(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if !compat.IsSelectorMiss(err) {
		return fmt.Errorf("hash: %w", err)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil
}

func (r *reader) settledWithoutFlag(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-not-asked\]`
	return value, r.settleWithoutFlag(ctx, err)
}

func (r *reader) settleOther(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if !compat.IsSelectorMiss(err) {
		return fmt.Errorf("hash: %w", err)
	}
	if r.gate.IsStrict(ctx, metadata) {
		return &compat.LegacyNotSupportedError{Feature: feature, Target: r.target, Err: err}
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil
}

func (r *reader) settledOther(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/wrong-feature\]`
	return value, r.settleOther(ctx, err)
}

func (r *reader) settleUnrecorded(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if !compat.IsSelectorMiss(err) {
		return fmt.Errorf("hash: %w", err)
	}
	if r.gate.IsStrict(ctx, feature) {
		return &compat.LegacyNotSupportedError{Feature: feature, Target: r.target, Err: err}
	}
	return nil
}

func (r *reader) settledUnrecorded(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	return value, r.settleUnrecorded(ctx, err)
}

func (r *reader) settleCut(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if !compat.IsSelectorMiss(err) {
		return fmt.Errorf("hash: %v", err)
	}
	if r.gate.IsStrict(ctx, feature) {
		return &compat.LegacyNotSupportedError{Feature: feature, Target: r.target, Err: err}
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil
}

func (r *reader) settledCut(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-cut\]`
	return value, r.settleCut(ctx, err)
}

func (r *reader) settleSwallows(ctx context.Context, err error) error {
	if !compat.IsSelectorMiss(err) {
		return nil
	}
	if r.gate.IsStrict(ctx, feature) {
		return &compat.LegacyNotSupportedError{Feature: feature, Target: r.target, Err: err}
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil
}

func (r *reader) settledSwallows(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]`
	return value, r.settleSwallows(ctx, err)
}

// orLegacy takes the results of the call as they come.
func (r *reader) orLegacy(ctx context.Context, value hash, err error) (hash, error) {
	if err := r.settle(ctx, err); err != nil {
		return hash{}, err
	}
	return value, nil
}

func (r *reader) handedOver(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	return r.orLegacy(ctx, value, err)
}

func orNothing(value hash, err error) (hash, error) {
	if err != nil && !compat.IsSelectorMiss(err) {
		return hash{}, err
	}
	return value, nil
}

func (r *reader) handedOverInOne(opts *bind.CallOpts) (hash, error) {
	return orNothing(r.policy.GetPolicyCodeHash(opts)) // want `\[dualpath/strict-not-asked\]` `\[dualpath/not-recorded\]`
}

func settleAs[T any](ctx context.Context, g *compat.Gate, target common.Address, value T, err error) (T, error) {
	if err != nil && (!compat.IsSelectorMiss(err) || g.IsStrict(ctx, feature)) {
		return value, err
	}
	if err != nil {
		g.RecordLegacy(ctx, feature, target)
	}
	return value, nil
}

func (r *reader) settledAs(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	return settleAs(ctx, r.gate, r.target, value, err)
}

// Helpers that classify.

func missed(err error) bool {
	if err == nil {
		return false
	}
	miss := compat.IsSelectorMiss(err)
	return miss
}

func (r *reader) classified(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if missed(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func failed(err error) bool {
	if err == nil {
		return false
	}
	miss := err != nil
	return miss
}

func (r *reader) failedOnly(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/every-error\]`
	if failed(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// A kind is what a helper tells errors apart by.
type kind int

const (
	fine kind = iota
	broken
	missing
)

func kindOf(err error) kind {
	switch {
	case err == nil:
		return fine
	case compat.IsSelectorMiss(err):
		return missing
	}
	return broken
}

func (r *reader) byKind(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	switch kindOf(err) {
	case fine:
		return value, nil
	case missing:
		if r.gate.IsStrict(ctx, feature) {
			return hash{}, err
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return hash{}, err
}

// Helpers that decide.

func (r *reader) decide(ctx context.Context, err error) (bool, error) {
	if !compat.IsSelectorMiss(err) {
		return false, err
	}
	strict, flagErr := helpers.IsStrict(ctx, "policy_code_hash")
	if flagErr != nil {
		return false, errors.Join(err, flagErr)
	}
	if strict {
		return false, err
	}
	return true, nil
}

func (r *reader) decided(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	legacy, err := r.decide(ctx, err)
	if err != nil {
		return hash{}, err
	}
	if legacy {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, nil
}

func (r *reader) decidedUnrecorded(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	legacy, err := r.decide(ctx, err)
	if err != nil {
		return hash{}, err
	}
	if legacy {
		return r.legacy()
	}
	return value, nil
}

func (r *reader) decideLeniently(ctx context.Context, err error) (bool, error) {
	if !compat.IsSelectorMiss(err) {
		return false, err
	}
	strict, flagErr := helpers.IsStrict(ctx, "policy_code_hash")
	if flagErr != nil {
		return true, nil
	}
	if strict {
		return false, err
	}
	return true, nil
}

func (r *reader) decidedLeniently(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
	legacy, err := r.decideLeniently(ctx, err)
	if err != nil {
		return hash{}, err
	}
	if legacy {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, nil
}

// Helpers that refuse.

func refuse(err error) error {
	log.Print("policy is too old")
	return fmt.Errorf("policy is too old: %w", err)
}

func (r *reader) refused(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		return hash{}, refuse(err)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) refuseSome(err error) error {
	if r.old {
		return nil
	}
	return fmt.Errorf("policy is too old: %w", err)
}

func (r *reader) refusedSome(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		return hash{}, r.refuseSome(err)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

// Helpers that record.

func (r *reader) detected(ctx context.Context) {
	log.Print("legacy policy")
	r.gate.RecordLegacy(ctx, feature, r.target)
}

func (r *reader) recorded(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.detected(ctx)
		return r.legacy()
	}
	return value, err
}

func (r *reader) detectedOther(ctx context.Context) {
	log.Print("legacy policy")
	r.gate.RecordLegacy(ctx, metadata, r.target)
}

func (r *reader) recordedOther(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.detectedOther(ctx)
		return r.legacy()
	}
	return value, err
}

func (r *reader) detectedSometimes(ctx context.Context) {
	if r.old {
		return
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
}

func (r *reader) recordedSometimes(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.detectedSometimes(ctx)
		return r.legacy()
	}
	return value, err
}

// A legacy function may do the record.
func (r *reader) recordedLegacy(ctx context.Context) (hash, error) {
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) recordedByLegacy(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		return r.recordedLegacy(ctx)
	}
	return value, err
}

func (r *reader) recordedInGoroutine(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		later := func() { r.gate.RecordLegacy(ctx, feature, r.target) }
		_ = later // never called
		return r.legacy()
	}
	return value, err
}

// Helpers that ask the flag.

func (r *reader) strict(ctx context.Context) bool {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		log.Print(err)
		return true
	}
	return strict
}

func (r *reader) askedByHelper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.strict(ctx) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) lenientOnError(ctx context.Context) bool {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		log.Print(err)
		return false
	}
	return strict
}

func (r *reader) askedByLenientHelper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
	if compat.IsSelectorMiss(err) && !r.lenientOnError(ctx) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) gateByHelper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.strict(ctx) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) gateByLenientHelper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.lenientOnError(ctx) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
}

// Helpers in local variables.

func (r *reader) closureSettles(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	settle := func(err error) error {
		if err == nil || compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			return nil
		}
		return err
	}
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	return value, settle(err)
}

func (r *reader) closureSettlesAndRecords(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	settle := func(err error) error {
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return nil
		}
		return err
	}
	value, err := r.policy.GetPolicyCodeHash(opts)
	return value, settle(err)
}

func (r *reader) closureReplaced(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	settle := func(err error) error {
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return nil
		}
		return err
	}
	if r.old {
		settle = func(error) error { return nil }
	}
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return value, settle(err)
}

// A helper that calls itself is not followed for ever.
func (r *reader) settleAgain(ctx context.Context, err error, depth int) error {
	if depth > 0 {
		return r.settleAgain(ctx, err, depth-1)
	}
	return r.settle(ctx, err)
}

func (r *reader) settledAgain(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return value, r.settleAgain(ctx, err, 3)
}

// Helpers of another package count by their directives.

func (r *reader) foreignClassifier(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if foreign.IsMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) foreignUnknownClassifier(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^foreign\.IsOld cannot tell a selector miss of .* or declare your own classifier with //compat:guard selector-miss or under guards\.selector_miss \[dualpath/not-a-classifier\]`
	if foreign.IsOld(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) foreignProbe(version int, opts *bind.CallOpts) (hash, error) {
	ok, err := foreign.Supports(version)
	if err != nil {
		return hash{}, err
	}
	if !ok {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) foreignUnknownProbe(version int, opts *bind.CallOpts) (hash, error) {
	ok, err := foreign.AtLeast(version)
	if err != nil {
		return hash{}, err
	}
	if !ok {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) foreignRetry(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	err = foreign.Again(func() (err error) {
		value, err = r.policy.GetPolicyCodeHash(opts)
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) foreignUnknownRetry(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	err = foreign.Twice(func() (err error) {
		value, err = r.policy.GetPolicyCodeHash(opts) // want `\[directcall/escapes\]`
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) foreignSettle(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return value, foreign.Settle(ctx, r.gate, r.target, err)
}
