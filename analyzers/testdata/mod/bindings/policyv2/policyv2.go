// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package policyv2

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

// NewtonPolicyMetaData contains all meta data concerning the NewtonPolicy contract.
var NewtonPolicyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyConfig\",\"inputs\":[],\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"threshold\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getPolicyCodeHash\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyCodeHash\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMetadataCid\",\"inputs\":[],\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setMetadataCid\",\"inputs\":[{\"internalType\":\"string\",\"name\":\"cid\",\"type\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"quota\",\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"}],\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\"}]",
	ID:  "NewtonPolicy",
}

// NewtonPolicy is an auto generated Go binding around an Ethereum contract.
type NewtonPolicy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NewtonPolicy) GetABI() abi.ABI {
	return c.abi
}

// NewNewtonPolicy creates a new instance of NewtonPolicy.
func NewNewtonPolicy() *NewtonPolicy {
	parsed, err := NewtonPolicyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NewtonPolicy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NewtonPolicy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackGetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd74ee46d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMetadataCid() view returns(string)
func (newtonPolicy *NewtonPolicy) PackGetMetadataCid() []byte {
	enc, err := newtonPolicy.abi.Pack("getMetadataCid")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd74ee46d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMetadataCid() view returns(string)
func (newtonPolicy *NewtonPolicy) TryPackGetMetadataCid() ([]byte, error) {
	return newtonPolicy.abi.Pack("getMetadataCid")
}

// UnpackGetMetadataCid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd74ee46d.
//
// Solidity: function getMetadataCid() view returns(string)
func (newtonPolicy *NewtonPolicy) UnpackGetMetadataCid(data []byte) (string, error) {
	out, err := newtonPolicy.abi.Unpack("getMetadataCid", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackGetPolicyCodeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe998a088.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (newtonPolicy *NewtonPolicy) PackGetPolicyCodeHash() []byte {
	enc, err := newtonPolicy.abi.Pack("getPolicyCodeHash")
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
func (newtonPolicy *NewtonPolicy) TryPackGetPolicyCodeHash() ([]byte, error) {
	return newtonPolicy.abi.Pack("getPolicyCodeHash")
}

// UnpackGetPolicyCodeHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe998a088.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (newtonPolicy *NewtonPolicy) UnpackGetPolicyCodeHash(data []byte) ([32]byte, error) {
	out, err := newtonPolicy.abi.Unpack("getPolicyCodeHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address admin) returns()
func (newtonPolicy *NewtonPolicy) PackInitialize(admin common.Address) []byte {
	enc, err := newtonPolicy.abi.Pack("initialize", admin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d66de8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address admin) returns()
func (newtonPolicy *NewtonPolicy) TryPackInitialize(admin common.Address) ([]byte, error) {
	return newtonPolicy.abi.Pack("initialize", admin)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (newtonPolicy *NewtonPolicy) PackOwner() []byte {
	enc, err := newtonPolicy.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (newtonPolicy *NewtonPolicy) TryPackOwner() ([]byte, error) {
	return newtonPolicy.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (newtonPolicy *NewtonPolicy) UnpackOwner(data []byte) (common.Address, error) {
	out, err := newtonPolicy.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPolicyCodeHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ccf57fe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (newtonPolicy *NewtonPolicy) PackPolicyCodeHash() []byte {
	enc, err := newtonPolicy.abi.Pack("policyCodeHash")
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
func (newtonPolicy *NewtonPolicy) TryPackPolicyCodeHash() ([]byte, error) {
	return newtonPolicy.abi.Pack("policyCodeHash")
}

// UnpackPolicyCodeHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (newtonPolicy *NewtonPolicy) UnpackPolicyCodeHash(data []byte) ([32]byte, error) {
	out, err := newtonPolicy.abi.Unpack("policyCodeHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPolicyConfig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf2a262b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function policyConfig() view returns(uint256 threshold, address admin)
func (newtonPolicy *NewtonPolicy) PackPolicyConfig() []byte {
	enc, err := newtonPolicy.abi.Pack("policyConfig")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPolicyConfig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf2a262b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function policyConfig() view returns(uint256 threshold, address admin)
func (newtonPolicy *NewtonPolicy) TryPackPolicyConfig() ([]byte, error) {
	return newtonPolicy.abi.Pack("policyConfig")
}

// PolicyConfigOutput serves as a container for the return parameters of contract
// method PolicyConfig.
type PolicyConfigOutput struct {
	Threshold *big.Int
	Admin     common.Address
}

// UnpackPolicyConfig is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbf2a262b.
//
// Solidity: function policyConfig() view returns(uint256 threshold, address admin)
func (newtonPolicy *NewtonPolicy) UnpackPolicyConfig(data []byte) (PolicyConfigOutput, error) {
	out, err := newtonPolicy.abi.Unpack("policyConfig", data)
	outstruct := new(PolicyConfigOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Threshold = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Admin = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackQuota is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cee24f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quota(address client) view returns(uint256)
func (newtonPolicy *NewtonPolicy) PackQuota(client common.Address) []byte {
	enc, err := newtonPolicy.abi.Pack("quota", client)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuota is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cee24f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quota(address client) view returns(uint256)
func (newtonPolicy *NewtonPolicy) TryPackQuota(client common.Address) ([]byte, error) {
	return newtonPolicy.abi.Pack("quota", client)
}

// UnpackQuota is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1cee24f5.
//
// Solidity: function quota(address client) view returns(uint256)
func (newtonPolicy *NewtonPolicy) UnpackQuota(data []byte) (*big.Int, error) {
	out, err := newtonPolicy.abi.Unpack("quota", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa912f1fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMetadataCid(string cid) returns()
func (newtonPolicy *NewtonPolicy) PackSetMetadataCid(cid string) []byte {
	enc, err := newtonPolicy.abi.Pack("setMetadataCid", cid)
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
func (newtonPolicy *NewtonPolicy) TryPackSetMetadataCid(cid string) ([]byte, error) {
	return newtonPolicy.abi.Pack("setMetadataCid", cid)
}
