// Package calldata builds and reads calldata by hand, for callers that have a connection but no binding of theirs.
//
// Reads that go through a generated reader belong to package chainio.
package calldata

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/policyv2"
)

// Caller is the one method of an Ethereum client that is needed here.
type Caller interface {
	CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error)
}

// BoundHash reads the code hash with the v2 binding and its bind.Call.
//
// Wrong: the packed selector goes out unguarded. It is one use, reported at the Pack call and not again at the Unpack.
func BoundHash(ctx context.Context, backend bind.ContractBackend, target common.Address) (common.Hash, error) {
	p := policyv2.NewNewtonPolicy()
	instance := p.Instance(backend, target)
	return bind.Call(instance, &bind.CallOpts{Context: ctx}, p.PackGetPolicyCodeHash(), p.UnpackGetPolicyCodeHash)
}

// SentHash packs with the v2 binding and sends the bytes itself.
//
// Wrong: the bytes hold the selector, whoever sends them.
func SentHash(ctx context.Context, c Caller, target common.Address) (common.Hash, error) {
	p := policyv2.NewNewtonPolicy()
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: p.PackGetPolicyCodeHash()}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return p.UnpackGetPolicyCodeHash(out)
}

// TriedHash is SentHash with the packing that returns its error.
//
// Wrong: there are two error checks, but the one on the packing says nothing about the chain and the one on the call
// does not ask what went wrong.
func TriedHash(ctx context.Context, c Caller, target common.Address) (common.Hash, error) {
	p := policyv2.NewNewtonPolicy()
	data, err := p.TryPackPolicyCodeHash()
	if err != nil {
		return common.Hash{}, fmt.Errorf("pack policyCodeHash: %w", err)
	}
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: data}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return p.UnpackPolicyCodeHash(out)
}

// PackedHash packs by the name of the method.
//
// Wrong: abi.ABI.Pack with a method's name is that method.
func PackedHash(ctx context.Context, c Caller, parsed abi.ABI, target common.Address) (common.Hash, error) {
	data, err := parsed.Pack("getPolicyCodeHash")
	if err != nil {
		return common.Hash{}, fmt.Errorf("pack getPolicyCodeHash: %w", err)
	}
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: data}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return common.BytesToHash(out), nil
}

// IndexedHash takes the selector out of the parsed ABI.
//
// Wrong: Methods["…"].ID is the selector, and it is sent.
func IndexedHash(ctx context.Context, c Caller, parsed abi.ABI, target common.Address) (common.Hash, error) {
	data := parsed.Methods["getPolicyCodeHash"].ID
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: data}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return common.BytesToHash(out), nil
}

// DeclaresHash says whether an ABI has the function.
//
// Right: a presence test sends nothing. It is no guard either: it asks the local ABI, not the contract.
func DeclaresHash(parsed abi.ABI) bool {
	_, ok := parsed.Methods["getPolicyCodeHash"]
	return ok
}
