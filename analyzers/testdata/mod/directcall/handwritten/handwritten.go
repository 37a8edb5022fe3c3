// Package handwritten calls bindings that today's abigen does not write.
package handwritten

import (
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/constabi"
	"example.com/lint/bindings/handwritten"
)

// Old is of an abigen before MetaData.
func Old(p *constabi.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// OldOwner is not registered.
func OldOwner(p *constabi.NewtonPolicy, opts *bind.CallOpts) (common.Address, error) {
	return p.Owner(opts)
}

// OldABI is a constant.
func OldABI() ([]byte, error) {
	parsed, err := abi.JSON(strings.NewReader(constabi.NewtonPolicyABI))
	if err != nil {
		return nil, err
	}
	return parsed.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Written by hand: the name says nothing.
func Written(p *handwritten.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.CodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Misnamed sends owner().
func Misnamed(p *handwritten.NewtonPolicy, opts *bind.CallOpts) ([20]byte, error) {
	return p.GetPolicyCodeHash(opts)
}
