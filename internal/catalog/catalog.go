// Package catalog turns a registry and its lock file into lookup tables: which features a selector, a name or a binding type stands for.
//
// A catalog is built once per registry, so that the cost of analysing a package does not grow with the number of registered selectors.
// It knows nothing of Go syntax.
package catalog

import (
	"slices"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// A Function is a function of a contract in the registry.
type Function struct {
	Contract  string
	Signature string
	Selector  selectors.Selector
}

// String is how messages name the function: "NewtonPolicy.getPolicyCodeHash()".
func (f Function) String() string { return f.Contract + "." + f.Signature }

// A Required is a registered function, with the features that introduced it. A selector that several contracts share (siblings) has a
// Required for each contract.
type Required struct {
	Function
	Name     string   // Solidity name
	Inputs   []string // canonical types
	ABIName  string   // what accounts/abi accepts for it; exact when the contract's ABI is known
	Exact    bool     // ABIName comes from an ABI
	Features []*compatregistry.Feature
}

// A Method is a Go method of a binding and the function it sends, as the lock file has it.
type Method struct {
	Type, Name string
	Function   Function
}

// A Catalog is immutable and safe for concurrent use.
type Catalog struct {
	Registry *compatregistry.Registry
	Lock     *compatregistry.Lock // nil when there is none

	types      map[string][]*compatregistry.Contract
	functions  *functions
	aliases    map[string][]*Required // by Go names that abigen's --alias chose
	byPackage  map[string][]Method
	bindings   map[string][]compatregistry.LockedBinding
	directives map[string][]compatregistry.LockedDirective
	forwarders map[string][]compatregistry.LockedForwarder
}

var catalogs sync.Map // *compatregistry.Registry -> func() *Catalog

// Of returns the catalog of a registry and the lock file that was loaded with it (nil for none), building it on first use.
func Of(registry *compatregistry.Registry, lock *compatregistry.Lock) *Catalog {
	once, _ := catalogs.LoadOrStore(registry, sync.OnceValue(func() *Catalog { return build(registry, lock) }))
	return once.(func() *Catalog)()
}

func build(registry *compatregistry.Registry, lock *compatregistry.Lock) *Catalog {
	c := &Catalog{
		Registry:   registry,
		Lock:       lock,
		types:      make(map[string][]*compatregistry.Contract, len(registry.Contracts)),
		functions:  newFunctions(registry),
		aliases:    map[string][]*Required{},
		byPackage:  map[string][]Method{},
		bindings:   map[string][]compatregistry.LockedBinding{},
		directives: map[string][]compatregistry.LockedDirective{},
		forwarders: map[string][]compatregistry.LockedForwarder{},
	}
	for _, contract := range registry.Contracts {
		for _, name := range contract.Types {
			c.types[name] = append(c.types[name], contract)
		}
	}
	if lock != nil {
		c.addLock(lock)
	}
	return c
}

func (c *Catalog) addLock(lock *compatregistry.Lock) {
	signatures := make(map[key]string, len(lock.Selectors))
	for _, s := range lock.Selectors {
		signatures[key{s.Contract, s.Selector}] = s.Signature
	}
	for _, m := range lock.Methods {
		function := Function{Contract: m.Contract, Selector: m.Selector, Signature: signatures[key{m.Contract, m.Selector}]}
		c.byPackage[m.ImportPath] = append(c.byPackage[m.ImportPath], Method{Type: m.Type, Name: m.Name, Function: function})
		if required := c.Function(m.Contract, m.Selector); required != nil {
			c.alias(required, m.Name)
		}
	}
	for _, b := range lock.Bindings {
		c.bindings[b.ImportPath] = append(c.bindings[b.ImportPath], b)
	}
	for _, d := range lock.Directives {
		symbol := withoutParameters(d.Symbol)
		c.directives[symbol] = append(c.directives[symbol], d)
	}
	for _, f := range lock.Forwarders {
		symbol := withoutParameters(f.Symbol)
		c.forwarders[symbol] = append(c.forwarders[symbol], f)
	}
}

// withoutParameters cuts the type parameters out of a symbol. How types.Func.FullName prints them depends on where the function was read from:
// source has the method's own names for them, export data the type's.
func withoutParameters(symbol string) string {
	i, j := strings.IndexByte(symbol, '['), strings.LastIndexByte(symbol, ']')
	if i < 0 || j < i {
		return symbol
	}
	return symbol[:i] + symbol[j+1:]
}

// alias makes a Go name that abigen's --alias chose findable in interfaces.
func (c *Catalog) alias(required *Required, goName string) {
	if selectors.GoName(required.ABIName) != goName && !slices.Contains(c.aliases[goName], required) {
		c.aliases[goName] = append(c.aliases[goName], required)
	}
}

// Contracts returns the contracts that have the abigen type name.
func (c *Catalog) Contracts(typeName string) []*compatregistry.Contract { return c.types[typeName] }

// Function returns the registered function of a contract, or nil.
func (c *Catalog) Function(contract string, selector selectors.Selector) *Required {
	return c.functions.get(key{contract, selector})
}

// Functions returns every registered function of a contract, in no particular order.
func (c *Catalog) Functions(contract string) []*Required { return c.functions.of(contract) }

// BySelector returns the registered functions with the selector, one for each contract.
func (c *Catalog) BySelector(selector selectors.Selector) []*Required {
	return c.functions.withSelector(selector)
}

// ByABIName returns the registered functions that Pack, Call and Transact accept the name for. contract "" means any. arguments is the
// number of values passed along, or -1 where it cannot be seen: it tells overloads apart where no ABI does, and from those of an older ABI,
// which the service may hold beside the current one.
func (c *Catalog) ByABIName(name, contract string, arguments int) []*Required {
	var found []*Required
	for _, required := range namedOrNumbered(c.functions.withABIName, name) {
		switch {
		case contract != "" && required.Contract != contract:
		case arguments >= 0 && arguments != len(required.Inputs):
		default:
			found = append(found, required)
		}
	}
	return found
}

// namedOrNumbered also takes "foo0" for foo(…) where no ABI says which number the overload has.
func namedOrNumbered(named func(string) []*Required, name string) []*Required {
	found := named(name)
	base := strings.TrimRight(name, "0123456789")
	if base == name || base == "" {
		return found
	}
	for _, required := range named(base) {
		if !required.Exact {
			found = append(found, required)
		}
	}
	return found
}

// ByGoName returns the registered functions to which abigen gives the Go method name. Overloads share it, as long as no ABI tells them
// apart: compare the parameters.
func (c *Catalog) ByGoName(name string) []*Required { return namedOrNumbered(c.goNamed, name) }

func (c *Catalog) goNamed(name string) []*Required {
	found := c.functions.withGoName(name)
	if aliased := c.aliases[name]; len(aliased) > 0 {
		found = sorted(append(found, aliased...))
	}
	return found
}

// Locked returns the binding methods of an import path as the lock file has them, and whether it has any.
func (c *Catalog) Locked(importPath string) ([]Method, bool) {
	methods, ok := c.byPackage[importPath]
	return methods, ok
}

// LockedBindings returns the binding sources of an import path as the lock file has them.
func (c *Catalog) LockedBindings(importPath string) []compatregistry.LockedBinding {
	return c.bindings[importPath]
}

// Directives returns what the lock file says of a symbol's //compat: comments. Type parameters in a symbol do not count.
func (c *Catalog) Directives(symbol string) []compatregistry.LockedDirective {
	return c.directives[withoutParameters(symbol)]
}

// Forwarders returns the parameters of a symbol that are contract method names, as the lock file has them. Type parameters in a symbol do not
// count.
func (c *Catalog) Forwarders(symbol string) []compatregistry.LockedForwarder {
	return c.forwarders[withoutParameters(symbol)]
}
