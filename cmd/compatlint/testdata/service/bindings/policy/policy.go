// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package policy

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/core/types"
)

// NewtonPolicyMetaData contains all meta data concerning the NewtonPolicy contract.
var NewtonPolicyMetaData = &bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"getPolicyCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPolicyCodeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"cid\",\"type\":\"string\"}],\"name\":\"setMetadataCid\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
}

// NewtonPolicy is an auto generated Go binding around an Ethereum contract.
type NewtonPolicy struct {
	NewtonPolicyCaller     // Read-only binding to the contract
	NewtonPolicyTransactor // Write-only binding to the contract
}

// NewtonPolicyCaller is an auto generated read-only Go binding around an Ethereum contract.
type NewtonPolicyCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// NewtonPolicyTransactor is an auto generated write-only Go binding around an Ethereum contract.
type NewtonPolicyTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// GetPolicyCid is a free data retrieval call binding the contract method 0x08e272d0.
//
// Solidity: function getPolicyCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCaller) GetPolicyCid(opts *bind.CallOpts) (string, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getPolicyCid")
	if err != nil {
		return "", err
	}
	return out[0].(string), nil
}

// GetPolicyCodeHash is a free data retrieval call binding the contract method 0xe998a088.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicyCaller) GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getPolicyCodeHash")
	if err != nil {
		return [32]byte{}, err
	}
	return out[0].([32]byte), nil
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string cid) returns()
func (_NewtonPolicy *NewtonPolicyTransactor) SetMetadataCid(opts *bind.TransactOpts, cid string) (*types.Transaction, error) {
	return _NewtonPolicy.contract.Transact(opts, "setMetadataCid", cid)
}
