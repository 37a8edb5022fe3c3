package dualpath_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// A mutant is a function of package oracle, as it is or with one token changed.
type mutant struct {
	name   string
	source string
}

// An edit changes a piece of a function's source.
type edit struct {
	kind     string
	pos, end token.Pos
	text     string
}

// mutants returns every function of the package as it is, and once for each edit of it.
func mutants(fset *token.FileSet, files []*ast.File, read func(name string) []byte) []mutant {
	var all []mutant
	for _, file := range files {
		src := read(fset.Position(file.Package).Filename)
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || !isSubject(fn) {
				continue
			}
			for i, e := range edits(fn) {
				name := fmt.Sprintf("%s_%s_%d", fn.Name.Name, e.kind, i)
				all = append(all, mutant{name, rename(fset, src, fn, e, name)})
			}
		}
	}
	return all
}

// isSubject recognises functions of type oracle.Func: func(ctx context.Context, e *Env) (string, error).
func isSubject(fn *ast.FuncDecl) bool {
	return fn.Recv == nil && fn.Type.Params.NumFields() == 2 && fn.Type.Results.NumFields() == 2 &&
		types.ExprString(fn.Type.Params.List[1].Type) == "*Env"
}

// rename returns the function's source after an edit, under another name.
func rename(fset *token.FileSet, src []byte, fn *ast.FuncDecl, e edit, name string) string {
	offset := func(pos token.Pos) int { return fset.Position(pos).Offset }
	return "func " + name + string(src[offset(fn.Name.End()):offset(e.pos)]) + e.text + string(src[offset(e.end):offset(fn.End())]) + "\n"
}

// edits lists the changes of one token, or of one statement, that programmers make by mistake.
func edits(fn *ast.FuncDecl) []edit {
	var list []edit
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			list = append(list, edit{"noreturn", n.Pos(), n.End(), ""})
			if len(n.Results) == 2 && !isNilIdent(n.Results[1]) {
				list = append(list, edit{"returnnil", n.Results[1].Pos(), n.Results[1].End(), "nil"})
			}
		case *ast.BranchStmt:
			list = append(list, edit{"no" + n.Tok.String(), n.Pos(), n.End(), ""})
		case *ast.ExprStmt:
			list = append(list, edit{"nocall", n.Pos(), n.End(), ""})
		case *ast.UnaryExpr:
			if n.Op == token.NOT {
				list = append(list, edit{"yes", n.OpPos, n.OpPos + 1, ""})
			}
		case *ast.BinaryExpr:
			if other, ok := swapped[n.Op]; ok {
				list = append(list, edit{"swap", n.OpPos, n.OpPos + token.Pos(len(n.Op.String())), other})
			}
		case *ast.Ident:
			switch n.Name {
			case "feature":
				list = append(list, edit{"feature", n.Pos(), n.End(), "otherFeature"})
			case "true", "false":
				list = append(list, edit{"constant", n.Pos(), n.End(), "!" + n.Name})
			}
		case *ast.BasicLit:
			if strings.Contains(n.Value, "%w") {
				list = append(list, edit{"verb", n.Pos(), n.End(), strings.ReplaceAll(n.Value, "%w", "%v")})
			}
		}
		return true
	})
	return list
}

var swapped = map[token.Token]string{token.LAND: "||", token.LOR: "&&", token.EQL: "!=", token.NEQ: "=="}

func isNilIdent(expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	return ok && id.Name == "nil"
}

// compiling keeps the mutants that compile, and returns them with the source of the file that declares them.
func compiling(t *testing.T, pkg *packages.Package, all []mutant) ([]mutant, []byte) {
	t.Helper()
	for {
		source := mutantFile(pkg, all)
		failed := failures(t, pkg, source)
		kept := slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return failed[m.name] })
		if len(kept) == len(all) {
			return kept, source
		}
		all = kept
	}
}

// mutantFile writes the mutants, and a table of them and of the functions they came from.
func mutantFile(pkg *packages.Package, all []mutant) []byte {
	var b strings.Builder
	b.WriteString("func init() {\n")
	for _, name := range names(pkg, all) {
		fmt.Fprintf(&b, "\tFunctions[%q] = %s\n", name, name)
	}
	b.WriteString("}\n\n")
	for _, m := range all {
		b.WriteString(m.source + "\n")
	}
	var imports strings.Builder
	for path, imported := range pkg.Imports {
		if regexp.MustCompile(`[^.\w]` + imported.Name + `\.`).MatchString(b.String()) {
			fmt.Fprintf(&imports, "import %q\n", path)
		}
	}
	return []byte("package oracle\n\n" + imports.String() + b.String())
}

func names(pkg *packages.Package, all []mutant) []string {
	list := bases(pkg)
	for _, m := range all {
		list = append(list, m.name)
	}
	return list
}

func bases(pkg *packages.Package) []string {
	var list []string
	for _, file := range pkg.Syntax {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && isSubject(fn) {
				list = append(list, fn.Name.Name)
			}
		}
	}
	return list
}

// failures type-checks the package with the mutants' file and returns the mutants that do not compile.
func failures(t *testing.T, pkg *packages.Package, source []byte) map[string]bool {
	t.Helper()
	file, err := parser.ParseFile(pkg.Fset, "mutants.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	failed := map[string]bool{}
	config := types.Config{
		Importer: importer(pkg.Imports),
		Error: func(err error) {
			var failure types.Error
			if !errors.As(err, &failure) {
				t.Errorf("mutants: %v", err)
				return
			}
			pos := failure.Pos
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos <= fn.End() && fn.Name.Name != "init" {
					failed[fn.Name.Name] = true
					return
				}
			}
			t.Errorf("mutants: %v", err)
		},
	}
	_, _ = config.Check(pkg.PkgPath, pkg.Fset, append(slices.Clone(pkg.Syntax), file), nil) // its errors have gone to config.Error
	return failed
}

type importer map[string]*packages.Package

func (i importer) Import(path string) (*types.Package, error) {
	if pkg := i[path]; pkg != nil {
		return pkg.Types, nil
	}
	return nil, fmt.Errorf("package %s is not imported by the functions", path)
}
