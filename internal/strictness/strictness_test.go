package strictness_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/strictness"
)

var update = flag.Bool("update", false, "write the golden files")

const chainID = 31337

var (
	owner = common.HexToAddress("0x0abc0abc0abc0abc0abc0abc0abc0abc0abc0abc")
	admin = common.HexToAddress("0xad31ad31ad31ad31ad31ad31ad31ad31ad31ad31")
)

// Slots of StrictnessRegistry, as its storage layout in contracts/artifacts has them.
const (
	flagsSlot  = 0
	endsSlot   = 1
	adminsSlot = 52
)

// registryOn deploys a registry.
func registryOn(t *testing.T, n *nodetest.Node) common.Address {
	t.Helper()
	return n.DeployFixture(t, "StrictnessRegistry", owner)
}

// put writes an element of a mapping of the registry.
func put(n *nodetest.Node, registry common.Address, feature string, slot byte, value common.Hash) {
	key := strictness.Key(feature)
	n.SetStorage(registry, crypto.Keccak256Hash(key[:], common.LeftPadBytes([]byte{slot}, 32)), value)
}

func number(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }

// snapshot pins the node's newest block.
func snapshot(t *testing.T, url string) *onchain.Snapshot {
	t.Helper()
	client, err := onchain.Dial(t.Context(), onchain.Options{URLs: []string{url}, Source: "-rpc", ChainID: chainID, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	s, err := client.Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func TestRead(t *testing.T) {
	n := nodetest.New(t, chainID)
	registry := registryOn(t, n)
	put(n, registry, "policy_code_hash", flagsSlot, number(1))
	put(n, registry, "policy_metadata", endsSlot, number(1_900_000_000))
	put(n, registry, "policy_metadata", adminsSlot, common.BytesToHash(admin[:]))
	features := []string{"policy_code_hash", "policy_metadata", "policy_other"}
	got, err := strictness.Read(t.Context(), snapshot(t, n.Serve(t)), registry, features)
	if err != nil {
		t.Fatal(err)
	}
	want := &strictness.Reading{Owner: &owner, Flags: []strictness.Flag{
		{Feature: "policy_code_hash", Strict: true},
		{Feature: "policy_metadata", PromisedEnd: 1_900_000_000, Admin: &admin},
		{Feature: "policy_other"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestReadsTogether holds that flags travel in batches, whose size depends on how busy the machine is.
func TestReadsTogether(t *testing.T) {
	n := nodetest.New(t, chainID)
	registry := registryOn(t, n)
	features := make([]string, 60)
	for i := range features {
		features[i] = fmt.Sprintf("feature_%d", i)
	}
	if _, err := strictness.Read(t.Context(), snapshot(t, n.Serve(t)), registry, features); err != nil {
		t.Fatal(err)
	}
	if n.Calls < len(features) || n.HTTP > n.Calls/3 {
		t.Errorf("%d HTTP requests for %d calls", n.HTTP, n.Calls)
	}
}

// A registry that has nothing but isStrict(bytes32): PUSH0 CALLDATALOAD PUSH1 224 SHR PUSH4 isStrict EQ, and 1 for a call of it.
func olderRegistry(answer byte) []byte {
	return common.FromHex(fmt.Sprintf("0x5f3560e01c6367917b3d14601157%s5b60%02x5f5260205ff3", "5f5ffd", answer))
}

func TestOlderRegistry(t *testing.T) {
	n := nodetest.New(t, chainID)
	registry := n.Put(olderRegistry(1))
	got, err := strictness.Read(t.Context(), snapshot(t, n.Serve(t)), registry, []string{"policy_code_hash"})
	want := &strictness.Reading{Flags: []strictness.Flag{{Feature: "policy_code_hash", Strict: true}}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got\n%s", err, diff)
	}
}

// What is no registry, and what cannot be read, is an error and never "not strict".
func TestUnreadable(t *testing.T) {
	anything := common.FromHex("0x60206000f3") // 32 zero bytes for every call
	tests := []struct {
		name  string
		code  []byte
		spoil func(*nodetest.Node)
		want  string
	}{
		{"nothing there", nil, nil, "there is no contract at <registry>, the strictness_registry of compat.yaml"},
		{"answers anything", anything, nil, "<registry> is no strictness registry: it answers calls of functions that do not exist"},
		{"refuses everything", common.FromHex("0x5f5ffd"), nil, "<registry> is no strictness registry: it has no isStrict(bytes32)"},
		{"loops", common.FromHex("0x5b5f56"), nil, "<registry> is no strictness registry: it has no isStrict(bytes32)"},
		{"answers nothing", common.FromHex("0x00"), nil, "<registry> is no strictness registry: it has no isStrict(bytes32)"},
		{"flag of 2", olderRegistry(2), nil,
			"<registry> is no strictness registry: isStrict(bytes32) answers 0x0000000000000000000000000000000000000000000000000000000000000002, which is neither true nor false"},
		{"flag of 31 bytes", bytes.Replace(olderRegistry(1), []byte{0x60, 0x20}, []byte{0x60, 0x1f}, 1), nil,
			"isStrict(bytes32) of <registry> answers 31 bytes and not one word"},
		{"reverts with a reason", common.FromHex("0x631234567860e01b5f5260045ffd"), nil, "<registry> refuses a function that does not exist: it reverts with 0x12345678"},
		{"one call fails", olderRegistry(1), func(n *nodetest.Node) {
			n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				isFlag := c.Method == "eth_call" && strings.Contains(string(c.Params[0]), "67917b3d")
				return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "missing trie node"}}, isFlag
			}
		}, "call <registry>: -rpc: the node answers with error -32000: missing trie node"},
		{"an empty answer", olderRegistry(1), func(n *nodetest.Node) {
			n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: "0x"}, c.Method == "eth_getCode"
			}
		}, "there is no contract at <registry>, the strictness_registry of compat.yaml"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			registry := n.Put(test.code)
			s := snapshot(t, n.Serve(t))
			if test.spoil != nil {
				n.Lock()
				test.spoil(n)
				n.Unlock()
			}
			reading, err := strictness.Read(t.Context(), s, registry, []string{"policy_code_hash"})
			if err == nil {
				t.Fatalf("read %+v", reading)
			}
			if got := strings.ReplaceAll(err.Error(), registry.Hex(), "<registry>"); got != test.want {
				t.Errorf("error\n%s, want\n%s", got, test.want)
			}
		})
	}
}

func TestCheckKey(t *testing.T) {
	n := nodetest.New(t, chainID)
	right, without := registryOn(t, n), n.Put(olderRegistry(1))
	other := n.Put(common.FromHex("0x60015f5260205ff3")) // answers 1
	s := snapshot(t, n.Serve(t))
	for registry, want := range map[common.Address]string{right: "", without: "", other: "has another key for policy_code_hash"} {
		err := strictness.CheckKey(t.Context(), s, registry, "policy_code_hash")
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", registry, err, want)
		}
	}
}

func TestExplain(t *testing.T) {
	for want, revert := range map[string]*onchain.Revert{
		admin.Hex() + " is neither the owner nor the admin of the feature": {
			Data: common.FromHex("0x" + common.Bytes2Hex(crypto.Keccak256([]byte("NotFeatureAdmin(bytes32,address)"))[:4]) +
				strings.Repeat("11", 32) + strings.Repeat("00", 12) + common.Bytes2Hex(admin[:]))},
		"paused, see [URL]":           {Data: common.FromHex("0x08c379a0" + word(32) + word(25) + common.Bytes2Hex([]byte("paused, see https://a.b/c")) + strings.Repeat("00", 7))},
		"it reverts without a reason": {},
		"it reverts with 0x010203":    {Data: []byte{1, 2, 3}},
		"it reverts with 0x" + strings.Repeat("07", 68) + "… (100 bytes)": {Data: bytes.Repeat([]byte{7}, 100)},
		"out of gas": {Fault: true, Text: "out of gas"},
	} {
		if got := strictness.Explain(revert); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func word(n int) string { return fmt.Sprintf("%064x", n) }

const registryText = `version: 1
contracts:
  Policy: {}
  Manager: {rollout: lockstep}
features:
  set_in_grace: {contract: Policy, selectors: ["a()"], introduced: {version: v3, date: 2026-04-15}, state: grace, grace_end: 2026-10-01, ticket: T-1}
  promised: {contract: Policy, selectors: ["b()"], introduced: {version: v3, date: 2026-04-15}, state: grace, grace_end: 2026-10-01, ticket: T-1}
  promised_longer: {contract: Policy, selectors: ["c()"], introduced: {version: v3, date: 2026-04-15}, state: grace, grace_end: 2026-10-01, ticket: T-1}
  promised_shorter: {contract: Policy, selectors: ["d()"], introduced: {version: v3, date: 2026-04-15}, state: planned, grace_end: 2026-10-01, ticket: T-1}
  strict_and_set: {contract: Policy, selectors: ["e()"], introduced: {version: v2, date: 2026-04-15}, state: strict, grace_end: 2026-10-01, ticket: T-1}
  strict_not_set: {contract: Policy, selectors: ["f()"], introduced: {version: v2, date: 2026-04-15}, state: strict, grace_end: 2026-10-01, ticket: T-1}
  old: {contract: Policy, selectors: ["g()"], introduced: {version: v1, date: 2026-04-15}, state: retired, grace_end: 2026-10-01, ticket: T-1}
  managed: {contract: Manager, selectors: ["h()"], introduced: {version: v1, date: 2026-04-15}, state: grace, ticket: T-1}
networks:
  local: {chain_id: 31337, rpc_env: LOCAL_RPC_URL, strictness_registry: "%s"}
  bare: {chain_id: 1, rpc_env: BARE_RPC_URL}
  gone: {chain_id: 31337, rpc_env: GONE_RPC_URL, strictness_registry: "%s"}
`

// midnight is 2026-10-01T00:00:00Z.
const midnight = 1_790_812_800

func parse(t *testing.T, registry common.Address) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Parse("compat.yaml", fmt.Appendf(nil, registryText, registry, registry))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// report runs over a chain with every case of judge, a network without a registry, and one whose node is down.
func report(t *testing.T) *strictness.Report {
	t.Helper()
	n := nodetest.New(t, chainID)
	registry := registryOn(t, n)
	for _, feature := range []string{"set_in_grace", "strict_and_set"} {
		put(n, registry, feature, flagsSlot, number(1))
	}
	for feature, end := range map[string]uint64{
		"promised": midnight, "promised_longer": midnight + 1, "promised_shorter": midnight - 1, "strict_and_set": 1_900_000_000, "strict_not_set": 1 << 62,
	} {
		put(n, registry, feature, endsSlot, number(end))
	}
	put(n, registry, "promised", adminsSlot, common.BytesToHash(admin[:]))
	url := n.Serve(t)
	r := parse(t, registry)
	got, err := strictness.Run(t.Context(), strictness.Options{
		Networks: r.Networks, Features: r.Features, Block: "latest", Warn: func(text string) { t.Errorf("warning %q", text) },
		Dial: func(ctx context.Context, network *compatregistry.Network) (*onchain.Client, error) {
			o := onchain.Options{URLs: []string{url}, Source: network.RPCEnv, ChainID: network.ChainID, Retries: -1}
			if network.Name == "gone" {
				o.URLs = []string{"http://127.0.0.1:1/s3cr3tkey"}
			}
			return onchain.Dial(ctx, o)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestFormats(t *testing.T) {
	r := report(t)
	for _, format := range strictness.Formats {
		var b bytes.Buffer
		if err := strictness.Write(&b, format, r); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "127.0.0.1") || strings.Contains(b.String(), "s3cr3tkey") {
			t.Errorf("%s has the URL in it", format)
		}
		if format == "json" && !json.Valid(b.Bytes()) {
			t.Error("no JSON")
		}
		name := filepath.Join("testdata", "report."+format+".golden")
		if *update {
			if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), b.String()); diff != "" {
			t.Errorf("%s: -want +got\n%s", format, diff)
		}
	}
	if err := strictness.Write(&bytes.Buffer{}, "yaml", r); err == nil {
		t.Error("yaml is a format")
	}
}

// A chain that is reorganised while it is read says nothing.
func TestReorganised(t *testing.T) {
	n := nodetest.New(t, chainID)
	registry := registryOn(t, n)
	n.Intercept = func(_ http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if calls[0].Method == "eth_call" || calls[0].Method == "eth_getCode" {
			n.Lock()
			n.Fork++
			n.Unlock()
		}
		return false
	}
	url, r := n.Serve(t), parse(t, registry)
	got, err := strictness.Run(t.Context(), strictness.Options{
		Networks: r.Networks[:1], Features: r.Features[:1], Block: "latest", Warn: func(string) {},
		Dial: func(ctx context.Context, network *compatregistry.Network) (*onchain.Client, error) {
			return onchain.Dial(ctx, onchain.Options{URLs: []string{url}, ChainID: network.ChainID, Retries: -1})
		},
	})
	if err != nil || got.Complete() || got.Flags[0].Flag != strictness.FlagUnknown || len(got.Problems) != 1 || !strings.Contains(got.Problems[0].Message, "reorganised") {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestNothingToRead(t *testing.T) {
	r := parse(t, common.Address{1})
	o := strictness.Options{Networks: r.Networks[1:2], Features: r.Features}
	if _, err := strictness.Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), "none of the networks has a strictness_registry") {
		t.Errorf("error %v", err)
	}
}
