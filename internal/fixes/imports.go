package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/internal/guardapi"
)

// imports names packages in one file, and remembers those that the file has to import first.
type imports struct {
	*site
	added []string
}

// name returns how the file calls a package at the site. It reports false where the package cannot be named there.
func (i *imports) name(importPath, packageName string) (string, bool) {
	for _, spec := range i.file.Imports {
		named := i.pass.TypesInfo.PkgNameOf(spec)
		if named == nil || named.Imported().Path() != importPath || named.Name() == "_" || named.Name() == "." {
			continue
		}
		return named.Name(), i.sees(named)
	}
	if i.lookup(packageName) != nil || !i.importable(importPath) {
		return "", false
	}
	if !slices.Contains(i.added, importPath) {
		i.added = append(i.added, importPath)
		slices.Sort(i.added)
	}
	return packageName, true
}

// importable reports whether the package can surely be imported here: it belongs to the standard library or is the runtime, or a file of this
// package imports it.
func (i *imports) importable(importPath string) bool {
	if importPath == guardapi.CompatPath || isStandard(importPath) && !strings.Contains(importPath, "internal") {
		return true
	}
	return slices.ContainsFunc(i.pass.Pkg.Imports(), func(p *types.Package) bool { return p.Path() == importPath })
}

func isStandard(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return !strings.Contains(first, ".")
}

// edits adds the imports to the file.
func (i *imports) edits() []analysis.TextEdit {
	if len(i.added) == 0 {
		return nil
	}
	var single *ast.GenDecl
	for _, decl := range i.file.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			break
		}
		if decl.Lparen.IsValid() && len(decl.Specs) > 0 {
			return i.grouped(decl)
		}
		single = decl
	}
	if single != nil {
		return []analysis.TextEdit{insertion(single.End(), "\n"+declaration(i.added))}
	}
	return []analysis.TextEdit{insertion(i.file.Name.End(), "\n\n"+declaration(i.added))}
}

// declaration writes imports, the standard library's apart from the others.
func declaration(paths []string) string {
	if len(paths) == 1 {
		return "import " + strconv.Quote(paths[0])
	}
	var groups []string
	for _, kind := range split(paths) {
		lines := ""
		for _, importPath := range kind {
			lines += "\t" + strconv.Quote(importPath) + "\n"
		}
		if lines != "" {
			groups = append(groups, lines)
		}
	}
	return "import (\n" + strings.Join(groups, "\n") + ")"
}

// grouped adds the imports to a declaration in parentheses, each at its place in the group of its kin.
func (i *imports) grouped(decl *ast.GenDecl) []analysis.TextEdit {
	groups := i.groups(decl)
	var edits []analysis.TextEdit
	for _, kind := range split(i.added) {
		var others []string
		for _, added := range kind {
			if group := kin(groups, added); group != nil {
				edits = append(edits, intoGroup(group, added))
			} else {
				others = append(others, strconv.Quote(added))
			}
		}
		if len(others) > 0 {
			edits = append(edits, newGroup(groups, strings.Join(others, "\n\t"), isStandard(kind[0])))
		}
	}
	return edits
}

// split returns the standard library's packages and the others.
func split(paths []string) [2][]string {
	var kinds [2][]string
	for _, importPath := range paths {
		kind := 1
		if isStandard(importPath) {
			kind = 0
		}
		kinds[kind] = append(kinds[kind], importPath)
	}
	return kinds
}

// groups are the runs of imports without an empty line between them.
func (i *imports) groups(decl *ast.GenDecl) [][]*ast.ImportSpec {
	var groups [][]*ast.ImportSpec
	last := -1
	for _, spec := range decl.Specs {
		spec := spec.(*ast.ImportSpec)
		start := i.pass.Fset.Position(startOf(spec)).Line
		if last < 0 || start > last+1 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], spec)
		last = i.pass.Fset.Position(spec.End()).Line
	}
	return groups
}

// kin returns the group whose paths have most in common with the new one, or nil where none is of its kind.
func kin(groups [][]*ast.ImportSpec, added string) []*ast.ImportSpec {
	best, most := []*ast.ImportSpec(nil), -1
	for _, group := range groups {
		for _, spec := range group {
			present := pathOf(spec)
			if isStandard(present) != isStandard(added) {
				continue
			}
			if n := common(present, added); n > most {
				best, most = group, n
			}
		}
	}
	return best
}

// common counts the elements that two paths begin with alike.
func common(a, b string) int {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < len(as) && n < len(bs) && as[n] == bs[n] {
		n++
	}
	return n
}

func intoGroup(group []*ast.ImportSpec, added string) analysis.TextEdit {
	for _, spec := range group {
		if pathOf(spec) > added {
			return insertion(startOf(spec), strconv.Quote(added)+"\n\t")
		}
	}
	return insertion(endOf(group[len(group)-1]), "\n\t"+strconv.Quote(added))
}

// newGroup puts the standard library before all else and everything else behind it.
func newGroup(groups [][]*ast.ImportSpec, lines string, standard bool) analysis.TextEdit {
	if standard {
		return insertion(startOf(groups[0][0]), lines+"\n\n\t")
	}
	last := groups[len(groups)-1]
	return insertion(endOf(last[len(last)-1]), "\n\n\t"+lines)
}

func startOf(spec *ast.ImportSpec) token.Pos {
	if spec.Doc != nil {
		return spec.Doc.Pos()
	}
	return spec.Pos()
}

func endOf(spec *ast.ImportSpec) token.Pos {
	if spec.Comment != nil {
		return spec.Comment.End()
	}
	return spec.End()
}

func pathOf(spec *ast.ImportSpec) string {
	unquoted, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return path.Clean(unquoted)
}

func insertion(at token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: at, End: at, NewText: []byte(text)}
}
