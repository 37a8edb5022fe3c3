// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package oraclev2

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// OracleMetaData contains all meta data concerning the Oracle contract.
var OracleMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"getPolicyCodeHash\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyCodeHash\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setMetadataCid\",\"inputs\":[{\"internalType\":\"string\",\"name\":\"cid\",\"type\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"}]",
	ID:  "Oracle",
}

// Oracle is an auto generated Go binding around an Ethereum contract.
type Oracle struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Oracle) GetABI() abi.ABI {
	return c.abi
}

// NewOracle creates a new instance of Oracle.
func NewOracle() *Oracle {
	parsed, err := OracleMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Oracle{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Oracle) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackGetPolicyCodeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe998a088.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (oracle *Oracle) PackGetPolicyCodeHash() []byte {
	enc, err := oracle.abi.Pack("getPolicyCodeHash")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPolicyCodeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe998a088.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (oracle *Oracle) TryPackGetPolicyCodeHash() ([]byte, error) {
	return oracle.abi.Pack("getPolicyCodeHash")
}

// UnpackGetPolicyCodeHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe998a088.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (oracle *Oracle) UnpackGetPolicyCodeHash(data []byte) ([32]byte, error) {
	out, err := oracle.abi.Unpack("getPolicyCodeHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPolicyCodeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ccf57fe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (oracle *Oracle) PackPolicyCodeHash() []byte {
	enc, err := oracle.abi.Pack("policyCodeHash")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyCodeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ccf57fe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (oracle *Oracle) TryPackPolicyCodeHash() ([]byte, error) {
	return oracle.abi.Pack("policyCodeHash")
}

// UnpackPolicyCodeHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (oracle *Oracle) UnpackPolicyCodeHash(data []byte) ([32]byte, error) {
	out, err := oracle.abi.Unpack("policyCodeHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa912f1fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMetadataCid(string cid) returns()
func (oracle *Oracle) PackSetMetadataCid(cid string) []byte {
	enc, err := oracle.abi.Pack("setMetadataCid", cid)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa912f1fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMetadataCid(string cid) returns()
func (oracle *Oracle) TryPackSetMetadataCid(cid string) ([]byte, error) {
	return oracle.abi.Pack("setMetadataCid", cid)
}
