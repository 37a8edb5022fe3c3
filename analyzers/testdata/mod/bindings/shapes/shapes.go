// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package shapes

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

// ShapesOuter is an auto generated low-level Go binding around an user-defined struct.
type ShapesOuter struct {
	Pair  ShapesPair
	Tag   [4]byte
	Pair0 []ShapesPair
}

// ShapesPair is an auto generated low-level Go binding around an user-defined struct.
type ShapesPair struct {
	Amount *big.Int
	To     common.Address
}

// ShapesSingle is an auto generated low-level Go binding around an user-defined struct.
type ShapesSingle struct {
	Amount *big.Int
}

// ShapesSwapped is an auto generated low-level Go binding around an user-defined struct.
type ShapesSwapped struct {
	To     common.Address
	Amount *big.Int
}

// ShapesMetaData contains all meta data concerning the Shapes contract.
var ShapesMetaData = &bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"takeBytes3\",\"inputs\":[{\"internalType\":\"bytes3\",\"name\":\"value\",\"type\":\"bytes3\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take00\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"value\",\"type\":\"uint8\"}],\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"value\",\"type\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take01\",\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"value\",\"type\":\"uint16\"}],\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"value\",\"type\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take02\",\"inputs\":[{\"internalType\":\"uint24\",\"name\":\"value\",\"type\":\"uint24\"}],\"outputs\":[{\"internalType\":\"uint24\",\"name\":\"value\",\"type\":\"uint24\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take03\",\"inputs\":[{\"internalType\":\"uint32\",\"name\":\"value\",\"type\":\"uint32\"}],\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"value\",\"type\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take04\",\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"value\",\"type\":\"uint64\"}],\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"value\",\"type\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take05\",\"inputs\":[{\"internalType\":\"uint72\",\"name\":\"value\",\"type\":\"uint72\"}],\"outputs\":[{\"internalType\":\"uint72\",\"name\":\"value\",\"type\":\"uint72\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take06\",\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take07\",\"inputs\":[{\"internalType\":\"int8\",\"name\":\"value\",\"type\":\"int8\"}],\"outputs\":[{\"internalType\":\"int8\",\"name\":\"value\",\"type\":\"int8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take08\",\"inputs\":[{\"internalType\":\"int16\",\"name\":\"value\",\"type\":\"int16\"}],\"outputs\":[{\"internalType\":\"int16\",\"name\":\"value\",\"type\":\"int16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take09\",\"inputs\":[{\"internalType\":\"int32\",\"name\":\"value\",\"type\":\"int32\"}],\"outputs\":[{\"internalType\":\"int32\",\"name\":\"value\",\"type\":\"int32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take10\",\"inputs\":[{\"internalType\":\"int64\",\"name\":\"value\",\"type\":\"int64\"}],\"outputs\":[{\"internalType\":\"int64\",\"name\":\"value\",\"type\":\"int64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take11\",\"inputs\":[{\"internalType\":\"int128\",\"name\":\"value\",\"type\":\"int128\"}],\"outputs\":[{\"internalType\":\"int128\",\"name\":\"value\",\"type\":\"int128\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take12\",\"inputs\":[{\"internalType\":\"int256\",\"name\":\"value\",\"type\":\"int256\"}],\"outputs\":[{\"internalType\":\"int256\",\"name\":\"value\",\"type\":\"int256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take13\",\"inputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take14\",\"inputs\":[{\"internalType\":\"address\",\"name\":\"value\",\"type\":\"address\"}],\"outputs\":[{\"internalType\":\"address\",\"name\":\"value\",\"type\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take15\",\"inputs\":[{\"internalType\":\"string\",\"name\":\"value\",\"type\":\"string\"}],\"outputs\":[{\"internalType\":\"string\",\"name\":\"value\",\"type\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take16\",\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"value\",\"type\":\"bytes\"}],\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"value\",\"type\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take17\",\"inputs\":[{\"internalType\":\"bytes1\",\"name\":\"value\",\"type\":\"bytes1\"}],\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"value\",\"type\":\"bytes1\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take18\",\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"value\",\"type\":\"bytes4\"}],\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"value\",\"type\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take19\",\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take20\",\"inputs\":[{\"internalType\":\"uint256[]\",\"name\":\"value\",\"type\":\"uint256[]\"}],\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"value\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take21\",\"inputs\":[{\"internalType\":\"uint256[3]\",\"name\":\"value\",\"type\":\"uint256[3]\"}],\"outputs\":[{\"internalType\":\"uint256[3]\",\"name\":\"value\",\"type\":\"uint256[3]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take22\",\"inputs\":[{\"internalType\":\"uint8[]\",\"name\":\"value\",\"type\":\"uint8[]\"}],\"outputs\":[{\"internalType\":\"uint8[]\",\"name\":\"value\",\"type\":\"uint8[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take23\",\"inputs\":[{\"internalType\":\"uint8[4]\",\"name\":\"value\",\"type\":\"uint8[4]\"}],\"outputs\":[{\"internalType\":\"uint8[4]\",\"name\":\"value\",\"type\":\"uint8[4]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take24\",\"inputs\":[{\"internalType\":\"bytes4[]\",\"name\":\"value\",\"type\":\"bytes4[]\"}],\"outputs\":[{\"internalType\":\"bytes4[]\",\"name\":\"value\",\"type\":\"bytes4[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take25\",\"inputs\":[{\"internalType\":\"bytes4[2]\",\"name\":\"value\",\"type\":\"bytes4[2]\"}],\"outputs\":[{\"internalType\":\"bytes4[2]\",\"name\":\"value\",\"type\":\"bytes4[2]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take26\",\"inputs\":[{\"internalType\":\"bytes32[2]\",\"name\":\"value\",\"type\":\"bytes32[2]\"}],\"outputs\":[{\"internalType\":\"bytes32[2]\",\"name\":\"value\",\"type\":\"bytes32[2]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take27\",\"inputs\":[{\"internalType\":\"bytes[]\",\"name\":\"value\",\"type\":\"bytes[]\"}],\"outputs\":[{\"internalType\":\"bytes[]\",\"name\":\"value\",\"type\":\"bytes[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take28\",\"inputs\":[{\"internalType\":\"address[][]\",\"name\":\"value\",\"type\":\"address[][]\"}],\"outputs\":[{\"internalType\":\"address[][]\",\"name\":\"value\",\"type\":\"address[][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take29\",\"inputs\":[{\"internalType\":\"address[2][]\",\"name\":\"value\",\"type\":\"address[2][]\"}],\"outputs\":[{\"internalType\":\"address[2][]\",\"name\":\"value\",\"type\":\"address[2][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take30\",\"inputs\":[{\"internalType\":\"address[][2]\",\"name\":\"value\",\"type\":\"address[][2]\"}],\"outputs\":[{\"internalType\":\"address[][2]\",\"name\":\"value\",\"type\":\"address[][2]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take31\",\"inputs\":[{\"internalType\":\"bool[1][2][3]\",\"name\":\"value\",\"type\":\"bool[1][2][3]\"}],\"outputs\":[{\"internalType\":\"bool[1][2][3]\",\"name\":\"value\",\"type\":\"bool[1][2][3]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeTuple\",\"inputs\":[{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"outputs\":[{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeTuples\",\"inputs\":[{\"internalType\":\"structShapes.Pair[]\",\"name\":\"pair\",\"type\":\"tuple[]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"outputs\":[{\"internalType\":\"structShapes.Pair[2]\",\"name\":\"pair\",\"type\":\"tuple[2]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeSwapped\",\"inputs\":[{\"internalType\":\"structShapes.Swapped\",\"name\":\"swapped\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeNested\",\"inputs\":[{\"internalType\":\"structShapes.Outer\",\"name\":\"outer\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]},{\"internalType\":\"bytes4\",\"name\":\"tag\",\"type\":\"bytes4\"},{\"internalType\":\"structShapes.Pair[]\",\"name\":\"pair\",\"type\":\"tuple[]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeSingle\",\"inputs\":[{\"internalType\":\"structShapes.Single\",\"name\":\"single\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nothing\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"several\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"b\",\"type\":\"bytes\"},{\"internalType\":\"bool\",\"name\":\"c\",\"type\":\"bool\"}],\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"b\",\"type\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unnamed\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"sends\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"pays\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"},{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"under_score\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"_leading\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"type\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"func\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"range\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"overload\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"overload\",\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"a\",\"type\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"overload\",\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"a\",\"type\":\"bytes\"},{\"internalType\":\"bool\",\"name\":\"b\",\"type\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"view\"}]",
}

// ShapesABI is the input ABI used to generate the binding from.
// Deprecated: Use ShapesMetaData.ABI instead.
var ShapesABI = ShapesMetaData.ABI

// Shapes is an auto generated Go binding around an Ethereum contract.
type Shapes struct {
	ShapesCaller     // Read-only binding to the contract
	ShapesTransactor // Write-only binding to the contract
	ShapesFilterer   // Log filterer for contract events
}

// ShapesCaller is an auto generated read-only Go binding around an Ethereum contract.
type ShapesCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// ShapesTransactor is an auto generated write-only Go binding around an Ethereum contract.
type ShapesTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// ShapesFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type ShapesFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// ShapesSession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type ShapesSession struct {
	Contract     *Shapes           // Generic contract binding to set the session for
	CallOpts     bind.CallOpts     // Call options to use throughout this session
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// ShapesCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type ShapesCallerSession struct {
	Contract *ShapesCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts // Call options to use throughout this session
}

// ShapesTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type ShapesTransactorSession struct {
	Contract     *ShapesTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// ShapesRaw is an auto generated low-level Go binding around an Ethereum contract.
type ShapesRaw struct {
	Contract *Shapes // Generic contract binding to access the raw methods on
}

// ShapesCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type ShapesCallerRaw struct {
	Contract *ShapesCaller // Generic read-only contract binding to access the raw methods on
}

// ShapesTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type ShapesTransactorRaw struct {
	Contract *ShapesTransactor // Generic write-only contract binding to access the raw methods on
}

// NewShapes creates a new instance of Shapes, bound to a specific deployed contract.
func NewShapes(address common.Address, backend bind.ContractBackend) (*Shapes, error) {
	contract, err := bindShapes(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &Shapes{ShapesCaller: ShapesCaller{contract: contract}, ShapesTransactor: ShapesTransactor{contract: contract}, ShapesFilterer: ShapesFilterer{contract: contract}}, nil
}

// NewShapesCaller creates a new read-only instance of Shapes, bound to a specific deployed contract.
func NewShapesCaller(address common.Address, caller bind.ContractCaller) (*ShapesCaller, error) {
	contract, err := bindShapes(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &ShapesCaller{contract: contract}, nil
}

// NewShapesTransactor creates a new write-only instance of Shapes, bound to a specific deployed contract.
func NewShapesTransactor(address common.Address, transactor bind.ContractTransactor) (*ShapesTransactor, error) {
	contract, err := bindShapes(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &ShapesTransactor{contract: contract}, nil
}

// NewShapesFilterer creates a new log filterer instance of Shapes, bound to a specific deployed contract.
func NewShapesFilterer(address common.Address, filterer bind.ContractFilterer) (*ShapesFilterer, error) {
	contract, err := bindShapes(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &ShapesFilterer{contract: contract}, nil
}

// bindShapes binds a generic wrapper to an already deployed contract.
func bindShapes(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := ShapesMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Shapes *ShapesRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Shapes.Contract.ShapesCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Shapes *ShapesRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Shapes.Contract.ShapesTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Shapes *ShapesRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Shapes.Contract.ShapesTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_Shapes *ShapesCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _Shapes.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_Shapes *ShapesTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _Shapes.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_Shapes *ShapesTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _Shapes.Contract.contract.Transact(opts, method, params...)
}

// Leading is a free data retrieval call binding the contract method 0x5aae8e4f.
//
// Solidity: function _leading(uint8 a) view returns()
func (_Shapes *ShapesCaller) Leading(opts *bind.CallOpts, a uint8) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "_leading", a)

	if err != nil {
		return err
	}

	return err

}

// Leading is a free data retrieval call binding the contract method 0x5aae8e4f.
//
// Solidity: function _leading(uint8 a) view returns()
func (_Shapes *ShapesSession) Leading(a uint8) error {
	return _Shapes.Contract.Leading(&_Shapes.CallOpts, a)
}

// Leading is a free data retrieval call binding the contract method 0x5aae8e4f.
//
// Solidity: function _leading(uint8 a) view returns()
func (_Shapes *ShapesCallerSession) Leading(a uint8) error {
	return _Shapes.Contract.Leading(&_Shapes.CallOpts, a)
}

// Nothing is a free data retrieval call binding the contract method 0x448f30a3.
//
// Solidity: function nothing() view returns()
func (_Shapes *ShapesCaller) Nothing(opts *bind.CallOpts) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "nothing")

	if err != nil {
		return err
	}

	return err

}

// Nothing is a free data retrieval call binding the contract method 0x448f30a3.
//
// Solidity: function nothing() view returns()
func (_Shapes *ShapesSession) Nothing() error {
	return _Shapes.Contract.Nothing(&_Shapes.CallOpts)
}

// Nothing is a free data retrieval call binding the contract method 0x448f30a3.
//
// Solidity: function nothing() view returns()
func (_Shapes *ShapesCallerSession) Nothing() error {
	return _Shapes.Contract.Nothing(&_Shapes.CallOpts)
}

// Overload is a free data retrieval call binding the contract method 0x86831014.
//
// Solidity: function overload(uint8 a) view returns()
func (_Shapes *ShapesCaller) Overload(opts *bind.CallOpts, a uint8) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "overload", a)

	if err != nil {
		return err
	}

	return err

}

// Overload is a free data retrieval call binding the contract method 0x86831014.
//
// Solidity: function overload(uint8 a) view returns()
func (_Shapes *ShapesSession) Overload(a uint8) error {
	return _Shapes.Contract.Overload(&_Shapes.CallOpts, a)
}

// Overload is a free data retrieval call binding the contract method 0x86831014.
//
// Solidity: function overload(uint8 a) view returns()
func (_Shapes *ShapesCallerSession) Overload(a uint8) error {
	return _Shapes.Contract.Overload(&_Shapes.CallOpts, a)
}

// Overload0 is a free data retrieval call binding the contract method 0xc59d4a3f.
//
// Solidity: function overload(bytes a) view returns()
func (_Shapes *ShapesCaller) Overload0(opts *bind.CallOpts, a []byte) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "overload0", a)

	if err != nil {
		return err
	}

	return err

}

// Overload0 is a free data retrieval call binding the contract method 0xc59d4a3f.
//
// Solidity: function overload(bytes a) view returns()
func (_Shapes *ShapesSession) Overload0(a []byte) error {
	return _Shapes.Contract.Overload0(&_Shapes.CallOpts, a)
}

// Overload0 is a free data retrieval call binding the contract method 0xc59d4a3f.
//
// Solidity: function overload(bytes a) view returns()
func (_Shapes *ShapesCallerSession) Overload0(a []byte) error {
	return _Shapes.Contract.Overload0(&_Shapes.CallOpts, a)
}

// Overload1 is a free data retrieval call binding the contract method 0xdcc24438.
//
// Solidity: function overload(bytes a, bool b) view returns()
func (_Shapes *ShapesCaller) Overload1(opts *bind.CallOpts, a []byte, b bool) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "overload1", a, b)

	if err != nil {
		return err
	}

	return err

}

// Overload1 is a free data retrieval call binding the contract method 0xdcc24438.
//
// Solidity: function overload(bytes a, bool b) view returns()
func (_Shapes *ShapesSession) Overload1(a []byte, b bool) error {
	return _Shapes.Contract.Overload1(&_Shapes.CallOpts, a, b)
}

// Overload1 is a free data retrieval call binding the contract method 0xdcc24438.
//
// Solidity: function overload(bytes a, bool b) view returns()
func (_Shapes *ShapesCallerSession) Overload1(a []byte, b bool) error {
	return _Shapes.Contract.Overload1(&_Shapes.CallOpts, a, b)
}

// Several is a free data retrieval call binding the contract method 0x625518fa.
//
// Solidity: function several(uint8 a, bytes b, bool c) view returns(uint8 a, bytes b)
func (_Shapes *ShapesCaller) Several(opts *bind.CallOpts, a uint8, b []byte, c bool) (struct {
	A uint8
	B []byte
}, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "several", a, b, c)

	outstruct := new(struct {
		A uint8
		B []byte
	})
	if err != nil {
		return *outstruct, err
	}

	outstruct.A = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.B = *abi.ConvertType(out[1], new([]byte)).(*[]byte)

	return *outstruct, err

}

// Several is a free data retrieval call binding the contract method 0x625518fa.
//
// Solidity: function several(uint8 a, bytes b, bool c) view returns(uint8 a, bytes b)
func (_Shapes *ShapesSession) Several(a uint8, b []byte, c bool) (struct {
	A uint8
	B []byte
}, error) {
	return _Shapes.Contract.Several(&_Shapes.CallOpts, a, b, c)
}

// Several is a free data retrieval call binding the contract method 0x625518fa.
//
// Solidity: function several(uint8 a, bytes b, bool c) view returns(uint8 a, bytes b)
func (_Shapes *ShapesCallerSession) Several(a uint8, b []byte, c bool) (struct {
	A uint8
	B []byte
}, error) {
	return _Shapes.Contract.Several(&_Shapes.CallOpts, a, b, c)
}

// Take00 is a free data retrieval call binding the contract method 0xd3278b8f.
//
// Solidity: function take00(uint8 value) view returns(uint8 value)
func (_Shapes *ShapesCaller) Take00(opts *bind.CallOpts, value uint8) (uint8, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take00", value)

	if err != nil {
		return *new(uint8), err
	}

	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)

	return out0, err

}

// Take00 is a free data retrieval call binding the contract method 0xd3278b8f.
//
// Solidity: function take00(uint8 value) view returns(uint8 value)
func (_Shapes *ShapesSession) Take00(value uint8) (uint8, error) {
	return _Shapes.Contract.Take00(&_Shapes.CallOpts, value)
}

// Take00 is a free data retrieval call binding the contract method 0xd3278b8f.
//
// Solidity: function take00(uint8 value) view returns(uint8 value)
func (_Shapes *ShapesCallerSession) Take00(value uint8) (uint8, error) {
	return _Shapes.Contract.Take00(&_Shapes.CallOpts, value)
}

// Take01 is a free data retrieval call binding the contract method 0xe224ca1a.
//
// Solidity: function take01(uint16 value) view returns(uint16 value)
func (_Shapes *ShapesCaller) Take01(opts *bind.CallOpts, value uint16) (uint16, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take01", value)

	if err != nil {
		return *new(uint16), err
	}

	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)

	return out0, err

}

// Take01 is a free data retrieval call binding the contract method 0xe224ca1a.
//
// Solidity: function take01(uint16 value) view returns(uint16 value)
func (_Shapes *ShapesSession) Take01(value uint16) (uint16, error) {
	return _Shapes.Contract.Take01(&_Shapes.CallOpts, value)
}

// Take01 is a free data retrieval call binding the contract method 0xe224ca1a.
//
// Solidity: function take01(uint16 value) view returns(uint16 value)
func (_Shapes *ShapesCallerSession) Take01(value uint16) (uint16, error) {
	return _Shapes.Contract.Take01(&_Shapes.CallOpts, value)
}

// Take02 is a free data retrieval call binding the contract method 0x89d79022.
//
// Solidity: function take02(uint24 value) view returns(uint24 value)
func (_Shapes *ShapesCaller) Take02(opts *bind.CallOpts, value *big.Int) (*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take02", value)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Take02 is a free data retrieval call binding the contract method 0x89d79022.
//
// Solidity: function take02(uint24 value) view returns(uint24 value)
func (_Shapes *ShapesSession) Take02(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take02(&_Shapes.CallOpts, value)
}

// Take02 is a free data retrieval call binding the contract method 0x89d79022.
//
// Solidity: function take02(uint24 value) view returns(uint24 value)
func (_Shapes *ShapesCallerSession) Take02(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take02(&_Shapes.CallOpts, value)
}

// Take03 is a free data retrieval call binding the contract method 0xae8207dd.
//
// Solidity: function take03(uint32 value) view returns(uint32 value)
func (_Shapes *ShapesCaller) Take03(opts *bind.CallOpts, value uint32) (uint32, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take03", value)

	if err != nil {
		return *new(uint32), err
	}

	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)

	return out0, err

}

// Take03 is a free data retrieval call binding the contract method 0xae8207dd.
//
// Solidity: function take03(uint32 value) view returns(uint32 value)
func (_Shapes *ShapesSession) Take03(value uint32) (uint32, error) {
	return _Shapes.Contract.Take03(&_Shapes.CallOpts, value)
}

// Take03 is a free data retrieval call binding the contract method 0xae8207dd.
//
// Solidity: function take03(uint32 value) view returns(uint32 value)
func (_Shapes *ShapesCallerSession) Take03(value uint32) (uint32, error) {
	return _Shapes.Contract.Take03(&_Shapes.CallOpts, value)
}

// Take04 is a free data retrieval call binding the contract method 0x71058714.
//
// Solidity: function take04(uint64 value) view returns(uint64 value)
func (_Shapes *ShapesCaller) Take04(opts *bind.CallOpts, value uint64) (uint64, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take04", value)

	if err != nil {
		return *new(uint64), err
	}

	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)

	return out0, err

}

// Take04 is a free data retrieval call binding the contract method 0x71058714.
//
// Solidity: function take04(uint64 value) view returns(uint64 value)
func (_Shapes *ShapesSession) Take04(value uint64) (uint64, error) {
	return _Shapes.Contract.Take04(&_Shapes.CallOpts, value)
}

// Take04 is a free data retrieval call binding the contract method 0x71058714.
//
// Solidity: function take04(uint64 value) view returns(uint64 value)
func (_Shapes *ShapesCallerSession) Take04(value uint64) (uint64, error) {
	return _Shapes.Contract.Take04(&_Shapes.CallOpts, value)
}

// Take05 is a free data retrieval call binding the contract method 0x60820570.
//
// Solidity: function take05(uint72 value) view returns(uint72 value)
func (_Shapes *ShapesCaller) Take05(opts *bind.CallOpts, value *big.Int) (*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take05", value)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Take05 is a free data retrieval call binding the contract method 0x60820570.
//
// Solidity: function take05(uint72 value) view returns(uint72 value)
func (_Shapes *ShapesSession) Take05(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take05(&_Shapes.CallOpts, value)
}

// Take05 is a free data retrieval call binding the contract method 0x60820570.
//
// Solidity: function take05(uint72 value) view returns(uint72 value)
func (_Shapes *ShapesCallerSession) Take05(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take05(&_Shapes.CallOpts, value)
}

// Take06 is a free data retrieval call binding the contract method 0xe92f08a0.
//
// Solidity: function take06(uint256 value) view returns(uint256 value)
func (_Shapes *ShapesCaller) Take06(opts *bind.CallOpts, value *big.Int) (*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take06", value)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Take06 is a free data retrieval call binding the contract method 0xe92f08a0.
//
// Solidity: function take06(uint256 value) view returns(uint256 value)
func (_Shapes *ShapesSession) Take06(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take06(&_Shapes.CallOpts, value)
}

// Take06 is a free data retrieval call binding the contract method 0xe92f08a0.
//
// Solidity: function take06(uint256 value) view returns(uint256 value)
func (_Shapes *ShapesCallerSession) Take06(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take06(&_Shapes.CallOpts, value)
}

// Take07 is a free data retrieval call binding the contract method 0x4d69b69a.
//
// Solidity: function take07(int8 value) view returns(int8 value)
func (_Shapes *ShapesCaller) Take07(opts *bind.CallOpts, value int8) (int8, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take07", value)

	if err != nil {
		return *new(int8), err
	}

	out0 := *abi.ConvertType(out[0], new(int8)).(*int8)

	return out0, err

}

// Take07 is a free data retrieval call binding the contract method 0x4d69b69a.
//
// Solidity: function take07(int8 value) view returns(int8 value)
func (_Shapes *ShapesSession) Take07(value int8) (int8, error) {
	return _Shapes.Contract.Take07(&_Shapes.CallOpts, value)
}

// Take07 is a free data retrieval call binding the contract method 0x4d69b69a.
//
// Solidity: function take07(int8 value) view returns(int8 value)
func (_Shapes *ShapesCallerSession) Take07(value int8) (int8, error) {
	return _Shapes.Contract.Take07(&_Shapes.CallOpts, value)
}

// Take08 is a free data retrieval call binding the contract method 0xb31a5cd0.
//
// Solidity: function take08(int16 value) view returns(int16 value)
func (_Shapes *ShapesCaller) Take08(opts *bind.CallOpts, value int16) (int16, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take08", value)

	if err != nil {
		return *new(int16), err
	}

	out0 := *abi.ConvertType(out[0], new(int16)).(*int16)

	return out0, err

}

// Take08 is a free data retrieval call binding the contract method 0xb31a5cd0.
//
// Solidity: function take08(int16 value) view returns(int16 value)
func (_Shapes *ShapesSession) Take08(value int16) (int16, error) {
	return _Shapes.Contract.Take08(&_Shapes.CallOpts, value)
}

// Take08 is a free data retrieval call binding the contract method 0xb31a5cd0.
//
// Solidity: function take08(int16 value) view returns(int16 value)
func (_Shapes *ShapesCallerSession) Take08(value int16) (int16, error) {
	return _Shapes.Contract.Take08(&_Shapes.CallOpts, value)
}

// Take09 is a free data retrieval call binding the contract method 0x6efa2e1f.
//
// Solidity: function take09(int32 value) view returns(int32 value)
func (_Shapes *ShapesCaller) Take09(opts *bind.CallOpts, value int32) (int32, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take09", value)

	if err != nil {
		return *new(int32), err
	}

	out0 := *abi.ConvertType(out[0], new(int32)).(*int32)

	return out0, err

}

// Take09 is a free data retrieval call binding the contract method 0x6efa2e1f.
//
// Solidity: function take09(int32 value) view returns(int32 value)
func (_Shapes *ShapesSession) Take09(value int32) (int32, error) {
	return _Shapes.Contract.Take09(&_Shapes.CallOpts, value)
}

// Take09 is a free data retrieval call binding the contract method 0x6efa2e1f.
//
// Solidity: function take09(int32 value) view returns(int32 value)
func (_Shapes *ShapesCallerSession) Take09(value int32) (int32, error) {
	return _Shapes.Contract.Take09(&_Shapes.CallOpts, value)
}

// Take10 is a free data retrieval call binding the contract method 0x9131f677.
//
// Solidity: function take10(int64 value) view returns(int64 value)
func (_Shapes *ShapesCaller) Take10(opts *bind.CallOpts, value int64) (int64, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take10", value)

	if err != nil {
		return *new(int64), err
	}

	out0 := *abi.ConvertType(out[0], new(int64)).(*int64)

	return out0, err

}

// Take10 is a free data retrieval call binding the contract method 0x9131f677.
//
// Solidity: function take10(int64 value) view returns(int64 value)
func (_Shapes *ShapesSession) Take10(value int64) (int64, error) {
	return _Shapes.Contract.Take10(&_Shapes.CallOpts, value)
}

// Take10 is a free data retrieval call binding the contract method 0x9131f677.
//
// Solidity: function take10(int64 value) view returns(int64 value)
func (_Shapes *ShapesCallerSession) Take10(value int64) (int64, error) {
	return _Shapes.Contract.Take10(&_Shapes.CallOpts, value)
}

// Take11 is a free data retrieval call binding the contract method 0xf961c690.
//
// Solidity: function take11(int128 value) view returns(int128 value)
func (_Shapes *ShapesCaller) Take11(opts *bind.CallOpts, value *big.Int) (*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take11", value)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Take11 is a free data retrieval call binding the contract method 0xf961c690.
//
// Solidity: function take11(int128 value) view returns(int128 value)
func (_Shapes *ShapesSession) Take11(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take11(&_Shapes.CallOpts, value)
}

// Take11 is a free data retrieval call binding the contract method 0xf961c690.
//
// Solidity: function take11(int128 value) view returns(int128 value)
func (_Shapes *ShapesCallerSession) Take11(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take11(&_Shapes.CallOpts, value)
}

// Take12 is a free data retrieval call binding the contract method 0x242df264.
//
// Solidity: function take12(int256 value) view returns(int256 value)
func (_Shapes *ShapesCaller) Take12(opts *bind.CallOpts, value *big.Int) (*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take12", value)

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// Take12 is a free data retrieval call binding the contract method 0x242df264.
//
// Solidity: function take12(int256 value) view returns(int256 value)
func (_Shapes *ShapesSession) Take12(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take12(&_Shapes.CallOpts, value)
}

// Take12 is a free data retrieval call binding the contract method 0x242df264.
//
// Solidity: function take12(int256 value) view returns(int256 value)
func (_Shapes *ShapesCallerSession) Take12(value *big.Int) (*big.Int, error) {
	return _Shapes.Contract.Take12(&_Shapes.CallOpts, value)
}

// Take13 is a free data retrieval call binding the contract method 0x707529dc.
//
// Solidity: function take13(bool value) view returns(bool value)
func (_Shapes *ShapesCaller) Take13(opts *bind.CallOpts, value bool) (bool, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take13", value)

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// Take13 is a free data retrieval call binding the contract method 0x707529dc.
//
// Solidity: function take13(bool value) view returns(bool value)
func (_Shapes *ShapesSession) Take13(value bool) (bool, error) {
	return _Shapes.Contract.Take13(&_Shapes.CallOpts, value)
}

// Take13 is a free data retrieval call binding the contract method 0x707529dc.
//
// Solidity: function take13(bool value) view returns(bool value)
func (_Shapes *ShapesCallerSession) Take13(value bool) (bool, error) {
	return _Shapes.Contract.Take13(&_Shapes.CallOpts, value)
}

// Take14 is a free data retrieval call binding the contract method 0x89308067.
//
// Solidity: function take14(address value) view returns(address value)
func (_Shapes *ShapesCaller) Take14(opts *bind.CallOpts, value common.Address) (common.Address, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take14", value)

	if err != nil {
		return *new(common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)

	return out0, err

}

// Take14 is a free data retrieval call binding the contract method 0x89308067.
//
// Solidity: function take14(address value) view returns(address value)
func (_Shapes *ShapesSession) Take14(value common.Address) (common.Address, error) {
	return _Shapes.Contract.Take14(&_Shapes.CallOpts, value)
}

// Take14 is a free data retrieval call binding the contract method 0x89308067.
//
// Solidity: function take14(address value) view returns(address value)
func (_Shapes *ShapesCallerSession) Take14(value common.Address) (common.Address, error) {
	return _Shapes.Contract.Take14(&_Shapes.CallOpts, value)
}

// Take15 is a free data retrieval call binding the contract method 0x5a431570.
//
// Solidity: function take15(string value) view returns(string value)
func (_Shapes *ShapesCaller) Take15(opts *bind.CallOpts, value string) (string, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take15", value)

	if err != nil {
		return *new(string), err
	}

	out0 := *abi.ConvertType(out[0], new(string)).(*string)

	return out0, err

}

// Take15 is a free data retrieval call binding the contract method 0x5a431570.
//
// Solidity: function take15(string value) view returns(string value)
func (_Shapes *ShapesSession) Take15(value string) (string, error) {
	return _Shapes.Contract.Take15(&_Shapes.CallOpts, value)
}

// Take15 is a free data retrieval call binding the contract method 0x5a431570.
//
// Solidity: function take15(string value) view returns(string value)
func (_Shapes *ShapesCallerSession) Take15(value string) (string, error) {
	return _Shapes.Contract.Take15(&_Shapes.CallOpts, value)
}

// Take16 is a free data retrieval call binding the contract method 0x1dc50521.
//
// Solidity: function take16(bytes value) view returns(bytes value)
func (_Shapes *ShapesCaller) Take16(opts *bind.CallOpts, value []byte) ([]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take16", value)

	if err != nil {
		return *new([]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)

	return out0, err

}

// Take16 is a free data retrieval call binding the contract method 0x1dc50521.
//
// Solidity: function take16(bytes value) view returns(bytes value)
func (_Shapes *ShapesSession) Take16(value []byte) ([]byte, error) {
	return _Shapes.Contract.Take16(&_Shapes.CallOpts, value)
}

// Take16 is a free data retrieval call binding the contract method 0x1dc50521.
//
// Solidity: function take16(bytes value) view returns(bytes value)
func (_Shapes *ShapesCallerSession) Take16(value []byte) ([]byte, error) {
	return _Shapes.Contract.Take16(&_Shapes.CallOpts, value)
}

// Take17 is a free data retrieval call binding the contract method 0x2ce02117.
//
// Solidity: function take17(bytes1 value) view returns(bytes1 value)
func (_Shapes *ShapesCaller) Take17(opts *bind.CallOpts, value [1]byte) ([1]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take17", value)

	if err != nil {
		return *new([1]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)

	return out0, err

}

// Take17 is a free data retrieval call binding the contract method 0x2ce02117.
//
// Solidity: function take17(bytes1 value) view returns(bytes1 value)
func (_Shapes *ShapesSession) Take17(value [1]byte) ([1]byte, error) {
	return _Shapes.Contract.Take17(&_Shapes.CallOpts, value)
}

// Take17 is a free data retrieval call binding the contract method 0x2ce02117.
//
// Solidity: function take17(bytes1 value) view returns(bytes1 value)
func (_Shapes *ShapesCallerSession) Take17(value [1]byte) ([1]byte, error) {
	return _Shapes.Contract.Take17(&_Shapes.CallOpts, value)
}

// Take18 is a free data retrieval call binding the contract method 0xac47d9e9.
//
// Solidity: function take18(bytes4 value) view returns(bytes4 value)
func (_Shapes *ShapesCaller) Take18(opts *bind.CallOpts, value [4]byte) ([4]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take18", value)

	if err != nil {
		return *new([4]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)

	return out0, err

}

// Take18 is a free data retrieval call binding the contract method 0xac47d9e9.
//
// Solidity: function take18(bytes4 value) view returns(bytes4 value)
func (_Shapes *ShapesSession) Take18(value [4]byte) ([4]byte, error) {
	return _Shapes.Contract.Take18(&_Shapes.CallOpts, value)
}

// Take18 is a free data retrieval call binding the contract method 0xac47d9e9.
//
// Solidity: function take18(bytes4 value) view returns(bytes4 value)
func (_Shapes *ShapesCallerSession) Take18(value [4]byte) ([4]byte, error) {
	return _Shapes.Contract.Take18(&_Shapes.CallOpts, value)
}

// Take19 is a free data retrieval call binding the contract method 0x851241c1.
//
// Solidity: function take19(bytes32 value) view returns(bytes32 value)
func (_Shapes *ShapesCaller) Take19(opts *bind.CallOpts, value [32]byte) ([32]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take19", value)

	if err != nil {
		return *new([32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)

	return out0, err

}

// Take19 is a free data retrieval call binding the contract method 0x851241c1.
//
// Solidity: function take19(bytes32 value) view returns(bytes32 value)
func (_Shapes *ShapesSession) Take19(value [32]byte) ([32]byte, error) {
	return _Shapes.Contract.Take19(&_Shapes.CallOpts, value)
}

// Take19 is a free data retrieval call binding the contract method 0x851241c1.
//
// Solidity: function take19(bytes32 value) view returns(bytes32 value)
func (_Shapes *ShapesCallerSession) Take19(value [32]byte) ([32]byte, error) {
	return _Shapes.Contract.Take19(&_Shapes.CallOpts, value)
}

// Take20 is a free data retrieval call binding the contract method 0xbce65f40.
//
// Solidity: function take20(uint256[] value) view returns(uint256[] value)
func (_Shapes *ShapesCaller) Take20(opts *bind.CallOpts, value []*big.Int) ([]*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take20", value)

	if err != nil {
		return *new([]*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)

	return out0, err

}

// Take20 is a free data retrieval call binding the contract method 0xbce65f40.
//
// Solidity: function take20(uint256[] value) view returns(uint256[] value)
func (_Shapes *ShapesSession) Take20(value []*big.Int) ([]*big.Int, error) {
	return _Shapes.Contract.Take20(&_Shapes.CallOpts, value)
}

// Take20 is a free data retrieval call binding the contract method 0xbce65f40.
//
// Solidity: function take20(uint256[] value) view returns(uint256[] value)
func (_Shapes *ShapesCallerSession) Take20(value []*big.Int) ([]*big.Int, error) {
	return _Shapes.Contract.Take20(&_Shapes.CallOpts, value)
}

// Take21 is a free data retrieval call binding the contract method 0x1525ffa5.
//
// Solidity: function take21(uint256[3] value) view returns(uint256[3] value)
func (_Shapes *ShapesCaller) Take21(opts *bind.CallOpts, value [3]*big.Int) ([3]*big.Int, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take21", value)

	if err != nil {
		return *new([3]*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new([3]*big.Int)).(*[3]*big.Int)

	return out0, err

}

// Take21 is a free data retrieval call binding the contract method 0x1525ffa5.
//
// Solidity: function take21(uint256[3] value) view returns(uint256[3] value)
func (_Shapes *ShapesSession) Take21(value [3]*big.Int) ([3]*big.Int, error) {
	return _Shapes.Contract.Take21(&_Shapes.CallOpts, value)
}

// Take21 is a free data retrieval call binding the contract method 0x1525ffa5.
//
// Solidity: function take21(uint256[3] value) view returns(uint256[3] value)
func (_Shapes *ShapesCallerSession) Take21(value [3]*big.Int) ([3]*big.Int, error) {
	return _Shapes.Contract.Take21(&_Shapes.CallOpts, value)
}

// Take22 is a free data retrieval call binding the contract method 0x775d9750.
//
// Solidity: function take22(uint8[] value) view returns(uint8[] value)
func (_Shapes *ShapesCaller) Take22(opts *bind.CallOpts, value []uint8) ([]uint8, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take22", value)

	if err != nil {
		return *new([]uint8), err
	}

	out0 := *abi.ConvertType(out[0], new([]uint8)).(*[]uint8)

	return out0, err

}

// Take22 is a free data retrieval call binding the contract method 0x775d9750.
//
// Solidity: function take22(uint8[] value) view returns(uint8[] value)
func (_Shapes *ShapesSession) Take22(value []uint8) ([]uint8, error) {
	return _Shapes.Contract.Take22(&_Shapes.CallOpts, value)
}

// Take22 is a free data retrieval call binding the contract method 0x775d9750.
//
// Solidity: function take22(uint8[] value) view returns(uint8[] value)
func (_Shapes *ShapesCallerSession) Take22(value []uint8) ([]uint8, error) {
	return _Shapes.Contract.Take22(&_Shapes.CallOpts, value)
}

// Take23 is a free data retrieval call binding the contract method 0x48f0a3e8.
//
// Solidity: function take23(uint8[4] value) view returns(uint8[4] value)
func (_Shapes *ShapesCaller) Take23(opts *bind.CallOpts, value [4]uint8) ([4]uint8, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take23", value)

	if err != nil {
		return *new([4]uint8), err
	}

	out0 := *abi.ConvertType(out[0], new([4]uint8)).(*[4]uint8)

	return out0, err

}

// Take23 is a free data retrieval call binding the contract method 0x48f0a3e8.
//
// Solidity: function take23(uint8[4] value) view returns(uint8[4] value)
func (_Shapes *ShapesSession) Take23(value [4]uint8) ([4]uint8, error) {
	return _Shapes.Contract.Take23(&_Shapes.CallOpts, value)
}

// Take23 is a free data retrieval call binding the contract method 0x48f0a3e8.
//
// Solidity: function take23(uint8[4] value) view returns(uint8[4] value)
func (_Shapes *ShapesCallerSession) Take23(value [4]uint8) ([4]uint8, error) {
	return _Shapes.Contract.Take23(&_Shapes.CallOpts, value)
}

// Take24 is a free data retrieval call binding the contract method 0xd0e25f7f.
//
// Solidity: function take24(bytes4[] value) view returns(bytes4[] value)
func (_Shapes *ShapesCaller) Take24(opts *bind.CallOpts, value [][4]byte) ([][4]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take24", value)

	if err != nil {
		return *new([][4]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([][4]byte)).(*[][4]byte)

	return out0, err

}

// Take24 is a free data retrieval call binding the contract method 0xd0e25f7f.
//
// Solidity: function take24(bytes4[] value) view returns(bytes4[] value)
func (_Shapes *ShapesSession) Take24(value [][4]byte) ([][4]byte, error) {
	return _Shapes.Contract.Take24(&_Shapes.CallOpts, value)
}

// Take24 is a free data retrieval call binding the contract method 0xd0e25f7f.
//
// Solidity: function take24(bytes4[] value) view returns(bytes4[] value)
func (_Shapes *ShapesCallerSession) Take24(value [][4]byte) ([][4]byte, error) {
	return _Shapes.Contract.Take24(&_Shapes.CallOpts, value)
}

// Take25 is a free data retrieval call binding the contract method 0x166f557b.
//
// Solidity: function take25(bytes4[2] value) view returns(bytes4[2] value)
func (_Shapes *ShapesCaller) Take25(opts *bind.CallOpts, value [2][4]byte) ([2][4]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take25", value)

	if err != nil {
		return *new([2][4]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([2][4]byte)).(*[2][4]byte)

	return out0, err

}

// Take25 is a free data retrieval call binding the contract method 0x166f557b.
//
// Solidity: function take25(bytes4[2] value) view returns(bytes4[2] value)
func (_Shapes *ShapesSession) Take25(value [2][4]byte) ([2][4]byte, error) {
	return _Shapes.Contract.Take25(&_Shapes.CallOpts, value)
}

// Take25 is a free data retrieval call binding the contract method 0x166f557b.
//
// Solidity: function take25(bytes4[2] value) view returns(bytes4[2] value)
func (_Shapes *ShapesCallerSession) Take25(value [2][4]byte) ([2][4]byte, error) {
	return _Shapes.Contract.Take25(&_Shapes.CallOpts, value)
}

// Take26 is a free data retrieval call binding the contract method 0xfaf462c8.
//
// Solidity: function take26(bytes32[2] value) view returns(bytes32[2] value)
func (_Shapes *ShapesCaller) Take26(opts *bind.CallOpts, value [2][32]byte) ([2][32]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take26", value)

	if err != nil {
		return *new([2][32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([2][32]byte)).(*[2][32]byte)

	return out0, err

}

// Take26 is a free data retrieval call binding the contract method 0xfaf462c8.
//
// Solidity: function take26(bytes32[2] value) view returns(bytes32[2] value)
func (_Shapes *ShapesSession) Take26(value [2][32]byte) ([2][32]byte, error) {
	return _Shapes.Contract.Take26(&_Shapes.CallOpts, value)
}

// Take26 is a free data retrieval call binding the contract method 0xfaf462c8.
//
// Solidity: function take26(bytes32[2] value) view returns(bytes32[2] value)
func (_Shapes *ShapesCallerSession) Take26(value [2][32]byte) ([2][32]byte, error) {
	return _Shapes.Contract.Take26(&_Shapes.CallOpts, value)
}

// Take27 is a free data retrieval call binding the contract method 0xb7cb5653.
//
// Solidity: function take27(bytes[] value) view returns(bytes[] value)
func (_Shapes *ShapesCaller) Take27(opts *bind.CallOpts, value [][]byte) ([][]byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take27", value)

	if err != nil {
		return *new([][]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([][]byte)).(*[][]byte)

	return out0, err

}

// Take27 is a free data retrieval call binding the contract method 0xb7cb5653.
//
// Solidity: function take27(bytes[] value) view returns(bytes[] value)
func (_Shapes *ShapesSession) Take27(value [][]byte) ([][]byte, error) {
	return _Shapes.Contract.Take27(&_Shapes.CallOpts, value)
}

// Take27 is a free data retrieval call binding the contract method 0xb7cb5653.
//
// Solidity: function take27(bytes[] value) view returns(bytes[] value)
func (_Shapes *ShapesCallerSession) Take27(value [][]byte) ([][]byte, error) {
	return _Shapes.Contract.Take27(&_Shapes.CallOpts, value)
}

// Take28 is a free data retrieval call binding the contract method 0x3fdd2fcb.
//
// Solidity: function take28(address[][] value) view returns(address[][] value)
func (_Shapes *ShapesCaller) Take28(opts *bind.CallOpts, value [][]common.Address) ([][]common.Address, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take28", value)

	if err != nil {
		return *new([][]common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new([][]common.Address)).(*[][]common.Address)

	return out0, err

}

// Take28 is a free data retrieval call binding the contract method 0x3fdd2fcb.
//
// Solidity: function take28(address[][] value) view returns(address[][] value)
func (_Shapes *ShapesSession) Take28(value [][]common.Address) ([][]common.Address, error) {
	return _Shapes.Contract.Take28(&_Shapes.CallOpts, value)
}

// Take28 is a free data retrieval call binding the contract method 0x3fdd2fcb.
//
// Solidity: function take28(address[][] value) view returns(address[][] value)
func (_Shapes *ShapesCallerSession) Take28(value [][]common.Address) ([][]common.Address, error) {
	return _Shapes.Contract.Take28(&_Shapes.CallOpts, value)
}

// Take29 is a free data retrieval call binding the contract method 0xce8c7ea5.
//
// Solidity: function take29(address[2][] value) view returns(address[2][] value)
func (_Shapes *ShapesCaller) Take29(opts *bind.CallOpts, value [][2]common.Address) ([][2]common.Address, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take29", value)

	if err != nil {
		return *new([][2]common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new([][2]common.Address)).(*[][2]common.Address)

	return out0, err

}

// Take29 is a free data retrieval call binding the contract method 0xce8c7ea5.
//
// Solidity: function take29(address[2][] value) view returns(address[2][] value)
func (_Shapes *ShapesSession) Take29(value [][2]common.Address) ([][2]common.Address, error) {
	return _Shapes.Contract.Take29(&_Shapes.CallOpts, value)
}

// Take29 is a free data retrieval call binding the contract method 0xce8c7ea5.
//
// Solidity: function take29(address[2][] value) view returns(address[2][] value)
func (_Shapes *ShapesCallerSession) Take29(value [][2]common.Address) ([][2]common.Address, error) {
	return _Shapes.Contract.Take29(&_Shapes.CallOpts, value)
}

// Take30 is a free data retrieval call binding the contract method 0x95f8e66a.
//
// Solidity: function take30(address[][2] value) view returns(address[][2] value)
func (_Shapes *ShapesCaller) Take30(opts *bind.CallOpts, value [2][]common.Address) ([2][]common.Address, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take30", value)

	if err != nil {
		return *new([2][]common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new([2][]common.Address)).(*[2][]common.Address)

	return out0, err

}

// Take30 is a free data retrieval call binding the contract method 0x95f8e66a.
//
// Solidity: function take30(address[][2] value) view returns(address[][2] value)
func (_Shapes *ShapesSession) Take30(value [2][]common.Address) ([2][]common.Address, error) {
	return _Shapes.Contract.Take30(&_Shapes.CallOpts, value)
}

// Take30 is a free data retrieval call binding the contract method 0x95f8e66a.
//
// Solidity: function take30(address[][2] value) view returns(address[][2] value)
func (_Shapes *ShapesCallerSession) Take30(value [2][]common.Address) ([2][]common.Address, error) {
	return _Shapes.Contract.Take30(&_Shapes.CallOpts, value)
}

// Take31 is a free data retrieval call binding the contract method 0x02ec7e3a.
//
// Solidity: function take31(bool[1][2][3] value) view returns(bool[1][2][3] value)
func (_Shapes *ShapesCaller) Take31(opts *bind.CallOpts, value [3][2][1]bool) ([3][2][1]bool, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "take31", value)

	if err != nil {
		return *new([3][2][1]bool), err
	}

	out0 := *abi.ConvertType(out[0], new([3][2][1]bool)).(*[3][2][1]bool)

	return out0, err

}

// Take31 is a free data retrieval call binding the contract method 0x02ec7e3a.
//
// Solidity: function take31(bool[1][2][3] value) view returns(bool[1][2][3] value)
func (_Shapes *ShapesSession) Take31(value [3][2][1]bool) ([3][2][1]bool, error) {
	return _Shapes.Contract.Take31(&_Shapes.CallOpts, value)
}

// Take31 is a free data retrieval call binding the contract method 0x02ec7e3a.
//
// Solidity: function take31(bool[1][2][3] value) view returns(bool[1][2][3] value)
func (_Shapes *ShapesCallerSession) Take31(value [3][2][1]bool) ([3][2][1]bool, error) {
	return _Shapes.Contract.Take31(&_Shapes.CallOpts, value)
}

// TakeBytes3 is a free data retrieval call binding the contract method 0x90d22b46.
//
// Solidity: function takeBytes3(bytes3 value) view returns()
func (_Shapes *ShapesCaller) TakeBytes3(opts *bind.CallOpts, value [3]byte) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "takeBytes3", value)

	if err != nil {
		return err
	}

	return err

}

// TakeBytes3 is a free data retrieval call binding the contract method 0x90d22b46.
//
// Solidity: function takeBytes3(bytes3 value) view returns()
func (_Shapes *ShapesSession) TakeBytes3(value [3]byte) error {
	return _Shapes.Contract.TakeBytes3(&_Shapes.CallOpts, value)
}

// TakeBytes3 is a free data retrieval call binding the contract method 0x90d22b46.
//
// Solidity: function takeBytes3(bytes3 value) view returns()
func (_Shapes *ShapesCallerSession) TakeBytes3(value [3]byte) error {
	return _Shapes.Contract.TakeBytes3(&_Shapes.CallOpts, value)
}

// TakeNested is a free data retrieval call binding the contract method 0xcfe1f905.
//
// Solidity: function takeNested(((uint256,address),bytes4,(uint256,address)[]) outer) view returns()
func (_Shapes *ShapesCaller) TakeNested(opts *bind.CallOpts, outer ShapesOuter) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "takeNested", outer)

	if err != nil {
		return err
	}

	return err

}

// TakeNested is a free data retrieval call binding the contract method 0xcfe1f905.
//
// Solidity: function takeNested(((uint256,address),bytes4,(uint256,address)[]) outer) view returns()
func (_Shapes *ShapesSession) TakeNested(outer ShapesOuter) error {
	return _Shapes.Contract.TakeNested(&_Shapes.CallOpts, outer)
}

// TakeNested is a free data retrieval call binding the contract method 0xcfe1f905.
//
// Solidity: function takeNested(((uint256,address),bytes4,(uint256,address)[]) outer) view returns()
func (_Shapes *ShapesCallerSession) TakeNested(outer ShapesOuter) error {
	return _Shapes.Contract.TakeNested(&_Shapes.CallOpts, outer)
}

// TakeSingle is a free data retrieval call binding the contract method 0xf9193428.
//
// Solidity: function takeSingle((uint256) single) view returns()
func (_Shapes *ShapesCaller) TakeSingle(opts *bind.CallOpts, single ShapesSingle) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "takeSingle", single)

	if err != nil {
		return err
	}

	return err

}

// TakeSingle is a free data retrieval call binding the contract method 0xf9193428.
//
// Solidity: function takeSingle((uint256) single) view returns()
func (_Shapes *ShapesSession) TakeSingle(single ShapesSingle) error {
	return _Shapes.Contract.TakeSingle(&_Shapes.CallOpts, single)
}

// TakeSingle is a free data retrieval call binding the contract method 0xf9193428.
//
// Solidity: function takeSingle((uint256) single) view returns()
func (_Shapes *ShapesCallerSession) TakeSingle(single ShapesSingle) error {
	return _Shapes.Contract.TakeSingle(&_Shapes.CallOpts, single)
}

// TakeSwapped is a free data retrieval call binding the contract method 0x465fa499.
//
// Solidity: function takeSwapped((address,uint256) swapped) view returns()
func (_Shapes *ShapesCaller) TakeSwapped(opts *bind.CallOpts, swapped ShapesSwapped) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "takeSwapped", swapped)

	if err != nil {
		return err
	}

	return err

}

// TakeSwapped is a free data retrieval call binding the contract method 0x465fa499.
//
// Solidity: function takeSwapped((address,uint256) swapped) view returns()
func (_Shapes *ShapesSession) TakeSwapped(swapped ShapesSwapped) error {
	return _Shapes.Contract.TakeSwapped(&_Shapes.CallOpts, swapped)
}

// TakeSwapped is a free data retrieval call binding the contract method 0x465fa499.
//
// Solidity: function takeSwapped((address,uint256) swapped) view returns()
func (_Shapes *ShapesCallerSession) TakeSwapped(swapped ShapesSwapped) error {
	return _Shapes.Contract.TakeSwapped(&_Shapes.CallOpts, swapped)
}

// TakeTuple is a free data retrieval call binding the contract method 0x6037c658.
//
// Solidity: function takeTuple((uint256,address) pair) view returns((uint256,address) pair)
func (_Shapes *ShapesCaller) TakeTuple(opts *bind.CallOpts, pair ShapesPair) (ShapesPair, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "takeTuple", pair)

	if err != nil {
		return *new(ShapesPair), err
	}

	out0 := *abi.ConvertType(out[0], new(ShapesPair)).(*ShapesPair)

	return out0, err

}

// TakeTuple is a free data retrieval call binding the contract method 0x6037c658.
//
// Solidity: function takeTuple((uint256,address) pair) view returns((uint256,address) pair)
func (_Shapes *ShapesSession) TakeTuple(pair ShapesPair) (ShapesPair, error) {
	return _Shapes.Contract.TakeTuple(&_Shapes.CallOpts, pair)
}

// TakeTuple is a free data retrieval call binding the contract method 0x6037c658.
//
// Solidity: function takeTuple((uint256,address) pair) view returns((uint256,address) pair)
func (_Shapes *ShapesCallerSession) TakeTuple(pair ShapesPair) (ShapesPair, error) {
	return _Shapes.Contract.TakeTuple(&_Shapes.CallOpts, pair)
}

// TakeTuples is a free data retrieval call binding the contract method 0x57767ed6.
//
// Solidity: function takeTuples((uint256,address)[] pair) view returns((uint256,address)[2] pair)
func (_Shapes *ShapesCaller) TakeTuples(opts *bind.CallOpts, pair []ShapesPair) ([2]ShapesPair, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "takeTuples", pair)

	if err != nil {
		return *new([2]ShapesPair), err
	}

	out0 := *abi.ConvertType(out[0], new([2]ShapesPair)).(*[2]ShapesPair)

	return out0, err

}

// TakeTuples is a free data retrieval call binding the contract method 0x57767ed6.
//
// Solidity: function takeTuples((uint256,address)[] pair) view returns((uint256,address)[2] pair)
func (_Shapes *ShapesSession) TakeTuples(pair []ShapesPair) ([2]ShapesPair, error) {
	return _Shapes.Contract.TakeTuples(&_Shapes.CallOpts, pair)
}

// TakeTuples is a free data retrieval call binding the contract method 0x57767ed6.
//
// Solidity: function takeTuples((uint256,address)[] pair) view returns((uint256,address)[2] pair)
func (_Shapes *ShapesCallerSession) TakeTuples(pair []ShapesPair) ([2]ShapesPair, error) {
	return _Shapes.Contract.TakeTuples(&_Shapes.CallOpts, pair)
}

// Type is a free data retrieval call binding the contract method 0x6aecfc51.
//
// Solidity: function type(uint8 func, uint8 range) view returns()
func (_Shapes *ShapesCaller) Type(opts *bind.CallOpts, arg0 uint8, arg1 uint8) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "type", arg0, arg1)

	if err != nil {
		return err
	}

	return err

}

// Type is a free data retrieval call binding the contract method 0x6aecfc51.
//
// Solidity: function type(uint8 func, uint8 range) view returns()
func (_Shapes *ShapesSession) Type(arg0 uint8, arg1 uint8) error {
	return _Shapes.Contract.Type(&_Shapes.CallOpts, arg0, arg1)
}

// Type is a free data retrieval call binding the contract method 0x6aecfc51.
//
// Solidity: function type(uint8 func, uint8 range) view returns()
func (_Shapes *ShapesCallerSession) Type(arg0 uint8, arg1 uint8) error {
	return _Shapes.Contract.Type(&_Shapes.CallOpts, arg0, arg1)
}

// UnderScore is a free data retrieval call binding the contract method 0xd57bdb79.
//
// Solidity: function under_score(uint8 a) view returns()
func (_Shapes *ShapesCaller) UnderScore(opts *bind.CallOpts, a uint8) error {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "under_score", a)

	if err != nil {
		return err
	}

	return err

}

// UnderScore is a free data retrieval call binding the contract method 0xd57bdb79.
//
// Solidity: function under_score(uint8 a) view returns()
func (_Shapes *ShapesSession) UnderScore(a uint8) error {
	return _Shapes.Contract.UnderScore(&_Shapes.CallOpts, a)
}

// UnderScore is a free data retrieval call binding the contract method 0xd57bdb79.
//
// Solidity: function under_score(uint8 a) view returns()
func (_Shapes *ShapesCallerSession) UnderScore(a uint8) error {
	return _Shapes.Contract.UnderScore(&_Shapes.CallOpts, a)
}

// Unnamed is a free data retrieval call binding the contract method 0x094b7490.
//
// Solidity: function unnamed(uint8 , bytes ) view returns(uint8, bytes)
func (_Shapes *ShapesCaller) Unnamed(opts *bind.CallOpts, arg0 uint8, arg1 []byte) (uint8, []byte, error) {
	var out []interface{}
	err := _Shapes.contract.Call(opts, &out, "unnamed", arg0, arg1)

	if err != nil {
		return *new(uint8), *new([]byte), err
	}

	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	out1 := *abi.ConvertType(out[1], new([]byte)).(*[]byte)

	return out0, out1, err

}

// Unnamed is a free data retrieval call binding the contract method 0x094b7490.
//
// Solidity: function unnamed(uint8 , bytes ) view returns(uint8, bytes)
func (_Shapes *ShapesSession) Unnamed(arg0 uint8, arg1 []byte) (uint8, []byte, error) {
	return _Shapes.Contract.Unnamed(&_Shapes.CallOpts, arg0, arg1)
}

// Unnamed is a free data retrieval call binding the contract method 0x094b7490.
//
// Solidity: function unnamed(uint8 , bytes ) view returns(uint8, bytes)
func (_Shapes *ShapesCallerSession) Unnamed(arg0 uint8, arg1 []byte) (uint8, []byte, error) {
	return _Shapes.Contract.Unnamed(&_Shapes.CallOpts, arg0, arg1)
}

// Pays is a paid mutator transaction binding the contract method 0xee589364.
//
// Solidity: function pays(uint8 a, (uint256,address) pair) payable returns(bool)
func (_Shapes *ShapesTransactor) Pays(opts *bind.TransactOpts, a uint8, pair ShapesPair) (*types.Transaction, error) {
	return _Shapes.contract.Transact(opts, "pays", a, pair)
}

// Pays is a paid mutator transaction binding the contract method 0xee589364.
//
// Solidity: function pays(uint8 a, (uint256,address) pair) payable returns(bool)
func (_Shapes *ShapesSession) Pays(a uint8, pair ShapesPair) (*types.Transaction, error) {
	return _Shapes.Contract.Pays(&_Shapes.TransactOpts, a, pair)
}

// Pays is a paid mutator transaction binding the contract method 0xee589364.
//
// Solidity: function pays(uint8 a, (uint256,address) pair) payable returns(bool)
func (_Shapes *ShapesTransactorSession) Pays(a uint8, pair ShapesPair) (*types.Transaction, error) {
	return _Shapes.Contract.Pays(&_Shapes.TransactOpts, a, pair)
}

// Sends is a paid mutator transaction binding the contract method 0xd0a87d79.
//
// Solidity: function sends(uint8 a) returns()
func (_Shapes *ShapesTransactor) Sends(opts *bind.TransactOpts, a uint8) (*types.Transaction, error) {
	return _Shapes.contract.Transact(opts, "sends", a)
}

// Sends is a paid mutator transaction binding the contract method 0xd0a87d79.
//
// Solidity: function sends(uint8 a) returns()
func (_Shapes *ShapesSession) Sends(a uint8) (*types.Transaction, error) {
	return _Shapes.Contract.Sends(&_Shapes.TransactOpts, a)
}

// Sends is a paid mutator transaction binding the contract method 0xd0a87d79.
//
// Solidity: function sends(uint8 a) returns()
func (_Shapes *ShapesTransactorSession) Sends(a uint8) (*types.Transaction, error) {
	return _Shapes.Contract.Sends(&_Shapes.TransactOpts, a)
}
