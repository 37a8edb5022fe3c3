// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package policy

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

// NewtonPolicyMetaData contains all meta data concerning the NewtonPolicy contract.
var NewtonPolicyMetaData = &bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyConfig\",\"inputs\":[],\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"threshold\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialize\",\"inputs\":[{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getPolicyCodeHash\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"policyCodeHash\",\"inputs\":[],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMetadataCid\",\"inputs\":[],\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setMetadataCid\",\"inputs\":[{\"internalType\":\"string\",\"name\":\"cid\",\"type\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"quota\",\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"}],\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\"}]",
}

// NewtonPolicyABI is the input ABI used to generate the binding from.
// Deprecated: Use NewtonPolicyMetaData.ABI instead.
var NewtonPolicyABI = NewtonPolicyMetaData.ABI

// NewtonPolicy is an auto generated Go binding around an Ethereum contract.
type NewtonPolicy struct {
	NewtonPolicyCaller     // Read-only binding to the contract
	NewtonPolicyTransactor // Write-only binding to the contract
	NewtonPolicyFilterer   // Log filterer for contract events
}

// NewtonPolicyCaller is an auto generated read-only Go binding around an Ethereum contract.
type NewtonPolicyCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// NewtonPolicyTransactor is an auto generated write-only Go binding around an Ethereum contract.
type NewtonPolicyTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// NewtonPolicyFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type NewtonPolicyFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// NewtonPolicySession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type NewtonPolicySession struct {
	Contract     *NewtonPolicy     // Generic contract binding to set the session for
	CallOpts     bind.CallOpts     // Call options to use throughout this session
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// NewtonPolicyCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type NewtonPolicyCallerSession struct {
	Contract *NewtonPolicyCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts       // Call options to use throughout this session
}

// NewtonPolicyTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type NewtonPolicyTransactorSession struct {
	Contract     *NewtonPolicyTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts       // Transaction auth options to use throughout this session
}

// NewtonPolicyRaw is an auto generated low-level Go binding around an Ethereum contract.
type NewtonPolicyRaw struct {
	Contract *NewtonPolicy // Generic contract binding to access the raw methods on
}

// NewtonPolicyCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type NewtonPolicyCallerRaw struct {
	Contract *NewtonPolicyCaller // Generic read-only contract binding to access the raw methods on
}

// NewtonPolicyTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type NewtonPolicyTransactorRaw struct {
	Contract *NewtonPolicyTransactor // Generic write-only contract binding to access the raw methods on
}

// NewNewtonPolicy creates a new instance of NewtonPolicy, bound to a specific deployed contract.
func NewNewtonPolicy(address common.Address, backend bind.ContractBackend) (*NewtonPolicy, error) {
	contract, err := bindNewtonPolicy(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &NewtonPolicy{NewtonPolicyCaller: NewtonPolicyCaller{contract: contract}, NewtonPolicyTransactor: NewtonPolicyTransactor{contract: contract}, NewtonPolicyFilterer: NewtonPolicyFilterer{contract: contract}}, nil
}

// NewNewtonPolicyCaller creates a new read-only instance of NewtonPolicy, bound to a specific deployed contract.
func NewNewtonPolicyCaller(address common.Address, caller bind.ContractCaller) (*NewtonPolicyCaller, error) {
	contract, err := bindNewtonPolicy(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &NewtonPolicyCaller{contract: contract}, nil
}

// NewNewtonPolicyTransactor creates a new write-only instance of NewtonPolicy, bound to a specific deployed contract.
func NewNewtonPolicyTransactor(address common.Address, transactor bind.ContractTransactor) (*NewtonPolicyTransactor, error) {
	contract, err := bindNewtonPolicy(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &NewtonPolicyTransactor{contract: contract}, nil
}

// NewNewtonPolicyFilterer creates a new log filterer instance of NewtonPolicy, bound to a specific deployed contract.
func NewNewtonPolicyFilterer(address common.Address, filterer bind.ContractFilterer) (*NewtonPolicyFilterer, error) {
	contract, err := bindNewtonPolicy(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &NewtonPolicyFilterer{contract: contract}, nil
}

// bindNewtonPolicy binds a generic wrapper to an already deployed contract.
func bindNewtonPolicy(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_NewtonPolicy *NewtonPolicyRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _NewtonPolicy.Contract.NewtonPolicyCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_NewtonPolicy *NewtonPolicyRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.NewtonPolicyTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_NewtonPolicy *NewtonPolicyRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.NewtonPolicyTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_NewtonPolicy *NewtonPolicyCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _NewtonPolicy.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_NewtonPolicy *NewtonPolicyTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_NewtonPolicy *NewtonPolicyTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.contract.Transact(opts, method, params...)
}

// GetMetadataCid is a free data retrieval call binding the contract method 0xd74ee46d.
//
// Solidity: function getMetadataCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCaller) GetMetadataCid(opts *bind.CallOpts) (string, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getMetadataCid")

	if err != nil {
		return *new(string), err
	}

	out0 := *abi.ConvertType(out[0], new(string)).(*string)

	return out0, err

}

// GetMetadataCid is a free data retrieval call binding the contract method 0xd74ee46d.
//
// Solidity: function getMetadataCid() view returns(string)
func (_NewtonPolicy *NewtonPolicySession) GetMetadataCid() (string, error) {
	return _NewtonPolicy.Contract.GetMetadataCid(&_NewtonPolicy.CallOpts)
}

// GetMetadataCid is a free data retrieval call binding the contract method 0xd74ee46d.
//
// Solidity: function getMetadataCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCallerSession) GetMetadataCid() (string, error) {
	return _NewtonPolicy.Contract.GetMetadataCid(&_NewtonPolicy.CallOpts)
}

// GetPolicyCodeHash is a free data retrieval call binding the contract method 0xe998a088.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicyCaller) GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getPolicyCodeHash")

	if err != nil {
		return *new([32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)

	return out0, err

}

// GetPolicyCodeHash is a free data retrieval call binding the contract method 0xe998a088.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicySession) GetPolicyCodeHash() ([32]byte, error) {
	return _NewtonPolicy.Contract.GetPolicyCodeHash(&_NewtonPolicy.CallOpts)
}

// GetPolicyCodeHash is a free data retrieval call binding the contract method 0xe998a088.
//
// Solidity: function getPolicyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicyCallerSession) GetPolicyCodeHash() ([32]byte, error) {
	return _NewtonPolicy.Contract.GetPolicyCodeHash(&_NewtonPolicy.CallOpts)
}

// Owner is a free data retrieval call binding the contract method 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (_NewtonPolicy *NewtonPolicyCaller) Owner(opts *bind.CallOpts) (common.Address, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "owner")

	if err != nil {
		return *new(common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)

	return out0, err

}

// Owner is a free data retrieval call binding the contract method 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (_NewtonPolicy *NewtonPolicySession) Owner() (common.Address, error) {
	return _NewtonPolicy.Contract.Owner(&_NewtonPolicy.CallOpts)
}

// Owner is a free data retrieval call binding the contract method 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (_NewtonPolicy *NewtonPolicyCallerSession) Owner() (common.Address, error) {
	return _NewtonPolicy.Contract.Owner(&_NewtonPolicy.CallOpts)
}

// PolicyCodeHash is a free data retrieval call binding the contract method 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicyCaller) PolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "policyCodeHash")

	if err != nil {
		return *new([32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)

	return out0, err

}

// PolicyCodeHash is a free data retrieval call binding the contract method 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicySession) PolicyCodeHash() ([32]byte, error) {
	return _NewtonPolicy.Contract.PolicyCodeHash(&_NewtonPolicy.CallOpts)
}

// PolicyCodeHash is a free data retrieval call binding the contract method 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (_NewtonPolicy *NewtonPolicyCallerSession) PolicyCodeHash() ([32]byte, error) {
	return _NewtonPolicy.Contract.PolicyCodeHash(&_NewtonPolicy.CallOpts)
}

// PolicyConfig is a free data retrieval call binding the contract method 0xbf2a262b.
//
// Solidity: function policyConfig() view returns(uint256 threshold, address admin)
func (_NewtonPolicy *NewtonPolicyCaller) PolicyConfig(opts *bind.CallOpts) (struct {
	Threshold *big.Int
	Admin     common.Address
}, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "policyConfig")

	outstruct := new(struct {
		Threshold *big.Int
		Admin     common.Address
	})
	if err != nil {
		return *outstruct, err
	}

	outstruct.Threshold = *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)
	outstruct.Admin = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)

	return *outstruct, err

}

// PolicyConfig is a free data retrieval call binding the contract method 0xbf2a262b.
//
// Solidity: function policyConfig() view returns(uint256 threshold, address admin)
func (_NewtonPolicy *NewtonPolicySession) PolicyConfig() (struct {
	Threshold *big.Int
	Admin     common.Address
}, error) {
	return _NewtonPolicy.Contract.PolicyConfig(&_NewtonPolicy.CallOpts)
}

// PolicyConfig is a free data retrieval call binding the contract method 0xbf2a262b.
//
// Solidity: function policyConfig() view returns(uint256 threshold, address admin)
func (_NewtonPolicy *NewtonPolicyCallerSession) PolicyConfig() (struct {
	Threshold *big.Int
	Admin     common.Address
}, error) {
	return _NewtonPolicy.Contract.PolicyConfig(&_NewtonPolicy.CallOpts)
}

// Quota is a free data retrieval call binding the contract method 0x1cee24f5.
//
// Solidity: function quota(address client) view returns(uint256)
func (_NewtonPolicy *NewtonPolicyCaller) Quota(opts *bind.CallOpts, client common.Address) (*big.Int, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "quota", client)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Quota is a free data retrieval call binding the contract method 0x1cee24f5.
//
// Solidity: function quota(address client) view returns(uint256)
func (_NewtonPolicy *NewtonPolicySession) Quota(client common.Address) (*big.Int, error) {
	return _NewtonPolicy.Contract.Quota(&_NewtonPolicy.CallOpts, client)
}

// Quota is a free data retrieval call binding the contract method 0x1cee24f5.
//
// Solidity: function quota(address client) view returns(uint256)
func (_NewtonPolicy *NewtonPolicyCallerSession) Quota(client common.Address) (*big.Int, error) {
	return _NewtonPolicy.Contract.Quota(&_NewtonPolicy.CallOpts, client)
}

// Initialize is a paid mutator transaction binding the contract method 0xc4d66de8.
//
// Solidity: function initialize(address admin) returns()
func (_NewtonPolicy *NewtonPolicyTransactor) Initialize(opts *bind.TransactOpts, admin common.Address) (*types.Transaction, error) {
	return _NewtonPolicy.contract.Transact(opts, "initialize", admin)
}

// Initialize is a paid mutator transaction binding the contract method 0xc4d66de8.
//
// Solidity: function initialize(address admin) returns()
func (_NewtonPolicy *NewtonPolicySession) Initialize(admin common.Address) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.Initialize(&_NewtonPolicy.TransactOpts, admin)
}

// Initialize is a paid mutator transaction binding the contract method 0xc4d66de8.
//
// Solidity: function initialize(address admin) returns()
func (_NewtonPolicy *NewtonPolicyTransactorSession) Initialize(admin common.Address) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.Initialize(&_NewtonPolicy.TransactOpts, admin)
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string cid) returns()
func (_NewtonPolicy *NewtonPolicyTransactor) SetMetadataCid(opts *bind.TransactOpts, cid string) (*types.Transaction, error) {
	return _NewtonPolicy.contract.Transact(opts, "setMetadataCid", cid)
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string cid) returns()
func (_NewtonPolicy *NewtonPolicySession) SetMetadataCid(cid string) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.SetMetadataCid(&_NewtonPolicy.TransactOpts, cid)
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string cid) returns()
func (_NewtonPolicy *NewtonPolicyTransactorSession) SetMetadataCid(cid string) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.SetMetadataCid(&_NewtonPolicy.TransactOpts, cid)
}
