// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package settlement

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

// SettlementOrder is an auto generated low-level Go binding around an user-defined struct.
type SettlementOrder struct {
	Id *big.Int
	To common.Address
}

// SettlementMetaData contains all meta data concerning the Settlement contract.
var SettlementMetaData = &bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"round\",\"inputs\":[],\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"commitBatch\",\"inputs\":[{\"internalType\":\"structSettlement.Order[]\",\"name\":\"orders\",\"type\":\"tuple[]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]},{\"internalType\":\"bytes4\",\"name\":\"tag\",\"type\":\"bytes4\"}],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"validators\",\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"epoch\",\"type\":\"uint64\"}],\"outputs\":[{\"internalType\":\"structSettlement.Order[]\",\"name\":\"orders\",\"type\":\"tuple[]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]},{\"internalType\":\"uint64\",\"name\":\"next\",\"type\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"prune\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"}]",
}

// SettlementABI is the input ABI used to generate the binding from.
// Deprecated: Use SettlementMetaData.ABI instead.
var SettlementABI = SettlementMetaData.ABI

// Settlement is an auto generated Go binding around an Ethereum contract.
type Settlement struct {
	SettlementCaller     // Read-only binding to the contract
	SettlementTransactor // Write-only binding to the contract
	SettlementFilterer   // Log filterer for contract events
}

// SettlementCaller is an auto generated read-only Go binding around an Ethereum contract.
type SettlementCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// SettlementTransactor is an auto generated write-only Go binding around an Ethereum contract.
type SettlementTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// SettlementFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type SettlementFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// SettlementSession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type SettlementSession struct {
	Contract     *Settlement       // Generic contract binding to set the session for
	CallOpts     bind.CallOpts     // Call options to use throughout this session
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// SettlementCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type SettlementCallerSession struct {
	Contract *SettlementCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts     // Call options to use throughout this session
}

// SettlementTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type SettlementTransactorSession struct {
	Contract     *SettlementTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts     // Transaction auth options to use throughout this session
}

// SettlementRaw is an auto generated low-level Go binding around an Ethereum contract.
type SettlementRaw struct {
	Contract *Settlement // Generic contract binding to access the raw methods on
}

// SettlementCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type SettlementCallerRaw struct {
	Contract *SettlementCaller // Generic read-only contract binding to access the raw methods on
}

// SettlementTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type SettlementTransactorRaw struct {
	Contract *SettlementTransactor // Generic write-only contract binding to access the raw methods on
}

// NewSettlement creates a new instance of Settlement, bound to a specific deployed contract.
func NewSettlement(address common.Address, backend bind.ContractBackend) (*Settlement, error) {
	contract, err := bindSettlement(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &Settlement{SettlementCaller: SettlementCaller{contract: contract}, SettlementTransactor: SettlementTransactor{contract: contract}, SettlementFilterer: SettlementFilterer{contract: contract}}, nil
}

// NewSettlementCaller creates a new read-only instance of Settlement, bound to a specific deployed contract.
func NewSettlementCaller(address common.Address, caller bind.ContractCaller) (*SettlementCaller, error) {
	contract, err := bindSettlement(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &SettlementCaller{contract: contract}, nil
}

// NewSettlementTransactor creates a new write-only instance of Settlement, bound to a specific deployed contract.
func NewSettlementTransactor(address common.Address, transactor bind.ContractTransactor) (*SettlementTransactor, error) {
	contract, err := bindSettlement(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &SettlementTransactor{contract: contract}, nil
}

// NewSettlementFilterer creates a new log filterer instance of Settlement, bound to a specific deployed contract.
func NewSettlementFilterer(address common.Address, filterer bind.ContractFilterer) (*SettlementFilterer, error) {
	contract, err := bindSettlement(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &SettlementFilterer{contract: contract}, nil
}

// bindSettlement binds a generic wrapper to an already deployed contract.
func bindSettlement(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := SettlementMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Settlement *SettlementRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Settlement.Contract.SettlementCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Settlement *SettlementRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Settlement.Contract.SettlementTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Settlement *SettlementRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Settlement.Contract.SettlementTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Settlement *SettlementCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Settlement.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Settlement *SettlementTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Settlement.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Settlement *SettlementTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Settlement.Contract.contract.Transact(opts, method, params...)
}

// Epoch is a free data retrieval call binding the contract method 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (_Settlement *SettlementCaller) Epoch(opts *bind.CallOpts) (uint64, error) {
	var out []interface{}
	err := _Settlement.contract.Call(opts, &out, "epoch")

	if err != nil {
		return *new(uint64), err
	}

	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)

	return out0, err

}

// Epoch is a free data retrieval call binding the contract method 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (_Settlement *SettlementSession) Epoch() (uint64, error) {
	return _Settlement.Contract.Epoch(&_Settlement.CallOpts)
}

// Epoch is a free data retrieval call binding the contract method 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (_Settlement *SettlementCallerSession) Epoch() (uint64, error) {
	return _Settlement.Contract.Epoch(&_Settlement.CallOpts)
}

// Round is a free data retrieval call binding the contract method 0x146ca531.
//
// Solidity: function round() view returns(uint64)
func (_Settlement *SettlementCaller) Round(opts *bind.CallOpts) (uint64, error) {
	var out []interface{}
	err := _Settlement.contract.Call(opts, &out, "round")

	if err != nil {
		return *new(uint64), err
	}

	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)

	return out0, err

}

// Round is a free data retrieval call binding the contract method 0x146ca531.
//
// Solidity: function round() view returns(uint64)
func (_Settlement *SettlementSession) Round() (uint64, error) {
	return _Settlement.Contract.Round(&_Settlement.CallOpts)
}

// Round is a free data retrieval call binding the contract method 0x146ca531.
//
// Solidity: function round() view returns(uint64)
func (_Settlement *SettlementCallerSession) Round() (uint64, error) {
	return _Settlement.Contract.Round(&_Settlement.CallOpts)
}

// Validators is a free data retrieval call binding the contract method 0xbb0555b9.
//
// Solidity: function validators(uint64 epoch) view returns((uint256,address)[] orders, uint64 next)
func (_Settlement *SettlementCaller) Validators(opts *bind.CallOpts, epoch uint64) (struct {
	Orders []SettlementOrder
	Next   uint64
}, error) {
	var out []interface{}
	err := _Settlement.contract.Call(opts, &out, "validators", epoch)

	outstruct := new(struct {
		Orders []SettlementOrder
		Next   uint64
	})
	if err != nil {
		return *outstruct, err
	}

	outstruct.Orders = *abi.ConvertType(out[0], new([]SettlementOrder)).(*[]SettlementOrder)
	outstruct.Next = *abi.ConvertType(out[1], new(uint64)).(*uint64)

	return *outstruct, err

}

// Validators is a free data retrieval call binding the contract method 0xbb0555b9.
//
// Solidity: function validators(uint64 epoch) view returns((uint256,address)[] orders, uint64 next)
func (_Settlement *SettlementSession) Validators(epoch uint64) (struct {
	Orders []SettlementOrder
	Next   uint64
}, error) {
	return _Settlement.Contract.Validators(&_Settlement.CallOpts, epoch)
}

// Validators is a free data retrieval call binding the contract method 0xbb0555b9.
//
// Solidity: function validators(uint64 epoch) view returns((uint256,address)[] orders, uint64 next)
func (_Settlement *SettlementCallerSession) Validators(epoch uint64) (struct {
	Orders []SettlementOrder
	Next   uint64
}, error) {
	return _Settlement.Contract.Validators(&_Settlement.CallOpts, epoch)
}

// CommitBatch is a paid mutator transaction binding the contract method 0x10b6da44.
//
// Solidity: function commitBatch((uint256,address)[] orders, bytes4 tag) returns(bytes32)
func (_Settlement *SettlementTransactor) CommitBatch(opts *bind.TransactOpts, orders []SettlementOrder, tag [4]byte) (*types.Transaction, error) {
	return _Settlement.contract.Transact(opts, "commitBatch", orders, tag)
}

// CommitBatch is a paid mutator transaction binding the contract method 0x10b6da44.
//
// Solidity: function commitBatch((uint256,address)[] orders, bytes4 tag) returns(bytes32)
func (_Settlement *SettlementSession) CommitBatch(orders []SettlementOrder, tag [4]byte) (*types.Transaction, error) {
	return _Settlement.Contract.CommitBatch(&_Settlement.TransactOpts, orders, tag)
}

// CommitBatch is a paid mutator transaction binding the contract method 0x10b6da44.
//
// Solidity: function commitBatch((uint256,address)[] orders, bytes4 tag) returns(bytes32)
func (_Settlement *SettlementTransactorSession) CommitBatch(orders []SettlementOrder, tag [4]byte) (*types.Transaction, error) {
	return _Settlement.Contract.CommitBatch(&_Settlement.TransactOpts, orders, tag)
}

// Prune is a paid mutator transaction binding the contract method 0x9f2b3154.
//
// Solidity: function prune() returns()
func (_Settlement *SettlementTransactor) Prune(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Settlement.contract.Transact(opts, "prune")
}

// Prune is a paid mutator transaction binding the contract method 0x9f2b3154.
//
// Solidity: function prune() returns()
func (_Settlement *SettlementSession) Prune() (*types.Transaction, error) {
	return _Settlement.Contract.Prune(&_Settlement.TransactOpts)
}

// Prune is a paid mutator transaction binding the contract method 0x9f2b3154.
//
// Solidity: function prune() returns()
func (_Settlement *SettlementTransactorSession) Prune() (*types.Transaction, error) {
	return _Settlement.Contract.Prune(&_Settlement.TransactOpts)
}
