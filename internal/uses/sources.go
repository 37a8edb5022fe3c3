package uses

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/symbols"
)

// Sources reads packages of the user's own from their source, to find the forwarders that other packages call. What it finds depends on the
// sources and the registry only: not on the host, on build tags, or on which package asks. It is safe for concurrent use.
//
// Nothing but the user's own packages and what go-ethereum declares for calling contracts (see stubs.go) is known of types: export data has no
// bodies, and what other packages import is not in the reach of every host. Names are strings and are passed by the user's own functions, so
// little is lost.
type Sources struct {
	catalog *catalog.Catalog
	root    string
	modules []module

	mu       sync.Mutex
	fset     *token.FileSet
	parsed   map[string]*folder
	imported map[string]*types.Package // declarations only, by folder
	stubs    map[string]*types.Package
	traced   map[string]*traced // by folder
}

// traced is what was found in one package.
type traced struct {
	declared   map[place]bool // every function
	forwarders map[place][]compatregistry.LockedForwarder
}

// A place names a function independently of how its package is called, which differs between a package and its test variant.
type place struct {
	file string
	line int
	name string
}

type sourcesKey struct {
	catalog *catalog.Catalog
	root    string
	dir     string // of a module in allSources, of any package in sourcesByDir
}

var allSources, sourcesByDir sync.Map // sourcesKey -> func() *Sources

// SourcesOf returns the sources of the module that dir lies in; root is the folder below which source is the user's own.
func SourcesOf(known *catalog.Catalog, root, dir string) *Sources {
	once, _ := sourcesByDir.LoadOrStore(sourcesKey{known, root, dir}, sync.OnceValue(func() *Sources {
		home, ok := inputs.ModuleRoot(dir)
		if !ok {
			home = dir
		}
		once, _ := allSources.LoadOrStore(sourcesKey{known, root, home}, sync.OnceValue(func() *Sources {
			return newSources(known, root, home)
		}))
		return once.(func() *Sources)()
	}))
	return once.(func() *Sources)()
}

func newSources(known *catalog.Catalog, root, home string) *Sources {
	return &Sources{
		catalog: known, root: root, modules: modulesOf(root, home), fset: token.NewFileSet(), parsed: map[string]*folder{},
		imported: map[string]*types.Package{}, stubs: map[string]*types.Package{}, traced: map[string]*traced{},
	}
}

// elsewhere returns the forwarders of a function of another package: from its source where that can be read, which cannot be out of date, and
// else from the lock file.
func elsewhere(
	table *symbols.Table, known *catalog.Catalog, root string, fset *token.FileSet, fn *types.Func,
) []compatregistry.LockedForwarder {
	position := fset.Position(fn.Pos())
	if table.IsOwn(position.Filename) {
		s := SourcesOf(known, root, filepath.Dir(position.Filename))
		if found, ok := s.of(fn.Pkg().Path(), place{position.Filename, position.Line, fn.Name()}); ok {
			return found
		}
	}
	return known.Forwarders(fn.FullName())
}

// Forwarders returns the forwarders of a package that other packages can call, in no particular order. Variants of a function for different
// builds are one, of which what holds of all of them is known.
func (s *Sources) Forwarders(importPath, dir string) []compatregistry.LockedForwarder {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folder(dir).isMain() {
		return nil
	}
	var all []compatregistry.LockedForwarder
	for at, found := range s.trace(importPath, dir).forwarders {
		if !token.IsExported(at.name) {
			continue
		}
		for _, f := range found {
			all = joined(all, f)
		}
	}
	return all
}

// joined adds a forwarder to a list in which each stands once.
func joined(list []compatregistry.LockedForwarder, f compatregistry.LockedForwarder) []compatregistry.LockedForwarder {
	for i, known := range list {
		if known.Symbol == f.Symbol && known.Parameter == f.Parameter {
			list[i] = passingOf(known).join(passingOf(f)).locked(f.Symbol, f.Parameter)
			return list
		}
	}
	return append(list, f)
}

// Directives returns the directives of a package's functions, methods and interface methods that other packages can call, and which of them wrap
// an error that they are given, in no particular order.
func (s *Sources) Directives(importPath, dir string) []compatregistry.LockedDirective {
	s.mu.Lock()
	defer s.mu.Unlock()
	source := s.folder(dir)
	if source.isMain() || !slices.ContainsFunc(source.files, s.saysOfFunctions) {
		return nil
	}
	var all []compatregistry.LockedDirective
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}}
	variants := source.variants()
	for _, files := range variants {
		pkg := s.check(importPath, files, info, false)
		for fn, directives := range symbols.New(s.fset, files, pkg, info, s.catalog, s.root).Declared() {
			for _, d := range directives {
				if locked, ok := symbols.Lockable(fn, d); ok {
					all = append(all, locked)
				}
			}
		}
	}
	return append(all, symbols.Wrapping(variants, info)...)
}

// saysOfFunctions reports whether a file has something that Directives might return.
func (s *Sources) saysOfFunctions(file *ast.File) bool {
	return len(directive.Read(s.fset, file).All) > 0 || symbols.HasWrapper(file)
}

// of returns what is known of one function, and whether its source was read.
func (s *Sources) of(importPath string, at place) ([]compatregistry.LockedForwarder, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.trace(importPath, filepath.Dir(at.file))
	return t.forwarders[at], t.declared[at]
}

// trace finds the forwarders of the package in dir. Packages that import each other in a circle do not compile, and find nothing here.
func (s *Sources) trace(importPath, dir string) *traced {
	if known, ok := s.traced[dir]; ok {
		return known
	}
	t := &traced{declared: map[place]bool{}, forwarders: map[place][]compatregistry.LockedForwarder{}}
	s.traced[dir] = t
	source := s.folder(dir)
	for _, file := range source.files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				t.declared[s.place(fn.Name.Pos(), fn.Name.Name)] = true
			}
		}
	}
	if !s.takesNames(importPath) && !s.reachesContracts(dir, map[string]bool{}) {
		return t
	}
	for _, files := range source.variants() {
		n := s.names(importPath, files)
		n.follow(n.takers(func(*ast.Ident) bool { return true }))
		for found, p := range n.forwarders {
			if fn, ok := found.obj.(*types.Func); ok {
				at := s.place(fn.Pos(), fn.Name())
				t.forwarders[at] = joined(t.forwarders[at], p.locked(fn.FullName(), found.param))
			}
		}
	}
	return t
}

func (s *Sources) place(pos token.Pos, name string) place {
	position := s.fset.Position(pos)
	return place{position.Filename, position.Line, name}
}

// names type-checks a package, function bodies included.
func (s *Sources) names(importPath string, files []*ast.File) *names {
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	pkg := s.check(importPath, files, info, true)
	c := &code{fset: s.fset, pkg: pkg, info: info, root: inspector.New(files).Root()}
	n := newNames(c, files, s.catalog, func(fn *types.Func) []compatregistry.LockedForwarder {
		at := s.place(fn.Pos(), fn.Name())
		if !s.isOwn(at.file) {
			return nil
		}
		return s.trace(fn.Pkg().Path(), filepath.Dir(at.file)).forwarders[at]
	})
	n.hasRegistered = func() bool { return true } // its callers have the names
	return n
}

// check type-checks as far as that goes: what is not known of other packages is an error here and none of the user's.
func (s *Sources) check(importPath string, files []*ast.File, info *types.Info, bodies bool) *types.Package {
	config := &types.Config{
		Importer: s, Error: func(error) {}, FakeImportC: true, DisableUnusedImportCheck: true, IgnoreFuncBodies: !bodies,
	}
	pkg, _ := config.Check(importPath, s.fset, files, info)
	return pkg
}

// Import implements types.Importer. For a package that is not known its error makes the type checker put an empty one in its place.
func (s *Sources) Import(path string) (*types.Package, error) {
	if pkg, ok := s.stub(path); ok {
		return pkg, nil
	}
	dir, ok := s.dirOf(path)
	if !ok {
		return nil, errNotOwn
	}
	if pkg, ok := s.imported[dir]; ok {
		if pkg == nil {
			return nil, errNotOwn // imports itself
		}
		return pkg, nil
	}
	s.imported[dir] = nil
	source := s.folder(dir)
	if len(source.files) == 0 {
		return nil, errNotOwn
	}
	pkg := s.check(path, source.variants()[0], nil, false)
	s.imported[dir] = pkg
	return pkg, nil
}

// takesNames reports whether a package declares what takes the names of contract methods.
func (s *Sources) takesNames(path string) bool {
	return path == abiPath || path == bindPath || path == bindV2Path ||
		slices.ContainsFunc(s.catalog.Registry.Guards.Callers, func(symbol string) bool { return strings.Contains(symbol, path+".") })
}

// reachesContracts reports whether the package, or one of the user's own that it imports, imports what calls contracts by name.
func (s *Sources) reachesContracts(dir string, seen map[string]bool) bool {
	if seen[dir] {
		return false
	}
	seen[dir] = true
	return slices.ContainsFunc(s.folder(dir).imports, func(path string) bool {
		if s.takesNames(path) {
			return true
		}
		own, ok := s.dirOf(path)
		return ok && s.reachesContracts(own, seen)
	})
}
