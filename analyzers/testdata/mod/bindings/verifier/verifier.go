// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package verifier

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = errors.New
	_ = big.NewInt
	_ = strings.NewReader
	_ = ethereum.NotFound
	_ = bind.Bind
	_ = common.Big1
	_ = types.BloomLookup
	_ = event.NewSubscription
	_ = abi.ConvertType
	_ = time.Tick
	_ = context.Background
)

// VerifierMetaData contains all meta data concerning the Verifier contract.
var VerifierMetaData = &bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"attest\",\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"task\",\"type\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"attest\",\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"task\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"isCursed\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isCursed\",\"inputs\":[{\"internalType\":\"bytes16\",\"name\":\"subject\",\"type\":\"bytes16\"}],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\"}]",
}

// VerifierABI is the input ABI used to generate the binding from.
// Deprecated: Use VerifierMetaData.ABI instead.
var VerifierABI = VerifierMetaData.ABI

// Verifier is an auto generated Go binding around an Ethereum contract.
type Verifier struct {
	VerifierCaller     // Read-only binding to the contract
	VerifierTransactor // Write-only binding to the contract
	VerifierFilterer   // Log filterer for contract events
}

// VerifierCaller is an auto generated read-only Go binding around an Ethereum contract.
type VerifierCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// VerifierTransactor is an auto generated write-only Go binding around an Ethereum contract.
type VerifierTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// VerifierFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type VerifierFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// VerifierSession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type VerifierSession struct {
	Contract     *Verifier         // Generic contract binding to set the session for
	CallOpts     bind.CallOpts     // Call options to use throughout this session
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// VerifierCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type VerifierCallerSession struct {
	Contract *VerifierCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts   // Call options to use throughout this session
}

// VerifierTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type VerifierTransactorSession struct {
	Contract     *VerifierTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts   // Transaction auth options to use throughout this session
}

// VerifierRaw is an auto generated low-level Go binding around an Ethereum contract.
type VerifierRaw struct {
	Contract *Verifier // Generic contract binding to access the raw methods on
}

// VerifierCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type VerifierCallerRaw struct {
	Contract *VerifierCaller // Generic read-only contract binding to access the raw methods on
}

// VerifierTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type VerifierTransactorRaw struct {
	Contract *VerifierTransactor // Generic write-only contract binding to access the raw methods on
}

// NewVerifier creates a new instance of Verifier, bound to a specific deployed contract.
func NewVerifier(address common.Address, backend bind.ContractBackend) (*Verifier, error) {
	contract, err := bindVerifier(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &Verifier{VerifierCaller: VerifierCaller{contract: contract}, VerifierTransactor: VerifierTransactor{contract: contract}, VerifierFilterer: VerifierFilterer{contract: contract}}, nil
}

// NewVerifierCaller creates a new read-only instance of Verifier, bound to a specific deployed contract.
func NewVerifierCaller(address common.Address, caller bind.ContractCaller) (*VerifierCaller, error) {
	contract, err := bindVerifier(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &VerifierCaller{contract: contract}, nil
}

// NewVerifierTransactor creates a new write-only instance of Verifier, bound to a specific deployed contract.
func NewVerifierTransactor(address common.Address, transactor bind.ContractTransactor) (*VerifierTransactor, error) {
	contract, err := bindVerifier(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &VerifierTransactor{contract: contract}, nil
}

// NewVerifierFilterer creates a new log filterer instance of Verifier, bound to a specific deployed contract.
func NewVerifierFilterer(address common.Address, filterer bind.ContractFilterer) (*VerifierFilterer, error) {
	contract, err := bindVerifier(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &VerifierFilterer{contract: contract}, nil
}

// bindVerifier binds a generic wrapper to an already deployed contract.
func bindVerifier(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := VerifierMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Verifier *VerifierRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Verifier.Contract.VerifierCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Verifier *VerifierRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Verifier.Contract.VerifierTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Verifier *VerifierRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Verifier.Contract.VerifierTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Verifier *VerifierCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Verifier.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Verifier *VerifierTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Verifier.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Verifier *VerifierTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Verifier.Contract.contract.Transact(opts, method, params...)
}

// IsCursed is a free data retrieval call binding the contract method 0x397796f7.
//
// Solidity: function isCursed() view returns(bool)
func (_Verifier *VerifierCaller) IsCursed(opts *bind.CallOpts) (bool, error) {
	var out []interface{}
	err := _Verifier.contract.Call(opts, &out, "isCursed")

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// IsCursed is a free data retrieval call binding the contract method 0x397796f7.
//
// Solidity: function isCursed() view returns(bool)
func (_Verifier *VerifierSession) IsCursed() (bool, error) {
	return _Verifier.Contract.IsCursed(&_Verifier.CallOpts)
}

// IsCursed is a free data retrieval call binding the contract method 0x397796f7.
//
// Solidity: function isCursed() view returns(bool)
func (_Verifier *VerifierCallerSession) IsCursed() (bool, error) {
	return _Verifier.Contract.IsCursed(&_Verifier.CallOpts)
}

// IsCursed0 is a free data retrieval call binding the contract method 0x2cbc26bb.
//
// Solidity: function isCursed(bytes16 subject) view returns(bool)
func (_Verifier *VerifierCaller) IsCursed0(opts *bind.CallOpts, subject [16]byte) (bool, error) {
	var out []interface{}
	err := _Verifier.contract.Call(opts, &out, "isCursed0", subject)

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// IsCursed0 is a free data retrieval call binding the contract method 0x2cbc26bb.
//
// Solidity: function isCursed(bytes16 subject) view returns(bool)
func (_Verifier *VerifierSession) IsCursed0(subject [16]byte) (bool, error) {
	return _Verifier.Contract.IsCursed0(&_Verifier.CallOpts, subject)
}

// IsCursed0 is a free data retrieval call binding the contract method 0x2cbc26bb.
//
// Solidity: function isCursed(bytes16 subject) view returns(bool)
func (_Verifier *VerifierCallerSession) IsCursed0(subject [16]byte) (bool, error) {
	return _Verifier.Contract.IsCursed0(&_Verifier.CallOpts, subject)
}

// Attest is a paid mutator transaction binding the contract method 0x23c3617f.
//
// Solidity: function attest(bytes32 task) returns()
func (_Verifier *VerifierTransactor) Attest(opts *bind.TransactOpts, task [32]byte) (*types.Transaction, error) {
	return _Verifier.contract.Transact(opts, "attest", task)
}

// Attest is a paid mutator transaction binding the contract method 0x23c3617f.
//
// Solidity: function attest(bytes32 task) returns()
func (_Verifier *VerifierSession) Attest(task [32]byte) (*types.Transaction, error) {
	return _Verifier.Contract.Attest(&_Verifier.TransactOpts, task)
}

// Attest is a paid mutator transaction binding the contract method 0x23c3617f.
//
// Solidity: function attest(bytes32 task) returns()
func (_Verifier *VerifierTransactorSession) Attest(task [32]byte) (*types.Transaction, error) {
	return _Verifier.Contract.Attest(&_Verifier.TransactOpts, task)
}

// Attest0 is a paid mutator transaction binding the contract method 0x63671b60.
//
// Solidity: function attest(bytes32 task, bytes data) returns()
func (_Verifier *VerifierTransactor) Attest0(opts *bind.TransactOpts, task [32]byte, data []byte) (*types.Transaction, error) {
	return _Verifier.contract.Transact(opts, "attest0", task, data)
}

// Attest0 is a paid mutator transaction binding the contract method 0x63671b60.
//
// Solidity: function attest(bytes32 task, bytes data) returns()
func (_Verifier *VerifierSession) Attest0(task [32]byte, data []byte) (*types.Transaction, error) {
	return _Verifier.Contract.Attest0(&_Verifier.TransactOpts, task, data)
}

// Attest0 is a paid mutator transaction binding the contract method 0x63671b60.
//
// Solidity: function attest(bytes32 task, bytes data) returns()
func (_Verifier *VerifierTransactorSession) Attest0(task [32]byte, data []byte) (*types.Transaction, error) {
	return _Verifier.Contract.Attest0(&_Verifier.TransactOpts, task, data)
}
