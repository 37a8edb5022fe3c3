package guard

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guardapi"
)

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

// flagOutcomes forks where reading the flag may fail: the value is then no more than the zero value. A read of another feature's is noted.
func (s *simulation) flagOutcomes(call *ast.CallExpr, read guardapi.FlagRead, st *state) []*state {
	about, name := s.about(read)
	if !about {
		st.wrongFeature(name, call.Pos())
		return []*state{st}
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
	answered.result(call, value{kind: boolKind(answer)}, value{kind: isNilError})
	failed.result(call, value{kind: isFalse}, value{kind: isNonNil, flag: true})
	return []*state{answered, failed}
}

// flagThrownAway notes a flag read whose error is assigned to the blank identifier.
func (s *simulation) flagThrownAway(lhs, rhs []ast.Expr) {
	if len(lhs) != 2 || len(rhs) != 1 || !isBlank(lhs[1]) {
		return
	}
	call, ok := ast.Unparen(rhs[0]).(*ast.CallExpr)
	if !ok {
		return
	}
	read, ok := s.reads(call)
	if !ok || !read.HasError {
		return
	}
	if about, _ := s.about(read); about {
		s.ignored = merge(s.ignored, []Defect{s.flagIgnored(read.Supports, call.Pos())})
	}
}

func (s *simulation) flagIgnored(supports bool, pos token.Pos) Defect {
	d := Defect{Fault: FlagErrorIgnored, Pos: pos}
	if supports {
		d.Name = directive.GuardSupports
	}
	return d
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
