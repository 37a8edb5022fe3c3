// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package strictnessregistryv2

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

// StrictnessRegistryMetaData contains all meta data concerning the StrictnessRegistry contract.
var StrictnessRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"initialOwner\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"earliest\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"proposed\",\"type\":\"uint64\"}],\"name\":\"GraceEndNotLater\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"latest\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"proposed\",\"type\":\"uint64\"}],\"name\":\"GraceEndTooFar\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotFeatureAdmin\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ZeroFeature\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousAdmin\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newAdmin\",\"type\":\"address\"}],\"name\":\"FeatureAdminUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"previousEnd\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"newEnd\",\"type\":\"uint64\"}],\"name\":\"GraceEndExtended\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"promisedEnd\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"GraceEndedEarly\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"enabled\",\"type\":\"bool\"}],\"name\":\"StrictnessFlagUpdated\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MAX_GRACE\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"newEnd\",\"type\":\"uint64\"}],\"name\":\"extendGraceEnd\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"featureAdmin\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"featureKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"graceEnd\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"isLegacyRefused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"isStrict\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"newAdmin\",\"type\":\"address\"}],\"name\":\"setFeatureAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"enabled\",\"type\":\"bool\"}],\"name\":\"setStrictnessFlag\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"feature\",\"type\":\"bytes32\"}],\"name\":\"strictnessFlags\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "StrictnessRegistry",
	Bin: "0x6080604052348015600e575f5ffd5b506040516109f13803806109f1833981016040819052602b9160a4565b6001600160a01b038116605757604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b603280546001600160a01b0319166001600160a01b0383169081179091556040515f907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0908290a35060cf565b5f6020828403121560b3575f5ffd5b81516001600160a01b038116811460c8575f5ffd5b9392505050565b610915806100dc5f395ff3fe608060405234801561000f575f5ffd5b50600436106100e5575f3560e01c80638da5cb5b11610088578063b0fd7e2911610063578063b0fd7e2914610223578063c8a2073414610244578063e30c397814610257578063f2fde38b1461026a575f5ffd5b80638da5cb5b146101e3578063a3c0eab9146101f6578063b0620f5b14610218575f5ffd5b806367917b3d116100c357806367917b3d1461016657806377d16ebb1461018857806379ba5097146101c857806387045fb2146101d0575f5ffd5b80631e3d2654146100e95780632151ddbb1461012e5780633c2b600414610143575b5f5ffd5b6101116100f736600461079a565b60346020525f90815260409020546001600160a01b031681565b6040516001600160a01b0390911681526020015b60405180910390f35b61014161013c3660046107b1565b61027d565b005b61015661015136600461079a565b6103ec565b6040519015158152602001610125565b61015661017436600461079a565b5f9081526020819052604090205460ff1690565b6101b061019636600461079a565b60016020525f90815260409020546001600160401b031681565b6040516001600160401b039091168152602001610125565b610141610441565b6101416101de3660046107ea565b6104c5565b603254610111906001600160a01b031681565b61015661020436600461079a565b5f6020819052908152604090205460ff1681565b6101b06301e2850081565b610236610231366004610811565b6105ba565b604051908152602001610125565b610141610252366004610898565b6105dc565b603354610111906001600160a01b031681565b6101416102783660046108c2565b61069a565b61028682610718565b5f828152600160205260408120546001600160401b03908116914291821683116102b057816102b2565b825b6102bd9060016108db565b9050806001600160401b0316846001600160401b03161015610311576040516317ecee5360e21b8152600481018690526001600160401b038083166024830152851660448201526064015b60405180910390fd5b61031f6301e28500836108db565b6001600160401b0316846001600160401b0316111561037b57846103476301e28500846108db565b604051638f33f90360e01b815260048101929092526001600160401b03908116602483015285166044820152606401610308565b5f85815260016020908152604091829020805467ffffffffffffffff19166001600160401b03888116918217909255835191871682529181019190915286917f55f253a9d2f5f6edc82b6552b17bdadfe970ab4df98638a0f9d2bfccd4f4167a910160405180910390a25050505050565b5f81815260016020908152604080832054918390528220546001600160401b039091169060ff168061043a57506001600160401b0381161580159061043a5750806001600160401b03164210155b9392505050565b6033546001600160a01b0316331461046e5760405163118cdaa760e01b8152336004820152602401610308565b60325460405133916001600160a01b0316907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3603280546001600160a01b03199081163317909155603380549091169055565b6104ce82610718565b5f8180156104ea57505f8381526020819052604090205460ff16155b801561050b57505f838152600160205260409020546001600160401b031642105b5f8481526020818152604091829020805460ff1916861515908117909155915191825291925084917fc266cd4994ce2d025aa5fb3b6491319ff130b0b0f7b4b9d1da597a801c7d33da910160405180910390a280156105b5575f838152600160209081526040918290205491516001600160401b039092168252339185917f034e01a7046c7146888c1df7352f8cb18daa70599cb4a5f24019b4d8350c05a4910160405180910390a35b505050565b5f82826040516105cb929190610906565b604051809103902090505b92915050565b6032546001600160a01b031633146106095760405163118cdaa760e01b8152336004820152602401610308565b81610627576040516324d76cbb60e11b815260040160405180910390fd5b5f828152603460205260408082205490516001600160a01b038085169392169185917f0e120e01056686229b883e3d5e058edfde3593f39e0bf9309566a6e40ecb51279190a45f9182526034602052604090912080546001600160a01b0319166001600160a01b03909216919091179055565b6032546001600160a01b031633146106c75760405163118cdaa760e01b8152336004820152602401610308565b603380546001600160a01b0319166001600160a01b03838116918217909255603254604051919216907f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e22700905f90a350565b80610736576040516324d76cbb60e11b815260040160405180910390fd5b61073f81610742565b50565b6032546001600160a01b0316331480159061077357505f818152603460205260409020546001600160a01b03163314155b1561073f5760405163c09154d160e01b815260048101829052336024820152604401610308565b5f602082840312156107aa575f5ffd5b5035919050565b5f5f604083850312156107c2575f5ffd5b8235915060208301356001600160401b03811681146107df575f5ffd5b809150509250929050565b5f5f604083850312156107fb575f5ffd5b82359150602083013580151581146107df575f5ffd5b5f5f60208385031215610822575f5ffd5b82356001600160401b03811115610837575f5ffd5b8301601f81018513610847575f5ffd5b80356001600160401b0381111561085c575f5ffd5b85602082840101111561086d575f5ffd5b6020919091019590945092505050565b80356001600160a01b0381168114610893575f5ffd5b919050565b5f5f604083850312156108a9575f5ffd5b823591506108b96020840161087d565b90509250929050565b5f602082840312156108d2575f5ffd5b61043a8261087d565b6001600160401b0381811683821601908111156105d657634e487b7160e01b5f52601160045260245ffd5b818382375f910190815291905056",
}

// StrictnessRegistry is an auto generated Go binding around an Ethereum contract.
type StrictnessRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *StrictnessRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewStrictnessRegistry creates a new instance of StrictnessRegistry.
func NewStrictnessRegistry() *StrictnessRegistry {
	parsed, err := StrictnessRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &StrictnessRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *StrictnessRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address initialOwner) returns()
func (strictnessRegistry *StrictnessRegistry) PackConstructor(initialOwner common.Address) []byte {
	enc, err := strictnessRegistry.abi.Pack("", initialOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0620f5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_GRACE() view returns(uint64)
func (strictnessRegistry *StrictnessRegistry) PackMAXGRACE() []byte {
	enc, err := strictnessRegistry.abi.Pack("MAX_GRACE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXGRACE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0620f5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_GRACE() view returns(uint64)
func (strictnessRegistry *StrictnessRegistry) TryPackMAXGRACE() ([]byte, error) {
	return strictnessRegistry.abi.Pack("MAX_GRACE")
}

// UnpackMAXGRACE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb0620f5b.
//
// Solidity: function MAX_GRACE() view returns(uint64)
func (strictnessRegistry *StrictnessRegistry) UnpackMAXGRACE(data []byte) (uint64, error) {
	out, err := strictnessRegistry.abi.Unpack("MAX_GRACE", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (strictnessRegistry *StrictnessRegistry) PackAcceptOwnership() []byte {
	enc, err := strictnessRegistry.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (strictnessRegistry *StrictnessRegistry) TryPackAcceptOwnership() ([]byte, error) {
	return strictnessRegistry.abi.Pack("acceptOwnership")
}

// PackExtendGraceEnd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2151ddbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extendGraceEnd(bytes32 feature, uint64 newEnd) returns()
func (strictnessRegistry *StrictnessRegistry) PackExtendGraceEnd(feature [32]byte, newEnd uint64) []byte {
	enc, err := strictnessRegistry.abi.Pack("extendGraceEnd", feature, newEnd)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtendGraceEnd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2151ddbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extendGraceEnd(bytes32 feature, uint64 newEnd) returns()
func (strictnessRegistry *StrictnessRegistry) TryPackExtendGraceEnd(feature [32]byte, newEnd uint64) ([]byte, error) {
	return strictnessRegistry.abi.Pack("extendGraceEnd", feature, newEnd)
}

// PackFeatureAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e3d2654.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function featureAdmin(bytes32 feature) view returns(address)
func (strictnessRegistry *StrictnessRegistry) PackFeatureAdmin(feature [32]byte) []byte {
	enc, err := strictnessRegistry.abi.Pack("featureAdmin", feature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeatureAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e3d2654.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function featureAdmin(bytes32 feature) view returns(address)
func (strictnessRegistry *StrictnessRegistry) TryPackFeatureAdmin(feature [32]byte) ([]byte, error) {
	return strictnessRegistry.abi.Pack("featureAdmin", feature)
}

// UnpackFeatureAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e3d2654.
//
// Solidity: function featureAdmin(bytes32 feature) view returns(address)
func (strictnessRegistry *StrictnessRegistry) UnpackFeatureAdmin(data []byte) (common.Address, error) {
	out, err := strictnessRegistry.abi.Unpack("featureAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFeatureKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0fd7e29.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function featureKey(string name) pure returns(bytes32)
func (strictnessRegistry *StrictnessRegistry) PackFeatureKey(name string) []byte {
	enc, err := strictnessRegistry.abi.Pack("featureKey", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeatureKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0fd7e29.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function featureKey(string name) pure returns(bytes32)
func (strictnessRegistry *StrictnessRegistry) TryPackFeatureKey(name string) ([]byte, error) {
	return strictnessRegistry.abi.Pack("featureKey", name)
}

// UnpackFeatureKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb0fd7e29.
//
// Solidity: function featureKey(string name) pure returns(bytes32)
func (strictnessRegistry *StrictnessRegistry) UnpackFeatureKey(data []byte) ([32]byte, error) {
	out, err := strictnessRegistry.abi.Unpack("featureKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGraceEnd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77d16ebb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function graceEnd(bytes32 feature) view returns(uint64)
func (strictnessRegistry *StrictnessRegistry) PackGraceEnd(feature [32]byte) []byte {
	enc, err := strictnessRegistry.abi.Pack("graceEnd", feature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGraceEnd is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x77d16ebb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function graceEnd(bytes32 feature) view returns(uint64)
func (strictnessRegistry *StrictnessRegistry) TryPackGraceEnd(feature [32]byte) ([]byte, error) {
	return strictnessRegistry.abi.Pack("graceEnd", feature)
}

// UnpackGraceEnd is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x77d16ebb.
//
// Solidity: function graceEnd(bytes32 feature) view returns(uint64)
func (strictnessRegistry *StrictnessRegistry) UnpackGraceEnd(data []byte) (uint64, error) {
	out, err := strictnessRegistry.abi.Unpack("graceEnd", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackIsLegacyRefused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3c2b6004.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isLegacyRefused(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) PackIsLegacyRefused(feature [32]byte) []byte {
	enc, err := strictnessRegistry.abi.Pack("isLegacyRefused", feature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsLegacyRefused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3c2b6004.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isLegacyRefused(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) TryPackIsLegacyRefused(feature [32]byte) ([]byte, error) {
	return strictnessRegistry.abi.Pack("isLegacyRefused", feature)
}

// UnpackIsLegacyRefused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3c2b6004.
//
// Solidity: function isLegacyRefused(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) UnpackIsLegacyRefused(data []byte) (bool, error) {
	out, err := strictnessRegistry.abi.Unpack("isLegacyRefused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsStrict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x67917b3d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isStrict(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) PackIsStrict(feature [32]byte) []byte {
	enc, err := strictnessRegistry.abi.Pack("isStrict", feature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsStrict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x67917b3d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isStrict(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) TryPackIsStrict(feature [32]byte) ([]byte, error) {
	return strictnessRegistry.abi.Pack("isStrict", feature)
}

// UnpackIsStrict is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x67917b3d.
//
// Solidity: function isStrict(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) UnpackIsStrict(data []byte) (bool, error) {
	out, err := strictnessRegistry.abi.Unpack("isStrict", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (strictnessRegistry *StrictnessRegistry) PackOwner() []byte {
	enc, err := strictnessRegistry.abi.Pack("owner")
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
func (strictnessRegistry *StrictnessRegistry) TryPackOwner() ([]byte, error) {
	return strictnessRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (strictnessRegistry *StrictnessRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := strictnessRegistry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (strictnessRegistry *StrictnessRegistry) PackPendingOwner() []byte {
	enc, err := strictnessRegistry.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (strictnessRegistry *StrictnessRegistry) TryPackPendingOwner() ([]byte, error) {
	return strictnessRegistry.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (strictnessRegistry *StrictnessRegistry) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := strictnessRegistry.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSetFeatureAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc8a20734.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setFeatureAdmin(bytes32 feature, address newAdmin) returns()
func (strictnessRegistry *StrictnessRegistry) PackSetFeatureAdmin(feature [32]byte, newAdmin common.Address) []byte {
	enc, err := strictnessRegistry.abi.Pack("setFeatureAdmin", feature, newAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetFeatureAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc8a20734.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setFeatureAdmin(bytes32 feature, address newAdmin) returns()
func (strictnessRegistry *StrictnessRegistry) TryPackSetFeatureAdmin(feature [32]byte, newAdmin common.Address) ([]byte, error) {
	return strictnessRegistry.abi.Pack("setFeatureAdmin", feature, newAdmin)
}

// PackSetStrictnessFlag is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x87045fb2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setStrictnessFlag(bytes32 feature, bool enabled) returns()
func (strictnessRegistry *StrictnessRegistry) PackSetStrictnessFlag(feature [32]byte, enabled bool) []byte {
	enc, err := strictnessRegistry.abi.Pack("setStrictnessFlag", feature, enabled)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetStrictnessFlag is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x87045fb2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setStrictnessFlag(bytes32 feature, bool enabled) returns()
func (strictnessRegistry *StrictnessRegistry) TryPackSetStrictnessFlag(feature [32]byte, enabled bool) ([]byte, error) {
	return strictnessRegistry.abi.Pack("setStrictnessFlag", feature, enabled)
}

// PackStrictnessFlags is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa3c0eab9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function strictnessFlags(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) PackStrictnessFlags(feature [32]byte) []byte {
	enc, err := strictnessRegistry.abi.Pack("strictnessFlags", feature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStrictnessFlags is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa3c0eab9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function strictnessFlags(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) TryPackStrictnessFlags(feature [32]byte) ([]byte, error) {
	return strictnessRegistry.abi.Pack("strictnessFlags", feature)
}

// UnpackStrictnessFlags is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa3c0eab9.
//
// Solidity: function strictnessFlags(bytes32 feature) view returns(bool)
func (strictnessRegistry *StrictnessRegistry) UnpackStrictnessFlags(data []byte) (bool, error) {
	out, err := strictnessRegistry.abi.Unpack("strictnessFlags", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (strictnessRegistry *StrictnessRegistry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := strictnessRegistry.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (strictnessRegistry *StrictnessRegistry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return strictnessRegistry.abi.Pack("transferOwnership", newOwner)
}

// StrictnessRegistryFeatureAdminUpdated represents a FeatureAdminUpdated event raised by the StrictnessRegistry contract.
type StrictnessRegistryFeatureAdminUpdated struct {
	Feature       [32]byte
	PreviousAdmin common.Address
	NewAdmin      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StrictnessRegistryFeatureAdminUpdatedEventName = "FeatureAdminUpdated"

// ContractEventName returns the user-defined event name.
func (StrictnessRegistryFeatureAdminUpdated) ContractEventName() string {
	return StrictnessRegistryFeatureAdminUpdatedEventName
}

// UnpackFeatureAdminUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FeatureAdminUpdated(bytes32 indexed feature, address indexed previousAdmin, address indexed newAdmin)
func (strictnessRegistry *StrictnessRegistry) UnpackFeatureAdminUpdatedEvent(log *types.Log) (*StrictnessRegistryFeatureAdminUpdated, error) {
	event := "FeatureAdminUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != strictnessRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StrictnessRegistryFeatureAdminUpdated)
	if len(log.Data) > 0 {
		if err := strictnessRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range strictnessRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StrictnessRegistryGraceEndExtended represents a GraceEndExtended event raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndExtended struct {
	Feature     [32]byte
	PreviousEnd uint64
	NewEnd      uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const StrictnessRegistryGraceEndExtendedEventName = "GraceEndExtended"

// ContractEventName returns the user-defined event name.
func (StrictnessRegistryGraceEndExtended) ContractEventName() string {
	return StrictnessRegistryGraceEndExtendedEventName
}

// UnpackGraceEndExtendedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event GraceEndExtended(bytes32 indexed feature, uint64 previousEnd, uint64 newEnd)
func (strictnessRegistry *StrictnessRegistry) UnpackGraceEndExtendedEvent(log *types.Log) (*StrictnessRegistryGraceEndExtended, error) {
	event := "GraceEndExtended"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != strictnessRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StrictnessRegistryGraceEndExtended)
	if len(log.Data) > 0 {
		if err := strictnessRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range strictnessRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StrictnessRegistryGraceEndedEarly represents a GraceEndedEarly event raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndedEarly struct {
	Feature     [32]byte
	PromisedEnd uint64
	By          common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const StrictnessRegistryGraceEndedEarlyEventName = "GraceEndedEarly"

// ContractEventName returns the user-defined event name.
func (StrictnessRegistryGraceEndedEarly) ContractEventName() string {
	return StrictnessRegistryGraceEndedEarlyEventName
}

// UnpackGraceEndedEarlyEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event GraceEndedEarly(bytes32 indexed feature, uint64 promisedEnd, address indexed by)
func (strictnessRegistry *StrictnessRegistry) UnpackGraceEndedEarlyEvent(log *types.Log) (*StrictnessRegistryGraceEndedEarly, error) {
	event := "GraceEndedEarly"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != strictnessRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StrictnessRegistryGraceEndedEarly)
	if len(log.Data) > 0 {
		if err := strictnessRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range strictnessRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StrictnessRegistryOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StrictnessRegistryOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (StrictnessRegistryOwnershipTransferStarted) ContractEventName() string {
	return StrictnessRegistryOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (strictnessRegistry *StrictnessRegistry) UnpackOwnershipTransferStartedEvent(log *types.Log) (*StrictnessRegistryOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != strictnessRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StrictnessRegistryOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := strictnessRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range strictnessRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StrictnessRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StrictnessRegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (StrictnessRegistryOwnershipTransferred) ContractEventName() string {
	return StrictnessRegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (strictnessRegistry *StrictnessRegistry) UnpackOwnershipTransferredEvent(log *types.Log) (*StrictnessRegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != strictnessRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StrictnessRegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := strictnessRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range strictnessRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StrictnessRegistryStrictnessFlagUpdated represents a StrictnessFlagUpdated event raised by the StrictnessRegistry contract.
type StrictnessRegistryStrictnessFlagUpdated struct {
	Feature [32]byte
	Enabled bool
	Raw     *types.Log // Blockchain specific contextual infos
}

const StrictnessRegistryStrictnessFlagUpdatedEventName = "StrictnessFlagUpdated"

// ContractEventName returns the user-defined event name.
func (StrictnessRegistryStrictnessFlagUpdated) ContractEventName() string {
	return StrictnessRegistryStrictnessFlagUpdatedEventName
}

// UnpackStrictnessFlagUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StrictnessFlagUpdated(bytes32 indexed feature, bool enabled)
func (strictnessRegistry *StrictnessRegistry) UnpackStrictnessFlagUpdatedEvent(log *types.Log) (*StrictnessRegistryStrictnessFlagUpdated, error) {
	event := "StrictnessFlagUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != strictnessRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StrictnessRegistryStrictnessFlagUpdated)
	if len(log.Data) > 0 {
		if err := strictnessRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range strictnessRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (strictnessRegistry *StrictnessRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], strictnessRegistry.abi.Errors["GraceEndNotLater"].ID.Bytes()[:4]) {
		return strictnessRegistry.UnpackGraceEndNotLaterError(raw[4:])
	}
	if bytes.Equal(raw[:4], strictnessRegistry.abi.Errors["GraceEndTooFar"].ID.Bytes()[:4]) {
		return strictnessRegistry.UnpackGraceEndTooFarError(raw[4:])
	}
	if bytes.Equal(raw[:4], strictnessRegistry.abi.Errors["NotFeatureAdmin"].ID.Bytes()[:4]) {
		return strictnessRegistry.UnpackNotFeatureAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], strictnessRegistry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return strictnessRegistry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], strictnessRegistry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return strictnessRegistry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], strictnessRegistry.abi.Errors["ZeroFeature"].ID.Bytes()[:4]) {
		return strictnessRegistry.UnpackZeroFeatureError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// StrictnessRegistryGraceEndNotLater represents a GraceEndNotLater error raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndNotLater struct {
	Feature  [32]byte
	Earliest uint64
	Proposed uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GraceEndNotLater(bytes32 feature, uint64 earliest, uint64 proposed)
func StrictnessRegistryGraceEndNotLaterErrorID() common.Hash {
	return common.HexToHash("0x5fb3b94c92f1e3c1a14313890007166c0d3322284c1532ec39a790c50e9752d3")
}

// UnpackGraceEndNotLaterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GraceEndNotLater(bytes32 feature, uint64 earliest, uint64 proposed)
func (strictnessRegistry *StrictnessRegistry) UnpackGraceEndNotLaterError(raw []byte) (*StrictnessRegistryGraceEndNotLater, error) {
	out := new(StrictnessRegistryGraceEndNotLater)
	if err := strictnessRegistry.abi.UnpackIntoInterface(out, "GraceEndNotLater", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StrictnessRegistryGraceEndTooFar represents a GraceEndTooFar error raised by the StrictnessRegistry contract.
type StrictnessRegistryGraceEndTooFar struct {
	Feature  [32]byte
	Latest   uint64
	Proposed uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GraceEndTooFar(bytes32 feature, uint64 latest, uint64 proposed)
func StrictnessRegistryGraceEndTooFarErrorID() common.Hash {
	return common.HexToHash("0x8f33f903ff088ec0b8b2616cd143f9496fce3253a350fb3fbcd27a845cfe9b71")
}

// UnpackGraceEndTooFarError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GraceEndTooFar(bytes32 feature, uint64 latest, uint64 proposed)
func (strictnessRegistry *StrictnessRegistry) UnpackGraceEndTooFarError(raw []byte) (*StrictnessRegistryGraceEndTooFar, error) {
	out := new(StrictnessRegistryGraceEndTooFar)
	if err := strictnessRegistry.abi.UnpackIntoInterface(out, "GraceEndTooFar", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StrictnessRegistryNotFeatureAdmin represents a NotFeatureAdmin error raised by the StrictnessRegistry contract.
type StrictnessRegistryNotFeatureAdmin struct {
	Feature [32]byte
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFeatureAdmin(bytes32 feature, address account)
func StrictnessRegistryNotFeatureAdminErrorID() common.Hash {
	return common.HexToHash("0xc09154d1f0edda3d94c6d1a261c3b7551b8198fda36f3aac0ff8f07f266d8a57")
}

// UnpackNotFeatureAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFeatureAdmin(bytes32 feature, address account)
func (strictnessRegistry *StrictnessRegistry) UnpackNotFeatureAdminError(raw []byte) (*StrictnessRegistryNotFeatureAdmin, error) {
	out := new(StrictnessRegistryNotFeatureAdmin)
	if err := strictnessRegistry.abi.UnpackIntoInterface(out, "NotFeatureAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StrictnessRegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func StrictnessRegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (strictnessRegistry *StrictnessRegistry) UnpackOwnableInvalidOwnerError(raw []byte) (*StrictnessRegistryOwnableInvalidOwner, error) {
	out := new(StrictnessRegistryOwnableInvalidOwner)
	if err := strictnessRegistry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StrictnessRegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the StrictnessRegistry contract.
type StrictnessRegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func StrictnessRegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (strictnessRegistry *StrictnessRegistry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*StrictnessRegistryOwnableUnauthorizedAccount, error) {
	out := new(StrictnessRegistryOwnableUnauthorizedAccount)
	if err := strictnessRegistry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StrictnessRegistryZeroFeature represents a ZeroFeature error raised by the StrictnessRegistry contract.
type StrictnessRegistryZeroFeature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroFeature()
func StrictnessRegistryZeroFeatureErrorID() common.Hash {
	return common.HexToHash("0x49aed976e2909b3493b1ea11e23a6a5e9db89f8dad78118bda368c35307af2c3")
}

// UnpackZeroFeatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroFeature()
func (strictnessRegistry *StrictnessRegistry) UnpackZeroFeatureError(raw []byte) (*StrictnessRegistryZeroFeature, error) {
	out := new(StrictnessRegistryZeroFeature)
	if err := strictnessRegistry.abi.UnpackIntoInterface(out, "ZeroFeature", raw); err != nil {
		return nil, err
	}
	return out, nil
}
