package compat_test

import (
	"context"
	"errors"
	"math/big"
	"testing"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

// A way sends getPolicyCodeHash() to an address, as services do, and returns the error of it.
type way struct {
	name string
	send func(ctx context.Context, c *chain, policy abi.ABI, target common.Address) error
}

var ways = []way{
	{"v1 call", func(ctx context.Context, c *chain, policy abi.ABI, target common.Address) error {
		var out []any
		opts := &bind.CallOpts{Context: ctx}
		return bind.NewBoundContract(target, policy, c.client, nil, nil).Call(opts, &out, "getPolicyCodeHash")
	}},
	{"v2 call", func(ctx context.Context, c *chain, policy abi.ABI, target common.Address) error {
		data, err := policy.Pack("getPolicyCodeHash")
		if err != nil {
			return err
		}
		contract := bindv2.NewBoundContract(target, policy, c.client, nil, nil)
		_, err = bindv2.Call(contract, &bindv2.CallOpts{Context: ctx}, data, func(answer []byte) (any, error) {
			return policy.Unpack("getPolicyCodeHash", answer)
		})
		return err
	}},
}

func TestIsSelectorMissOnChain(t *testing.T) {
	c := newChain(t)
	oldPolicy, newPolicy := c.deploy(t, "PolicyV1"), c.deploy(t, "PolicyV2")
	reverts := c.deploy(t, "RevertsWithError")
	noCode := common.HexToAddress("0x00000000000000000000000000000000000c0de0")

	type outcome struct {
		fails bool
		miss  bool
	}
	var (
		ok    = outcome{}
		miss  = outcome{fails: true, miss: true}
		other = outcome{fails: true}
	)
	tests := []struct {
		name   string
		target common.Address
		want   outcome
	}{
		{"missing, direct", oldPolicy, miss},
		{"missing, EIP-1967 proxy", c.deploy(t, "EIP1967Proxy", oldPolicy), miss},
		{"missing, beacon proxy", c.deploy(t, "BeaconProxy", c.deploy(t, "Beacon", oldPolicy)), miss},
		{"missing, EIP-1167 clone", c.deploy(t, "EIP1167Clone", oldPolicy), miss},
		{"missing, clone of a proxy", c.deploy(t, "EIP1167Clone", c.deploy(t, "EIP1967Proxy", oldPolicy)), miss},
		{"missing, fallback without a result", c.deploy(t, "FallbackEmpty"), miss},
		{"missing, fallback with seven bytes", c.deploy(t, "FallbackSevenBytes"), miss},
		{"missing, proxy to an address without code", c.deploy(t, "EIP1967Proxy", noCode), miss},

		// No error shows these: the first is why a clean answer proves nothing, the others look like real reverts.
		{"missing, fallback with a word", c.deploy(t, "FallbackWord"), ok},
		{"missing, fallback with a reason", c.deploy(t, "FallbackReason"), other},
		{"missing, diamond with a reason", c.deploy(t, "DiamondWithReason"), other},
		{"missing, diamond with a custom error", c.deploy(t, "DiamondWithError"), other},

		// These have the selector and look like a miss, which is what a Prober is for.
		{"present, empty revert", c.deploy(t, "RevertsEmpty"), miss},
		{"present, missing one call further down", c.deploy(t, "Asks", oldPolicy), miss},
		{"present, returns nothing", c.deploy(t, "ReturnsNothing"), miss},

		{"present", newPolicy, ok},
		{"present, EIP-1967 proxy", c.deploy(t, "EIP1967Proxy", newPolicy), ok},
		{"present, beacon proxy", c.deploy(t, "BeaconProxy", c.deploy(t, "Beacon", newPolicy)), ok},
		{"present, EIP-1167 clone", c.deploy(t, "EIP1167Clone", newPolicy), ok},
		{"present, returns zero", c.deploy(t, "ReturnsZero"), ok},
		{"present, one call further down", c.deploy(t, "Asks", newPolicy), ok},
		{"present, revert with a reason", c.deploy(t, "RevertsWithReason"), other},
		{"present, custom error", reverts, other},
		{"present, custom error through a proxy", c.deploy(t, "EIP1967Proxy", reverts), other},
		{"present, panic", c.deploy(t, "Panics"), other},
		{"present, invalid opcode", c.deploy(t, "InvalidOpcode"), other},
		{"present, out of gas", c.deploy(t, "OutOfGas"), other},
		{"address without code", noCode, other},
	}
	policy := parseABI(t, policyABI)
	for _, way := range ways {
		for _, test := range tests {
			t.Run(way.name+"/"+test.name, func(t *testing.T) {
				err := way.send(t.Context(), c, policy, test.target)
				got := outcome{fails: err != nil, miss: compat.IsSelectorMiss(err)}
				if got != test.want {
					t.Errorf("error %v: got %+v, want %+v", err, got, test.want)
				}
			})
		}
	}
}

// A selector that stayed while its results changed is no miss: legacy would hide the change.
func TestIsSelectorMissChangedShape(t *testing.T) {
	c := newChain(t)
	shapes := c.deploy(t, "ShapesV1")
	results := map[string]string{ // what the newer implementation returns
		"claim":    "uint32,address,address,uint128,bytes32,uint128,uint128",
		"gameType": "uint32",
		"paused":   "bool",
		"members":  "address[]",
	}
	for method, types := range results {
		t.Run(method, func(t *testing.T) {
			signature, err := abi.ParseSelector(method + "(" + types + ")") // the types as inputs, to have them parsed
			if err != nil {
				t.Fatal(err)
			}
			outputs := make(abi.Arguments, len(signature.Inputs))
			for i, input := range signature.Inputs {
				typ, err := abi.NewType(input.Type, "", nil)
				if err != nil {
					t.Fatal(err)
				}
				outputs[i] = abi.Argument{Type: typ}
			}
			parsed := abi.ABI{Methods: map[string]abi.Method{
				method: abi.NewMethod(method, method, abi.Function, "view", false, false, nil, outputs),
			}}
			var out []any
			err = bind.NewBoundContract(shapes, parsed, c.client, nil, nil).Call(&bind.CallOpts{Context: t.Context()}, &out, method)
			if err == nil || compat.IsSelectorMiss(err) {
				t.Errorf("error %v: want one that is no selector miss", err)
			}
		})
	}
}

func TestIsSelectorMissOtherRequests(t *testing.T) {
	c := newChain(t)
	oldPolicy := c.deploy(t, "PolicyV1")
	policy := parseABI(t, policyABI)
	contract := bind.NewBoundContract(oldPolicy, policy, c.client, c.client, nil)
	calldata := policy.Methods["getPolicyCodeHash"].ID

	t.Run("estimate of gas", func(t *testing.T) {
		_, err := c.client.EstimateGas(t.Context(), ethereum.CallMsg{To: &oldPolicy, Data: calldata})
		wantMiss(t, err, true)
	})
	t.Run("transaction without a gas limit", func(t *testing.T) {
		_, err := contract.Transact(c.opts, "getPolicyCodeHash")
		wantMiss(t, err, true)
	})
	t.Run("unknown block", func(t *testing.T) {
		opts := &bind.CallOpts{Context: t.Context(), BlockNumber: big.NewInt(1_000_000)}
		wantMiss(t, contract.Call(opts, new([]any), "getPolicyCodeHash"), false)
	})
	t.Run("block before the deployment", func(t *testing.T) {
		opts := &bind.CallOpts{Context: t.Context(), BlockNumber: new(big.Int)}
		err := contract.Call(opts, new([]any), "getPolicyCodeHash")
		if !errors.Is(err, bind.ErrNoCode) {
			t.Errorf("error %v, want bind.ErrNoCode", err)
		}
		wantMiss(t, err, false)
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err := contract.Call(&bind.CallOpts{Context: ctx}, new([]any), "getPolicyCodeHash")
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want context.Canceled", err)
		}
		wantMiss(t, err, false)
	})
}

// wantMiss checks the verdict on an error that must not be nil.
func wantMiss(t *testing.T, err error, want bool) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	if got := compat.IsSelectorMiss(err); got != want {
		t.Errorf("IsSelectorMiss(%v) = %t, want %t", err, got, want)
	}
}
