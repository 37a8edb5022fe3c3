// Package source has a method with a duty, and interfaces that tell of it or do not, for another package than these.
package source

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

// A Reader moves its duty to its callers.
type Reader struct{ Policy *policy.NewtonPolicy }

// Hash needs the feature.
//
//compat:requires policy_code_hash
func (r Reader) Hash() ([32]byte, error) { return r.Policy.GetPolicyCodeHash(&bind.CallOpts{}) }

// Plain needs nothing.
func (r Reader) Plain() ([32]byte, error) { return [32]byte{}, nil }

// A Telling says what its implementations need.
type Telling interface {
	//compat:requires policy_code_hash
	Hash() ([32]byte, error)
}

// A Silent does not.
type Silent interface {
	Hash() ([32]byte, error)
}
