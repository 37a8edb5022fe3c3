package main

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/internal/fork"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

// A stage plays a fork: it is the chain itself, which sends transactions of the owner without a signature.
type stage struct {
	impersonated common.Address
	unreliable   error
	closed       int
}

func (s *stage) Impersonate(_ context.Context, address common.Address) error {
	s.impersonated = address
	return nil
}

func (s *stage) Err(context.Context) error { return s.unreliable }

func (s *stage) Close() error {
	s.closed++
	return nil
}

// unsigned answers eth_sendTransaction with the owner's signature.
func (f *flagScene) unsigned(t *testing.T) func(nodetest.Call) (nodetest.Message, bool) {
	key, chainID := f.ownerKey(t), f.chainID(t)
	return func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method != "eth_sendTransaction" {
			return nodetest.Message{}, false
		}
		var message struct {
			To   common.Address
			Gas  hexutil.Uint64
			Data hexutil.Bytes
		}
		if err := json.Unmarshal(c.Params[0], &message); err != nil {
			t.Error(err)
		}
		raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(chainID), &types.DynamicFeeTx{
			ChainID: chainID, GasFeeCap: big.NewInt(10e9), GasTipCap: big.NewInt(1e9), Gas: uint64(message.Gas), To: &message.To, Data: message.Data,
		}).MarshalBinary()
		if err != nil {
			t.Error(err)
		}
		text, err := json.Marshal(hexutil.Bytes(raw))
		if err != nil {
			t.Error(err)
		}
		return f.bridge.forward(t.Context(), nodetest.Call{ID: c.ID, Method: "eth_sendRawTransaction", Params: []json.RawMessage{text}}), true
	}
}

func TestDryRun(t *testing.T) {
	reverts := func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Error: &nodetest.Error{Code: 3, Message: "execution reverted", Data: "0x12345678"}}, c.Method == "eth_estimateGas"
	}
	tests := []struct {
		name    string
		stage   stage
		answer  func(nodetest.Call) (nodetest.Message, bool)
		problem string // of the crawl
		code    int
		outcome string
		want    string
	}{
		{"would set", stage{}, nil, "", 0, outcomeWouldSet, "and policy_code_hash would be strict on local"},
		{"nobody knows who breaks", stage{}, nil, "not listed", 0, outcomeWouldSet, "WARNING: the preview is not complete"},
		{"would revert", stage{}, reverts, "", 1, outcomeRefused, "the registry would refuse it: it reverts with 0x12345678"},
		{"cannot be believed", stage{unreliable: errors.New("LOCAL_RPC_URL: cannot connect")}, nil, "", 2, outcomeNotSent,
			"the fork cannot be believed: LOCAL_RPC_URL: cannot connect"},
		{"reverts, and cannot be believed", stage{unreliable: errors.New("LOCAL_RPC_URL: cannot connect")}, reverts, "", 2, outcomeNotSent,
			"the fork cannot be believed: LOCAL_RPC_URL: cannot connect"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFlagScene(t)
			if test.problem != "" {
				f.problems = []string{test.problem}
			}
			f.bridge.spoil(f.unsigned(t), nil)
			if test.answer != nil {
				f.bridge.spoil(test.answer, nil)
			}
			f.forks = func(cl *commandLine) {
				cl.replaced.fork = func(_ context.Context, o fork.Options) (rehearsal, string, error) {
					if o.Client == nil || o.ChainID != 1337 || o.Block != "2" {
						t.Errorf("forked with %+v", o)
					}
					return &test.stage, f.url, nil
				}
			}
			code, stdout, stderr := f.set(t, "-to", "strict", "-dry-run", "-format", "json")
			r := decodeResult(t, stdout)
			if code != test.code || r.Outcome != test.outcome || !strings.Contains(stderr, test.want) || r.Transaction != nil {
				t.Errorf("exit code %d, want %d; outcome %s, want %s; no %q in\n%s%s", code, test.code, r.Outcome, test.outcome, test.want, stdout, stderr)
			}
			if test.stage.impersonated != f.owner || test.stage.closed != 1 {
				t.Errorf("impersonated %s, closed %d times", test.stage.impersonated, test.stage.closed)
			}
		})
	}
}
