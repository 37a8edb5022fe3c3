package fixes

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guard"
)

// annotate moves the duty of a use to the callers of the function around it, where that function hands them the error and nobody calls it
// through an interface that does not say so.
func (m *Maker) annotate(v *guard.Verdict) (analysis.SuggestedFix, bool) {
	if !v.Annotatable || v.Hides {
		return analysis.SuggestedFix{}, false
	}
	s, ok := m.siteOf(v.Use.Cursor)
	if !ok || s.function != s.decl || m.pass.Fset.Position(s.decl.Pos()).Column != 1 {
		return analysis.SuggestedFix{}, false
	}
	fn, ok := m.pass.TypesInfo.Defs[s.decl.Name].(*types.Func)
	feature := v.Use.Feature().Name
	if !ok || s.exposed(v) || m.behindInterface(fn, feature) {
		return analysis.SuggestedFix{}, false
	}
	return analysis.SuggestedFix{
		Message:   fmt.Sprintf("Annotate %s with //compat:requires %s", v.Function, feature),
		TextEdits: []analysis.TextEdit{requires(s.decl, feature)},
	}, true
}

// exposed reports whether the directive would be a finding at another use of the feature in the same function: one whose error does not come
// out, or one that is ignored, since nothing would be left to ignore.
func (s *site) exposed(v *guard.Verdict) bool {
	return s.anyOther(v, func(other *guard.Verdict) bool {
		return other.Kind == guard.Ignored || other.Kind == guard.Unguarded && other.Hides
	})
}

// requires adds the feature to the directive that the function has, or writes one at the end of its doc comment, where gofmt wants it.
func requires(decl *ast.FuncDecl, feature string) analysis.TextEdit {
	line := "//compat:requires " + feature
	if decl.Doc == nil {
		return insertion(decl.Pos(), line+"\n")
	}
	for _, comment := range decl.Doc.List {
		if d, ok := directive.Parse(comment); ok && d.Problem == "" && d.Verb == directive.Requires {
			return insertion(comment.Pos()+token.Pos(listEnd(comment.Text)), ","+feature)
		}
	}
	last := decl.Doc.List[len(decl.Doc.List)-1]
	if isDirective(last.Text) || strings.HasPrefix(last.Text, "/*") {
		return insertion(last.End(), "\n"+line)
	}
	return insertion(last.End(), "\n//\n"+line)
}

// listEnd is where the features of a directive end: before a remark, if there is one.
func listEnd(comment string) int {
	list, _, _ := strings.Cut(comment, "--")
	return len(strings.TrimRight(list, " \t"))
}

// isDirective recognises //go:noinline and its like, which gofmt keeps apart from the text of a doc comment.
func isDirective(comment string) bool {
	_, ok := ast.ParseDirective(token.NoPos, comment)
	return ok
}

// behindInterface reports whether a method can be called through an interface of this package, or of one that it imports, whose own method
// does not carry the directive: its callers would never learn of the duty.
func (m *Maker) behindInterface(fn *types.Func, feature string) bool {
	if bindings.Receiver(fn) == nil {
		return false
	}
	holders := m.holdersOf(fn)
	for _, pkg := range append([]*types.Package{m.pass.Pkg}, m.pass.Pkg.Imports()...) {
		for _, name := range pkg.Scope().Names() {
			typeName, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || !typeName.Exported() && pkg != m.pass.Pkg {
				continue
			}
			if contract, ok := typeName.Type().Underlying().(*types.Interface); ok && m.hides(contract, fn, feature, holders) {
				return true
			}
		}
	}
	return false
}

// holdersOf lists the types of the package that have the method, by their own declaration or by embedding.
func (m *Maker) holdersOf(fn *types.Func) []types.Type {
	var holders []types.Type
	scope := m.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		typeName, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || types.IsInterface(typeName.Type()) {
			continue
		}
		pointer := types.NewPointer(typeName.Type())
		if found, _, _ := types.LookupFieldOrMethod(pointer, true, fn.Pkg(), fn.Name()); isOrigin(found, fn) {
			holders = append(holders, pointer)
		}
	}
	return holders
}

func isOrigin(found types.Object, fn *types.Func) bool {
	method, ok := found.(*types.Func)
	return ok && method.Origin() == fn
}

// hides reports whether one of the types satisfies an interface that has the method without the directive.
func (m *Maker) hides(contract *types.Interface, fn *types.Func, feature string, holders []types.Type) bool {
	for method := range contract.Methods() {
		if method.Name() != fn.Name() || slices.Contains(m.result.Symbols.Requires(method), feature) {
			continue
		}
		for _, holder := range holders {
			if types.Implements(holder, contract) || fn.Signature().RecvTypeParams().Len() > 0 {
				return true
			}
		}
	}
	return false
}
