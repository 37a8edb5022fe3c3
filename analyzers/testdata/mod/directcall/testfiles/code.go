// Package testfiles has tests, which are left alone unless -tests says otherwise.
package testfiles

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

// Hash is no test.
func Hash(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Call has its forwarded name in a test.
func Call(c *bind.BoundContract, method string) error { return c.Call(nil, nil, method) }
