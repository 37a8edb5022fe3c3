package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/compatlint/compatlint/internal/uses"
)

// node runs one statement or expression of a block. Where the use (or a flag read) has several outcomes, there are several states after it.
func (s *simulation) node(n ast.Node, st *state) []*state {
	st = st.clone()
	here := within(s.place, n) && !s.inClosure(n)
	s.proved = s.proved || here && st.proven
	s.reached = s.reached || here && !st.proven && !st.flagLost
	s.effects(n, st)
	states := []*state{st}
	if s.target != nil && within(s.target, n) {
		if st.proven {
			states = s.provenOutcomes(n, st)
		} else {
			states = s.outcomes(n, st)
		}
	} else if call := s.sibling(n); call != nil {
		states = s.siblingOutcomes(n, call, st)
	} else if call, read := s.flagRead(n, st); call != nil {
		states = s.flagOutcomes(n, call, read, st)
	} else {
		s.assignments(n, st)
	}
	if ret, ok := n.(*ast.ReturnStmt); ok {
		for _, st := range states {
			s.returns(ret, st)
		}
		return nil
	}
	return states
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
		case *ast.SendStmt:
			st.delivered = st.delivered || s.mentionsOwn(child.Value, st)
		case *ast.CallExpr:
			if feature, ok := s.api.Record(child); ok {
				name, known := s.api.Constant(feature)
				st.recorded = st.recorded || feature == nil || !known || name == s.feature
				return true
			}
			if !s.asksAbout(child) {
				st.delivered = st.delivered || s.mentionsOwnArgument(child, st)
				st.flagTold = st.flagTold || slices.ContainsFunc(child.Args, func(arg ast.Expr) bool {
					return s.mentions(arg, st, func(v value) bool { return v.flag })
				})
			}
		}
		return true
	})
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
			if v, ok := s.info.Uses[id].(*types.Var); ok && is(st.vars[v]) {
				found = true
			}
		}
		return !found
	})
	return found
}

// outcomes forks at the use: it succeeds, misses, or fails otherwise.
func (s *simulation) outcomes(n ast.Node, st *state) []*state {
	if st.born && st.moved {
		s.ends = append(s.ends, end{state: st, pos: n.Pos(), goesOn: true, err: st.gathered()})
	}
	var states []*state
	for _, outcome := range []kind{isNilError, isMiss, isOther} {
		next := st.clone()
		next.rebirth(outcome)
		s.bind(n, s.target, next, value{kind: outcome, own: true})
		if outcome == isNilError {
			next.proven = true
		}
		states = append(states, next)
	}
	return states
}

// provenOutcomes forks where the use runs after another has succeeded: it cannot miss, and what becomes of its error is ordinary error
// handling.
func (s *simulation) provenOutcomes(n ast.Node, st *state) []*state {
	st.born, st.used = false, true
	succeeded, failed := st, st.clone()
	s.bind(n, s.target, succeeded, value{kind: isNilError})
	s.bind(n, s.target, failed, value{kind: isNonNil})
	return []*state{succeeded, failed}
}

// bind assigns the error of a call to the variable that n gives it to.
func (s *simulation) bind(n ast.Node, call ast.Node, st *state, err value) {
	s.assignments(n, st)
	lhs, rhs := sides(n)
	i := s.errorResult(call)
	if len(rhs) != 1 || ast.Unparen(rhs[0]) != call || i < 0 || i >= len(lhs) {
		return
	}
	if v := s.tracked(lhs[i]); v != nil {
		st.vars[v] = err
	}
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
	if !ok || s.graph.untracked[v] || v.Parent() == nil || v.Parent() == s.pass.Pkg.Scope() {
		return nil
	}
	return v
}

// sibling returns another use of the feature that n runs: once it has succeeded, its fellow selectors are there too.
func (s *simulation) sibling(n ast.Node) ast.Node {
	var found ast.Node
	ast.Inspect(n, func(child ast.Node) bool {
		if _, ok := child.(*ast.FuncLit); ok {
			return false
		}
		if call, ok := child.(*ast.CallExpr); ok && found == nil {
			if use := s.byNode[call]; use != nil && use.Needs(s.feature) && use.Form != uses.Literal && !s.encodes(use, call) && s.hasError(call) {
				found = call
			}
		}
		return found == nil
	})
	return found
}

func (s *simulation) siblingOutcomes(n, call ast.Node, st *state) []*state {
	st.used, st.mixed = true, true
	succeeded, failed := st.clone(), st
	succeeded.proven = st.proven || s.sameSubject(call, s.call)
	s.bind(n, call, succeeded, value{kind: isNilError})
	s.bind(n, call, failed, value{kind: isNonNil})
	return []*state{succeeded, failed}
}

// assignments follows what a statement does to the variables that are known.
func (s *simulation) assignments(n ast.Node, st *state) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		rhs := n.Rhs
		if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
			rhs = nil // x += y
		}
		s.assign(n.Lhs, rhs, st, n.Pos())
	case *ast.ValueSpec:
		lhs, rhs := sides(n)
		s.assign(lhs, rhs, st, n.Pos())
		if len(rhs) == 0 {
			s.zero(n.Names, st)
		}
	case *ast.IncDecStmt:
		s.assign([]ast.Expr{n.X}, nil, st, n.Pos())
	}
}

func (s *simulation) assign(lhs, rhs []ast.Expr, st *state, pos token.Pos) {
	values := make([]value, len(lhs))
	for i := range lhs {
		if len(rhs) == len(lhs) {
			values[i] = s.value(rhs[i], st)
		}
	}
	had := st.holdsOwn()
	for i, expr := range lhs {
		if expr == nil {
			continue
		}
		s.move(expr, st)
		v := s.tracked(expr)
		if v == nil {
			continue
		}
		delete(st.vars, v)
		if values[i] != (value{}) {
			st.vars[v] = values[i]
		}
	}
	if had && !st.holdsOwn() && st.overwritten == token.NoPos {
		st.overwritten = pos
	}
}

// zero gives variables that are declared without a value their zero value.
func (s *simulation) zero(names []*ast.Ident, st *state) {
	for _, name := range names {
		v := s.tracked(name)
		switch {
		case v == nil:
		case types.Identical(v.Type(), errorType):
			st.vars[v] = value{kind: isNilError}
		case s.isBool(name):
			st.vars[v] = value{kind: isFalse}
		}
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
	case len(ret.Results) == 0 && len(s.results) > 0:
		e.err = st.vars[s.results[len(s.results)-1]]
		e.result = boolOf(st.vars[s.results[0]])
	case len(ret.Results) > 0:
		e.err = s.value(ret.Results[len(ret.Results)-1], st)
		e.result = s.boolResult(ret.Results[0], st)
	}
	s.ends = append(s.ends, e)
}

func (s *simulation) boolResult(expr ast.Expr, st *state) tristate {
	if t := s.info.TypeOf(expr); t == nil || !types.Identical(t.Underlying(), types.Typ[types.Bool]) && !types.Identical(t, types.Typ[types.UntypedBool]) {
		return perhaps
	}
	return s.eval(expr, st)
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
