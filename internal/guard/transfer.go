package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// node runs one statement or expression of a block. Where the use (or a flag read) has several outcomes, there are several states after it.
func (s *simulation) node(n ast.Node, st *state) []*state {
	st = st.clone()
	st.results = nil
	if s.target == nil && within(s.place, n) && !s.inClosure(n) {
		s.reach(st)
	}
	if expr, ok := n.(ast.Expr); ok {
		st.untag(expr)
	}
	s.effects(n, st)
	states := s.execute(n, st)
	for _, st := range states {
		s.assignments(n, st)
		if expr, ok := n.(ast.Expr); ok && s.top().graph.evaluated[n] {
			st.tagged(expr, s.value(expr, st))
		}
		switch n := n.(type) {
		case *ast.DeferStmt:
			s.deferring(n, st)
		case *ast.ReturnStmt:
			s.returns(n, st)
		}
	}
	if _, ok := n.(*ast.ReturnStmt); ok {
		return nil
	}
	return states
}

// reach notes that the place is run.
func (s *simulation) reach(st *state) {
	s.proved = s.proved || st.proven
	s.reached = s.reached || !st.proven && !st.flagLost
}

func within(inner, outer ast.Node) bool {
	return inner != nil && outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// inClosure reports whether the place stands in a closure inside n: then it does not run here.
func (s *simulation) inClosure(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(child ast.Node) bool {
		if lit, ok := child.(*ast.FuncLit); ok {
			found = found || lit != s.place && within(s.place, lit.Body)
			return false
		}
		return !found
	})
	return found
}

// effects notes the records that are made, and the functions that the error is handed to.
func (s *simulation) effects(n ast.Node, st *state) {
	ast.Inspect(n, func(child ast.Node) bool {
		switch child := child.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			if _, ok := s.api.Record(child.Call); ok {
				return false // it records at the end
			}
		case *ast.SendStmt:
			st.delivered = st.delivered || s.mentionsOwn(child.Value, st)
		case *ast.CallExpr:
			if _, ok := s.api.Record(child); ok {
				s.record(child, st)
				return true
			}
			if !s.asksAbout(child) && s.resolve(child, st) == nil {
				st.delivered = st.delivered || s.mentionsOwnArgument(child, st)
				st.flagTold = st.flagTold || slices.ContainsFunc(child.Args, func(arg ast.Expr) bool {
					return s.mentions(arg, st, func(v value) bool { return v.flag })
				})
			}
		}
		return true
	})
}

// record notes a legacy detection, if it is one of the feature.
func (s *simulation) record(call *ast.CallExpr, st *state) {
	feature, _ := s.api.Record(call)
	name, known := s.api.Constant(feature)
	st.recorded = st.recorded || feature == nil || !known || name == s.feature
}

// asksAbout recognises calls that look at an error or make another one of it, which is no way of handing it on.
func (s *simulation) asksAbout(call *ast.CallExpr) bool {
	if _, ok := s.api.IsClassifier(call); ok {
		return true
	}
	fn := s.callee(call)
	if fn == nil {
		return false
	}
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	first := results.At(0).Type()
	return types.Identical(first, types.Typ[types.Bool]) || types.Identical(first, errorType) || types.Identical(first, types.Typ[types.String])
}

func (s *simulation) mentionsOwnArgument(call *ast.CallExpr, st *state) bool {
	for _, arg := range call.Args {
		if s.mentionsOwn(arg, st) {
			return true
		}
	}
	return false
}

// mentionsOwn reports whether an expression holds the use's error, or a text or value made of it.
func (s *simulation) mentionsOwn(expr ast.Expr, st *state) bool {
	return s.mentions(expr, st, func(v value) bool { return v.own })
}

func (s *simulation) mentions(expr ast.Expr, st *state, is func(value) bool) bool {
	found := false
	ast.Inspect(expr, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := s.info.Uses[id].(*types.Var); ok {
				known := st.get(v)
				found = is(known) || known.variable != nil && is(st.get(known.variable))
			}
		}
		return !found
	})
	return found
}

// awaitsContext recognises <-ctx.Done().
func (s *simulation) awaitsContext(stmt ast.Stmt) bool {
	expr, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return false
	}
	receive, ok := ast.Unparen(expr.X).(*ast.UnaryExpr)
	if !ok || receive.Op != token.ARROW {
		return false
	}
	call, ok := ast.Unparen(receive.X).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := s.callee(call)
	return fn != nil && s.api.FullName(fn) == "(context.Context).Done"
}

// runTarget forks at the use: it succeeds, misses, or fails otherwise.
func (s *simulation) runTarget(call *ast.CallExpr, st *state) []*state {
	s.reach(st)
	if st.proven {
		return s.provenOutcomes(call, st)
	}
	if st.born && st.moved {
		s.ends = append(s.ends, end{state: st, pos: call.Pos(), goesOn: true, err: st.gathered()})
	}
	var states []*state
	for _, outcome := range []kind{isNilError, isMiss, isOther} {
		next := st.clone()
		next.rebirth(outcome)
		next.result(call, s.tuple(call, value{kind: outcome, own: true})...)
		next.proven = next.proven || outcome == isNilError
		states = append(states, next)
	}
	return states
}

// provenOutcomes forks where the use runs after another has succeeded: it cannot miss, and what becomes of its error is ordinary error
// handling.
func (s *simulation) provenOutcomes(call *ast.CallExpr, st *state) []*state {
	st.born, st.used = false, true
	return s.fork(call, st, value{kind: isNilError}, value{kind: isNonNil, safe: true})
}

// fork gives the error of a call one of two values.
func (s *simulation) fork(call *ast.CallExpr, st *state, succeeded, failed value) []*state {
	other := st.clone()
	st.result(call, s.tuple(call, succeeded)...)
	other.result(call, s.tuple(call, failed)...)
	return []*state{st, other}
}

// errorResult returns which result of a call is the error, or -1. It is the last one but for singleflight and its like.
func (s *simulation) errorResult(call ast.Node) int {
	expr, _ := call.(ast.Expr)
	results, ok := s.info.TypeOf(expr).(*types.Tuple)
	if !ok {
		return 0
	}
	for i := results.Len() - 1; i >= 0; i-- {
		if types.Identical(results.At(i).Type(), errorType) {
			return i
		}
	}
	return -1
}

// sides returns what a statement assigns to what.
func sides(n ast.Node) (lhs, rhs []ast.Expr) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return n.Lhs, n.Rhs
	case *ast.ValueSpec:
		for _, name := range n.Names {
			lhs = append(lhs, name)
		}
		return lhs, n.Values
	}
	return nil, nil
}

// tracked returns the variable that an expression names, if its value can be followed.
func (s *simulation) tracked(expr ast.Expr) *types.Var {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok || id.Name == "_" {
		return nil
	}
	v, ok := s.info.ObjectOf(id).(*types.Var)
	if !ok || s.untracked[v] || v.Parent() == nil || v.Parent() == s.pass.Pkg.Scope() {
		return nil
	}
	return v
}

// siblingOutcomes forks where another use of the feature runs.
func (s *simulation) siblingOutcomes(call *ast.CallExpr, st *state) []*state {
	same := s.sameSubject(call, s.climb.call)
	st.mixed = st.mixed || !st.proven || !same // it may miss, and be recorded
	st.used = true
	if s.width > maxForks {
		return []*state{st}
	}
	states := s.fork(call, st, value{kind: isNilError}, value{kind: isNonNil, safe: st.proven && same})
	states[0].proven = st.proven || same
	return states
}

// assignments follows what a statement does to the variables that are known.
func (s *simulation) assignments(n ast.Node, st *state) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		rhs := n.Rhs
		if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
			rhs = nil // x += y
		}
		s.flagThrownAway(n.Lhs, rhs)
		s.typeSwitched(n, st)
		s.assign(n.Lhs, rhs, st, n.Pos())
	case *ast.ValueSpec:
		lhs, rhs := sides(n)
		s.flagThrownAway(lhs, rhs)
		s.assign(lhs, rhs, st, n.Pos())
		if len(rhs) == 0 {
			s.zero(n.Names, st)
		}
	case *ast.IncDecStmt:
		s.assign([]ast.Expr{n.X}, nil, st, n.Pos())
	}
}

func (s *simulation) assign(lhs, rhs []ast.Expr, st *state, pos token.Pos) {
	values := s.assigned(lhs, rhs, st)
	had := st.holdsOwn()
	made := false // another error is made of it, which does not wrap it
	for i := range lhs {
		made = made || values[i].kind == isNonNil && !values[i].own && len(rhs) == len(lhs) && s.mentionsOwn(rhs[i], st)
	}
	for i, expr := range lhs {
		if expr == nil {
			continue
		}
		s.move(expr, st)
		v := s.destination(expr, st)
		if v == nil {
			st.delivered = st.delivered || values[i].own && !isBlank(expr) && !s.isLocal(expr)
			continue
		}
		st.set(v, values[i])
	}
	if had && !made && !st.holdsOwn() && st.overwritten == token.NoPos {
		st.overwritten = pos
	}
}

// assigned returns the values that an assignment gives its targets.
func (s *simulation) assigned(lhs, rhs []ast.Expr, st *state) []value {
	values := make([]value, len(lhs))
	if len(rhs) == 1 && len(lhs) > 1 {
		copy(values, st.results[ast.Unparen(rhs[0])])
		return values
	}
	for i, expr := range lhs {
		if len(rhs) != len(lhs) {
			continue
		}
		values[i] = s.value(rhs[i], st)
		if start, ok := s.top().graph.counters[expr]; ok {
			values[i] = value{kind: isConstant, constant: start}
		}
	}
	return values
}

// destination returns the variable that an assignment changes, if it can be followed: the one it names, or the one a pointer leads to.
func (s *simulation) destination(expr ast.Expr, st *state) *types.Var {
	if star, ok := ast.Unparen(expr).(*ast.StarExpr); ok {
		return s.value(star.X, st).variable
	}
	return s.tracked(expr)
}

// isLocal reports whether an expression names a local variable.
func (s *simulation) isLocal(expr ast.Expr) bool {
	v := s.variableOf(expr)
	return v != nil && v.Parent() != s.pass.Pkg.Scope()
}

// zero gives variables that are declared without a value their zero value.
func (s *simulation) zero(names []*ast.Ident, st *state) {
	for _, name := range names {
		if v := s.tracked(name); v != nil {
			s.zeroVar(v, st)
		}
	}
}

func (s *simulation) zeroVar(v *types.Var, st *state) {
	if s.untracked[v] {
		return
	}
	switch {
	case types.Identical(v.Type(), errorType):
		st.set(v, value{kind: isNilError})
	case isBool(v.Type()):
		st.set(v, value{kind: isFalse})
	case isEnumeration(v.Type()):
		st.set(v, value{kind: isConstant, constant: "0"})
	}
}

// move notes an assignment to a variable that tells which contract is called: what was proven of the last one says nothing of the next.
func (s *simulation) move(expr ast.Expr, st *state) {
	if v, ok := s.rootOf(expr).(*types.Var); ok && s.subject[v] {
		st.moved, st.proven = true, false
	}
}

// returns ends a path.
func (s *simulation) returns(ret *ast.ReturnStmt, st *state) {
	e := end{state: st, pos: ret.Pos()}
	switch {
	case len(ret.Results) == 0:
		e.values = namedValues(s.top().named, st)
	case len(ret.Results) == 1 && len(st.results[ast.Unparen(ret.Results[0])]) > 1:
		e.values = st.results[ast.Unparen(ret.Results[0])]
	case len(ret.Results) == 1 && s.resultCount() > 1:
		e.values = make([]value, s.resultCount()) // of a call that was not followed
	default:
		for _, result := range ret.Results {
			e.values = append(e.values, s.value(result, st))
		}
	}
	s.finish(e)
}

// resultCount is how many results the function at hand has.
func (s *simulation) resultCount() int {
	list := s.top().signature.Results
	if list == nil {
		return 0
	}
	return list.NumFields()
}

func boolOf(v value) tristate {
	switch v.kind {
	case isTrue:
		return yes
	case isFalse:
		return no
	}
	return perhaps
}
