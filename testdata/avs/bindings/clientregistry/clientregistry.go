// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package clientregistry

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

// PolicyClientRegistryMetaData contains all meta data concerning the PolicyClientRegistry contract.
var PolicyClientRegistryMetaData = &bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"}],\"name\":\"AlreadyRegistered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"}],\"name\":\"NotAClient\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"Attested\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"}],\"name\":\"ClientRegistered\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"attest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"attest\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"attestation\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getAllPolicyClients\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"}],\"name\":\"isPolicyClient\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"}],\"name\":\"policyOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"client\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"}],\"name\":\"register\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	Bin: "0x6080604052348015600e575f5ffd5b5061076c8061001c5f395ff3fe608060405234801561000f575f5ffd5b506004361061007a575f3560e01c8063a2ace0ff11610058578063a2ace0ff146100c4578063aa67735414610101578063dddd43c014610114578063f514d6e514610134575f5ffd5b806323c3617f1461007e578063566bb5561461009357806363671b60146100b1575b5f5ffd5b61009161008c366004610445565b61015f565b005b61009b61019f565b6040516100a8919061045c565b60405180910390f35b6100916100bf3660046104a7565b6101fe565b6100f16100d2366004610539565b6001600160a01b039081165f9081526001602052604090205416151590565b60405190151581526020016100a8565b61009161010f366004610559565b61026b565b61012761012236600461058a565b610346565b6040516100a891906105ab565b610147610142366004610539565b6103fa565b6040516001600160a01b0390911681526020016100a8565b6040805160208082525f90820152339183917f3009f3a07ecd4a54c5eba2e068004c5870e1c3e639ae15de2d848986f49bdfd5910160405180910390a350565b60605f8054806020026020016040519081016040528092919081815260200182805480156101f457602002820191905f5260205f20905b81546001600160a01b031681526001909101906020018083116101d6575b5050505050905090565b5f8381526002602090815260408083203384529091529020610221828483610683565b50336001600160a01b0316837f3009f3a07ecd4a54c5eba2e068004c5870e1c3e639ae15de2d848986f49bdfd5848460405161025e92919061073e565b60405180910390a3505050565b6001600160a01b038281165f9081526001602052604090205416156102b3576040516345ed80e960e01b81526001600160a01b03831660048201526024015b60405180910390fd5b6001600160a01b038083165f81815260016020819052604080832080549587166001600160a01b03199687168117909155835492830184558380527f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e5639092018054909516841790945592517f1cb6babe15e39990d7df77d85fa1d670b3d5771486ed1ed683553b98c339ed179190a35050565b5f8281526002602090815260408083206001600160a01b03851684529091529020805460609190610376906105f4565b80601f01602080910402602001604051908101604052809291908181526020018280546103a2906105f4565b80156103ed5780601f106103c4576101008083540402835291602001916103ed565b820191905f5260205f20905b8154815290600101906020018083116103d057829003601f168201915b5050505050905092915050565b6001600160a01b038082165f908152600160205260408120549091168061043f5760405163a032ac6b60e01b81526001600160a01b03841660048201526024016102aa565b92915050565b5f60208284031215610455575f5ffd5b5035919050565b602080825282518282018190525f918401906040840190835b8181101561049c5783516001600160a01b0316835260209384019390920191600101610475565b509095945050505050565b5f5f5f604084860312156104b9575f5ffd5b83359250602084013567ffffffffffffffff8111156104d6575f5ffd5b8401601f810186136104e6575f5ffd5b803567ffffffffffffffff8111156104fc575f5ffd5b86602082840101111561050d575f5ffd5b939660209190910195509293505050565b80356001600160a01b0381168114610534575f5ffd5b919050565b5f60208284031215610549575f5ffd5b6105528261051e565b9392505050565b5f5f6040838503121561056a575f5ffd5b6105738361051e565b91506105816020840161051e565b90509250929050565b5f5f6040838503121561059b575f5ffd5b823591506105816020840161051e565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b634e487b7160e01b5f52604160045260245ffd5b600181811c9082168061060857607f821691505b60208210810361062657634e487b7160e01b5f52602260045260245ffd5b50919050565b601f82111561067e578282111561067e57805f5260205f20601f840160051c602085101561065757505f5b90810190601f840160051c035f5b8181101561067a575f83820155600101610665565b5050505b505050565b67ffffffffffffffff83111561069b5761069b6105e0565b6106af836106a983546105f4565b8361062c565b5f601f8411600181146106e0575f85156106c95750838201355b5f19600387901b1c1916600186901b178355610737565b5f83815260208120601f198716915b8281101561070f57868501358255602094850194600190920191016106ef565b508682101561072b575f1960f88860031b161c19848701351681555b505060018560011b0183555b5050505050565b60208152816020820152818360408301375f818301604090810191909152601f909201601f1916010191905056",
}

// PolicyClientRegistryABI is the input ABI used to generate the binding from.
// Deprecated: Use PolicyClientRegistryMetaData.ABI instead.
var PolicyClientRegistryABI = PolicyClientRegistryMetaData.ABI

// PolicyClientRegistryBin is the compiled bytecode used for deploying new contracts.
// Deprecated: Use PolicyClientRegistryMetaData.Bin instead.
var PolicyClientRegistryBin = PolicyClientRegistryMetaData.Bin

// DeployPolicyClientRegistry deploys a new Ethereum contract, binding an instance of PolicyClientRegistry to it.
func DeployPolicyClientRegistry(auth *bind.TransactOpts, backend bind.ContractBackend) (common.Address, *types.Transaction, *PolicyClientRegistry, error) {
	parsed, err := PolicyClientRegistryMetaData.GetAbi()
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	if parsed == nil {
		return common.Address{}, nil, nil, errors.New("GetABI returned nil")
	}

	address, tx, contract, err := bind.DeployContract(auth, *parsed, common.FromHex(PolicyClientRegistryBin), backend)
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	return address, tx, &PolicyClientRegistry{PolicyClientRegistryCaller: PolicyClientRegistryCaller{contract: contract}, PolicyClientRegistryTransactor: PolicyClientRegistryTransactor{contract: contract}, PolicyClientRegistryFilterer: PolicyClientRegistryFilterer{contract: contract}}, nil
}

// PolicyClientRegistry is an auto generated Go binding around an Ethereum contract.
type PolicyClientRegistry struct {
	PolicyClientRegistryCaller     // Read-only binding to the contract
	PolicyClientRegistryTransactor // Write-only binding to the contract
	PolicyClientRegistryFilterer   // Log filterer for contract events
}

// PolicyClientRegistryCaller is an auto generated read-only Go binding around an Ethereum contract.
type PolicyClientRegistryCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// PolicyClientRegistryTransactor is an auto generated write-only Go binding around an Ethereum contract.
type PolicyClientRegistryTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// PolicyClientRegistryFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type PolicyClientRegistryFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// PolicyClientRegistrySession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type PolicyClientRegistrySession struct {
	Contract     *PolicyClientRegistry // Generic contract binding to set the session for
	CallOpts     bind.CallOpts         // Call options to use throughout this session
	TransactOpts bind.TransactOpts     // Transaction auth options to use throughout this session
}

// PolicyClientRegistryCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type PolicyClientRegistryCallerSession struct {
	Contract *PolicyClientRegistryCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts               // Call options to use throughout this session
}

// PolicyClientRegistryTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type PolicyClientRegistryTransactorSession struct {
	Contract     *PolicyClientRegistryTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts               // Transaction auth options to use throughout this session
}

// PolicyClientRegistryRaw is an auto generated low-level Go binding around an Ethereum contract.
type PolicyClientRegistryRaw struct {
	Contract *PolicyClientRegistry // Generic contract binding to access the raw methods on
}

// PolicyClientRegistryCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type PolicyClientRegistryCallerRaw struct {
	Contract *PolicyClientRegistryCaller // Generic read-only contract binding to access the raw methods on
}

// PolicyClientRegistryTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type PolicyClientRegistryTransactorRaw struct {
	Contract *PolicyClientRegistryTransactor // Generic write-only contract binding to access the raw methods on
}

// NewPolicyClientRegistry creates a new instance of PolicyClientRegistry, bound to a specific deployed contract.
func NewPolicyClientRegistry(address common.Address, backend bind.ContractBackend) (*PolicyClientRegistry, error) {
	contract, err := bindPolicyClientRegistry(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &PolicyClientRegistry{PolicyClientRegistryCaller: PolicyClientRegistryCaller{contract: contract}, PolicyClientRegistryTransactor: PolicyClientRegistryTransactor{contract: contract}, PolicyClientRegistryFilterer: PolicyClientRegistryFilterer{contract: contract}}, nil
}

// NewPolicyClientRegistryCaller creates a new read-only instance of PolicyClientRegistry, bound to a specific deployed contract.
func NewPolicyClientRegistryCaller(address common.Address, caller bind.ContractCaller) (*PolicyClientRegistryCaller, error) {
	contract, err := bindPolicyClientRegistry(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &PolicyClientRegistryCaller{contract: contract}, nil
}

// NewPolicyClientRegistryTransactor creates a new write-only instance of PolicyClientRegistry, bound to a specific deployed contract.
func NewPolicyClientRegistryTransactor(address common.Address, transactor bind.ContractTransactor) (*PolicyClientRegistryTransactor, error) {
	contract, err := bindPolicyClientRegistry(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &PolicyClientRegistryTransactor{contract: contract}, nil
}

// NewPolicyClientRegistryFilterer creates a new log filterer instance of PolicyClientRegistry, bound to a specific deployed contract.
func NewPolicyClientRegistryFilterer(address common.Address, filterer bind.ContractFilterer) (*PolicyClientRegistryFilterer, error) {
	contract, err := bindPolicyClientRegistry(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &PolicyClientRegistryFilterer{contract: contract}, nil
}

// bindPolicyClientRegistry binds a generic wrapper to an already deployed contract.
func bindPolicyClientRegistry(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := PolicyClientRegistryMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_PolicyClientRegistry *PolicyClientRegistryRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _PolicyClientRegistry.Contract.PolicyClientRegistryCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_PolicyClientRegistry *PolicyClientRegistryRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.PolicyClientRegistryTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_PolicyClientRegistry *PolicyClientRegistryRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.PolicyClientRegistryTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_PolicyClientRegistry *PolicyClientRegistryCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _PolicyClientRegistry.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_PolicyClientRegistry *PolicyClientRegistryTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_PolicyClientRegistry *PolicyClientRegistryTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.contract.Transact(opts, method, params...)
}

// Attestation is a free data retrieval call binding the contract method 0xdddd43c0.
//
// Solidity: function attestation(bytes32 digest, address operator) view returns(bytes)
func (_PolicyClientRegistry *PolicyClientRegistryCaller) Attestation(opts *bind.CallOpts, digest [32]byte, operator common.Address) ([]byte, error) {
	var out []interface{}
	err := _PolicyClientRegistry.contract.Call(opts, &out, "attestation", digest, operator)

	if err != nil {
		return *new([]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)

	return out0, err

}

// Attestation is a free data retrieval call binding the contract method 0xdddd43c0.
//
// Solidity: function attestation(bytes32 digest, address operator) view returns(bytes)
func (_PolicyClientRegistry *PolicyClientRegistrySession) Attestation(digest [32]byte, operator common.Address) ([]byte, error) {
	return _PolicyClientRegistry.Contract.Attestation(&_PolicyClientRegistry.CallOpts, digest, operator)
}

// Attestation is a free data retrieval call binding the contract method 0xdddd43c0.
//
// Solidity: function attestation(bytes32 digest, address operator) view returns(bytes)
func (_PolicyClientRegistry *PolicyClientRegistryCallerSession) Attestation(digest [32]byte, operator common.Address) ([]byte, error) {
	return _PolicyClientRegistry.Contract.Attestation(&_PolicyClientRegistry.CallOpts, digest, operator)
}

// GetAllPolicyClients is a free data retrieval call binding the contract method 0x566bb556.
//
// Solidity: function getAllPolicyClients() view returns(address[])
func (_PolicyClientRegistry *PolicyClientRegistryCaller) GetAllPolicyClients(opts *bind.CallOpts) ([]common.Address, error) {
	var out []interface{}
	err := _PolicyClientRegistry.contract.Call(opts, &out, "getAllPolicyClients")

	if err != nil {
		return *new([]common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)

	return out0, err

}

// GetAllPolicyClients is a free data retrieval call binding the contract method 0x566bb556.
//
// Solidity: function getAllPolicyClients() view returns(address[])
func (_PolicyClientRegistry *PolicyClientRegistrySession) GetAllPolicyClients() ([]common.Address, error) {
	return _PolicyClientRegistry.Contract.GetAllPolicyClients(&_PolicyClientRegistry.CallOpts)
}

// GetAllPolicyClients is a free data retrieval call binding the contract method 0x566bb556.
//
// Solidity: function getAllPolicyClients() view returns(address[])
func (_PolicyClientRegistry *PolicyClientRegistryCallerSession) GetAllPolicyClients() ([]common.Address, error) {
	return _PolicyClientRegistry.Contract.GetAllPolicyClients(&_PolicyClientRegistry.CallOpts)
}

// IsPolicyClient is a free data retrieval call binding the contract method 0xa2ace0ff.
//
// Solidity: function isPolicyClient(address client) view returns(bool)
func (_PolicyClientRegistry *PolicyClientRegistryCaller) IsPolicyClient(opts *bind.CallOpts, client common.Address) (bool, error) {
	var out []interface{}
	err := _PolicyClientRegistry.contract.Call(opts, &out, "isPolicyClient", client)

	if err != nil {
		return *new(bool), err
	}

	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)

	return out0, err

}

// IsPolicyClient is a free data retrieval call binding the contract method 0xa2ace0ff.
//
// Solidity: function isPolicyClient(address client) view returns(bool)
func (_PolicyClientRegistry *PolicyClientRegistrySession) IsPolicyClient(client common.Address) (bool, error) {
	return _PolicyClientRegistry.Contract.IsPolicyClient(&_PolicyClientRegistry.CallOpts, client)
}

// IsPolicyClient is a free data retrieval call binding the contract method 0xa2ace0ff.
//
// Solidity: function isPolicyClient(address client) view returns(bool)
func (_PolicyClientRegistry *PolicyClientRegistryCallerSession) IsPolicyClient(client common.Address) (bool, error) {
	return _PolicyClientRegistry.Contract.IsPolicyClient(&_PolicyClientRegistry.CallOpts, client)
}

// PolicyOf is a free data retrieval call binding the contract method 0xf514d6e5.
//
// Solidity: function policyOf(address client) view returns(address)
func (_PolicyClientRegistry *PolicyClientRegistryCaller) PolicyOf(opts *bind.CallOpts, client common.Address) (common.Address, error) {
	var out []interface{}
	err := _PolicyClientRegistry.contract.Call(opts, &out, "policyOf", client)

	if err != nil {
		return *new(common.Address), err
	}

	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)

	return out0, err

}

// PolicyOf is a free data retrieval call binding the contract method 0xf514d6e5.
//
// Solidity: function policyOf(address client) view returns(address)
func (_PolicyClientRegistry *PolicyClientRegistrySession) PolicyOf(client common.Address) (common.Address, error) {
	return _PolicyClientRegistry.Contract.PolicyOf(&_PolicyClientRegistry.CallOpts, client)
}

// PolicyOf is a free data retrieval call binding the contract method 0xf514d6e5.
//
// Solidity: function policyOf(address client) view returns(address)
func (_PolicyClientRegistry *PolicyClientRegistryCallerSession) PolicyOf(client common.Address) (common.Address, error) {
	return _PolicyClientRegistry.Contract.PolicyOf(&_PolicyClientRegistry.CallOpts, client)
}

// Attest is a paid mutator transaction binding the contract method 0x23c3617f.
//
// Solidity: function attest(bytes32 digest) returns()
func (_PolicyClientRegistry *PolicyClientRegistryTransactor) Attest(opts *bind.TransactOpts, digest [32]byte) (*types.Transaction, error) {
	return _PolicyClientRegistry.contract.Transact(opts, "attest", digest)
}

// Attest is a paid mutator transaction binding the contract method 0x23c3617f.
//
// Solidity: function attest(bytes32 digest) returns()
func (_PolicyClientRegistry *PolicyClientRegistrySession) Attest(digest [32]byte) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.Attest(&_PolicyClientRegistry.TransactOpts, digest)
}

// Attest is a paid mutator transaction binding the contract method 0x23c3617f.
//
// Solidity: function attest(bytes32 digest) returns()
func (_PolicyClientRegistry *PolicyClientRegistryTransactorSession) Attest(digest [32]byte) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.Attest(&_PolicyClientRegistry.TransactOpts, digest)
}

// Attest0 is a paid mutator transaction binding the contract method 0x63671b60.
//
// Solidity: function attest(bytes32 digest, bytes data) returns()
func (_PolicyClientRegistry *PolicyClientRegistryTransactor) Attest0(opts *bind.TransactOpts, digest [32]byte, data []byte) (*types.Transaction, error) {
	return _PolicyClientRegistry.contract.Transact(opts, "attest0", digest, data)
}

// Attest0 is a paid mutator transaction binding the contract method 0x63671b60.
//
// Solidity: function attest(bytes32 digest, bytes data) returns()
func (_PolicyClientRegistry *PolicyClientRegistrySession) Attest0(digest [32]byte, data []byte) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.Attest0(&_PolicyClientRegistry.TransactOpts, digest, data)
}

// Attest0 is a paid mutator transaction binding the contract method 0x63671b60.
//
// Solidity: function attest(bytes32 digest, bytes data) returns()
func (_PolicyClientRegistry *PolicyClientRegistryTransactorSession) Attest0(digest [32]byte, data []byte) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.Attest0(&_PolicyClientRegistry.TransactOpts, digest, data)
}

// Register is a paid mutator transaction binding the contract method 0xaa677354.
//
// Solidity: function register(address client, address policy) returns()
func (_PolicyClientRegistry *PolicyClientRegistryTransactor) Register(opts *bind.TransactOpts, client common.Address, policy common.Address) (*types.Transaction, error) {
	return _PolicyClientRegistry.contract.Transact(opts, "register", client, policy)
}

// Register is a paid mutator transaction binding the contract method 0xaa677354.
//
// Solidity: function register(address client, address policy) returns()
func (_PolicyClientRegistry *PolicyClientRegistrySession) Register(client common.Address, policy common.Address) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.Register(&_PolicyClientRegistry.TransactOpts, client, policy)
}

// Register is a paid mutator transaction binding the contract method 0xaa677354.
//
// Solidity: function register(address client, address policy) returns()
func (_PolicyClientRegistry *PolicyClientRegistryTransactorSession) Register(client common.Address, policy common.Address) (*types.Transaction, error) {
	return _PolicyClientRegistry.Contract.Register(&_PolicyClientRegistry.TransactOpts, client, policy)
}

// PolicyClientRegistryAttestedIterator is returned from FilterAttested and is used to iterate over the raw logs and unpacked data for Attested events raised by the PolicyClientRegistry contract.
type PolicyClientRegistryAttestedIterator struct {
	Event *PolicyClientRegistryAttested // Event containing the contract specifics and raw log

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
func (it *PolicyClientRegistryAttestedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(PolicyClientRegistryAttested)
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
		it.Event = new(PolicyClientRegistryAttested)
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
func (it *PolicyClientRegistryAttestedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *PolicyClientRegistryAttestedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// PolicyClientRegistryAttested represents a Attested event raised by the PolicyClientRegistry contract.
type PolicyClientRegistryAttested struct {
	Digest   [32]byte
	Operator common.Address
	Data     []byte
	Raw      types.Log // Blockchain specific contextual infos
}

// FilterAttested is a free log retrieval operation binding the contract event 0x3009f3a07ecd4a54c5eba2e068004c5870e1c3e639ae15de2d848986f49bdfd5.
//
// Solidity: event Attested(bytes32 indexed digest, address indexed operator, bytes data)
func (_PolicyClientRegistry *PolicyClientRegistryFilterer) FilterAttested(opts *bind.FilterOpts, digest [][32]byte, operator []common.Address) (*PolicyClientRegistryAttestedIterator, error) {

	var digestRule []interface{}
	for _, digestItem := range digest {
		digestRule = append(digestRule, digestItem)
	}
	var operatorRule []interface{}
	for _, operatorItem := range operator {
		operatorRule = append(operatorRule, operatorItem)
	}

	logs, sub, err := _PolicyClientRegistry.contract.FilterLogs(opts, "Attested", digestRule, operatorRule)
	if err != nil {
		return nil, err
	}
	return &PolicyClientRegistryAttestedIterator{contract: _PolicyClientRegistry.contract, event: "Attested", logs: logs, sub: sub}, nil
}

// WatchAttested is a free log subscription operation binding the contract event 0x3009f3a07ecd4a54c5eba2e068004c5870e1c3e639ae15de2d848986f49bdfd5.
//
// Solidity: event Attested(bytes32 indexed digest, address indexed operator, bytes data)
func (_PolicyClientRegistry *PolicyClientRegistryFilterer) WatchAttested(opts *bind.WatchOpts, sink chan<- *PolicyClientRegistryAttested, digest [][32]byte, operator []common.Address) (event.Subscription, error) {

	var digestRule []interface{}
	for _, digestItem := range digest {
		digestRule = append(digestRule, digestItem)
	}
	var operatorRule []interface{}
	for _, operatorItem := range operator {
		operatorRule = append(operatorRule, operatorItem)
	}

	logs, sub, err := _PolicyClientRegistry.contract.WatchLogs(opts, "Attested", digestRule, operatorRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(PolicyClientRegistryAttested)
				if err := _PolicyClientRegistry.contract.UnpackLog(event, "Attested", log); err != nil {
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

// ParseAttested is a log parse operation binding the contract event 0x3009f3a07ecd4a54c5eba2e068004c5870e1c3e639ae15de2d848986f49bdfd5.
//
// Solidity: event Attested(bytes32 indexed digest, address indexed operator, bytes data)
func (_PolicyClientRegistry *PolicyClientRegistryFilterer) ParseAttested(log types.Log) (*PolicyClientRegistryAttested, error) {
	event := new(PolicyClientRegistryAttested)
	if err := _PolicyClientRegistry.contract.UnpackLog(event, "Attested", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// PolicyClientRegistryClientRegisteredIterator is returned from FilterClientRegistered and is used to iterate over the raw logs and unpacked data for ClientRegistered events raised by the PolicyClientRegistry contract.
type PolicyClientRegistryClientRegisteredIterator struct {
	Event *PolicyClientRegistryClientRegistered // Event containing the contract specifics and raw log

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
func (it *PolicyClientRegistryClientRegisteredIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(PolicyClientRegistryClientRegistered)
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
		it.Event = new(PolicyClientRegistryClientRegistered)
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
func (it *PolicyClientRegistryClientRegisteredIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *PolicyClientRegistryClientRegisteredIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// PolicyClientRegistryClientRegistered represents a ClientRegistered event raised by the PolicyClientRegistry contract.
type PolicyClientRegistryClientRegistered struct {
	Client common.Address
	Policy common.Address
	Raw    types.Log // Blockchain specific contextual infos
}

// FilterClientRegistered is a free log retrieval operation binding the contract event 0x1cb6babe15e39990d7df77d85fa1d670b3d5771486ed1ed683553b98c339ed17.
//
// Solidity: event ClientRegistered(address indexed client, address indexed policy)
func (_PolicyClientRegistry *PolicyClientRegistryFilterer) FilterClientRegistered(opts *bind.FilterOpts, client []common.Address, policy []common.Address) (*PolicyClientRegistryClientRegisteredIterator, error) {

	var clientRule []interface{}
	for _, clientItem := range client {
		clientRule = append(clientRule, clientItem)
	}
	var policyRule []interface{}
	for _, policyItem := range policy {
		policyRule = append(policyRule, policyItem)
	}

	logs, sub, err := _PolicyClientRegistry.contract.FilterLogs(opts, "ClientRegistered", clientRule, policyRule)
	if err != nil {
		return nil, err
	}
	return &PolicyClientRegistryClientRegisteredIterator{contract: _PolicyClientRegistry.contract, event: "ClientRegistered", logs: logs, sub: sub}, nil
}

// WatchClientRegistered is a free log subscription operation binding the contract event 0x1cb6babe15e39990d7df77d85fa1d670b3d5771486ed1ed683553b98c339ed17.
//
// Solidity: event ClientRegistered(address indexed client, address indexed policy)
func (_PolicyClientRegistry *PolicyClientRegistryFilterer) WatchClientRegistered(opts *bind.WatchOpts, sink chan<- *PolicyClientRegistryClientRegistered, client []common.Address, policy []common.Address) (event.Subscription, error) {

	var clientRule []interface{}
	for _, clientItem := range client {
		clientRule = append(clientRule, clientItem)
	}
	var policyRule []interface{}
	for _, policyItem := range policy {
		policyRule = append(policyRule, policyItem)
	}

	logs, sub, err := _PolicyClientRegistry.contract.WatchLogs(opts, "ClientRegistered", clientRule, policyRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(PolicyClientRegistryClientRegistered)
				if err := _PolicyClientRegistry.contract.UnpackLog(event, "ClientRegistered", log); err != nil {
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

// ParseClientRegistered is a log parse operation binding the contract event 0x1cb6babe15e39990d7df77d85fa1d670b3d5771486ed1ed683553b98c339ed17.
//
// Solidity: event ClientRegistered(address indexed client, address indexed policy)
func (_PolicyClientRegistry *PolicyClientRegistryFilterer) ParseClientRegistered(log types.Log) (*PolicyClientRegistryClientRegistered, error) {
	event := new(PolicyClientRegistryClientRegistered)
	if err := _PolicyClientRegistry.contract.UnpackLog(event, "ClientRegistered", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}
