// Package duty has functions that moved their duty to their callers, in another package than these.
package duty

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

// Fetch moves its duty.
//
//compat:requires policy_code_hash
func Fetch(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts)
}

// Plain has none.
func Plain(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) { return [32]byte{}, nil }

// A Reader has methods.
type Reader struct{ Policy *policy.NewtonPolicy }

// Hash moves its duty with a comment on the line above.
//
//compat:requires policy_code_hash
func (r *Reader) Hash(opts *bind.CallOpts) ([32]byte, error) { return r.Policy.GetPolicyCodeHash(opts) }

// A Source says so in the interface.
type Source interface {
	//compat:requires policy_code_hash
	Digest() ([32]byte, error)

	Title() (string, error) //compat:requires policy_metadata
	Plain() ([32]byte, error)
}

// Generic is instantiated elsewhere.
//
//compat:requires policy_code_hash
func Generic[T any](t T, read func(T) ([32]byte, error)) ([32]byte, error) { return read(t) }

// Both names two features.
//
//compat:requires policy_code_hash, policy_metadata
func Both(p *policy.NewtonPolicy) error { return nil }
