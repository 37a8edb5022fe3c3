package bindings_test

import (
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/driver"
)

const policyABI = `[{"type":"function","name":"getPolicyCodeHash","inputs":[],"outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view"}]`

// TestContractNamedLikeASuffixedType: a contract PolicyCaller is not the caller type of a contract Policy, though both are registered and one
// pattern covers their bindings.
func TestContractNamedLikeASuffixedType(t *testing.T) {
	source, err := abigen.BindV2([]string{"PolicyCaller"}, []string{policyABI}, []string{""}, "suffixed", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.Abs(moduleDir)
	if err != nil {
		t.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: driver.LoadMode, Dir: dir,
		Overlay: map[string][]byte{filepath.Join(dir, "suffixed", "suffixed.go"): []byte(source)},
	}, "./suffixed")
	if err != nil || packages.PrintErrors(pkgs) > 0 || len(pkgs) != 1 {
		t.Fatalf("loading the binding: %v", err)
	}
	registry, err := compatregistry.Parse("compat.yaml", []byte(`version: 1
contracts:
  Policy: {bindings: [example.com/lint/...]}
  PolicyCaller: {bindings: [example.com/lint/...]}
features:
  policy_code_hash:
    contracts: [Policy, PolicyCaller]
    selectors: ["getPolicyCodeHash()"]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: NEWT-1001
`))
	if err != nil {
		t.Fatal(err)
	}
	resolver := bindings.NewResolver(pkgs[0].Fset, pkgs[0].Syntax, catalog.Of(registry, nil))
	for fn, want := range map[string]string{"PackGetPolicyCodeHash": "PolicyCaller.getPolicyCodeHash()", "UnpackGetPolicyCodeHash": ""} {
		if got := sentBy(t, pkgs[0], resolver, "PolicyCaller", fn); got != want {
			t.Errorf("%s sends %q, want %q", fn, got, want)
		}
	}
}
