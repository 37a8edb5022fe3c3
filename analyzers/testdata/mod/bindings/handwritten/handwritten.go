// Package handwritten is a binding that somebody wrote: it has no header that says it is generated, its names are its own, and it is no
// place for findings all the same.
package handwritten

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
)

// NewtonPolicyABI is what the methods name.
const NewtonPolicyABI = `[
	{"type":"function","name":"getPolicyCodeHash","inputs":[],"outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view"},
	{"type":"function","name":"owner","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"}
]`

// NewtonPolicy calls the contract.
type NewtonPolicy struct{ contract *bind.BoundContract }

// CodeHash is a name of the author's choice.
func (p *NewtonPolicy) CodeHash(opts *bind.CallOpts) (hash [32]byte, err error) {
	out := []any{&hash}
	err = p.contract.Call(opts, &out, "getPolicyCodeHash")
	return hash, err
}

// GetPolicyCodeHash asks for something else, whatever its name says.
func (p *NewtonPolicy) GetPolicyCodeHash(opts *bind.CallOpts) (hash [20]byte, err error) {
	out := []any{&hash}
	err = p.contract.Call(opts, &out, "owner")
	return hash, err
}

// Cached is no method of the contract: what it does is a use like any other.
func Cached(p *NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.CodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}
