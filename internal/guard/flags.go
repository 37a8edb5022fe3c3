package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guardapi"
)

// flagRead returns a read of the feature's flag (or of its support) that n assigns together with an error. A read of another feature's is
// noted in st.
func (s *simulation) flagRead(n ast.Node, st *state) (*ast.CallExpr, guardapi.FlagRead) {
	_, rhs := sides(n)
	if len(rhs) != 1 {
		return nil, guardapi.FlagRead{}
	}
	call, ok := ast.Unparen(rhs[0]).(*ast.CallExpr)
	if !ok {
		return nil, guardapi.FlagRead{}
	}
	read, ok := s.reads(call)
	if !ok || !read.HasError {
		return nil, guardapi.FlagRead{}
	}
	about, name := s.about(read)
	if !about {
		st.wrongFeature(name, call.Pos())
		return nil, guardapi.FlagRead{}
	}
	return call, read
}

func (s *simulation) reads(call *ast.CallExpr) (guardapi.FlagRead, bool) {
	if read, ok := s.api.Strict(call); ok {
		return read, true
	}
	return s.api.Supports(call)
}

// about reports whether a flag read is for the simulated feature, and the name of the feature it is for.
func (s *simulation) about(read guardapi.FlagRead) (bool, string) {
	if read.Feature == nil {
		if len(read.Features) == 0 {
			return false, ""
		}
		return slices.Contains(read.Features, s.feature), read.Features[0]
	}
	name, ok := s.api.Constant(read.Feature)
	return ok && (name == s.feature || !s.registered(name)), name
}

// flagOutcomes forks where reading the flag may fail: the value is then no more than the zero value.
func (s *simulation) flagOutcomes(n ast.Node, call *ast.CallExpr, read guardapi.FlagRead, st *state) []*state {
	lhs, _ := sides(n)
	s.assignments(n, st)
	if len(lhs) == 2 && isBlank(lhs[1]) {
		s.ignored = merge(s.ignored, []Defect{s.flagIgnored(read.Supports, call.Pos())})
	}
	answered, failed := st.clone(), st
	answer := s.scenario.supports
	if read.Supports {
		answered.probeLost, failed.probeLost = false, true
	} else {
		answer = s.scenario.strict
		answered.asked, failed.asked = true, true
		answered.flagLost, failed.flagLost = false, true
	}
	s.set(lhs, answered, value{kind: boolKind(answer)}, value{kind: isNilError})
	s.set(lhs, failed, value{kind: isFalse}, value{kind: isNonNil, flag: true})
	return []*state{answered, failed}
}

func (s *simulation) flagIgnored(supports bool, pos token.Pos) Defect {
	d := Defect{Fault: FlagErrorIgnored, Pos: pos}
	if supports {
		d.Name = directive.GuardSupports
	}
	return d
}

func (s *simulation) set(lhs []ast.Expr, st *state, values ...value) {
	for i, expr := range lhs {
		if v := s.tracked(expr); v != nil && i < len(values) && values[i].kind != unknown {
			st.vars[v] = values[i]
		}
	}
}

func boolKind(t tristate) kind {
	switch t {
	case yes:
		return isTrue
	case no:
		return isFalse
	}
	return unknown
}

func isBlank(expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	return ok && id.Name == "_"
}

// inline returns the result expression of a function of the package that does nothing but return it, with its parameters' values. That is
// how helpers that classify or ask are understood without a directive.
func (s *simulation) inline(call *ast.CallExpr, st *state) (ast.Expr, *state, bool) {
	fn := s.callee(call)
	decl := s.body(fn)
	if decl == nil || len(decl.Body.List) != 1 || call.Ellipsis.IsValid() {
		return nil, nil, false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil, nil, false
	}
	params := fn.Origin().Signature().Params()
	if params.Len() != len(call.Args) {
		return nil, nil, false
	}
	inner := st.clone()
	inner.vars = map[*types.Var]value{}
	for i, arg := range call.Args {
		if v := s.value(arg, st); v.kind != unknown {
			inner.vars[params.At(i)] = v
		}
	}
	return ret.Results[0], inner, true
}
