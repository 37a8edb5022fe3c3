package bindings_test

import (
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/selectors"
)

func TestMatchPath(t *testing.T) {
	for _, test := range []struct {
		pattern, path string
		want          bool
	}{
		{"a/b", "a/b", true},
		{"a/b", "a/b/c", false},
		{"a/b", "a/bc", false},
		{"a/...", "a", true},
		{"a/...", "a/b", true},
		{"a/...", "a/b/c", true},
		{"a/...", "ab", false},
		{"a...", "ab", true},
		{"a...", "a/b", true},
		{"...", "anything/at/all", true},
		{"...", "", true},
		{"a/.../z", "a/b/z", true},
		{"a/.../z", "a/b/c/z", true},
		{"a/.../z", "a/z", false},
		{"a/.../z", "a/b/zz", false},
		{".../bindings", "example.com/bindings", true},
		{".../bindings/...", "example.com/bindings/policy", true},
		{".../bindings/...", "example.com/bind/policy", false},
		{"a...b...c", "axbxc", true},
		{"a...b...c", "axcxb", false},
		{"a...a", "a", false},
		{"", "", true},
		{"", "a", false},
	} {
		if got := bindings.MatchPath(test.pattern, test.path); got != test.want {
			t.Errorf("MatchPath(%q, %q) = %t, want %t", test.pattern, test.path, got, test.want)
		}
	}
}

// sending lists what the methods of a binding's types send, "Type.Method" -> signature, and that of promoted methods at their own type.
func sending(r *bindings.Resolver, pkg *packages.Package) map[string]string {
	found := map[string]string{}
	for _, name := range pkg.Types.Scope().Names() {
		typeName, ok := pkg.Types.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		named, ok := typeName.Type().(*types.Named)
		if !ok {
			continue
		}
		for fn := range named.Methods() {
			if function, ok := r.Method(fn); ok {
				found[name+"."+fn.Name()] = function.Signature
			}
		}
	}
	return found
}

func abiOf(t *testing.T, name string) *selectors.ABI {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(moduleDir, "abi", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	abi, err := selectors.ParseABI(data)
	if err != nil {
		t.Fatal(err)
	}
	return abi
}

func signatures(abi *selectors.ABI) []string {
	var list []string
	for _, m := range abi.Methods {
		list = append(list, m.Signature)
	}
	return list
}

// TestMethod asks for every method of bindings that abigen has written, in each of the three ways there are to know.
func TestMethod(t *testing.T) {
	abi := abiOf(t, "Shapes")
	v1, err := selectors.BindingsV1("Shapes", abi, nil)
	if err != nil {
		t.Fatal(err)
	}
	v2, err := selectors.BindingsV2("Shapes", abi, nil)
	if err != nil {
		t.Fatal(err)
	}
	lock := &compatregistry.Lock{}
	for _, m := range abi.Methods {
		lock.Selectors = append(lock.Selectors, compatregistry.LockedSelector{Contract: "Shapes", Selector: m.Selector, Signature: m.Signature})
	}
	for path, list := range map[string][]selectors.GoMethod{"shapes": v1, "shapesv2": v2} {
		for _, m := range list {
			lock.Methods = append(lock.Methods, compatregistry.LockedMethod{
				ImportPath: module + "/bindings/" + path, Type: m.Type, Name: m.Name, Contract: "Shapes", Selector: m.Method.Selector,
			})
		}
	}
	for _, binding := range []struct {
		name    string
		methods []selectors.GoMethod
	}{{"shapes", v1}, {"shapesv2", v2}} {
		pkg := loaded(t, binding.name)
		want := map[string]string{}
		for _, m := range binding.methods {
			want[m.Type+"."+m.Name] = m.Method.Signature
		}
		resolvers := map[string]*bindings.Resolver{
			"own syntax": bindings.NewResolver(pkg.Fset, pkg.Syntax, catalog.Of(registryOf(t, "Shapes", "", signatures(abi)...), nil)),
			"source":     bindings.NewResolver(pkg.Fset, nil, catalog.Of(registryOf(t, "Shapes", "", signatures(abi)...), nil)),
			"lock file":  bindings.NewResolver(noSources(), nil, catalog.Of(registryOf(t, "Shapes", "", signatures(abi)...), lock)),
			"ABI":        bindings.NewResolver(noSources(), nil, catalog.Of(registryOf(t, "Shapes", "abi/Shapes.json", signatures(abi)...), nil)),
			"signatures": bindings.NewResolver(noSources(), nil, catalog.Of(registryOf(t, "Shapes", "", signatures(abi)...), nil)),
		}
		for name, resolver := range resolvers {
			t.Run(binding.name+"/"+name, func(t *testing.T) { compare(t, want, sending(resolver, pkg)) })
		}
	}
}

func compare(t *testing.T, want, got map[string]string) {
	t.Helper()
	for method, signature := range want {
		if got[method] != signature {
			t.Errorf("%s sends %q, want %q", method, got[method], signature)
		}
	}
	for method, signature := range got {
		if want[method] == "" {
			t.Errorf("%s sends %q, want nothing", method, signature)
		}
	}
}

// TestMethodOfAliases has a binding in which two methods bear each other's names: its source is believed, not the ABI beside it.
func TestMethodOfAliases(t *testing.T) {
	abi := abiOf(t, "NewtonPolicy")
	pkg := loaded(t, "aliased")
	resolver := bindings.NewResolver(pkg.Fset, nil, catalog.Of(registryOf(t, "NewtonPolicy", "abi/NewtonPolicy.json", signatures(abi)...), nil))
	got := sending(resolver, pkg)
	for method, want := range map[string]string{
		"NewtonPolicyCaller.CodeDigest":         "getPolicyCodeHash()",
		"NewtonPolicyCaller.PolicyCodeHash":     "owner()",
		"NewtonPolicySession.Owner":             "policyCodeHash()",
		"NewtonPolicyCallerSession.Owner":       "policyCodeHash()",
		"NewtonPolicyTransactor.SetMetadataCid": "setMetadataCid(string)",
	} {
		if got[method] != want {
			t.Errorf("%s sends %q, want %q", method, got[method], want)
		}
	}
}

func TestContractOfMetaData(t *testing.T) {
	registry := registryOf(t, "NewtonPolicy", "", "getPolicyCodeHash()")
	for _, test := range []struct {
		binding, object, contract string
		ok                        bool
	}{
		{"policy", "NewtonPolicyMetaData", "NewtonPolicy", true},
		{"policy", "NewtonPolicyABI", "NewtonPolicy", true},
		{"policyv2", "NewtonPolicyMetaData", "NewtonPolicy", true},
		{"constabi", "NewtonPolicyABI", "NewtonPolicy", true},
		{"oracle", "OracleMetaData", "", true},
		{"oracle", "OracleABI", "", true},
		{"oraclev2", "OracleMetaData", "", true},
		{"policy", "NewtonPolicyCaller", "", false},
		{"policy", "NewNewtonPolicy", "", false},
	} {
		pkg := loaded(t, test.binding)
		resolver := bindings.NewResolver(pkg.Fset, nil, catalog.Of(registry, nil))
		contract, ok := resolver.ContractOfMetaData(pkg.Types.Scope().Lookup(test.object))
		if contract != test.contract || ok != test.ok {
			t.Errorf("%s.%s: %q, %t; want %q, %t", test.binding, test.object, contract, ok, test.contract, test.ok)
		}
	}
}

func TestRaw(t *testing.T) {
	registry := registryOf(t, "NewtonPolicy", "", "getPolicyCodeHash()")
	for _, test := range []struct{ binding, typ, method, contract string }{
		{"policy", "NewtonPolicyRaw", "Call", "NewtonPolicy"},
		{"policy", "NewtonPolicyRaw", "Transact", "NewtonPolicy"},
		{"policy", "NewtonPolicyCallerRaw", "Call", "NewtonPolicy"},
		{"policy", "NewtonPolicyTransactorRaw", "Transact", "NewtonPolicy"},
		{"policy", "NewtonPolicyRaw", "Transfer", ""},
		{"policy", "NewtonPolicyCaller", "Owner", ""},
		{"oracle", "OracleRaw", "Call", ""},
	} {
		pkg := loaded(t, test.binding)
		resolver := bindings.NewResolver(pkg.Fset, nil, catalog.Of(registry, nil))
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(pkg.Types.Scope().Lookup(test.typ).Type()), true, pkg.Types, test.method)
		contract, ok := resolver.Raw(obj.(*types.Func))
		if contract != test.contract || ok != (test.contract != "") {
			t.Errorf("%s.%s: %q, %t; want %q", test.typ, test.method, contract, ok, test.contract)
		}
	}
}

func TestBinds(t *testing.T) {
	everywhere := registryOf(t, "NewtonPolicy", "", "getPolicyCodeHash()").Contract("NewtonPolicy")
	for name, want := range map[string]bool{"policy": true, "policyv2": true, "constabi": true, "oracle": false, "settlement": false} {
		if got := bindings.Binds(everywhere, loaded(t, name).Types); got != want {
			t.Errorf("Binds(%s) = %t, want %t", name, got, want)
		}
	}
	elsewhere := *everywhere
	elsewhere.Bindings = []string{"example.com/other/..."}
	if bindings.Binds(&elsewhere, loaded(t, "policy").Types) {
		t.Error("a package that no pattern matches is taken for a binding")
	}
	if !strings.HasPrefix(loaded(t, "policy").PkgPath, module) {
		t.Fatal("the bindings are not the test module's")
	}
}
