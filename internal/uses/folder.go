package uses

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A folder is a package's files, as far as they parse.
type folder struct {
	files   []*ast.File
	imports []string
}

// isMain reports whether nobody can import the package.
func (f *folder) isMain() bool { return len(f.files) > 0 && f.files[0].Name.Name == "main" }

// folder parses the package in dir. Files that do not parse are left out; the go command reports them.
func (s *Sources) folder(dir string) *folder {
	if known, ok := s.parsed[dir]; ok {
		return known
	}
	f := &folder{}
	s.parsed[dir] = f
	entries, err := os.ReadDir(dir)
	if err != nil {
		return f
	}
	for _, entry := range entries {
		if name := entry.Name(); !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name[0] == '_' || name[0] == '.' {
			continue
		}
		file, err := parser.ParseFile(s.fset, filepath.Join(dir, entry.Name()), nil, parser.ParseComments|parser.SkipObjectResolution)
		if expr := buildConstraint(file); err == nil && (expr == nil || satisfiable(expr, true)) {
			f.files = append(f.files, file)
		}
	}
	f.files = slices.DeleteFunc(f.files, func(file *ast.File) bool { return file.Name.Name != f.files[0].Name.Name })
	for _, file := range f.files {
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				f.imports = append(f.imports, path)
			}
		}
	}
	return f
}

func buildConstraint(file *ast.File) constraint.Expr {
	if file == nil {
		return nil
	}
	for _, group := range file.Comments {
		if group.Pos() > file.Package {
			return nil
		}
		for _, comment := range group.List {
			if constraint.IsGoBuild(comment.Text) {
				if expr, err := constraint.Parse(comment.Text); err == nil {
					return expr
				}
			}
		}
	}
	return nil
}

// satisfiable reports whether the constraint can have the value in some build. All builds are looked at together, so that the result is the
// same on every machine. No build has the tag "ignore".
func satisfiable(expr constraint.Expr, value bool) bool {
	switch e := expr.(type) {
	case *constraint.TagExpr:
		return e.Tag != "ignore" || !value
	case *constraint.NotExpr:
		return satisfiable(e.X, !value)
	case *constraint.AndExpr:
		if value {
			return satisfiable(e.X, true) && satisfiable(e.Y, true)
		}
		return satisfiable(e.X, false) || satisfiable(e.Y, false)
	case *constraint.OrExpr:
		if value {
			return satisfiable(e.X, true) || satisfiable(e.Y, true)
		}
		return satisfiable(e.X, false) && satisfiable(e.Y, false)
	}
	return true
}

// variants returns the files that are checked together: all of them, as long as no two declare the same. Files for different systems do, and
// each is in one of the variants, together with the files that all have.
func (f *folder) variants() [][]*ast.File {
	var layers []map[string]bool
	variants := [][]*ast.File{{}}
	for _, file := range f.files {
		declared := declarations(file)
		i := slices.IndexFunc(layers, func(layer map[string]bool) bool { return disjoint(layer, declared) })
		if i < 0 {
			i = len(layers)
			layers = append(layers, map[string]bool{})
			variants = append(variants[:i], nil)
		}
		for _, name := range declared {
			layers[i][name] = true
		}
		variants[i] = append(variants[i], file)
	}
	for i := 1; i < len(variants); i++ {
		for _, file := range variants[0] {
			if disjoint(layers[i], declarations(file)) {
				variants[i] = append(variants[i], file)
			}
		}
	}
	return variants
}

func disjoint(layer map[string]bool, declared []string) bool {
	return !slices.ContainsFunc(declared, func(name string) bool { return layer[name] })
}

// declarations names what a file declares in its package, methods with their types.
func declarations(file *ast.File) []string {
	var names []string
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			name := receiverName(decl) + "." + decl.Name.Name
			if name != ".init" && decl.Name.Name != "_" {
				names = append(names, name)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				names = append(names, specNames(spec)...)
			}
		}
	}
	return names
}

func receiverName(fn *ast.FuncDecl) string {
	if fn.Recv.NumFields() == 0 {
		return ""
	}
	receiver := fn.Recv.List[0].Type
	for {
		switch t := receiver.(type) {
		case *ast.StarExpr:
			receiver = t.X
		case *ast.ParenExpr:
			receiver = t.X
		case *ast.IndexExpr:
			receiver = t.X
		case *ast.IndexListExpr:
			receiver = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}

func specNames(spec ast.Spec) []string {
	var names []string
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		names = append(names, "."+spec.Name.Name)
	case *ast.ValueSpec:
		for _, id := range spec.Names {
			if id.Name != "_" {
				names = append(names, "."+id.Name)
			}
		}
	}
	return names
}
