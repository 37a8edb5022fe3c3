package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/guard"
)

// A site is the place in the code at which a fix adds something.
type site struct {
	*Maker
	file     *ast.File
	decl     *ast.FuncDecl // the declared function around it
	function ast.Node      // the innermost function around it: decl, or a *ast.FuncLit
	cursor   inspector.Cursor
	pos      token.Pos
	imports  *imports
}

// siteOf describes the place of a use. It reports false for a use outside of functions.
func (m *Maker) siteOf(cursor inspector.Cursor) (*site, bool) {
	s := &site{Maker: m, cursor: cursor, pos: cursor.Node().Pos()}
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if s.function == nil {
			s.function = function.Node()
		}
		s.decl, _ = function.Node().(*ast.FuncDecl)
	}
	for file := range cursor.Enclosing((*ast.File)(nil)) {
		s.file = file.Node().(*ast.File)
	}
	if s.decl == nil || m.source(s.pos) == nil {
		return nil, false
	}
	s.imports = &imports{site: s}
	return s, true
}

// lookup finds what a name stands for at the site.
func (s *site) lookup(name string) types.Object {
	scope := s.pass.Pkg.Scope().Innermost(s.pos)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, s.pos)
	return obj
}

// sees reports whether the object's own name stands for it at the site.
func (s *site) sees(obj types.Object) bool { return s.lookup(obj.Name()) == obj }

// fresh returns a name that nothing in the function has and that hides nothing: base, or base with a number.
func (s *site) fresh(base string) string {
	taken := s.taken[s.decl]
	if taken == nil {
		taken = map[string]bool{}
		s.taken[s.decl] = taken
		ast.Inspect(s.decl, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				taken[id.Name] = true
			}
			return true
		})
	}
	name := base
	for i := 2; taken[name] || s.lookup(name) != nil; i++ {
		name = base + strconv.Itoa(i)
	}
	taken[name] = true
	return name
}

// results are those of the innermost function.
func (s *site) results() *types.Tuple {
	switch function := s.function.(type) {
	case *ast.FuncDecl:
		if fn, ok := s.pass.TypesInfo.Defs[function.Name].(*types.Func); ok {
			return fn.Signature().Results()
		}
	case *ast.FuncLit:
		if signature, ok := s.pass.TypesInfo.TypeOf(function).(*types.Signature); ok {
			return signature.Results()
		}
	}
	return nil
}

func (s *site) body() *ast.BlockStmt {
	if lit, ok := s.function.(*ast.FuncLit); ok {
		return lit.Body
	}
	return s.function.(*ast.FuncDecl).Body
}

// guards reports whether the declared function asks, classifies or records something already.
func (s *site) guards() bool {
	found := false
	ast.Inspect(s.decl, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && s.isGuardCall(call) {
			found = true
		}
		return !found
	})
	return found
}

func (s *site) isGuardCall(call *ast.CallExpr) bool {
	if _, ok := s.result.API.IsClassifier(call); ok {
		return true
	}
	if _, ok := s.result.API.Strict(call); ok {
		return true
	}
	if _, ok := s.result.API.Supports(call); ok {
		return true
	}
	_, ok := s.result.API.Record(call)
	return ok
}

// jumps reports whether the function has a goto, which no new variable may get in the way of.
func (s *site) jumps() bool {
	found := false
	ast.Inspect(s.decl, func(n ast.Node) bool {
		if branch, ok := n.(*ast.BranchStmt); ok && branch.Tok == token.GOTO {
			found = true
		}
		return !found
	})
	return found
}

// relied reports whether another use of the feature in the same function is guarded by what happens here, such as by the success of this use.
func (s *site) relied(v *guard.Verdict) bool {
	return s.anyOther(v, func(other *guard.Verdict) bool {
		switch other.Kind {
		case guard.Unguarded, guard.Wrapper, guard.Exempt, guard.Ignored:
			return false
		}
		return true
	})
}

// anyOther reports whether something holds for another use of the feature in the same declared function.
func (s *site) anyOther(v *guard.Verdict, holds func(*guard.Verdict) bool) bool {
	return slices.ContainsFunc(s.result.Verdicts, func(other *guard.Verdict) bool {
		pos := other.Use.Node.Pos()
		return other != v && s.decl.Pos() <= pos && pos < s.decl.End() && other.Use.Needs(v.Use.Feature().Name) && holds(other)
	})
}

var errorType = types.Universe.Lookup("error").Type()

func isError(t types.Type) bool { return types.Identical(t, errorType) }
