package staleguard

import (
	"go/ast"
	"go/token"

	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/report"
)

// stray reports directives that are meant for a function and stand on none, so that they do nothing.
func stray(file *ast.File, directives *directive.File) []finding.Finding {
	attached := map[*directive.Directive]bool{}
	attach := func(doc *ast.CommentGroup, start token.Pos) {
		for _, d := range directives.Of(doc, start) {
			attached[d] = true
		}
	}
	if len(directives.All) == 0 {
		return nil
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			attach(n.Doc, n.Pos())
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				if len(method.Names) == 1 {
					attach(method.Doc, method.Pos())
				}
			}
		}
		return true
	})
	var findings []finding.Finding
	for _, d := range directives.All {
		if d.Problem == "" && d.Verb != directive.Ignore && !attached[d] {
			findings = append(findings, finding.Finding{Category: "stray-directive", Pos: d.Pos, End: d.End, Message: report.Stray(d)})
		}
	}
	return findings
}
