package gobinding_test

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// stripComments prints a source without any of its comments.
func stripComments(t *testing.T, source string) string {
	t.Helper()
	return rewrite(t, source, 0, func(*ast.File) {})
}

// withoutABI prints a source with an empty ABI, so that only comments tell the selectors.
func withoutABI(t *testing.T, source string) string {
	t.Helper()
	return rewrite(t, source, parser.ParseComments, func(file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if field, ok := n.(*ast.KeyValueExpr); ok {
				if key, ok := field.Key.(*ast.Ident); ok && key.Name == "ABI" {
					field.Value.(*ast.BasicLit).Value = `""`
				}
			}
			return true
		})
	})
}

func rewrite(t *testing.T, source string, mode parser.Mode, edit func(*ast.File)) string {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", source, mode)
	if err != nil {
		t.Fatal(err)
	}
	edit(file)
	var printed strings.Builder
	if err := format.Node(&printed, set, file); err != nil {
		t.Fatal(err)
	}
	return printed.String()
}
