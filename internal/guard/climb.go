package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/directive"
)

// maxClimb bounds how many functions and variables a judgement goes through on its way out of nested closures.
const maxClimb = 16

// A climb judges one place for one feature, from the innermost function outwards.
type climb struct {
	*judge
	feature string
	call    ast.Node            // the use, or what sends its calldata
	target  ast.Node            // the call whose error tells whether the selector was there; nil where there is none
	targets []inspector.Cursor  // all calls that send the same calldata
	subject map[*types.Var]bool // the variables that tell which contract it reaches
	depth   int
}

func (j *judge) climb(feature string, call inspector.Cursor) *climb {
	return &climb{judge: j, feature: feature, call: call.Node(), subject: j.subject(call.Node())}
}

// judgeCall judges a use whose error the call itself returns.
func (c *climb) judgeCall(cursor inspector.Cursor) (Kind, []Defect) {
	c.target = cursor.Node()
	return c.from(cursor)
}

// from judges the function around cursor: the use runs in it, in place or in a closure or helper that it executes.
func (c *climb) from(cursor inspector.Cursor) (Kind, []Defect) {
	if c.depth++; c.depth > maxClimb {
		return Unguarded, []Defect{{Fault: TooComplex, Pos: cursor.Node().Pos()}}
	}
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch node := function.Node().(type) {
		case *ast.FuncDecl:
			return c.declared(node)
		case *ast.FuncLit:
			return c.literal(function, node)
		}
	}
	return Unguarded, direct()
}

func direct() []Defect { return []Defect{{Fault: Direct}} }

// mention judges a method value or function value: nothing in this function sees the error of the call it will make.
func (c *climb) mention(cursor inspector.Cursor) (Kind, []Defect) {
	if kind, defects, ok := c.field(cursor); ok {
		return kind, defects
	}
	if call, ok := argumentOf(cursor); ok { // New: adapt(x.Method)
		if kind, defects, ok := c.field(call); ok {
			return kind, defects
		}
	}
	if c.runsHere(cursor) {
		c.target = cursor.Node() // what takes it as a value calls it in this function
	}
	return c.from(cursor)
}

func argumentOf(cursor inspector.Cursor) (call inspector.Cursor, ok bool) {
	kind, _ := cursor.ParentEdge()
	return cursor.Parent(), kind == edge.CallExpr_Args
}

// field judges an expression that is the value of a wrapper's New or Legacy.
func (c *climb) field(expr inspector.Cursor) (Kind, []Defect, bool) {
	value := expr.Node()
	for kind, _ := expr.ParentEdge(); kind == edge.ParenExpr_X; kind, _ = expr.ParentEdge() {
		expr = expr.Parent()
	}
	literal := expr.Parent()
	if kind, _ := expr.ParentEdge(); kind == edge.KeyValueExpr_Value {
		literal = literal.Parent()
	}
	node, ok := literal.Node().(*ast.CompositeLit)
	if !ok {
		return Unguarded, nil, false
	}
	w, ok := c.api.Wrapper(node)
	if !ok {
		return Unguarded, nil, false
	}
	switch value {
	case ast.Unparen(orNothing(w.Legacy)):
		return Unguarded, []Defect{{Fault: NewInLegacy, Pos: w.Legacy.Pos(), Name: w.LegacyField + "/" + w.CurrentField}}, true
	case ast.Unparen(orNothing(w.Current)):
		name, known := c.api.Constant(w.Feature)
		if known && name != c.feature && c.registered(name) {
			return Unguarded, []Defect{{Fault: WrongFeature, Pos: w.Feature.Pos(), Name: name}}, true
		}
		return Wrapper, nil, true
	}
	return Unguarded, nil, false
}

// registered tells another feature's name from a mistyped one, which featurekey reports: the guard is there, under a wrong name.
func (j *judge) registered(name string) bool { return j.result.Inputs.Registry.Feature(name) != nil }

func orNothing(expr ast.Expr) ast.Expr {
	if expr == nil {
		return &ast.BadExpr{}
	}
	return expr
}

func (c *climb) declared(decl *ast.FuncDecl) (Kind, []Defect) {
	run := c.simulate(declaredCallee(decl), c.call, c.target)
	c.hides = c.target != nil && run.hidden.Fault != ""
	if run.kind != Unguarded {
		return run.kind, nil
	}
	fn, ok := c.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return Unguarded, run.defects
	}
	for _, d := range c.result.Symbols.Of(fn) {
		if !d.Names(c.feature) {
			continue
		}
		switch {
		case d.Verb == directive.Requires:
			return c.duty(fn, run)
		case d.Verb == directive.Guard && d.Kind == directive.GuardSupports:
			return probe(run)
		}
	}
	if kind, defects, ok := c.onlyInWrappers(fn); ok {
		return c.inField(kind, defects, decl.Type, run)
	}
	return Unguarded, run.defects
}

// duty judges a function that moves its duty to its callers: it must have callers, and hand them the error.
func (c *climb) duty(fn *types.Func, run outcome) (Kind, []Defect) {
	switch {
	case entryPoint(fn):
		return Unguarded, []Defect{{Fault: DutyWithoutCallers, Pos: fn.Pos()}}
	case !returnsError(fn.Signature()), c.target != nil && run.hidden.Fault != "":
		return Unguarded, []Defect{{Fault: DutyHidden, Pos: fn.Pos()}}
	case run.recorded.Fault != "":
		return Unguarded, []Defect{run.recorded}
	}
	return Duty, nil
}

func probe(run outcome) (Kind, []Defect) {
	if run.probes {
		return Probe, nil
	}
	return Unguarded, []Defect{{Fault: ProbeWrong, Pos: run.probePos}}
}

// inField judges a function that is a wrapper's New: it has to return the error, or the wrapper never learns of a miss.
func (c *climb) inField(kind Kind, defects []Defect, signature *ast.FuncType, run outcome) (Kind, []Defect) {
	if kind == Wrapper && c.target != nil && run.hidden.Fault != "" && lastIsError(c.info, signature) {
		return Unguarded, []Defect{run.hidden}
	}
	return kind, defects
}

// onlyInWrappers judges an unexported function by its mentions: where each is a wrapper's New, or is called in the closure that is one, the
// function runs nowhere else.
func (c *climb) onlyInWrappers(fn *types.Func) (Kind, []Defect, bool) {
	if fn.Exported() {
		return Unguarded, nil, false
	}
	return c.mentions(fn, func(cursor inspector.Cursor) (Kind, []Defect, bool) {
		if kind, defects, ok := c.field(cursor); ok {
			return kind, defects, true
		}
		return c.insideField(cursor)
	})
}

// insideField judges a call in a closure that is a wrapper's New or Legacy.
func (c *climb) insideField(fn inspector.Cursor) (Kind, []Defect, bool) {
	if kind, _ := fn.ParentEdge(); kind != edge.CallExpr_Fun {
		return Unguarded, nil, false
	}
	for function := range fn.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if _, ok := function.Node().(*ast.FuncLit); !ok {
			return Unguarded, nil, false
		}
		if _, _, ok := c.field(function); !ok {
			return Unguarded, nil, false
		}
		kind, defects := c.calledAt(fn.Parent())
		return kind, defects, true
	}
	return Unguarded, nil, false
}

// mentions applies judge to every mention of obj. All must agree that they guard; one that knows better ends it.
func (c *climb) mentions(obj types.Object, judge func(inspector.Cursor) (Kind, []Defect, bool)) (Kind, []Defect, bool) {
	ids := c.referencesTo(obj)
	if len(ids) == 0 {
		return Unguarded, nil, false
	}
	kind := Unguarded
	for _, id := range ids {
		cursor, ok := c.root.FindByPos(id.Pos(), id.End())
		if !ok {
			return Unguarded, nil, false
		}
		if edgeKind, _ := cursor.ParentEdge(); edgeKind == edge.SelectorExpr_Sel {
			cursor = cursor.Parent()
		}
		k, defects, ok := judge(cursor)
		if !ok || k == Unguarded {
			return Unguarded, defects, ok
		}
		kind = k
	}
	return kind, nil, true
}

// literal judges a closure: by what stands in it, then by what becomes of it.
func (c *climb) literal(function inspector.Cursor, lit *ast.FuncLit) (Kind, []Defect) {
	run := c.simulate(literalCallee(lit), c.call, c.target)
	if run.kind != Unguarded {
		return run.kind, nil
	}
	if kind, defects, ok := c.field(function); ok {
		return c.inField(kind, defects, lit.Type, run)
	}
	kind, defects := c.fate(function)
	if kind == Unguarded && noGuard(defects) && !noGuard(run.defects) {
		return kind, run.defects // the closure says more about what is wrong than the place it is called from
	}
	return kind, defects
}

func noGuard(defects []Defect) bool {
	return !slices.ContainsFunc(defects, func(d Defect) bool { return d.Fault != Direct && d.Fault != Escapes })
}

// fate follows a closure to the places where it runs: the function there executes it, and is judged with it.
func (c *climb) fate(function inspector.Cursor) (Kind, []Defect) {
	switch kind, i := function.ParentEdge(); kind {
	case edge.ParenExpr_X:
		return c.fate(function.Parent())
	case edge.CallExpr_Fun:
		return c.calledAt(function.Parent())
	case edge.CallExpr_Args:
		if call := function.Parent(); c.callsArgument(call.Node().(*ast.CallExpr), i) {
			return c.calledAt(call)
		}
	case edge.ReturnStmt_Results:
		if kind, defects, ok := c.adapter(function); ok {
			return kind, defects
		}
	case edge.AssignStmt_Rhs:
		assign := function.Parent().Node().(*ast.AssignStmt)
		if len(assign.Lhs) == len(assign.Rhs) && assign.Tok == token.DEFINE {
			return c.variable(assign.Lhs[i])
		}
	case edge.ValueSpec_Values:
		spec := function.Parent().Node().(*ast.ValueSpec)
		if len(spec.Names) == len(spec.Values) {
			return c.variable(spec.Names[i])
		}
	}
	return Unguarded, []Defect{{Fault: Escapes, Pos: function.Node().Pos()}}
}

// adapter judges a closure that an unexported function returns by what becomes of it where that function is called: it may be a wrapper's New.
func (c *climb) adapter(function inspector.Cursor) (Kind, []Defect, bool) {
	decl, ok := innermost(function.Parent()).(*ast.FuncDecl)
	if !ok {
		return Unguarded, nil, false
	}
	fn, ok := c.info.Defs[decl.Name].(*types.Func)
	if !ok || fn.Exported() {
		return Unguarded, nil, false
	}
	return c.mentions(fn, func(cursor inspector.Cursor) (Kind, []Defect, bool) {
		if kind, _ := cursor.ParentEdge(); kind != edge.CallExpr_Fun {
			return Unguarded, nil, false
		}
		return c.field(cursor.Parent())
	})
}

// calledAt goes on at a call that runs the closure here and now. go and defer run it where nothing can see its error.
func (c *climb) calledAt(call inspector.Cursor) (Kind, []Defect) {
	if runsElsewhere(call) {
		return Unguarded, []Defect{{Fault: Escapes, Pos: call.Node().Pos()}}
	}
	return c.from(call)
}

// variable follows a closure that is held by a variable to every mention of it.
func (c *climb) variable(name ast.Expr) (Kind, []Defect) {
	id, ok := name.(*ast.Ident)
	if !ok {
		return Unguarded, []Defect{{Fault: Escapes, Pos: name.Pos()}}
	}
	obj := c.info.ObjectOf(id)
	if obj == nil || obj.Exported() || c.reassigned(obj) {
		return Unguarded, []Defect{{Fault: Escapes, Pos: id.Pos()}}
	}
	kind, defects, ok := c.mentions(obj, func(cursor inspector.Cursor) (Kind, []Defect, bool) {
		if kind, defects, ok := c.field(cursor); ok {
			return kind, defects, true
		}
		kind, defects := c.fate(cursor)
		return kind, defects, true
	})
	if !ok && defects == nil {
		defects = []Defect{{Fault: Escapes, Pos: id.Pos()}}
	}
	return kind, defects
}

// reassigned reports whether a variable is assigned another value anywhere in the package.
func (j *judge) reassigned(obj types.Object) bool {
	known, ok := j.assignedTo[obj]
	if !ok {
		known = j.findAssignment(obj)
		j.assignedTo[obj] = known
	}
	return known
}

func (j *judge) findAssignment(obj types.Object) bool {
	for _, id := range j.referencesTo(obj) {
		cursor, ok := j.root.FindByPos(id.Pos(), id.End())
		if !ok {
			return true
		}
		switch kind, _ := cursor.ParentEdge(); kind {
		case edge.AssignStmt_Lhs:
			return true
		case edge.UnaryExpr_X:
			return cursor.Parent().Node().(*ast.UnaryExpr).Op == token.AND
		}
	}
	return false
}
