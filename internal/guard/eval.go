package guard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/compatlint/compatlint/internal/guardapi"
)

// eval returns what a condition is known to be, and notes in st what it asks.
func (s *simulation) eval(expr ast.Expr, st *state) tristate {
	if t := s.info.Types[expr].Value; t != nil && t.Kind() == constant.Bool {
		return truth(constant.BoolVal(t))
	}
	if results, ok := st.results[expr]; ok && len(results) == 1 {
		return boolOf(results[0])
	}
	if known, ok := st.tag(expr); ok {
		return boolOf(known)
	}
	switch e := expr.(type) {
	case *ast.ParenExpr:
		return s.eval(e.X, st)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return not(s.eval(e.X, st))
		}
	case *ast.Ident:
		if v, ok := s.info.Uses[e].(*types.Var); ok {
			return boolOf(st.get(v))
		}
	case *ast.BinaryExpr:
		return s.evalBinary(e, st)
	case *ast.CallExpr:
		return s.evalCall(e, st)
	}
	return perhaps
}

func (s *simulation) evalBinary(e *ast.BinaryExpr, st *state) tristate {
	switch e.Op {
	case token.LAND:
		x := s.eval(e.X, st)
		if x == no {
			return no
		}
		y := s.eval(e.Y, st)
		if x == yes || y == no {
			return y
		}
		return perhaps
	case token.LOR:
		x := s.eval(e.X, st)
		if x == yes {
			return yes
		}
		y := s.eval(e.Y, st)
		if x == no || y == yes {
			return y
		}
		return perhaps
	}
	if known := s.filled(e, st); known != perhaps {
		return known
	}
	switch e.Op {
	case token.EQL:
		return s.equal(e.X, e.Y, st)
	case token.NEQ:
		return not(s.equal(e.X, e.Y, st))
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return s.order(e, st)
	}
	return perhaps
}

// order compares a counter with a constant, which decides whether a loop runs at all.
func (s *simulation) order(e *ast.BinaryExpr, st *state) tristate {
	counter, bound := s.value(e.X, st), s.info.Types[e.Y].Value
	if counter.kind != isConstant || bound == nil {
		return perhaps
	}
	start := constant.MakeFromLiteral(counter.constant, token.INT, 0)
	if start.Kind() != constant.Int || bound.Kind() != constant.Int {
		return perhaps
	}
	return truth(constant.Compare(start, e.Op, bound))
}

// equal compares bools with bools and errors with nil; anything else an error is compared with cannot tell a miss.
func (s *simulation) equal(x, y ast.Expr, st *state) tristate {
	if s.isBool(x) && s.isBool(y) {
		a, b := s.eval(x, st), s.eval(y, st)
		if a == perhaps || b == perhaps {
			return perhaps
		}
		return truth(a == b)
	}
	v, w := s.value(x, st), s.value(y, st)
	if v.kind == isConstant && w.kind == isConstant {
		return truth(v.constant == w.constant)
	}
	if isNil(s.info, x) || v.kind == isNilError {
		x, y, v, w = y, x, w, v
	}
	if isNil(s.info, y) || w.kind == isNilError {
		if v.own {
			st.branched = true
		}
		switch v.kind {
		case isNilError:
			return yes
		case isMiss, isOther, isNonNil, isFunction, isPointer:
			return no
		}
		return perhaps
	}
	if s.mentionsOwn(x, st) || s.mentionsOwn(y, st) {
		s.look(st, "a comparison", x.Pos())
		if st.outcome == isNilError {
			return no
		}
	}
	return perhaps
}

func (s *simulation) isBool(expr ast.Expr) bool {
	t := s.info.TypeOf(expr)
	return t != nil && isBool(t)
}

func isBool(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsBoolean != 0
}

// isEnumeration recognises types that are made to tell a few cases apart: integers with a name of their own.
func isEnumeration(t types.Type) bool {
	if _, named := types.Unalias(t).(*types.Named); !named {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

func (s *simulation) look(st *state, name string, pos token.Pos) {
	if st.lookalike == "" {
		st.lookalike, st.lookalikeAt = name, pos
	}
}

func (s *simulation) evalCall(call *ast.CallExpr, st *state) tristate {
	if arg, ok := s.api.IsClassifier(call); ok {
		return s.classify(arg, st)
	}
	if read, ok := s.reads(call); ok && !read.HasError {
		return s.ask(call, read, st)
	}
	if s.isErrorsIsOrAs(call) && isNil(s.info, call.Args[0]) {
		return no
	}
	if s.mentionsOwnArgument(call, st) && !s.isParameter(call.Fun) {
		s.look(st, s.calleeName(call), call.Pos())
		if s.isErrorsIsOrAs(call) && (st.outcome == isNilError || st.outcome == isMiss && s.neverMiss(call)) {
			return no
		}
	}
	return perhaps
}

// isParameter recognises a function that the caller has given, such as the yield of an iterator: it is handed the error.
func (s *simulation) isParameter(fun ast.Expr) bool {
	v := s.variableOf(fun)
	return v != nil && v.Kind() == types.ParamVar
}

func (s *simulation) isErrorsIsOrAs(call *ast.CallExpr) bool {
	fn := s.callee(call)
	return fn != nil && (s.api.FullName(fn) == "errors.Is" || s.api.FullName(fn) == "errors.As")
}

// Error variables that a selector miss never wraps: compat.IsSelectorMiss says no to each.
var neverMisses = map[string]bool{
	"context.Canceled": true, "context.DeadlineExceeded": true, "io.EOF": true, "io.ErrUnexpectedEOF": true,
	"net.ErrClosed": true, "os.ErrDeadlineExceeded": true,
	"github.com/ethereum/go-ethereum/accounts/abi/bind.ErrNoCode": true, "github.com/ethereum/go-ethereum/accounts/abi/bind/v2.ErrNoCode": true,
}

// neverMiss reports whether errors.Is or errors.As asks for an error that a selector miss is not: one of those above, or one of the runtime's.
func (s *simulation) neverMiss(call *ast.CallExpr) bool {
	if len(call.Args) != 2 {
		return false
	}
	arg := ast.Unparen(call.Args[1])
	if selector, ok := arg.(*ast.SelectorExpr); ok {
		arg = selector.Sel
	}
	if v := s.variableOf(arg); v != nil && v.Pkg() != nil && neverMisses[v.Pkg().Path()+"."+v.Name()] {
		return true
	}
	t := s.info.TypeOf(arg)
	for {
		pointer, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			break
		}
		t = pointer.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == guardapi.CompatPath
}

// classify answers compat.IsSelectorMiss.
func (s *simulation) classify(arg ast.Expr, st *state) tristate {
	v := s.value(arg, st)
	switch {
	case v.own:
		st.classified = true
	case v.made:
		st.cut = true
		if v.kind == isNonNil {
			return no // a format without %w made it
		}
	case v.safe:
		return no
	}
	switch v.kind {
	case isMiss:
		return yes
	case isNilError, isOther:
		return no
	}
	return perhaps
}

// ask answers a flag read without an error result.
func (s *simulation) ask(call *ast.CallExpr, read guardapi.FlagRead, st *state) tristate {
	about, name := s.about(read)
	if !about {
		st.wrongFeature(name, call.Pos())
		return perhaps
	}
	if read.Supports {
		return s.scenario.supports
	}
	st.asked = true
	return s.scenario.strict
}

func (s *simulation) calleeName(call *ast.CallExpr) string {
	fn := s.callee(call)
	if fn == nil {
		return types.ExprString(call.Fun)
	}
	if fn.Pkg() != nil && fn.Pkg() != s.pass.Pkg && fn.Signature().Recv() == nil {
		return fn.Pkg().Name() + "." + fn.Name()
	}
	return fn.Name()
}

// refine notes what taking a branch tells about variables of which nothing was known.
func (s *simulation) refine(expr ast.Expr, taken bool, st *state) {
	switch e := ast.Unparen(expr).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			s.refine(e.X, !taken, st)
		}
	case *ast.Ident:
		if v := s.tracked(e); v != nil && s.isBool(e) {
			st.assume(v, boolKind(truth(taken)))
		}
	case *ast.BinaryExpr:
		switch {
		case e.Op == token.LAND && taken, e.Op == token.LOR && !taken:
			s.refine(e.X, taken, st)
			s.refine(e.Y, taken, st)
		case e.Op == token.EQL, e.Op == token.NEQ:
			s.refineNil(e, taken == (e.Op == token.EQL), st)
		}
	}
}

func (s *simulation) refineNil(e *ast.BinaryExpr, equal bool, st *state) {
	x, y := e.X, e.Y
	if isNil(s.info, x) {
		x, y = y, x
	}
	if !isNil(s.info, y) {
		return
	}
	if s.value(x, st).done && !equal {
		st.cancelled = true
	}
	v := s.tracked(x)
	if v == nil || !types.Identical(v.Type(), errorType) {
		return
	}
	if equal {
		st.assume(v, isNilError)
	} else {
		st.assume(v, isNonNil)
	}
}

// value returns what is known of an expression: an error, a bool, or a text made of an error.
func (s *simulation) value(expr ast.Expr, st *state) value {
	expr = ast.Unparen(expr)
	if results, ok := st.results[expr]; ok && len(results) == 1 {
		return results[0]
	}
	if known, ok := st.tag(expr); ok {
		return known
	}
	if expr == s.target {
		return value{kind: isFunction, use: true} // the use is not called here but taken as a value
	}
	if t := s.info.Types[expr]; t.Value != nil && isEnumeration(t.Type) {
		return value{kind: isConstant, constant: t.Value.ExactString()}
	}
	switch e := expr.(type) {
	case *ast.Ident:
		return s.identValue(e, st)
	case *ast.CompositeLit:
		return s.nonNil(e)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			if v := s.tracked(e.X); v != nil && (types.Identical(v.Type(), errorType) || isBool(v.Type())) {
				return value{kind: isPointer, variable: v}
			}
			return s.nonNil(e)
		}
	case *ast.StarExpr:
		if v := s.value(e.X, st).variable; v != nil {
			return st.get(v)
		}
	case *ast.SelectorExpr:
		if v, ok := s.info.Uses[e.Sel].(*types.Var); ok && s.isSentinel(v) {
			return value{kind: isNonNil, safe: true}
		}
	case *ast.CallExpr:
		return s.callValue(e, st)
	}
	if s.isBool(expr) {
		return value{kind: boolKind(s.eval(expr, st))}
	}
	return value{}
}

func (s *simulation) nonNil(expr ast.Expr) value {
	if t := s.info.TypeOf(expr); t != nil && types.AssignableTo(t, errorType) {
		return value{kind: isNonNil}
	}
	return value{}
}

func (s *simulation) identValue(id *ast.Ident, st *state) value {
	switch obj := s.info.Uses[id].(type) {
	case *types.Nil:
		return value{kind: isNilError}
	case *types.Var:
		if s.isSentinel(obj) {
			return value{kind: isNonNil, safe: true}
		}
		return st.get(obj)
	case *types.Const:
		if obj.Val().Kind() == constant.Bool {
			return value{kind: boolKind(truth(constant.BoolVal(obj.Val())))}
		}
	}
	return value{}
}

// isSentinel recognises package-level error variables such as io.EOF, which are never nil in practice. Those of the package itself have to
// be declared with a value and left alone.
func (j *judge) isSentinel(v *types.Var) bool {
	if v.Pkg() == nil || v.Parent() != v.Pkg().Scope() || !types.Identical(v.Type(), errorType) {
		return false
	}
	return v.Pkg() != j.pass.Pkg || j.initialised(v) && !j.reassigned(v)
}

func (j *judge) initialised(v *types.Var) bool {
	return slices.ContainsFunc(j.info.InitOrder, func(init *types.Initializer) bool { return slices.Contains(init.Lhs, v) })
}
