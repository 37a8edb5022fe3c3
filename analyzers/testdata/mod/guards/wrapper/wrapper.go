// Package wrapper guards uses with compat.BackwardCompat, and with a wrapper of the service's own.
package wrapper

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const (
	feature  compat.Feature = "policy_code_hash"
	metadata compat.Feature = "policy_metadata"
	end      compat.Date    = "2026-10-01"
)

type (
	hash   = [32]byte
	answer = compat.BackwardCompat[hash]
)

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
}

func (r *reader) legacy(context.Context) (hash, error) { return hash{}, nil }

func (r *reader) literal(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{
		Feature: feature, GraceEnd: end, Target: r.target,
		New: func(ctx context.Context) (hash, error) {
			return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
		Legacy: r.legacy,
	}.Resolve(ctx, r.gate)
}

func (r *reader) literalOfOther(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{
		Feature: metadata, GraceEnd: end, Target: r.target,
		New: func(ctx context.Context) (hash, error) {
			return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `is guarded by feature "policy_metadata" here: ask for "policy_code_hash" \[dualpath/wrong-feature\]`
		},
		Legacy: r.legacy,
	}.Resolve(ctx, r.gate)
}

func (r *reader) inLegacy(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{
		Feature: feature, GraceEnd: end, Target: r.target,
		New: func(ctx context.Context) (hash, error) { return r.policy.PolicyCodeHash(nil) },
		Legacy: func(ctx context.Context) (hash, error) {
			return r.policy.GetPolicyCodeHash(nil) // want `is called in Legacy, which runs where it is missing: move the call to New \[dualpath/new-in-legacy\]`
		},
	}.Resolve(ctx, r.gate)
}

func (r *reader) noLegacy(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{ // want `has no Legacy: set it to what serves contracts without the selector \[dualpath/no-legacy\]`
		Feature: feature, GraceEnd: end,
		New: func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) },
	}.Resolve(ctx, r.gate)
}

func (r *reader) nilLegacy(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{ // want `has no Legacy: .*\[dualpath/no-legacy\]`
		Feature: feature, GraceEnd: end,
		New:    func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) },
		Legacy: nil,
	}.Resolve(ctx, r.gate)
}

func (r *reader) noNew(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{ // want `has no New: set it to the call that needs the selector \[dualpath/no-legacy\]`
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
	}.Resolve(ctx, r.gate)
}

func zeroBesideError() (compat.BackwardCompat[hash], error) {
	return compat.BackwardCompat[hash]{}, fmt.Errorf("none")
}

func (r *reader) unkeyed(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{feature, end, "NEWT-1001", r.target,
		func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) },
		r.legacy,
	}.Resolve(ctx, r.gate)
}

func (r *reader) unkeyedSwapped(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{feature, end, "NEWT-1001", r.target,
		r.legacy,
		func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }, // want `\[dualpath/new-in-legacy\]`
	}.Resolve(ctx, r.gate)
}

func (r *reader) closureInVariable(ctx context.Context) (compat.Resolved[hash], error) {
	read := func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }
	return answer{Feature: feature, GraceEnd: end, New: read, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) closureAlsoCalled(ctx context.Context) (compat.Resolved[hash], error) {
	read := func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[dualpath/every-error\]`
	if value, err := read(ctx); err == nil {
		return compat.Resolved[hash]{Value: value}, nil
	}
	return answer{Feature: feature, GraceEnd: end, New: read, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) closureReassigned(ctx context.Context) (compat.Resolved[hash], error) {
	read := func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `the closure around it runs where nothing sees its error: .*\[directcall/escapes\]`
	read = r.legacy
	return answer{Feature: feature, GraceEnd: end, New: read, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) wrapperInVariable(ctx context.Context) (compat.Resolved[hash], error) {
	w := &compat.BackwardCompat[hash]{
		Feature: feature, GraceEnd: end,
		New:    (func(ctx context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }),
		Legacy: r.legacy,
	}
	return w.Resolve(ctx, r.gate)
}

func (r *reader) several(ctx context.Context) []answer {
	return []answer{
		{Feature: feature, GraceEnd: end, New: func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }, Legacy: r.legacy},
		{Feature: metadata, GraceEnd: end, New: func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }, Legacy: r.legacy}, // want `\[dualpath/wrong-feature\]`
	}
}

func (r *reader) methodValue(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{Feature: feature, GraceEnd: end, New: r.fetch, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

// fetch runs nowhere but as a New.
func (r *reader) fetch(ctx context.Context) (hash, error) {
	return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}

func (r *reader) methodValueAndCall(ctx context.Context) (compat.Resolved[hash], error) {
	if _, err := r.fetchTwice(ctx); err != nil {
		return compat.Resolved[hash]{}, err
	}
	return answer{Feature: feature, GraceEnd: end, New: r.fetchTwice, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

// fetchTwice is called without a guard as well.
func (r *reader) fetchTwice(ctx context.Context) (hash, error) {
	return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `\[directcall/unguarded\]`
}

// Fetch is exported, so that anybody may call it.
func (r *reader) Fetch(ctx context.Context) (hash, error) {
	return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `\[directcall/unguarded\]`
}

func (r *reader) exportedMethodValue(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{Feature: feature, GraceEnd: end, New: r.Fetch, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) helperInNew(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end,
		New: func(ctx context.Context) (hash, error) {
			value, err := r.read(ctx)
			if err != nil {
				return hash{}, fmt.Errorf("hash: %w", err)
			}
			return value, nil
		},
		Legacy: r.legacy,
	}.Resolve(ctx, r.gate)
}

func (r *reader) read(ctx context.Context) (hash, error) {
	return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}

func (r *reader) helperInLegacy(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end,
		New:    func(ctx context.Context) (hash, error) { return r.policy.PolicyCodeHash(nil) },
		Legacy: func(ctx context.Context) (hash, error) { return r.readOld(ctx) },
	}.Resolve(ctx, r.gate)
}

func (r *reader) readOld(ctx context.Context) (hash, error) {
	return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `\[dualpath/new-in-legacy\]`
}

func (r *reader) newSwallows(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end,
		New: func(ctx context.Context) (hash, error) {
			value, err := r.policy.GetPolicyCodeHash(nil) // want `an error of .* that is no selector miss is not returned: .*\[dualpath/error-swallowed\]`
			if err != nil {
				return hash{}, nil
			}
			return value, nil
		},
		Legacy: r.legacy,
	}.Resolve(ctx, r.gate)
}

func (r *reader) newCuts(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end,
		New: func(ctx context.Context) (hash, error) {
			value, err := r.policy.GetPolicyCodeHash(nil) // want `is replaced by one that does not wrap it, .*\[dualpath/error-cut\]`
			if err != nil {
				return hash{}, fmt.Errorf("hash: %v", err)
			}
			return value, nil
		},
		Legacy: r.legacy,
	}.Resolve(ctx, r.gate)
}

func (r *reader) bindingMethodAsNew(ctx context.Context, session *policy.NewtonPolicySession) error {
	return helpers.Compat{
		Name:    "policy_code_hash",
		Current: func() error { _, err := session.GetPolicyCodeHash(); return err },
		Old:     func() error { return nil },
	}.Run()
}

func (r *reader) configuredWithOldAndNew(session *policy.NewtonPolicySession) error {
	return helpers.Compat{
		Name:    "policy_code_hash",
		Current: func() error { return nil },
		Old:     func() error { _, err := session.GetPolicyCodeHash(); return err }, // want `\[dualpath/new-in-legacy\]`
	}.Run()
}

func (r *reader) configuredWithOther(session *policy.NewtonPolicySession) error {
	return helpers.Compat{
		Name:    "policy_metadata",
		Current: func() error { _, err := session.GetPolicyCodeHash(); return err }, // want `\[dualpath/wrong-feature\]`
		Old:     func() error { return nil },
	}.Run()
}

// own looks like the wrapper and is none.
type own struct {
	Feature     compat.Feature
	New, Legacy func(context.Context) (hash, error)
}

func (r *reader) lookalike() own {
	return own{
		Feature: feature,
		New:     func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }, // want `\[directcall/escapes\]`
		Legacy:  r.legacy,
	}
}
