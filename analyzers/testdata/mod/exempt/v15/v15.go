// Package v15 exists for one version of the contracts: the registry exempts it.
package v15

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

// Hash needs no guard.
func Hash(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts)
}
