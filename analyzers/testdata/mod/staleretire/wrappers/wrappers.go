// Package wrappers has wrappers of a feature that is retired, in the forms that have a plain call.
package wrappers

import (
	"context"
	"errors"
	"fmt"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

type hash = [32]byte

type reader struct {
	gate   *compat.Gate
	policy *policy.NewtonPolicy
	target common.Address
}

// value is what most of them look like.
func (r *reader) value(ctx context.Context) (hash, error) {
	// The hash binds the policy to its code.
	resolved, err := compat.BackwardCompat[hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		Ticket:   "NEWT-1001",
		Target:   r.target,
		New: func(ctx context.Context) (hash, error) {
			return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
		Legacy: func(context.Context) (hash, error) { return hash{}, errors.New("no hash") },
	}.Resolve(ctx, r.gate)
	if err != nil {
		return hash{}, fmt.Errorf("reading the hash: %w", err)
	}
	return resolved.Value, nil // the value itself
}

// otherContext hands its context on under another name, and asks what was served.
func (r *reader) otherContext(parent context.Context) (string, error) {
	resolved, err := compat.BackwardCompat[hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New: func(ctx context.Context) (hash, error) {
			return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
		Legacy: func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(parent, r.gate)
	switch {
	case err != nil:
		return "", err
	case resolved.Legacy:
		return "legacy", nil
	}
	if !resolved.Legacy && resolved.Value != (hash{}) {
		return "new", nil
	}
	return fmt.Sprint(resolved.Value), nil
}

// method has a method for its New.
func (r *reader) method(ctx context.Context) (hash, error) {
	resolved, err := compat.BackwardCompat[hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New:      r.fetch,
		Legacy:   r.legacy,
	}.Resolve(ctx, r.gate)
	return resolved.Value, err
}

func (r *reader) fetch(ctx context.Context) (hash, error) {
	return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}

func (r *reader) legacy(context.Context) (hash, error) { return hash{}, nil }

// header resolves in an if.
func (r *reader) header(ctx context.Context) error {
	if _, err := (compat.BackwardCompat[hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (hash, error) { return hash{}, nil },
	}).Resolve(ctx, r.gate); err != nil {
		return err
	}
	return nil
}

// locals has variables that only the wrapper needed.
func locals(ctx context.Context, p *policy.NewtonPolicy) error {
	gate := &compat.Gate{ChainID: 1}
	old, target := hash{1}, common.Address{}
	var none error
	_, err := compat.BackwardCompat[hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		Target:   target,
		New:      func(context.Context) (hash, error) { return p.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (hash, error) { return old, none },
	}.Resolve(ctx, gate)
	return err
}

// onlyAsked has a result of which nothing but the flag was read.
func onlyAsked(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (bool, error) {
	resolved, err := compat.BackwardCompat[hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (hash, error) { return p.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(ctx, gate)
	if err != nil {
		return false, err
	}
	return resolved.Legacy, nil
}

// other serves another feature and stays.
func other(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (string, error) {
	resolved, err := compat.BackwardCompat[string]{
		Feature:  "policy_metadata",
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (string, error) { return p.GetMetadataCid(nil) },
		Legacy:   func(context.Context) (string, error) { return "", nil },
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

// converted has a type of its own for the value.
func converted(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (string, error) {
	resolved, err := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (common.Hash, error) { return p.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (common.Hash, error) { return common.Hash{}, nil },
	}.Resolve(ctx, gate)
	if err != nil {
		return "", err
	}
	return resolved.Value.Hex(), nil
}

// convertedUnread reads the error alone.
func convertedUnread(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) error {
	_, err := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (common.Hash, error) { return p.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (common.Hash, error) { return common.Hash{}, nil },
	}.Resolve(ctx, gate)
	return err
}
