// Package wrapped hands errors to helpers of another package before it returns them, and packs calldata that it does not send.
package wrapped

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers/errs"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
}

// right wraps with a helper whose source says that it wraps.
func (r *reader) right(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, errs.Wrap("hash", err)
	case r.gate.IsStrict(ctx, feature):
		return hash{}, errs.Wrap("strict", err)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return hash{}, nil
}

// cut differs from right in the helper.
func (r *reader) cut(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `is replaced by one that does not wrap it`
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, errs.Cut("hash", err)
	case r.gate.IsStrict(ctx, feature):
		return hash{}, errs.Wrap("strict", err)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return hash{}, nil
}

func (r *reader) settled(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `is replaced by one that does not wrap it`
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, errs.Settle(err)
	case r.gate.IsStrict(ctx, feature):
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return hash{}, nil
}

func (r *reader) reassigned(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `is replaced by one that does not wrap it`
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, errs.Reassigned(err)
	case r.gate.IsStrict(ctx, feature):
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return hash{}, nil
}

// Without any classification, it does not matter how the error is returned: the use has no guard.
func (r *reader) unguarded(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `may be missing on deployed contracts`
	if err != nil {
		return hash{}, errs.Wrap("hash", err)
	}
	return value, nil
}

func (r *reader) unguardedCut(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `may be missing on deployed contracts`
	if err != nil {
		return hash{}, errs.Cut("hash", err)
	}
	return value, nil
}

func (r *reader) unguardedText(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `may be missing on deployed contracts`
	if err != nil {
		return hash{}, fmt.Errorf("hash: %v", err)
	}
	return value, nil
}

func (r *reader) unguardedOther(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `may be missing on deployed contracts`
	if err != nil {
		return hash{}, errors.New("no hash")
	}
	return value, nil
}

// fellBack differs from unguardedOther in that it goes on.
func (r *reader) fellBack(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `legacy runs for every error`
	if err != nil {
		return hash{}, nil
	}
	return value, nil
}

type batch struct {
	abi   *abi.ABI
	calls [][]byte
}

// add packs and sends nothing.
func (b *batch) add(method string, args ...any) error {
	data, err := b.abi.Pack(method, args...)
	if err != nil {
		return err
	}
	b.calls = append(b.calls, data)
	return nil
}

// packedTwice shows that packing one call proves nothing of the contract that the other is for.
func packedTwice(b *batch) error {
	if err := b.add("getPolicyCodeHash"); err != nil { // want `may be missing on deployed contracts`
		return err
	}
	return b.add("policyCodeHash") // want `may be missing on deployed contracts`
}

// packedAndClassified asks the error of packing, which no contract has a part in.
func packedAndClassified(ctx context.Context, g *compat.Gate, b *batch, target common.Address) error {
	err := b.add("getPolicyCodeHash") // want `may be missing on deployed contracts`
	switch {
	case err == nil:
		return nil
	case !compat.IsSelectorMiss(err):
		return err
	case g.IsStrict(ctx, feature):
		return err
	}
	g.RecordLegacy(ctx, feature, target)
	return nil
}
