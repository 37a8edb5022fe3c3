package probe_test

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/probe"
	"github.com/compatlint/compatlint/internal/testchain"
)

// -slow runs the tests of this package on real nodes too.
var slow = flag.Bool("slow", false, "also start geth and anvil, which have to be installed")

// Contracts that answer anything, or nothing, or never. Each is held against getPolicyCodeHash(), e998a088.
var hostile = []struct{ name, code, want, evidence string }{
	{"stops", "00", "missing", "returns nothing"},
	{"answers the calldata", "365f5f37365ff3", "missing", "like any unknown selector"},
	{"answers the hash of the calldata", "365f5f37365f205f5260205ff3", "inconclusive", "fare differently from each other"},
	{"answers the last bit of the selector", "5f3560e01c6001165f5260205ff3", "inconclusive", "a call of it fares like that of an unknown selector"},
	{"answers the first bit of the selector", "5f3560ff1c5f5260205ff3", "inconclusive", "a call of it fares like that of an unknown selector"},
	{"answers the time", "425f5260205ff3", "inconclusive", "fares like that of an unknown selector"},
	{"answers the gas", "5a5f5260205ff3", "missing", ""},
	{"answers for the first byte of the selector", "5f3560f81c60e914600e575f5ffd5b60015f5260205ff3", "present", "fares differently from those"},
	{"loops", "5b5f56", "inconclusive", "still running after 50000 steps"},
	{"writes memory without end", "5f5b602001808052600156", "inconclusive", "still running after 50000 steps"},
	{"calls itself", "5b5f5f5f5f5f305af1505f56", "inconclusive", "out of gas after"},
	{"calls itself with the calldata", "5b365f5f375f5f365f5f305af1505f56", "inconclusive", "loop"},
	{"delegates to itself", "365f5f375f5f365f305af4", "inconclusive", "loop"},
	{"makes contracts of itself", "5b385f5f39385f5ff0505f56", "inconclusive", ""},
	{"destroys itself", "30ff", "missing", "returns nothing"},
	{"powers", "5b7f" + strings.Repeat("00", 30) + "02005f527f" + strings.Repeat("00", 30) + "02006020527f" + strings.Repeat("00", 30) +
		"02006040525f5f61066060" + "5f60055afa505f56", "inconclusive", ""},
	{"jumps to nowhere", "5f3560e01c56", "missing", "invalid jump"},
	{"is invalid", "fe", "inconclusive", "it is data"},
	{"returns as much as it can pay for", "620f42405ff3", "inconclusive", "out of gas"},
	{"reverts with as much as it can pay for", "620f42405ffd", "inconclusive", "out of gas"},
}

func TestHostileContracts(t *testing.T) {
	t.Run("in memory", func(t *testing.T) {
		n := nodetest.New(t, chainID)
		var addresses []common.Address
		for _, h := range hostile {
			addresses = append(addresses, n.Put(common.FromHex(h.code)))
		}
		holdHostile(t, chainID, n.Serve(t), addresses)
	})
	if !*slow {
		return
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) {
			chain := testchain.Start(t, name)
			var addresses []common.Address
			for _, h := range hostile {
				addresses = append(addresses, chain.DeployCode(t, common.FromHex(h.code)))
			}
			holdHostile(t, chain.ChainID(t), chain.URL, addresses)
		})
	}
}

// holdHostile probes the hostile contracts at their addresses.
func holdHostile(t *testing.T, id uint64, url string, addresses []common.Address) {
	t.Helper()
	text := fmt.Sprintf(registry, claimReturns, at("Policy", addresses...))
	r, err := compatregistry.Parse("compat.yaml", []byte(strings.Replace(text, "chain_id: 31337", fmt.Sprint("chain_id: ", id), 1)))
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	report := run(t, r, url, probe.Selection{Component: "gateway"})
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %s", took)
	}
	for i, result := range report.Results {
		h := hostile[i]
		if result.Verdict != h.want || !strings.Contains(result.Evidence, h.evidence) {
			t.Errorf("%s: %s: %s, want %s: %s", h.name, result.Verdict, result.Evidence, h.want, h.evidence)
		}
	}
}

// What contradicts itself at the end of a run takes all results back: they may be of another chain than they seem to be.
func TestContradictionsAtTheEnd(t *testing.T) {
	tests := map[string]struct {
		spoil func(n *nodetest.Node)
		want  string
	}{
		"another chain":  {func(n *nodetest.Node) { n.ChainID = 5 }, "is on chain 5 now"},
		"another head":   {func(n *nodetest.Node) { n.Fork = 1 }, "the chain was reorganised"},
		"one that fails": {func(n *nodetest.Node) { n.Height = 50 }, "read block 100 again"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			n.Numbers = true
			r := parse(t, claimReturns, at("Policy", n.DeployFixture(t, "PolicyV2")))
			var blocks atomic.Int32
			n.Intercept = func(_ http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
				if calls[0].Method == "eth_chainId" && blocks.Add(1) == 2 { // the second time, it is to verify
					n.Lock()
					test.spoil(n)
					n.Unlock()
				}
				return false
			}
			report := run(t, r, n.Serve(t), probe.Selection{Component: "gateway"})
			verdict := "inconclusive"
			if name == "one that fails" { // that nothing can be read any more does not change what was
				verdict = "present"
			}
			if result := report.Results[0]; result.Verdict != verdict || report.Complete() || len(report.Problems) != 1 ||
				!strings.Contains(report.Problems[0].Message, test.want) {
				t.Errorf("%+v, problems %v", result, report.Problems)
			}
		})
	}
}

// Endpoints that part while they are read: nothing that was read counts.
func TestEndpointsThatPart(t *testing.T) {
	one, other := nodetest.New(t, chainID), nodetest.New(t, chainID)
	one.Numbers = true
	address := one.DeployFixture(t, "PolicyV2")
	other.DeployFixture(t, "PolicyV2")
	other.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method == "eth_chainId" && other.HTTP > 1 {
			other.Fork = 1
		}
		return nodetest.Message{}, false
	}
	o := options(parse(t, claimReturns, at("Policy", address)), "", probe.Selection{Component: "gateway"})
	urls := []string{one.Serve(t), other.Serve(t)}
	o.Dial = func(ctx context.Context, n *compatregistry.Network) (*onchain.Client, error) {
		return onchain.Dial(ctx, onchain.Options{URLs: urls, Source: n.RPCEnv, ChainID: n.ChainID, Retries: 1})
	}
	report, err := probe.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if result := report.Results[0]; result.Verdict != "inconclusive" || !strings.Contains(result.Evidence, "no quorum") {
		t.Errorf("%+v", result)
	}
}
