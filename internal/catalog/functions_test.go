package catalog_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/selectors"
)

// randomRegistry has names that differ in case and underscores only, overloads, and functions that several features and contracts share.
func randomRegistry(random *rand.Rand) *compatregistry.Registry {
	names := []string{"get", "Get", "_get", "get_", "getIt", "get_it", "getit", "GETIT", "g$t", "set", "set0", "set1"}
	inputs := [][]string{nil, {"uint256"}, {"bytes", "bool"}}
	r := &compatregistry.Registry{}
	for i := range random.IntN(20) {
		feature := &compatregistry.Feature{Name: fmt.Sprint("feature_", i)}
		for j := range 1 + random.IntN(3) {
			feature.Contracts = append(feature.Contracts, fmt.Sprint("Contract", j*10+random.IntN(3)))
		}
		for range random.IntN(5) { // none, too
			name, types := names[random.IntN(len(names))], inputs[random.IntN(len(inputs))]
			signature := name + "(" + strings.Join(types, ",") + ")"
			feature.Selectors = append(feature.Selectors, compatregistry.RequiredSelector{
				Signature: signature, Name: name, Inputs: types, Selector: selectors.Of(signature),
			})
		}
		r.Features = append(r.Features, feature)
	}
	return r
}

// list returns the functions that match and their features, by looking at all of the registry.
func list(r *compatregistry.Registry, matches func(contract string, required compatregistry.RequiredSelector) bool) []string {
	features := map[string][]string{}
	for _, feature := range r.Features {
		for _, contract := range feature.Contracts {
			for _, required := range feature.Selectors {
				if name := contract + "." + required.Signature; matches(contract, required) {
					features[name] = append(features[name], feature.Name)
				}
			}
		}
	}
	lines := []string{}
	for name, list := range features {
		lines = append(lines, fmt.Sprint(name, list))
	}
	slices.Sort(lines)
	return lines
}

func lines(found []*catalog.Required) []string {
	lines := []string{}
	for _, required := range found {
		var names []string
		for _, feature := range required.Features {
			names = append(names, feature.Name)
		}
		lines = append(lines, fmt.Sprint(required.Function.String(), names))
	}
	slices.Sort(lines)
	return lines
}

// TestFunctionsAreAllFound compares every way to look functions up with a search through the whole registry.
func TestFunctionsAreAllFound(t *testing.T) {
	for seed := range uint64(40) {
		r := randomRegistry(rand.New(rand.NewPCG(seed, 0)))
		c := catalog.Of(r, nil)
		compare := func(what string, got []*catalog.Required, matches func(string, compatregistry.RequiredSelector) bool) {
			t.Helper()
			if want := list(r, matches); !slices.Equal(lines(got), want) {
				t.Fatalf("seed %d: %s: got %v, want %v", seed, what, lines(got), want)
			}
		}
		for _, feature := range append(r.Features, randomRegistry(rand.New(rand.NewPCG(seed, 1))).Features...) {
			for _, contract := range feature.Contracts {
				compare("Functions "+contract, c.Functions(contract), func(name string, _ compatregistry.RequiredSelector) bool { return name == contract })
			}
			for _, asked := range feature.Selectors {
				compare("BySelector "+asked.Signature, c.BySelector(asked.Selector), func(_ string, s compatregistry.RequiredSelector) bool {
					return s.Selector == asked.Selector
				})
				if goName := selectors.GoName(asked.Name); strings.TrimRight(goName, "0123456789") == goName {
					compare("ByGoName "+goName, c.ByGoName(goName), func(_ string, s compatregistry.RequiredSelector) bool {
						return selectors.GoName(s.Name) == goName
					})
					compare("ByABIName "+asked.Name, c.ByABIName(asked.Name, "", -1), func(_ string, s compatregistry.RequiredSelector) bool {
						return s.Name == asked.Name
					})
				}
				for _, contract := range feature.Contracts {
					var got []*catalog.Required
					if required := c.Function(contract, asked.Selector); required != nil {
						got = append(got, required)
					}
					compare("Function "+contract+"."+asked.Signature, got, func(name string, s compatregistry.RequiredSelector) bool {
						return name == contract && s.Selector == asked.Selector
					})
				}
			}
		}
	}
}

// TestFunctionsAreKept: the same function is the same pointer, whichever way it is found.
func TestFunctionsAreKept(t *testing.T) {
	c := catalog.Of(registry(t), nil)
	selector := selectors.Of("set(uint256)")
	found := []*catalog.Required{c.Function("WithABI", selector), c.ByABIName("set0", "WithABI", 1)[0]}
	for _, required := range append(c.BySelector(selector), c.ByGoName("Set0")...) {
		if required.Contract == "WithABI" {
			found = append(found, required)
		}
	}
	if len(found) != 4 || len(slices.Compact(found)) != 1 {
		t.Errorf("WithABI.set(uint256) is %v", found)
	}
}
