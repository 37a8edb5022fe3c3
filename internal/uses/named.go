package uses

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A nameTaker is a mention of something that takes a contract method's name: a function, or the Methods map of an ABI.
type nameTaker struct {
	mention  ast.Expr                          // an identifier, or a function literal that is called in place
	index    bool                              // mention is the field abi.ABI.Methods
	param    int                               // which argument is the name
	values   int                               // how many arguments stand before the method's own, or -1 where they cannot be told
	packs    bool                              // calldata is made there, and not sent
	contract string                            // the only contract whose functions it can name; "" for any
	abi      func(call *ast.CallExpr) ast.Expr // the expression that holds the ABI, if there is one
}

const (
	abiPath    = "github.com/ethereum/go-ethereum/accounts/abi"
	bindPath   = abiPath + "/bind"
	bindV2Path = bindPath + "/v2"
)

// takers returns the mentions of what takes a contract method's name, in order of position. Those that wanted refuses are binding methods.
func (n *names) takers(wanted func(*ast.Ident) bool) []nameTaker {
	var takers []nameTaker
	for id, obj := range n.info.Uses {
		switch obj := obj.(type) {
		case *types.Func:
			if wanted(id) {
				takers = append(takers, n.takes(id, obj)...)
			}
		case *types.Var:
			if isMethodsField(obj) {
				takers = append(takers, nameTaker{mention: id, index: true, packs: true})
			}
		}
	}
	return sortedTakers(takers)
}

func sortedTakers(takers []nameTaker) []nameTaker {
	slices.SortFunc(takers, func(a, b nameTaker) int {
		return cmp.Or(cmp.Compare(a.mention.Pos(), b.mention.Pos()), cmp.Compare(a.param, b.param))
	})
	return takers
}

// takes says how fn takes a contract method's name: by what go-ethereum's own functions do, by the registry's guards.callers, or, for a
// function of another package, by what its source or the lock file says.
func (n *names) takes(id *ast.Ident, fn *types.Func) []nameTaker {
	origin := fn.Origin()
	if taker, ok := n.gethTaker(id, origin); ok {
		return []nameTaker{taker}
	}
	if len(n.callers) > 0 && n.callers[origin.FullName()] {
		if param, ok := firstString(origin.Signature()); ok {
			return []nameTaker{{mention: id, param: param, values: valuesAfter(origin.Signature(), param)}}
		}
	}
	if origin.Pkg() == nil || origin.Pkg() == n.pkg || !n.namesMethod(id, origin) {
		return nil
	}
	var takers []nameTaker
	for _, f := range n.others(origin) {
		taker := nameTaker{mention: id, param: f.Parameter, values: -1, packs: f.Packs, contract: f.Contract}
		if f.Values > 0 {
			taker.values = f.Values
		}
		takers = append(takers, taker)
	}
	return takers
}

// namesMethod reports whether a call may name a contract's method to fn: by a registered name, or by a parameter of the function around it.
// Other packages are asked only then, which is what makes reading them free for the code that calls no contract.
func (n *names) namesMethod(id *ast.Ident, fn *types.Func) bool {
	params := fn.Signature().Params()
	for i := range params.Len() {
		if !isString(params.At(i).Type()) {
			continue
		}
		_, name, ok := n.site(nameTaker{mention: id, param: i})
		if !ok {
			return false
		}
		if slices.ContainsFunc(n.strings(name), n.registered) {
			return true
		}
		if _, ok := n.parameter(name); ok && n.hasRegistered() {
			return true
		}
	}
	return false
}

func (n *names) registered(text string) bool { return len(n.catalog.ByABIName(text, "", -1)) > 0 }

// valuesAfter returns where the method's own arguments begin when they plainly follow its name, as a final "...any", and -1 otherwise.
func valuesAfter(signature *types.Signature, name int) int {
	last := signature.Params().Len() - 1
	if !signature.Variadic() || last != name+1 {
		return -1
	}
	element, ok := signature.Params().At(last).Type().(*types.Slice).Elem().Underlying().(*types.Interface)
	if !ok || !element.Empty() {
		return -1
	}
	return last
}

func (n *names) gethTaker(id *ast.Ident, fn *types.Func) (nameTaker, bool) {
	if fn.Signature().Recv() == nil {
		return nameTaker{}, false
	}
	if contract, ok := n.bindings.Raw(fn); ok {
		return callOrTransact(id, fn.Name(), contract), true
	}
	switch fn.FullName() {
	case "(*" + bindPath + ".BoundContract).Call", "(*" + bindV2Path + ".BoundContract).Call",
		"(*" + bindPath + ".BoundContract).Transact", "(*" + bindV2Path + ".BoundContract).Transact":
		taker := callOrTransact(id, fn.Name(), "")
		taker.abi = receiver
		return taker, true
	case "(" + abiPath + ".ABI).Pack":
		return nameTaker{mention: id, param: 0, values: 1, packs: true, abi: receiver}, true
	}
	return nameTaker{}, false
}

// callOrTransact knows the parameters of BoundContract and of abigen's Raw types: Call(opts, results, name, values...) and
// Transact(opts, name, values...).
func callOrTransact(id *ast.Ident, name, contract string) nameTaker {
	if name == "Call" {
		return nameTaker{mention: id, param: 2, values: 3, contract: contract}
	}
	return nameTaker{mention: id, param: 1, values: 2, contract: contract}
}

func receiver(call *ast.CallExpr) ast.Expr {
	if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return selector.X
	}
	return nil
}

func firstString(signature *types.Signature) (int, bool) {
	for i := range signature.Params().Len() {
		if isString(signature.Params().At(i).Type()) {
			return i, true
		}
	}
	return 0, false
}

func isString(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

func isMethodsField(v *types.Var) bool {
	return v.IsField() && v.Name() == "Methods" && v.Pkg() != nil && v.Pkg().Path() == abiPath
}

// site finds the expression that takes the name, and the name's expression.
func (n *names) site(taker nameTaker) (site inspector.Cursor, name ast.Expr, ok bool) {
	cursor, ok := n.cursorAt(taker.mention)
	if !ok {
		return site, nil, false
	}
	expr := wholeReference(cursor)
	if taker.index {
		// wholeReference has climbed past the index: x.Methods["name"].
		index, ok := expr.Node().(*ast.IndexExpr)
		if !ok || presenceTest(expr) {
			return site, nil, false
		}
		return expr, index.Index, true
	}
	site, ok = calledBy(expr)
	if !ok {
		return site, nil, false
	}
	call := site.Node().(*ast.CallExpr)
	param := taker.param + n.receiverArgument(call)
	if param >= len(call.Args) {
		return site, nil, false
	}
	return site, call.Args[param], true
}

// receiverArgument is 1 for a method expression, T.M(x, args…), whose first argument is the receiver.
func (n *names) receiverArgument(call *ast.CallExpr) int {
	if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if selection, ok := n.info.Selections[selector]; ok && selection.Kind() == types.MethodExpr {
			return 1
		}
	}
	return 0
}

// presenceTest recognises "_, ok := x.Methods[name]", which asks the local ABI and sends nothing.
func presenceTest(index inspector.Cursor) bool {
	var first ast.Expr
	switch kind, _ := index.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		if assign := index.Parent().Node().(*ast.AssignStmt); len(assign.Lhs) == 2 && len(assign.Rhs) == 1 {
			first = assign.Lhs[0]
		}
	case edge.ValueSpec_Values:
		if spec := index.Parent().Node().(*ast.ValueSpec); len(spec.Names) == 2 && len(spec.Values) == 1 {
			first = spec.Names[0]
		}
	}
	id, ok := first.(*ast.Ident)
	return ok && id.Name == "_"
}

func abiExpr(taker nameTaker, site inspector.Cursor) ast.Expr {
	switch node := site.Node().(type) {
	case *ast.IndexExpr:
		if selector, ok := ast.Unparen(node.X).(*ast.SelectorExpr); ok {
			return selector.X
		}
	case *ast.CallExpr:
		if taker.abi != nil {
			return taker.abi(node)
		}
	}
	return nil
}

// valuesPassed counts the method's own arguments, or returns -1 where they cannot be counted.
func (n *names) valuesPassed(taker nameTaker, site inspector.Cursor) int {
	call, ok := site.Node().(*ast.CallExpr)
	if !ok || taker.values < 0 || call.Ellipsis.IsValid() {
		return -1
	}
	return len(call.Args) - taker.values - n.receiverArgument(call)
}
