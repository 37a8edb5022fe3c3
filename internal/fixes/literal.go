package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
)

// Literal makes the fix of a compat.BackwardCompat that has New and no Legacy: a Legacy that fails and says that it has to be written. It
// returns at most one fix.
func (m *Maker) Literal(w *guard.WrapperLiteral) []analysis.SuggestedFix {
	name, ok := m.result.API.Constant(w.Feature)
	feature := m.result.Inputs.Registry.Feature(name)
	if !ok || feature == nil || w.Legacy != nil || w.Current == nil {
		return nil
	}
	s, ok := m.siteOf(w.Cursor)
	if !ok || feature.Expired(m.result.Inputs.Today) {
		return nil
	}
	return optional(s.addLegacy(w.Literal, feature))
}

// addLegacy adds the field at the end of a literal that has a line for each field.
func (s *site) addLegacy(literal *ast.CompositeLit, feature *compatregistry.Feature) (analysis.SuggestedFix, bool) {
	none := analysis.SuggestedFix{}
	result, ok := s.wrapped(literal)
	indent, alone := s.indent(literal.Rbrace)
	if !ok || !alone || !keyed(literal) || s.text(lastElement(literal).End(), literal.Rbrace) != ",\n"+indent {
		return none, false
	}
	typeText, ok := s.typeText(result)
	contextType, named := s.imports.name(contextPath, "context")
	if !ok || !named {
		return none, false
	}
	field, ok := s.legacy(result, typeText, contextType, feature)
	if !ok {
		return none, false
	}
	text, ok := layout("_ = T{\n"+field+"\n}", indent)
	if !ok {
		return none, false
	}
	text = strings.TrimSuffix(strings.TrimPrefix(text, "_ = T{\n"), indent+"}")
	return analysis.SuggestedFix{
		Message:   "Add a Legacy, which is left to write",
		TextEdits: append(s.imports.edits(), insertion(literal.Rbrace-token.Pos(len(indent)), text)),
	}, true
}

// wrapped is the T of a compat.BackwardCompat[T] literal.
func (s *site) wrapped(literal *ast.CompositeLit) (types.Type, bool) {
	t := s.pass.TypesInfo.TypeOf(literal)
	if t == nil || !isNamed(t, guardapi.CompatPath, "BackwardCompat") {
		return nil, false
	}
	arguments := types.Unalias(t).(*types.Named).TypeArgs()
	return arguments.At(0), true
}

func keyed(literal *ast.CompositeLit) bool {
	if len(literal.Elts) == 0 {
		return false
	}
	_, ok := literal.Elts[0].(*ast.KeyValueExpr)
	return ok
}

func lastElement(literal *ast.CompositeLit) ast.Expr { return literal.Elts[len(literal.Elts)-1] }
