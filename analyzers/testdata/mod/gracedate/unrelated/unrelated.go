// Package unrelated has to do with another contract only.
package unrelated

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/oracle"
)

// Hash is another contract's.
func Hash(o *oracle.Oracle, opts *bind.CallOpts) ([32]byte, error) { return o.GetPolicyCodeHash(opts) }

var _ common.Address
