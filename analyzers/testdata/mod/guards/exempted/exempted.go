// Package exempted has a type that the registry exempts, and one with the same methods that it does not.
package exempted

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

// ReaderV15 is not the exempt type of that name: that one is in package helpers.
type ReaderV15 struct{ policy *policy.NewtonPolicy }

func (r *ReaderV15) hash(opts *bind.CallOpts) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}
