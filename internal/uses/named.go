package uses

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A nameTaker is a mention of something that takes a contract method's name: a function, or the Methods map of an ABI.
type nameTaker struct {
	mention  ast.Expr                          // an identifier, or a function literal that is called in place
	index    bool                              // mention is the field abi.ABI.Methods
	param    int                               // which argument is the name
	values   int                               // how many arguments stand before the method's own, or -1 where they cannot be told
	contract string                            // the only contract whose functions it can name; "" for any
	abi      func(call *ast.CallExpr) ast.Expr // the expression that holds the ABI, if there is one
}

const (
	abiPath    = "github.com/ethereum/go-ethereum/accounts/abi"
	bindPath   = abiPath + "/bind"
	bindV2Path = bindPath + "/v2"
)

// takes says how fn takes a contract method's name: by what go-ethereum's own functions do, by the registry's guards.callers, or by the lock.
func (f *finder) takes(id *ast.Ident, fn *types.Func) []nameTaker {
	origin := fn.Origin()
	if taker, ok := f.gethTaker(id, origin); ok {
		return []nameTaker{taker}
	}
	if len(f.callers) > 0 && f.callers[origin.FullName()] {
		if param, ok := firstString(origin.Signature()); ok {
			return []nameTaker{{mention: id, param: param, values: valuesAfter(origin.Signature(), param)}}
		}
	}
	if origin.Pkg() == nil || origin.Pkg() == f.pass.Pkg || f.catalog.Lock == nil {
		return nil
	}
	var takers []nameTaker
	for _, param := range f.catalog.Forwarders(origin.FullName()) {
		takers = append(takers, nameTaker{mention: id, param: param, values: -1})
	}
	return takers
}

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

func (f *finder) gethTaker(id *ast.Ident, fn *types.Func) (nameTaker, bool) {
	if fn.Signature().Recv() == nil {
		return nameTaker{}, false
	}
	if contract, ok := f.bindings.Raw(fn); ok {
		return callOrTransact(id, fn.Name(), contract), true
	}
	switch fn.FullName() {
	case "(*" + bindPath + ".BoundContract).Call", "(*" + bindV2Path + ".BoundContract).Call",
		"(*" + bindPath + ".BoundContract).Transact", "(*" + bindV2Path + ".BoundContract).Transact":
		taker := callOrTransact(id, fn.Name(), "")
		taker.abi = receiver
		return taker, true
	case "(" + abiPath + ".ABI).Pack":
		return nameTaker{mention: id, param: 0, values: 1, abi: receiver}, true
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

// A forwarder is a parameter that is passed on as a method's name, and how its function is called: by the name of an object, or as a
// literal in place.
type forwarder struct {
	obj   types.Object
	lit   *ast.FuncLit
	param int

	signature *ast.FuncType
}

// named follows every name taker to the name it is given. Where the name is a parameter of the enclosing function, that function is a
// forwarder, and its own mentions are name takers too.
func (f *finder) named(takers []nameTaker) {
	known := map[forwarder]bool{}
	for len(takers) > 0 {
		taker := takers[0]
		takers = takers[1:]
		site, name, ok := f.site(taker)
		if !ok {
			continue
		}
		for _, text := range f.strings(name) {
			f.addNamed(taker, site, text)
		}
		found, ok := f.parameter(name)
		if !ok || known[found] {
			continue
		}
		known[found] = true
		values := f.valuesPassedOn(taker, site, found)
		if found.lit != nil {
			takers = append(takers, nameTaker{mention: found.lit, param: found.param, values: values, contract: taker.contract})
		}
		for _, id := range f.referencesTo(found.obj) {
			takers = append(takers, nameTaker{mention: id, param: found.param, values: values, contract: taker.contract})
		}
	}
}

// valuesPassedOn returns where the method's own arguments begin among a forwarder's, if it passes its variadic parameter on as it is:
// f(name, args...) { … Pack(name, args...) … }. Otherwise they cannot be counted at its calls.
func (f *finder) valuesPassedOn(taker nameTaker, site inspector.Cursor, found forwarder) int {
	call, ok := site.Node().(*ast.CallExpr)
	if !ok || !call.Ellipsis.IsValid() || taker.values != len(call.Args)-1 {
		return -1
	}
	param, ok := f.variable(call.Args[len(call.Args)-1]).(*types.Var)
	if !ok || f.assignedTo(param).count > 0 || f.assignedTo(param).taken {
		return -1
	}
	if position, ok := indexOf(f.pass.TypesInfo, found.signature, param); ok {
		return position
	}
	return -1
}

// site finds the expression that takes the name, and the name's expression.
func (f *finder) site(taker nameTaker) (site inspector.Cursor, name ast.Expr, ok bool) {
	cursor, ok := f.cursorAt(taker.mention)
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
	param := taker.param + f.receiverArgument(call)
	if param >= len(call.Args) {
		return site, nil, false
	}
	return site, call.Args[param], true
}

// receiverArgument is 1 for a method expression, T.M(x, args…), whose first argument is the receiver.
func (f *finder) receiverArgument(call *ast.CallExpr) int {
	if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if selection, ok := f.pass.TypesInfo.Selections[selector]; ok && selection.Kind() == types.MethodExpr {
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

func (f *finder) addNamed(taker nameTaker, site inspector.Cursor, name string) {
	contract := taker.contract
	if contract == "" {
		known, ok := f.contractOfABI(abiExpr(taker, site))
		if ok && known == "" {
			return // the ABI of a contract that the registry does not name
		}
		contract = known
	}
	candidates := f.catalog.ByABIName(name, contract, f.valuesPassed(taker, site))
	if len(candidates) > 0 {
		f.addRequired(Named, site, candidates)
	}
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
func (f *finder) valuesPassed(taker nameTaker, site inspector.Cursor) int {
	call, ok := site.Node().(*ast.CallExpr)
	if !ok || taker.values < 0 || call.Ellipsis.IsValid() {
		return -1
	}
	return len(call.Args) - taker.values - f.receiverArgument(call)
}

// parameter resolves a name expression to the parameter of an enclosing function that is not assigned to.
func (f *finder) parameter(name ast.Expr) (forwarder, bool) {
	param, ok := f.variable(name).(*types.Var)
	if !ok || f.assignedTo(param).count > 0 || f.assignedTo(param).taken {
		return forwarder{}, false
	}
	cursor, found := f.root.FindByPos(name.Pos(), name.End())
	if !found {
		return forwarder{}, false
	}
	for enclosing := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch node := enclosing.Node().(type) {
		case *ast.FuncDecl:
			if i, ok := indexOf(f.pass.TypesInfo, node.Type, param); ok {
				return forwarder{obj: f.pass.TypesInfo.Defs[node.Name], signature: node.Type, param: i}, true
			}
		case *ast.FuncLit:
			i, ok := indexOf(f.pass.TypesInfo, node.Type, param)
			if !ok {
				continue
			}
			if _, called := calledBy(wholeReference(enclosing)); called {
				return forwarder{lit: node, signature: node.Type, param: i}, true
			}
			holder := f.holder(enclosing)
			return forwarder{obj: holder, signature: node.Type, param: i}, holder != nil
		}
	}
	return forwarder{}, false
}

func indexOf(info *types.Info, signature *ast.FuncType, param *types.Var) (int, bool) {
	i := 0
	for _, field := range signature.Params.List {
		if len(field.Names) == 0 {
			i++
		}
		for _, name := range field.Names {
			if info.Defs[name] == param {
				return i, true
			}
			i++
		}
	}
	return 0, false
}

// holder returns the variable that a function literal is assigned to.
func (f *finder) holder(lit inspector.Cursor) types.Object {
	var name ast.Expr
	switch kind, i := lit.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		if assign := lit.Parent().Node().(*ast.AssignStmt); len(assign.Lhs) == len(assign.Rhs) {
			name = assign.Lhs[i]
		}
	case edge.ValueSpec_Values:
		if spec := lit.Parent().Node().(*ast.ValueSpec); len(spec.Names) == len(spec.Values) {
			name = spec.Names[i]
		}
	}
	id, ok := name.(*ast.Ident)
	if !ok {
		return nil
	}
	return f.pass.TypesInfo.ObjectOf(id)
}
