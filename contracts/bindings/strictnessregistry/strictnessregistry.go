// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package strictnessregistry

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

// StrictnessRegistryMetaData contains all meta data concerning the StrictnessRegistry contract.
var StrictnessRegistryMetaData = &bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"initialOwner\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"earliest\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"proposed\",\"type\":\"uint64\"}],\"name\":\"GraceEndNotLater\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"latest\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"proposed\",\"type\":\"uint64\"}],\"name\":\"GraceEndTooFar\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotFeatureAdmin\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroFeature\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousAdmin\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newAdmin\",\"type\":\"address\"}],\"name\":\"FeatureAdminUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"previousEnd\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"newEnd\",\"type\":\"uint64\"}],\"name\":\"GraceEndExtended\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"promisedEnd\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"GraceEndedEarly\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"enabled\",\"type\":\"bool\"}],\"name\":\"StrictnessFlagUpdated\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_GRACE\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"newEnd\",\"type\":\"uint64\"}],\"name\":\"extendGraceEnd\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"featureAdmin\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"featureKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"graceEnd\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"isLegacyRefused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"isStrict\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"newAdmin\",\"type\":\"address\"}],\"name\":\"setFeatureAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"enabled\",\"type\":\"bool\"}],\"name\":\"setStrictnessFlag\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"strictnessFlags\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	Bin: "0x6080604052348015600e575f5ffd5b506040516109f13803806109f1833981016040819052602b9160a4565b6001600160a01b038116605757604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b603280546001600160a01b0319166001600160a01b0383169081179091556040515f907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0908290a35060cf565b5f6020828403121560b3575f5ffd5b81516001600160a01b038116811460c8575f5ffd5b9392505050565b610915806100dc5f395ff3fe608060405234801561000f575f5ffd5b50600436106100e5575f3560e01c80638da5cb5b11610088578063b0fd7e2911610063578063b0fd7e2914610223578063c8a2073414610244578063e30c397814610257578063f2fde38b1461026a575f5ffd5b80638da5cb5b146101e3578063a3c0eab9146101f6578063b0620f5b14610218575f5ffd5b806367917b3d116100c357806367917b3d1461016657806377d16ebb1461018857806379ba5097146101c857806387045fb2146101d0575f5ffd5b80631e3d2654146100e95780632151ddbb1461012e5780633c2b600414610143575b5f5ffd5b6101116100f736600461079a565b60346020525f90815260409020546001600160a01b031681565b6040516001600160a01b0390911681526020015b60405180910390f35b61014161013c3660046107b1565b61027d565b005b61015661015136600461079a565b6103ec565b6040519015158152602001610125565b61015661017436600461079a565b5f9081526020819052604090205460ff1690565b6101b061019636600461079a565b60016020525f90815260409020546001600160401b031681565b6040516001600160401b039091168152602001610125565b610141610441565b6101416101de3660046107ea565b6104c5565b603254610111906001600160a01b031681565b61015661020436600461079a565b5f6020819052908152604090205460ff1681565b6101b06301e2850081565b610236610231366004610811565b6105ba565b604051908152602001610125565b610141610252366004610898565b6105dc565b603354610111906001600160a01b031681565b6101416102783660046108c2565b61069a565b61028682610718565b5f828152600160205260408120546001600160401b03908116914291821683116102b057816102b2565b825b6102bd9060016108db565b9050806001600160401b0316846001600160401b03161015610311576040516317ecee5360e21b8152600481018690526001600160401b038083166024830152851660448201526064015b60405180910390fd5b61031f6301e28500836108db565b6001600160401b0316846001600160401b0316111561037b57846103476301e28500846108db565b604051638f33f90360e01b815260048101929092526001600160401b03908116602483015285166044820152606401610308565b5f85815260016020908152604091829020805467ffffffffffffffff19166001600160401b03888116918217909255835191871682529181019190915286917f55f253a9d2f5f6edc82b6552b17bdadfe970ab4df98638a0f9d2bfccd4f4167a910160405180910390a25050505050565b5f81815260016020908152604080832054918390528220546001600160401b039091169060ff168061043a57506001600160401b0381161580159061043a5750806001600160401b03164210155b9392505050565b6033546001600160a01b0316331461046e5760405163118cdaa760e01b8152336004820152602401610308565b60325460405133916001600160a01b0316907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3603280546001600160a01b03199081163317909155603380549091169055565b6104ce82610718565b5f8180156104ea57505f8381526020819052604090205460ff16155b801561050b57505f838152600160205260409020546001600160401b031642105b5f8481526020818152604091829020805460ff1916861515908117909155915191825291925084917fc266cd4994ce2d025aa5fb3b6491319ff130b0b0f7b4b9d1da597a801c7d33da910160405180910390a280156105b5575f838152600160209081526040918290205491516001600160401b039092168252339185917f034e01a7046c7146888c1df7352f8cb18daa70599cb4a5f24019b4d8350c05a4910160405180910390a35b505050565b5f82826040516105cb929190610906565b604051809103902090505b92915050565b6032546001600160a01b031633146106095760405163118cdaa760e01b8152336004820152602401610308565b81610627576040516324d76cbb60e11b815260040160405180910390fd5b5f828152603460205260408082205490516001600160a01b038085169392169185917f0e120e01056686229b883e3d5e058edfde3593f39e0bf9309566a6e40ecb51279190a45f9182526034602052604090912080546001600160a01b0319166001600160a01b03909216919091179055565b6032546001600160a01b031633146106c75760405163118cdaa760e01b8152336004820152602401610308565b603380546001600160a01b0319166001600160a01b03838116918217909255603254604051919216907f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e22700905f90a350565b80610736576040516324d76cbb60e11b815260040160405180910390fd5b61073f81610742565b50565b6032546001600160a01b0316331480159061077357505f818152603460205260409020546001600160a01b03163314155b1561073f5760405163c09154d160e01b815260048101829052336024820152604401610308565b5f602082840312156107aa575f5ffd5b5035919050565b5f5f604083850312156107c2575f5ffd5b8235915060208301356001600160401b03811681146107df575f5ffd5b809150509250929050565b5f5f604083850312156107fb575f5ffd5b82359150602083013580151581146107df575f5ffd5b5f5f60208385031215610822575f5ffd5b82356001600160401b03811115610837575f5ffd5b8301601f81018513610847575f5ffd5b80356001600160401b0381111561085c575f5ffd5b85602082840101111561086d575f5ffd5b6020919091019590945092505050565b80356001600160a01b0381168114610893575f5ffd5b919050565b5f5f604083850312156108a9575f5ffd5b823591506108b96020840161087d565b90509250929050565b5f602082840312156108d2575f5ffd5b61043a8261087d565b6001600160401b0381811683821601908111156105d657634e487b7160e01b5f52601160045260245ffd5b818382375f910190815291905056",
}

// StrictnessRegistryABI is the input ABI used to generate the binding from.
// Deprecated: Use StrictnessRegistryMetaData.ABI instead.
var StrictnessRegistryABI = StrictnessRegistryMetaData.ABI

// StrictnessRegistryBin is the compiled bytecode used for deploying new contracts.
// Deprecated: Use StrictnessRegistryMetaData.Bin instead.
var StrictnessRegistryBin = StrictnessRegistryMetaData.Bin

// DeployStrictnessRegistry deploys a new Ethereum contract, binding an instance of StrictnessRegistry to it.
func DeployStrictnessRegistry(auth *bind.TransactOpts, backend bind.ContractBackend, initialOwner common.Address) (common.Address, *types.Transaction, *StrictnessRegistry, error) {
	parsed, err := StrictnessRegistryMetaData.GetAbi()
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	if parsed == nil {
		return common.Address{}, nil, nil, errors.New("GetABI returned nil")
	}

	address, tx, contract, err := bind.DeployContract(auth, *parsed, common.FromHex(StrictnessRegistryBin), backend, initialOwner)
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	return address, tx, &StrictnessRegistry{StrictnessRegistryCaller: StrictnessRegistryCaller{contract: contract}, StrictnessRegistryTransactor: StrictnessRegistryTransactor{contract: contract}, StrictnessRegistryFilterer: StrictnessRegistryFilterer{contract: contract}}, nil
}

// StrictnessRegistry is an auto generated Go binding around an Ethereum contract.
type StrictnessRegistry struct {
	StrictnessRegistryCaller     // Read-only binding to the contract
	StrictnessRegistryTransactor // Write-only binding to the contract
	StrictnessRegistryFilterer   // Log filterer for contract events
}

// StrictnessRegistryCaller is an auto generated read-only Go binding around an Ethereum contract.
type StrictnessRegistryCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// StrictnessRegistryTransactor is an auto generated write-only Go binding around an Ethereum contract.
type StrictnessRegistryTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// StrictnessRegistryFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type StrictnessRegistryFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// StrictnessRegistrySession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type StrictnessRegistrySession struct {
	Contract     *StrictnessRegistry // Generic contract binding to set the session for
	CallOpts     bind.CallOpts       // Call options to use throughout this session
	TransactOpts bind.TransactOpts   // Transaction auth options to use throughout this session
}

// StrictnessRegistryCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type StrictnessRegistryCallerSession struct {
	Contract *StrictnessRegistryCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts             // Call options to use throughout this session
}

// StrictnessRegistryTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type StrictnessRegistryTransactorSession struct {
	Contract     *StrictnessRegistryTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts             // Transaction auth options to use throughout this session
}

// StrictnessRegistryRaw is an auto generated low-level Go binding around an Ethereum contract.
type StrictnessRegistryRaw struct {
	Contract *StrictnessRegistry // Generic contract binding to access the raw methods on
}

// StrictnessRegistryCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type StrictnessRegistryCallerRaw struct {
	Contract *StrictnessRegistryCaller // Generic read-only contract binding to access the raw methods on
}

// StrictnessRegistryTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type StrictnessRegistryTransactorRaw struct {
	Contract *StrictnessRegistryTransactor // Generic write-only contract binding to access the raw methods on
}

// NewStrictnessRegistry creates a new instance of StrictnessRegistry, bound to a specific deployed contract.
func NewStrictnessRegistry(address common.Address, backend bind.ContractBackend) (*StrictnessRegistry, error) {
	contract, err := bindStrictnessRegistry(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistry{StrictnessRegistryCaller: StrictnessRegistryCaller{contract: contract}, StrictnessRegistryTransactor: StrictnessRegistryTransactor{contract: contract}, StrictnessRegistryFilterer: StrictnessRegistryFilterer{contract: contract}}, nil
}

// NewStrictnessRegistryCaller creates a new read-only instance of StrictnessRegistry, bound to a specific deployed contract.
func NewStrictnessRegistryCaller(address common.Address, caller bind.ContractCaller) (*StrictnessRegistryCaller, error) {
	contract, err := bindStrictnessRegistry(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryCaller{contract: contract}, nil
}

// NewStrictnessRegistryTransactor creates a new write-only instance of StrictnessRegistry, bound to a specific deployed contract.
func NewStrictnessRegistryTransactor(address common.Address, transactor bind.ContractTransactor) (*StrictnessRegistryTransactor, error) {
	contract, err := bindStrictnessRegistry(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryTransactor{contract: contract}, nil
}

// NewStrictnessRegistryFilterer creates a new log filterer instance of StrictnessRegistry, bound to a specific deployed contract.
func NewStrictnessRegistryFilterer(address common.Address, filterer bind.ContractFilterer) (*StrictnessRegistryFilterer, error) {
	contract, err := bindStrictnessRegistry(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryFilterer{contract: contract}, nil
}

// bindStrictnessRegistry binds a generic wrapper to an already deployed contract.
func bindStrictnessRegistry(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := StrictnessRegistryMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_StrictnessRegistry *StrictnessRegistryRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _StrictnessRegistry.Contract.StrictnessRegistryCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_StrictnessRegistry *StrictnessRegistryRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.StrictnessRegistryTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_StrictnessRegistry *StrictnessRegistryRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.StrictnessRegistryTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_StrictnessRegistry *StrictnessRegistryCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _StrictnessRegistry.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_StrictnessRegistry *StrictnessRegistryTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_StrictnessRegistry *StrictnessRegistryTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.contract.Transact(opts, method, params...)
}

// MAXGRACE is a free data retrieval call binding the contract method 0xb0620f5b.
//
// Solidity: function MAX_GRACE() view returns(uint64)
func (_StrictnessRegistry *StrictnessRegistryCaller) MAXGRACE(opts *bind.CallOpts) (uint64, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "MAX_GRACE")

	if err != nil {
		return *new(uint64), err
	}

	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)

	return out0, err

}

// MAXGRACE is a free data retrieval call binding the contract method 0xb0620f5b.
//
// Solidity: function MAX_GRACE() view returns(uint64)
func (_StrictnessRegistry *StrictnessRegistrySession) MAXGRACE() (uint64, error) {
	return _StrictnessRegistry.Contract.MAXGRACE(&_StrictnessRegistry.CallOpts)
}

// MAXGRACE is a free data retrieval call binding the contract method 0xb0620f5b.
//
// Solidity: function MAX_GRACE() view returns(uint64)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) MAXGRACE() (uint64, error) {
	return _StrictnessRegistry.Contract.MAXGRACE(&_StrictnessRegistry.CallOpts)
}

// FeatureAdmin is a free data retrieval call binding the contract method 0x1e3d2654.
//
// Solidity: function featureAdmin(bytes32 feature) view returns(address)
func (_StrictnessRegistry *StrictnessRegistryCaller) FeatureAdmin(opts *bind.CallOpts, feature [32]byte) (common.Address, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "featureAdmin", feature)

	if err != nil {
		return *new(common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)

	return out0, err

}

// FeatureAdmin is a free data retrieval call binding the contract method 0x1e3d2654.
//
// Solidity: function featureAdmin(bytes32 feature) view returns(address)
func (_StrictnessRegistry *StrictnessRegistrySession) FeatureAdmin(feature [32]byte) (common.Address, error) {
	return _StrictnessRegistry.Contract.FeatureAdmin(&_StrictnessRegistry.CallOpts, feature)
}

// FeatureAdmin is a free data retrieval call binding the contract method 0x1e3d2654.
//
// Solidity: function featureAdmin(bytes32 feature) view returns(address)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) FeatureAdmin(feature [32]byte) (common.Address, error) {
	return _StrictnessRegistry.Contract.FeatureAdmin(&_StrictnessRegistry.CallOpts, feature)
}

// FeatureKey is a free data retrieval call binding the contract method 0xb0fd7e29.
//
// Solidity: function featureKey(string name) pure returns(bytes32)
func (_StrictnessRegistry *StrictnessRegistryCaller) FeatureKey(opts *bind.CallOpts, name string) ([32]byte, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "featureKey", name)

	if err != nil {
		return *new([32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)

	return out0, err

}

// FeatureKey is a free data retrieval call binding the contract method 0xb0fd7e29.
//
// Solidity: function featureKey(string name) pure returns(bytes32)
func (_StrictnessRegistry *StrictnessRegistrySession) FeatureKey(name string) ([32]byte, error) {
	return _StrictnessRegistry.Contract.FeatureKey(&_StrictnessRegistry.CallOpts, name)
}

// FeatureKey is a free data retrieval call binding the contract method 0xb0fd7e29.
//
// Solidity: function featureKey(string name) pure returns(bytes32)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) FeatureKey(name string) ([32]byte, error) {
	return _StrictnessRegistry.Contract.FeatureKey(&_StrictnessRegistry.CallOpts, name)
}

// GraceEnd is a free data retrieval call binding the contract method 0x77d16ebb.
//
// Solidity: function graceEnd(bytes32 feature) view returns(uint64)
func (_StrictnessRegistry *StrictnessRegistryCaller) GraceEnd(opts *bind.CallOpts, feature [32]byte) (uint64, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "graceEnd", feature)

	if err != nil {
		return *new(uint64), err
	}

	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)

	return out0, err

}

// GraceEnd is a free data retrieval call binding the contract method 0x77d16ebb.
//
// Solidity: function graceEnd(bytes32 feature) view returns(uint64)
func (_StrictnessRegistry *StrictnessRegistrySession) GraceEnd(feature [32]byte) (uint64, error) {
	return _StrictnessRegistry.Contract.GraceEnd(&_StrictnessRegistry.CallOpts, feature)
}

// GraceEnd is a free data retrieval call binding the contract method 0x77d16ebb.
//
// Solidity: function graceEnd(bytes32 feature) view returns(uint64)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) GraceEnd(feature [32]byte) (uint64, error) {
	return _StrictnessRegistry.Contract.GraceEnd(&_StrictnessRegistry.CallOpts, feature)
}

// IsLegacyRefused is a free data retrieval call binding the contract method 0x3c2b6004.
//
// Solidity: function isLegacyRefused(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistryCaller) IsLegacyRefused(opts *bind.CallOpts, feature [32]byte) (bool, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "isLegacyRefused", feature)

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// IsLegacyRefused is a free data retrieval call binding the contract method 0x3c2b6004.
//
// Solidity: function isLegacyRefused(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistrySession) IsLegacyRefused(feature [32]byte) (bool, error) {
	return _StrictnessRegistry.Contract.IsLegacyRefused(&_StrictnessRegistry.CallOpts, feature)
}

// IsLegacyRefused is a free data retrieval call binding the contract method 0x3c2b6004.
//
// Solidity: function isLegacyRefused(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) IsLegacyRefused(feature [32]byte) (bool, error) {
	return _StrictnessRegistry.Contract.IsLegacyRefused(&_StrictnessRegistry.CallOpts, feature)
}

// IsStrict is a free data retrieval call binding the contract method 0x67917b3d.
//
// Solidity: function isStrict(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistryCaller) IsStrict(opts *bind.CallOpts, feature [32]byte) (bool, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "isStrict", feature)

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// IsStrict is a free data retrieval call binding the contract method 0x67917b3d.
//
// Solidity: function isStrict(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistrySession) IsStrict(feature [32]byte) (bool, error) {
	return _StrictnessRegistry.Contract.IsStrict(&_StrictnessRegistry.CallOpts, feature)
}

// IsStrict is a free data retrieval call binding the contract method 0x67917b3d.
//
// Solidity: function isStrict(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) IsStrict(feature [32]byte) (bool, error) {
	return _StrictnessRegistry.Contract.IsStrict(&_StrictnessRegistry.CallOpts, feature)
}

// Owner is a free data retrieval call binding the contract method 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (_StrictnessRegistry *StrictnessRegistryCaller) Owner(opts *bind.CallOpts) (common.Address, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "owner")

	if err != nil {
		return *new(common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)

	return out0, err

}

// Owner is a free data retrieval call binding the contract method 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (_StrictnessRegistry *StrictnessRegistrySession) Owner() (common.Address, error) {
	return _StrictnessRegistry.Contract.Owner(&_StrictnessRegistry.CallOpts)
}

// Owner is a free data retrieval call binding the contract method 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) Owner() (common.Address, error) {
	return _StrictnessRegistry.Contract.Owner(&_StrictnessRegistry.CallOpts)
}

// PendingOwner is a free data retrieval call binding the contract method 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (_StrictnessRegistry *StrictnessRegistryCaller) PendingOwner(opts *bind.CallOpts) (common.Address, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "pendingOwner")

	if err != nil {
		return *new(common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)

	return out0, err

}

// PendingOwner is a free data retrieval call binding the contract method 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (_StrictnessRegistry *StrictnessRegistrySession) PendingOwner() (common.Address, error) {
	return _StrictnessRegistry.Contract.PendingOwner(&_StrictnessRegistry.CallOpts)
}

// PendingOwner is a free data retrieval call binding the contract method 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) PendingOwner() (common.Address, error) {
	return _StrictnessRegistry.Contract.PendingOwner(&_StrictnessRegistry.CallOpts)
}

// StrictnessFlags is a free data retrieval call binding the contract method 0xa3c0eab9.
//
// Solidity: function strictnessFlags(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistryCaller) StrictnessFlags(opts *bind.CallOpts, feature [32]byte) (bool, error) {
	var out []interface{}
	err := _StrictnessRegistry.contract.Call(opts, &out, "strictnessFlags", feature)

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// StrictnessFlags is a free data retrieval call binding the contract method 0xa3c0eab9.
//
// Solidity: function strictnessFlags(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistrySession) StrictnessFlags(feature [32]byte) (bool, error) {
	return _StrictnessRegistry.Contract.StrictnessFlags(&_StrictnessRegistry.CallOpts, feature)
}

// StrictnessFlags is a free data retrieval call binding the contract method 0xa3c0eab9.
//
// Solidity: function strictnessFlags(bytes32 feature) view returns(bool)
func (_StrictnessRegistry *StrictnessRegistryCallerSession) StrictnessFlags(feature [32]byte) (bool, error) {
	return _StrictnessRegistry.Contract.StrictnessFlags(&_StrictnessRegistry.CallOpts, feature)
}

// AcceptOwnership is a paid mutator transaction binding the contract method 0x79ba5097.
//
// Solidity: function acceptOwnership() returns()
func (_StrictnessRegistry *StrictnessRegistryTransactor) AcceptOwnership(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _StrictnessRegistry.contract.Transact(opts, "acceptOwnership")
}

// AcceptOwnership is a paid mutator transaction binding the contract method 0x79ba5097.
//
// Solidity: function acceptOwnership() returns()
func (_StrictnessRegistry *StrictnessRegistrySession) AcceptOwnership() (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.AcceptOwnership(&_StrictnessRegistry.TransactOpts)
}

// AcceptOwnership is a paid mutator transaction binding the contract method 0x79ba5097.
//
// Solidity: function acceptOwnership() returns()
func (_StrictnessRegistry *StrictnessRegistryTransactorSession) AcceptOwnership() (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.AcceptOwnership(&_StrictnessRegistry.TransactOpts)
}

// ExtendGraceEnd is a paid mutator transaction binding the contract method 0x2151ddbb.
//
// Solidity: function extendGraceEnd(bytes32 feature, uint64 newEnd) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactor) ExtendGraceEnd(opts *bind.TransactOpts, feature [32]byte, newEnd uint64) (*types.Transaction, error) {
	return _StrictnessRegistry.contract.Transact(opts, "extendGraceEnd", feature, newEnd)
}

// ExtendGraceEnd is a paid mutator transaction binding the contract method 0x2151ddbb.
//
// Solidity: function extendGraceEnd(bytes32 feature, uint64 newEnd) returns()
func (_StrictnessRegistry *StrictnessRegistrySession) ExtendGraceEnd(feature [32]byte, newEnd uint64) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.ExtendGraceEnd(&_StrictnessRegistry.TransactOpts, feature, newEnd)
}

// ExtendGraceEnd is a paid mutator transaction binding the contract method 0x2151ddbb.
//
// Solidity: function extendGraceEnd(bytes32 feature, uint64 newEnd) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactorSession) ExtendGraceEnd(feature [32]byte, newEnd uint64) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.ExtendGraceEnd(&_StrictnessRegistry.TransactOpts, feature, newEnd)
}

// SetFeatureAdmin is a paid mutator transaction binding the contract method 0xc8a20734.
//
// Solidity: function setFeatureAdmin(bytes32 feature, address newAdmin) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactor) SetFeatureAdmin(opts *bind.TransactOpts, feature [32]byte, newAdmin common.Address) (*types.Transaction, error) {
	return _StrictnessRegistry.contract.Transact(opts, "setFeatureAdmin", feature, newAdmin)
}

// SetFeatureAdmin is a paid mutator transaction binding the contract method 0xc8a20734.
//
// Solidity: function setFeatureAdmin(bytes32 feature, address newAdmin) returns()
func (_StrictnessRegistry *StrictnessRegistrySession) SetFeatureAdmin(feature [32]byte, newAdmin common.Address) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.SetFeatureAdmin(&_StrictnessRegistry.TransactOpts, feature, newAdmin)
}

// SetFeatureAdmin is a paid mutator transaction binding the contract method 0xc8a20734.
//
// Solidity: function setFeatureAdmin(bytes32 feature, address newAdmin) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactorSession) SetFeatureAdmin(feature [32]byte, newAdmin common.Address) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.SetFeatureAdmin(&_StrictnessRegistry.TransactOpts, feature, newAdmin)
}

// SetStrictnessFlag is a paid mutator transaction binding the contract method 0x87045fb2.
//
// Solidity: function setStrictnessFlag(bytes32 feature, bool enabled) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactor) SetStrictnessFlag(opts *bind.TransactOpts, feature [32]byte, enabled bool) (*types.Transaction, error) {
	return _StrictnessRegistry.contract.Transact(opts, "setStrictnessFlag", feature, enabled)
}

// SetStrictnessFlag is a paid mutator transaction binding the contract method 0x87045fb2.
//
// Solidity: function setStrictnessFlag(bytes32 feature, bool enabled) returns()
func (_StrictnessRegistry *StrictnessRegistrySession) SetStrictnessFlag(feature [32]byte, enabled bool) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.SetStrictnessFlag(&_StrictnessRegistry.TransactOpts, feature, enabled)
}

// SetStrictnessFlag is a paid mutator transaction binding the contract method 0x87045fb2.
//
// Solidity: function setStrictnessFlag(bytes32 feature, bool enabled) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactorSession) SetStrictnessFlag(feature [32]byte, enabled bool) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.SetStrictnessFlag(&_StrictnessRegistry.TransactOpts, feature, enabled)
}

// TransferOwnership is a paid mutator transaction binding the contract method 0xf2fde38b.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactor) TransferOwnership(opts *bind.TransactOpts, newOwner common.Address) (*types.Transaction, error) {
	return _StrictnessRegistry.contract.Transact(opts, "transferOwnership", newOwner)
}

// TransferOwnership is a paid mutator transaction binding the contract method 0xf2fde38b.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (_StrictnessRegistry *StrictnessRegistrySession) TransferOwnership(newOwner common.Address) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.TransferOwnership(&_StrictnessRegistry.TransactOpts, newOwner)
}

// TransferOwnership is a paid mutator transaction binding the contract method 0xf2fde38b.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (_StrictnessRegistry *StrictnessRegistryTransactorSession) TransferOwnership(newOwner common.Address) (*types.Transaction, error) {
	return _StrictnessRegistry.Contract.TransferOwnership(&_StrictnessRegistry.TransactOpts, newOwner)
}

// StrictnessRegistryFeatureAdminUpdatedIterator is returned from FilterFeatureAdminUpdated and is used to iterate over the raw logs and unpacked data for FeatureAdminUpdated events raised by the StrictnessRegistry contract.
type StrictnessRegistryFeatureAdminUpdatedIterator struct {
	Event *StrictnessRegistryFeatureAdminUpdated // Event containing the contract specifics and raw log

	contract *bind.BoundContract // Generic contract to use for unpacking event data
	event    string              // Event name to use for unpacking event data

	logs chan types.Log        // Log channel receiving the found contract events
	sub  ethereum.Subscription // Subscription for errors, completion and termination
	done bool                  // Whether the subscription completed delivering logs
	fail error                 // Occurred error to stop iteration
}

// Next advances the iterator to the subsequent event, returning whether there
// are any more events found. In case of a retrieval or parsing error, false is
// returned and Error() can be queried for the exact failure.
func (it *StrictnessRegistryFeatureAdminUpdatedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(StrictnessRegistryFeatureAdminUpdated)
			if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
				it.fail = err
				return false
			}
			it.Event.Raw = log
			return true

		default:
			return false
		}
	}
	// Iterator still in progress, wait for either a data or an error event
	select {
	case log := <-it.logs:
		it.Event = new(StrictnessRegistryFeatureAdminUpdated)
		if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
			it.fail = err
			return false
		}
		it.Event.Raw = log
		return true

	case err := <-it.sub.Err():
		it.done = true
		it.fail = err
		return it.Next()
	}
}

// Error returns any retrieval or parsing error occurred during filtering.
func (it *StrictnessRegistryFeatureAdminUpdatedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *StrictnessRegistryFeatureAdminUpdatedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// StrictnessRegistryFeatureAdminUpdated represents a FeatureAdminUpdated event raised by the StrictnessRegistry contract.
type StrictnessRegistryFeatureAdminUpdated struct {
	Feature       [32]byte
	PreviousAdmin common.Address
	NewAdmin      common.Address
	Raw           types.Log // Blockchain specific contextual infos
}

// FilterFeatureAdminUpdated is a free log retrieval operation binding the contract event 0x0e120e01056686229b883e3d5e058edfde3593f39e0bf9309566a6e40ecb5127.
//
// Solidity: event FeatureAdminUpdated(bytes32 indexed feature, address indexed previousAdmin, address indexed newAdmin)
func (_StrictnessRegistry *StrictnessRegistryFilterer) FilterFeatureAdminUpdated(opts *bind.FilterOpts, feature [][32]byte, previousAdmin []common.Address, newAdmin []common.Address) (*StrictnessRegistryFeatureAdminUpdatedIterator, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}
	var previousAdminRule []interface{}
	for _, previousAdminItem := range previousAdmin {
		previousAdminRule = append(previousAdminRule, previousAdminItem)
	}
	var newAdminRule []interface{}
	for _, newAdminItem := range newAdmin {
		newAdminRule = append(newAdminRule, newAdminItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.FilterLogs(opts, "FeatureAdminUpdated", featureRule, previousAdminRule, newAdminRule)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryFeatureAdminUpdatedIterator{contract: _StrictnessRegistry.contract, event: "FeatureAdminUpdated", logs: logs, sub: sub}, nil
}

// WatchFeatureAdminUpdated is a free log subscription operation binding the contract event 0x0e120e01056686229b883e3d5e058edfde3593f39e0bf9309566a6e40ecb5127.
//
// Solidity: event FeatureAdminUpdated(bytes32 indexed feature, address indexed previousAdmin, address indexed newAdmin)
func (_StrictnessRegistry *StrictnessRegistryFilterer) WatchFeatureAdminUpdated(opts *bind.WatchOpts, sink chan<- *StrictnessRegistryFeatureAdminUpdated, feature [][32]byte, previousAdmin []common.Address, newAdmin []common.Address) (event.Subscription, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}
	var previousAdminRule []interface{}
	for _, previousAdminItem := range previousAdmin {
		previousAdminRule = append(previousAdminRule, previousAdminItem)
	}
	var newAdminRule []interface{}
	for _, newAdminItem := range newAdmin {
		newAdminRule = append(newAdminRule, newAdminItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.WatchLogs(opts, "FeatureAdminUpdated", featureRule, previousAdminRule, newAdminRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(StrictnessRegistryFeatureAdminUpdated)
				if err := _StrictnessRegistry.contract.UnpackLog(event, "FeatureAdminUpdated", log); err != nil {
					// If the signature doesn't match, skip this log.
					if errors.Is(err, bind.ErrEventSignatureMismatch) {
						continue
					}
					return err
				}
				event.Raw = log

				select {
				case sink <- event:
				case err := <-sub.Err():
					return err
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	}), nil
}

// ParseFeatureAdminUpdated is a log parse operation binding the contract event 0x0e120e01056686229b883e3d5e058edfde3593f39e0bf9309566a6e40ecb5127.
//
// Solidity: event FeatureAdminUpdated(bytes32 indexed feature, address indexed previousAdmin, address indexed newAdmin)
func (_StrictnessRegistry *StrictnessRegistryFilterer) ParseFeatureAdminUpdated(log types.Log) (*StrictnessRegistryFeatureAdminUpdated, error) {
	event := new(StrictnessRegistryFeatureAdminUpdated)
	if err := _StrictnessRegistry.contract.UnpackLog(event, "FeatureAdminUpdated", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// StrictnessRegistryGraceEndExtendedIterator is returned from FilterGraceEndExtended and is used to iterate over the raw logs and unpacked data for GraceEndExtended events raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndExtendedIterator struct {
	Event *StrictnessRegistryGraceEndExtended // Event containing the contract specifics and raw log

	contract *bind.BoundContract // Generic contract to use for unpacking event data
	event    string              // Event name to use for unpacking event data

	logs chan types.Log        // Log channel receiving the found contract events
	sub  ethereum.Subscription // Subscription for errors, completion and termination
	done bool                  // Whether the subscription completed delivering logs
	fail error                 // Occurred error to stop iteration
}

// Next advances the iterator to the subsequent event, returning whether there
// are any more events found. In case of a retrieval or parsing error, false is
// returned and Error() can be queried for the exact failure.
func (it *StrictnessRegistryGraceEndExtendedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(StrictnessRegistryGraceEndExtended)
			if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
				it.fail = err
				return false
			}
			it.Event.Raw = log
			return true

		default:
			return false
		}
	}
	// Iterator still in progress, wait for either a data or an error event
	select {
	case log := <-it.logs:
		it.Event = new(StrictnessRegistryGraceEndExtended)
		if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
			it.fail = err
			return false
		}
		it.Event.Raw = log
		return true

	case err := <-it.sub.Err():
		it.done = true
		it.fail = err
		return it.Next()
	}
}

// Error returns any retrieval or parsing error occurred during filtering.
func (it *StrictnessRegistryGraceEndExtendedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *StrictnessRegistryGraceEndExtendedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// StrictnessRegistryGraceEndExtended represents a GraceEndExtended event raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndExtended struct {
	Feature     [32]byte
	PreviousEnd uint64
	NewEnd      uint64
	Raw         types.Log // Blockchain specific contextual infos
}

// FilterGraceEndExtended is a free log retrieval operation binding the contract event 0x55f253a9d2f5f6edc82b6552b17bdadfe970ab4df98638a0f9d2bfccd4f4167a.
//
// Solidity: event GraceEndExtended(bytes32 indexed feature, uint64 previousEnd, uint64 newEnd)
func (_StrictnessRegistry *StrictnessRegistryFilterer) FilterGraceEndExtended(opts *bind.FilterOpts, feature [][32]byte) (*StrictnessRegistryGraceEndExtendedIterator, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.FilterLogs(opts, "GraceEndExtended", featureRule)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryGraceEndExtendedIterator{contract: _StrictnessRegistry.contract, event: "GraceEndExtended", logs: logs, sub: sub}, nil
}

// WatchGraceEndExtended is a free log subscription operation binding the contract event 0x55f253a9d2f5f6edc82b6552b17bdadfe970ab4df98638a0f9d2bfccd4f4167a.
//
// Solidity: event GraceEndExtended(bytes32 indexed feature, uint64 previousEnd, uint64 newEnd)
func (_StrictnessRegistry *StrictnessRegistryFilterer) WatchGraceEndExtended(opts *bind.WatchOpts, sink chan<- *StrictnessRegistryGraceEndExtended, feature [][32]byte) (event.Subscription, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.WatchLogs(opts, "GraceEndExtended", featureRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(StrictnessRegistryGraceEndExtended)
				if err := _StrictnessRegistry.contract.UnpackLog(event, "GraceEndExtended", log); err != nil {
					// If the signature doesn't match, skip this log.
					if errors.Is(err, bind.ErrEventSignatureMismatch) {
						continue
					}
					return err
				}
				event.Raw = log

				select {
				case sink <- event:
				case err := <-sub.Err():
					return err
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	}), nil
}

// ParseGraceEndExtended is a log parse operation binding the contract event 0x55f253a9d2f5f6edc82b6552b17bdadfe970ab4df98638a0f9d2bfccd4f4167a.
//
// Solidity: event GraceEndExtended(bytes32 indexed feature, uint64 previousEnd, uint64 newEnd)
func (_StrictnessRegistry *StrictnessRegistryFilterer) ParseGraceEndExtended(log types.Log) (*StrictnessRegistryGraceEndExtended, error) {
	event := new(StrictnessRegistryGraceEndExtended)
	if err := _StrictnessRegistry.contract.UnpackLog(event, "GraceEndExtended", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// StrictnessRegistryGraceEndedEarlyIterator is returned from FilterGraceEndedEarly and is used to iterate over the raw logs and unpacked data for GraceEndedEarly events raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndedEarlyIterator struct {
	Event *StrictnessRegistryGraceEndedEarly // Event containing the contract specifics and raw log

	contract *bind.BoundContract // Generic contract to use for unpacking event data
	event    string              // Event name to use for unpacking event data

	logs chan types.Log        // Log channel receiving the found contract events
	sub  ethereum.Subscription // Subscription for errors, completion and termination
	done bool                  // Whether the subscription completed delivering logs
	fail error                 // Occurred error to stop iteration
}

// Next advances the iterator to the subsequent event, returning whether there
// are any more events found. In case of a retrieval or parsing error, false is
// returned and Error() can be queried for the exact failure.
func (it *StrictnessRegistryGraceEndedEarlyIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(StrictnessRegistryGraceEndedEarly)
			if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
				it.fail = err
				return false
			}
			it.Event.Raw = log
			return true

		default:
			return false
		}
	}
	// Iterator still in progress, wait for either a data or an error event
	select {
	case log := <-it.logs:
		it.Event = new(StrictnessRegistryGraceEndedEarly)
		if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
			it.fail = err
			return false
		}
		it.Event.Raw = log
		return true

	case err := <-it.sub.Err():
		it.done = true
		it.fail = err
		return it.Next()
	}
}

// Error returns any retrieval or parsing error occurred during filtering.
func (it *StrictnessRegistryGraceEndedEarlyIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *StrictnessRegistryGraceEndedEarlyIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// StrictnessRegistryGraceEndedEarly represents a GraceEndedEarly event raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndedEarly struct {
	Feature     [32]byte
	PromisedEnd uint64
	By          common.Address
	Raw         types.Log // Blockchain specific contextual infos
}

// FilterGraceEndedEarly is a free log retrieval operation binding the contract event 0x034e01a7046c7146888c1df7352f8cb18daa70599cb4a5f24019b4d8350c05a4.
//
// Solidity: event GraceEndedEarly(bytes32 indexed feature, uint64 promisedEnd, address indexed by)
func (_StrictnessRegistry *StrictnessRegistryFilterer) FilterGraceEndedEarly(opts *bind.FilterOpts, feature [][32]byte, by []common.Address) (*StrictnessRegistryGraceEndedEarlyIterator, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}

	var byRule []interface{}
	for _, byItem := range by {
		byRule = append(byRule, byItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.FilterLogs(opts, "GraceEndedEarly", featureRule, byRule)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryGraceEndedEarlyIterator{contract: _StrictnessRegistry.contract, event: "GraceEndedEarly", logs: logs, sub: sub}, nil
}

// WatchGraceEndedEarly is a free log subscription operation binding the contract event 0x034e01a7046c7146888c1df7352f8cb18daa70599cb4a5f24019b4d8350c05a4.
//
// Solidity: event GraceEndedEarly(bytes32 indexed feature, uint64 promisedEnd, address indexed by)
func (_StrictnessRegistry *StrictnessRegistryFilterer) WatchGraceEndedEarly(opts *bind.WatchOpts, sink chan<- *StrictnessRegistryGraceEndedEarly, feature [][32]byte, by []common.Address) (event.Subscription, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}

	var byRule []interface{}
	for _, byItem := range by {
		byRule = append(byRule, byItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.WatchLogs(opts, "GraceEndedEarly", featureRule, byRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(StrictnessRegistryGraceEndedEarly)
				if err := _StrictnessRegistry.contract.UnpackLog(event, "GraceEndedEarly", log); err != nil {
					// If the signature doesn't match, skip this log.
					if errors.Is(err, bind.ErrEventSignatureMismatch) {
						continue
					}
					return err
				}
				event.Raw = log

				select {
				case sink <- event:
				case err := <-sub.Err():
					return err
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	}), nil
}

// ParseGraceEndedEarly is a log parse operation binding the contract event 0x034e01a7046c7146888c1df7352f8cb18daa70599cb4a5f24019b4d8350c05a4.
//
// Solidity: event GraceEndedEarly(bytes32 indexed feature, uint64 promisedEnd, address indexed by)
func (_StrictnessRegistry *StrictnessRegistryFilterer) ParseGraceEndedEarly(log types.Log) (*StrictnessRegistryGraceEndedEarly, error) {
	event := new(StrictnessRegistryGraceEndedEarly)
	if err := _StrictnessRegistry.contract.UnpackLog(event, "GraceEndedEarly", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// StrictnessRegistryOwnershipTransferStartedIterator is returned from FilterOwnershipTransferStarted and is used to iterate over the raw logs and unpacked data for OwnershipTransferStarted events raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnershipTransferStartedIterator struct {
	Event *StrictnessRegistryOwnershipTransferStarted // Event containing the contract specifics and raw log

	contract *bind.BoundContract // Generic contract to use for unpacking event data
	event    string              // Event name to use for unpacking event data

	logs chan types.Log        // Log channel receiving the found contract events
	sub  ethereum.Subscription // Subscription for errors, completion and termination
	done bool                  // Whether the subscription completed delivering logs
	fail error                 // Occurred error to stop iteration
}

// Next advances the iterator to the subsequent event, returning whether there
// are any more events found. In case of a retrieval or parsing error, false is
// returned and Error() can be queried for the exact failure.
func (it *StrictnessRegistryOwnershipTransferStartedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(StrictnessRegistryOwnershipTransferStarted)
			if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
				it.fail = err
				return false
			}
			it.Event.Raw = log
			return true

		default:
			return false
		}
	}
	// Iterator still in progress, wait for either a data or an error event
	select {
	case log := <-it.logs:
		it.Event = new(StrictnessRegistryOwnershipTransferStarted)
		if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
			it.fail = err
			return false
		}
		it.Event.Raw = log
		return true

	case err := <-it.sub.Err():
		it.done = true
		it.fail = err
		return it.Next()
	}
}

// Error returns any retrieval or parsing error occurred during filtering.
func (it *StrictnessRegistryOwnershipTransferStartedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *StrictnessRegistryOwnershipTransferStartedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// StrictnessRegistryOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           types.Log // Blockchain specific contextual infos
}

// FilterOwnershipTransferStarted is a free log retrieval operation binding the contract event 0x38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e22700.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (_StrictnessRegistry *StrictnessRegistryFilterer) FilterOwnershipTransferStarted(opts *bind.FilterOpts, previousOwner []common.Address, newOwner []common.Address) (*StrictnessRegistryOwnershipTransferStartedIterator, error) {

	var previousOwnerRule []interface{}
	for _, previousOwnerItem := range previousOwner {
		previousOwnerRule = append(previousOwnerRule, previousOwnerItem)
	}
	var newOwnerRule []interface{}
	for _, newOwnerItem := range newOwner {
		newOwnerRule = append(newOwnerRule, newOwnerItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.FilterLogs(opts, "OwnershipTransferStarted", previousOwnerRule, newOwnerRule)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryOwnershipTransferStartedIterator{contract: _StrictnessRegistry.contract, event: "OwnershipTransferStarted", logs: logs, sub: sub}, nil
}

// WatchOwnershipTransferStarted is a free log subscription operation binding the contract event 0x38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e22700.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (_StrictnessRegistry *StrictnessRegistryFilterer) WatchOwnershipTransferStarted(opts *bind.WatchOpts, sink chan<- *StrictnessRegistryOwnershipTransferStarted, previousOwner []common.Address, newOwner []common.Address) (event.Subscription, error) {

	var previousOwnerRule []interface{}
	for _, previousOwnerItem := range previousOwner {
		previousOwnerRule = append(previousOwnerRule, previousOwnerItem)
	}
	var newOwnerRule []interface{}
	for _, newOwnerItem := range newOwner {
		newOwnerRule = append(newOwnerRule, newOwnerItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.WatchLogs(opts, "OwnershipTransferStarted", previousOwnerRule, newOwnerRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(StrictnessRegistryOwnershipTransferStarted)
				if err := _StrictnessRegistry.contract.UnpackLog(event, "OwnershipTransferStarted", log); err != nil {
					// If the signature doesn't match, skip this log.
					if errors.Is(err, bind.ErrEventSignatureMismatch) {
						continue
					}
					return err
				}
				event.Raw = log

				select {
				case sink <- event:
				case err := <-sub.Err():
					return err
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	}), nil
}

// ParseOwnershipTransferStarted is a log parse operation binding the contract event 0x38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e22700.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (_StrictnessRegistry *StrictnessRegistryFilterer) ParseOwnershipTransferStarted(log types.Log) (*StrictnessRegistryOwnershipTransferStarted, error) {
	event := new(StrictnessRegistryOwnershipTransferStarted)
	if err := _StrictnessRegistry.contract.UnpackLog(event, "OwnershipTransferStarted", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// StrictnessRegistryOwnershipTransferredIterator is returned from FilterOwnershipTransferred and is used to iterate over the raw logs and unpacked data for OwnershipTransferred events raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnershipTransferredIterator struct {
	Event *StrictnessRegistryOwnershipTransferred // Event containing the contract specifics and raw log

	contract *bind.BoundContract // Generic contract to use for unpacking event data
	event    string              // Event name to use for unpacking event data

	logs chan types.Log        // Log channel receiving the found contract events
	sub  ethereum.Subscription // Subscription for errors, completion and termination
	done bool                  // Whether the subscription completed delivering logs
	fail error                 // Occurred error to stop iteration
}

// Next advances the iterator to the subsequent event, returning whether there
// are any more events found. In case of a retrieval or parsing error, false is
// returned and Error() can be queried for the exact failure.
func (it *StrictnessRegistryOwnershipTransferredIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(StrictnessRegistryOwnershipTransferred)
			if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
				it.fail = err
				return false
			}
			it.Event.Raw = log
			return true

		default:
			return false
		}
	}
	// Iterator still in progress, wait for either a data or an error event
	select {
	case log := <-it.logs:
		it.Event = new(StrictnessRegistryOwnershipTransferred)
		if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
			it.fail = err
			return false
		}
		it.Event.Raw = log
		return true

	case err := <-it.sub.Err():
		it.done = true
		it.fail = err
		return it.Next()
	}
}

// Error returns any retrieval or parsing error occurred during filtering.
func (it *StrictnessRegistryOwnershipTransferredIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *StrictnessRegistryOwnershipTransferredIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// StrictnessRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           types.Log // Blockchain specific contextual infos
}

// FilterOwnershipTransferred is a free log retrieval operation binding the contract event 0x8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (_StrictnessRegistry *StrictnessRegistryFilterer) FilterOwnershipTransferred(opts *bind.FilterOpts, previousOwner []common.Address, newOwner []common.Address) (*StrictnessRegistryOwnershipTransferredIterator, error) {

	var previousOwnerRule []interface{}
	for _, previousOwnerItem := range previousOwner {
		previousOwnerRule = append(previousOwnerRule, previousOwnerItem)
	}
	var newOwnerRule []interface{}
	for _, newOwnerItem := range newOwner {
		newOwnerRule = append(newOwnerRule, newOwnerItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.FilterLogs(opts, "OwnershipTransferred", previousOwnerRule, newOwnerRule)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryOwnershipTransferredIterator{contract: _StrictnessRegistry.contract, event: "OwnershipTransferred", logs: logs, sub: sub}, nil
}

// WatchOwnershipTransferred is a free log subscription operation binding the contract event 0x8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (_StrictnessRegistry *StrictnessRegistryFilterer) WatchOwnershipTransferred(opts *bind.WatchOpts, sink chan<- *StrictnessRegistryOwnershipTransferred, previousOwner []common.Address, newOwner []common.Address) (event.Subscription, error) {

	var previousOwnerRule []interface{}
	for _, previousOwnerItem := range previousOwner {
		previousOwnerRule = append(previousOwnerRule, previousOwnerItem)
	}
	var newOwnerRule []interface{}
	for _, newOwnerItem := range newOwner {
		newOwnerRule = append(newOwnerRule, newOwnerItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.WatchLogs(opts, "OwnershipTransferred", previousOwnerRule, newOwnerRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(StrictnessRegistryOwnershipTransferred)
				if err := _StrictnessRegistry.contract.UnpackLog(event, "OwnershipTransferred", log); err != nil {
					// If the signature doesn't match, skip this log.
					if errors.Is(err, bind.ErrEventSignatureMismatch) {
						continue
					}
					return err
				}
				event.Raw = log

				select {
				case sink <- event:
				case err := <-sub.Err():
					return err
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	}), nil
}

// ParseOwnershipTransferred is a log parse operation binding the contract event 0x8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (_StrictnessRegistry *StrictnessRegistryFilterer) ParseOwnershipTransferred(log types.Log) (*StrictnessRegistryOwnershipTransferred, error) {
	event := new(StrictnessRegistryOwnershipTransferred)
	if err := _StrictnessRegistry.contract.UnpackLog(event, "OwnershipTransferred", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// StrictnessRegistryStrictnessFlagUpdatedIterator is returned from FilterStrictnessFlagUpdated and is used to iterate over the raw logs and unpacked data for StrictnessFlagUpdated events raised by the StrictnessRegistry contract.
type StrictnessRegistryStrictnessFlagUpdatedIterator struct {
	Event *StrictnessRegistryStrictnessFlagUpdated // Event containing the contract specifics and raw log

	contract *bind.BoundContract // Generic contract to use for unpacking event data
	event    string              // Event name to use for unpacking event data

	logs chan types.Log        // Log channel receiving the found contract events
	sub  ethereum.Subscription // Subscription for errors, completion and termination
	done bool                  // Whether the subscription completed delivering logs
	fail error                 // Occurred error to stop iteration
}

// Next advances the iterator to the subsequent event, returning whether there
// are any more events found. In case of a retrieval or parsing error, false is
// returned and Error() can be queried for the exact failure.
func (it *StrictnessRegistryStrictnessFlagUpdatedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(StrictnessRegistryStrictnessFlagUpdated)
			if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
				it.fail = err
				return false
			}
			it.Event.Raw = log
			return true

		default:
			return false
		}
	}
	// Iterator still in progress, wait for either a data or an error event
	select {
	case log := <-it.logs:
		it.Event = new(StrictnessRegistryStrictnessFlagUpdated)
		if err := it.contract.UnpackLog(it.Event, it.event, log); err != nil {
			it.fail = err
			return false
		}
		it.Event.Raw = log
		return true

	case err := <-it.sub.Err():
		it.done = true
		it.fail = err
		return it.Next()
	}
}

// Error returns any retrieval or parsing error occurred during filtering.
func (it *StrictnessRegistryStrictnessFlagUpdatedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *StrictnessRegistryStrictnessFlagUpdatedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// StrictnessRegistryStrictnessFlagUpdated represents a StrictnessFlagUpdated event raised by the StrictnessRegistry contract.
type StrictnessRegistryStrictnessFlagUpdated struct {
	Feature [32]byte
	Enabled bool
	Raw     types.Log // Blockchain specific contextual infos
}

// FilterStrictnessFlagUpdated is a free log retrieval operation binding the contract event 0xc266cd4994ce2d025aa5fb3b6491319ff130b0b0f7b4b9d1da597a801c7d33da.
//
// Solidity: event StrictnessFlagUpdated(bytes32 indexed feature, bool enabled)
func (_StrictnessRegistry *StrictnessRegistryFilterer) FilterStrictnessFlagUpdated(opts *bind.FilterOpts, feature [][32]byte) (*StrictnessRegistryStrictnessFlagUpdatedIterator, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.FilterLogs(opts, "StrictnessFlagUpdated", featureRule)
	if err != nil {
		return nil, err
	}
	return &StrictnessRegistryStrictnessFlagUpdatedIterator{contract: _StrictnessRegistry.contract, event: "StrictnessFlagUpdated", logs: logs, sub: sub}, nil
}

// WatchStrictnessFlagUpdated is a free log subscription operation binding the contract event 0xc266cd4994ce2d025aa5fb3b6491319ff130b0b0f7b4b9d1da597a801c7d33da.
//
// Solidity: event StrictnessFlagUpdated(bytes32 indexed feature, bool enabled)
func (_StrictnessRegistry *StrictnessRegistryFilterer) WatchStrictnessFlagUpdated(opts *bind.WatchOpts, sink chan<- *StrictnessRegistryStrictnessFlagUpdated, feature [][32]byte) (event.Subscription, error) {

	var featureRule []interface{}
	for _, featureItem := range feature {
		featureRule = append(featureRule, featureItem)
	}

	logs, sub, err := _StrictnessRegistry.contract.WatchLogs(opts, "StrictnessFlagUpdated", featureRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(StrictnessRegistryStrictnessFlagUpdated)
				if err := _StrictnessRegistry.contract.UnpackLog(event, "StrictnessFlagUpdated", log); err != nil {
					// If the signature doesn't match, skip this log.
					if errors.Is(err, bind.ErrEventSignatureMismatch) {
						continue
					}
					return err
				}
				event.Raw = log

				select {
				case sink <- event:
				case err := <-sub.Err():
					return err
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	}), nil
}

// ParseStrictnessFlagUpdated is a log parse operation binding the contract event 0xc266cd4994ce2d025aa5fb3b6491319ff130b0b0f7b4b9d1da597a801c7d33da.
//
// Solidity: event StrictnessFlagUpdated(bytes32 indexed feature, bool enabled)
func (_StrictnessRegistry *StrictnessRegistryFilterer) ParseStrictnessFlagUpdated(log types.Log) (*StrictnessRegistryStrictnessFlagUpdated, error) {
	event := new(StrictnessRegistryStrictnessFlagUpdated)
	if err := _StrictnessRegistry.contract.UnpackLog(event, "StrictnessFlagUpdated", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}
