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
	subject map[*types.Var]bool // the variables that tell which contract it reaches
	depth   int
}

func (j *judge) climb(feature string, call inspector.Cursor) *climb {
	return &climb{judge: j, feature: feature, call: call.Node(), subject: j.subject(call.Node())}
}

// from judges the code at cursor. target is the call whose error tells whether the selector was there; nil where there is no such call, so
// that only what stands before or around the place can guard it.
func (c *climb) from(cursor inspector.Cursor, target ast.Node) (Kind, []Defect) {
	if c.depth++; c.depth > maxClimb {
		return Unguarded, []Defect{{Fault: TooComplex, Pos: cursor.Node().Pos()}}
	}
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch node := function.Node().(type) {
		case *ast.FuncDecl:
			return c.declared(node, cursor, target)
		case *ast.FuncLit:
			return c.literal(function, node, cursor, target)
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
	return c.from(cursor, nil)
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
		return Unguarded, []Defect{{Fault: NewInLegacy, Pos: w.Legacy.Pos()}}, true
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

func (c *climb) declared(decl *ast.FuncDecl, cursor inspector.Cursor, target ast.Node) (Kind, []Defect) {
	run := c.simulate(decl.Type, decl.Body, cursor.Node(), target)
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
			return c.duty(fn, run, target != nil)
		case d.Verb == directive.Guard && d.Kind == directive.GuardSupports:
			return probe(run)
		}
	}
	if kind, defects, ok := c.onlyInWrappers(fn, run.hidden.Fault == "" && target != nil); ok {
		return c.inField(kind, defects, decl.Type, run, target != nil)
	}
	return Unguarded, run.defects
}

// duty judges a function that moves its duty to its callers: it must have callers, and hand them the error.
func (c *climb) duty(fn *types.Func, run outcome, hasTarget bool) (Kind, []Defect) {
	switch {
	case entryPoint(fn):
		return Unguarded, []Defect{{Fault: DutyWithoutCallers, Pos: fn.Pos()}}
	case !returnsError(fn.Signature()), hasTarget && run.hidden.Fault != "":
		return Unguarded, []Defect{{Fault: DutyHidden, Pos: fn.Pos()}}
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
func (c *climb) inField(kind Kind, defects []Defect, signature *ast.FuncType, run outcome, hasTarget bool) (Kind, []Defect) {
	if kind == Wrapper && hasTarget && run.hidden.Fault != "" && lastIsError(c.info, signature) {
		return Unguarded, []Defect{run.hidden}
	}
	return kind, defects
}

// onlyInWrappers judges an unexported function by its mentions: where each is a wrapper's New, or is called in the closure that is one, the
// function runs nowhere else.
func (c *climb) onlyInWrappers(fn *types.Func, returnsOwn bool) (Kind, []Defect, bool) {
	if fn.Exported() {
		return Unguarded, nil, false
	}
	return c.mentions(fn, func(cursor inspector.Cursor) (Kind, []Defect, bool) {
		if kind, defects, ok := c.field(cursor); ok {
			return kind, defects, true
		}
		return c.insideField(cursor, returnsOwn)
	})
}

// insideField judges a call in a closure that is a wrapper's New or Legacy.
func (c *climb) insideField(fn inspector.Cursor, returnsOwn bool) (Kind, []Defect, bool) {
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
		kind, defects := c.inPlace(fn.Parent(), returnsOwn)
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
func (c *climb) literal(function inspector.Cursor, lit *ast.FuncLit, cursor inspector.Cursor, target ast.Node) (Kind, []Defect) {
	run := c.simulate(lit.Type, lit.Body, cursor.Node(), target)
	if run.kind != Unguarded {
		return run.kind, nil
	}
	if kind, defects, ok := c.field(function); ok {
		return c.inField(kind, defects, lit.Type, run, target != nil)
	}
	kind, defects := c.fate(function, run.hidden.Fault == "")
	if kind == Unguarded && noGuard(defects) && !noGuard(run.defects) {
		return kind, run.defects // the closure says more about what is wrong than the place it is called from
	}
	return kind, defects
}

func noGuard(defects []Defect) bool {
	return !slices.ContainsFunc(defects, func(d Defect) bool { return d.Fault != Direct && d.Fault != Escapes })
}

// fate follows a closure to the places where it runs. returnsOwn says that it hands the error to whoever calls it.
func (c *climb) fate(function inspector.Cursor, returnsOwn bool) (Kind, []Defect) {
	switch kind, i := function.ParentEdge(); kind {
	case edge.ParenExpr_X:
		return c.fate(function.Parent(), returnsOwn)
	case edge.CallExpr_Fun:
		return c.inPlace(function.Parent(), returnsOwn)
	case edge.CallExpr_Args:
		if call := function.Parent(); c.api.Passthrough(call.Node().(*ast.CallExpr)) {
			return c.inPlace(call, returnsOwn)
		}
	case edge.AssignStmt_Rhs:
		assign := function.Parent().Node().(*ast.AssignStmt)
		if len(assign.Lhs) == len(assign.Rhs) && assign.Tok == token.DEFINE {
			return c.variable(assign.Lhs[i], returnsOwn)
		}
	case edge.ValueSpec_Values:
		spec := function.Parent().Node().(*ast.ValueSpec)
		if len(spec.Names) == len(spec.Values) {
			return c.variable(spec.Names[i], returnsOwn)
		}
	}
	return Unguarded, []Defect{{Fault: Escapes, Pos: function.Node().Pos()}}
}

// inPlace goes on at a call that runs the closure here and now. go and defer run it where nothing can see its error.
func (c *climb) inPlace(call inspector.Cursor, returnsOwn bool) (Kind, []Defect) {
	switch kind, _ := call.ParentEdge(); kind {
	case edge.GoStmt_Call, edge.DeferStmt_Call:
		return Unguarded, []Defect{{Fault: Escapes, Pos: call.Node().Pos()}}
	}
	if !returnsOwn {
		return c.from(call, nil)
	}
	return c.from(call, call.Node())
}

// variable follows a closure that is held by a variable to every mention of it.
func (c *climb) variable(name ast.Expr, returnsOwn bool) (Kind, []Defect) {
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
		kind, defects := c.fate(cursor, returnsOwn)
		return kind, defects, true
	})
	if !ok && defects == nil {
		defects = []Defect{{Fault: Escapes, Pos: id.Pos()}}
	}
	return kind, defects
}

// reassigned reports whether a variable is assigned another value anywhere in the package.
func (j *judge) reassigned(obj types.Object) bool {
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
