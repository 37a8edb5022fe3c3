package vettool

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io"
	"os"
	"runtime"

	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/internal/driver"
)

// load parses and type-checks the package, with the export data that the go command has built of the packages that it imports. The files in
// changed, which may be nil, are taken from there.
func (u *unit) load(changed map[string][]byte) (*packages.Package, error) {
	fset := token.NewFileSet()
	files, err := u.parse(fset, changed)
	if err != nil {
		return nil, err
	}
	imports := u.newImports(fset)
	var problems []error
	config := &types.Config{
		GoVersion: u.cfg.GoVersion,
		Sizes:     types.SizesFor("gc", build.Default.GOARCH),
		Importer:  imports,
		Error:     func(err error) { problems = append(problems, err) },
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}
	pkg, err := config.Check(u.cfg.ImportPath, fset, files, info)
	switch {
	case imports.err != nil:
		return nil, imports.err
	case err != nil:
		return nil, typeErrors(problems)
	}
	return &packages.Package{
		ID: u.cfg.ID, Name: pkg.Name(), PkgPath: pkg.Path(), Fset: fset, Syntax: files, Types: pkg, TypesInfo: info, TypesSizes: config.Sizes,
		GoFiles: u.cfg.GoFiles, CompiledGoFiles: u.cfg.GoFiles, OtherFiles: u.cfg.NonGoFiles, IgnoredFiles: u.cfg.IgnoredFiles,
	}, nil
}

func (u *unit) parse(fset *token.FileSet, changed map[string][]byte) ([]*ast.File, error) {
	var files []*ast.File
	for _, name := range u.cfg.GoFiles {
		var source any // nil: the file's own
		if text, ok := changed[name]; ok {
			source = text
		}
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, syntaxErrors(err)
		}
		files = append(files, file)
	}
	return files, nil
}

func syntaxErrors(err error) error {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return err
	}
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = e.Error()
	}
	return &driver.UnusableError{Lines: lines}
}

func typeErrors(problems []error) error {
	lines := make([]string, len(problems))
	for i, err := range problems {
		lines[i] = err.Error() // with its position
	}
	return &driver.UnusableError{Lines: lines}
}

// imports resolves imports by the unit's export data. It is a types.Importer.
type imports struct {
	names map[string]string // as written -> import path
	files map[string]string // import path -> export data
	gc    types.Importer
	err   error // the first one: what follows from it is of no interest
}

func (u *unit) newImports(fset *token.FileSet) *imports {
	i := &imports{names: u.cfg.ImportMap, files: u.cfg.PackageFile}
	i.gc = importer.ForCompiler(fset, "gc", i.open)
	return i
}

func (i *imports) open(path string) (io.ReadCloser, error) {
	name, ok := i.files[path]
	if !ok {
		return nil, fmt.Errorf("the go command gives no export data for %q to vet tools: run compatlint itself instead of go vet -vettool", path)
	}
	return os.Open(name)
}

// Import implements types.Importer.
func (i *imports) Import(path string) (*types.Package, error) {
	if known, ok := i.names[path]; ok {
		path = known
	}
	pkg, err := i.gc.Import(path)
	if err != nil && i.err == nil {
		i.err = fmt.Errorf("import %q: %w\ncompatlint was built with %s: a go command that is newer needs a compatlint built with it", path, err,
			runtime.Version())
	}
	return pkg, err
}
