package catalog_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/selectors"
)

const text = `version: 1
contracts:
  WithABI:
    rollout: grace
    abi: with.json
    types: [WithABI, Renamed]
  Bare:
    rollout: grace
features:
  first:
    contract: WithABI
    selectors: ["set(uint256)", "only()"]
    introduced: {version: v1.0.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
  second:
    contracts: [Bare, WithABI]
    selectors: ["shared()"]
    introduced: {version: v1.0.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-2
  third:
    contract: Bare
    selectors: ["set(bytes,bool)", "set(uint256)", "go_round()"]
    introduced: {version: v1.0.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-3
`

const abi = `[
	{"type":"function","name":"set","inputs":[{"name":"a","type":"bytes"}],"outputs":[],"stateMutability":"view"},
	{"type":"function","name":"set","inputs":[{"name":"a","type":"uint256"}],"outputs":[],"stateMutability":"view"},
	{"type":"function","name":"only","inputs":[],"outputs":[],"stateMutability":"view"},
	{"type":"function","name":"shared","inputs":[],"outputs":[],"stateMutability":"view"}
]`

func registry(t *testing.T) *compatregistry.Registry {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "with.json"), []byte(abi), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := compatregistry.Parse(filepath.Join(dir, "compat.yaml"), []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func names(found []*catalog.Required) string {
	var list []string
	for _, required := range found {
		list = append(list, required.Function.String())
	}
	return strings.Join(list, " ")
}

func TestByABIName(t *testing.T) {
	c := catalog.Of(registry(t), nil)
	for _, test := range []struct {
		name, contract string
		arguments      int
		want           string
	}{
		// With an ABI the name is exact: set is set(bytes) there, and set0 is set(uint256).
		{"set", "WithABI", -1, ""},
		{"set0", "WithABI", -1, "WithABI.set(uint256)"},
		{"set0", "WithABI", 1, "WithABI.set(uint256)"},
		{"set0", "WithABI", 7, ""}, // an overload of another version of the ABI
		{"set1", "WithABI", -1, ""},
		// Without one it may be any overload, which the number of arguments tells apart.
		{"set", "Bare", -1, "Bare.set(bytes,bool) Bare.set(uint256)"},
		{"set", "Bare", 1, "Bare.set(uint256)"},
		{"set", "Bare", 2, "Bare.set(bytes,bool)"},
		{"set", "Bare", 3, ""},
		{"set12", "Bare", 2, "Bare.set(bytes,bool)"},
		{"go_round", "Bare", 0, "Bare.go_round()"},
		{"goRound", "Bare", 0, ""},
		// Without a contract it may be any.
		{"shared", "", 0, "Bare.shared() WithABI.shared()"},
		{"shared", "WithABI", 0, "WithABI.shared()"},
		{"shared", "Stranger", 0, ""},
		{"set0", "", 1, "Bare.set(uint256) WithABI.set(uint256)"},
		{"", "", -1, ""},
		{"0", "", -1, ""},
	} {
		got := strings.Fields(names(c.ByABIName(test.name, test.contract, test.arguments)))
		slices.Sort(got)
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("ByABIName(%q, %q, %d) (-want +got):\n%s", test.name, test.contract, test.arguments, diff)
		}
	}
}

func TestByGoName(t *testing.T) {
	c := catalog.Of(registry(t), nil)
	for name, want := range map[string]string{
		"Only": "WithABI.only()", "only": "", "Shared": "Bare.shared() WithABI.shared()", "GoRound": "Bare.go_round()",
		"Set": "Bare.set(bytes,bool) Bare.set(uint256)", "Set0": "Bare.set(bytes,bool) Bare.set(uint256) WithABI.set(uint256)",
	} {
		got := strings.Fields(names(c.ByGoName(name)))
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("ByGoName(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestBySelector(t *testing.T) {
	c := catalog.Of(registry(t), nil)
	if got := names(c.BySelector(selectors.Of("shared()"))); got != "Bare.shared() WithABI.shared()" {
		t.Errorf("shared() is %s", got)
	}
	if got := c.BySelector(selectors.Of("stranger()")); got != nil {
		t.Errorf("stranger() is %v", got)
	}
	required := c.Function("Bare", selectors.Of("set(uint256)"))
	if required == nil || required.Name != "set" || !cmp.Equal(required.Inputs, []string{"uint256"}) || len(required.Features) != 1 {
		t.Errorf("Bare.set(uint256) is %+v", required)
	}
	if c.Function("Bare", selectors.Of("only()")) != nil {
		t.Error("Bare has a function of WithABI")
	}
	if got := len(c.Functions("Bare")); got != 4 {
		t.Errorf("Bare has %d functions, want 4", got)
	}
}

func TestContracts(t *testing.T) {
	c := catalog.Of(registry(t), nil)
	for typeName, want := range map[string]string{"WithABI": "WithABI", "Renamed": "WithABI", "Bare": "Bare", "Other": ""} {
		got := ""
		for _, contract := range c.Contracts(typeName) {
			got += contract.Name
		}
		if got != want {
			t.Errorf("Contracts(%q) = %q, want %q", typeName, got, want)
		}
	}
}

func TestLock(t *testing.T) {
	only := selectors.Of("only()")
	lock := &compatregistry.Lock{
		Selectors: []compatregistry.LockedSelector{{Contract: "WithABI", Selector: only, Signature: "only()"}},
		Methods: []compatregistry.LockedMethod{
			{ImportPath: "p", Type: "WithABICaller", Name: "Aliased", Contract: "WithABI", Selector: only},
			{ImportPath: "p", Type: "WithABISession", Name: "Aliased", Contract: "WithABI", Selector: only},
		},
		Directives: []compatregistry.LockedDirective{{Verb: "requires", Symbol: "p.F", Features: []string{"first"}}},
		Forwarders: []compatregistry.LockedForwarder{{Symbol: "p.G", Parameter: 2}, {Symbol: "p.G", Parameter: 3, Packs: true}, {Symbol: "(*p.T[K any, V p.C[K]]).H", Parameter: 1}},
	}
	c := catalog.Of(registry(t), lock)
	methods, ok := c.Locked("p")
	want := catalog.Function{Contract: "WithABI", Signature: "only()", Selector: only}
	if !ok || len(methods) != 2 || methods[0].Function != want || methods[0].Type != "WithABICaller" {
		t.Errorf("Locked = %+v, %t", methods, ok)
	}
	if _, ok := c.Locked("q"); ok {
		t.Error("the lock file has methods of a package that is not in it")
	}
	if got := names(c.ByGoName("Aliased")); got != "WithABI.only()" {
		t.Errorf("the alias stands for %q", got)
	}
	if diff := cmp.Diff(lock.Forwarders[:2], c.Forwarders("p.G")); diff != "" {
		t.Errorf("Forwarders (-want +got):\n%s", diff)
	}
	if got := c.Forwarders("(*p.T[U]).H"); len(got) != 1 || got[0].Parameter != 1 {
		t.Errorf("forwarders of a generic type's method: %v", got)
	}
	if got := c.Directives("p.F"); len(got) != 1 || got[0].Verb != "requires" {
		t.Errorf("Directives = %v", got)
	}
}

// TestOfIsShared: looking things up must cost the same for ten packages as for one.
func TestOfIsShared(t *testing.T) {
	r := registry(t)
	first, second := catalog.Of(r, nil), catalog.Of(r, nil)
	if first != second {
		t.Error("the catalog of one registry was built twice")
	}
}
