// Package norecord has a registry of its own, which asks dual paths for the flag and not for a record.
package norecord

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

func asked(ctx context.Context, g *compat.Gate, p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	value, err := p.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !g.IsStrict(ctx, feature) {
		return hash{}, nil
	}
	return value, err
}

func notAsked(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	value, err := p.GetPolicyCodeHash(opts) // want `\[dualpath/strict-not-asked\]`
	if compat.IsSelectorMiss(err) {
		return hash{}, nil
	}
	return value, err
}
