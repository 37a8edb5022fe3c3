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

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/errfmt"
)

// Wraps returns the parameter of fn, a function of another package of the user's own, whose error each return of fn returns, or wraps with %w.
// Helpers that add context to errors are common, and their bodies are not in sight of the package that calls them.
func (t *Table) Wraps(fn *types.Func) (param int, ok bool) {
	if fn.Pkg() == nil || fn.Pkg() == t.pkg {
		return 0, false
	}
	position := t.fset.Position(fn.Origin().Pos())
	if t.IsOwn(position.Filename) {
		if lines := readWrapping(position.Filename); lines != nil {
			param, ok = lines[position.Line]
			return param, ok
		}
	}
	return lockedWrapping(t.catalog.Directives(fn.Origin().FullName()))
}

// wrapsVerb begins the verb under which the lock file has a function that wraps a parameter; the parameter's number follows.
const wrapsVerb = "wraps:"

func lockedWrapping(directives []compatregistry.LockedDirective) (param int, ok bool) {
	for _, d := range directives {
		if number, found := strings.CutPrefix(d.Verb, wrapsVerb); found {
			param, err := strconv.Atoi(number)
			return param, err == nil && param >= 0
		}
	}
	return 0, false
}

// Wrapping returns what the lock file has to say of the functions of a package of which each of the variants, files that are built together, has
// one that wraps the same parameter.
func Wrapping(variants [][]*ast.File, info *types.Info) []compatregistry.LockedDirective {
	verbs := map[string]string{}
	for _, files := range variants {
		for _, file := range files {
			wraps := wrappers(file)
			eachFunction(file, func(name *ast.Ident, _ *ast.CommentGroup, _ token.Pos) {
				fn, ok := info.Defs[name].(*types.Func)
				if !ok || !lockable(fn) {
					return
				}
				verb := ""
				if param, found := wraps[name]; found {
					verb = wrapsVerb + strconv.Itoa(param)
				}
				if known, seen := verbs[fn.FullName()]; seen && known != verb {
					verb = ""
				}
				verbs[fn.FullName()] = verb
			})
		}
	}
	var all []compatregistry.LockedDirective
	for symbol, verb := range verbs {
		if verb != "" {
			all = append(all, compatregistry.LockedDirective{Verb: verb, Symbol: symbol})
		}
	}
	return all
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
	lines := map[int]int{}
	for name, param := range wrappers(file) {
		lines[fset.Position(name.Pos()).Line] = param
	}
	return lines
}

// HasWrapper reports whether a file has a function that wraps a parameter.
func HasWrapper(file *ast.File) bool { return len(wrappers(file)) > 0 }

// wrappers finds a file's functions that wrap a parameter.
func wrappers(file *ast.File) map[*ast.Ident]int {
	formatters := formattingPackages(file)
	found := map[*ast.Ident]int{}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		for i, name := range errorParameters(fn.Type) {
			if name != "" && returnsOnly(fn.Body, name, formatters) {
				found[fn.Name] = i
				break
			}
		}
	}
	return found
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
