package chainio

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/avs/bindings/policy"
)

// Policy is a policy with its address. It has all methods of the binding by embedding.
type Policy struct {
	*policy.NewtonPolicyCaller
	Address common.Address
}

// Bind returns the policy at the address. It makes no call.
func (c *Client) Bind(target common.Address) (Policy, error) {
	caller, err := c.Policy(target)
	if err != nil {
		return Policy{}, err
	}
	return Policy{NewtonPolicyCaller: caller, Address: target}, nil
}

// Fingerprint returns a hash over everything that decides what the policy does.
//
// Wrong: the promoted method is the binding's, so an old policy has no fingerprint at all.
func (p Policy) Fingerprint(ctx context.Context) (common.Hash, error) {
	opts := &bind.CallOpts{Context: ctx}
	cid, err := p.GetPolicyCid(opts)
	if err != nil {
		return common.Hash{}, fmt.Errorf("fingerprint of policy %s: %w", p.Address, err)
	}
	hash, err := p.GetPolicyCodeHash(opts)
	if err != nil {
		return common.Hash{}, fmt.Errorf("fingerprint of policy %s: %w", p.Address, err)
	}
	return crypto.Keccak256Hash(p.Address.Bytes(), []byte(cid), hash[:]), nil
}
