// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

// Package constabi is a binding as abigen wrote them before there was MetaData: the ABI is a constant, and no comment has a selector.
package constabi

import (
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

// NewtonPolicyABI is the input ABI used to generate the binding from.
const NewtonPolicyABI = "[{\"constant\":true,\"inputs\":[],\"name\":\"getPolicyCodeHash\",\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\"}],\"payable\":false,\"stateMutability\":\"view\",\"type\":\"function\"},{\"constant\":true,\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"name\":\"\",\"type\":\"address\"}],\"payable\":false,\"stateMutability\":\"view\",\"type\":\"function\"}]"

// NewtonPolicy is an auto generated Go binding around an Ethereum contract.
type NewtonPolicy struct {
	NewtonPolicyCaller
	NewtonPolicyTransactor
}

// NewtonPolicyCaller is an auto generated read-only Go binding around an Ethereum contract.
type NewtonPolicyCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// NewtonPolicyTransactor is an auto generated write-only Go binding around an Ethereum contract.
type NewtonPolicyTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// NewNewtonPolicyCaller creates a new read-only instance of NewtonPolicy, bound to a specific deployed contract.
func NewNewtonPolicyCaller(address common.Address, caller bind.ContractCaller) (*NewtonPolicyCaller, error) {
	parsed, err := abi.JSON(strings.NewReader(NewtonPolicyABI))
	if err != nil {
		return nil, err
	}
	return &NewtonPolicyCaller{contract: bind.NewBoundContract(address, parsed, caller, nil, nil)}, nil
}

// GetPolicyCodeHash is a free data retrieval call.
func (_NewtonPolicy *NewtonPolicyCaller) GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getPolicyCodeHash")
	if err != nil {
		return [32]byte{}, err
	}
	return *abi.ConvertType(out[0], new([32]byte)).(*[32]byte), nil
}

// Owner is a free data retrieval call.
func (_NewtonPolicy *NewtonPolicyCaller) Owner(opts *bind.CallOpts) (common.Address, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "owner")
	if err != nil {
		return common.Address{}, err
	}
	return *abi.ConvertType(out[0], new(common.Address)).(*common.Address), nil
}
