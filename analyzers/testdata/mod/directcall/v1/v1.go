// Package v1 calls the methods of every type that abigen v1 generates for a contract.
package v1

import (
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/settlement"
	"example.com/lint/bindings/taskmanager"
)

func contract(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\) \(feature "policy_code_hash", legacy served until 2026-10-01\) may be missing on deployed contracts: .*, or annotate contract with //compat:requires policy_code_hash \[directcall/unguarded\]$`
}

func contractSends(p *policy.NewtonPolicy, opts *bind.TransactOpts) (*types.Transaction, error) {
	return p.SetMetadataCid(opts, "cid") // want `^NewtonPolicy\.setMetadataCid\(string\) \(feature "policy_metadata"`
}

func caller(p *policy.NewtonPolicyCaller, opts *bind.CallOpts) ([32]byte, error) {
	return p.PolicyCodeHash(opts) // want `^NewtonPolicy\.policyCodeHash\(\)`
}

func transactor(p *policy.NewtonPolicyTransactor, opts *bind.TransactOpts) (*types.Transaction, error) {
	return p.SetMetadataCid(opts, "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

func session(p *policy.NewtonPolicySession) ([32]byte, error) {
	return p.GetPolicyCodeHash() // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func sessionSends(p *policy.NewtonPolicySession) (*types.Transaction, error) {
	return p.SetMetadataCid("cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

func callerSession(p *policy.NewtonPolicyCallerSession) (string, error) {
	return p.GetMetadataCid() // want `^NewtonPolicy\.getMetadataCid\(\)`
}

func transactorSession(p *policy.NewtonPolicyTransactorSession) (*types.Transaction, error) {
	return p.SetMetadataCid("cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

func value(p policy.NewtonPolicyCaller, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// planned features have to be guarded before their release.
func planned(p *policy.NewtonPolicy, opts *bind.CallOpts, client common.Address) (*big.Int, error) {
	return p.Quota(opts, client) // want `^NewtonPolicy\.quota\(address\) \(feature "policy_quota"`
}

// tuple has a signature that no Go name tells.
func tuple(s *settlement.Settlement, opts *bind.TransactOpts) (*types.Transaction, error) {
	return s.CommitBatch(opts, nil, [4]byte{}) // want `^Settlement\.commitBatch\(\(uint256,address\)\[\],bytes4\) \(feature "settlement_batch"`
}

func named(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) {
	validators, err := s.Validators(opts, 1) // want `^Settlement\.validators\(uint64\)`
	return validators.Next, err
}

// warning is a feature whose criticality says so: hosts are not told.
func warning(s *settlement.Settlement, opts *bind.TransactOpts) (*types.Transaction, error) {
	return s.Prune(opts) // warn `^Settlement\.prune\(\) \(feature "settlement_prune"`
}

// lockstep has no window, and no dual path either.
func lockstep(m *taskmanager.TaskManager, opts *bind.TransactOpts) (*types.Transaction, error) {
	return m.Respond(opts, big.NewInt(1), nil) // want `^TaskManager\.respond\(uint256,bytes\) \(feature "task_respond"\)`
}

// notRegistered calls what contracts always had, or all have by now.
func notRegistered(p *policy.NewtonPolicy, s *settlement.Settlement, m *taskmanager.TaskManager, opts *bind.CallOpts) error {
	if _, err := p.Owner(opts); err != nil {
		return err
	}
	if _, err := p.PolicyConfig(opts); err != nil {
		return err
	}
	if _, err := s.Epoch(opts); err != nil { // strict
		return err
	}
	if _, err := s.Round(opts); err != nil { // retired
		return err
	}
	_, err := m.NextTask(opts)
	return err
}

// anotherContract has functions of the same names and signatures.
func anotherContract(o *oracle.Oracle, calls *bind.CallOpts, sends *bind.TransactOpts) error {
	if _, err := o.GetPolicyCodeHash(calls); err != nil {
		return err
	}
	if _, err := o.OracleCaller.PolicyCodeHash(calls); err != nil {
		return err
	}
	_, err := o.SetMetadataCid(sends, "cid")
	return err
}

// NewtonPolicy is called like the contract and is no binding of it.
type NewtonPolicy struct{}

// GetPolicyCodeHash has a binding's signature.
func (*NewtonPolicy) GetPolicyCodeHash(*bind.CallOpts) ([32]byte, error) { return [32]byte{}, nil }

func stranger(p *NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts)
}

// unreadable is a method of a binding that sends nothing.
func deployed(p *policy.NewtonPolicy, backend bind.ContractBackend) (*policy.NewtonPolicy, error) {
	return policy.NewNewtonPolicy(common.Address{}, backend)
}

var (
	_ = contract
	_ = contractSends
	_ = caller
	_ = transactor
	_ = session
	_ = sessionSends
	_ = callerSession
	_ = transactorSession
	_ = value
	_ = planned
	_ = tuple
	_ = named
	_ = warning
	_ = lockstep
	_ = notRegistered
	_ = anotherContract
	_ = stranger
	_ = deployed
)
