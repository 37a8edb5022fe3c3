package chainio

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/policy"
)

// policyReader is the part of the policy binding that snapshots need: the seam for the decorator and for tests.
type policyReader interface {
	GetPolicyCid(opts *bind.CallOpts) (string, error)
	GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error)
}

// Right: assertions call nothing. The first ties the interface to the binding, the second fails to compile when the
// bindings were generated from an old contract.
var (
	_ policyReader = (*policy.NewtonPolicyCaller)(nil)
	_              = (*policy.NewtonPolicyCaller).GetPolicyCodeHash
)

// Snapshot is what the gateway shows of a policy.
type Snapshot struct {
	Cid      string
	CodeHash common.Hash
}

// Snapshot reads the policy at the address, and logs how long each read took.
func (c *Client) Snapshot(ctx context.Context, target common.Address) (Snapshot, error) {
	p, err := c.Policy(target)
	if err != nil {
		return Snapshot{}, err
	}
	return snapshot(ctx, &tracedPolicy{next: p, log: c.log})
}

// snapshot reads a policy through the interface.
//
// Wrong: behind the interface it is still the binding's method, and its error goes up unclassified.
func snapshot(ctx context.Context, r policyReader) (Snapshot, error) {
	opts := &bind.CallOpts{Context: ctx}
	cid, err := r.GetPolicyCid(opts)
	if err != nil {
		return Snapshot{}, fmt.Errorf("read policy cid: %w", err)
	}
	hash, err := r.GetPolicyCodeHash(opts)
	if err != nil {
		return Snapshot{}, fmt.Errorf("read policy code hash: %w", err)
	}
	return Snapshot{Cid: cid, CodeHash: hash}, nil
}
