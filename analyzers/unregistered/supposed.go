package unregistered

import (
	"cmp"
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/selectors"
)

// function names a function of a contract.
type function struct {
	contract string
	selector selectors.Selector
}

// accepted are the functions that the lock file has, or that somebody registered or admitted; and those of the registry's ABI files that
// are none of these. They are the same for every package.
type accepted struct {
	functions map[function]bool
	contracts map[string]bool // those with a baseline: another one's first entry in the lock file is going to be its own
	fromABIs  map[function]compatregistry.RequiredSelector
}

type acceptedKey struct {
	registry *compatregistry.Registry
	lock     *compatregistry.Lock
}

var acceptedBy sync.Map // acceptedKey -> func() *accepted

func acceptedOf(registry *compatregistry.Registry, lock *compatregistry.Lock) *accepted {
	once, _ := acceptedBy.LoadOrStore(acceptedKey{registry, lock}, sync.OnceValue(func() *accepted { return accept(registry, lock) }))
	return once.(func() *accepted)()
}

func accept(registry *compatregistry.Registry, lock *compatregistry.Lock) *accepted {
	a := &accepted{functions: map[function]bool{}, contracts: map[string]bool{}, fromABIs: map[function]compatregistry.RequiredSelector{}}
	for _, s := range lock.Selectors {
		a.functions[function{s.Contract, s.Selector}] = true
		a.contracts[s.Contract] = true
	}
	for _, admitted := range lock.Admitted {
		a.functions[function{admitted.Contract, admitted.Selector}] = true
	}
	for _, f := range registry.Features {
		for _, contract := range f.Contracts {
			for _, s := range f.Selectors {
				a.functions[function{contract, s.Selector}] = true
			}
		}
	}
	for _, contract := range registry.Contracts {
		a.add(a.fromABIs, contract.Name, contract.ABI)
	}
	return a
}

// add enters the functions of an ABI that nobody accepted.
func (a *accepted) add(into map[function]compatregistry.RequiredSelector, contract string, abi *selectors.ABI) {
	if abi == nil || !a.contracts[contract] {
		return
	}
	for _, m := range abi.Methods {
		key := function{contract, m.Selector}
		if a.functions[key] {
			continue
		}
		signature, err := selectors.ParseSignature(m.Signature)
		if err != nil {
			continue // an ABI that was parsed has no such signature
		}
		into[key] = compatregistry.RequiredSelector{
			Signature: m.Signature, Name: signature.Name, Inputs: signature.Inputs, Selector: m.Selector, Returns: m.Returns,
		}
	}
}

// supposed makes a feature for each contract with new functions: of the ABI files, and of the bindings in the package's reach. A package that
// reaches no binding costs nothing, as long as the lock file is up to date with the ABI files.
func supposed(pass *analysis.Pass, result *guard.Result) []*compatregistry.Feature {
	known := acceptedOf(result.Inputs.Registry, result.Inputs.Lock)
	reach(pass, result)
	found := map[function]compatregistry.RequiredSelector{}
	for key, s := range known.fromABIs {
		found[key] = s
	}
	for contract, abis := range result.Bindings.Seen() {
		for _, abi := range abis {
			known.add(found, contract, abi)
		}
	}
	byContract := map[string]*compatregistry.Feature{}
	for key, s := range found {
		feature := byContract[key.contract]
		if feature == nil {
			feature = &compatregistry.Feature{
				Name: "unregistered:" + key.contract, Contracts: []string{key.contract}, State: compatregistry.Planned,
				Criticality: compatregistry.Critical,
			}
			byContract[key.contract] = feature
		}
		feature.Selectors = append(feature.Selectors, s)
	}
	return inOrder(byContract)
}

func inOrder(byContract map[string]*compatregistry.Feature) []*compatregistry.Feature {
	features := make([]*compatregistry.Feature, 0, len(byContract))
	for _, feature := range byContract {
		slices.SortFunc(feature.Selectors, func(a, b compatregistry.RequiredSelector) int { return cmp.Compare(a.Signature, b.Signature) })
		features = append(features, feature)
	}
	slices.SortFunc(features, func(a, b *compatregistry.Feature) int { return strings.Compare(a.Name, b.Name) })
	return features
}

// reach makes the resolver read the bindings that the package imports or holds. It has read those already whose methods are called here,
// wherever they come from; names and interfaces lead to others.
func reach(pass *analysis.Pass, result *guard.Result) {
	for _, pkg := range append(pass.Pkg.Imports(), pass.Pkg) {
		if !importsBind(pkg) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			for _, contract := range result.Catalog.Contracts(name) {
				if bindings.Binds(contract, pkg) {
					readBinding(result.Bindings, pkg, name)
				}
			}
		}
	}
}

// importsBind recognises the packages that can be a binding.
func importsBind(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return bindings.IsBindPath(p.Path()) })
}

// readBinding asks for one method of a binding, for which its source is read. abigen v1 declares them on two halves, v2 on the type itself.
func readBinding(resolver *bindings.Resolver, pkg *types.Package, base string) {
	for _, name := range []string{base, base + "Caller", base + "Transactor"} {
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		named, ok := types.Unalias(obj.Type()).(*types.Named)
		if !ok {
			continue
		}
		for method := range named.Methods() {
			resolver.Method(method)
			break
		}
	}
}
