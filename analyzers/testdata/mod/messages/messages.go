// Package messages has one finding of every kind that directcall words differently.
package messages

import (
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/policyv2"
	"example.com/lint/bindings/settlement"
	"example.com/lint/bindings/taskmanager"
)

func function(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

type reader struct{ policy *policy.NewtonPolicy }

func (r *reader) method(opts *bind.CallOpts) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `unguarded`
}

// withoutError cannot move its duty.
func withoutError(p *policy.NewtonPolicy, opts *bind.CallOpts) [32]byte {
	hash, _ := p.GetPolicyCodeHash(opts) // want `unguarded`
	return hash
}

func value(p *policy.NewtonPolicy) any {
	return p.GetPolicyCodeHash // want `unguarded`
}

func closure(p *policy.NewtonPolicy) func() error {
	return func() error {
		_, err := p.GetPolicyCodeHash(nil) // want `escapes`
		return err
	}
}

func byName(a abi.ABI) ([]byte, error) {
	return a.Pack("setMetadataCid", "cid") // want `unguarded`
}

func packed(p *policyv2.NewtonPolicy) []byte {
	return p.PackGetPolicyCodeHash() // want `unguarded`
}

func selector() []byte {
	return common.FromHex("0xe998a088") // want `unguarded`
}

//compat:requires policy_code_hash
func fetch(p *policy.NewtonPolicy) ([32]byte, error) { return p.GetPolicyCodeHash(nil) }

func duty(p *policy.NewtonPolicy) ([32]byte, error) {
	return fetch(p) // want `unguarded`
}

func planned(p *policy.NewtonPolicy) error {
	_, err := p.Quota(nil, common.Address{}) // want `unguarded`
	return err
}

func warning(s *settlement.Settlement) error {
	_, err := s.Prune(nil) // warn `unguarded`
	return err
}

func lockstep(m *taskmanager.TaskManager) error {
	_, err := m.Respond(nil, nil, nil) // want `unguarded`
	return err
}

var instance policy.NewtonPolicy

var hash, _ = instance.GetPolicyCodeHash(nil) // want `unguarded`

func init() {
	instance.GetPolicyCodeHash(nil) // want `unguarded`
}

var _, _, _, _, _, _, _, _, _, _, _, _ = function, (*reader).method, withoutError, value, closure, byName, packed, selector, duty, planned, warning, lockstep
