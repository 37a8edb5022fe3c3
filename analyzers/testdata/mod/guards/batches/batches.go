// Package batches packs calls and sends several of them together: each element has its own error or success bit, and the transport's says
// nothing of any.
package batches

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"example.com/lint/bindings/policyv2"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type backend interface {
	CallContract(context.Context, ethereum.CallMsg) ([]byte, error)
	BatchCall([]rpc.BatchElem) error
}

// A call and a result as Multicall3 has them.
type (
	call struct {
		Target       common.Address
		AllowFailure bool
		CallData     []byte
	}
	result struct {
		Success    bool
		ReturnData []byte
	}
	aggregator interface {
		Aggregate([]call) ([]result, error)
	}
)

type reader struct {
	policy  *policyv2.NewtonPolicy
	abi     abi.ABI
	backend backend
	multi   aggregator
	gate    *compat.Gate
	target  common.Address
}

// One call

func (r *reader) packed(ctx context.Context) ([]byte, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash()
	if err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	msg := ethereum.CallMsg{To: &r.target, Data: data}
	out, err := r.backend.CallContract(ctx, msg)
	switch {
	case err == nil:
		return out, nil
	case !compat.IsSelectorMiss(err):
		return nil, fmt.Errorf("call: %w", err)
	case r.gate.IsStrict(ctx, feature):
		return nil, &compat.LegacyNotSupportedError{Feature: feature, Target: r.target, Err: err}
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil, nil
}

func (r *reader) packedWithoutFlag(ctx context.Context) ([]byte, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash() // want `\[dualpath/strict-not-asked\]`
	if err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	msg := ethereum.CallMsg{To: &r.target, Data: data}
	out, err := r.backend.CallContract(ctx, msg)
	switch {
	case err == nil:
		return out, nil
	case !compat.IsSelectorMiss(err):
		return nil, fmt.Errorf("call: %w", err)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return nil, nil
}

func (r *reader) byName(ctx context.Context) ([]byte, error) {
	data, err := r.abi.Pack("getPolicyCodeHash")
	if err != nil {
		return nil, err
	}
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
	if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
		return nil, err
	}
	if err != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return out, nil
}

func (r *reader) byNameUnrecorded(ctx context.Context) ([]byte, error) {
	data, err := r.abi.Pack("getPolicyCodeHash") // want `\[dualpath/not-recorded\]`
	if err != nil {
		return nil, err
	}
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
	if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
		return nil, err
	}
	return out, nil
}

// In two calls both count.
func (r *reader) sentTwice(ctx context.Context) ([]byte, error) {
	data := r.policy.PackGetPolicyCodeHash() // want `\[directcall/unguarded\]`
	if _, err := r.backend.CallContract(ctx, ethereum.CallMsg{Data: data}); err != nil {
		return nil, err
	}
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
	if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
		return nil, err
	}
	if err != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return out, nil
}

// A sender of the package's own hands on its call's error.
func (r *reader) send(ctx context.Context, data []byte) ([]byte, error) {
	out, err := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: data})
	if err != nil {
		return nil, fmt.Errorf("send: %w", err)
	}
	return out, nil
}

func (r *reader) bySender(ctx context.Context) ([]byte, error) {
	out, err := r.send(ctx, r.policy.PackGetPolicyCodeHash())
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	return out, err
}

func (r *reader) bySenderUnclassified(ctx context.Context) ([]byte, error) {
	return r.send(ctx, r.policy.PackGetPolicyCodeHash()) // want `send it in compat\.BackwardCompat\.New, classify the error of the call that sends it .*\[directcall/unguarded\]`
}

// Batches of JSON-RPC

// The error of an element is not followed, so a batch needs a gate, a wrapper or a duty.
func (r *reader) element(ctx context.Context) ([]byte, error) {
	var out hexutil.Bytes
	batch := []rpc.BatchElem{{
		Method: "eth_call", Result: &out,
		Args: []any{map[string]any{"to": r.target, "data": hexutil.Bytes(r.policy.PackGetPolicyCodeHash())}, "latest"}, // want `\[directcall/unguarded\]`
	}}
	if err := r.backend.BatchCall(batch); err != nil {
		return nil, err
	}
	err := batch[0].Error
	if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
		return nil, err
	}
	if err != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return out, nil
}

func (r *reader) transport(ctx context.Context) ([]byte, error) {
	var out hexutil.Bytes
	batch := []rpc.BatchElem{{
		Method: "eth_call", Result: &out,
		Args: []any{map[string]any{"to": r.target, "data": hexutil.Bytes(r.policy.PackGetPolicyCodeHash())}, "latest"}, // want `\[directcall/unguarded\]`
	}}
	err := r.backend.BatchCall(batch)
	if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
		return nil, err
	}
	if err != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return out, nil
}

// Multicalls with a success bit

var errFailed = errors.New("call failed")

func (r *reader) successBit(ctx context.Context) ([]byte, error) {
	results, err := r.multi.Aggregate([]call{{r.target, true, r.policy.PackGetPolicyCodeHash()}}) // want `\[directcall/unguarded\]`
	if err != nil {
		return nil, err
	}
	if !results[0].Success { // any failure, out of gas too
		return nil, nil
	}
	return results[0].ReturnData, nil
}

func (r *reader) aggregatesUnderGate(ctx context.Context) ([]result, error) {
	if !r.gate.IsStrict(ctx, feature) {
		return nil, errFailed
	}
	return r.multi.Aggregate([]call{{r.target, true, r.policy.PackGetPolicyCodeHash()}})
}

func (r *reader) aggregatesUnderGateInverted(ctx context.Context) ([]result, error) {
	if r.gate.IsStrict(ctx, feature) {
		return nil, errFailed
	}
	return r.multi.Aggregate([]call{{r.target, true, r.policy.PackGetPolicyCodeHash()}}) // want `\[directcall/unguarded\]`
}

// Calldata that leaves the function

//compat:requires policy_code_hash
func (r *reader) calls() ([]call, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash()
	if err != nil {
		return nil, err
	}
	return []call{{r.target, true, data}}, nil
}

func (r *reader) callsWithoutDuty() ([]call, error) {
	data, err := r.policy.TryPackGetPolicyCodeHash() // want `or annotate reader\.callsWithoutDuty with //compat:requires policy_code_hash \[directcall/unguarded\]`
	if err != nil {
		return nil, err
	}
	return []call{{r.target, true, data}}, nil
}

func (r *reader) appends(ctx context.Context, to []call) []call {
	if r.gate.IsStrict(ctx, feature) {
		to = append(to, call{r.target, true, r.policy.PackGetPolicyCodeHash()})
	}
	return to
}

func (r *reader) appendsAlways(ctx context.Context, to []call) []call {
	if r.gate != nil {
		to = append(to, call{r.target, true, r.policy.PackGetPolicyCodeHash()}) // want `\[directcall/unguarded\]`
	}
	return to
}
