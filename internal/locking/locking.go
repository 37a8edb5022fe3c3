// Package locking reads what compat.lock records out of a module: the selectors of the registered contracts, the binding methods that send
// them, and what the module's own functions say of themselves by //compat: comments and by forwarding the names of methods.
//
// It works on sources alone, so code that does not compile is no obstacle. The file's format, and comparing two of them, is in package compatregistry.
package locking

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/gobinding"
)

// Options say which packages to read.
type Options struct {
	Dir      string   // working directory, absolute
	Patterns []string // as for go build; none: every package of the modules that use the registry
	Tags     string   // as go build -tags
	Symbols  bool     // read the //compat: comments and the forwarders of the user's own packages too
}

// Read returns the lock file that the sources ask for now. It fails where the go command cannot list the packages, and with a
// [compatregistry.ErrorList] where registered contracts have neither an ABI nor a binding to read. It may be called concurrently.
func Read(ctx context.Context, registry *compatregistry.Registry, opts Options) (*compatregistry.Lock, error) {
	where, err := listings(ctx, registry, opts)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, l := range where {
		listed, err := list(ctx, l, opts.Tags)
		if err != nil {
			return nil, err
		}
		files = append(files, listed...)
	}
	files = sorted(files)
	r := &reader{registry: registry, lock: &compatregistry.Lock{}, known: map[string]*contractSelectors{}}
	for _, contract := range registry.Contracts {
		if contract.ABI != nil {
			r.contract(contract.Name).add(contract.ABI.Methods)
		}
	}
	for _, file := range files {
		if err := r.file(file); err != nil {
			return nil, err
		}
	}
	if opts.Symbols {
		r.symbols(where, files)
	}
	return r.finish()
}

// A file is a Go file of a package of the build, with the package's import path.
type file struct{ importPath, name string }

// list names every Go file of the packages and of what they import.
func list(ctx context.Context, l listing, tags string) ([]file, error) {
	cfg := &packages.Config{
		Context: ctx, Dir: l.dir,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps,
	}
	if tags != "" {
		cfg.BuildFlags = []string{"-tags=" + tags}
	}
	pkgs, err := packages.Load(cfg, l.patterns...)
	if err != nil {
		return nil, fmt.Errorf("listing packages: %w", err)
	}
	var files []file
	var problems []string
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, e := range p.Errors {
			problems = append(problems, strings.TrimPrefix(e.Error(), "-: "))
		}
		for _, name := range p.GoFiles {
			files = append(files, file{p.PkgPath, name})
		}
	})
	switch {
	case len(problems) > 0:
		return nil, errors.New(strings.Join(problems, "\n"))
	case len(pkgs) == 0:
		return nil, fmt.Errorf("no packages match %s in %s", strings.Join(l.patterns, " "), l.dir)
	}
	return files, nil
}

// sorted puts the files in an order that does not depend on who imports whom, each once.
func sorted(files []file) []file {
	slices.SortFunc(files, func(a, b file) int {
		return cmp.Or(strings.Compare(a.importPath, b.importPath), strings.Compare(a.name, b.name))
	})
	return slices.Compact(files)
}

type reader struct {
	registry *compatregistry.Registry
	lock     *compatregistry.Lock
	known    map[string]*contractSelectors
}

// contractSelectors gathers one contract's functions from its ABI and its bindings. The first source of a selector counts: the ABI that the
// registry names comes first, and a binding that differs from it in shape is a difference the registry's validation shows.
type contractSelectors struct {
	methods map[selectors.Selector]selectors.Method
}

func (c *contractSelectors) add(methods []selectors.Method) {
	for _, m := range methods {
		if _, ok := c.methods[m.Selector]; !ok {
			c.methods[m.Selector] = m
		}
	}
}

func (r *reader) contract(name string) *contractSelectors {
	if r.known[name] == nil {
		r.known[name] = &contractSelectors{methods: map[selectors.Selector]selectors.Method{}}
	}
	return r.known[name]
}

// file records the bindings in one file. Only files that some contract's patterns match, or that import go-ethereum's bind package, are
// parsed: a service has thousands of others.
func (r *reader) file(f file) error {
	if !r.named(f.importPath) && !importsBind(f.name) {
		return nil
	}
	src, err := os.ReadFile(f.name)
	if err != nil {
		return err
	}
	found, err := gobinding.ParseSource(f.name, src)
	if err != nil {
		return err
	}
	for _, binding := range found {
		for _, contract := range r.registry.Contracts {
			if slices.Contains(contract.Types, binding.Name) && r.belongs(contract, f.importPath) {
				r.record(contract, binding, f.importPath, gobinding.Digest(src))
			}
		}
	}
	return nil
}

func (r *reader) named(importPath string) bool {
	return slices.ContainsFunc(r.registry.Contracts, func(c *compatregistry.Contract) bool {
		return len(c.Bindings) > 0 && r.belongs(c, importPath)
	})
}

func (r *reader) belongs(contract *compatregistry.Contract, importPath string) bool {
	if len(contract.Bindings) == 0 {
		return true
	}
	return slices.ContainsFunc(contract.Bindings, func(pattern string) bool { return bindings.MatchPath(pattern, importPath) })
}

// importsBind reads no further than a file's imports.
func importsBind(name string) bool {
	parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.SkipObjectResolution)
	if err != nil {
		return false // the go command reports files that do not parse
	}
	for _, spec := range parsed.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil && bindings.IsBindPath(path) {
			return true
		}
	}
	return false
}

func (r *reader) record(contract *compatregistry.Contract, binding gobinding.Contract, importPath, digest string) {
	if binding.ABI != nil {
		r.contract(contract.Name).add(binding.ABI.Methods)
	}
	r.lock.Bindings = append(r.lock.Bindings, compatregistry.LockedBinding{
		ImportPath: importPath, Contract: contract.Name, Generator: binding.Generator, Digest: digest,
	})
	for _, m := range binding.Methods {
		r.lock.Methods = append(r.lock.Methods, compatregistry.LockedMethod{
			ImportPath: importPath, Type: m.Type, Name: m.Name, Contract: contract.Name, Selector: m.Selector,
		})
	}
}

func (r *reader) finish() (*compatregistry.Lock, error) {
	var unknown compatregistry.ErrorList
	for _, contract := range r.registry.Contracts {
		known := r.known[contract.Name]
		if known == nil {
			unknown = append(unknown, compatregistry.Error{Position: contract.Position, Message: fmt.Sprintf(
				"contract %s has no ABI in the registry and no binding in the packages: add abi: or bindings:, or name its abigen types under types:", contract.Name)})
			continue
		}
		for _, m := range known.methods {
			r.lock.Selectors = append(r.lock.Selectors, compatregistry.LockedSelector{
				Contract: contract.Name, Selector: m.Selector, Signature: m.Signature, Returns: m.Returns, Mutability: m.Mutability,
			})
		}
	}
	if len(unknown) > 0 {
		return nil, unknown
	}
	return r.lock, nil
}

// Path is where the lock file of a registry lies.
func Path(registry *compatregistry.Registry) string {
	return filepath.Join(filepath.Dir(registry.Path), inputs.LockName)
}
