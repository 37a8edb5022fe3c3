package guard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// joined is errors.Join: one error of the use among others keeps it, and all of them nil is nil.
func (s *simulation) joined(call *ast.CallExpr, st *state) value {
	result := value{kind: isNilError}
	for _, arg := range call.Args {
		switch v := s.value(arg, st); {
		case v.own && v.kind != isNilError:
			v.kept = true
			return v
		case v.kind == unknown && result.kind == isNilError:
			result = value{}
		case v.kind == isNonNil || v.kind == isMiss || v.kind == isOther:
			result = value{kind: isNonNil, kept: v.kept}
		}
	}
	return result
}

// appended is the builtin append with the use's error among its arguments: a list that errors.Join makes an error of later.
func (s *simulation) appended(call *ast.CallExpr, st *state) value {
	if !s.isBuiltin(call, "append") {
		return value{}
	}
	for _, arg := range call.Args {
		if v := s.value(arg, st); v.own && v.kind != isNilError && v.kind != isText {
			v.kept = true
			return v
		}
	}
	return value{}
}

func (s *simulation) isBuiltin(call *ast.CallExpr, name string) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	builtin, ok := s.info.Uses[id].(*types.Builtin)
	return ok && builtin.Name() == name
}

// filled answers len(errs) > 0 and its like for a list that holds the use's error.
func (s *simulation) filled(e *ast.BinaryExpr, st *state) tristate {
	call, ok := ast.Unparen(e.X).(*ast.CallExpr)
	if !ok || !s.isBuiltin(call, "len") || len(call.Args) != 1 {
		return perhaps
	}
	bound := s.info.Types[e.Y].Value
	if v := s.value(call.Args[0], st); !v.kept || bound == nil || constant.Sign(bound) != 0 {
		return perhaps
	}
	switch e.Op {
	case token.GTR, token.NEQ:
		return yes
	case token.EQL, token.LEQ:
		return no
	}
	return perhaps
}
