package compat_test

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
	"github.com/compatlint/compatlint/internal/testchain"
)

const registryABI = `[{"type":"function","name":"setStrictnessFlag","inputs":[{"name":"feature","type":"bytes32"},
{"name":"enabled","type":"bool"}],"outputs":[],"stateMutability":"nonpayable"}]`

// The registry of package contracts, read by the cache: off, on, off again.
func TestCacheOnChain(t *testing.T) { onChains(t, testCacheOnChain) }

func testCacheOnChain(t *testing.T, c *testchain.Chain) {
	registry := c.Deploy(t, "StrictnessRegistry", c.Opts.From)
	contract := bind.NewBoundContract(registry, testchain.ParseABI(t, registryABI), c.Client, c.Client, nil)
	cache := onChain(t, c, c.ChainID(t), registry, nil)
	for _, strict := range []bool{false, true, false} {
		tx, err := contract.Transact(c.Opts, "setStrictnessFlag", crypto.Keccak256Hash([]byte(feature)), strict)
		if err != nil {
			t.Fatal(err)
		}
		c.Mine(t, tx)
		if got, err := cache.IsStrict(t.Context(), c.ChainID(t), feature); err != nil || got != strict {
			t.Errorf("IsStrict = %t, %v; want %t", got, err, strict)
		}
		if got, err := cache.IsStrict(t.Context(), c.ChainID(t), "other"); err != nil || got {
			t.Errorf("IsStrict of another feature = %t, %v", got, err)
		}
	}
}

// onChain returns a cache whose values are due at once.
func onChain(t *testing.T, c *testchain.Chain, chainID uint64, registry common.Address, observer compat.CacheObserver) *compat.StrictnessCache {
	t.Helper()
	cache, err := compat.NewStrictnessCache([]compat.StrictnessRegistry{{ChainID: chainID, Address: registry, Client: c.Client}},
		compat.StrictnessOptions{Interval: 1, Logger: discard(), Observer: observer})
	if err != nil {
		t.Fatal(err)
	}
	return cache
}

func TestCacheFailuresOnChain(t *testing.T) { onChains(t, testCacheFailures) }

func testCacheFailures(t *testing.T, c *testchain.Chain) {
	id := c.ChainID(t)
	registry := c.Deploy(t, "StrictnessRegistry", c.Opts.From)
	tests := []struct {
		name     string
		chainID  uint64
		registry common.Address
		want     compat.ReadFailure
	}{
		{"no contract", id, common.HexToAddress("0xc0de0"), compat.FailureNoContract},
		{"contract without the function", id, c.Deploy(t, "PolicyV1"), compat.FailureWrongContract},
		{"proxy of nothing", id, c.Deploy(t, "EIP1967Proxy", common.HexToAddress("0xc0de0")), compat.FailureWrongContract},
		{"fallback without a result", id, c.Deploy(t, "FallbackEmpty"), compat.FailureWrongContract},
		{"fallback with a word", id, c.Deploy(t, "FallbackWord"), compat.FailureWrongContract},
		{"fallback with a reason", id, c.Deploy(t, "FallbackReason"), compat.FailureWrongContract},
		{"fallback that uses up the gas", id, c.DeployCode(t, common.FromHex("63ffffffff5f20")), compat.FailureWrongContract}, // at once
		{"fallback with an invalid opcode", id, c.DeployCode(t, []byte{0xfe}), compat.FailureWrongContract},
		{"other chain", id + 1, registry, compat.FailureWrongChain},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			observer := &compattest.Observer{}
			_, err := onChain(t, c, test.chainID, test.registry, observer).IsStrict(t.Context(), test.chainID, feature)
			var read *compat.StrictnessReadError
			if !errors.As(err, &read) || read.Reason != test.want || observer.Failures()[test.want] != 1 {
				t.Errorf("error %v, told %v; want %s", err, observer.Failures(), test.want)
			}
		})
	}
}
