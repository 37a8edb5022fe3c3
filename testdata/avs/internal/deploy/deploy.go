// Package deploy deploys policies of the current version and checks them.
//
// It never meets a legacy policy: what it talks to, it has just deployed. compat.yaml exempts the whole package.
package deploy

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/avs/bindings/policy"
)

// Policy deploys the current implementation of a policy, and returns its address and the transaction.
func Policy(opts *bind.TransactOpts, backend bind.ContractBackend) (common.Address, *types.Transaction, error) {
	address, tx, _, err := policy.DeployNewtonPolicy(opts, backend)
	if err != nil {
		return common.Address{}, nil, fmt.Errorf("deploy policy: %w", err)
	}
	return address, tx, nil
}

// Check compares the code hash of a policy that was just deployed with the one that it was given.
//
// Right: the package is exempt.
func Check(ctx context.Context, backend bind.ContractBackend, target common.Address, want common.Hash) error {
	p, err := policy.NewNewtonPolicyCaller(target, backend)
	if err != nil {
		return fmt.Errorf("bind policy %s: %w", target, err)
	}
	got, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return fmt.Errorf("check policy %s: %w", target, err)
	}
	if got != want {
		return fmt.Errorf("policy %s has code hash %x, want %s", target, got, want)
	}
	return nil
}
