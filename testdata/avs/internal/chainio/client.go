// Package chainio reads policy contracts: thin methods around the generated binding, one chain call each.
//
// What a value means, and what to do when a policy is too old to have it, belongs to the callers (package verify).
package chainio

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/policy"
)

// Client reads policies over one connection. It is safe for concurrent use when the backend is.
type Client struct {
	backend bind.ContractBackend
	log     *slog.Logger
}

// New returns a client that reads through the backend.
func New(backend bind.ContractBackend) *Client {
	return &Client{backend: backend, log: slog.Default()}
}

// Policy returns the binding of the policy at the address. It makes no call.
func (c *Client) Policy(target common.Address) (*policy.NewtonPolicyCaller, error) {
	p, err := policy.NewNewtonPolicyCaller(target, c.backend)
	if err != nil {
		return nil, fmt.Errorf("bind policy %s: %w", target, err)
	}
	return p, nil
}

// PolicyCid returns the CID of the policy's program.
//
// Right: getPolicyCid() is as old as the contract, so it needs no guard.
func (c *Client) PolicyCid(ctx context.Context, target common.Address) (string, error) {
	p, err := c.Policy(target)
	if err != nil {
		return "", err
	}
	return p.GetPolicyCid(&bind.CallOpts{Context: ctx})
}

// CodeHash returns the hash of the policy's program.
//
// Right: a thin reader hands the duty to its callers. They have to guard CodeHash like the call itself.
//
//compat:requires policy_code_hash
func (c *Client) CodeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := c.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return common.Hash{}, fmt.Errorf("code hash of policy %s: %w", target, err)
	}
	return hash, nil
}

// ServesCodeHash says whether the policy at the address has the code hash functions.
//
// Right: a probe. Success is a yes, a selector miss is a no, and any other error is nobody's answer and is returned.
//
//compat:guard supports policy_code_hash
func (c *Client) ServesCodeHash(ctx context.Context, target common.Address) (bool, error) {
	p, err := c.Policy(target)
	if err != nil {
		return false, err
	}
	_, err = p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return true, nil
	case IsSelectorMiss(err):
		return false, nil
	default:
		return false, fmt.Errorf("probe policy %s: %w", target, err)
	}
}

// FetchCodeHash returns the hash of the policy's program.
//
// Wrong: the same thin reader without the directive. Nobody classifies the error and nobody is told to: on a policy
// from before v0.3 the caller sees "execution reverted".
func (c *Client) FetchCodeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := c.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}
