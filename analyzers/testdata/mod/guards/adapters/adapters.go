// Package adapters fills wrappers with more than literals: variables, method values, functions that make functions, and a wrapper of the
// service's own.
package adapters

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
	read   = func(context.Context) (hash, error)
)

type reader struct {
	policy  *policy.NewtonPolicy
	session *policy.NewtonPolicySession
	gate    *compat.Gate
	target  common.Address
	stored  read
	failed  error
}

func (r *reader) legacy(context.Context) (hash, error) { return hash{}, nil }

// Variables.

func (r *reader) inVariables(ctx context.Context) (compat.Resolved[hash], error) {
	current := func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }
	legacy := func(context.Context) (hash, error) { return hash{}, nil }
	return answer{Feature: feature, GraceEnd: end, New: current, Legacy: legacy}.Resolve(ctx, r.gate)
}

func (r *reader) inVariablesSwapped(ctx context.Context) (compat.Resolved[hash], error) {
	current := func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[dualpath/new-in-legacy\]`
	legacy := func(context.Context) (hash, error) { return hash{}, nil }
	return answer{Feature: feature, GraceEnd: end, New: legacy, Legacy: current}.Resolve(ctx, r.gate)
}

func (r *reader) inBoth(ctx context.Context) (compat.Resolved[hash], error) {
	current := func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[dualpath/new-in-legacy\]`
	return answer{Feature: feature, GraceEnd: end, New: current, Legacy: current}.Resolve(ctx, r.gate)
}

func (r *reader) inTwoWrappers(ctx context.Context) error {
	current := func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[dualpath/wrong-feature\]`
	if _, err := (answer{Feature: feature, GraceEnd: end, New: current, Legacy: r.legacy}).Resolve(ctx, r.gate); err != nil {
		return err
	}
	_, err := answer{Feature: metadata, GraceEnd: end, New: current, Legacy: r.legacy}.Resolve(ctx, r.gate)
	return err
}

func (r *reader) calledOutside(ctx context.Context) (compat.Resolved[hash], error) {
	current := func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[directcall/unguarded\]`
	if _, err := current(ctx); err != nil {
		return compat.Resolved[hash]{}, err
	}
	return answer{Feature: feature, GraceEnd: end, New: current, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) storedOutside(ctx context.Context) (compat.Resolved[hash], error) {
	current := func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[directcall/escapes\]`
	r.stored = current
	return answer{Feature: feature, GraceEnd: end, New: current, Legacy: r.legacy}.Resolve(ctx, r.gate)
}

// Adapters.

func (r *reader) withOpts(opts bind.CallOpts) read {
	return func(ctx context.Context) (hash, error) {
		opts.Context = ctx
		return r.policy.GetPolicyCodeHash(&opts)
	}
}

func (r *reader) adapted(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{Feature: feature, GraceEnd: end, New: r.withOpts(bind.CallOpts{}), Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) withOptsOutside(opts bind.CallOpts) read {
	return func(ctx context.Context) (hash, error) {
		opts.Context = ctx
		return r.policy.GetPolicyCodeHash(&opts) // want `\[directcall/escapes\]`
	}
}

func (r *reader) adaptedOutside(ctx context.Context) (hash, error) {
	return r.withOptsOutside(bind.CallOpts{})(ctx)
}

func adapt(call func(*bind.CallOpts) (hash, error)) read {
	return func(ctx context.Context) (hash, error) { return call(&bind.CallOpts{Context: ctx}) }
}

func (r *reader) adaptedMethod(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{Feature: feature, GraceEnd: end, New: adapt(r.policy.GetPolicyCodeHash), Legacy: r.legacy}.Resolve(ctx, r.gate)
}

func (r *reader) adaptedMethodInLegacy(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end,
		New:    r.legacy,
		Legacy: adapt(r.policy.GetPolicyCodeHash), // want `\[dualpath/new-in-legacy\]`
	}.Resolve(ctx, r.gate)
}

// Escapes from inside New.

func (r *reader) leavesByGoroutine(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (hash, error) {
			go func() { _, _ = r.policy.GetPolicyCodeHash(nil) }() // want `\[directcall/escapes\]`
			return hash{}, nil
		},
	}.Resolve(ctx, r.gate)
}

func (r *reader) leavesByField(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (hash, error) {
			r.stored = func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[directcall/escapes\]`
			return hash{}, nil
		},
	}.Resolve(ctx, r.gate)
}

func (r *reader) errorLeaves(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (value hash, err error) {
			value, r.failed = r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/error-swallowed\]`
			return value, nil
		},
	}.Resolve(ctx, r.gate)
}

func (r *reader) calledInside(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (hash, error) {
			return func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) }()
		},
	}.Resolve(ctx, r.gate)
}

func (r *reader) wrappedInside(ctx context.Context) (compat.Resolved[hash], error) {
	return answer{
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (hash, error) {
			value, err := r.policy.GetPolicyCodeHash(nil)
			if err != nil {
				return hash{}, fmt.Errorf("hash: %w", err)
			}
			return value, nil
		},
	}.Resolve(ctx, r.gate)
}

// Results.

func (r *reader) errorDropped(ctx context.Context) hash {
	resolved, _ := answer{ // want `^the error of compat\.BackwardCompat\.Resolve is dropped, .*\[dualpath/resolve-dropped\]$`
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) },
	}.Resolve(ctx, r.gate)
	return resolved.Value
}

func (r *reader) errorKept(ctx context.Context) (hash, error) {
	resolved, err := answer{
		Feature: feature, GraceEnd: end, Legacy: r.legacy,
		New: func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) },
	}.Resolve(ctx, r.gate)
	return resolved.Value, err
}

// The service's own wrapper: the same defects, in its own words.

func current(s *policy.NewtonPolicySession) func() error {
	return func() error { _, err := s.GetPolicyCodeHash(); return err }
}

func nothing() error { return nil }

func (r *reader) own() error {
	return helpers.Compat{
		Name:    "policy_code_hash",
		Current: func() error { _, err := r.session.GetPolicyCodeHash(); return err },
		Old:     nothing,
	}.Run()
}

func (r *reader) ownByAdapter() error {
	return helpers.Compat{Name: "policy_code_hash", Current: current(r.session), Old: nothing}.Run()
}

func (r *reader) ownOther() error {
	return helpers.Compat{
		Name:    "policy_metadata",
		Current: func() error { _, err := r.session.GetPolicyCodeHash(); return err }, // want `is guarded by feature "policy_metadata" here: ask for "policy_code_hash" \[dualpath/wrong-feature\]`
		Old:     nothing,
	}.Run()
}

func (r *reader) ownInOld() error {
	return helpers.Compat{
		Name:    "policy_code_hash",
		Current: nothing,
		Old:     func() error { _, err := r.session.GetPolicyCodeHash(); return err }, // want `is called in Old, which runs where it is missing: move the call to Current \[dualpath/new-in-legacy\]`
	}.Run()
}

func (r *reader) ownWithoutOld() error {
	return helpers.Compat{ // want `^the helpers\.Compat of feature "policy_code_hash" has no Old: set it to what serves contracts without the selector \[dualpath/no-legacy\]$`
		Name:    "policy_code_hash",
		Current: func() error { _, err := r.session.GetPolicyCodeHash(); return err },
	}.Run()
}

func (r *reader) ownWithNilCurrent() error {
	return helpers.Compat{Name: "policy_code_hash", Current: nil, Old: nothing}.Run() // want `^the helpers\.Compat of feature "policy_code_hash" has no Current: set it to the call that needs the selector \[dualpath/no-legacy\]$`
}

func (r *reader) ownDropped() {
	_ = helpers.Compat{ // want `^the error of helpers\.Compat\.Run is dropped, so that a refusal passes for a result: return it, or handle it \[dualpath/resolve-dropped\]$`
		Name:    "policy_code_hash",
		Current: func() error { _, err := r.session.GetPolicyCodeHash(); return err },
		Old:     nothing,
	}.Run()
}

func (r *reader) ownCuts() error {
	return helpers.Compat{
		Name: "policy_code_hash",
		Current: func() error {
			if _, err := r.session.GetPolicyCodeHash(); err != nil { // want `\[dualpath/error-cut\]`
				return fmt.Errorf("hash: %v", err)
			}
			return nil
		},
		Old: nothing,
	}.Run()
}
