// Package remote knows the contract by an interface alone: it imports no binding of it.
package remote

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	other "example.com/lint/directcall/interfaces"
)

// A Policy is satisfied elsewhere.
type Policy interface {
	Owner(opts *bind.CallOpts) (common.Address, error)
	GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error)
	SetMetadataCid(opts *bind.TransactOpts, cid string) (*types.Transaction, error)
	PackGetPolicyCodeHash() []byte
	TryPackSetMetadataCid(cid string) ([]byte, error)
}

// Call is found by name and signature.
func Call(p Policy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Send too.
func Send(p Policy, opts *bind.TransactOpts) (*types.Transaction, error) {
	return p.SetMetadataCid(opts, "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// Encode too.
func Encode(p Policy) ([]byte, error) {
	_ = p.PackGetPolicyCodeHash()         // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	return p.TryPackSetMetadataCid("cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// Plain is not registered.
func Plain(p Policy, opts *bind.CallOpts) (common.Address, error) { return p.Owner(opts) }

// Imported calls another package's interface.
func Imported(r other.PolicyReader, opts *bind.CallOpts) ([32]byte, error) {
	return r.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A Store has the shape of a session's, and there is no session in sight.
type Store interface{ GetMetadataCid() (string, error) }

// Title asks a store.
func Title(s Store) (string, error) { return s.GetMetadataCid() }

// Instance is an instance of a generic interface.
type Instance[T any] interface {
	GetPolicyCodeHash(opts *bind.CallOpts) (T, error)
}

// Hash has the binding's signature once it is instantiated, and Name has not.
func Hash(i Instance[[32]byte]) ([32]byte, error) {
	return i.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func Name(i Instance[string]) (string, error) { return i.GetPolicyCodeHash(nil) }
