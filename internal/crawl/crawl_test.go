package crawl_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/common/expfmt"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/crawl"
	"github.com/compatlint/compatlint/internal/htmlreport"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/proxies"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const chainID = 31337

// registry has a feature of two selectors, one of one, one of a sibling, and a retired one.
const registry = `version: 1
contracts:
  Policy: {siblings: [Mirror]}
  Mirror: {}
features:
  policy_code_hash:
    contract: Policy
    selectors: [{signature: "getPolicyCodeHash()", returns: [bytes32]}, "getPolicyCid()"]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
  secrets:
    contract: Policy
    selectors: ["getSecretsSchemaCid()"]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: planned
    grace_end: 2026-10-01
    ticket: T-2
  gone:
    contract: Policy
    selectors: ["gone()"]
    introduced: {version: v0.1.0, date: 2024-04-15}
    state: retired
    ticket: T-3
networks:
  local:
    chain_id: 31337
    rpc_env: LOCAL_RPC_URL
    addresses:
`

// A scene is a node with deployments on it, and the registry that has them.
type scene struct {
	node    *nodetest.Node
	url     string
	targets []common.Address // of Policy
	mirrors []common.Address
	v1, v2  common.Address // implementations
}

func newScene(t *testing.T) *scene {
	t.Helper()
	s := &scene{node: nodetest.New(t, chainID)}
	s.v1, s.v2 = s.node.DeployFixture(t, "PolicyV1"), s.node.DeployFixture(t, "PolicyV2")
	s.url = s.node.Serve(t)
	return s
}

func (s *scene) proxy(t *testing.T, implementation common.Address) common.Address {
	t.Helper()
	return s.node.DeployFixture(t, "EIP1967Proxy", implementation)
}

// upgrade changes what a proxy hands calls to.
func (s *scene) upgrade(proxy, implementation common.Address) {
	s.node.Lock()
	defer s.node.Unlock()
	s.node.SetStorage(proxy, proxies.SlotImplementation, common.BytesToHash(implementation[:]))
}

func (s *scene) registry(t *testing.T) *compatregistry.Registry {
	t.Helper()
	text := registry
	text += listed("Policy", s.targets) + listed("Mirror", s.mirrors)
	r, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func listed(contract string, addresses []common.Address) string {
	var list []string
	for _, a := range addresses {
		list = append(list, fmt.Sprintf("%q", a.Hex()))
	}
	if list == nil {
		return ""
	}
	return fmt.Sprintf("      %s: {addresses: [%s]}\n", contract, strings.Join(list, ", "))
}

func (s *scene) options(t *testing.T) crawl.Options {
	r := s.registry(t)
	return crawl.Options{
		Registry: r, Network: r.Networks[0],
		Dial: func(ctx context.Context, n *compatregistry.Network) (*onchain.Client, error) {
			return onchain.Dial(ctx, onchain.Options{URLs: []string{s.url}, Source: "LOCAL_RPC_URL", ChainID: n.ChainID, Retries: -1})
		},
	}
}

func run(t *testing.T, o crawl.Options) *crawl.Report {
	t.Helper()
	report, err := crawl.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// counts of a feature: total, legacy, gone, inconclusive.
func counts(t *testing.T, r *crawl.Report, feature string) [4]int {
	t.Helper()
	i := slices.IndexFunc(r.Features, func(f crawl.Feature) bool { return f.Name == feature })
	if i < 0 {
		t.Fatalf("no feature %s in %+v", feature, r)
	}
	f := r.Features[i]
	return [4]int{f.Total, f.Legacy, f.Gone, f.Inconclusive}
}

// mixed has one target of each kind.
func mixed(t *testing.T) *scene {
	s := newScene(t)
	s.targets = []common.Address{
		s.proxy(t, s.v1), s.proxy(t, s.v2), s.proxy(t, s.v1), s.v2,
		common.HexToAddress("0x00000000000000000000000000000000000dead1"),
		s.node.Put(common.FromHex("0x5f5ffd")),                                  // reverts whatever it is asked
		s.node.Put(common.FromHex("0x0061000056")),                              // data
		s.node.DeployFixture(t, "EIP1967Proxy", common.HexToAddress("0xdead2")), // to nobody
	}
	s.mirrors = []common.Address{s.proxy(t, s.v2)}
	return s
}

func TestCounts(t *testing.T) {
	s := mixed(t)
	report := run(t, s.options(t))
	if got, want := counts(t, report, "policy_code_hash"), [4]int{9, 4, 1, 1}; got != want {
		t.Errorf("policy_code_hash: %v, want %v\n%+v", got, want, report)
	}
	if got, want := counts(t, report, "secrets"), [4]int{9, 7, 1, 1}; got != want {
		t.Errorf("secrets: %v, want %v", got, want)
	}
	if len(report.Features) != 2 || report.Targets != 9 || report.Complete() {
		t.Errorf("%d features, %d targets, complete: %v", len(report.Features), report.Targets, report.Complete())
	}
	first := report.Features[0].Targets[0]
	want := crawl.Target{Contract: "Policy", Address: s.targets[0], Status: crawl.Legacy, Missing: []string{"getPolicyCodeHash()"}, Implementation: s.v1}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("first target (-want +got):\n%s", diff)
	}
}

func TestFeatures(t *testing.T) {
	s := mixed(t)
	o := s.options(t)
	o.Features = []string{"policy_code_hash"}
	if report := run(t, o); len(report.Features) != 1 || report.Features[0].Name != "policy_code_hash" {
		t.Errorf("features %+v", report.Features)
	}
	for name, want := range map[string]string{
		"policy_codehash": `the registry has no feature "policy_codehash": it has policy_code_hash, secrets, gone`,
		"gone":            "the feature gone is retired",
	} {
		o.Features = []string{name}
		if _, err := crawl.Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

func TestNothingToCrawl(t *testing.T) {
	s := newScene(t)
	o := s.options(t)
	if _, err := crawl.Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), "there is nothing to crawl on local") {
		t.Errorf("error %v", err)
	}
}

// TestCodeIsLookedAtOnce holds the requests of a crawl down: a target costs its code and one slot. Four more try how the node names blocks.
func TestCodeIsLookedAtOnce(t *testing.T) {
	s := newScene(t)
	for range 50 {
		s.targets = append(s.targets, s.proxy(t, s.v1))
	}
	o := s.options(t)
	o.Features = []string{"policy_code_hash"}
	asked := map[string]int{}
	s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		asked[c.Method]++
		return nodetest.Message{}, false
	}
	if report := run(t, o); report.Features[0].Legacy != 50 {
		t.Fatalf("%+v", report)
	}
	for method, most := range map[string]int{"eth_getCode": 53, "eth_getStorageAt": 51, "eth_call": 1} {
		if asked[method] > most {
			t.Errorf("%d calls of %s, want at most %d", asked[method], method, most)
		}
	}
}

// TestShapesAreSampled holds that a function that is there is not called at every target.
func TestShapesAreSampled(t *testing.T) {
	s := newScene(t)
	for range 600 {
		s.targets = append(s.targets, s.proxy(t, s.v2))
	}
	o := s.options(t)
	o.Features = []string{"policy_code_hash"}
	calls := 0
	s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method == "eth_call" {
			calls++
		}
		return nodetest.Message{}, false
	}
	if report := run(t, o); report.Features[0].Legacy != 0 || !report.Complete() {
		t.Fatalf("%+v", report)
	}
	if calls == 0 || calls >= 600 {
		t.Errorf("%d calls for 600 targets with one implementation", calls)
	}
}

func TestEndpointFails(t *testing.T) {
	s := mixed(t)
	s.url = "http://127.0.0.1:1"
	report := run(t, s.options(t))
	if got, want := counts(t, report, "policy_code_hash"), [4]int{9, 0, 0, 9}; got != want || len(report.Problems) != 1 {
		t.Errorf("%v, want %v; problems %q", got, want, report.Problems)
	}
}

func TestReorg(t *testing.T) {
	s := mixed(t)
	o := s.options(t)
	o.State = filepath.Join(t.TempDir(), "state")
	blocks := 0
	s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method == "eth_getBlockByNumber" {
			if blocks++; blocks == 2 {
				s.node.Fork++
			}
		}
		return nodetest.Message{}, false
	}
	report := run(t, o)
	if got, want := counts(t, report, "secrets"), [4]int{9, 0, 0, 9}; got != want || len(report.Problems) != 1 || !strings.Contains(report.Problems[0], "reorganised") {
		t.Errorf("%v, want %v; problems %q", got, want, report.Problems)
	}
	if data, err := os.ReadFile(o.State); err != nil || len(data) != 0 {
		t.Errorf("the state file still has %q, %v", data, err)
	}
}

func TestCancelled(t *testing.T) {
	s := mixed(t)
	ctx, cancel := context.WithCancel(t.Context())
	s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method == "eth_getCode" {
			cancel()
		}
		return nodetest.Message{}, false
	}
	report, err := crawl.Run(ctx, s.options(t))
	if err != nil || report.Complete() || len(report.Problems) == 0 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestChanges(t *testing.T) {
	s := newScene(t)
	stays, moves, leaves, dies := s.proxy(t, s.v1), s.proxy(t, s.v1), s.proxy(t, s.v1), s.proxy(t, s.v1)
	falls := s.proxy(t, s.v2)
	s.targets = []common.Address{stays, moves, leaves, dies, falls}
	o := s.options(t)
	o.Features = []string{"policy_code_hash"}
	last := run(t, o)

	s.upgrade(moves, s.v2)
	s.upgrade(falls, s.v1)
	s.node.Remove(dies)
	born := s.proxy(t, s.v1)
	s.targets = []common.Address{stays, moves, dies, falls, born}
	o = s.options(t)
	o.Features, o.Last = []string{"policy_code_hash"}, last
	report := run(t, o)
	if report.Changes == nil || len(report.Changes.Features) != 1 || report.Changes.Since != last.At {
		t.Fatalf("changes %+v", report.Changes)
	}
	changes := report.Changes.Features[0]
	for what, lists := range map[string][2][]common.Address{
		"migrated": {addresses(changes.Migrated), {moves}},
		"new":      {addresses(changes.New), {falls, born}},
		"vanished": {addresses(changes.Vanished), {leaves, dies}},
	} {
		if diff := cmp.Diff(lists[1], lists[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}

	s.url = "http://127.0.0.1:1" // nobody has vanished because nothing was seen
	o = s.options(t)
	o.Features, o.Last = []string{"policy_code_hash"}, last
	report = run(t, o)
	if c := report.Changes.Features[0]; len(c.Migrated)+len(c.New)+len(c.Vanished) > 0 {
		t.Errorf("changes of a crawl that read nothing: %+v", c)
	}
}

func addresses(targets []crawl.Target) []common.Address {
	var list []common.Address
	for _, t := range targets {
		list = append(list, t.Address)
	}
	return list
}

func TestFormats(t *testing.T) {
	s := mixed(t)
	o := s.options(t)
	o.Last = run(t, o)
	s.upgrade(s.targets[0], s.v2)
	report := run(t, o)
	for _, format := range crawl.Formats {
		var out bytes.Buffer
		if err := crawl.Write(&out, format, report); err != nil {
			t.Fatal(err)
		}
		golden(t, "crawl."+format, out.Bytes())
		switch format {
		case "json":
			checkJSON(t, out.Bytes(), report)
		case "prometheus":
			if _, err := new(expfmt.TextParser).TextToMetricFamilies(&out); err != nil {
				t.Errorf("Prometheus cannot read it: %v", err)
			}
		}
	}
	if err := crawl.Write(&bytes.Buffer{}, "yaml", report); err == nil {
		t.Error("there is a format yaml")
	}
}

// checkJSON reads the JSON as those do for whom it is written.
func checkJSON(t *testing.T, data []byte, report *crawl.Report) {
	t.Helper()
	page, err := htmlreport.ParseCrawl("crawl.json", data)
	if err != nil {
		t.Fatalf("compatlint report cannot read it: %v", err)
	}
	if page.Network != "local" || page.Block != report.Block || len(page.Features) != 2 || int(page.Features[1].Legacy) != report.Features[1].Legacy {
		t.Errorf("compatlint report reads %+v", page)
	}
	name := filepath.Join(t.TempDir(), "crawl.json")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := crawl.ReadReport(name, "local")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(report, again); diff != "" {
		t.Errorf("read again (-want +got):\n%s", diff)
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: run with -update (-want +got):\n%s", path, diff)
	}
}

func TestLongListsAreCut(t *testing.T) {
	report := &crawl.Report{Version: 1, Network: "local", Features: []crawl.Feature{{Name: "f"}}}
	for i := range 25 {
		f := &report.Features[0]
		f.Total, f.Legacy = i+1, i+1
		f.Targets = append(f.Targets, crawl.Target{Contract: "Policy", Address: common.Address{19: byte(i)}, Status: crawl.Legacy, Missing: []string{"f()"}})
	}
	for _, format := range []string{"text", "markdown"} {
		var out bytes.Buffer
		if err := crawl.Write(&out, format, report); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), "… and 5 more") || strings.Contains(out.String(), common.Address{19: 20}.Hex()) || !strings.Contains(out.String(), common.Address{19: 19}.Hex()) {
			t.Errorf("%s:\n%s", format, &out)
		}
	}
}

func TestReadReportErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "this is not the JSON of a crawl",
		`{"version":1,"results":[]}`:        "this is not the JSON of a crawl of version 1",
		`{"version":2,"network":"local"}`:   "this is not the JSON of a crawl of version 1",
		`{"version":1,"network":"mainnet"}`: "is a crawl of mainnet, and this is one of local",
		`{"version":1,"network":"local"`:    "this is not the JSON of a crawl",
	} {
		name := filepath.Join(t.TempDir(), "last.json")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := crawl.ReadReport(name, "local"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
