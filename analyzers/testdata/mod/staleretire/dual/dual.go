// Package dual has dual paths of a feature that is retired, in the shapes that people write.
package dual

import (
	"context"
	"log/slog"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

type hash = [32]byte

func legacyHash(ctx context.Context) (hash, error) { return hash{}, ctx.Err() }

func nested(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		if !compat.IsSelectorMiss(err) {
			return hash{}, err // as it is
		}
		// Contracts of v0.2.
		if gate.IsStrict(ctx, "policy_code_hash") {
			return hash{}, &compat.LegacyNotSupportedError{Feature: "policy_code_hash", Target: target}
		}
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return legacyHash(ctx)
	}
	return h, nil
}

func choice(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := p.GetPolicyCodeHash(nil)
	switch {
	case err == nil:
		return h, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, err
	case gate.IsStrict(ctx, "policy_code_hash"):
		return hash{}, &compat.LegacyNotSupportedError{Feature: "policy_code_hash", Target: target}
	}
	gate.RecordLegacy(ctx, "policy_code_hash", target)
	slog.Info("legacy")
	return legacyHash(ctx)
}

func missFirst(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := p.GetPolicyCodeHash(nil)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_code_hash") {
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return legacyHash(ctx)
	}
	if err != nil {
		return hash{}, err
	}
	return h, nil
}

func held(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := p.GetPolicyCodeHash(nil)
	miss := compat.IsSelectorMiss(err)
	strict := gate.IsStrict(ctx, "policy_code_hash")
	if err != nil && !miss || strict && miss {
		return hash{}, err
	}
	if miss {
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return legacyHash(ctx)
	}
	return h, nil
}

func chain(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	if h, err := p.GetPolicyCodeHash(nil); err == nil {
		return h, nil
	} else if !helpers.IsSelectorMiss(err) {
		return hash{}, err
	} else if gate.IsStrict(ctx, "policy_code_hash") {
		return hash{}, err
	}
	gate.RecordLegacy(ctx, "policy_code_hash", target)
	return legacyHash(ctx)
}

func before(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (hash, error) {
	if !gate.IsStrict(ctx, "policy_code_hash") {
		return legacyHash(ctx)
	}
	return p.GetPolicyCodeHash(nil)
}

func beforeElse(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (h hash, err error) {
	if gate.IsStrict(ctx, "policy_code_hash") {
		owner, ownerErr := p.Owner(nil)
		slog.Info("strict", "owner", owner, "error", ownerErr)
		h, err = p.GetPolicyCodeHash(nil)
	} else {
		h, err = legacyHash(ctx)
	}
	return h, err
}

func loop(ctx context.Context, gate *compat.Gate, policies []*policy.NewtonPolicy, target common.Address) (all []hash, err error) {
	for _, p := range policies {
		h, err := p.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_code_hash") {
			gate.RecordLegacy(ctx, "policy_code_hash", target)
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

func closure(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) func() (hash, error) {
	return func() (hash, error) {
		h, err := p.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_code_hash") {
			gate.RecordLegacy(ctx, "policy_code_hash", target)
			return legacyHash(ctx)
		}
		return h, err
	}
}

func short(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) bool {
	_, err := p.GetPolicyCodeHash(nil)
	return err == nil || gate.IsStrict(ctx, "policy_code_hash") && compat.IsSelectorMiss(err)
}

func otherFeature(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (string, error) {
	cid, err := p.GetMetadataCid(nil)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_metadata") {
		gate.RecordLegacy(ctx, "policy_metadata", target)
		return "", nil
	}
	return cid, err
}

// both has a dual path of each feature.
func both(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (string, error) {
	cid, err := p.GetMetadataCid(nil)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_metadata") {
		gate.RecordLegacy(ctx, "policy_metadata", target)
		return "", nil
	}
	if err != nil {
		return "", err
	}
	_, err = p.GetPolicyCodeHash(nil)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "policy_code_hash") {
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return cid, nil
	}
	return cid, err
}

func switched(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) (hash, error) {
	h, err := p.GetPolicyCodeHash(nil)
	switch strict := gate.IsStrict(ctx, "policy_code_hash"); {
	case strict && compat.IsSelectorMiss(err), err == nil && h == (hash{}):
		return hash{}, &compat.LegacyNotSupportedError{Feature: "policy_code_hash", Target: target}
	case compat.IsSelectorMiss(err):
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return legacyHash(ctx)
	}
	return h, err
}
