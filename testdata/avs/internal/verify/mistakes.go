package verify

import (
	"context"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

// ListHash returns the hash for the list of policies.
//
// Wrong: every error is taken for a legacy policy, a timeout too. An RPC hiccup turns the check off.
func (v *Verifier) ListHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return v.legacyHash(ctx, target)
	}
	return hash, nil
}

// AlertHash returns the hash for alerts.
//
// Wrong: the text is that of every revert. A paused policy reverts with a reason and would be served as legacy.
func (v *Verifier) AlertHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return hash, nil
	case strings.Contains(err.Error(), "execution reverted"):
		v.gate.RecordLegacy(ctx, features.PolicyCodeHash, target)
		return v.legacyHash(ctx, target)
	default:
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
}

// BatchHash returns the hash for batches.
//
// Wrong: a good dual path, but nobody asks whether the feature is strict. Legacy would be served for ever.
func (v *Verifier) BatchHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return hash, nil
	case compat.IsSelectorMiss(err):
		v.gate.RecordLegacy(ctx, features.PolicyCodeHash, target)
		return v.legacyHash(ctx, target)
	default:
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
}

// SampleHash returns the hash for sampled tasks.
//
// Wrong: legacy is served without a record, so nobody knows when the last legacy policy is gone.
func (v *Verifier) SampleHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return hash, nil
	case compat.IsSelectorMiss(err) && v.gate.IsStrict(ctx, features.PolicyCodeHash):
		return common.Hash{}, &compat.LegacyNotSupportedError{Feature: features.PolicyCodeHash, Target: target, Err: err}
	case compat.IsSelectorMiss(err):
		return v.legacyHash(ctx, target)
	default:
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
}

// RefundHash returns the hash for refunds.
//
// Wrong: the flag that is asked is another feature's.
func (v *Verifier) RefundHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return hash, nil
	}
	if !compat.IsSelectorMiss(err) {
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
	if v.gate.IsStrict(ctx, features.PolicyMetadata) {
		return common.Hash{}, &compat.LegacyNotSupportedError{Feature: features.PolicyCodeHash, Target: target, Err: err}
	}
	v.gate.RecordLegacy(ctx, features.PolicyCodeHash, target)
	return v.legacyHash(ctx, target)
}

// SlashHash returns the hash for slashing.
//
// Wrong: every miss is refused, whatever the flag says. On the day of the deploy no legacy policy is served any more.
func (v *Verifier) SlashHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) {
		return common.Hash{}, &compat.LegacyNotSupportedError{Feature: features.PolicyCodeHash, Target: target, Err: err}
	}
	return hash, err
}

// StakeHash returns the hash for stake weights.
//
// Wrong: a wrapper without Legacy has nothing to serve.
func (v *Verifier) StakeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  features.PolicyCodeHash,
		GraceEnd: features.PolicyCodeHashGraceEnd,
		Ticket:   features.PolicyCodeHashTicket,
		Target:   target,
		New: func(ctx context.Context) (common.Hash, error) {
			return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
	}.Resolve(ctx, v.gate)
	return hash.Value, err
}
