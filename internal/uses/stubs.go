package uses

import (
	"go/ast"
	"go/parser"
	"go/types"
	"strings"

	"github.com/compatlint/compatlint/internal/bindings"
)

const gethPath = "github.com/ethereum/go-ethereum"

// stubs declare what go-ethereum and the standard library have for calling contracts by name, and for holding what does. They stand in for the
// packages themselves, whose source is not the user's own. Parameters that nothing depends on are of any type.
var stubs = map[string]string{
	gethPath: `package ethereum
type CallMsg struct{ Data []byte }
type ContractCaller interface { CallContract(ctx any, call CallMsg, block any) ([]byte, error) }
type PendingContractCaller interface { PendingCallContract(ctx any, call CallMsg) ([]byte, error) }`,

	abiPath: `package abi
type Argument struct{ Name string }
type Arguments []Argument
func (Arguments) Pack(args ...any) ([]byte, error)
func (Arguments) Unpack(data []byte) ([]any, error)
func (Arguments) UnpackValues(data []byte) ([]any, error)
func (Arguments) Copy(v any, values []any) error
type Method struct {
	Name, RawName, StateMutability, Sig string
	Constant, Payable bool
	Inputs, Outputs Arguments
	ID []byte
}
func (Method) String() string
func (Method) IsConstant() bool
func (Method) IsPayable() bool
type ABI struct {
	Constructor Method
	Methods map[string]Method
}
func JSON(reader any) (ABI, error)
func (ABI) Pack(name string, args ...any) ([]byte, error)
func (ABI) Unpack(name string, data []byte) ([]any, error)
func (ABI) UnpackIntoInterface(v any, name string, data []byte) error
func (ABI) UnpackIntoMap(v map[string]any, name string, data []byte) error
func (*ABI) MethodById(id []byte) (*Method, error)`,

	bindPath: `package bind
import (
	"github.com/ethereum/go-ethereum/accounts/abi"
	v2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
)
type (
	CallOpts = v2.CallOpts
	TransactOpts = v2.TransactOpts
	MetaData = v2.MetaData
	BoundContract = v2.BoundContract
	ContractCaller = v2.ContractCaller
	PendingContractCaller = v2.PendingContractCaller
	ContractBackend = v2.ContractBackend
)
func NewBoundContract(address any, abi abi.ABI, caller, transactor, filterer any) *BoundContract`,

	bindV2Path: `package bind
import (
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"
)
type CallOpts struct{ Pending bool }
type TransactOpts struct{ NoSend bool }
type MetaData struct{ ABI, Bin, ID string }
func (*MetaData) GetAbi() (*abi.ABI, error)
func (*MetaData) ParseABI() (*abi.ABI, error)
type ContractCaller interface {
	CodeAt(ctx, contract, block any) ([]byte, error)
	CallContract(ctx any, call ethereum.CallMsg, block any) ([]byte, error)
}
type PendingContractCaller interface {
	PendingCodeAt(ctx, contract any) ([]byte, error)
	PendingCallContract(ctx any, call ethereum.CallMsg) ([]byte, error)
}
type ContractBackend interface { ContractCaller }
type BoundContract struct{}
func NewBoundContract(address any, abi abi.ABI, caller, transactor, filterer any) *BoundContract
func (*BoundContract) Call(opts *CallOpts, results *[]any, method string, params ...any) error
func (*BoundContract) CallRaw(opts *CallOpts, input []byte) ([]byte, error)
func (*BoundContract) Transact(opts *TransactOpts, method string, params ...any) (*types.Transaction, error)
func (*BoundContract) RawTransact(opts *TransactOpts, calldata []byte) (*types.Transaction, error)`,

	gethPath + "/core/types": `package types
type Transaction struct{}
func NewTx(inner any) *Transaction
func NewTransaction(nonce, to, amount, gas, price, data any) *Transaction`,

	gethPath + "/ethclient": `package ethclient
import "github.com/ethereum/go-ethereum"
type Client struct{}
func Dial(url string) (*Client, error)
func DialContext(ctx any, url string) (*Client, error)
func NewClient(c any) *Client
func (*Client) CallContract(ctx any, call ethereum.CallMsg, block any) ([]byte, error)
func (*Client) CallContractAtHash(ctx any, call ethereum.CallMsg, hash any) ([]byte, error)
func (*Client) PendingCallContract(ctx any, call ethereum.CallMsg) ([]byte, error)`,

	"sync": `package sync
func OnceValue[T any](f func() T) func() T
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2)`,

	"sync/atomic": `package atomic
type Pointer[T any] struct{}
func (*Pointer[T]) Load() *T
func (*Pointer[T]) Swap(new *T) *T`,
}

// stub returns the stand-in for a package that is not read from source.
func (s *Sources) stub(path string) (*types.Package, bool) {
	if pkg, ok := s.stubs[path]; ok {
		return pkg, true
	}
	text, ok := stubs[path]
	if !ok {
		return nil, false
	}
	file, err := parser.ParseFile(s.fset, path+"/stub.go", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, false
	}
	config := &types.Config{Importer: s, Error: func(error) {}} // functions have no bodies, which is an error each
	pkg, _ := config.Check(path, s.fset, []*ast.File{file}, nil)
	s.stubs[path] = pkg
	return pkg, true
}

// isAbigenRaw reports whether an object is the Call or Transact of a binding's XRaw type. Those of registered contracts take names by
// themselves, and nobody else's are asked.
func isAbigenRaw(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Name() != "Call" && fn.Name() != "Transact" {
		return false
	}
	named := bindings.Receiver(fn)
	if named == nil {
		return false
	}
	base, ok := strings.CutSuffix(named.Obj().Name(), "Raw")
	if !ok {
		return false
	}
	base = strings.TrimSuffix(strings.TrimSuffix(base, "Caller"), "Transactor")
	scope := fn.Pkg().Scope()
	return scope.Lookup(base+"MetaData") != nil || scope.Lookup(base+"ABI") != nil
}
