package gobinding

import (
	"go/ast"
	"go/token"
	"path"
	"strconv"
	"strings"
)

// A source is what matters of a file's declarations.
type source struct {
	imports  map[string]string // local name to import path
	values   map[string]ast.Expr
	metadata map[string]metadata // by base name X of XMetaData
	structs  map[string]structType
	methods  []*ast.FuncDecl
}

// metadata is a package variable XMetaData that holds a bind.MetaData.
type metadata struct {
	abi     ast.Expr
	pointer bool // v1 has a pointer, v2 a value
}

// A structType is what matters of the fields of a struct.
type structType struct {
	bound      map[string]bool // fields of type bind.BoundContract or a pointer to it
	abis       map[string]bool // fields of type abi.ABI or a pointer to it
	embedded   bool            // a BoundContract is embedded, so that its methods are promoted
	contractOf string          // the type of field Contract, as in abigen's sessions
}

func scanFile(file *ast.File) *source {
	s := &source{
		imports:  importNames(file),
		values:   map[string]ast.Expr{},
		metadata: map[string]metadata{},
		structs:  map[string]structType{},
	}
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil {
				s.methods = append(s.methods, d)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				s.scanSpec(spec)
			}
		}
	}
	return s
}

func (s *source) scanSpec(spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if t, ok := spec.Type.(*ast.StructType); ok {
			s.structs[spec.Name.Name] = s.scanStruct(t)
		}
	case *ast.ValueSpec:
		if len(spec.Names) != len(spec.Values) {
			return
		}
		for i, name := range spec.Names {
			s.values[name.Name] = spec.Values[i]
			if base, ok := strings.CutSuffix(name.Name, "MetaData"); ok {
				s.scanMetadata(base, spec.Values[i])
			}
		}
	}
}

func (s *source) scanMetadata(base string, value ast.Expr) {
	pointer := false
	if address, ok := value.(*ast.UnaryExpr); ok && address.Op == token.AND {
		value, pointer = address.X, true
	}
	literal, ok := value.(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, element := range literal.Elts {
		field, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := field.Key.(*ast.Ident); ok && key.Name == "ABI" {
			s.metadata[base] = metadata{abi: field.Value, pointer: pointer}
		}
	}
}

func (s *source) scanStruct(t *ast.StructType) structType {
	fields := structType{bound: map[string]bool{}, abis: map[string]bool{}}
	for _, field := range t.Fields.List {
		names := fieldNames(field)
		switch {
		case s.isBoundContract(field.Type):
			fields.embedded = fields.embedded || len(field.Names) == 0
			for _, name := range names {
				fields.bound[name] = true
			}
		case s.isABI(field.Type):
			for _, name := range names {
				fields.abis[name] = true
			}
		case len(names) == 1 && names[0] == "Contract":
			fields.contractOf = typeName(field.Type)
		}
	}
	return fields
}

func fieldNames(field *ast.Field) []string {
	if len(field.Names) == 0 {
		return []string{typeName(field.Type)}
	}
	var names []string
	for _, name := range field.Names {
		names = append(names, name.Name)
	}
	return names
}

// isBoundContract matches by the end of the import path, which all forks of go-ethereum keep.
func (s *source) isBoundContract(t ast.Expr) bool {
	importPath, name := s.qualified(t)
	importPath = strings.TrimSuffix(importPath, "/v2")
	return name == "BoundContract" && strings.HasSuffix(importPath, "/accounts/abi/bind")
}

func (s *source) isABI(t ast.Expr) bool {
	importPath, name := s.qualified(t)
	return name == "ABI" && strings.HasSuffix(importPath, "/accounts/abi")
}

// qualified splits pkg.Name, or a pointer to it, into import path and name.
func (s *source) qualified(t ast.Expr) (importPath, name string) {
	selector, ok := withoutPointer(t).(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	pkg, ok := selector.X.(*ast.Ident)
	if !ok {
		return "", ""
	}
	return s.imports[pkg.Name], selector.Sel.Name
}

// typeName returns the name of a possibly qualified or instantiated type or of a pointer to one, "" for other types.
func typeName(t ast.Expr) string {
	switch t := withoutPointer(t).(type) {
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	case *ast.IndexExpr:
		return typeName(t.X)
	case *ast.IndexListExpr:
		return typeName(t.X)
	}
	return ""
}

func withoutPointer(t ast.Expr) ast.Expr {
	t = ast.Unparen(t)
	if star, ok := t.(*ast.StarExpr); ok {
		return ast.Unparen(star.X)
	}
	return t
}

func importNames(file *ast.File) map[string]string {
	names := map[string]string{}
	for _, spec := range file.Imports {
		importPath, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		name := path.Base(strings.TrimSuffix(importPath, "/v2"))
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = importPath
	}
	return names
}

// stringValue returns the value of an expression made of string literals and names of the file's own values.
func (s *source) stringValue(e ast.Expr) (string, bool) {
	value := constantString{source: s, names: 32}
	if !value.add(e) {
		return "", false
	}
	return value.text.String(), true
}

// A constantString is a string expression being evaluated. Names counts down the names that may still be followed,
// which ends cycles and keeps doubling definitions from growing without bound.
type constantString struct {
	source *source
	text   strings.Builder
	names  int
}

func (c *constantString) add(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		value, err := strconv.Unquote(e.Value)
		c.text.WriteString(value)
		return err == nil && e.Kind == token.STRING
	case *ast.ParenExpr:
		return c.add(e.X)
	case *ast.BinaryExpr:
		return e.Op == token.ADD && c.add(e.X) && c.add(e.Y)
	case *ast.Ident:
		value, ok := c.source.values[e.Name]
		c.names--
		return ok && c.names >= 0 && c.add(value)
	}
	return false
}
