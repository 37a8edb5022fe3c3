package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"
)

// A graph is the control flow of one function body, with what the simulation needs to know of the body as a whole.
type graph struct {
	*cfg.CFG
	// tags holds, for a case expression of a switch with a tag, that tag.
	tags map[ast.Expr]ast.Expr
	// evaluated are the tags.
	evaluated map[ast.Node]bool
	// counters are the variables that a for clause declares with a constant.
	counters map[ast.Expr]string
	// typeCases are the clauses of type switches, with their statement.
	typeCases map[*ast.CaseClause]*ast.TypeSwitchStmt
	// received are the statements of select clauses that assign: they stand before the choice in the graph, and run after it.
	received map[ast.Node]bool
	// exhaustive are select statements without a default: one of their clauses runs.
	exhaustive map[*ast.CommClause]bool
	// deferred is where a deferred function that is not executed in place may change what is returned; NoPos where none does.
	deferred token.Pos
}

func (j *judge) graph(body *ast.BlockStmt, results []*types.Var) *graph {
	if g := j.graphs[body]; g != nil {
		return g
	}
	j.prepare(body.Pos())
	g := &graph{
		CFG:        cfg.New(body, func(call *ast.CallExpr) bool { return !j.neverReturns(call) }),
		tags:       map[ast.Expr]ast.Expr{},
		evaluated:  map[ast.Node]bool{},
		counters:   map[ast.Expr]string{},
		typeCases:  map[*ast.CaseClause]*ast.TypeSwitchStmt{},
		received:   map[ast.Node]bool{},
		exhaustive: map[*ast.CommClause]bool{},
	}
	j.graphs[body] = g
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SwitchStmt:
			if n.Tag != nil {
				tagCases(g, n)
			}
		case *ast.TypeSwitchStmt:
			for _, clause := range n.Body.List {
				g.typeCases[clause.(*ast.CaseClause)] = n
			}
		case *ast.ForStmt:
			j.counters(g, n)
		case *ast.SelectStmt:
			selectClauses(g, n)
		case *ast.DeferStmt:
			if slices.ContainsFunc(results, func(v *types.Var) bool { return j.outOfSight(n.Call, v) }) {
				g.deferred = n.Pos()
			}
		}
		return true
	})
	return g
}

func tagCases(g *graph, n *ast.SwitchStmt) {
	g.evaluated[n.Tag] = true
	for _, clause := range n.Body.List {
		for _, expr := range clause.(*ast.CaseClause).List {
			g.tags[expr] = n.Tag
		}
	}
}

func selectClauses(g *graph, n *ast.SelectStmt) {
	var last *ast.CommClause
	open := false
	for _, stmt := range n.Body.List {
		clause := stmt.(*ast.CommClause)
		if clause.Comm == nil {
			open = true
			continue
		}
		last = clause
		if _, ok := clause.Comm.(*ast.AssignStmt); ok {
			g.received[clause.Comm] = true
		}
	}
	if last != nil && !open {
		g.exhaustive[last] = true
	}
}

// outOfSight reports whether a deferred call may assign to a named result without being executed in place.
func (j *judge) outOfSight(call *ast.CallExpr, result *types.Var) bool {
	for i, arg := range call.Args {
		address, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if ok && address.Op == token.AND && j.variableOf(address.X) == result && !j.onlyRead(call, i) {
			return true
		}
	}
	return false
}

// prepare finds the variables of a declaration that something out of sight may assign to: closures that run elsewhere, and whoever keeps
// their address.
func (j *judge) prepare(pos token.Pos) {
	decl := j.declaration(pos)
	if decl == nil || j.prepared[decl] {
		return
	}
	j.prepared[decl] = true
	ast.Inspect(decl, j.prepareNode)
}

// prepareCall passes over the addresses that a function of the package is given and only follows.
func (j *judge) prepareCall(call *ast.CallExpr) bool {
	if !slices.ContainsFunc(call.Args, isAddress) {
		return true
	}
	ast.Inspect(call.Fun, j.prepareNode)
	for i, arg := range call.Args {
		if !isAddress(arg) || !j.onlyRead(call, i) {
			ast.Inspect(arg, j.prepareNode)
		}
	}
	return false
}

func (j *judge) prepareNode(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		if !j.inPlace(n) {
			j.untrackAssigned(n)
		}
	case *ast.CallExpr:
		return j.prepareCall(n)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			j.untrack(n.X)
		}
	}
	return true
}

func isAddress(expr ast.Expr) bool {
	address, ok := ast.Unparen(expr).(*ast.UnaryExpr)
	return ok && address.Op == token.AND
}

// declaration returns the declaration of the package that a position lies in.
func (j *judge) declaration(pos token.Pos) ast.Decl {
	for _, file := range j.pass.Files {
		if pos < file.FileStart || pos >= file.FileEnd {
			continue
		}
		i, _ := slices.BinarySearchFunc(file.Decls, pos, func(d ast.Decl, pos token.Pos) int {
			if d.End() <= pos {
				return -1
			}
			return 1
		})
		if i < len(file.Decls) {
			return file.Decls[i]
		}
	}
	return nil
}

// untrackAssigned gives up on every variable of the functions around a closure that the closure assigns to.
func (j *judge) untrackAssigned(lit *ast.FuncLit) {
	untrack := func(expr ast.Expr) {
		if v := j.variableOf(expr); v != nil && (v.Pos() < lit.Pos() || lit.End() <= v.Pos()) {
			j.untracked[v] = true
		}
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				untrack(lhs)
			}
		case *ast.IncDecStmt:
			untrack(n.X)
		case *ast.RangeStmt:
			untrack(n.Key)
			untrack(n.Value)
		}
		return true
	})
}

func (j *judge) untrack(expr ast.Expr) {
	if v := j.variableOf(expr); v != nil {
		j.untracked[v] = true
	}
}

// variableOf returns the variable that an expression mentions by name.
func (j *judge) variableOf(expr ast.Expr) *types.Var {
	if expr == nil {
		return nil
	}
	id, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := j.info.Uses[id].(*types.Var)
	return v
}

// Functions outside the package that never return.
var noReturn = map[string]bool{
	"os.Exit": true, "runtime.Goexit": true, "syscall.Exit": true,
	"log.Fatal": true, "log.Fatalf": true, "log.Fatalln": true, "log.Panic": true, "log.Panicf": true, "log.Panicln": true,
	"(*log.Logger).Fatal": true, "(*log.Logger).Fatalf": true, "(*log.Logger).Fatalln": true,
	"(*log.Logger).Panic": true, "(*log.Logger).Panicf": true, "(*log.Logger).Panicln": true,
	"(*testing.common).Fatal": true, "(*testing.common).Fatalf": true, "(*testing.common).FailNow": true,
	"(*testing.common).Skip": true, "(*testing.common).Skipf": true, "(*testing.common).SkipNow": true,
	"(testing.TB).Fatal": true, "(testing.TB).Fatalf": true, "(testing.TB).FailNow": true,
	"github.com/ethereum/go-ethereum/log.Crit":         true,
	"github.com/ethereum/go-ethereum/cmd/utils.Fatalf": true,
	"github.com/sirupsen/logrus.Fatal":                 true,
	"github.com/sirupsen/logrus.Fatalf":                true,
	"(*github.com/sirupsen/logrus.Logger).Fatal":       true,
	"(*github.com/sirupsen/logrus.Logger).Fatalf":      true,
	"(*github.com/sirupsen/logrus.Entry).Fatal":        true,
	"(*github.com/sirupsen/logrus.Entry).Fatalf":       true,
	"(*go.uber.org/zap.Logger).Fatal":                  true,
	"(*go.uber.org/zap.SugaredLogger).Fatal":           true,
	"(*go.uber.org/zap.SugaredLogger).Fatalf":          true,
	"(*go.uber.org/zap.SugaredLogger).Fatalw":          true,
}

// neverReturns recognises panic, the well-known functions that exit, and functions of the package all of whose paths end in one.
func (j *judge) neverReturns(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if builtin, ok := j.info.Uses[id].(*types.Builtin); ok {
			return builtin.Name() == "panic"
		}
	}
	fn := j.callee(call)
	if fn == nil {
		return false
	}
	if noReturn[j.api.FullName(fn)] {
		return true
	}
	decl := j.body(fn)
	if decl == nil {
		return false
	}
	known, ok := j.exits[fn]
	if !ok {
		j.exits[fn] = false // a recursive function is taken to return, which errs on the side of a finding
		known = cfg.New(decl.Body, func(call *ast.CallExpr) bool { return !j.neverReturns(call) }).NoReturn()
		j.exits[fn] = known
	}
	return known
}

// panics reports whether a call that never returns does so by a panic, which deferred functions can recover from.
func (j *judge) panics(call *ast.CallExpr) bool {
	fn := j.callee(call)
	if fn == nil {
		return true
	}
	return j.body(fn) != nil || strings.Contains(fn.Name(), "Panic")
}
