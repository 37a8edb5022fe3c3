// Package calldata packs a call and sends it, or hands it on.
package calldata

import (
	"context"
	"io"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	bindv1 "github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"example.com/lint/bindings/policyv2"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type backend interface {
	CallContract(context.Context, ethereum.CallMsg) ([]byte, error)
	BatchCall([]rpc.BatchElem) error
}

type reader struct {
	policy   *policyv2.NewtonPolicy
	abi      abi.ABI
	instance *bind.BoundContract
	backend  backend
	gate     *compat.Gate
	target   common.Address
	pending  []byte
	queue    [][]byte
}

func (r *reader) bound(ctx context.Context) (hash, error) {
	value, err := bind.Call(r.instance, &bind.CallOpts{Context: ctx}, r.policy.PackGetPolicyCodeHash(), r.policy.UnpackGetPolicyCodeHash)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) boundUnguarded(ctx context.Context) (hash, error) {
	return bind.Call(r.instance, nil, r.policy.PackGetPolicyCodeHash(), r.policy.UnpackGetPolicyCodeHash) // want `\[directcall/unguarded\]`
}

func (r *reader) tried(ctx context.Context) (hash, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash()
	if err != nil {
		return hash{}, err
	}
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return hash{}, nil
	}
	if err != nil {
		return hash{}, err
	}
	return r.policy.UnpackGetPolicyCodeHash(out)
}

func (r *reader) triedUnclassified(ctx context.Context) (hash, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
	if err != nil {
		return hash{}, err
	}
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
	if err != nil {
		return hash{}, err
	}
	return r.policy.UnpackGetPolicyCodeHash(out)
}

func (r *reader) triedPackErrorClassified(ctx context.Context) ([]byte, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
}

func (r *reader) message(ctx context.Context) ([]byte, error) {
	msg := ethereum.CallMsg{Data: r.policy.PackGetPolicyCodeHash()}
	msg.To = &r.target
	out, err := r.backend.CallContract(ctx, msg)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, *msg.To)
		return nil, nil
	}
	return out, err
}

func (r *reader) messageFieldLeaks(ctx context.Context) ([]byte, error) {
	msg := ethereum.CallMsg{Data: r.policy.PackGetPolicyCodeHash()} // want `\[directcall/unguarded\]`
	r.pending = msg.Data
	out, err := r.backend.CallContract(ctx, msg)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	return out, err
}

func (r *reader) byName(ctx context.Context) ([]byte, error) {
	data, err := r.abi.Pack("getPolicyCodeHash")
	if err != nil {
		return nil, err
	}
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: append(data, 0)})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	return out, err
}

func (r *reader) byNameOnV1(ctx context.Context, c *bindv1.BoundContract) error {
	var out []any
	err := c.Call(&bindv1.CallOpts{Context: ctx}, &out, "policyCodeHash") // want `\[dualpath/strict-not-asked\]`
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) returned() []byte {
	return r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
}

func (r *reader) stored() {
	r.pending = r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
}

func (r *reader) appended() {
	r.queue = append(r.queue, r.policy.PackGetPolicyCodeHash()) // want `\[directcall/unguarded\]`
}

func (r *reader) sent(to chan<- []byte) {
	to <- r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
}

func (r *reader) variableReturned() []byte {
	data := r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
	return data
}

func (r *reader) inClosure(ctx context.Context) func() error {
	data := r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
	return func() error {
		_, err := r.backend.CallContract(ctx, ethereum.CallMsg{Data: data})
		return err
	}
}

// thrownAway sends nothing, but to pack is a use, and no error is there to tell anything.
func (r *reader) thrownAway() int {
	data := r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
	return len(data)
}

func (r *reader) written(to io.Writer) error {
	_, err := to.Write(r.policy.PackGetPolicyCodeHash()) // want `\[directcall/unguarded\]`
	return err
}

// batch classifies the error of the transport, which says nothing about the elements.
func (r *reader) batch(ctx context.Context) error {
	elements := []rpc.BatchElem{{Method: "eth_call", Args: []any{map[string]any{"data": r.policy.PackGetPolicyCodeHash()}}}} // want `\[directcall/unguarded\]`
	err := r.backend.BatchCall(elements)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) multicall(ctx context.Context, aggregate func([][]byte) error) error {
	err := aggregate([][]byte{r.policy.PackGetPolicyCodeHash()}) // want `\[directcall/unguarded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) behindGate(ctx context.Context) []byte {
	if !r.gate.IsStrict(ctx, feature) {
		return nil
	}
	return r.policy.PackGetPolicyCodeHash()
}

func (r *reader) inWrapper(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{
		Feature: feature, GraceEnd: "2026-10-01",
		New: func(context.Context) (hash, error) {
			return bind.Call(r.instance, nil, r.policy.PackGetPolicyCodeHash(), r.policy.UnpackGetPolicyCodeHash)
		},
		Legacy: func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(ctx, r.gate)
}

// selector is sent where the variable is mentioned.
var selector = []byte{0xe9, 0x98, 0xa0, 0x88}

func (r *reader) literal(ctx context.Context) ([]byte, error) {
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: selector})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	return out, err
}

func (r *reader) literalUnguarded(ctx context.Context) ([]byte, error) {
	return r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: common.FromHex("0x4ccf57fe")}) // want `\[directcall/unguarded\]`
}
