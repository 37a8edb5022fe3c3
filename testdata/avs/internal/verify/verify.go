// Package verify decides which code hash a task's response must carry for its policy.
//
// It serves policies of both versions while policy_code_hash is in its grace period: verify.go and configured.go do it
// right, in the forms a team may choose from, and mistakes.go and stale.go hold what teams write instead. Reading the
// chain belongs to package chainio.
package verify

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/avs/bindings/policyv2"
	"example.com/avs/internal/chainio"
	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

// Verifier answers for the policies of one chain. It is safe for concurrent use.
type Verifier struct {
	backend bind.ContractBackend
	client  *chainio.Client
	gate    *compat.Gate
}

// New returns a verifier that reads through the backend and asks the gate about strictness.
func New(backend bind.ContractBackend, gate *compat.Gate) *Verifier {
	return &Verifier{backend: backend, client: chainio.New(backend), gate: gate}
}

// legacyHash is what stands in for the code hash of a policy that has none: the hash of its CID.
func (v *Verifier) legacyHash(ctx context.Context, target common.Address) (common.Hash, error) {
	cid, err := v.client.PolicyCid(ctx, target)
	if err != nil {
		return common.Hash{}, fmt.Errorf("legacy hash of policy %s: %w", target, err)
	}
	return crypto.Keccak256Hash([]byte(cid)), nil
}

// TaskHash returns the hash for the response to a task.
//
// Right: the wrapper decides. New holds the new call, Legacy what replaces it, and date and ticket are the registry's.
func (v *Verifier) TaskHash(ctx context.Context, target common.Address) (common.Hash, error) {
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
		Legacy: func(ctx context.Context) (common.Hash, error) {
			return v.legacyHash(ctx, target)
		},
	}.Resolve(ctx, v.gate)
	if err != nil {
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
	return hash.Value, nil
}

// PendingHash is TaskHash for the pending block, with the v2 binding.
//
// Right: the same wrapper, kept in a variable and written with literals.
func (v *Verifier) PendingHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p := policyv2.NewNewtonPolicy()
	instance := p.Instance(v.backend, target)
	read := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2027-05-14",
		Ticket:   "NEWT-1001",
		Target:   target,
		New: func(ctx context.Context) (common.Hash, error) {
			opts := &bindv2.CallOpts{Context: ctx, Pending: true}
			return bindv2.Call(instance, opts, p.PackGetPolicyCodeHash(), p.UnpackGetPolicyCodeHash)
		},
		Legacy: func(ctx context.Context) (common.Hash, error) {
			return v.legacyHash(ctx, target)
		},
	}
	hash, err := read.Resolve(ctx, v.gate)
	if err != nil {
		return common.Hash{}, fmt.Errorf("pending hash for policy %s: %w", target, err)
	}
	return hash.Value, nil
}

// QuoteHash returns the hash for a quote.
//
// Right: the dual path written out. Success, a miss that strict refuses, a miss that is recorded and served, the rest.
func (v *Verifier) QuoteHash(ctx context.Context, target common.Address) (common.Hash, error) {
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
		v.gate.RecordLegacy(ctx, features.PolicyCodeHash, target)
		return v.legacyHash(ctx, target)
	default:
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
}

// BundleHash returns the hash for a bundle of tasks.
//
// Right: the same dual path with early returns.
func (v *Verifier) BundleHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.PolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return hash, nil
	}
	if !compat.IsSelectorMiss(err) {
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
	if v.gate.IsStrict(ctx, features.PolicyCodeHash) {
		return common.Hash{}, &compat.LegacyNotSupportedError{Feature: features.PolicyCodeHash, Target: target, Err: err}
	}
	v.gate.RecordLegacy(ctx, features.PolicyCodeHash, target)
	return v.legacyHash(ctx, target)
}

// AuditHash returns the hash that auditors compare, once legacy policies are refused.
//
// Right: a gate before the call. While the flag is off the call is never reached.
func (v *Verifier) AuditHash(ctx context.Context, target common.Address) (common.Hash, error) {
	if !v.gate.IsStrict(ctx, features.PolicyCodeHash) {
		return v.legacyHash(ctx, target)
	}
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}

// CachedHash returns the hash for the cache of the gateway.
//
// Right: the probe carries //compat:guard supports, so the call below is reached only where the function is.
func (v *Verifier) CachedHash(ctx context.Context, target common.Address) (common.Hash, error) {
	ok, err := v.client.ServesCodeHash(ctx, target)
	if err != nil {
		return common.Hash{}, fmt.Errorf("hash for policy %s: %w", target, err)
	}
	if !ok {
		return v.legacyHash(ctx, target)
	}
	return v.client.CodeHash(ctx, target)
}
