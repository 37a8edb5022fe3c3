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
	ABI: "[{\"inputs\":[],\"name\":\"AlreadyInitialized\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotOwner\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadataCid\",\"type\":\"string\"}],\"name\":\"MetadataCidSet\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"getMetadataCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPolicyCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getPolicyCodeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getSchemaCid\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"policyCid_\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"schemaCid_\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"policyCodeHash_\",\"type\":\"bytes32\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyCodeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"metadataCid\",\"type\":\"string\"}],\"name\":\"setMetadataCid\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"version\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	Bin: "0x6080604052348015600e575f5ffd5b506105b98061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610090575f3560e01c80635578f3f0116100635780635578f3f0146100ff5780638da5cb5b14610107578063a912f1fa14610131578063d74ee46d14610144578063e998a0881461014c575f5ffd5b806308e272d0146100945780634ccf57fe146100b25780634da0ab62146100c957806354fd4d50146100de575b5f5ffd5b61009c610154565b6040516100a991906102df565b60405180910390f35b6100bb60035481565b6040519081526020016100a9565b6100dc6100d7366004610359565b6101e4565b005b6040805180820190915260058152640302e332e360dc1b602082015261009c565b61009c61024c565b5f54610119906001600160a01b031681565b6040516001600160a01b0390911681526020016100a9565b6100dc61013f3660046103ee565b61025b565b61009c6102d0565b6003546100bb565b6060600180546101639061042d565b80601f016020809104026020016040519081016040528092919081815260200182805461018f9061042d565b80156101da5780601f106101b1576101008083540402835291602001916101da565b820191905f5260205f20905b8154815290600101906020018083116101bd57829003601f168201915b5050505050905090565b5f546001600160a01b03161561020c5760405162dc149f60e41b815260040160405180910390fd5b5f80546001600160a01b0319166001600160a01b03881617905560016102338587836104d0565b5060026102418385836104d0565b506003555050505050565b6060600280546101639061042d565b5f546001600160a01b03163314610285576040516330cd747160e01b815260040160405180910390fd5b60046102928284836104d0565b507f4881e0c9500ffd28172c8ba0b3241e549c25856fad9c827583fb70389a372f8082826040516102c492919061058b565b60405180910390a15050565b6060600480546101639061042d565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f5f83601f840112610324575f5ffd5b50813567ffffffffffffffff81111561033b575f5ffd5b602083019150836020828501011115610352575f5ffd5b9250929050565b5f5f5f5f5f5f6080878903121561036e575f5ffd5b86356001600160a01b0381168114610384575f5ffd5b9550602087013567ffffffffffffffff81111561039f575f5ffd5b6103ab89828a01610314565b909650945050604087013567ffffffffffffffff8111156103ca575f5ffd5b6103d689828a01610314565b979a9699509497949695606090950135949350505050565b5f5f602083850312156103ff575f5ffd5b823567ffffffffffffffff811115610415575f5ffd5b61042185828601610314565b90969095509350505050565b600181811c9082168061044157607f821691505b60208210810361045f57634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52604160045260245ffd5b601f8211156104cb57828211156104cb57805f5260205f20601f840160051c60208510156104a457505f5b90810190601f840160051c035f5b818110156104c7575f838201556001016104b2565b5050505b505050565b67ffffffffffffffff8311156104e8576104e8610465565b6104fc836104f6835461042d565b83610479565b5f601f84116001811461052d575f85156105165750838201355b5f19600387901b1c1916600186901b178355610584565b5f83815260208120601f198716915b8281101561055c578685013582556020948501946001909201910161053c565b5086821015610578575f1960f88860031b161c19848701351681555b505060018560011b0183555b5050505050565b60208152816020820152818360408301375f818301604090810191909152601f909201601f1916010191905056",
}

// NewtonPolicyABI is the input ABI used to generate the binding from.
// Deprecated: Use NewtonPolicyMetaData.ABI instead.
var NewtonPolicyABI = NewtonPolicyMetaData.ABI

// NewtonPolicyBin is the compiled bytecode used for deploying new contracts.
// Deprecated: Use NewtonPolicyMetaData.Bin instead.
var NewtonPolicyBin = NewtonPolicyMetaData.Bin

// DeployNewtonPolicy deploys a new Ethereum contract, binding an instance of NewtonPolicy to it.
func DeployNewtonPolicy(auth *bind.TransactOpts, backend bind.ContractBackend) (common.Address, *types.Transaction, *NewtonPolicy, error) {
	parsed, err := NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	if parsed == nil {
		return common.Address{}, nil, nil, errors.New("GetABI returned nil")
	}

	address, tx, contract, err := bind.DeployContract(auth, *parsed, common.FromHex(NewtonPolicyBin), backend)
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	return address, tx, &NewtonPolicy{NewtonPolicyCaller: NewtonPolicyCaller{contract: contract}, NewtonPolicyTransactor: NewtonPolicyTransactor{contract: contract}, NewtonPolicyFilterer: NewtonPolicyFilterer{contract: contract}}, nil
}

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

// GetPolicyCid is a free data retrieval call binding the contract method 0x08e272d0.
//
// Solidity: function getPolicyCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCaller) GetPolicyCid(opts *bind.CallOpts) (string, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getPolicyCid")

	if err != nil {
		return *new(string), err
	}

	out0 := *abi.ConvertType(out[0], new(string)).(*string)

	return out0, err

}

// GetPolicyCid is a free data retrieval call binding the contract method 0x08e272d0.
//
// Solidity: function getPolicyCid() view returns(string)
func (_NewtonPolicy *NewtonPolicySession) GetPolicyCid() (string, error) {
	return _NewtonPolicy.Contract.GetPolicyCid(&_NewtonPolicy.CallOpts)
}

// GetPolicyCid is a free data retrieval call binding the contract method 0x08e272d0.
//
// Solidity: function getPolicyCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCallerSession) GetPolicyCid() (string, error) {
	return _NewtonPolicy.Contract.GetPolicyCid(&_NewtonPolicy.CallOpts)
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

// GetSchemaCid is a free data retrieval call binding the contract method 0x5578f3f0.
//
// Solidity: function getSchemaCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCaller) GetSchemaCid(opts *bind.CallOpts) (string, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "getSchemaCid")

	if err != nil {
		return *new(string), err
	}

	out0 := *abi.ConvertType(out[0], new(string)).(*string)

	return out0, err

}

// GetSchemaCid is a free data retrieval call binding the contract method 0x5578f3f0.
//
// Solidity: function getSchemaCid() view returns(string)
func (_NewtonPolicy *NewtonPolicySession) GetSchemaCid() (string, error) {
	return _NewtonPolicy.Contract.GetSchemaCid(&_NewtonPolicy.CallOpts)
}

// GetSchemaCid is a free data retrieval call binding the contract method 0x5578f3f0.
//
// Solidity: function getSchemaCid() view returns(string)
func (_NewtonPolicy *NewtonPolicyCallerSession) GetSchemaCid() (string, error) {
	return _NewtonPolicy.Contract.GetSchemaCid(&_NewtonPolicy.CallOpts)
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

// Version is a free data retrieval call binding the contract method 0x54fd4d50.
//
// Solidity: function version() pure returns(string)
func (_NewtonPolicy *NewtonPolicyCaller) Version(opts *bind.CallOpts) (string, error) {
	var out []interface{}
	err := _NewtonPolicy.contract.Call(opts, &out, "version")

	if err != nil {
		return *new(string), err
	}

	out0 := *abi.ConvertType(out[0], new(string)).(*string)

	return out0, err

}

// Version is a free data retrieval call binding the contract method 0x54fd4d50.
//
// Solidity: function version() pure returns(string)
func (_NewtonPolicy *NewtonPolicySession) Version() (string, error) {
	return _NewtonPolicy.Contract.Version(&_NewtonPolicy.CallOpts)
}

// Version is a free data retrieval call binding the contract method 0x54fd4d50.
//
// Solidity: function version() pure returns(string)
func (_NewtonPolicy *NewtonPolicyCallerSession) Version() (string, error) {
	return _NewtonPolicy.Contract.Version(&_NewtonPolicy.CallOpts)
}

// Initialize is a paid mutator transaction binding the contract method 0x4da0ab62.
//
// Solidity: function initialize(address owner_, string policyCid_, string schemaCid_, bytes32 policyCodeHash_) returns()
func (_NewtonPolicy *NewtonPolicyTransactor) Initialize(opts *bind.TransactOpts, owner_ common.Address, policyCid_ string, schemaCid_ string, policyCodeHash_ [32]byte) (*types.Transaction, error) {
	return _NewtonPolicy.contract.Transact(opts, "initialize", owner_, policyCid_, schemaCid_, policyCodeHash_)
}

// Initialize is a paid mutator transaction binding the contract method 0x4da0ab62.
//
// Solidity: function initialize(address owner_, string policyCid_, string schemaCid_, bytes32 policyCodeHash_) returns()
func (_NewtonPolicy *NewtonPolicySession) Initialize(owner_ common.Address, policyCid_ string, schemaCid_ string, policyCodeHash_ [32]byte) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.Initialize(&_NewtonPolicy.TransactOpts, owner_, policyCid_, schemaCid_, policyCodeHash_)
}

// Initialize is a paid mutator transaction binding the contract method 0x4da0ab62.
//
// Solidity: function initialize(address owner_, string policyCid_, string schemaCid_, bytes32 policyCodeHash_) returns()
func (_NewtonPolicy *NewtonPolicyTransactorSession) Initialize(owner_ common.Address, policyCid_ string, schemaCid_ string, policyCodeHash_ [32]byte) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.Initialize(&_NewtonPolicy.TransactOpts, owner_, policyCid_, schemaCid_, policyCodeHash_)
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string metadataCid) returns()
func (_NewtonPolicy *NewtonPolicyTransactor) SetMetadataCid(opts *bind.TransactOpts, metadataCid string) (*types.Transaction, error) {
	return _NewtonPolicy.contract.Transact(opts, "setMetadataCid", metadataCid)
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string metadataCid) returns()
func (_NewtonPolicy *NewtonPolicySession) SetMetadataCid(metadataCid string) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.SetMetadataCid(&_NewtonPolicy.TransactOpts, metadataCid)
}

// SetMetadataCid is a paid mutator transaction binding the contract method 0xa912f1fa.
//
// Solidity: function setMetadataCid(string metadataCid) returns()
func (_NewtonPolicy *NewtonPolicyTransactorSession) SetMetadataCid(metadataCid string) (*types.Transaction, error) {
	return _NewtonPolicy.Contract.SetMetadataCid(&_NewtonPolicy.TransactOpts, metadataCid)
}

// NewtonPolicyMetadataCidSetIterator is returned from FilterMetadataCidSet and is used to iterate over the raw logs and unpacked data for MetadataCidSet events raised by the NewtonPolicy contract.
type NewtonPolicyMetadataCidSetIterator struct {
	Event *NewtonPolicyMetadataCidSet // Event containing the contract specifics and raw log

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
func (it *NewtonPolicyMetadataCidSetIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(NewtonPolicyMetadataCidSet)
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
		it.Event = new(NewtonPolicyMetadataCidSet)
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
func (it *NewtonPolicyMetadataCidSetIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *NewtonPolicyMetadataCidSetIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// NewtonPolicyMetadataCidSet represents a MetadataCidSet event raised by the NewtonPolicy contract.
type NewtonPolicyMetadataCidSet struct {
	MetadataCid string
	Raw         types.Log // Blockchain specific contextual infos
}

// FilterMetadataCidSet is a free log retrieval operation binding the contract event 0x4881e0c9500ffd28172c8ba0b3241e549c25856fad9c827583fb70389a372f80.
//
// Solidity: event MetadataCidSet(string metadataCid)
func (_NewtonPolicy *NewtonPolicyFilterer) FilterMetadataCidSet(opts *bind.FilterOpts) (*NewtonPolicyMetadataCidSetIterator, error) {

	logs, sub, err := _NewtonPolicy.contract.FilterLogs(opts, "MetadataCidSet")
	if err != nil {
		return nil, err
	}
	return &NewtonPolicyMetadataCidSetIterator{contract: _NewtonPolicy.contract, event: "MetadataCidSet", logs: logs, sub: sub}, nil
}

// WatchMetadataCidSet is a free log subscription operation binding the contract event 0x4881e0c9500ffd28172c8ba0b3241e549c25856fad9c827583fb70389a372f80.
//
// Solidity: event MetadataCidSet(string metadataCid)
func (_NewtonPolicy *NewtonPolicyFilterer) WatchMetadataCidSet(opts *bind.WatchOpts, sink chan<- *NewtonPolicyMetadataCidSet) (event.Subscription, error) {

	logs, sub, err := _NewtonPolicy.contract.WatchLogs(opts, "MetadataCidSet")
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(NewtonPolicyMetadataCidSet)
				if err := _NewtonPolicy.contract.UnpackLog(event, "MetadataCidSet", log); err != nil {
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

// ParseMetadataCidSet is a log parse operation binding the contract event 0x4881e0c9500ffd28172c8ba0b3241e549c25856fad9c827583fb70389a372f80.
//
// Solidity: event MetadataCidSet(string metadataCid)
func (_NewtonPolicy *NewtonPolicyFilterer) ParseMetadataCidSet(log types.Log) (*NewtonPolicyMetadataCidSet, error) {
	event := new(NewtonPolicyMetadataCidSet)
	if err := _NewtonPolicy.contract.UnpackLog(event, "MetadataCidSet", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}
