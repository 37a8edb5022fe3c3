package bindings

import (
	"go/types"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/internal/catalog"
)

// InterfaceMethod returns the registered functions whose binding method has the name and signature of fn, a method of an interface that a
// user wrote, typically so that a mock can stand in for the binding. pkg is the package that uses the interface.
//
// The names are those abigen gives, and besides those of the bindings that pkg imports: there an alias or the number of an overload shows.
func (r *Resolver) InterfaceMethod(fn *types.Func, pkg *types.Package) []*catalog.Required {
	found := r.importedLike(fn, pkg)
	add := func(required *catalog.Required) {
		if !slices.Contains(found, required) {
			found = append(found, required)
		}
	}
	for _, required := range r.catalog.ByGoName(fn.Name()) {
		if r.boundLike(fn.Signature(), required) {
			add(required)
		}
	}
	for _, prefix := range []string{"TryPack", "Pack"} {
		name, ok := strings.CutPrefix(fn.Name(), prefix)
		if !ok {
			continue
		}
		for _, required := range r.catalog.ByGoName(name) {
			if packs(fn.Signature(), required, prefix == "TryPack") {
				add(required)
			}
		}
	}
	return found
}

// boundLike accepts the shapes that abigen v1 gives the methods of Caller and Transactor: (opts, inputs…). The shape of sessions, (inputs…),
// has nothing of Ethereum in it, so that only a binding can tell.
func (r *Resolver) boundLike(signature *types.Signature, required *catalog.Required) bool {
	params := signature.Params()
	if params.Len() == 0 || !inputsMatch(params, 1, required) {
		return false
	}
	switch optsOf(params.At(0).Type()) {
	case "CallOpts":
		return r.returnsMatch(signature.Results(), required)
	case "TransactOpts":
		return sendsTransaction(signature.Results())
	}
	return false
}

// importedLike compares with the methods of the bindings that pkg imports or holds. A session's method counts only where the session
// satisfies the whole interface.
func (r *Resolver) importedLike(fn *types.Func, pkg *types.Package) []*catalog.Required {
	if r.imported == nil {
		r.imported = map[string][]importedMethod{}
		for _, p := range append(pkg.Imports(), pkg) {
			r.importMethods(p)
		}
	}
	iface, ok := fn.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var found []*catalog.Required
	for _, m := range r.imported[fn.Name()] {
		if !types.Identical(fn.Type(), m.fn.Type()) || slices.Contains(found, m.required) {
			continue
		}
		receiver := m.fn.Signature().Recv().Type()
		if !strings.HasSuffix(Receiver(m.fn).Obj().Name(), "Session") || types.Implements(receiver, iface) {
			found = append(found, m.required)
		}
	}
	return found
}

// An importedMethod is a method of a binding that sends a registered function.
type importedMethod struct {
	fn       *types.Func
	required *catalog.Required
}

// importMethods takes the names of a package's types before the types: few packages are bindings, and looking up an object of export data
// has a price.
func (r *Resolver) importMethods(pkg *types.Package) {
	if !importsBinding(pkg) {
		return
	}
	for _, name := range pkg.Scope().Names() {
		if !r.namesContract(name) {
			continue
		}
		if typeName, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok {
			r.importMethodsOf(typeName)
		}
	}
}

// importsBinding reports whether a package can be a binding: its types then mention a bound contract, or an ABI.
func importsBinding(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return IsBindPath(p.Path()) || p.Path() == abiPath })
}

func (r *Resolver) namesContract(typeName string) bool {
	return slices.ContainsFunc(typeSuffixes, func(suffix string) bool {
		base, ok := strings.CutSuffix(typeName, suffix)
		return ok && base != "" && len(r.catalog.Contracts(base)) > 0
	})
}

func (r *Resolver) importMethodsOf(name *types.TypeName) {
	named, ok := types.Unalias(name.Type()).(*types.Named)
	if !ok {
		return
	}
	for fn := range named.Methods() {
		function, ok := r.Method(fn)
		if !ok {
			continue
		}
		if required := r.catalog.Function(function.Contract, function.Selector); required != nil {
			r.imported[fn.Name()] = append(r.imported[fn.Name()], importedMethod{fn, required})
		}
	}
}

// optsOf names the options type of a binding's first parameter, or returns "".
func optsOf(t types.Type) string {
	pointer, ok := types.Unalias(t).(*types.Pointer)
	if !ok || !IsBindPath(typePackage(pointer)) {
		return ""
	}
	return types.Unalias(pointer.Elem()).(*types.Named).Obj().Name()
}

func inputsMatch(params *types.Tuple, from int, required *catalog.Required) bool {
	if params.Len()-from != len(required.Inputs) {
		return false
	}
	for i, input := range required.Inputs {
		if !goType(input, params.At(from+i).Type()) {
			return false
		}
	}
	return true
}

func endsInError(results *types.Tuple) bool {
	return results.Len() > 0 && types.Identical(results.At(results.Len()-1).Type(), types.Universe.Lookup("error").Type())
}

func sendsTransaction(results *types.Tuple) bool {
	if results.Len() != 2 || !endsInError(results) {
		return false
	}
	pointer, ok := types.Unalias(results.At(0).Type()).(*types.Pointer)
	return ok && isNamed(pointer.Elem(), "github.com/ethereum/go-ethereum/core/types", "Transaction")
}

// returnsMatch compares with the outputs where they are known. abigen returns several named outputs as one struct.
func (r *Resolver) returnsMatch(results *types.Tuple, required *catalog.Required) bool {
	if !endsInError(results) {
		return false
	}
	returns, known := r.returns(required)
	if !known {
		return true
	}
	values := results.Len() - 1
	if values == 1 && len(returns) > 1 {
		return goStruct("("+strings.Join(returns, ",")+")", results.At(0).Type())
	}
	if values != len(returns) {
		return false
	}
	for i, output := range returns {
		if !goType(output, results.At(i).Type()) {
			return false
		}
	}
	return true
}

// returns gives the outputs of a registered function, where the ABI or the registry tells.
func (r *Resolver) returns(required *catalog.Required) (outputs []string, known bool) {
	contract := r.catalog.Registry.Contract(required.Contract)
	if contract != nil && contract.ABI != nil {
		if method, ok := contract.ABI.BySelector(required.Selector); ok {
			return method.Returns, true
		}
	}
	for _, feature := range required.Features {
		for _, s := range feature.Selectors {
			if s.Selector == required.Selector && s.Returns != nil {
				return s.Returns, true
			}
		}
	}
	return nil, false
}

// packs accepts the shape of abigen v2's PackM (which panics) and TryPackM.
func packs(signature *types.Signature, required *catalog.Required, try bool) bool {
	results := signature.Results()
	want := 1
	if try {
		want = 2
	}
	if results.Len() != want || !isByteSlice(results.At(0).Type()) || (try && !endsInError(results)) {
		return false
	}
	return inputsMatch(signature.Params(), 0, required)
}
