package guard

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A callee is a function whose body is executed where it is called: a function literal, or a function of the package.
type callee struct {
	node      ast.Node // *ast.FuncLit or *ast.FuncDecl
	signature *ast.FuncType
	body      *ast.BlockStmt
}

func literalCallee(lit *ast.FuncLit) *callee {
	return &callee{node: lit, signature: lit.Type, body: lit.Body}
}

func declaredCallee(decl *ast.FuncDecl) *callee {
	return &callee{node: decl, signature: decl.Type, body: decl.Body}
}

// params returns the variables of the parameters in order, nil for those without a name.
func (j *judge) params(signature *ast.FuncType) []*types.Var {
	var vars []*types.Var
	for _, field := range signature.Params.List {
		if len(field.Names) == 0 {
			vars = append(vars, nil)
		}
		for _, name := range field.Names {
			v, _ := j.info.Defs[name].(*types.Var)
			vars = append(vars, v)
		}
	}
	return vars
}

// closure returns the function literal that a variable holds for good: it is declared with it and never assigned to.
func (j *judge) closure(expr ast.Expr) *ast.FuncLit {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok {
		lit, _ := ast.Unparen(expr).(*ast.FuncLit)
		return lit
	}
	v, ok := j.info.Uses[id].(*types.Var)
	if !ok || v.Parent() == j.pass.Pkg.Scope() {
		return nil
	}
	if _, isFunc := v.Type().Underlying().(*types.Signature); !isFunc {
		return nil
	}
	if lit, known := j.closures[v]; known {
		return lit
	}
	j.closures[v] = nil
	lit := j.declaredWith(v)
	if lit != nil && j.reassigned(v) {
		lit = nil
	}
	j.closures[v] = lit
	return lit
}

// declaredWith returns the function literal that stands in a variable's declaration.
func (j *judge) declaredWith(v *types.Var) *ast.FuncLit {
	cursor, ok := j.root.FindByPos(v.Pos(), v.Pos())
	if !ok {
		return nil
	}
	var value ast.Expr
	switch kind, i := cursor.ParentEdge(); kind {
	case edge.AssignStmt_Lhs:
		if assign := cursor.Parent().Node().(*ast.AssignStmt); assign.Tok == token.DEFINE && len(assign.Lhs) == len(assign.Rhs) {
			value = assign.Rhs[i]
		}
	case edge.ValueSpec_Names:
		if spec := cursor.Parent().Node().(*ast.ValueSpec); len(spec.Values) == len(spec.Names) {
			value = spec.Values[i]
		}
	}
	lit, _ := ast.Unparen(orNothing(value)).(*ast.FuncLit)
	return lit
}

// inPlace reports whether a function literal runs only where this function can see it: it is called or deferred there, or given to a function
// that calls it, directly or by way of a variable.
func (j *judge) inPlace(lit *ast.FuncLit) bool {
	known, ok := j.transparent[lit]
	if ok {
		return known
	}
	j.transparent[lit] = false // one that calls itself is none
	if cursor, ok := j.root.FindNode(lit); ok {
		j.transparent[lit] = j.runsHere(cursor)
	}
	return j.transparent[lit]
}

func (j *judge) runsHere(cursor inspector.Cursor) bool {
	switch kind, i := cursor.ParentEdge(); kind {
	case edge.ParenExpr_X:
		return j.runsHere(cursor.Parent())
	case edge.CallExpr_Fun:
		call, _ := cursor.Parent().ParentEdge()
		return call != edge.GoStmt_Call
	case edge.CallExpr_Args:
		return j.callsArgument(cursor.Parent().Node().(*ast.CallExpr), i)
	case edge.AssignStmt_Rhs:
		assign := cursor.Parent().Node().(*ast.AssignStmt)
		return assign.Tok == token.DEFINE && len(assign.Lhs) == len(assign.Rhs) && j.heldInPlace(assign.Lhs[i])
	case edge.ValueSpec_Values:
		spec := cursor.Parent().Node().(*ast.ValueSpec)
		return len(spec.Names) == len(spec.Values) && j.heldInPlace(spec.Names[i])
	}
	return false
}

// heldInPlace reports whether every mention of a variable that holds a function literal runs it in the function that declares it.
func (j *judge) heldInPlace(name ast.Expr) bool {
	id, ok := name.(*ast.Ident)
	if !ok {
		return false
	}
	if id.Name == "_" {
		return true
	}
	v, ok := j.info.Defs[id].(*types.Var)
	if !ok || v.Parent() == j.pass.Pkg.Scope() || j.reassigned(v) {
		return false
	}
	for _, ref := range j.referencesTo(v) {
		cursor, ok := j.root.FindByPos(ref.Pos(), ref.End())
		if !ok || !j.runsHere(cursor) {
			return false
		}
		for function := range cursor.Enclosing((*ast.FuncLit)(nil)) {
			lit := function.Node().(*ast.FuncLit)
			if lit.Pos() <= v.Pos() && v.Pos() < lit.End() {
				break
			}
			if !j.inPlace(lit) {
				return false
			}
		}
	}
	return true
}

// callsArgument reports whether a call runs the function it is given as its i-th argument, and keeps it nowhere.
func (j *judge) callsArgument(call *ast.CallExpr, i int) bool {
	if kind := j.info.Types[call.Fun]; kind.IsType() {
		return false
	}
	if j.api.Passthrough(call) {
		return true
	}
	decl := j.body(j.callee(call))
	if decl == nil {
		return false
	}
	params := j.params(decl.Type)
	return i < len(params) && !variadic(decl.Type) && params[i] != nil && j.onlyCalled(params[i])
}

func variadic(signature *ast.FuncType) bool {
	list := signature.Params.List
	if len(list) == 0 {
		return false
	}
	_, ok := list[len(list)-1].Type.(*ast.Ellipsis)
	return ok
}

// onlyCalled reports whether a parameter is called, compared with nil, or handed to functions that call it, and nothing else, outside of
// closures that run elsewhere.
func (j *judge) onlyCalled(param *types.Var) bool {
	if known, ok := j.called[param]; ok {
		return known
	}
	j.called[param] = true // a function that hands it on to itself
	ok := true
	for _, ref := range j.referencesTo(param) {
		cursor, found := j.root.FindByPos(ref.Pos(), ref.End())
		if !found || !j.runsHere(cursor) && !comparedWithNil(j.info, cursor) {
			ok = false
			break
		}
		for function := range cursor.Enclosing((*ast.FuncLit)(nil)) {
			if lit := function.Node().(*ast.FuncLit); lit.End() <= param.Pos() || lit.Pos() > param.Pos() {
				ok = ok && j.inPlace(lit)
			}
		}
	}
	j.called[param] = ok
	return ok
}

func comparedWithNil(info *types.Info, cursor inspector.Cursor) bool {
	binary, ok := cursor.Parent().Node().(*ast.BinaryExpr)
	return ok && (isNil(info, binary.X) || isNil(info, binary.Y))
}

// onlyRead reports whether a function follows the pointer it is given as its i-th argument, and keeps it nowhere.
func (j *judge) onlyRead(call *ast.CallExpr, i int) bool {
	decl := j.body(j.callee(call))
	if decl == nil || variadic(decl.Type) {
		return false
	}
	params := j.params(decl.Type)
	if i >= len(params) || params[i] == nil {
		return false
	}
	for _, ref := range j.referencesTo(params[i]) {
		cursor, ok := j.root.FindByPos(ref.Pos(), ref.End())
		if !ok || !comparedWithNil(j.info, cursor) && !isStar(cursor) {
			return false
		}
		for function := range cursor.Enclosing((*ast.FuncLit)(nil)) {
			if !j.inPlace(function.Node().(*ast.FuncLit)) {
				return false
			}
		}
	}
	return true
}

func isStar(cursor inspector.Cursor) bool {
	kind, _ := cursor.ParentEdge()
	return kind == edge.StarExpr_X
}

// maxHelpers is how far down a chain of helpers guards are looked for.
const maxHelpers = 3

// touchesGuards reports whether a function of the package asks for a flag, classifies an error or records a detection, itself or by the
// helpers that it calls.
func (j *judge) touchesGuards(decl *ast.FuncDecl) bool {
	if len(j.guarding) == 0 {
		return false
	}
	return j.guardDistance(decl, maxHelpers) < maxHelpers
}

// guardDistance returns over how many calls a function comes to a guard, or limit where it takes that many or more.
func (j *judge) guardDistance(decl *ast.FuncDecl, limit int) int {
	if j.guarding[decl] {
		return 0
	}
	if limit <= 1 {
		return limit
	}
	if known, ok := j.distance[decl]; ok && known.limit >= limit {
		return min(known.distance, limit)
	}
	j.distance[decl] = distance{limit, limit} // of a function that calls itself
	nearest := limit
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if next := j.body(j.callee(call)); next != nil {
				nearest = min(nearest, 1+j.guardDistance(next, nearest-1))
			}
		}
		return nearest > 1
	})
	j.distance[decl] = distance{limit, nearest}
	return nearest
}

// A distance is what guardDistance has found out: exact if it is below the limit up to which it was looked for.
type distance struct{ limit, distance int }
