// Package duty has directives of a feature that is retired.
package duty

import (
	"context"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/common"
)

type hash = [32]byte

// fetch moves its duty.
//
//compat:requires policy_code_hash
func fetch(p *policy.NewtonPolicy) (hash, error) { return p.GetPolicyCodeHash(nil) }

//compat:requires policy_metadata,policy_code_hash
func both(p *policy.NewtonPolicy) (hash, error) {
	if _, err := p.GetMetadataCid(nil); err != nil {
		return hash{}, err
	}
	return p.GetPolicyCodeHash(nil)
}

type source interface {
	//compat:requires policy_code_hash
	Hash() (hash, error)
}

func called(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := fetch(p)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_code_hash") {
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return hash{}, nil
	}
	return h, err
}

func ignored(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
	return p.GetPolicyCodeHash(nil)
}

func viaInterface(ctx context.Context, gate *compat.Gate, s source, target common.Address) (hash, error) {
	h, err := s.Hash()
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_code_hash") {
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return hash{}, nil
	}
	return h, err
}

// stays calls what may still miss another feature's selectors.
func stays(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := both(p)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_metadata") {
		gate.RecordLegacy(ctx, "policy_metadata", target)
		return hash{}, nil
	}
	return h, err
}
