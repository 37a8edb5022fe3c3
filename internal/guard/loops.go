package guard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// counters lists the variables that a for clause begins with a constant.
func (j *judge) counters(g *graph, n *ast.ForStmt) {
	init, ok := n.Init.(*ast.AssignStmt)
	if !ok || init.Tok != token.DEFINE || len(init.Lhs) != len(init.Rhs) {
		return
	}
	for i, expr := range init.Rhs {
		if value := j.info.Types[expr].Value; value != nil && value.Kind() == constant.Int {
			g.counters[init.Lhs[i]] = value.ExactString()
		}
	}
}

// runsOnce reports whether the body of a range loop runs at least once: over a positive constant, or an array.
func (j *judge) runsOnce(n *ast.RangeStmt) bool {
	t := j.info.Types[n.X]
	if t.Value != nil {
		return t.Value.Kind() == constant.Int && constant.Sign(t.Value) > 0
	}
	if t.Type == nil {
		return false
	}
	array, ok := t.Type.Underlying().(*types.Array)
	return ok && array.Len() > 0
}

// rangeLoop decides where a range loop that runs at least once goes on: into its body the first time. The state remembers that it was there.
func (s *simulation) rangeLoop(b *cfg.Block, st *state) (successors []*cfg.Block) {
	n, ok := b.Stmt.(*ast.RangeStmt)
	if !ok || b.Kind != cfg.KindRangeLoop || !s.runsOnce(n) {
		return b.Succs
	}
	if _, entered := st.tag(n.X); !entered {
		st.tagged(n.X, value{kind: isConstant})
		return b.Succs[:1]
	}
	return b.Succs
}
