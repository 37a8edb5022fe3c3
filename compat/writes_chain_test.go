package compat_test

import (
	"context"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatprobe"
	"github.com/compatlint/compatlint/compat/compattest"
	"github.com/compatlint/compatlint/internal/testchain"
)

// write is a transaction to a policy, with or without a gas limit of its own. Legacy sends nothing.
type write struct {
	chain      *testchain.Chain
	target     common.Address
	gasLimit   uint64
	probeFirst bool
}

func (w write) resolve(t *testing.T, gate *compat.Gate) (compat.Resolved[*types.Transaction], error) {
	if w.probeFirst {
		first := *gate
		first.Prober = compat.ProbeFirst(gate.Prober)
		gate = &first
	}
	contract := bind.NewBoundContract(w.target, testchain.ParseABI(t, policyABI), w.chain.Client, w.chain.Client, nil)
	return compat.BackwardCompat[*types.Transaction]{
		Feature: feature, GraceEnd: graceEnd, Target: w.target,
		New: func(ctx context.Context) (*types.Transaction, error) {
			opts := *w.chain.Opts
			opts.Context, opts.GasLimit = ctx, w.gasLimit
			return contract.Transact(&opts, "getPolicyCodeHash")
		},
		Legacy: func(context.Context) (*types.Transaction, error) { return nil, nil },
	}.Resolve(t.Context(), gate)
}

// A transaction to a legacy contract shows the miss when its gas is estimated, and otherwise not at all. ProbeFirst finds it
// before anything is sent.
func TestResolveTransactions(t *testing.T) { onChains(t, testTransactions) }

func testTransactions(t *testing.T, c *testchain.Chain) {
	prober, err := compatprobe.New(c.Client, map[compat.Feature][]string{feature: {"getPolicyCodeHash()"}}, compatprobe.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const (
		legacy   = "legacy, nothing sent"
		executed = "executed"
		failed   = "sent, failed on chain"
	)
	oldPolicy, newPolicy := c.Deploy(t, "EIP1967Proxy", c.Deploy(t, "PolicyV1")), c.Deploy(t, "PolicyV2")
	accepting := c.Deploy(t, "FallbackEmpty")
	const fixed = 200_000
	tests := []struct {
		name  string
		write write
		want  string
	}{
		{"old, estimated", write{target: oldPolicy}, legacy},
		{"old, fixed gas limit", write{target: oldPolicy, gasLimit: fixed}, failed},
		{"old, fixed gas limit, probed", write{target: oldPolicy, gasLimit: fixed, probeFirst: true}, legacy},
		{"old, estimated, probed", write{target: oldPolicy, probeFirst: true}, legacy},

		// The fallback takes the transaction, and nothing has happened: no error and no receipt tells.
		{"accepting fallback, estimated", write{target: accepting}, executed},
		{"accepting fallback, probed", write{target: accepting, probeFirst: true}, legacy},

		{"new, estimated", write{target: newPolicy}, executed},
		{"new, fixed gas limit", write{target: newPolicy, gasLimit: fixed}, executed},
		{"new, fixed gas limit, probed", write{target: newPolicy, gasLimit: fixed, probeFirst: true}, executed},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.write.chain = c
			recorder := &compattest.Recorder{}
			gate := &compat.Gate{Recorder: recorder, Prober: prober, Clock: compattest.On("2026-09-30").Now}
			got, err := test.write.resolve(t, gate)
			if err != nil {
				t.Fatal(err)
			}
			outcome := legacy
			if !got.Legacy {
				outcome = executed
				if receipt := c.Mine(t, got.Value); receipt.Status == types.ReceiptStatusFailed {
					outcome = failed
				}
			}
			if outcome != test.want || (recorder.Count(feature) == 1) != got.Legacy {
				t.Errorf("%s, %d detections recorded; want %s", outcome, recorder.Count(feature), test.want)
			}
		})
	}
	t.Run("refused before sending", func(t *testing.T) {
		gate := &compat.Gate{Strictness: compattest.Strict(feature), Prober: prober}
		before := nonce(t, c)
		var refused *compat.LegacyNotSupportedError
		_, err := write{chain: c, target: oldPolicy, gasLimit: fixed, probeFirst: true}.resolve(t, gate)
		if !errors.As(err, &refused) || nonce(t, c) != before {
			t.Errorf("error %v, want *LegacyNotSupportedError and nothing sent", err)
		}
	})
}

func nonce(t *testing.T, c *testchain.Chain) uint64 {
	t.Helper()
	n, err := c.Client.PendingNonceAt(t.Context(), c.Opts.From)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// With a prober, every case of reads is decided as it should be, also those that the error gets wrong.
func TestResolveWithProberOnChain(t *testing.T) { onChains(t, testWithProber) }

func testWithProber(t *testing.T, c *testchain.Chain) {
	prober, err := compatprobe.New(c.Client, map[compat.Feature][]string{feature: {"getPolicyCodeHash()"}}, compatprobe.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const (
		current = "new"
		legacy  = "legacy"
		refused = "error"
	)
	oldPolicy := c.Deploy(t, "PolicyV1")
	tests := []struct {
		name       string
		target     common.Address
		want       string
		probeFirst string
	}{
		{"old", oldPolicy, legacy, legacy},
		{"old behind a proxy", c.Deploy(t, "EIP1967Proxy", oldPolicy), legacy, legacy},
		{"fallback without a result", c.Deploy(t, "FallbackEmpty"), legacy, legacy},
		{"fallback with seven bytes", c.Deploy(t, "FallbackSevenBytes"), legacy, legacy},
		{"fallback with a word", c.Deploy(t, "FallbackWord"), current, legacy},     // no error: only ProbeFirst sees it
		{"fallback with a reason", c.Deploy(t, "FallbackReason"), refused, legacy}, // looks like a real revert
		{"diamond with a reason", c.Deploy(t, "DiamondWithReason"), refused, legacy},
		{"diamond with an error", c.Deploy(t, "DiamondWithError"), refused, legacy},
		{"new", c.Deploy(t, "PolicyV2"), current, current},
		{"new that returns zero", c.Deploy(t, "ReturnsZero"), current, current},
		{"new that reverts without a reason", c.Deploy(t, "RevertsEmpty"), refused, refused},
		{"new that asks an old one", c.Deploy(t, "Asks", oldPolicy), refused, refused},
		{"new that returns nothing", c.Deploy(t, "ReturnsNothing"), refused, refused},
		{"new that reverts with a reason", c.Deploy(t, "RevertsWithReason"), refused, refused},
		{"new that runs out of gas", c.Deploy(t, "OutOfGas"), refused, refused},
		{"no contract", common.HexToAddress("0xc0de0"), refused, refused},
	}
	policy := testchain.ParseABI(t, policyABI)
	gate := &compat.Gate{Prober: prober, Recorder: &compattest.Recorder{}, Clock: compattest.On("2026-09-30").Now}
	first := *gate
	first.Prober = compat.ProbeFirst(prober)
	for _, test := range tests {
		for probeFirst, want := range map[bool]string{false: test.want, true: test.probeFirst} {
			name, gate := test.name, gate
			if probeFirst {
				name, gate = name+", probed first", &first
			}
			t.Run(name, func(t *testing.T) {
				got, err := compat.BackwardCompat[struct{}]{
					Feature: feature, GraceEnd: graceEnd, Target: test.target,
					New: func(ctx context.Context) (struct{}, error) {
						return struct{}{}, ways[0].send(ctx, c.Client, policy, test.target)
					},
					Legacy: func(context.Context) (struct{}, error) { return struct{}{}, nil },
				}.Resolve(t.Context(), gate)
				outcome := current
				switch {
				case err != nil:
					outcome = refused
				case got.Legacy:
					outcome = legacy
				}
				if outcome != want {
					t.Errorf("%s (%v), want %s", outcome, err, want)
				}
			})
		}
	}
}
