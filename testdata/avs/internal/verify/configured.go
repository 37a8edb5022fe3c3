package verify

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/chainio"
	"example.com/avs/internal/flags"
	"example.com/avs/internal/metrics"
	"github.com/compatlint/compatlint/compat"
)

// OfflineHash returns the hash for operators that have flags of their own and no registry on chain.
//
// Right: the dual path with the service's own helpers, which compat.yaml lists under guards.
func (v *Verifier) OfflineHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return hash, nil
	}
	if !chainio.IsSelectorMiss(err) {
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
	strict, flagErr := flags.IsStrict(ctx, "policy_code_hash")
	if flagErr != nil {
		return common.Hash{}, fmt.Errorf("strictness of policy_code_hash: %w", flagErr)
	}
	if strict {
		return common.Hash{}, &compat.LegacyNotSupportedError{Feature: "policy_code_hash", Target: target, Err: err}
	}
	metrics.RecordLegacy(ctx, "policy_code_hash", target)
	return v.legacyHash(ctx, target)
}

// ExportHash returns the hash for the nightly export.
//
// Right: chainio.VersionCheck is listed under guards.supports.
func (v *Verifier) ExportHash(ctx context.Context, target common.Address) (common.Hash, error) {
	check := &chainio.VersionCheck{Client: v.client}
	ok, err := check.HasCodeHash(ctx, target)
	if err != nil {
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
	if !ok {
		return v.legacyHash(ctx, target)
	}
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}

// DebugHash returns the hash for the operator's shell.
//
// Right: a person reads the error, and the exception says until when and why.
//
//compat:ignore policy_code_hash until=2027-05-14 -- debug command, the operator reads the error
func (v *Verifier) DebugHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}
