// Package symbols tells which //compat: directives a function, method or interface method carries, in the package under analysis and in
// the rest of the user's own source, and which functions there wrap an error they are given.
//
// There are no analysis facts: they would make every host type-check the whole dependency graph. What another package says and does is read from
// its source at the position the export data gives, else from the lock file. What a directive means is for the callers.
package symbols

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/directive"
)

// A Table answers for one package's analysis. It is not safe for concurrent use.
type Table struct {
	fset    *token.FileSet
	pkg     *types.Package
	root    string
	catalog *catalog.Catalog
	files   map[*ast.File]*directive.File
	own     map[*types.Func][]*directive.Directive
	others  map[*types.Func][]*directive.Directive
}

// New reads the directives of a package. root is the folder below which other packages' sources are the user's own.
func New(fset *token.FileSet, files []*ast.File, pkg *types.Package, info *types.Info, c *catalog.Catalog, root string) *Table {
	t := &Table{
		fset: fset, pkg: pkg, root: root, catalog: c,
		files:  map[*ast.File]*directive.File{},
		own:    map[*types.Func][]*directive.Directive{},
		others: map[*types.Func][]*directive.Directive{},
	}
	for _, file := range files {
		directives := directive.Read(fset, file)
		t.files[file] = directives
		if len(directives.All) == 0 {
			continue
		}
		eachFunction(file, func(name *ast.Ident, doc *ast.CommentGroup, start token.Pos) {
			if fn, ok := info.Defs[name].(*types.Func); ok {
				t.own[fn] = directives.Of(doc, start)
			}
		})
	}
	return t
}

// eachFunction visits the declared functions and methods and the methods that interfaces declare.
func eachFunction(file *ast.File, visit func(name *ast.Ident, doc *ast.CommentGroup, start token.Pos)) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			visit(n.Name, n.Doc, n.Pos())
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				if _, ok := method.Type.(*ast.FuncType); ok && len(method.Names) == 1 {
					visit(method.Names[0], method.Doc, method.Pos())
				}
			}
		}
		return true
	})
}

// File returns the directives of a file of the package.
func (t *Table) File(file *ast.File) *directive.File { return t.files[file] }

// Of returns the valid directives that fn carries.
func (t *Table) Of(fn *types.Func) []*directive.Directive {
	fn = fn.Origin()
	if fn.Pkg() == nil {
		return nil
	}
	if fn.Pkg() == t.pkg {
		return t.own[fn]
	}
	if found, ok := t.others[fn]; ok {
		return found
	}
	found := t.foreign(fn)
	t.others[fn] = found
	return found
}

// Requires returns the features that fn's callers have to guard.
func (t *Table) Requires(fn *types.Func) []string {
	var features []string
	for _, d := range t.Of(fn) {
		if d.Verb == directive.Requires {
			features = append(features, d.Features...)
		}
	}
	return features
}

// IsGuard reports whether fn is declared as a guard of the kind; feature matters for directive.GuardSupports only.
func (t *Table) IsGuard(fn *types.Func, kind, feature string) bool {
	for _, d := range t.Of(fn) {
		if d.Verb == directive.Guard && d.Kind == kind && (kind == directive.GuardSelectorMiss || d.Names(feature)) {
			return true
		}
	}
	return false
}

func (t *Table) foreign(fn *types.Func) []*directive.Directive {
	position := t.fset.Position(fn.Pos())
	if lines, ok := t.source(position.Filename); ok {
		return lines[position.Line]
	}
	var found []*directive.Directive
	for _, locked := range t.catalog.Directives(fn.FullName()) {
		if strings.HasPrefix(locked.Verb, wrapsVerb) {
			continue
		}
		found = append(found, fromLock(locked.Verb, locked.Features))
	}
	return found
}

// Declared returns the valid directives of the package's own functions, methods and interface methods.
func (t *Table) Declared() map[*types.Func][]*directive.Directive { return t.own }

// Lockable returns what the lock file has to say of a directive on fn. It reports false for an ignore, and where fn has no name by which
// another package could ask for it.
func Lockable(fn *types.Func, d *directive.Directive) (compatregistry.LockedDirective, bool) {
	verb := string(d.Verb)
	switch d.Verb {
	case directive.Guard:
		verb += ":" + d.Kind
	case directive.Requires, directive.Passthrough:
	default:
		return compatregistry.LockedDirective{}, false
	}
	return compatregistry.LockedDirective{Verb: verb, Symbol: fn.FullName(), Features: d.Features}, lockable(fn)
}

// lockable reports whether fn has a name by which another package can ask for it.
func lockable(fn *types.Func) bool {
	return fn.Exported() && (fn.Signature().Recv() == nil || bindings.Receiver(fn) != nil)
}

// fromLock undoes how the lock file writes a guard: its verb carries the kind.
func fromLock(verb string, features []string) *directive.Directive {
	head, kind, _ := strings.Cut(verb, ":")
	return &directive.Directive{Verb: directive.Verb(head), Kind: kind, Features: features}
}

// source returns the directives of the functions declared in a file, by line, and whether the file is the user's own and can be read.
func (t *Table) source(filename string) (map[int][]*directive.Directive, bool) {
	if !t.IsOwn(filename) {
		return nil, false
	}
	lines := readDeclared(filename)
	return lines, lines != nil
}

// IsOwn reports whether a file lies in the user's own source.
func (t *Table) IsOwn(filename string) bool { return IsOwn(t.root, filename) }

// IsOwn reports whether a file lies in the user's own source, of which root is the outermost folder.
func IsOwn(root, filename string) bool {
	return filepath.IsAbs(filename) && root != "" && strings.HasPrefix(filename, root+string(filepath.Separator)) && !isDependency(filename)
}

// isDependency knows the two places below a user's folder that hold other people's source.
func isDependency(filename string) bool {
	slashed := filepath.ToSlash(filename)
	return strings.Contains(slashed, "/vendor/") || strings.Contains(slashed, "/pkg/mod/")
}

var declaredFiles sync.Map // filename -> func() map[int][]*directive.Directive

// readDeclared reads a file once per process; nil means that it cannot be read.
func readDeclared(filename string) map[int][]*directive.Directive {
	once, _ := declaredFiles.LoadOrStore(filename, sync.OnceValue(func() map[int][]*directive.Directive {
		src, err := os.ReadFile(filename)
		if err != nil {
			return nil
		}
		if !bytes.Contains(src, []byte("//compat:")) {
			return map[int][]*directive.Directive{}
		}
		return declared(filename, src)
	}))
	return once.(func() map[int][]*directive.Directive)()
}

func declared(filename string, src []byte) map[int][]*directive.Directive {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filename, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	lines := map[int][]*directive.Directive{}
	directives := directive.Read(fset, file)
	eachFunction(file, func(name *ast.Ident, doc *ast.CommentGroup, start token.Pos) {
		if found := directives.Of(doc, start); len(found) > 0 {
			lines[fset.Position(name.Pos()).Line] = found
		}
	})
	return lines
}
