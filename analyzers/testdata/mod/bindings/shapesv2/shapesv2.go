// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package shapesv2

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
var ShapesMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"takeBytes3\",\"inputs\":[{\"internalType\":\"bytes3\",\"name\":\"value\",\"type\":\"bytes3\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take00\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"value\",\"type\":\"uint8\"}],\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"value\",\"type\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take01\",\"inputs\":[{\"internalType\":\"uint16\",\"name\":\"value\",\"type\":\"uint16\"}],\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"value\",\"type\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take02\",\"inputs\":[{\"internalType\":\"uint24\",\"name\":\"value\",\"type\":\"uint24\"}],\"outputs\":[{\"internalType\":\"uint24\",\"name\":\"value\",\"type\":\"uint24\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take03\",\"inputs\":[{\"internalType\":\"uint32\",\"name\":\"value\",\"type\":\"uint32\"}],\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"value\",\"type\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take04\",\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"value\",\"type\":\"uint64\"}],\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"value\",\"type\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take05\",\"inputs\":[{\"internalType\":\"uint72\",\"name\":\"value\",\"type\":\"uint72\"}],\"outputs\":[{\"internalType\":\"uint72\",\"name\":\"value\",\"type\":\"uint72\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take06\",\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take07\",\"inputs\":[{\"internalType\":\"int8\",\"name\":\"value\",\"type\":\"int8\"}],\"outputs\":[{\"internalType\":\"int8\",\"name\":\"value\",\"type\":\"int8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take08\",\"inputs\":[{\"internalType\":\"int16\",\"name\":\"value\",\"type\":\"int16\"}],\"outputs\":[{\"internalType\":\"int16\",\"name\":\"value\",\"type\":\"int16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take09\",\"inputs\":[{\"internalType\":\"int32\",\"name\":\"value\",\"type\":\"int32\"}],\"outputs\":[{\"internalType\":\"int32\",\"name\":\"value\",\"type\":\"int32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take10\",\"inputs\":[{\"internalType\":\"int64\",\"name\":\"value\",\"type\":\"int64\"}],\"outputs\":[{\"internalType\":\"int64\",\"name\":\"value\",\"type\":\"int64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take11\",\"inputs\":[{\"internalType\":\"int128\",\"name\":\"value\",\"type\":\"int128\"}],\"outputs\":[{\"internalType\":\"int128\",\"name\":\"value\",\"type\":\"int128\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take12\",\"inputs\":[{\"internalType\":\"int256\",\"name\":\"value\",\"type\":\"int256\"}],\"outputs\":[{\"internalType\":\"int256\",\"name\":\"value\",\"type\":\"int256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take13\",\"inputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take14\",\"inputs\":[{\"internalType\":\"address\",\"name\":\"value\",\"type\":\"address\"}],\"outputs\":[{\"internalType\":\"address\",\"name\":\"value\",\"type\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take15\",\"inputs\":[{\"internalType\":\"string\",\"name\":\"value\",\"type\":\"string\"}],\"outputs\":[{\"internalType\":\"string\",\"name\":\"value\",\"type\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take16\",\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"value\",\"type\":\"bytes\"}],\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"value\",\"type\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take17\",\"inputs\":[{\"internalType\":\"bytes1\",\"name\":\"value\",\"type\":\"bytes1\"}],\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"value\",\"type\":\"bytes1\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take18\",\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"value\",\"type\":\"bytes4\"}],\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"value\",\"type\":\"bytes4\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take19\",\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take20\",\"inputs\":[{\"internalType\":\"uint256[]\",\"name\":\"value\",\"type\":\"uint256[]\"}],\"outputs\":[{\"internalType\":\"uint256[]\",\"name\":\"value\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take21\",\"inputs\":[{\"internalType\":\"uint256[3]\",\"name\":\"value\",\"type\":\"uint256[3]\"}],\"outputs\":[{\"internalType\":\"uint256[3]\",\"name\":\"value\",\"type\":\"uint256[3]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take22\",\"inputs\":[{\"internalType\":\"uint8[]\",\"name\":\"value\",\"type\":\"uint8[]\"}],\"outputs\":[{\"internalType\":\"uint8[]\",\"name\":\"value\",\"type\":\"uint8[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take23\",\"inputs\":[{\"internalType\":\"uint8[4]\",\"name\":\"value\",\"type\":\"uint8[4]\"}],\"outputs\":[{\"internalType\":\"uint8[4]\",\"name\":\"value\",\"type\":\"uint8[4]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take24\",\"inputs\":[{\"internalType\":\"bytes4[]\",\"name\":\"value\",\"type\":\"bytes4[]\"}],\"outputs\":[{\"internalType\":\"bytes4[]\",\"name\":\"value\",\"type\":\"bytes4[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take25\",\"inputs\":[{\"internalType\":\"bytes4[2]\",\"name\":\"value\",\"type\":\"bytes4[2]\"}],\"outputs\":[{\"internalType\":\"bytes4[2]\",\"name\":\"value\",\"type\":\"bytes4[2]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take26\",\"inputs\":[{\"internalType\":\"bytes32[2]\",\"name\":\"value\",\"type\":\"bytes32[2]\"}],\"outputs\":[{\"internalType\":\"bytes32[2]\",\"name\":\"value\",\"type\":\"bytes32[2]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take27\",\"inputs\":[{\"internalType\":\"bytes[]\",\"name\":\"value\",\"type\":\"bytes[]\"}],\"outputs\":[{\"internalType\":\"bytes[]\",\"name\":\"value\",\"type\":\"bytes[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take28\",\"inputs\":[{\"internalType\":\"address[][]\",\"name\":\"value\",\"type\":\"address[][]\"}],\"outputs\":[{\"internalType\":\"address[][]\",\"name\":\"value\",\"type\":\"address[][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take29\",\"inputs\":[{\"internalType\":\"address[2][]\",\"name\":\"value\",\"type\":\"address[2][]\"}],\"outputs\":[{\"internalType\":\"address[2][]\",\"name\":\"value\",\"type\":\"address[2][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take30\",\"inputs\":[{\"internalType\":\"address[][2]\",\"name\":\"value\",\"type\":\"address[][2]\"}],\"outputs\":[{\"internalType\":\"address[][2]\",\"name\":\"value\",\"type\":\"address[][2]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"take31\",\"inputs\":[{\"internalType\":\"bool[1][2][3]\",\"name\":\"value\",\"type\":\"bool[1][2][3]\"}],\"outputs\":[{\"internalType\":\"bool[1][2][3]\",\"name\":\"value\",\"type\":\"bool[1][2][3]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeTuple\",\"inputs\":[{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"outputs\":[{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeTuples\",\"inputs\":[{\"internalType\":\"structShapes.Pair[]\",\"name\":\"pair\",\"type\":\"tuple[]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"outputs\":[{\"internalType\":\"structShapes.Pair[2]\",\"name\":\"pair\",\"type\":\"tuple[2]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeSwapped\",\"inputs\":[{\"internalType\":\"structShapes.Swapped\",\"name\":\"swapped\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeNested\",\"inputs\":[{\"internalType\":\"structShapes.Outer\",\"name\":\"outer\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]},{\"internalType\":\"bytes4\",\"name\":\"tag\",\"type\":\"bytes4\"},{\"internalType\":\"structShapes.Pair[]\",\"name\":\"pair\",\"type\":\"tuple[]\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeSingle\",\"inputs\":[{\"internalType\":\"structShapes.Single\",\"name\":\"single\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nothing\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"several\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"b\",\"type\":\"bytes\"},{\"internalType\":\"bool\",\"name\":\"c\",\"type\":\"bool\"}],\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"b\",\"type\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unnamed\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"sends\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"pays\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"},{\"internalType\":\"structShapes.Pair\",\"name\":\"pair\",\"type\":\"tuple\",\"components\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}]}],\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"under_score\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"_leading\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"type\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"func\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"range\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"overload\",\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"a\",\"type\":\"uint8\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"overload\",\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"a\",\"type\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"overload\",\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"a\",\"type\":\"bytes\"},{\"internalType\":\"bool\",\"name\":\"b\",\"type\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"view\"}]",
	ID:  "Shapes",
}

// Shapes is an auto generated Go binding around an Ethereum contract.
type Shapes struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Shapes) GetABI() abi.ABI {
	return c.abi
}

// NewShapes creates a new instance of Shapes.
func NewShapes() *Shapes {
	parsed, err := ShapesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Shapes{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Shapes) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackLeading is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5aae8e4f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function _leading(uint8 a) view returns()
func (shapes *Shapes) PackLeading(a uint8) []byte {
	enc, err := shapes.abi.Pack("_leading", a)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeading is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5aae8e4f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function _leading(uint8 a) view returns()
func (shapes *Shapes) TryPackLeading(a uint8) ([]byte, error) {
	return shapes.abi.Pack("_leading", a)
}

// PackNothing is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x448f30a3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nothing() view returns()
func (shapes *Shapes) PackNothing() []byte {
	enc, err := shapes.abi.Pack("nothing")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNothing is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x448f30a3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nothing() view returns()
func (shapes *Shapes) TryPackNothing() ([]byte, error) {
	return shapes.abi.Pack("nothing")
}

// PackOverload is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86831014.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function overload(uint8 a) view returns()
func (shapes *Shapes) PackOverload(a uint8) []byte {
	enc, err := shapes.abi.Pack("overload", a)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOverload is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86831014.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function overload(uint8 a) view returns()
func (shapes *Shapes) TryPackOverload(a uint8) ([]byte, error) {
	return shapes.abi.Pack("overload", a)
}

// PackOverload0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc59d4a3f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function overload(bytes a) view returns()
func (shapes *Shapes) PackOverload0(a []byte) []byte {
	enc, err := shapes.abi.Pack("overload0", a)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOverload0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc59d4a3f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function overload(bytes a) view returns()
func (shapes *Shapes) TryPackOverload0(a []byte) ([]byte, error) {
	return shapes.abi.Pack("overload0", a)
}

// PackOverload1 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcc24438.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function overload(bytes a, bool b) view returns()
func (shapes *Shapes) PackOverload1(a []byte, b bool) []byte {
	enc, err := shapes.abi.Pack("overload1", a, b)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOverload1 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcc24438.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function overload(bytes a, bool b) view returns()
func (shapes *Shapes) TryPackOverload1(a []byte, b bool) ([]byte, error) {
	return shapes.abi.Pack("overload1", a, b)
}

// PackPays is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee589364.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pays(uint8 a, (uint256,address) pair) payable returns(bool)
func (shapes *Shapes) PackPays(a uint8, pair ShapesPair) []byte {
	enc, err := shapes.abi.Pack("pays", a, pair)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPays is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee589364.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pays(uint8 a, (uint256,address) pair) payable returns(bool)
func (shapes *Shapes) TryPackPays(a uint8, pair ShapesPair) ([]byte, error) {
	return shapes.abi.Pack("pays", a, pair)
}

// UnpackPays is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xee589364.
//
// Solidity: function pays(uint8 a, (uint256,address) pair) payable returns(bool)
func (shapes *Shapes) UnpackPays(data []byte) (bool, error) {
	out, err := shapes.abi.Unpack("pays", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSends is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0a87d79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sends(uint8 a) returns()
func (shapes *Shapes) PackSends(a uint8) []byte {
	enc, err := shapes.abi.Pack("sends", a)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSends is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0a87d79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sends(uint8 a) returns()
func (shapes *Shapes) TryPackSends(a uint8) ([]byte, error) {
	return shapes.abi.Pack("sends", a)
}

// PackSeveral is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x625518fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function several(uint8 a, bytes b, bool c) view returns(uint8 a, bytes b)
func (shapes *Shapes) PackSeveral(a uint8, b []byte, c bool) []byte {
	enc, err := shapes.abi.Pack("several", a, b, c)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSeveral is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x625518fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function several(uint8 a, bytes b, bool c) view returns(uint8 a, bytes b)
func (shapes *Shapes) TryPackSeveral(a uint8, b []byte, c bool) ([]byte, error) {
	return shapes.abi.Pack("several", a, b, c)
}

// SeveralOutput serves as a container for the return parameters of contract
// method Several.
type SeveralOutput struct {
	A uint8
	B []byte
}

// UnpackSeveral is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x625518fa.
//
// Solidity: function several(uint8 a, bytes b, bool c) view returns(uint8 a, bytes b)
func (shapes *Shapes) UnpackSeveral(data []byte) (SeveralOutput, error) {
	out, err := shapes.abi.Unpack("several", data)
	outstruct := new(SeveralOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.A = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.B = *abi.ConvertType(out[1], new([]byte)).(*[]byte)
	return *outstruct, nil
}

// PackTake00 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3278b8f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take00(uint8 value) view returns(uint8 value)
func (shapes *Shapes) PackTake00(value uint8) []byte {
	enc, err := shapes.abi.Pack("take00", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake00 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3278b8f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take00(uint8 value) view returns(uint8 value)
func (shapes *Shapes) TryPackTake00(value uint8) ([]byte, error) {
	return shapes.abi.Pack("take00", value)
}

// UnpackTake00 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd3278b8f.
//
// Solidity: function take00(uint8 value) view returns(uint8 value)
func (shapes *Shapes) UnpackTake00(data []byte) (uint8, error) {
	out, err := shapes.abi.Unpack("take00", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackTake01 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe224ca1a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take01(uint16 value) view returns(uint16 value)
func (shapes *Shapes) PackTake01(value uint16) []byte {
	enc, err := shapes.abi.Pack("take01", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake01 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe224ca1a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take01(uint16 value) view returns(uint16 value)
func (shapes *Shapes) TryPackTake01(value uint16) ([]byte, error) {
	return shapes.abi.Pack("take01", value)
}

// UnpackTake01 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe224ca1a.
//
// Solidity: function take01(uint16 value) view returns(uint16 value)
func (shapes *Shapes) UnpackTake01(data []byte) (uint16, error) {
	out, err := shapes.abi.Unpack("take01", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackTake02 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89d79022.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take02(uint24 value) view returns(uint24 value)
func (shapes *Shapes) PackTake02(value *big.Int) []byte {
	enc, err := shapes.abi.Pack("take02", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake02 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89d79022.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take02(uint24 value) view returns(uint24 value)
func (shapes *Shapes) TryPackTake02(value *big.Int) ([]byte, error) {
	return shapes.abi.Pack("take02", value)
}

// UnpackTake02 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x89d79022.
//
// Solidity: function take02(uint24 value) view returns(uint24 value)
func (shapes *Shapes) UnpackTake02(data []byte) (*big.Int, error) {
	out, err := shapes.abi.Unpack("take02", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTake03 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae8207dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take03(uint32 value) view returns(uint32 value)
func (shapes *Shapes) PackTake03(value uint32) []byte {
	enc, err := shapes.abi.Pack("take03", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake03 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae8207dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take03(uint32 value) view returns(uint32 value)
func (shapes *Shapes) TryPackTake03(value uint32) ([]byte, error) {
	return shapes.abi.Pack("take03", value)
}

// UnpackTake03 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xae8207dd.
//
// Solidity: function take03(uint32 value) view returns(uint32 value)
func (shapes *Shapes) UnpackTake03(data []byte) (uint32, error) {
	out, err := shapes.abi.Unpack("take03", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackTake04 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71058714.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take04(uint64 value) view returns(uint64 value)
func (shapes *Shapes) PackTake04(value uint64) []byte {
	enc, err := shapes.abi.Pack("take04", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake04 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71058714.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take04(uint64 value) view returns(uint64 value)
func (shapes *Shapes) TryPackTake04(value uint64) ([]byte, error) {
	return shapes.abi.Pack("take04", value)
}

// UnpackTake04 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71058714.
//
// Solidity: function take04(uint64 value) view returns(uint64 value)
func (shapes *Shapes) UnpackTake04(data []byte) (uint64, error) {
	out, err := shapes.abi.Unpack("take04", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackTake05 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60820570.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take05(uint72 value) view returns(uint72 value)
func (shapes *Shapes) PackTake05(value *big.Int) []byte {
	enc, err := shapes.abi.Pack("take05", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake05 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60820570.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take05(uint72 value) view returns(uint72 value)
func (shapes *Shapes) TryPackTake05(value *big.Int) ([]byte, error) {
	return shapes.abi.Pack("take05", value)
}

// UnpackTake05 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x60820570.
//
// Solidity: function take05(uint72 value) view returns(uint72 value)
func (shapes *Shapes) UnpackTake05(data []byte) (*big.Int, error) {
	out, err := shapes.abi.Unpack("take05", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTake06 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe92f08a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take06(uint256 value) view returns(uint256 value)
func (shapes *Shapes) PackTake06(value *big.Int) []byte {
	enc, err := shapes.abi.Pack("take06", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake06 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe92f08a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take06(uint256 value) view returns(uint256 value)
func (shapes *Shapes) TryPackTake06(value *big.Int) ([]byte, error) {
	return shapes.abi.Pack("take06", value)
}

// UnpackTake06 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe92f08a0.
//
// Solidity: function take06(uint256 value) view returns(uint256 value)
func (shapes *Shapes) UnpackTake06(data []byte) (*big.Int, error) {
	out, err := shapes.abi.Unpack("take06", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTake07 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d69b69a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take07(int8 value) view returns(int8 value)
func (shapes *Shapes) PackTake07(value int8) []byte {
	enc, err := shapes.abi.Pack("take07", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake07 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d69b69a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take07(int8 value) view returns(int8 value)
func (shapes *Shapes) TryPackTake07(value int8) ([]byte, error) {
	return shapes.abi.Pack("take07", value)
}

// UnpackTake07 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4d69b69a.
//
// Solidity: function take07(int8 value) view returns(int8 value)
func (shapes *Shapes) UnpackTake07(data []byte) (int8, error) {
	out, err := shapes.abi.Unpack("take07", data)
	if err != nil {
		return *new(int8), err
	}
	out0 := *abi.ConvertType(out[0], new(int8)).(*int8)
	return out0, nil
}

// PackTake08 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb31a5cd0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take08(int16 value) view returns(int16 value)
func (shapes *Shapes) PackTake08(value int16) []byte {
	enc, err := shapes.abi.Pack("take08", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake08 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb31a5cd0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take08(int16 value) view returns(int16 value)
func (shapes *Shapes) TryPackTake08(value int16) ([]byte, error) {
	return shapes.abi.Pack("take08", value)
}

// UnpackTake08 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb31a5cd0.
//
// Solidity: function take08(int16 value) view returns(int16 value)
func (shapes *Shapes) UnpackTake08(data []byte) (int16, error) {
	out, err := shapes.abi.Unpack("take08", data)
	if err != nil {
		return *new(int16), err
	}
	out0 := *abi.ConvertType(out[0], new(int16)).(*int16)
	return out0, nil
}

// PackTake09 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6efa2e1f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take09(int32 value) view returns(int32 value)
func (shapes *Shapes) PackTake09(value int32) []byte {
	enc, err := shapes.abi.Pack("take09", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake09 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6efa2e1f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take09(int32 value) view returns(int32 value)
func (shapes *Shapes) TryPackTake09(value int32) ([]byte, error) {
	return shapes.abi.Pack("take09", value)
}

// UnpackTake09 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6efa2e1f.
//
// Solidity: function take09(int32 value) view returns(int32 value)
func (shapes *Shapes) UnpackTake09(data []byte) (int32, error) {
	out, err := shapes.abi.Unpack("take09", data)
	if err != nil {
		return *new(int32), err
	}
	out0 := *abi.ConvertType(out[0], new(int32)).(*int32)
	return out0, nil
}

// PackTake10 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9131f677.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take10(int64 value) view returns(int64 value)
func (shapes *Shapes) PackTake10(value int64) []byte {
	enc, err := shapes.abi.Pack("take10", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake10 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9131f677.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take10(int64 value) view returns(int64 value)
func (shapes *Shapes) TryPackTake10(value int64) ([]byte, error) {
	return shapes.abi.Pack("take10", value)
}

// UnpackTake10 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9131f677.
//
// Solidity: function take10(int64 value) view returns(int64 value)
func (shapes *Shapes) UnpackTake10(data []byte) (int64, error) {
	out, err := shapes.abi.Unpack("take10", data)
	if err != nil {
		return *new(int64), err
	}
	out0 := *abi.ConvertType(out[0], new(int64)).(*int64)
	return out0, nil
}

// PackTake11 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf961c690.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take11(int128 value) view returns(int128 value)
func (shapes *Shapes) PackTake11(value *big.Int) []byte {
	enc, err := shapes.abi.Pack("take11", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake11 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf961c690.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take11(int128 value) view returns(int128 value)
func (shapes *Shapes) TryPackTake11(value *big.Int) ([]byte, error) {
	return shapes.abi.Pack("take11", value)
}

// UnpackTake11 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf961c690.
//
// Solidity: function take11(int128 value) view returns(int128 value)
func (shapes *Shapes) UnpackTake11(data []byte) (*big.Int, error) {
	out, err := shapes.abi.Unpack("take11", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTake12 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x242df264.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take12(int256 value) view returns(int256 value)
func (shapes *Shapes) PackTake12(value *big.Int) []byte {
	enc, err := shapes.abi.Pack("take12", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake12 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x242df264.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take12(int256 value) view returns(int256 value)
func (shapes *Shapes) TryPackTake12(value *big.Int) ([]byte, error) {
	return shapes.abi.Pack("take12", value)
}

// UnpackTake12 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x242df264.
//
// Solidity: function take12(int256 value) view returns(int256 value)
func (shapes *Shapes) UnpackTake12(data []byte) (*big.Int, error) {
	out, err := shapes.abi.Unpack("take12", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTake13 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x707529dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take13(bool value) view returns(bool value)
func (shapes *Shapes) PackTake13(value bool) []byte {
	enc, err := shapes.abi.Pack("take13", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake13 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x707529dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take13(bool value) view returns(bool value)
func (shapes *Shapes) TryPackTake13(value bool) ([]byte, error) {
	return shapes.abi.Pack("take13", value)
}

// UnpackTake13 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x707529dc.
//
// Solidity: function take13(bool value) view returns(bool value)
func (shapes *Shapes) UnpackTake13(data []byte) (bool, error) {
	out, err := shapes.abi.Unpack("take13", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTake14 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89308067.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take14(address value) view returns(address value)
func (shapes *Shapes) PackTake14(value common.Address) []byte {
	enc, err := shapes.abi.Pack("take14", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake14 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89308067.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take14(address value) view returns(address value)
func (shapes *Shapes) TryPackTake14(value common.Address) ([]byte, error) {
	return shapes.abi.Pack("take14", value)
}

// UnpackTake14 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x89308067.
//
// Solidity: function take14(address value) view returns(address value)
func (shapes *Shapes) UnpackTake14(data []byte) (common.Address, error) {
	out, err := shapes.abi.Unpack("take14", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTake15 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5a431570.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take15(string value) view returns(string value)
func (shapes *Shapes) PackTake15(value string) []byte {
	enc, err := shapes.abi.Pack("take15", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake15 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5a431570.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take15(string value) view returns(string value)
func (shapes *Shapes) TryPackTake15(value string) ([]byte, error) {
	return shapes.abi.Pack("take15", value)
}

// UnpackTake15 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5a431570.
//
// Solidity: function take15(string value) view returns(string value)
func (shapes *Shapes) UnpackTake15(data []byte) (string, error) {
	out, err := shapes.abi.Unpack("take15", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTake16 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1dc50521.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take16(bytes value) view returns(bytes value)
func (shapes *Shapes) PackTake16(value []byte) []byte {
	enc, err := shapes.abi.Pack("take16", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake16 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1dc50521.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take16(bytes value) view returns(bytes value)
func (shapes *Shapes) TryPackTake16(value []byte) ([]byte, error) {
	return shapes.abi.Pack("take16", value)
}

// UnpackTake16 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1dc50521.
//
// Solidity: function take16(bytes value) view returns(bytes value)
func (shapes *Shapes) UnpackTake16(data []byte) ([]byte, error) {
	out, err := shapes.abi.Unpack("take16", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackTake17 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ce02117.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take17(bytes1 value) view returns(bytes1 value)
func (shapes *Shapes) PackTake17(value [1]byte) []byte {
	enc, err := shapes.abi.Pack("take17", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake17 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ce02117.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take17(bytes1 value) view returns(bytes1 value)
func (shapes *Shapes) TryPackTake17(value [1]byte) ([]byte, error) {
	return shapes.abi.Pack("take17", value)
}

// UnpackTake17 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2ce02117.
//
// Solidity: function take17(bytes1 value) view returns(bytes1 value)
func (shapes *Shapes) UnpackTake17(data []byte) ([1]byte, error) {
	out, err := shapes.abi.Unpack("take17", data)
	if err != nil {
		return *new([1]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	return out0, nil
}

// PackTake18 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xac47d9e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take18(bytes4 value) view returns(bytes4 value)
func (shapes *Shapes) PackTake18(value [4]byte) []byte {
	enc, err := shapes.abi.Pack("take18", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake18 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xac47d9e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take18(bytes4 value) view returns(bytes4 value)
func (shapes *Shapes) TryPackTake18(value [4]byte) ([]byte, error) {
	return shapes.abi.Pack("take18", value)
}

// UnpackTake18 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xac47d9e9.
//
// Solidity: function take18(bytes4 value) view returns(bytes4 value)
func (shapes *Shapes) UnpackTake18(data []byte) ([4]byte, error) {
	out, err := shapes.abi.Unpack("take18", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackTake19 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x851241c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take19(bytes32 value) view returns(bytes32 value)
func (shapes *Shapes) PackTake19(value [32]byte) []byte {
	enc, err := shapes.abi.Pack("take19", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake19 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x851241c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take19(bytes32 value) view returns(bytes32 value)
func (shapes *Shapes) TryPackTake19(value [32]byte) ([]byte, error) {
	return shapes.abi.Pack("take19", value)
}

// UnpackTake19 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x851241c1.
//
// Solidity: function take19(bytes32 value) view returns(bytes32 value)
func (shapes *Shapes) UnpackTake19(data []byte) ([32]byte, error) {
	out, err := shapes.abi.Unpack("take19", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackTake20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbce65f40.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take20(uint256[] value) view returns(uint256[] value)
func (shapes *Shapes) PackTake20(value []*big.Int) []byte {
	enc, err := shapes.abi.Pack("take20", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbce65f40.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take20(uint256[] value) view returns(uint256[] value)
func (shapes *Shapes) TryPackTake20(value []*big.Int) ([]byte, error) {
	return shapes.abi.Pack("take20", value)
}

// UnpackTake20 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbce65f40.
//
// Solidity: function take20(uint256[] value) view returns(uint256[] value)
func (shapes *Shapes) UnpackTake20(data []byte) ([]*big.Int, error) {
	out, err := shapes.abi.Unpack("take20", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackTake21 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1525ffa5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take21(uint256[3] value) view returns(uint256[3] value)
func (shapes *Shapes) PackTake21(value [3]*big.Int) []byte {
	enc, err := shapes.abi.Pack("take21", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake21 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1525ffa5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take21(uint256[3] value) view returns(uint256[3] value)
func (shapes *Shapes) TryPackTake21(value [3]*big.Int) ([]byte, error) {
	return shapes.abi.Pack("take21", value)
}

// UnpackTake21 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1525ffa5.
//
// Solidity: function take21(uint256[3] value) view returns(uint256[3] value)
func (shapes *Shapes) UnpackTake21(data []byte) ([3]*big.Int, error) {
	out, err := shapes.abi.Unpack("take21", data)
	if err != nil {
		return *new([3]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([3]*big.Int)).(*[3]*big.Int)
	return out0, nil
}

// PackTake22 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x775d9750.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take22(uint8[] value) view returns(uint8[] value)
func (shapes *Shapes) PackTake22(value []uint8) []byte {
	enc, err := shapes.abi.Pack("take22", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake22 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x775d9750.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take22(uint8[] value) view returns(uint8[] value)
func (shapes *Shapes) TryPackTake22(value []uint8) ([]byte, error) {
	return shapes.abi.Pack("take22", value)
}

// UnpackTake22 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x775d9750.
//
// Solidity: function take22(uint8[] value) view returns(uint8[] value)
func (shapes *Shapes) UnpackTake22(data []byte) ([]uint8, error) {
	out, err := shapes.abi.Unpack("take22", data)
	if err != nil {
		return *new([]uint8), err
	}
	out0 := *abi.ConvertType(out[0], new([]uint8)).(*[]uint8)
	return out0, nil
}

// PackTake23 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48f0a3e8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take23(uint8[4] value) view returns(uint8[4] value)
func (shapes *Shapes) PackTake23(value [4]uint8) []byte {
	enc, err := shapes.abi.Pack("take23", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake23 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48f0a3e8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take23(uint8[4] value) view returns(uint8[4] value)
func (shapes *Shapes) TryPackTake23(value [4]uint8) ([]byte, error) {
	return shapes.abi.Pack("take23", value)
}

// UnpackTake23 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x48f0a3e8.
//
// Solidity: function take23(uint8[4] value) view returns(uint8[4] value)
func (shapes *Shapes) UnpackTake23(data []byte) ([4]uint8, error) {
	out, err := shapes.abi.Unpack("take23", data)
	if err != nil {
		return *new([4]uint8), err
	}
	out0 := *abi.ConvertType(out[0], new([4]uint8)).(*[4]uint8)
	return out0, nil
}

// PackTake24 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0e25f7f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take24(bytes4[] value) view returns(bytes4[] value)
func (shapes *Shapes) PackTake24(value [][4]byte) []byte {
	enc, err := shapes.abi.Pack("take24", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake24 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0e25f7f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take24(bytes4[] value) view returns(bytes4[] value)
func (shapes *Shapes) TryPackTake24(value [][4]byte) ([]byte, error) {
	return shapes.abi.Pack("take24", value)
}

// UnpackTake24 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0e25f7f.
//
// Solidity: function take24(bytes4[] value) view returns(bytes4[] value)
func (shapes *Shapes) UnpackTake24(data []byte) ([][4]byte, error) {
	out, err := shapes.abi.Unpack("take24", data)
	if err != nil {
		return *new([][4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([][4]byte)).(*[][4]byte)
	return out0, nil
}

// PackTake25 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x166f557b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take25(bytes4[2] value) view returns(bytes4[2] value)
func (shapes *Shapes) PackTake25(value [2][4]byte) []byte {
	enc, err := shapes.abi.Pack("take25", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake25 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x166f557b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take25(bytes4[2] value) view returns(bytes4[2] value)
func (shapes *Shapes) TryPackTake25(value [2][4]byte) ([]byte, error) {
	return shapes.abi.Pack("take25", value)
}

// UnpackTake25 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x166f557b.
//
// Solidity: function take25(bytes4[2] value) view returns(bytes4[2] value)
func (shapes *Shapes) UnpackTake25(data []byte) ([2][4]byte, error) {
	out, err := shapes.abi.Unpack("take25", data)
	if err != nil {
		return *new([2][4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([2][4]byte)).(*[2][4]byte)
	return out0, nil
}

// PackTake26 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfaf462c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take26(bytes32[2] value) view returns(bytes32[2] value)
func (shapes *Shapes) PackTake26(value [2][32]byte) []byte {
	enc, err := shapes.abi.Pack("take26", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake26 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfaf462c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take26(bytes32[2] value) view returns(bytes32[2] value)
func (shapes *Shapes) TryPackTake26(value [2][32]byte) ([]byte, error) {
	return shapes.abi.Pack("take26", value)
}

// UnpackTake26 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfaf462c8.
//
// Solidity: function take26(bytes32[2] value) view returns(bytes32[2] value)
func (shapes *Shapes) UnpackTake26(data []byte) ([2][32]byte, error) {
	out, err := shapes.abi.Unpack("take26", data)
	if err != nil {
		return *new([2][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([2][32]byte)).(*[2][32]byte)
	return out0, nil
}

// PackTake27 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7cb5653.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take27(bytes[] value) view returns(bytes[] value)
func (shapes *Shapes) PackTake27(value [][]byte) []byte {
	enc, err := shapes.abi.Pack("take27", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake27 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7cb5653.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take27(bytes[] value) view returns(bytes[] value)
func (shapes *Shapes) TryPackTake27(value [][]byte) ([]byte, error) {
	return shapes.abi.Pack("take27", value)
}

// UnpackTake27 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7cb5653.
//
// Solidity: function take27(bytes[] value) view returns(bytes[] value)
func (shapes *Shapes) UnpackTake27(data []byte) ([][]byte, error) {
	out, err := shapes.abi.Unpack("take27", data)
	if err != nil {
		return *new([][]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([][]byte)).(*[][]byte)
	return out0, nil
}

// PackTake28 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3fdd2fcb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take28(address[][] value) view returns(address[][] value)
func (shapes *Shapes) PackTake28(value [][]common.Address) []byte {
	enc, err := shapes.abi.Pack("take28", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake28 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3fdd2fcb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take28(address[][] value) view returns(address[][] value)
func (shapes *Shapes) TryPackTake28(value [][]common.Address) ([]byte, error) {
	return shapes.abi.Pack("take28", value)
}

// UnpackTake28 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3fdd2fcb.
//
// Solidity: function take28(address[][] value) view returns(address[][] value)
func (shapes *Shapes) UnpackTake28(data []byte) ([][]common.Address, error) {
	out, err := shapes.abi.Unpack("take28", data)
	if err != nil {
		return *new([][]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([][]common.Address)).(*[][]common.Address)
	return out0, nil
}

// PackTake29 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce8c7ea5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take29(address[2][] value) view returns(address[2][] value)
func (shapes *Shapes) PackTake29(value [][2]common.Address) []byte {
	enc, err := shapes.abi.Pack("take29", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake29 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce8c7ea5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take29(address[2][] value) view returns(address[2][] value)
func (shapes *Shapes) TryPackTake29(value [][2]common.Address) ([]byte, error) {
	return shapes.abi.Pack("take29", value)
}

// UnpackTake29 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce8c7ea5.
//
// Solidity: function take29(address[2][] value) view returns(address[2][] value)
func (shapes *Shapes) UnpackTake29(data []byte) ([][2]common.Address, error) {
	out, err := shapes.abi.Unpack("take29", data)
	if err != nil {
		return *new([][2]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([][2]common.Address)).(*[][2]common.Address)
	return out0, nil
}

// PackTake30 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f8e66a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take30(address[][2] value) view returns(address[][2] value)
func (shapes *Shapes) PackTake30(value [2][]common.Address) []byte {
	enc, err := shapes.abi.Pack("take30", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake30 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f8e66a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take30(address[][2] value) view returns(address[][2] value)
func (shapes *Shapes) TryPackTake30(value [2][]common.Address) ([]byte, error) {
	return shapes.abi.Pack("take30", value)
}

// UnpackTake30 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95f8e66a.
//
// Solidity: function take30(address[][2] value) view returns(address[][2] value)
func (shapes *Shapes) UnpackTake30(data []byte) ([2][]common.Address, error) {
	out, err := shapes.abi.Unpack("take30", data)
	if err != nil {
		return *new([2][]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([2][]common.Address)).(*[2][]common.Address)
	return out0, nil
}

// PackTake31 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02ec7e3a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function take31(bool[1][2][3] value) view returns(bool[1][2][3] value)
func (shapes *Shapes) PackTake31(value [3][2][1]bool) []byte {
	enc, err := shapes.abi.Pack("take31", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTake31 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02ec7e3a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function take31(bool[1][2][3] value) view returns(bool[1][2][3] value)
func (shapes *Shapes) TryPackTake31(value [3][2][1]bool) ([]byte, error) {
	return shapes.abi.Pack("take31", value)
}

// UnpackTake31 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x02ec7e3a.
//
// Solidity: function take31(bool[1][2][3] value) view returns(bool[1][2][3] value)
func (shapes *Shapes) UnpackTake31(data []byte) ([3][2][1]bool, error) {
	out, err := shapes.abi.Unpack("take31", data)
	if err != nil {
		return *new([3][2][1]bool), err
	}
	out0 := *abi.ConvertType(out[0], new([3][2][1]bool)).(*[3][2][1]bool)
	return out0, nil
}

// PackTakeBytes3 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90d22b46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeBytes3(bytes3 value) view returns()
func (shapes *Shapes) PackTakeBytes3(value [3]byte) []byte {
	enc, err := shapes.abi.Pack("takeBytes3", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeBytes3 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90d22b46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeBytes3(bytes3 value) view returns()
func (shapes *Shapes) TryPackTakeBytes3(value [3]byte) ([]byte, error) {
	return shapes.abi.Pack("takeBytes3", value)
}

// PackTakeNested is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfe1f905.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeNested(((uint256,address),bytes4,(uint256,address)[]) outer) view returns()
func (shapes *Shapes) PackTakeNested(outer ShapesOuter) []byte {
	enc, err := shapes.abi.Pack("takeNested", outer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeNested is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfe1f905.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeNested(((uint256,address),bytes4,(uint256,address)[]) outer) view returns()
func (shapes *Shapes) TryPackTakeNested(outer ShapesOuter) ([]byte, error) {
	return shapes.abi.Pack("takeNested", outer)
}

// PackTakeSingle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9193428.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeSingle((uint256) single) view returns()
func (shapes *Shapes) PackTakeSingle(single ShapesSingle) []byte {
	enc, err := shapes.abi.Pack("takeSingle", single)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeSingle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9193428.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeSingle((uint256) single) view returns()
func (shapes *Shapes) TryPackTakeSingle(single ShapesSingle) ([]byte, error) {
	return shapes.abi.Pack("takeSingle", single)
}

// PackTakeSwapped is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x465fa499.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeSwapped((address,uint256) swapped) view returns()
func (shapes *Shapes) PackTakeSwapped(swapped ShapesSwapped) []byte {
	enc, err := shapes.abi.Pack("takeSwapped", swapped)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeSwapped is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x465fa499.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeSwapped((address,uint256) swapped) view returns()
func (shapes *Shapes) TryPackTakeSwapped(swapped ShapesSwapped) ([]byte, error) {
	return shapes.abi.Pack("takeSwapped", swapped)
}

// PackTakeTuple is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6037c658.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeTuple((uint256,address) pair) view returns((uint256,address) pair)
func (shapes *Shapes) PackTakeTuple(pair ShapesPair) []byte {
	enc, err := shapes.abi.Pack("takeTuple", pair)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeTuple is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6037c658.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeTuple((uint256,address) pair) view returns((uint256,address) pair)
func (shapes *Shapes) TryPackTakeTuple(pair ShapesPair) ([]byte, error) {
	return shapes.abi.Pack("takeTuple", pair)
}

// UnpackTakeTuple is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6037c658.
//
// Solidity: function takeTuple((uint256,address) pair) view returns((uint256,address) pair)
func (shapes *Shapes) UnpackTakeTuple(data []byte) (ShapesPair, error) {
	out, err := shapes.abi.Unpack("takeTuple", data)
	if err != nil {
		return *new(ShapesPair), err
	}
	out0 := *abi.ConvertType(out[0], new(ShapesPair)).(*ShapesPair)
	return out0, nil
}

// PackTakeTuples is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57767ed6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeTuples((uint256,address)[] pair) view returns((uint256,address)[2] pair)
func (shapes *Shapes) PackTakeTuples(pair []ShapesPair) []byte {
	enc, err := shapes.abi.Pack("takeTuples", pair)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeTuples is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x57767ed6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeTuples((uint256,address)[] pair) view returns((uint256,address)[2] pair)
func (shapes *Shapes) TryPackTakeTuples(pair []ShapesPair) ([]byte, error) {
	return shapes.abi.Pack("takeTuples", pair)
}

// UnpackTakeTuples is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x57767ed6.
//
// Solidity: function takeTuples((uint256,address)[] pair) view returns((uint256,address)[2] pair)
func (shapes *Shapes) UnpackTakeTuples(data []byte) ([2]ShapesPair, error) {
	out, err := shapes.abi.Unpack("takeTuples", data)
	if err != nil {
		return *new([2]ShapesPair), err
	}
	out0 := *abi.ConvertType(out[0], new([2]ShapesPair)).(*[2]ShapesPair)
	return out0, nil
}

// PackType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6aecfc51.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function type(uint8 func, uint8 range) view returns()
func (shapes *Shapes) PackType(arg0 uint8, arg1 uint8) []byte {
	enc, err := shapes.abi.Pack("type", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6aecfc51.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function type(uint8 func, uint8 range) view returns()
func (shapes *Shapes) TryPackType(arg0 uint8, arg1 uint8) ([]byte, error) {
	return shapes.abi.Pack("type", arg0, arg1)
}

// PackUnderScore is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd57bdb79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function under_score(uint8 a) view returns()
func (shapes *Shapes) PackUnderScore(a uint8) []byte {
	enc, err := shapes.abi.Pack("under_score", a)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnderScore is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd57bdb79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function under_score(uint8 a) view returns()
func (shapes *Shapes) TryPackUnderScore(a uint8) ([]byte, error) {
	return shapes.abi.Pack("under_score", a)
}

// PackUnnamed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x094b7490.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unnamed(uint8 , bytes ) view returns(uint8, bytes)
func (shapes *Shapes) PackUnnamed(arg0 uint8, arg1 []byte) []byte {
	enc, err := shapes.abi.Pack("unnamed", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnnamed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x094b7490.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unnamed(uint8 , bytes ) view returns(uint8, bytes)
func (shapes *Shapes) TryPackUnnamed(arg0 uint8, arg1 []byte) ([]byte, error) {
	return shapes.abi.Pack("unnamed", arg0, arg1)
}

// UnnamedOutput serves as a container for the return parameters of contract
// method Unnamed.
type UnnamedOutput struct {
	Arg0 uint8
	Arg1 []byte
}

// UnpackUnnamed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x094b7490.
//
// Solidity: function unnamed(uint8 , bytes ) view returns(uint8, bytes)
func (shapes *Shapes) UnpackUnnamed(data []byte) (UnnamedOutput, error) {
	out, err := shapes.abi.Unpack("unnamed", data)
	outstruct := new(UnnamedOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Arg1 = *abi.ConvertType(out[1], new([]byte)).(*[]byte)
	return *outstruct, nil
}
