// Package aliases calls methods that abigen's --alias renamed, two of them to each other's names.
package aliases

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/aliased"
	"example.com/lint/bindings/aliasedv2"
)

// Digest is getPolicyCodeHash().
func Digest(p *aliased.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.CodeDigest(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Owner is called policyCodeHash.
func Owner(p *aliased.NewtonPolicy, opts *bind.CallOpts) (common.Address, error) {
	return p.PolicyCodeHash(opts)
}

// Hash is called owner.
func Hash(p *aliased.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.Owner(opts) // want `^NewtonPolicy\.policyCodeHash\(\)`
}

// Session forwards to the renamed methods.
func Session(p *aliased.NewtonPolicySession) ([32]byte, error) {
	return p.CodeDigest() // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Pack is v2.
func Pack(p *aliasedv2.NewtonPolicy) [][]byte {
	return [][]byte{p.PackOwner(), p.PackCodeDigest()} // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}
