// Package left has what has to be retired by hand.
package left

import (
	"context"
	"errors"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/common"
)

type hash = [32]byte

const codeHash compat.Feature = "policy_code_hash"

var missing = compat.BackwardCompat[hash]{Feature: codeHash, GraceEnd: "2026-10-01"}

func variable(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (hash, error) {
	w := compat.BackwardCompat[hash]{
		Feature:  codeHash,
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (hash, error) { return p.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (hash, error) { return hash{}, nil },
	}
	resolved, err := w.Resolve(ctx, gate)
	return resolved.Value, err
}

func whole(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{
		Feature:  codeHash,
		GraceEnd: "2026-10-01",
		New:      func(context.Context) (hash, error) { return p.GetPolicyCodeHash(nil) },
		Legacy:   func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(ctx, gate)
}

func more(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (hash, error) {
	resolved, err := compat.BackwardCompat[hash]{
		Feature:  codeHash,
		GraceEnd: "2026-10-01",
		New: func(context.Context) (hash, error) {
			h, err := p.GetPolicyCodeHash(nil)
			return h, err
		},
		Legacy: func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(ctx, gate)
	return resolved.Value, err
}

func configured(p *policy.NewtonPolicy) error {
	return helpers.Compat{
		Name:    "policy_code_hash",
		Current: func() error { _, err := p.GetPolicyCodeHash(nil); return err },
		Old:     func() error { return nil },
	}.Run()
}

func twoResults(ctx context.Context, p *policy.NewtonPolicy) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil || !strict {
		return hash{}, err
	}
	return p.GetPolicyCodeHash(nil)
}

func onSomePaths(p *policy.NewtonPolicy, ask bool) (h hash, err error) {
	if ask {
		h, err = p.GetPolicyCodeHash(nil)
	}
	if compat.IsSelectorMiss(err) {
		return hash{}, nil
	}
	return h, err
}

func kept(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := p.GetPolicyCodeHash(nil)
	if target := &err; *target != nil && compat.IsSelectorMiss(err) {
		return hash{}, nil
	}
	return h, err
}

func again(p *policy.NewtonPolicy) (hash, error) {
	h, err := p.GetPolicyCodeHash(nil)
	for range 3 {
		if compat.IsSelectorMiss(err) {
			return hash{}, nil
		}
		err = errors.New("again")
	}
	return h, err
}

func inHeader(p *policy.NewtonPolicy) hash {
	if _, err := p.GetPolicyCodeHash(nil); compat.IsSelectorMiss(err) {
		return hash{}
	}
	return hash{1}
}

func deferred(ctx context.Context, gate *compat.Gate, target common.Address) {
	defer gate.RecordLegacy(ctx, codeHash, target)
}

//compat:guard supports policy_code_hash
func hasHash(p *policy.NewtonPolicy) (bool, error) {
	_, err := p.GetPolicyCodeHash(nil)
	if compat.IsSelectorMiss(err) {
		return false, nil
	}
	return err == nil, err
}

func asks(p *policy.NewtonPolicy) (bool, error) { return hasHash(p) }

// errorUnread would lose the error of the call.
func errorUnread(p *policy.NewtonPolicy) hash {
	h, err := p.GetPolicyCodeHash(nil)
	if compat.IsSelectorMiss(err) {
		return hash{}
	}
	return h
}

// setElsewhere would hide a constant in a variable.
func setElsewhere(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, force bool) (hash, error) {
	strict := force
	if !strict {
		strict = gate.IsStrict(ctx, codeHash)
	}
	if strict {
		return p.GetPolicyCodeHash(nil)
	}
	return hash{}, nil
}

// labelled would leave a label without a jump.
func labelled(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) error {
outer:
	for {
		for {
			if !gate.IsStrict(ctx, codeHash) {
				continue outer
			}
			if _, err := p.GetPolicyCodeHash(nil); err != nil {
				return err
			}
		}
	}
}
