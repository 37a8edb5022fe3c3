// Package deferred has functions that run when the one with the use is over: they wrap its error, cut it, record, recover.
package deferred

import (
	"context"
	"fmt"
	"log"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	mu     sync.Mutex
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
}

func (r *reader) wraps(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("hash: %w", err)
		}
	}()
	value, err = r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) cuts(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("hash: %v", err)
		}
	}()
	value, err = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-cut\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) clears(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if err != nil {
			err = nil
		}
	}()
	value, err = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-overwritten\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func annotate(err *error) {
	if *err != nil {
		*err = fmt.Errorf("hash: %w", *err)
	}
}

func (r *reader) annotated(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer annotate(&err)
	value, err = r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func replace(err *error) {
	if *err != nil {
		*err = fmt.Errorf("hash: %v", *err)
	}
}

func (r *reader) replaced(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer replace(&err)
	value, err = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-cut\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) onlyLogs(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	value, err = r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

// settles does everything at the end.
func (r *reader) settles(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			err = nil
		}
	}()
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) settlesWithoutFlag(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if compat.IsSelectorMiss(err) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			err = nil
		}
	}()
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-not-asked\]`
}

func (r *reader) records(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	legacy := false
	defer func() {
		if legacy {
			r.gate.RecordLegacy(ctx, feature, r.target)
		}
	}()
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		legacy = true
		return hash{}, nil
	}
	return value, err
}

func (r *reader) recordsNever(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	legacy := false
	defer func() {
		if legacy {
			r.gate.RecordLegacy(ctx, feature, r.target)
		}
	}()
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		legacy = false
		return hash{}, nil
	}
	return value, err
}

func (r *reader) recordsAlways(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	defer r.gate.RecordLegacy(ctx, feature, r.target)
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/false-record\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		return hash{}, nil
	}
	return value, err
}

func (r *reader) recordsOnMiss(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		defer r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) recoversWithError(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	value, err = r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

// recoversFromRefusal makes a refusal by panic a success.
func (r *reader) recoversFromRefusal(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() { _ = recover() }()
	value, err = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		err = nil
		panic("policy is too old")
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return hash{}, nil
}

func (r *reader) panics(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	value, err = r.policy.GetPolicyCodeHash(opts)
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		err = nil
		panic("policy is too old")
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return hash{}, nil
}

func (r *reader) unlocks(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

// onOneBranch defers the change on a branch that the use's error never takes.
func (r *reader) onOneBranch(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	if opts == nil {
		defer func() { err = nil }()
		return hash{}, nil
	}
	value, err = r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}
