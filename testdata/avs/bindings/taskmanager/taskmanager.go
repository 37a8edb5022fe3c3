// Code generated - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package taskmanager

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

// TaskManagerTask is an auto generated low-level Go binding around an user-defined struct.
type TaskManagerTask struct {
	Policy    common.Address
	Creator   common.Address
	Payload   [32]byte
	CreatedAt uint64
}

// TaskManagerMetaData contains all meta data concerning the TaskManager contract.
var TaskManagerMetaData = &bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"AlreadyAnswered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"UnknownTask\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"got\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"want\",\"type\":\"bytes32\"}],\"name\":\"WrongCodeHash\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"payload\",\"type\":\"bytes32\"}],\"name\":\"TaskCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"response\",\"type\":\"bytes32\"}],\"name\":\"TaskResponded\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"payload\",\"type\":\"bytes32\"}],\"name\":\"createTask\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getTask\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"policy\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"creator\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"payload\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"createdAt\",\"type\":\"uint64\"}],\"internalType\":\"structTaskManager.Task\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"policyCodeHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"response\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"codeHash\",\"type\":\"bytes32\"}],\"name\":\"respondToTask\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"taskCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"taskResponse\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	Bin: "0x6080604052348015600e575f5ffd5b5061053f8061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610060575f3560e01c80630110c94d146100645780631d65e77e146100795780634ccf57fe146100e0578063a133b61f146100f2578063b6cb58a514610111578063fb5871f014610118575b5f5ffd5b61007761007236600461049f565b61012b565b005b61008c6100873660046104c8565b610293565b6040516100d7919081516001600160a01b039081168252602080840151909116908201526040808301519082015260609182015167ffffffffffffffff169181019190915260800190565b60405180910390f35b6002545b6040519081526020016100d7565b6100e46101003660046104c8565b5f9081526001602052604090205490565b5f546100e4565b6100e46101263660046104df565b610347565b5f54831061015457604051634899e04360e01b8152600481018490526024015b60405180910390fd5b5f8381526001602052604090205415610183576040516311a0305160e21b81526004810184905260240161014b565b8015610240575f5f848154811061019c5761019c610514565b5f9182526020918290206004918202015460408051631d33141160e31b815290516001600160a01b039092169363e998a088938281019391928290030181865afa1580156101ec573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906102109190610528565b905080821461023c576040516317392d8160e11b8152600481018390526024810182905260440161014b565b6002555b5f838152600160205260409081902083905551339084907f531d046290d07d66a6b23580371161c2480b72441d39b258387471ea4b03d732906102869086815260200190565b60405180910390a3505050565b604080516080810182525f8082526020820181905291810182905260608101829052905482106102d957604051634899e04360e01b81526004810183905260240161014b565b5f82815481106102eb576102eb610514565b5f91825260209182902060408051608081018252600490930290910180546001600160a01b0390811684526001820154169383019390935260028301549082015260039091015467ffffffffffffffff16606082015292915050565b5f8054604080516080810182526001600160a01b03808716808352336020840190815283850188815267ffffffffffffffff42811660608701908152600189018a559880529451600488027f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563810180549287166001600160a01b031993841617905592517f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e564840180549190961691161790935591517f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e56583015594517f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e56690910180549190921667ffffffffffffffff199091161790555190919082907fe04e65a2f2de9844f70a34d2eba1e53ddadaad516fa4d8f5e02ee00df908ebef906104919086815260200190565b60405180910390a392915050565b5f5f5f606084860312156104b1575f5ffd5b505081359360208301359350604090920135919050565b5f602082840312156104d8575f5ffd5b5035919050565b5f5f604083850312156104f0575f5ffd5b82356001600160a01b0381168114610506575f5ffd5b946020939093013593505050565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215610538575f5ffd5b505191905056",
}

// TaskManagerABI is the input ABI used to generate the binding from.
// Deprecated: Use TaskManagerMetaData.ABI instead.
var TaskManagerABI = TaskManagerMetaData.ABI

// TaskManagerBin is the compiled bytecode used for deploying new contracts.
// Deprecated: Use TaskManagerMetaData.Bin instead.
var TaskManagerBin = TaskManagerMetaData.Bin

// DeployTaskManager deploys a new Ethereum contract, binding an instance of TaskManager to it.
func DeployTaskManager(auth *bind.TransactOpts, backend bind.ContractBackend) (common.Address, *types.Transaction, *TaskManager, error) {
	parsed, err := TaskManagerMetaData.GetAbi()
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	if parsed == nil {
		return common.Address{}, nil, nil, errors.New("GetABI returned nil")
	}

	address, tx, contract, err := bind.DeployContract(auth, *parsed, common.FromHex(TaskManagerBin), backend)
	if err != nil {
		return common.Address{}, nil, nil, err
	}
	return address, tx, &TaskManager{TaskManagerCaller: TaskManagerCaller{contract: contract}, TaskManagerTransactor: TaskManagerTransactor{contract: contract}, TaskManagerFilterer: TaskManagerFilterer{contract: contract}}, nil
}

// TaskManager is an auto generated Go binding around an Ethereum contract.
type TaskManager struct {
	TaskManagerCaller     // Read-only binding to the contract
	TaskManagerTransactor // Write-only binding to the contract
	TaskManagerFilterer   // Log filterer for contract events
}

// TaskManagerCaller is an auto generated read-only Go binding around an Ethereum contract.
type TaskManagerCaller struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// TaskManagerTransactor is an auto generated write-only Go binding around an Ethereum contract.
type TaskManagerTransactor struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// TaskManagerFilterer is an auto generated log filtering Go binding around an Ethereum contract events.
type TaskManagerFilterer struct {
	contract *bind.BoundContract // Generic contract wrapper for the low level calls
}

// TaskManagerSession is an auto generated Go binding around an Ethereum contract,
// with pre-set call and transact options.
type TaskManagerSession struct {
	Contract     *TaskManager      // Generic contract binding to set the session for
	CallOpts     bind.CallOpts     // Call options to use throughout this session
	TransactOpts bind.TransactOpts // Transaction auth options to use throughout this session
}

// TaskManagerCallerSession is an auto generated read-only Go binding around an Ethereum contract,
// with pre-set call options.
type TaskManagerCallerSession struct {
	Contract *TaskManagerCaller // Generic contract caller binding to set the session for
	CallOpts bind.CallOpts      // Call options to use throughout this session
}

// TaskManagerTransactorSession is an auto generated write-only Go binding around an Ethereum contract,
// with pre-set transact options.
type TaskManagerTransactorSession struct {
	Contract     *TaskManagerTransactor // Generic contract transactor binding to set the session for
	TransactOpts bind.TransactOpts      // Transaction auth options to use throughout this session
}

// TaskManagerRaw is an auto generated low-level Go binding around an Ethereum contract.
type TaskManagerRaw struct {
	Contract *TaskManager // Generic contract binding to access the raw methods on
}

// TaskManagerCallerRaw is an auto generated low-level read-only Go binding around an Ethereum contract.
type TaskManagerCallerRaw struct {
	Contract *TaskManagerCaller // Generic read-only contract binding to access the raw methods on
}

// TaskManagerTransactorRaw is an auto generated low-level write-only Go binding around an Ethereum contract.
type TaskManagerTransactorRaw struct {
	Contract *TaskManagerTransactor // Generic write-only contract binding to access the raw methods on
}

// NewTaskManager creates a new instance of TaskManager, bound to a specific deployed contract.
func NewTaskManager(address common.Address, backend bind.ContractBackend) (*TaskManager, error) {
	contract, err := bindTaskManager(address, backend, backend, backend)
	if err != nil {
		return nil, err
	}
	return &TaskManager{TaskManagerCaller: TaskManagerCaller{contract: contract}, TaskManagerTransactor: TaskManagerTransactor{contract: contract}, TaskManagerFilterer: TaskManagerFilterer{contract: contract}}, nil
}

// NewTaskManagerCaller creates a new read-only instance of TaskManager, bound to a specific deployed contract.
func NewTaskManagerCaller(address common.Address, caller bind.ContractCaller) (*TaskManagerCaller, error) {
	contract, err := bindTaskManager(address, caller, nil, nil)
	if err != nil {
		return nil, err
	}
	return &TaskManagerCaller{contract: contract}, nil
}

// NewTaskManagerTransactor creates a new write-only instance of TaskManager, bound to a specific deployed contract.
func NewTaskManagerTransactor(address common.Address, transactor bind.ContractTransactor) (*TaskManagerTransactor, error) {
	contract, err := bindTaskManager(address, nil, transactor, nil)
	if err != nil {
		return nil, err
	}
	return &TaskManagerTransactor{contract: contract}, nil
}

// NewTaskManagerFilterer creates a new log filterer instance of TaskManager, bound to a specific deployed contract.
func NewTaskManagerFilterer(address common.Address, filterer bind.ContractFilterer) (*TaskManagerFilterer, error) {
	contract, err := bindTaskManager(address, nil, nil, filterer)
	if err != nil {
		return nil, err
	}
	return &TaskManagerFilterer{contract: contract}, nil
}

// bindTaskManager binds a generic wrapper to an already deployed contract.
func bindTaskManager(address common.Address, caller bind.ContractCaller, transactor bind.ContractTransactor, filterer bind.ContractFilterer) (*bind.BoundContract, error) {
	parsed, err := TaskManagerMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return bind.NewBoundContract(address, *parsed, caller, transactor, filterer), nil
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_TaskManager *TaskManagerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _TaskManager.Contract.TaskManagerCaller.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_TaskManager *TaskManagerRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _TaskManager.Contract.TaskManagerTransactor.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_TaskManager *TaskManagerRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _TaskManager.Contract.TaskManagerTransactor.contract.Transact(opts, method, params...)
}

// Call invokes the (constant) contract method with params as input values and
// sets the output to result. The result type might be a single field for simple
// returns, a slice of interfaces for anonymous returns and a struct for named
// returns.
func (_TaskManager *TaskManagerCallerRaw) Call(opts *bind.CallOpts, result *[]interface{}, method string, params ...interface{}) error {
	return _TaskManager.Contract.contract.Call(opts, result, method, params...)
}

// Transfer initiates a plain transaction to move funds to the contract, calling
// its default method if one is available.
func (_TaskManager *TaskManagerTransactorRaw) Transfer(opts *bind.TransactOpts) (*types.Transaction, error) {
	return _TaskManager.Contract.contract.Transfer(opts)
}

// Transact invokes the (paid) contract method with params as input values.
func (_TaskManager *TaskManagerTransactorRaw) Transact(opts *bind.TransactOpts, method string, params ...interface{}) (*types.Transaction, error) {
	return _TaskManager.Contract.contract.Transact(opts, method, params...)
}

// GetTask is a free data retrieval call binding the contract method 0x1d65e77e.
//
// Solidity: function getTask(uint256 id) view returns((address,address,bytes32,uint64))
func (_TaskManager *TaskManagerCaller) GetTask(opts *bind.CallOpts, id *big.Int) (TaskManagerTask, error) {
	var out []interface{}
	err := _TaskManager.contract.Call(opts, &out, "getTask", id)

	if err != nil {
		return *new(TaskManagerTask), err
	}

	out0 := *abi.ConvertType(out[0], new(TaskManagerTask)).(*TaskManagerTask)

	return out0, err

}

// GetTask is a free data retrieval call binding the contract method 0x1d65e77e.
//
// Solidity: function getTask(uint256 id) view returns((address,address,bytes32,uint64))
func (_TaskManager *TaskManagerSession) GetTask(id *big.Int) (TaskManagerTask, error) {
	return _TaskManager.Contract.GetTask(&_TaskManager.CallOpts, id)
}

// GetTask is a free data retrieval call binding the contract method 0x1d65e77e.
//
// Solidity: function getTask(uint256 id) view returns((address,address,bytes32,uint64))
func (_TaskManager *TaskManagerCallerSession) GetTask(id *big.Int) (TaskManagerTask, error) {
	return _TaskManager.Contract.GetTask(&_TaskManager.CallOpts, id)
}

// PolicyCodeHash is a free data retrieval call binding the contract method 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (_TaskManager *TaskManagerCaller) PolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	var out []interface{}
	err := _TaskManager.contract.Call(opts, &out, "policyCodeHash")

	if err != nil {
		return *new([32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)

	return out0, err

}

// PolicyCodeHash is a free data retrieval call binding the contract method 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (_TaskManager *TaskManagerSession) PolicyCodeHash() ([32]byte, error) {
	return _TaskManager.Contract.PolicyCodeHash(&_TaskManager.CallOpts)
}

// PolicyCodeHash is a free data retrieval call binding the contract method 0x4ccf57fe.
//
// Solidity: function policyCodeHash() view returns(bytes32)
func (_TaskManager *TaskManagerCallerSession) PolicyCodeHash() ([32]byte, error) {
	return _TaskManager.Contract.PolicyCodeHash(&_TaskManager.CallOpts)
}

// TaskCount is a free data retrieval call binding the contract method 0xb6cb58a5.
//
// Solidity: function taskCount() view returns(uint256)
func (_TaskManager *TaskManagerCaller) TaskCount(opts *bind.CallOpts) (*big.Int, error) {
	var out []interface{}
	err := _TaskManager.contract.Call(opts, &out, "taskCount")

	if err != nil {
		return *new(*big.Int), err
	}

	out0 := *abi.ConvertType(out[0], new(*big.Int)).(**big.Int)

	return out0, err

}

// TaskCount is a free data retrieval call binding the contract method 0xb6cb58a5.
//
// Solidity: function taskCount() view returns(uint256)
func (_TaskManager *TaskManagerSession) TaskCount() (*big.Int, error) {
	return _TaskManager.Contract.TaskCount(&_TaskManager.CallOpts)
}

// TaskCount is a free data retrieval call binding the contract method 0xb6cb58a5.
//
// Solidity: function taskCount() view returns(uint256)
func (_TaskManager *TaskManagerCallerSession) TaskCount() (*big.Int, error) {
	return _TaskManager.Contract.TaskCount(&_TaskManager.CallOpts)
}

// TaskResponse is a free data retrieval call binding the contract method 0xa133b61f.
//
// Solidity: function taskResponse(uint256 id) view returns(bytes32)
func (_TaskManager *TaskManagerCaller) TaskResponse(opts *bind.CallOpts, id *big.Int) ([32]byte, error) {
	var out []interface{}
	err := _TaskManager.contract.Call(opts, &out, "taskResponse", id)

	if err != nil {
		return *new([32]byte), err
	}

	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)

	return out0, err

}

// TaskResponse is a free data retrieval call binding the contract method 0xa133b61f.
//
// Solidity: function taskResponse(uint256 id) view returns(bytes32)
func (_TaskManager *TaskManagerSession) TaskResponse(id *big.Int) ([32]byte, error) {
	return _TaskManager.Contract.TaskResponse(&_TaskManager.CallOpts, id)
}

// TaskResponse is a free data retrieval call binding the contract method 0xa133b61f.
//
// Solidity: function taskResponse(uint256 id) view returns(bytes32)
func (_TaskManager *TaskManagerCallerSession) TaskResponse(id *big.Int) ([32]byte, error) {
	return _TaskManager.Contract.TaskResponse(&_TaskManager.CallOpts, id)
}

// CreateTask is a paid mutator transaction binding the contract method 0xfb5871f0.
//
// Solidity: function createTask(address policy, bytes32 payload) returns(uint256 id)
func (_TaskManager *TaskManagerTransactor) CreateTask(opts *bind.TransactOpts, policy common.Address, payload [32]byte) (*types.Transaction, error) {
	return _TaskManager.contract.Transact(opts, "createTask", policy, payload)
}

// CreateTask is a paid mutator transaction binding the contract method 0xfb5871f0.
//
// Solidity: function createTask(address policy, bytes32 payload) returns(uint256 id)
func (_TaskManager *TaskManagerSession) CreateTask(policy common.Address, payload [32]byte) (*types.Transaction, error) {
	return _TaskManager.Contract.CreateTask(&_TaskManager.TransactOpts, policy, payload)
}

// CreateTask is a paid mutator transaction binding the contract method 0xfb5871f0.
//
// Solidity: function createTask(address policy, bytes32 payload) returns(uint256 id)
func (_TaskManager *TaskManagerTransactorSession) CreateTask(policy common.Address, payload [32]byte) (*types.Transaction, error) {
	return _TaskManager.Contract.CreateTask(&_TaskManager.TransactOpts, policy, payload)
}

// RespondToTask is a paid mutator transaction binding the contract method 0x0110c94d.
//
// Solidity: function respondToTask(uint256 id, bytes32 response, bytes32 codeHash) returns()
func (_TaskManager *TaskManagerTransactor) RespondToTask(opts *bind.TransactOpts, id *big.Int, response [32]byte, codeHash [32]byte) (*types.Transaction, error) {
	return _TaskManager.contract.Transact(opts, "respondToTask", id, response, codeHash)
}

// RespondToTask is a paid mutator transaction binding the contract method 0x0110c94d.
//
// Solidity: function respondToTask(uint256 id, bytes32 response, bytes32 codeHash) returns()
func (_TaskManager *TaskManagerSession) RespondToTask(id *big.Int, response [32]byte, codeHash [32]byte) (*types.Transaction, error) {
	return _TaskManager.Contract.RespondToTask(&_TaskManager.TransactOpts, id, response, codeHash)
}

// RespondToTask is a paid mutator transaction binding the contract method 0x0110c94d.
//
// Solidity: function respondToTask(uint256 id, bytes32 response, bytes32 codeHash) returns()
func (_TaskManager *TaskManagerTransactorSession) RespondToTask(id *big.Int, response [32]byte, codeHash [32]byte) (*types.Transaction, error) {
	return _TaskManager.Contract.RespondToTask(&_TaskManager.TransactOpts, id, response, codeHash)
}

// TaskManagerTaskCreatedIterator is returned from FilterTaskCreated and is used to iterate over the raw logs and unpacked data for TaskCreated events raised by the TaskManager contract.
type TaskManagerTaskCreatedIterator struct {
	Event *TaskManagerTaskCreated // Event containing the contract specifics and raw log

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
func (it *TaskManagerTaskCreatedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(TaskManagerTaskCreated)
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
		it.Event = new(TaskManagerTaskCreated)
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
func (it *TaskManagerTaskCreatedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *TaskManagerTaskCreatedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// TaskManagerTaskCreated represents a TaskCreated event raised by the TaskManager contract.
type TaskManagerTaskCreated struct {
	Id      *big.Int
	Policy  common.Address
	Payload [32]byte
	Raw     types.Log // Blockchain specific contextual infos
}

// FilterTaskCreated is a free log retrieval operation binding the contract event 0xe04e65a2f2de9844f70a34d2eba1e53ddadaad516fa4d8f5e02ee00df908ebef.
//
// Solidity: event TaskCreated(uint256 indexed id, address indexed policy, bytes32 payload)
func (_TaskManager *TaskManagerFilterer) FilterTaskCreated(opts *bind.FilterOpts, id []*big.Int, policy []common.Address) (*TaskManagerTaskCreatedIterator, error) {

	var idRule []interface{}
	for _, idItem := range id {
		idRule = append(idRule, idItem)
	}
	var policyRule []interface{}
	for _, policyItem := range policy {
		policyRule = append(policyRule, policyItem)
	}

	logs, sub, err := _TaskManager.contract.FilterLogs(opts, "TaskCreated", idRule, policyRule)
	if err != nil {
		return nil, err
	}
	return &TaskManagerTaskCreatedIterator{contract: _TaskManager.contract, event: "TaskCreated", logs: logs, sub: sub}, nil
}

// WatchTaskCreated is a free log subscription operation binding the contract event 0xe04e65a2f2de9844f70a34d2eba1e53ddadaad516fa4d8f5e02ee00df908ebef.
//
// Solidity: event TaskCreated(uint256 indexed id, address indexed policy, bytes32 payload)
func (_TaskManager *TaskManagerFilterer) WatchTaskCreated(opts *bind.WatchOpts, sink chan<- *TaskManagerTaskCreated, id []*big.Int, policy []common.Address) (event.Subscription, error) {

	var idRule []interface{}
	for _, idItem := range id {
		idRule = append(idRule, idItem)
	}
	var policyRule []interface{}
	for _, policyItem := range policy {
		policyRule = append(policyRule, policyItem)
	}

	logs, sub, err := _TaskManager.contract.WatchLogs(opts, "TaskCreated", idRule, policyRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(TaskManagerTaskCreated)
				if err := _TaskManager.contract.UnpackLog(event, "TaskCreated", log); err != nil {
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

// ParseTaskCreated is a log parse operation binding the contract event 0xe04e65a2f2de9844f70a34d2eba1e53ddadaad516fa4d8f5e02ee00df908ebef.
//
// Solidity: event TaskCreated(uint256 indexed id, address indexed policy, bytes32 payload)
func (_TaskManager *TaskManagerFilterer) ParseTaskCreated(log types.Log) (*TaskManagerTaskCreated, error) {
	event := new(TaskManagerTaskCreated)
	if err := _TaskManager.contract.UnpackLog(event, "TaskCreated", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}

// TaskManagerTaskRespondedIterator is returned from FilterTaskResponded and is used to iterate over the raw logs and unpacked data for TaskResponded events raised by the TaskManager contract.
type TaskManagerTaskRespondedIterator struct {
	Event *TaskManagerTaskResponded // Event containing the contract specifics and raw log

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
func (it *TaskManagerTaskRespondedIterator) Next() bool {
	// If the iterator failed, stop iterating
	if it.fail != nil {
		return false
	}
	// If the iterator completed, deliver directly whatever's available
	if it.done {
		select {
		case log := <-it.logs:
			it.Event = new(TaskManagerTaskResponded)
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
		it.Event = new(TaskManagerTaskResponded)
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
func (it *TaskManagerTaskRespondedIterator) Error() error {
	return it.fail
}

// Close terminates the iteration process, releasing any pending underlying
// resources.
func (it *TaskManagerTaskRespondedIterator) Close() error {
	it.sub.Unsubscribe()
	return nil
}

// TaskManagerTaskResponded represents a TaskResponded event raised by the TaskManager contract.
type TaskManagerTaskResponded struct {
	Id       *big.Int
	Operator common.Address
	Response [32]byte
	Raw      types.Log // Blockchain specific contextual infos
}

// FilterTaskResponded is a free log retrieval operation binding the contract event 0x531d046290d07d66a6b23580371161c2480b72441d39b258387471ea4b03d732.
//
// Solidity: event TaskResponded(uint256 indexed id, address indexed operator, bytes32 response)
func (_TaskManager *TaskManagerFilterer) FilterTaskResponded(opts *bind.FilterOpts, id []*big.Int, operator []common.Address) (*TaskManagerTaskRespondedIterator, error) {

	var idRule []interface{}
	for _, idItem := range id {
		idRule = append(idRule, idItem)
	}
	var operatorRule []interface{}
	for _, operatorItem := range operator {
		operatorRule = append(operatorRule, operatorItem)
	}

	logs, sub, err := _TaskManager.contract.FilterLogs(opts, "TaskResponded", idRule, operatorRule)
	if err != nil {
		return nil, err
	}
	return &TaskManagerTaskRespondedIterator{contract: _TaskManager.contract, event: "TaskResponded", logs: logs, sub: sub}, nil
}

// WatchTaskResponded is a free log subscription operation binding the contract event 0x531d046290d07d66a6b23580371161c2480b72441d39b258387471ea4b03d732.
//
// Solidity: event TaskResponded(uint256 indexed id, address indexed operator, bytes32 response)
func (_TaskManager *TaskManagerFilterer) WatchTaskResponded(opts *bind.WatchOpts, sink chan<- *TaskManagerTaskResponded, id []*big.Int, operator []common.Address) (event.Subscription, error) {

	var idRule []interface{}
	for _, idItem := range id {
		idRule = append(idRule, idItem)
	}
	var operatorRule []interface{}
	for _, operatorItem := range operator {
		operatorRule = append(operatorRule, operatorItem)
	}

	logs, sub, err := _TaskManager.contract.WatchLogs(opts, "TaskResponded", idRule, operatorRule)
	if err != nil {
		return nil, err
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		defer sub.Unsubscribe()
		for {
			select {
			case log := <-logs:
				// New log arrived, parse the event and forward to the user
				event := new(TaskManagerTaskResponded)
				if err := _TaskManager.contract.UnpackLog(event, "TaskResponded", log); err != nil {
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

// ParseTaskResponded is a log parse operation binding the contract event 0x531d046290d07d66a6b23580371161c2480b72441d39b258387471ea4b03d732.
//
// Solidity: event TaskResponded(uint256 indexed id, address indexed operator, bytes32 response)
func (_TaskManager *TaskManagerFilterer) ParseTaskResponded(log types.Log) (*TaskManagerTaskResponded, error) {
	event := new(TaskManagerTaskResponded)
	if err := _TaskManager.contract.UnpackLog(event, "TaskResponded", log); err != nil {
		return nil, err
	}
	event.Raw = log
	return event, nil
}
