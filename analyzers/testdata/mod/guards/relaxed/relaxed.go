// Package relaxed has a registry of its own, which asks dual paths neither for the flag nor for a record.
package relaxed

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
}

func (r *reader) neither(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) {
		return hash{}, nil
	}
	return value, err
}

func (r *reader) both(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) everyError(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/every-error\]`
	if err != nil {
		return hash{}, nil
	}
	return value, err
}

func (r *reader) swallowed(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]`
	if compat.IsSelectorMiss(err) {
		return hash{}, nil
	}
	return value, nil
}

func (r *reader) cut(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-cut\]`
	if compat.IsSelectorMiss(err) || err == nil {
		return value, nil
	}
	return hash{}, fmt.Errorf("hash: %v", err)
}

func (r *reader) refused(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/always-refused\]`
	if compat.IsSelectorMiss(err) {
		return hash{}, fmt.Errorf("policy is too old: %w", err)
	}
	return value, err
}

func (r *reader) bare(opts *bind.CallOpts) (hash, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) byText(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if err != nil && err.Error() == "execution reverted" {
		return hash{}, nil
	}
	return value, err
}
