// Package bindings tells which contract function a Go method of an abigen binding sends.
//
// The answer comes from the binding's source at the declared position, which cannot be out of date; where that is not to be read (a build
// system that ships export data only), from the lock file; and only where neither is there from abigen's naming rules. Which expressions
// of a program are such methods is for package uses.
package bindings

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/gobinding"
)

// A Resolver answers for one package's analysis. It is not safe for concurrent use.
type Resolver struct {
	catalog *catalog.Catalog
	sources *sources
	methods map[*types.Func]answer
	seen    map[string][]*selectors.ABI
	// imported holds the registered methods of the bindings in reach, by name; built on first need.
	imported map[string][]importedMethod
}

type answer struct {
	function catalog.Function
	ok       bool
}

// NewResolver returns a resolver for a package whose own syntax is files.
func NewResolver(fset *token.FileSet, files []*ast.File, c *catalog.Catalog) *Resolver {
	return &Resolver{catalog: c, sources: newSources(fset, files), methods: map[*types.Func]answer{}, seen: map[string][]*selectors.ABI{}}
}

// Seen returns the ABIs of the bindings that answered, by contract.
func (r *Resolver) Seen() map[string][]*selectors.ABI { return r.seen }

func (r *Resolver) see(contract *compatregistry.Contract, abi *selectors.ABI) {
	if abi != nil && !slices.Contains(r.seen[contract.Name], abi) {
		r.seen[contract.Name] = append(r.seen[contract.Name], abi)
	}
}

// Suffixes abigen gives to the types of one contract, longest first so that cutting one cannot leave another.
var typeSuffixes = []string{"TransactorSession", "CallerSession", "TransactorRaw", "CallerRaw", "Transactor", "Caller", "Session", "Raw", ""}

// Receiver returns the named type of a method's receiver, or nil for a function.
func Receiver(fn *types.Func) *types.Named {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	t := types.Unalias(recv.Type())
	if pointer, ok := t.(*types.Pointer); ok {
		t = types.Unalias(pointer.Elem())
	}
	named, _ := t.(*types.Named)
	return named
}

// A candidate is a contract of the registry that a type may be a binding of, and the type's name without its suffix.
type candidate struct {
	contract *compatregistry.Contract
	base     string
}

// candidates returns the contracts that the type may be a binding of. There are several only where one contract's name is another's with a suffix
// of abigen's: PolicyCaller is a type of Policy, or a contract of its own.
func (r *Resolver) candidates(named *types.Named) []candidate {
	obj := named.Obj()
	if obj.Pkg() == nil {
		return nil
	}
	var found []candidate
	for _, suffix := range typeSuffixes {
		base, ok := strings.CutSuffix(obj.Name(), suffix)
		if !ok || base == "" {
			continue
		}
		for _, contract := range r.catalog.Contracts(base) {
			if isBinding(contract, obj.Pkg(), base) {
				found = append(found, candidate{contract, base})
				break
			}
		}
	}
	return found
}

func isBinding(contract *compatregistry.Contract, pkg *types.Package, base string) bool {
	if len(contract.Bindings) == 0 {
		return isAbigen(pkg, base)
	}
	for _, pattern := range contract.Bindings {
		if MatchPath(pattern, pkg.Path()) {
			return true
		}
	}
	return false
}

// isAbigen recognises a generated binding by what abigen leaves in the package's scope: the metadata, or the ABI before there was metadata.
func isAbigen(pkg *types.Package, base string) bool {
	return pkg.Scope().Lookup(base+"MetaData") != nil || pkg.Scope().Lookup(base+"ABI") != nil
}

// MatchPath reports whether an import path matches a pattern in which "..." stands for any text, as in the go command's patterns:
// "x/..." matches x itself as well.
func MatchPath(pattern, importPath string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok && !strings.Contains(prefix, "...") {
		return importPath == prefix || strings.HasPrefix(importPath, prefix+"/")
	}
	parts := strings.Split(pattern, "...")
	if len(parts) == 1 {
		return pattern == importPath
	}
	if !strings.HasPrefix(importPath, parts[0]) {
		return false
	}
	rest := importPath[len(parts[0]):]
	for _, part := range parts[1 : len(parts)-1] {
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return strings.HasSuffix(rest, parts[len(parts)-1])
}

// Method returns the contract function that calling (or packing with) fn sends.
func (r *Resolver) Method(fn *types.Func) (catalog.Function, bool) {
	fn = fn.Origin()
	if known, ok := r.methods[fn]; ok {
		return known.function, known.ok
	}
	function, ok := r.method(fn)
	r.methods[fn] = answer{function, ok}
	return function, ok
}

func (r *Resolver) method(fn *types.Func) (catalog.Function, bool) {
	named := Receiver(fn)
	if named == nil || types.IsInterface(named) {
		return catalog.Function{}, false
	}
	candidates := r.candidates(named)
	if len(candidates) == 0 {
		return catalog.Function{}, false
	}
	for _, c := range candidates {
		if function, ok := r.fromSource(c, fn); ok {
			return function, true
		}
	}
	for _, c := range candidates {
		if _, ok := r.sources.binding(fn.Pos(), c.base); ok {
			return catalog.Function{}, false // the source is there, and sends nothing by this method
		}
	}
	if methods, ok := r.catalog.Locked(fn.Pkg().Path()); ok {
		for _, m := range methods {
			if m.Type == named.Obj().Name() && m.Name == fn.Name() {
				return m.Function, true
			}
		}
		return catalog.Function{}, false
	}
	for _, c := range candidates {
		if function, ok := r.named(c.contract, c.base, fn); ok {
			return function, true
		}
	}
	return catalog.Function{}, false
}

// fromSource reads what the method sends in the binding that declares it.
func (r *Resolver) fromSource(c candidate, fn *types.Func) (catalog.Function, bool) {
	binding, ok := r.sources.binding(fn.Pos(), c.base)
	if !ok {
		return catalog.Function{}, false
	}
	r.see(c.contract, binding.ABI)
	return r.declared(c.contract, binding.Methods, Receiver(fn).Obj().Name(), fn.Name())
}

func (r *Resolver) declared(contract *compatregistry.Contract, methods []gobinding.Method, typeName, name string) (catalog.Function, bool) {
	for _, m := range methods {
		if m.Type == typeName && m.Name == name {
			return r.function(contract, m.Selector, m.Signature), true
		}
	}
	return catalog.Function{}, false
}

// function prefers the binding's own signature; a method known by its comment alone has none, so the registry's or the selector stand in.
func (r *Resolver) function(contract *compatregistry.Contract, selector selectors.Selector, signature string) catalog.Function {
	if signature == "" {
		signature = selector.String()
		if required := r.catalog.Function(contract.Name, selector); required != nil {
			signature = required.Signature
		}
	}
	return catalog.Function{Contract: contract.Name, Signature: signature, Selector: selector}
}

// named goes by the names abigen would choose: from the contract's ABI where the registry has one, else from the registered signatures.
func (r *Resolver) named(contract *compatregistry.Contract, base string, fn *types.Func) (catalog.Function, bool) {
	typeName := Receiver(fn).Obj().Name()
	if contract.ABI != nil {
		for _, m := range abigenNames(base, contract.ABI) {
			if m.Type == typeName && m.Name == fn.Name() {
				return r.function(contract, m.Method.Selector, m.Method.Signature), true
			}
		}
		return catalog.Function{}, false
	}
	bare := fn.Name()
	if typeName == base {
		bare = strings.TrimPrefix(strings.TrimPrefix(bare, "Try"), "Pack")
	}
	for _, required := range r.catalog.ByGoName(bare) {
		if required.Contract == contract.Name && takesInputs(fn.Signature().Params(), required) {
			return required.Function, true
		}
	}
	return catalog.Function{}, false
}

// takesInputs tells overloads apart by the parameters of a binding method, which may start with options.
func takesInputs(params *types.Tuple, required *catalog.Required) bool {
	if params.Len() > 0 && optsOf(params.At(0).Type()) != "" {
		return inputsMatch(params, 1, required)
	}
	return inputsMatch(params, 0, required)
}

// abigenNames leaves out an ABI that needs aliases: only the binding's source or the lock file tell those.
func abigenNames(base string, abi *selectors.ABI) []selectors.GoMethod {
	v1, _ := selectors.BindingsV1(base, abi, nil)
	v2, _ := selectors.BindingsV2(base, abi, nil)
	return append(v1, v2...)
}

// Raw returns the contract whose XRaw, XCallerRaw or XTransactorRaw type fn is a method of, and whether fn is Call or Transact of one.
func (r *Resolver) Raw(fn *types.Func) (contract string, ok bool) {
	if fn.Name() != "Call" && fn.Name() != "Transact" {
		return "", false
	}
	named := Receiver(fn)
	if named == nil || !strings.HasSuffix(named.Obj().Name(), "Raw") {
		return "", false
	}
	candidates := r.candidates(named)
	if len(candidates) == 0 {
		return "", false
	}
	return candidates[0].contract.Name, true
}

// ContractOfMetaData returns the contract that a package-level XMetaData or XABI variable belongs to. The second result says whether the
// object is such a variable at all; the contract is "" when the registry does not know it.
func (r *Resolver) ContractOfMetaData(obj types.Object) (contract string, ok bool) {
	if obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() {
		return "", false
	}
	base, ok := strings.CutSuffix(obj.Name(), "MetaData")
	if !ok {
		if base, ok = strings.CutSuffix(obj.Name(), "ABI"); !ok {
			return "", false
		}
	}
	if base == "" {
		return "", false
	}
	for _, c := range r.catalog.Contracts(base) {
		if isBinding(c, obj.Pkg(), base) {
			return c.Name, true
		}
	}
	return "", isAbigenVar(obj, base)
}

// isAbigenVar tells another contract's metadata from a user's own variable that happens to be called somethingABI.
func isAbigenVar(obj types.Object, base string) bool {
	scope := obj.Pkg().Scope()
	metadata := scope.Lookup(base + "MetaData")
	return metadata != nil && isMetaData(metadata.Type())
}

func isMetaData(t types.Type) bool {
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "MetaData" && IsBindPath(typePackage(t))
}

func typePackage(t types.Type) string {
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil {
		return named.Obj().Pkg().Path()
	}
	return ""
}

// go-ethereum's import paths of ABIs, and the two of what calls contracts: bind is the older one, an alias of bind/v2 since v1.15.
const (
	abiPath    = "github.com/ethereum/go-ethereum/accounts/abi"
	bindPath   = abiPath + "/bind"
	bindV2Path = bindPath + "/v2"
)

// IsBindPath reports whether an import path is that of go-ethereum's bind package, in either version.
func IsBindPath(path string) bool { return path == bindPath || path == bindV2Path }

// Binds reports whether the package holds a binding of the contract.
func Binds(contract *compatregistry.Contract, pkg *types.Package) bool {
	for _, base := range contract.Types {
		if isBinding(contract, pkg, base) && (isAbigen(pkg, base) || pkg.Scope().Lookup(base) != nil) {
			return true
		}
	}
	return false
}
