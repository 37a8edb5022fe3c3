package chainio

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/policy"
)

// methodCodeHash is the getter of the public variable. A package variable that is set once and never again is as good
// as a constant.
var methodCodeHash = "policyCodeHash"

// BoundCodeHash reads the hash by the name of the method, without the generated reader.
//
// Wrong: a method named by a string is a use like the generated method.
func (c *Client) BoundCodeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	parsed, err := policy.NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return common.Hash{}, fmt.Errorf("policy abi: %w", err)
	}
	contract := bind.NewBoundContract(target, *parsed, c.backend, c.backend, c.backend)
	var out []any
	if err := contract.Call(&bind.CallOpts{Context: ctx}, &out, "getPolicyCodeHash"); err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return asHash(out)
}

// RawCodeHash reads the hash through the binding's raw type.
//
// Wrong: the raw type sends the same selector; the name in methodCodeHash does not change that.
func (c *Client) RawCodeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := c.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	raw := policy.NewtonPolicyCallerRaw{Contract: p}
	var out []any
	if err := raw.Call(&bind.CallOpts{Context: ctx}, &out, methodCodeHash); err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return asHash(out)
}

// SessionCodeHash reads the hash in a session that pins the pending state.
//
// Wrong: a session's methods are the binding's methods with the options filled in.
func (c *Client) SessionCodeHash(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := c.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	session := policy.NewtonPolicyCallerSession{Contract: p, CallOpts: bind.CallOpts{Context: ctx, Pending: true}}
	return session.PolicyCodeHash()
}

func asHash(out []any) (common.Hash, error) {
	if len(out) != 1 {
		return common.Hash{}, fmt.Errorf("policy returned %d values, want one bytes32", len(out))
	}
	hash, ok := out[0].([32]byte)
	if !ok {
		return common.Hash{}, errors.New("policy returned something that is not a bytes32")
	}
	return hash, nil
}
