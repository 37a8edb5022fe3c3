// Package publish writes the metadata of the policies that the service's own team owns.
//
// Writing is the owner's business; reading policies belongs to package chainio.
package publish

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/avs/bindings/policy"
	"example.com/avs/bindings/policyv2"
	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

// Publisher writes metadata through one connection. It is safe for concurrent use when the backend is.
type Publisher struct {
	Backend bind.ContractBackend
	Gate    *compat.Gate
}

// Publish sets the metadata of a policy.
//
// Wrong: a transaction sends the selector as a call does. With a fixed gas limit the miss is not even an error: the
// transaction goes out and fails on chain.
func (p *Publisher) Publish(opts *bind.TransactOpts, target common.Address, cid string) (*types.Transaction, error) {
	transactor, err := policy.NewNewtonPolicyTransactor(target, p.Backend)
	if err != nil {
		return nil, fmt.Errorf("bind policy %s: %w", target, err)
	}
	return transactor.SetMetadataCid(opts, cid)
}

// PublishAll sets the same metadata on several policies.
//
// Wrong: the session form of the same transaction.
func (p *Publisher) PublishAll(opts *bind.TransactOpts, targets []common.Address, cid string) error {
	for _, target := range targets {
		contract, err := policy.NewNewtonPolicy(target, p.Backend)
		if err != nil {
			return fmt.Errorf("bind policy %s: %w", target, err)
		}
		session := policy.NewtonPolicySession{Contract: contract, TransactOpts: *opts}
		if _, err := session.SetMetadataCid(cid); err != nil {
			return fmt.Errorf("publish metadata of policy %s: %w", target, err)
		}
	}
	return nil
}

// PublishPacked sets the metadata with the v2 binding.
//
// Wrong: the v2 form of the same transaction.
func (p *Publisher) PublishPacked(opts *bindv2.TransactOpts, target common.Address, cid string) (*types.Transaction, error) {
	contract := policyv2.NewNewtonPolicy()
	return bindv2.Transact(contract.Instance(p.Backend, target), opts, contract.PackSetMetadataCid(cid))
}

// PublishStrict sets the metadata when no policy is legacy any more, and does nothing before.
//
// Right: a gate before the call, in the positive form.
func (p *Publisher) PublishStrict(ctx context.Context, opts *bind.TransactOpts, target common.Address, cid string) error {
	if p.Gate.IsStrict(ctx, features.PolicyMetadata) {
		transactor, err := policy.NewNewtonPolicyTransactor(target, p.Backend)
		if err != nil {
			return fmt.Errorf("bind policy %s: %w", target, err)
		}
		_, err = transactor.SetMetadataCid(opts, cid)
		return err
	}
	return nil
}
