package fixes

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/uses"
)

// A sending is a statement whose whole business is the use: hash, err := p.GetPolicyCodeHash(opts).
type sending struct {
	call   *ast.CallExpr
	at     inspector.Cursor // of the statement
	stmt   ast.Stmt
	tok    token.Token // DEFINE, ASSIGN, or RETURN; VAR for a declaration
	value  ast.Expr    // what the first result goes to; nil for a return
	err    ast.Expr    // likewise the last one
	header bool        // the statement is the init of an if or switch
}

// sends finds the statement around a call of a binding method, of an interface's or of one that moved its duty.
func sends(use *uses.Use) (*sending, bool) {
	switch use.Form {
	case uses.Call, uses.Interface, uses.Duty:
	default:
		return nil, false // its error is not that of the contract, or there is none
	}
	call, ok := use.Node.(*ast.CallExpr)
	if !ok {
		return nil, false
	}
	s := &sending{call: call}
	switch kind, _ := use.Cursor.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		assign := use.Cursor.Parent().Node().(*ast.AssignStmt)
		s.tok = assign.Tok
		s.targets(use.Cursor.Parent(), assign.Lhs)
	case edge.ReturnStmt_Results:
		s.tok = token.RETURN
		s.at = use.Cursor.Parent()
		if len(s.at.Node().(*ast.ReturnStmt).Results) != 1 {
			return nil, false
		}
	case edge.ValueSpec_Values:
		if !s.declaration(use.Cursor.Parent()) {
			return nil, false
		}
	default:
		return nil, false
	}
	s.stmt = s.at.Node().(ast.Stmt)
	return s, s.placed()
}

// targets notes what the results are assigned to.
func (s *sending) targets(statement inspector.Cursor, list []ast.Expr) {
	s.at = statement
	s.err = list[len(list)-1]
	if len(list) == 2 {
		s.value = list[0]
	}
}

// declaration recognises var hash, err = p.GetPolicyCodeHash(opts) in a function.
func (s *sending) declaration(spec inspector.Cursor) bool {
	declaration := spec.Parent()
	statement := declaration.Parent()
	if _, ok := statement.Node().(*ast.DeclStmt); !ok {
		return false
	}
	node := spec.Node().(*ast.ValueSpec)
	if len(declaration.Node().(*ast.GenDecl).Specs) != 1 || node.Type != nil || len(node.Values) != 1 {
		return false
	}
	s.tok = token.VAR
	var names []ast.Expr
	for _, name := range node.Names {
		names = append(names, name)
	}
	s.targets(statement, names)
	return true
}

// placed reports whether the statement stands in a list of statements, or before the condition of an if or switch.
func (s *sending) placed() bool {
	switch kind, _ := s.at.ParentEdge(); kind {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		return true
	case edge.IfStmt_Init, edge.SwitchStmt_Init:
		s.header = true
		return true
	}
	return false
}

// resultType is the type of the first of two results, the second being an error.
func (s *site) resultType(call *ast.CallExpr) (types.Type, bool) {
	tuple, ok := s.pass.TypesInfo.TypeOf(call).(*types.Tuple)
	if !ok || tuple.Len() != 2 || !isError(tuple.At(1).Type()) {
		return nil, false
	}
	return tuple.At(0).Type(), true
}

func isBlank(expr ast.Expr) bool {
	id, ok := expr.(*ast.Ident)
	return ok && id.Name == "_"
}
