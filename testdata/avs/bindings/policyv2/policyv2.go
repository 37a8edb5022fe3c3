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
	ABI: "[{\"inputs\":[],\"name\":\"AlreadyInitialized\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotOwner\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadataCid\",\"type\":\"string\"}],\"name\":\"MetadataCidSet\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"getMetadataCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPolicyCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPolicyCodeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getSchemaCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"policyCid_\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"schemaCid_\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"policyCodeHash_\",\"type\":\"bytes32\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyCodeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"metadataCid\",\"type\":\"string\"}],\"name\":\"setMetadataCid\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"version\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	ID:  "NewtonPolicy",
	Bin: "0x6080604052348015600e575f5ffd5b506105b98061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610090575f3560e01c80635578f3f0116100635780635578f3f0146100ff5780638da5cb5b14610107578063a912f1fa14610131578063d74ee46d14610144578063e998a0881461014c575f5ffd5b806308e272d0146100945780634ccf57fe146100b25780634da0ab62146100c957806354fd4d50146100de575b5f5ffd5b61009c610154565b6040516100a991906102df565b60405180910390f35b6100bb60035481565b6040519081526020016100a9565b6100dc6100d7366004610359565b6101e4565b005b6040805180820190915260058152640302e332e360dc1b602082015261009c565b61009c61024c565b5f54610119906001600160a01b031681565b6040516001600160a01b0390911681526020016100a9565b6100dc61013f3660046103ee565b61025b565b61009c6102d0565b6003546100bb565b6060600180546101639061042d565b80601f016020809104026020016040519081016040528092919081815260200182805461018f9061042d565b80156101da5780601f106101b1576101008083540402835291602001916101da565b820191905f5260205f20905b8154815290600101906020018083116101bd57829003601f168201915b5050505050905090565b5f546001600160a01b03161561020c5760405162dc149f60e41b815260040160405180910390fd5b5f80546001600160a01b0319166001600160a01b03881617905560016102338587836104d0565b5060026102418385836104d0565b506003555050505050565b6060600280546101639061042d565b5f546001600160a01b03163314610285576040516330cd747160e01b815260040160405180910390fd5b60046102928284836104d0565b507f4881e0c9500ffd28172c8ba0b3241e549c25856fad9c827583fb70389a372f8082826040516102c492919061058b565b60405180910390a15050565b6060600480546101639061042d565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f5f83601f840112610324575f5ffd5b50813567ffffffffffffffff81111561033b575f5ffd5b602083019150836020828501011115610352575f5ffd5b9250929050565b5f5f5f5f5f5f6080878903121561036e575f5ffd5b86356001600160a01b0381168114610384575f5ffd5b9550602087013567ffffffffffffffff81111561039f575f5ffd5b6103ab89828a01610314565b909650945050604087013567ffffffffffffffff8111156103ca575f5ffd5b6103d689828a01610314565b979a9699509497949695606090950135949350505050565b5f5f602083850312156103ff575f5ffd5b823567ffffffffffffffff811115610415575f5ffd5b61042185828601610314565b90969095509350505050565b600181811c9082168061044157607f821691505b60208210810361045f57634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52604160045260245ffd5b601f8211156104cb57828211156104cb57805f5260205f20601f840160051c60208510156104a457505f5b90810190601f840160051c035f5b818110156104c7575f838201556001016104b2565b5050505b505050565b67ffffffffffffffff8311156104e8576104e8610465565b6104fc836104f6835461042d565b83610479565b5f601f84116001811461052d575f85156105165750838201355b5f19600387901b1c1916600186901b178355610584565b5f83815260208120601f198716915b8281101561055c578685013582556020948501946001909201910161053c565b5086821015610578575f1960f88860031b161c19848701351681555b505060018560011b0183555b5050505050565b60208152816020820152818360408301375f818301604090810191909152601f909201601f1916010191905056",
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

// PackGetPolicyCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08e272d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPolicyCid() view returns(string)
func (newtonPolicy *NewtonPolicy) PackGetPolicyCid() []byte {
	enc, err := newtonPolicy.abi.Pack("getPolicyCid")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPolicyCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08e272d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPolicyCid() view returns(string)
func (newtonPolicy *NewtonPolicy) TryPackGetPolicyCid() ([]byte, error) {
	return newtonPolicy.abi.Pack("getPolicyCid")
}

// UnpackGetPolicyCid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x08e272d0.
//
// Solidity: function getPolicyCid() view returns(string)
func (newtonPolicy *NewtonPolicy) UnpackGetPolicyCid(data []byte) (string, error) {
	out, err := newtonPolicy.abi.Unpack("getPolicyCid", data)
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

// PackGetSchemaCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5578f3f0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getSchemaCid() view returns(string)
func (newtonPolicy *NewtonPolicy) PackGetSchemaCid() []byte {
	enc, err := newtonPolicy.abi.Pack("getSchemaCid")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetSchemaCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5578f3f0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getSchemaCid() view returns(string)
func (newtonPolicy *NewtonPolicy) TryPackGetSchemaCid() ([]byte, error) {
	return newtonPolicy.abi.Pack("getSchemaCid")
}

// UnpackGetSchemaCid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5578f3f0.
//
// Solidity: function getSchemaCid() view returns(string)
func (newtonPolicy *NewtonPolicy) UnpackGetSchemaCid(data []byte) (string, error) {
	out, err := newtonPolicy.abi.Unpack("getSchemaCid", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4da0ab62.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, string policyCid_, string schemaCid_, bytes32 policyCodeHash_) returns()
func (newtonPolicy *NewtonPolicy) PackInitialize(owner common.Address, policyCid string, schemaCid string, policyCodeHash [32]byte) []byte {
	enc, err := newtonPolicy.abi.Pack("initialize", owner, policyCid, schemaCid, policyCodeHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4da0ab62.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, string policyCid_, string schemaCid_, bytes32 policyCodeHash_) returns()
func (newtonPolicy *NewtonPolicy) TryPackInitialize(owner common.Address, policyCid string, schemaCid string, policyCodeHash [32]byte) ([]byte, error) {
	return newtonPolicy.abi.Pack("initialize", owner, policyCid, schemaCid, policyCodeHash)
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

// PackSetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa912f1fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMetadataCid(string metadataCid) returns()
func (newtonPolicy *NewtonPolicy) PackSetMetadataCid(metadataCid string) []byte {
	enc, err := newtonPolicy.abi.Pack("setMetadataCid", metadataCid)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMetadataCid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa912f1fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMetadataCid(string metadataCid) returns()
func (newtonPolicy *NewtonPolicy) TryPackSetMetadataCid(metadataCid string) ([]byte, error) {
	return newtonPolicy.abi.Pack("setMetadataCid", metadataCid)
}

// PackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function version() pure returns(string)
func (newtonPolicy *NewtonPolicy) PackVersion() []byte {
	enc, err := newtonPolicy.abi.Pack("version")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function version() pure returns(string)
func (newtonPolicy *NewtonPolicy) TryPackVersion() ([]byte, error) {
	return newtonPolicy.abi.Pack("version")
}

// UnpackVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x54fd4d50.
//
// Solidity: function version() pure returns(string)
func (newtonPolicy *NewtonPolicy) UnpackVersion(data []byte) (string, error) {
	out, err := newtonPolicy.abi.Unpack("version", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// NewtonPolicyMetadataCidSet represents a MetadataCidSet event raised by the NewtonPolicy contract.
type NewtonPolicyMetadataCidSet struct {
	MetadataCid string
	Raw         *types.Log // Blockchain specific contextual infos
}

const NewtonPolicyMetadataCidSetEventName = "MetadataCidSet"

// ContractEventName returns the user-defined event name.
func (NewtonPolicyMetadataCidSet) ContractEventName() string {
	return NewtonPolicyMetadataCidSetEventName
}

// UnpackMetadataCidSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MetadataCidSet(string metadataCid)
func (newtonPolicy *NewtonPolicy) UnpackMetadataCidSetEvent(log *types.Log) (*NewtonPolicyMetadataCidSet, error) {
	event := "MetadataCidSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != newtonPolicy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NewtonPolicyMetadataCidSet)
	if len(log.Data) > 0 {
		if err := newtonPolicy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range newtonPolicy.abi.Events[event].Inputs {
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
func (newtonPolicy *NewtonPolicy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], newtonPolicy.abi.Errors["AlreadyInitialized"].ID.Bytes()[:4]) {
		return newtonPolicy.UnpackAlreadyInitializedError(raw[4:])
	}
	if bytes.Equal(raw[:4], newtonPolicy.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return newtonPolicy.UnpackNotOwnerError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// NewtonPolicyAlreadyInitialized represents a AlreadyInitialized error raised by the NewtonPolicy contract.
type NewtonPolicyAlreadyInitialized struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyInitialized()
func NewtonPolicyAlreadyInitializedErrorID() common.Hash {
	return common.HexToHash("0x0dc149f07762891dbcea3fe72770f3d63a1863fc54b2f084e8c59ec476996927")
}

// UnpackAlreadyInitializedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyInitialized()
func (newtonPolicy *NewtonPolicy) UnpackAlreadyInitializedError(raw []byte) (*NewtonPolicyAlreadyInitialized, error) {
	out := new(NewtonPolicyAlreadyInitialized)
	if err := newtonPolicy.abi.UnpackIntoInterface(out, "AlreadyInitialized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NewtonPolicyNotOwner represents a NotOwner error raised by the NewtonPolicy contract.
type NewtonPolicyNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func NewtonPolicyNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (newtonPolicy *NewtonPolicy) UnpackNotOwnerError(raw []byte) (*NewtonPolicyNotOwner, error) {
	out := new(NewtonPolicyNotOwner)
	if err := newtonPolicy.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}
