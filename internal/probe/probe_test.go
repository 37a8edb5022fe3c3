package probe_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/probe"
)

const chainID = 31337

// registry has two features of one contract, one of another, a retired one and a sibling.
const registry = `version: 1
contracts:
  Policy: {siblings: [Mirror]}
  Mirror: {}
  Shapes: {rollout: lockstep}
features:
  policy_code_hash:
    contract: Policy
    selectors: [{signature: "getPolicyCodeHash()", returns: [bytes32]}]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
    components: [gateway]
  policy_cid:
    contract: Policy
    selectors: ["getPolicyCid()"]
    introduced: {version: v0.2.0, date: 2025-04-15}
    state: strict
    ticket: T-2
    components: [operator]
  claims:
    contract: Shapes
    selectors: [{signature: "claim()", returns: %s}]
    introduced: {version: v0.2.0, date: 2025-04-15}
    state: strict
    ticket: T-3
  gone:
    contract: Policy
    selectors: ["gone()"]
    introduced: {version: v0.1.0, date: 2024-04-15}
    state: retired
    ticket: T-4
networks:
  local:
    chain_id: 31337
    rpc_env: LOCAL_RPC_URL
    addresses:
%s`

func parse(t *testing.T, returns string, targets ...string) *compatregistry.Registry {
	t.Helper()
	return parseText(t, fmt.Sprintf(registry, returns, strings.Join(targets, "\n")))
}

func parseText(t *testing.T, text string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func at(contract string, addresses ...common.Address) string {
	var list []string
	for _, a := range addresses {
		list = append(list, fmt.Sprintf("%q", a.Hex()))
	}
	return fmt.Sprintf("      %s: {addresses: [%s]}", contract, strings.Join(list, ", "))
}

const claimReturns = "[uint32, bool, bytes32, uint128, uint128]"

// run probes everything in the registry.
func run(t *testing.T, r *compatregistry.Registry, url string, s probe.Selection) *probe.Report {
	t.Helper()
	return runWithin(t, time.Minute, r, url, s)
}

// runWithin is run with a timeout of requests, for nodes that hang.
func runWithin(t *testing.T, timeout time.Duration, r *compatregistry.Registry, url string, s probe.Selection) *probe.Report {
	t.Helper()
	o := options(r, url, s)
	o.Dial = dialWithin(timeout, url)
	report, err := probe.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func options(r *compatregistry.Registry, url string, s probe.Selection) probe.Options {
	return probe.Options{
		Registry: r, Networks: r.Networks, Selection: s, Block: "latest",
		Dial: dialWithin(time.Minute, url), Progress: func(int, int) {}, Warn: func(string) {},
	}
}

func dialWithin(timeout time.Duration, url string) func(context.Context, *compatregistry.Network) (*onchain.Client, error) {
	return func(ctx context.Context, n *compatregistry.Network) (*onchain.Client, error) {
		return onchain.Dial(ctx, onchain.Options{URLs: []string{url}, Source: n.RPCEnv, ChainID: n.ChainID, Timeout: timeout, Retries: 1})
	}
}

// want holds the results against lines of contract, function and verdict.
func want(t *testing.T, r *probe.Report, lines ...string) {
	t.Helper()
	var got []string
	for _, result := range r.Results {
		got = append(got, fmt.Sprintf("%s.%s %s %s", result.Contract, result.Signature, result.Verdict, result.Shape))
		if result.Evidence == "" {
			t.Errorf("%s has no evidence", got[len(got)-1])
		}
	}
	for i, line := range lines {
		if i >= len(got) || strings.TrimSpace(got[i]) != line {
			t.Fatalf("results\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
		}
	}
	if len(got) != len(lines) {
		t.Errorf("%d results, want %d", len(got), len(lines))
	}
}

func TestProbe(t *testing.T) {
	n := nodetest.New(t, chainID)
	current := n.DeployFixture(t, "EIP1967Proxy", n.DeployFixture(t, "PolicyV2"))
	legacy := n.DeployFixture(t, "BeaconProxy", n.DeployFixture(t, "Beacon", n.DeployFixture(t, "PolicyV1")))
	r := parse(t, claimReturns, at("Policy", current, legacy), at("Mirror", current), at("Shapes", n.DeployFixture(t, "ShapesV1")))
	report := run(t, r, n.Serve(t), probe.Selection{})
	want(t, report,
		"Policy.getPolicyCodeHash() present ok", "Policy.getPolicyCid() present",
		"Policy.getPolicyCodeHash() missing", "Policy.getPolicyCid() present",
		"Mirror.getPolicyCodeHash() present ok", "Mirror.getPolicyCid() present",
		"Shapes.claim() present ok")
	if s := report.Summary; s.Targets != 4 || s.Present != 6 || s.Missing != 1 || s.Inconclusive != 0 || !report.Complete() {
		t.Errorf("summary %+v", s)
	}
	if report.Networks[0].Block.Number != n.Height {
		t.Errorf("block %+v", report.Networks[0].Block)
	}
}

func TestSelection(t *testing.T) {
	n := nodetest.New(t, chainID)
	r := parse(t, claimReturns, at("Policy", n.DeployFixture(t, "PolicyV2")), at("Shapes", n.DeployFixture(t, "ShapesV1")))
	url := n.Serve(t)
	want(t, run(t, r, url, probe.Selection{Component: "operator"}), "Policy.getPolicyCid() present", "Shapes.claim() present ok")
	uses := func(text string) *probe.Uses {
		u, err := probe.ReadUses(strings.NewReader(`{"version":1,"findings":[],"uses":` + text + `}`))
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	used := uses(`[{"file":"a.go","feature":"policy_cid","selector":"` + "0x" + "aa" + `","guard":""},{"feature":"policy_code_hash","selector":"0xe998a088"}]`)
	want(t, run(t, r, url, probe.Selection{Uses: used}), "Policy.getPolicyCodeHash() present ok", "Policy.getPolicyCid() present", "Shapes.claim() present ok")
	// Uses of strict features are not listed, so those two are looked for whatever the code uses.
	strict := []string{"Policy.getPolicyCid() present", "Shapes.claim() present ok"}
	want(t, run(t, r, url, probe.Selection{Uses: uses(`[{"feature":"claims","form":"requires"}]`)}), strict...)
	want(t, run(t, r, url, probe.Selection{Uses: uses(`[]`)}), strict...)
	for name, s := range map[string]probe.Selection{
		"no component": {Component: "gatway"}, "uses of another registry": {Uses: uses(`[{"feature":"other"}]`)},
	} {
		if _, err := probe.Run(t.Context(), options(r, url, s)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestReadUsesRefuses(t *testing.T) {
	for _, text := range []string{"", "{}", "[]", "null", `{"version":1}`, `{"version":2,"uses":[]}`, `{"example.com/svc":{}}`, `{"version":1,"uses":7}`} {
		if _, err := probe.ReadUses(strings.NewReader(text)); err == nil {
			t.Errorf("%q is taken for the output of compatlint", text)
		}
	}
}

func TestShapes(t *testing.T) {
	for returns, verdict := range map[string]string{
		claimReturns: "present ok",
		"[uint32, address, address, uint128, bytes32, uint128, uint128]": "missing mismatch",
		"[uint32, bool, bytes32, uint128]":                               "missing mismatch",
		"[uint32, bool, bytes32, '(uint128,uint128)']":                   "present ok",
		"[uint32, 'uint128[4]']":                                         "present ok",
		"[uint32, bool, bool, uint128, uint128]":                         "missing mismatch",
		"[bytes4, bool, bytes32, uint128, uint128]":                      "missing mismatch",
		"[string]": "missing mismatch",
		"[]":       "missing mismatch",
	} {
		t.Run(returns, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			r := parse(t, returns, at("Shapes", n.DeployFixture(t, "ShapesV1")))
			want(t, run(t, r, n.Serve(t), probe.Selection{}), "Shapes.claim() "+verdict)
		})
	}
}

func TestShapeOfWhatReverts(t *testing.T) {
	for _, name := range []string{"RevertsEmpty", "RevertsWithError", "Panics", "OutOfGas", "InvalidOpcode"} {
		n := nodetest.New(t, chainID)
		r := parse(t, claimReturns, at("Policy", n.DeployFixture(t, name)))
		want(t, run(t, r, n.Serve(t), probe.Selection{Component: "gateway"}), "Policy.getPolicyCodeHash() present unchecked")
	}
}

func list(addresses ...common.Address) string {
	text := "0x" + fmt.Sprintf("%064x%064x", 32, len(addresses))
	for _, a := range addresses {
		text += fmt.Sprintf("%x", common.LeftPadBytes(a[:], 32))
	}
	return text
}

func enumerating(n *nodetest.Node, answer string) {
	n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		isIt := c.Method == "eth_call" && strings.Contains(string(c.Params[0]), "0x00000000000000000000000000000000000000Ee") ||
			c.Method == "eth_call" && strings.Contains(string(c.Params[0]), "0x00000000000000000000000000000000000000ee")
		return nodetest.Message{Result: answer}, isIt
	}
}

const enumeration = `      Policy: {addresses: [%q], enumerate: {contract: Clients, method: "getAll()", from: "0x00000000000000000000000000000000000000ee"}}`

func TestEnumeration(t *testing.T) {
	n := nodetest.New(t, chainID)
	current, legacy := n.DeployFixture(t, "PolicyV2"), n.DeployFixture(t, "PolicyV1")
	enumerating(n, list(current, legacy))
	r := parse(t, claimReturns, fmt.Sprintf(enumeration, current))
	url := n.Serve(t)
	want(t, run(t, r, url, probe.Selection{Component: "gateway"}), "Policy.getPolicyCodeHash() present ok")
	report := run(t, r, url, probe.Selection{Component: "gateway", Full: true})
	want(t, report, "Policy.getPolicyCodeHash() present ok", "Policy.getPolicyCodeHash() missing")
	if report.Results[0].Enumerated || !report.Results[1].Enumerated {
		t.Errorf("results %+v", report.Results)
	}
}

// An enumeration that cannot be read leaves targets out: that is a problem, and never "all present".
func TestEnumerationThatFails(t *testing.T) {
	for name, answer := range map[string]string{
		"empty": "0x", "too long": "0x" + fmt.Sprintf("%064x%064x", 32, 9), "huge": "0x" + fmt.Sprintf("%064x", 32) + strings.Repeat("f", 64),
		"no address": "0x" + fmt.Sprintf("%064x%064x", 32, 1) + strings.Repeat("f", 64), "zero": list(common.Address{}), "offset": "0x" + strings.Repeat("f", 128),
	} {
		t.Run(name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			enumerating(n, answer)
			r := parse(t, claimReturns, fmt.Sprintf(enumeration, n.DeployFixture(t, "PolicyV2")))
			report := run(t, r, n.Serve(t), probe.Selection{Component: "gateway", Full: true})
			want(t, report, "Policy.getPolicyCodeHash() present ok")
			if len(report.Problems) != 1 || report.Complete() {
				t.Errorf("problems %v", report.Problems)
			}
		})
	}
}

// Whatever fails, nothing is present or missing that was not seen to be.
func TestNodesThatFail(t *testing.T) {
	only := func(method string, respond http.HandlerFunc) func(*nodetest.Node) {
		return func(n *nodetest.Node) {
			n.Intercept = func(w http.ResponseWriter, r *http.Request, calls []nodetest.Call) bool {
				for _, c := range calls {
					if c.Method == method {
						respond(w, r)
						return true
					}
				}
				return false
			}
		}
	}
	hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	tests := map[string]func(*nodetest.Node){
		"chain":          func(n *nodetest.Node) { n.ChainID = 1 },
		"no chain":       only("eth_chainId", hang),
		"no block":       only("eth_getBlockByNumber", hang),
		"code hangs":     only("eth_getCode", hang),
		"code is junk":   only("eth_getCode", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<html>") }),
		"storage hangs":  only("eth_getStorageAt", hang),
		"storage errors": errs("eth_getStorageAt", -32000, "missing trie node"),
		"code errors":    errs("eth_getCode", -32005, "limit exceeded"),
		"code is huge": func(n *nodetest.Node) {
			n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: "0x" + strings.Repeat("5b", 1<<21)}, c.Method == "eth_getCode"
			}
		},
		"code loops": func(n *nodetest.Node) {
			n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method == "eth_call" {
					return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "out of gas"}}, true
				}
				return nodetest.Message{Result: "0x5b5f56"}, c.Method == "eth_getCode"
			}
		},
		"reorganisation": func(n *nodetest.Node) {
			n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method == "eth_getCode" {
					n.Fork = 1
				}
				return nodetest.Message{}, false
			}
		},
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			current := n.DeployFixture(t, "EIP1967Proxy", n.DeployFixture(t, "PolicyV2"))
			legacy := n.DeployFixture(t, "EIP1967Proxy", n.DeployFixture(t, "PolicyV1"))
			spoil(n)
			r := parse(t, claimReturns, at("Policy", current, legacy))
			report := runWithin(t, 300*time.Millisecond, r, n.Serve(t)+"/v3/s3cr3tkey", probe.Selection{Component: "gateway"})
			want(t, report, "Policy.getPolicyCodeHash() inconclusive", "Policy.getPolicyCodeHash() inconclusive")
			if report.Complete() {
				t.Error("complete")
			}
			for _, format := range probe.Formats {
				var b bytes.Buffer
				if err := probe.Write(&b, format, report, true); err != nil {
					t.Fatal(err)
				}
				if text := b.String(); strings.Contains(text, "s3cr3tkey") || strings.Contains(text, "127.0.0.1") || strings.Contains(text, "http:") {
					t.Errorf("%s has a part of the URL:\n%s", format, text)
				}
			}
		})
	}
}

func errs(method string, code int, message string) func(*nodetest.Node) {
	return func(n *nodetest.Node) {
		n.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
			return nodetest.Message{Error: &nodetest.Error{Code: code, Message: message + " for http://127.0.0.1/v3/s3cr3tkey"}}, c.Method == method
		}
	}
}

func TestCancelled(t *testing.T) {
	n := nodetest.New(t, chainID)
	r := parse(t, claimReturns, at("Policy", n.DeployFixture(t, "PolicyV1")))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	report, err := probe.Run(ctx, options(r, n.Serve(t), probe.Selection{}))
	if err != nil {
		t.Fatal(err)
	}
	want(t, report, "Policy.getPolicyCodeHash() inconclusive", "Policy.getPolicyCid() inconclusive")
}

// The call settles what the code does not.
func TestCallSettles(t *testing.T) {
	n := nodetest.New(t, chainID)
	indirect := n.Put(common.FromHex("5f3560f81c60e914600e575f5ffd5b60015f5260205ff3")) // dispatches on the first byte
	r := parse(t, claimReturns, at("Policy", indirect))
	want(t, run(t, r, n.Serve(t), probe.Selection{}), "Policy.getPolicyCodeHash() present ok", "Policy.getPolicyCid() missing")
}

func TestManyTargetsInFewRequests(t *testing.T) {
	n := nodetest.New(t, chainID)
	implementation := n.DeployFixture(t, "PolicyV1")
	var addresses []common.Address
	for range 500 {
		addresses = append(addresses, n.DeployFixture(t, "EIP1967Proxy", implementation))
	}
	r := parse(t, claimReturns, at("Policy", addresses...))
	report := run(t, r, n.Serve(t), probe.Selection{})
	if report.Summary.Missing != 500 || report.Summary.Present != 500 {
		t.Errorf("summary %+v", report.Summary)
	}
	if n.HTTP > 400 {
		t.Errorf("%d requests for %d calls", n.HTTP, n.Calls)
	}
}

func TestFormats(t *testing.T) {
	n := nodetest.New(t, chainID)
	addresses := []common.Address{n.DeployFixture(t, "PolicyV2"), n.DeployFixture(t, "PolicyV1"), n.Put(common.FromHex("5b5f56"))}
	report := run(t, parse(t, claimReturns, at("Policy", addresses...)), n.Serve(t), probe.Selection{Component: "gateway"})
	report.Results[2].Evidence += " | <b>`x`</b>\n[link](http://x) ]]>"
	write := func(format string, color bool) string {
		var b bytes.Buffer
		if err := probe.Write(&b, format, report, color); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	text := write("text", false)
	for _, verdict := range []string{"1 present, 1 missing, 1 inconclusive", "present       ", "missing       ", "inconclusive  "} {
		if !strings.Contains(text, verdict) {
			t.Errorf("text has no %q:\n%s", verdict, text)
		}
	}
	if colored := write("text", true); !strings.Contains(colored, "\x1b[31mmissing\x1b[0m") || strings.Contains(text, "\x1b") {
		t.Errorf("colours:\n%s", colored)
	}
	var decoded probe.Report
	if err := json.Unmarshal([]byte(write("json", false)), &decoded); err != nil || len(decoded.Results) != 3 || decoded.Version != 1 {
		t.Errorf("json: %v", err)
	}
	var suites struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
	}
	if err := xml.Unmarshal([]byte(write("junit", false)), &suites); err != nil || suites.Tests != 3 || suites.Failures != 1 || suites.Errors != 1 {
		t.Errorf("junit %+v: %v", suites, err)
	}
	markdown := write("markdown", false)
	if strings.Contains(markdown, "<b>") || strings.Contains(markdown, "[link](") || strings.Count(markdown, "\n| **") != 3 {
		t.Errorf("markdown:\n%s", markdown)
	}
}
