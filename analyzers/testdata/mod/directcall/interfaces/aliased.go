package interfaces

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/aliased"
)

// A Renamed reader has the names that --alias gave the binding which this package imports.
type Renamed interface {
	CodeDigest(opts *bind.CallOpts) ([32]byte, error)
	PolicyCodeHash(opts *bind.CallOpts) (common.Address, error)
}

var _ Renamed = (*aliased.NewtonPolicy)(nil)

func renamed(r Renamed, opts *bind.CallOpts) {
	r.CodeDigest(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	r.PolicyCodeHash(opts)
}

var _ = renamed
