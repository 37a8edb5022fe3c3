// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package verifierv2

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

// VerifierMetaData contains all meta data concerning the Verifier contract.
var VerifierMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"attest\",\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"task\",\"type\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"attest\",\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"task\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"isCursed\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isCursed\",\"inputs\":[{\"internalType\":\"bytes16\",\"name\":\"subject\",\"type\":\"bytes16\"}],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\"}]",
	ID:  "Verifier",
}

// Verifier is an auto generated Go binding around an Ethereum contract.
type Verifier struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Verifier) GetABI() abi.ABI {
	return c.abi
}

// NewVerifier creates a new instance of Verifier.
func NewVerifier() *Verifier {
	parsed, err := VerifierMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Verifier{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Verifier) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAttest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23c3617f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function attest(bytes32 task) returns()
func (verifier *Verifier) PackAttest(task [32]byte) []byte {
	enc, err := verifier.abi.Pack("attest", task)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAttest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23c3617f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function attest(bytes32 task) returns()
func (verifier *Verifier) TryPackAttest(task [32]byte) ([]byte, error) {
	return verifier.abi.Pack("attest", task)
}

// PackAttest0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63671b60.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function attest(bytes32 task, bytes data) returns()
func (verifier *Verifier) PackAttest0(task [32]byte, data []byte) []byte {
	enc, err := verifier.abi.Pack("attest0", task, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAttest0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63671b60.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function attest(bytes32 task, bytes data) returns()
func (verifier *Verifier) TryPackAttest0(task [32]byte, data []byte) ([]byte, error) {
	return verifier.abi.Pack("attest0", task, data)
}

// PackIsCursed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x397796f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isCursed() view returns(bool)
func (verifier *Verifier) PackIsCursed() []byte {
	enc, err := verifier.abi.Pack("isCursed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsCursed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x397796f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isCursed() view returns(bool)
func (verifier *Verifier) TryPackIsCursed() ([]byte, error) {
	return verifier.abi.Pack("isCursed")
}

// UnpackIsCursed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x397796f7.
//
// Solidity: function isCursed() view returns(bool)
func (verifier *Verifier) UnpackIsCursed(data []byte) (bool, error) {
	out, err := verifier.abi.Unpack("isCursed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsCursed0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2cbc26bb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isCursed(bytes16 subject) view returns(bool)
func (verifier *Verifier) PackIsCursed0(subject [16]byte) []byte {
	enc, err := verifier.abi.Pack("isCursed0", subject)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsCursed0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2cbc26bb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isCursed(bytes16 subject) view returns(bool)
func (verifier *Verifier) TryPackIsCursed0(subject [16]byte) ([]byte, error) {
	return verifier.abi.Pack("isCursed0", subject)
}

// UnpackIsCursed0 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2cbc26bb.
//
// Solidity: function isCursed(bytes16 subject) view returns(bool)
func (verifier *Verifier) UnpackIsCursed0(data []byte) (bool, error) {
	out, err := verifier.abi.Unpack("isCursed0", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}
