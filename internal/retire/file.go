package retire

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/inputs"
)

// canGo is what is said of a place that the fix takes out.
const canGo = " can go: -fix takes it out"

// A sheet gathers what is done about one file. All of its edits are one fix: an import goes only with the last function that needs it.
type sheet struct {
	*pkg
	file     *ast.File
	edits    edits
	extra    map[types.Object]bool
	findings []finding.Finding
}

func (p *pkg) file(file *ast.File, cursor inspector.Cursor) []finding.Finding {
	s := &sheet{pkg: p, file: file, extra: map[types.Object]bool{}}
	for decl := range cursor.Preorder((*ast.FuncDecl)(nil)) {
		if node := decl.Node().(*ast.FuncDecl); node.Body != nil {
			s.function(node, decl)
		}
	}
	s.elsewhere()
	s.directives()
	s.constants()
	s.imports()
	settled, ok := s.edits.settled()
	if !ok || len(settled) == 0 {
		return s.findings
	}
	fix := []analysis.SuggestedFix{{Message: fmt.Sprintf("Retire %s", p.feature.Name), TextEdits: settled}}
	for i := range s.findings {
		if s.findings[i].Category == done {
			s.findings[i].Fixes = fix
		}
	}
	return s.findings
}

// function takes the feature out of a declared function and lists what it meets there.
func (s *sheet) function(decl *ast.FuncDecl, cursor inspector.Cursor) {
	f := s.pkg.function(decl, cursor)
	f.simplify()
	for _, g := range f.guards() {
		switch {
		case f.failed != "":
			s.add(left, g.pos, g.end, fmt.Sprintf("%s is left: %s", g.what, f.failed))
		case f.edits.removed(g.pos):
			s.add(done, g.pos, g.end, g.what+canGo)
		default:
			s.add(left, g.pos, g.end, fmt.Sprintf("%s is left: %s", g.what, f.reason(g)))
		}
	}
	s.edits = append(s.edits, f.edits...)
	for obj := range f.extra {
		s.extra[obj] = true
	}
}

// A guardAt is something that guards the feature, at its place.
type guardAt struct {
	node     ast.Node
	pos, end token.Pos
	what     string
}

// guards lists what guards the feature in the function, in order of position.
func (f *function) guards() []guardAt {
	var all []guardAt
	add := func(node ast.Node, pos, end token.Pos, what string) {
		if f.decl.Pos() <= pos && pos < f.decl.End() {
			all = append(all, guardAt{node, pos, end, what})
		}
	}
	for _, w := range f.Wrappers {
		if f.isFeature(w.Feature) {
			add(w.Literal, w.Literal.Pos(), w.TypeEnd(), w.Type)
		}
	}
	for _, read := range f.Reads {
		if f.isFeature(read.Feature) {
			add(read.Call, read.Call.Pos(), read.Call.End(), guardapi.CallName(read.Call))
		}
	}
	for _, probe := range f.Probes {
		if slices.Contains(probe.Features, f.feature.Name) {
			add(probe.Call, probe.Call.Pos(), probe.Call.End(), guardapi.CallName(probe.Call))
		}
	}
	for cursor := range f.cursor.Preorder((*ast.CallExpr)(nil)) {
		call := cursor.Node().(*ast.CallExpr)
		if _, ok := f.API.IsClassifier(call); ok && f.tells(call) {
			add(call, call.Pos(), call.End(), guardapi.CallName(call))
		}
	}
	slices.SortStableFunc(all, func(a, b guardAt) int { return int(a.pos - b.pos) })
	return all
}

// tells reports whether a classifier's error is that of the feature's calls, as far as is known.
func (f *function) tells(call *ast.CallExpr) bool {
	_, known := f.known[call]
	return known || f.why[call] != ""
}

// reason says why something is left.
func (f *function) reason(g guardAt) string {
	if why := f.why[g.node]; why != "" {
		return why
	}
	return "what it decides has to be looked at"
}

// elsewhere lists the wrappers and reads outside of functions.
func (s *sheet) elsewhere() {
	inside := func(pos token.Pos) bool {
		return pos < s.file.FileStart || pos >= s.file.FileEnd || slices.ContainsFunc(s.file.Decls, func(d ast.Decl) bool {
			fn, ok := d.(*ast.FuncDecl)
			return ok && fn.Pos() <= pos && pos < fn.End()
		})
	}
	const why = "it stands outside of functions"
	for _, w := range s.Wrappers {
		if s.isFeature(w.Feature) && !inside(w.Literal.Pos()) {
			s.add(left, w.Literal.Pos(), w.TypeEnd(), w.Type+" is left: "+why)
		}
	}
	for _, read := range s.Reads {
		if s.isFeature(read.Feature) && !inside(read.Call.Pos()) {
			s.add(left, read.Call.Pos(), read.Call.End(), guardapi.CallName(read.Call)+" is left: "+why)
		}
	}
}

// directives takes the feature out of the directives that move a duty or stop a finding. A probe stays with its function.
func (s *sheet) directives() {
	for _, d := range s.Symbols.File(s.file).All {
		if d.Problem != "" || !d.Names(s.feature.Name) {
			continue
		}
		what := "//compat:" + string(d.Verb)
		if d.Verb == directive.Guard {
			s.add(left, d.Pos, d.End, what+" is left: remove the function when nothing calls it any more")
			continue
		}
		s.add(done, d.Pos, d.End, what+canGo)
		if len(d.Features) == 1 {
			f := &function{pkg: s.pkg}
			f.removeLine(d.Pos, d.End)
			s.edits = append(s.edits, f.edits...)
			continue
		}
		s.unname(d)
	}
}

// unname takes the feature out of a list of several.
func (s *sheet) unname(d *directive.Directive) {
	name := regexp.QuoteMeta(s.feature.Name)
	pattern := regexp.MustCompile(`\b` + name + `\b\s*,\s*|\s*,\s*` + name + `\b`)
	if at := pattern.FindStringIndex(s.text(d.Pos, d.End)); at != nil {
		s.edits.remove(d.Pos+token.Pos(at[0]), d.Pos+token.Pos(at[1]))
	}
}

// constants lists the names of the feature that the file declares. Whether they are used elsewhere is not known here.
func (s *sheet) constants() {
	for _, decl := range s.file.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if !ok || decl.Tok != token.CONST || inputs.IsGenerated(s.file) {
			continue
		}
		for _, spec := range decl.Specs {
			spec := spec.(*ast.ValueSpec)
			for i, name := range spec.Names {
				constant := s.pass.TypesInfo.Defs[name]
				if constant != nil && guardapi.IsFeature(constant.Type()) && i < len(spec.Values) && s.isFeature(spec.Values[i]) {
					s.add(left, name.Pos(), name.End(), fmt.Sprintf("the constant %s is left: remove it when nothing names it any more", name.Name))
				}
			}
		}
	}
}

func (s *sheet) add(category string, pos, end token.Pos, message string) {
	s.findings = append(s.findings, finding.Finding{Category: category, Pos: pos, End: end, Feature: s.feature.Name, Message: message})
}

// imports takes out the imports that only what went has needed.
func (s *sheet) imports() {
	if len(s.edits) == 0 {
		return
	}
	before, after := map[*types.PkgName]bool{}, map[*types.PkgName]bool{}
	for id, obj := range s.pass.TypesInfo.Uses {
		name, ok := obj.(*types.PkgName)
		if !ok || id.Pos() < s.file.FileStart || id.Pos() >= s.file.FileEnd {
			continue
		}
		before[name] = true
		if !s.edits.removed(id.Pos()) || s.extra[name] {
			after[name] = true
		}
	}
	f := &function{pkg: s.pkg}
	for _, decl := range s.file.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			continue
		}
		s.unimport(f, decl, func(spec *ast.ImportSpec) bool {
			name := s.pass.TypesInfo.PkgNameOf(spec)
			return name != nil && before[name] && !after[name]
		})
	}
	s.edits = append(s.edits, f.edits...)
}

func (s *sheet) unimport(f *function, decl *ast.GenDecl, unused func(*ast.ImportSpec) bool) {
	gone := 0
	for _, spec := range decl.Specs {
		if unused(spec.(*ast.ImportSpec)) {
			gone++
		}
	}
	if gone == len(decl.Specs) && gone > 0 {
		f.removeLine(decl.Pos(), decl.End())
		return
	}
	for _, spec := range decl.Specs {
		if unused(spec.(*ast.ImportSpec)) {
			f.removeLine(spec.Pos(), spec.End())
		}
	}
}
