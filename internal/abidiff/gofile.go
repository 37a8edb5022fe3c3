package abidiff

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/gobinding"
)

// mayBind reports whether a Go file may hold a contract's ABI, without parsing it.
func mayBind(src []byte) bool {
	return bytes.Contains(src, []byte("ABI")) && (bytes.Contains(src, []byte("MetaData")) || bytes.Contains(src, []byte("/accounts/abi")))
}

// parseGo returns the contracts of a Go file, sorted by name. One that is generated code without its ABI has none: another file of the
// package may have it.
func parseGo(path string, src []byte) ([]Contract, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, syntaxErrors(path, err)
	}
	contracts := map[string]Contract{}
	for _, binding := range gobinding.ParseFile(file) {
		if binding.ABI != nil || binding.Generator != gobinding.GeneratorOther {
			version := selectors.Version{ABI: binding.ABI, GoNames: goNames(binding)}
			contracts[binding.Name] = Contract{Name: binding.Name, Version: version, File: path}
		}
	}
	for _, data := range metadataOf(file) {
		contract, known := contracts[data.base]
		version, err := data.version(fset, path)
		switch {
		case err == nil:
			version.GoNames = contract.Version.GoNames
			contracts[data.base] = Contract{Name: data.base, Version: version, File: path}
		case !known || contract.Version.ABI == nil:
			return nil, err
		}
	}
	names := slices.Sorted(maps.Keys(contracts))
	list := make([]Contract, len(names))
	for i, name := range names {
		list[i] = contracts[name]
	}
	return list, nil
}

func syntaxErrors(path string, err error) error {
	var list scanner.ErrorList
	if !errors.As(err, &list) {
		return at(path, 1, 1, "%s", err)
	}
	var errs compatregistry.ErrorList
	for _, e := range list {
		position := compatregistry.Position{File: path, Line: e.Pos.Line, Column: e.Pos.Column}
		errs = append(errs, compatregistry.Error{Position: position, Message: e.Msg})
	}
	return errs
}

// goNames are the names that the binding itself has, which abigen's rules do not give away where it was told others.
func goNames(binding gobinding.Contract) map[selectors.Selector]string {
	names := map[selectors.Selector]string{}
	for _, m := range binding.Methods {
		name, ok := m.Name, false
		switch binding.Generator {
		case gobinding.GeneratorV1:
			ok = m.Type == binding.Name+"Caller" || m.Type == binding.Name+"Transactor"
		case gobinding.GeneratorV2:
			name, ok = strings.CutPrefix(m.Name, "Pack")
		}
		if _, taken := names[m.Selector]; ok && !taken {
			names[m.Selector] = name
		}
	}
	return names
}

// A metadata is a variable XMetaData with the text of an ABI.
type metadata struct {
	base  string
	value ast.Expr
}

func metadataOf(file *ast.File) []metadata {
	var found []metadata
	for _, declaration := range file.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok || general.Tok != token.VAR {
			continue
		}
		for _, spec := range general.Specs {
			found = append(found, metadataOfSpec(spec.(*ast.ValueSpec))...)
		}
	}
	return found
}

func metadataOfSpec(spec *ast.ValueSpec) []metadata {
	var found []metadata
	for i, name := range spec.Names {
		base, ok := strings.CutSuffix(name.Name, "MetaData")
		if !ok || base == "" || i >= len(spec.Values) {
			continue
		}
		if value := abiField(spec.Values[i]); value != nil {
			found = append(found, metadata{base, value})
		}
	}
	return found
}

// abiField returns the value of the field ABI in a bind.MetaData{…} or a pointer to one.
func abiField(value ast.Expr) ast.Expr {
	if address, ok := value.(*ast.UnaryExpr); ok && address.Op == token.AND {
		value = address.X
	}
	literal, ok := value.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	if t, ok := literal.Type.(*ast.SelectorExpr); !ok || t.Sel.Name != "MetaData" {
		return nil
	}
	for _, element := range literal.Elts {
		if field, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := field.Key.(*ast.Ident); ok && key.Name == "ABI" {
				return field.Value
			}
		}
	}
	return nil
}

// version parses the ABI. Errors have the place of its text, and in the message the place within it.
func (m metadata) version(fset *token.FileSet, path string) (selectors.Version, error) {
	position := fset.Position(m.value.Pos())
	text, ok := literalText(m.value)
	if !ok {
		return selectors.Version{}, at(path, position.Line, position.Column, "the ABI in %sMetaData is not written as a string", m.base)
	}
	version, err := selectors.ParseVersion([]byte(text))
	if err != nil {
		return selectors.Version{}, at(path, position.Line, position.Column, "the ABI in %sMetaData: %s", m.base, err)
	}
	return version, nil
}

func literalText(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.ParenExpr:
		return literalText(e.X)
	case *ast.BinaryExpr:
		left, leftOK := literalText(e.X)
		right, rightOK := literalText(e.Y)
		return left + right, e.Op == token.ADD && leftOK && rightOK
	}
	return "", false
}
