// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package depot

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

// DepotMetaData contains all meta data concerning the Depot contract.
var DepotMetaData = &bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"fee\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"feeFor\",\"inputs\":[{\"name\":\"grams\",\"type\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\"}]",
}

// DepotABI is the input ABI used to generate the binding from.
// Deprecated: Use DepotMetaData.ABI instead.
var DepotABI = DepotMetaData.ABI

// Depot is an auto generated Go binding around an Ethereum contract.
type Depot struct {
	DepotCaller     // Read-only binding to the contract
	DepotTransactor // Write-only binding to the contract
	DepotFilterer   // Log filterer for contract events
}

// DepotCaller is an auto generated read-only Go binding around an Ethereum contract.
type DepotCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// DepotTransactor is an auto generated write-only Go binding around an Ethereum contract.
type DepotTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// DepotFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type DepotFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// DepotSession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type DepotSession struct {
	Contract     *Depot            // Generic contract binding to set the session for
	CallOpts     bind.CallOpts     // Call options to use throughout this session
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// DepotCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type DepotCallerSession struct {
	Contract *DepotCaller  // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts // Call options to use throughout this session
}

// DepotTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type DepotTransactorSession struct {
	Contract     *DepotTransactor  // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// DepotRaw is an auto generated low-level Go binding around an Ethereum contract.
type DepotRaw struct {
	Contract *Depot // Generic contract binding to access the raw methods on
}

// DepotCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type DepotCallerRaw struct {
	Contract *DepotCaller // Generic read-only contract binding to access the raw methods on
}

// DepotTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type DepotTransactorRaw struct {
	Contract *DepotTransactor // Generic write-only contract binding to access the raw methods on
}

// NewDepot creates a new instance of Depot, bound to a specific deployed contract.
func NewDepot(address common.Address, backend bind.ContractBackend) (*Depot, error) {
	contract, err := bindDepot(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &Depot{DepotCaller: DepotCaller{contract: contract}, DepotTransactor: DepotTransactor{contract: contract}, DepotFilterer: DepotFilterer{contract: contract}}, nil
}

// NewDepotCaller creates a new read-only instance of Depot, bound to a specific deployed contract.
func NewDepotCaller(address common.Address, caller bind.ContractCaller) (*DepotCaller, error) {
	contract, err := bindDepot(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &DepotCaller{contract: contract}, nil
}

// NewDepotTransactor creates a new write-only instance of Depot, bound to a specific deployed contract.
func NewDepotTransactor(address common.Address, transactor bind.ContractTransactor) (*DepotTransactor, error) {
	contract, err := bindDepot(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &DepotTransactor{contract: contract}, nil
}

// NewDepotFilterer creates a new log filterer instance of Depot, bound to a specific deployed contract.
func NewDepotFilterer(address common.Address, filterer bind.ContractFilterer) (*DepotFilterer, error) {
	contract, err := bindDepot(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &DepotFilterer{contract: contract}, nil
}

// bindDepot binds a generic wrapper to an already deployed contract.
func bindDepot(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := DepotMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Depot *DepotRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Depot.Contract.DepotCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Depot *DepotRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Depot.Contract.DepotTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Depot *DepotRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Depot.Contract.DepotTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Depot *DepotCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Depot.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Depot *DepotTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Depot.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Depot *DepotTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Depot.Contract.contract.Transact(opts, method, params...)
}

// Fee is a free data retrieval call binding the contract method 0xddca3f43.
//
// Solidity: function fee() view returns(uint256)
func (_Depot *DepotCaller) Fee(opts *bind.CallOpts) (*big.Int, error) {
	var out []interface{}
	err := _Depot.contract.Call(opts, &out, "fee")

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Fee is a free data retrieval call binding the contract method 0xddca3f43.
//
// Solidity: function fee() view returns(uint256)
func (_Depot *DepotSession) Fee() (*big.Int, error) {
	return _Depot.Contract.Fee(&_Depot.CallOpts)
}

// Fee is a free data retrieval call binding the contract method 0xddca3f43.
//
// Solidity: function fee() view returns(uint256)
func (_Depot *DepotCallerSession) Fee() (*big.Int, error) {
	return _Depot.Contract.Fee(&_Depot.CallOpts)
}

// FeeFor is a free data retrieval call binding the contract method 0xad6f49a3.
//
// Solidity: function feeFor(uint256 grams) view returns(uint256)
func (_Depot *DepotCaller) FeeFor(opts *bind.CallOpts, grams *big.Int) (*big.Int, error) {
	var out []interface{}
	err := _Depot.contract.Call(opts, &out, "feeFor", grams)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// FeeFor is a free data retrieval call binding the contract method 0xad6f49a3.
//
// Solidity: function feeFor(uint256 grams) view returns(uint256)
func (_Depot *DepotSession) FeeFor(grams *big.Int) (*big.Int, error) {
	return _Depot.Contract.FeeFor(&_Depot.CallOpts, grams)
}

// FeeFor is a free data retrieval call binding the contract method 0xad6f49a3.
//
// Solidity: function feeFor(uint256 grams) view returns(uint256)
func (_Depot *DepotCallerSession) FeeFor(grams *big.Int) (*big.Int, error) {
	return _Depot.Contract.FeeFor(&_Depot.CallOpts, grams)
}
