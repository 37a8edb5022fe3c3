// Package siblings uses several selectors of one feature, which are deployed together: where one has answered, the others are there.
package siblings

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy  *policy.NewtonPolicy
	session *policy.NewtonPolicySession
	other   *policy.NewtonPolicy
	gate    *compat.Gate
	target  common.Address
}

// first is a dual path of one selector.
func (r *reader) first(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.PolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	return value, err
}

func (r *reader) afterSuccess(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.PolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	if err != nil {
		return hash{}, err
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) insideSuccess(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.PolicyCodeHash(opts)
	if err == nil {
		return r.policy.GetPolicyCodeHash(opts)
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	return hash{}, err
}

func (r *reader) insideFailure(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.PolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-not-asked\]` `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) || err == nil {
		return value, nil
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) resultIgnored(opts *bind.CallOpts) (hash, error) {
	_, _ = r.policy.PolicyCodeHash(opts)    // want `\[directcall/unguarded\]`
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) otherFeature(opts *bind.CallOpts) (hash, error) {
	if _, err := r.policy.GetMetadataCid(opts); err != nil { // want `\[directcall/unguarded\]`
		return hash{}, err
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) otherContract(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.other.PolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	if err != nil {
		return hash{}, err
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) anotherHandle(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.session.PolicyCodeHash()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	if err != nil {
		return hash{}, err
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) variableMoved(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	p := r.policy
	value, err := p.PolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	if err != nil {
		return hash{}, err
	}
	p = r.other
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) inLoop(ctx context.Context, all []*policy.NewtonPolicy) error {
	for _, p := range all {
		_, err := p.PolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			continue
		}
		if err != nil {
			return err
		}
		if _, err := p.GetPolicyCodeHash(nil); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) firstOfLoop(ctx context.Context, all []*policy.NewtonPolicy) error {
	for i, p := range all {
		if i == 0 {
			_, err := p.PolicyCodeHash(nil)
			if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
				r.gate.RecordLegacy(ctx, feature, r.target)
				continue
			}
			if err != nil {
				return err
			}
		}
		if _, err := p.GetPolicyCodeHash(nil); err != nil { // want `\[directcall/unguarded\]`
			return err
		}
	}
	return nil
}
