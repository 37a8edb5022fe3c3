package verify

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

// FeeHash returns the hash for fees.
//
// Wrong: the end of the grace window is not the registry's. At run time this wrapper would refuse legacy too early.
func (v *Verifier) FeeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  features.PolicyCodeHash,
		GraceEnd: "2027-02-28",
		Ticket:   features.PolicyCodeHashTicket,
		Target:   target,
		New: func(ctx context.Context) (common.Hash, error) {
			return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
		Legacy: func(ctx context.Context) (common.Hash, error) {
			return v.legacyHash(ctx, target)
		},
	}.Resolve(ctx, v.gate)
	return hash.Value, err
}

// RewardHash returns the hash for rewards.
//
// Wrong: the ticket is another one than the registry's, so nobody who closes NEWT-1001 finds this wrapper.
func (v *Verifier) RewardHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  features.PolicyCodeHash,
		GraceEnd: features.PolicyCodeHashGraceEnd,
		Ticket:   "NEWT-1010",
		Target:   target,
		New: func(ctx context.Context) (common.Hash, error) {
			return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
		Legacy: func(ctx context.Context) (common.Hash, error) {
			return v.legacyHash(ctx, target)
		},
	}.Resolve(ctx, v.gate)
	return hash.Value, err
}

// ReceiptHash returns the hash for receipts.
//
// Wrong: the feature is misspelt. Its flag hashes to a slot that nobody sets, and legacy would be served for ever.
func (v *Verifier) ReceiptHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := v.client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_codehash",
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
	return hash.Value, err
}
