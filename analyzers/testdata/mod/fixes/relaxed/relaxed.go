// Package relaxed is checked against a registry of its own.
package relaxed

import (
	"context"
	"errors"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

// codeHash is the feature's name in this package.
const codeHash compat.Feature = "policy_code_hash"

var errOld = errors.New("policy is too old")

// describedLegacy has in its Legacy what the registry says of it.
func describedLegacy(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) ([32]byte, error) {
	return p.GetPolicyCodeHash(nil) // want `unguarded`
}

// shadowedConstant cannot use the constant.
func shadowedConstant(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, codeHash int) ([32]byte, error) {
	return p.GetPolicyCodeHash(nil) // want `unguarded`
}

// classified needs no more than to tell the errors apart.
func classified(p *policy.NewtonPolicy) ([32]byte, error) {
	hash, err := p.GetPolicyCodeHash(nil) // want `every-error`
	if err != nil {
		return [32]byte{}, nil
	}
	return hash, nil
}

// ended belongs to a feature for which no guard is any good.
func ended(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (string, error) {
	return p.GetMetadataCid(nil) // want `unguarded`
}

func endedDualPath(p *policy.NewtonPolicy) (string, error) {
	cid, err := p.GetMetadataCid(nil) // want `every-error`
	if err != nil {
		return "", nil
	}
	return cid, nil
}

var _, _, _, _, _, _, _ = describedLegacy, shadowedConstant, classified, ended, endedDualPath, errOld, codeHash
