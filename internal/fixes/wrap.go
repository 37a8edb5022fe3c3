package fixes

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
)

// A wrapping moves a use into the New of a compat.BackwardCompat.
type wrapping struct {
	*site
	*sending
	feature  *compatregistry.Feature
	typeText string
	literal  string // compat.BackwardCompat[T]{…}.Resolve(ctx, gate)
}

// wrap moves a use into a compat.BackwardCompat. What Legacy has to do is for the user to say: the one that is written fails and says so.
func (m *Maker) wrap(v *guard.Verdict) (analysis.SuggestedFix, bool) {
	w, ok := m.wrapping(v)
	if !ok {
		return analysis.SuggestedFix{}, false
	}
	edits, ok := w.rewrite()
	if !ok {
		return analysis.SuggestedFix{}, false
	}
	return analysis.SuggestedFix{
		Message:   "Call it in compat.BackwardCompat.New; what Legacy does is left to write",
		TextEdits: append(w.imports.edits(), edits...),
	}, true
}

func (m *Maker) wrapping(v *guard.Verdict) (*wrapping, bool) {
	sent, ok := sends(v.Use)
	feature := v.Use.Feature()
	if !ok || len(v.Defects) != 1 || v.Lockstep || feature.GraceEnd.IsZero() {
		return nil, false
	}
	s, ok := m.siteOf(v.Use.Cursor)
	if !ok || s.guards() || s.relied(v) || s.insideWrapper() || s.jumps() {
		return nil, false
	}
	if sent.err != nil && isBlank(sent.err) {
		return nil, false // the error that Resolve returns must not be dropped
	}
	w := &wrapping{site: s, sending: sent, feature: feature}
	return w, w.resolve()
}

// insideWrapper reports whether a wrapper stands around the use: one for another feature, or the use is in its Legacy.
func (s *site) insideWrapper() bool {
	for literal := range s.cursor.Enclosing((*ast.CompositeLit)(nil)) {
		if _, ok := s.result.API.Wrapper(literal.Node().(*ast.CompositeLit)); ok {
			return true
		}
	}
	return false
}

// resolve writes the literal and its call.
func (w *wrapping) resolve() bool {
	result, ok := w.resultType(w.call)
	if !ok {
		return false
	}
	gate, hasGate := w.gate(w.call)
	ctx, hasContext := w.context()
	if !hasGate || !hasContext {
		return false
	}
	compat, named := w.imports.name(guardapi.CompatPath, "compat")
	var nameable bool
	if w.typeText, nameable = w.site.typeText(result); !named || !nameable {
		return false
	}
	fields, ok := w.fields(result, ctx)
	if !ok {
		return false
	}
	w.literal = fmt.Sprintf("%s.BackwardCompat[%s]{\n%s\n}", compat, w.typeText, fields)
	if w.header { // a brace would begin the body
		w.literal = "(" + w.literal + ")"
	}
	w.literal += fmt.Sprintf(".Resolve(%s, %s)", ctx.Name(), gate.address())
	return true
}

func (w *wrapping) fields(result types.Type, ctx *types.Var) (string, bool) {
	contextType, ok := w.imports.name(contextPath, "context")
	legacy, written := w.legacy(result, w.typeText, contextType, w.feature)
	if !ok || !written || !w.sees(errorType.(*types.Named).Obj()) {
		return "", false
	}
	fields := []string{
		fmt.Sprintf("Feature: %s,", w.featureName(w.feature)),
		fmt.Sprintf("GraceEnd: %q,", w.feature.GraceEnd),
	}
	if w.feature.Ticket != "" {
		fields = append(fields, fmt.Sprintf("Ticket: %q,", w.feature.Ticket))
	}
	if target, ok := w.target(w.call); ok {
		fields = append(fields, fmt.Sprintf("Target: %s,", target))
	}
	parameter := contextType + ".Context"
	if w.mentions(w.call, ctx) { // New then works with the context that Resolve was given
		parameter = ctx.Name() + " " + parameter
	}
	fields = append(fields,
		fmt.Sprintf("New: func(%s) (%s, error) {\nreturn %s\n},", parameter, w.typeText, w.Maker.text(w.call.Pos(), w.call.End())),
		legacy)
	return strings.Join(fields, "\n"), true
}

// legacy writes a Legacy that fails and says that it has to be written.
func (s *site) legacy(result types.Type, typeText, contextType string, feature *compatregistry.Feature) (string, bool) {
	zero, ok := s.zero(result)
	errors, named := s.imports.name("errors", "errors")
	if !ok || !named {
		return "", false
	}
	message := fmt.Sprintf("legacy of %s is not written", feature.Name)
	if feature.Legacy != "" {
		message += ": " + strings.Join(strings.Fields(feature.Legacy), " ")
	}
	return fmt.Sprintf("Legacy: func(%s.Context) (%s, error) {\nreturn %s, %s.New(%q)\n},", contextType, typeText, zero, errors, message), true
}

// rewrite puts the call of Resolve where the use was.
func (w *wrapping) rewrite() ([]analysis.TextEdit, bool) {
	switch {
	case w.header:
		return w.rewriteHeader()
	case w.tok == token.RETURN:
		return w.rewriteReturn()
	case w.value == nil || !w.simple(w.value) || !w.simple(w.err):
		return nil, false
	case w.tok == token.ASSIGN:
		return w.rewriteAssign()
	}
	return w.rewriteDefine()
}

func (w *wrapping) simple(expr ast.Expr) bool {
	if _, ok := expr.(*ast.Ident); ok {
		return true
	}
	return w.isPath(expr)
}

// rewriteDefine rewrites v, err := and var v, err =.
func (w *wrapping) rewriteDefine() ([]analysis.TextEdit, bool) {
	failure := types.ExprString(w.err)
	if isBlank(w.value) {
		return w.replaced(fmt.Sprintf("_, %s := %s", failure, w.literal))
	}
	operator := ":="
	if id := w.value.(*ast.Ident); w.pass.TypesInfo.Defs[id] == nil {
		operator = "="
	}
	resolved := w.fresh("resolved")
	return w.replaced(fmt.Sprintf("%s, %s := %s\n%s %s %s.Value", resolved, failure, w.literal, types.ExprString(w.value), operator, resolved))
}

// rewriteAssign rewrites v, err =, where := would make an err of its own.
func (w *wrapping) rewriteAssign() ([]analysis.TextEdit, bool) {
	failure := types.ExprString(w.err)
	if isBlank(w.value) {
		return w.replaced(fmt.Sprintf("_, %s = %s", failure, w.literal))
	}
	compat, _ := w.imports.name(guardapi.CompatPath, "compat")
	resolved := w.fresh("resolved")
	return w.replaced(fmt.Sprintf("var %s %s.Resolved[%s]\n%s, %s = %s\n%s = %s.Value",
		resolved, compat, w.typeText, resolved, failure, w.literal, types.ExprString(w.value), resolved))
}

func (w *wrapping) rewriteReturn() ([]analysis.TextEdit, bool) {
	failure := "err"
	if obj := w.lookup("err"); obj != nil {
		if v, ok := obj.(*types.Var); !ok || !isError(v.Type()) {
			failure = w.fresh("resolveErr")
		}
	}
	resolved := w.fresh("resolved")
	return w.replaced(fmt.Sprintf("%s, %s := %s\nreturn %s.Value, %s", resolved, failure, w.literal, resolved, failure))
}

func (w *wrapping) replaced(statements string) ([]analysis.TextEdit, bool) {
	edit, ok := w.replace(w.stmt, statements)
	return []analysis.TextEdit{edit}, ok
}

// rewriteHeader rewrites if v, err := …; the only place for the value is resolved.Value, so v becomes that wherever it is read.
func (w *wrapping) rewriteHeader() ([]analysis.TextEdit, bool) {
	if w.value == nil || w.tok == token.RETURN || w.tok == token.VAR {
		return nil, false
	}
	name, failure := "_", types.ExprString(w.err)
	var edits []analysis.TextEdit
	if !isBlank(w.value) {
		id, ok := w.value.(*ast.Ident)
		if !ok || w.tok != token.DEFINE || w.pass.TypesInfo.Defs[id] == nil {
			return nil, false
		}
		name = w.fresh("resolved")
		edits = w.renamed(w.pass.TypesInfo.Defs[id], name+".Value")
	}
	text, ok := layout(fmt.Sprintf("%s, %s %s %s", name, failure, w.tok, w.literal), w.lineIndent(w.stmt.Pos()))
	edits = append(edits, analysis.TextEdit{Pos: w.stmt.Pos(), End: w.stmt.End(), NewText: []byte(text)})
	return edits, ok
}

// renamed writes an expression in place of every mention of a variable.
func (w *wrapping) renamed(obj types.Object, text string) []analysis.TextEdit {
	var edits []analysis.TextEdit
	ast.Inspect(w.decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && w.pass.TypesInfo.Uses[id] == obj {
			edits = append(edits, analysis.TextEdit{Pos: id.Pos(), End: id.End(), NewText: []byte(text)})
		}
		return true
	})
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	return edits
}
