package dualpath

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/report"
)

// dropped reports calls of Resolve, or of what a configured wrapper has in its place, whose error nobody sees: a contract that is refused then
// passes for one that returned zero.
func dropped(pass *analysis.Pass, result *guard.Result) []finding.Finding {
	var findings []finding.Finding
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	for cursor := range root.Preorder((*ast.CallExpr)(nil)) {
		call := cursor.Node().(*ast.CallExpr)
		method, ok := result.API.Resolve(call)
		if !ok || !dropsError(cursor) || !result.Inputs.Options.Tests && inputs.IsTestFile(pass.Fset, call.Pos()) {
			continue
		}
		findings = append(findings, finding.Finding{
			Category: "resolve-dropped", Pos: call.Pos(), End: call.End(), Message: report.ResolveDropped(method),
		})
	}
	return findings
}

// dropsError reports whether the last result of a call goes nowhere.
func dropsError(call inspector.Cursor) bool {
	for kind, _ := call.ParentEdge(); kind == edge.ParenExpr_X; kind, _ = call.ParentEdge() {
		call = call.Parent()
	}
	switch kind, _ := call.ParentEdge(); kind {
	case edge.ExprStmt_X, edge.GoStmt_Call, edge.DeferStmt_Call:
		return true
	case edge.AssignStmt_Rhs:
		lhs := call.Parent().Node().(*ast.AssignStmt).Lhs
		return isBlank(lhs[len(lhs)-1])
	case edge.ValueSpec_Values:
		names := call.Parent().Node().(*ast.ValueSpec).Names
		return isBlank(names[len(names)-1])
	}
	return false
}

func isBlank(expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	return ok && id.Name == "_"
}
