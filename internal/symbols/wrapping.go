package symbols

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/internal/errfmt"
)

// Wraps returns the parameter of fn, a function of another package of the user's own, whose error each return of fn returns, or wraps with %w.
// Helpers that add context to errors are common, and their bodies are not in sight of the package that calls them.
func (t *Table) Wraps(fn *types.Func) (param int, ok bool) {
	if fn.Pkg() == nil || fn.Pkg() == t.pkg {
		return 0, false
	}
	position := t.fset.Position(fn.Origin().Pos())
	if !t.IsOwn(position.Filename) {
		return 0, false
	}
	param, ok = readWrapping(position.Filename)[position.Line]
	return param, ok
}

var wrappingFiles sync.Map // filename -> func() map[int]int

// readWrapping finds a file's functions that wrap a parameter, by the line of their name, once per process.
func readWrapping(filename string) map[int]int {
	once, _ := wrappingFiles.LoadOrStore(filename, sync.OnceValue(func() map[int]int {
		src, err := os.ReadFile(filename)
		if err != nil {
			return nil
		}
		return wrapping(filename, src)
	}))
	return once.(func() map[int]int)()
}

func wrapping(filename string, src []byte) map[int]int {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filename, src, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	formatters := formattingPackages(file)
	lines := map[int]int{}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		for i, name := range errorParameters(fn.Type) {
			if name != "" && returnsOnly(fn.Body, name, formatters) {
				lines[fset.Position(fn.Name.Pos()).Line] = i
				break
			}
		}
	}
	return lines
}

// formattingPackages returns the names under which a file imports packages whose Errorf knows %w.
func formattingPackages(file *ast.File) map[string]bool {
	names := map[string]bool{}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil || path != "fmt" && path != "golang.org/x/xerrors" {
			continue
		}
		name := path[strings.LastIndexByte(path, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = true
	}
	return names
}

// errorParameters returns the names of the parameters of type error, "" for the others.
func errorParameters(signature *ast.FuncType) []string {
	var names []string
	for _, field := range signature.Params.List {
		id, ok := field.Type.(*ast.Ident)
		for _, name := range field.Names {
			if ok && id.Name == "error" {
				names = append(names, name.Name)
			} else {
				names = append(names, "")
			}
		}
	}
	return names
}

// returnsOnly reports whether every return of body returns the parameter or wraps it, and nothing assigns to it or hides it. A nil is allowed
// where the parameter was found to be nil.
func returnsOnly(body *ast.BlockStmt, param string, formatters map[string]bool) bool {
	returns, ok := 0, true
	nilReturns := map[ast.Node]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.IfStmt:
			if isNilTest(n.Cond, param) && len(n.Body.List) == 1 {
				nilReturns[n.Body.List[0]] = true
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if isName(lhs, param) {
					ok = false
				}
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				ok = ok && name.Name != param
			}
		case *ast.ReturnStmt:
			returns++
			ok = ok && len(n.Results) > 0 && (nilReturns[n] || wrapsName(n.Results[len(n.Results)-1], param, formatters))
		}
		return ok
	})
	return ok && returns > 0
}

func isNilTest(cond ast.Expr, param string) bool {
	test, ok := cond.(*ast.BinaryExpr)
	return ok && test.Op == token.EQL && isName(test.X, param) && isName(test.Y, "nil")
}

func isName(expr ast.Expr, name string) bool {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	return ok && id.Name == name
}

func wrapsName(expr ast.Expr, param string, formatters map[string]bool) bool {
	if isName(expr, param) {
		return true
	}
	call, ok := ast.Unparen(expr).(*ast.CallExpr)
	if !ok || len(call.Args) < 2 {
		return false
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "Errorf" {
		return false
	}
	pkg, ok := selector.X.(*ast.Ident)
	format, isLiteral := call.Args[0].(*ast.BasicLit)
	if !ok || !formatters[pkg.Name] || !isLiteral {
		return false
	}
	text, err := strconv.Unquote(format.Value)
	if err != nil {
		return false
	}
	for i, arg := range call.Args[1:] {
		if isName(arg, param) && errfmt.Wraps(text, i) {
			return true
		}
	}
	return false
}
