package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// A graph is the control flow of one function body, with what the simulation needs to know of the body as a whole.
type graph struct {
	*cfg.CFG
	// tags holds, for a case expression of a switch with a tag, that tag.
	tags map[ast.Expr]ast.Expr
	// untracked are variables that something out of sight may assign to: closures, and whoever has their address.
	untracked map[*types.Var]bool
	// deferred is where a deferred function may change what is returned; NoPos where none does.
	deferred token.Pos
	// recovers says that a deferred function may turn a panic into a return.
	recovers bool
}

func (j *judge) graph(body *ast.BlockStmt, results []*types.Var) *graph {
	if g := j.graphs[body]; g != nil {
		return g
	}
	g := &graph{
		CFG:       cfg.New(body, func(call *ast.CallExpr) bool { return !j.neverReturns(call) }),
		tags:      map[ast.Expr]ast.Expr{},
		untracked: map[*types.Var]bool{},
	}
	j.graphs[body] = g
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			j.untrack(g, n.Body)
			return false
		case *ast.SwitchStmt:
			if n.Tag != nil {
				tagCases(g, n)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				j.untrackExpr(g, n.X)
			}
		}
		return true
	})
	j.readDefers(g, body, results)
	return g
}

func tagCases(g *graph, n *ast.SwitchStmt) {
	for _, clause := range n.Body.List {
		for _, expr := range clause.(*ast.CaseClause).List {
			g.tags[expr] = n.Tag
		}
	}
}

// untrack gives up on every variable that a closure assigns to.
func (j *judge) untrack(g *graph, body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				j.untrackExpr(g, lhs)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				j.untrackExpr(g, n.X)
			}
		case *ast.RangeStmt:
			j.untrackExpr(g, n.Key)
			j.untrackExpr(g, n.Value)
		}
		return true
	})
}

func (j *judge) untrackExpr(g *graph, expr ast.Expr) {
	if expr == nil {
		return
	}
	if id, ok := ast.Unparen(expr).(*ast.Ident); ok {
		if v, ok := j.info.Uses[id].(*types.Var); ok {
			g.untracked[v] = true
		}
	}
}

// readDefers finds out what deferred functions may do to the end of a path: assign to a named result, or recover from a panic.
func (j *judge) readDefers(g *graph, body *ast.BlockStmt, results []*types.Var) {
	ast.Inspect(body, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		deferred, ok := n.(*ast.DeferStmt)
		if !ok {
			return true
		}
		assigned := &graph{untracked: map[*types.Var]bool{}}
		if lit, ok := ast.Unparen(deferred.Call.Fun).(*ast.FuncLit); ok {
			j.untrack(assigned, lit.Body)
			g.recovers = g.recovers || j.callsRecover(lit.Body)
		} else if decl := j.body(j.callee(deferred.Call)); decl != nil {
			g.recovers = g.recovers || j.callsRecover(decl.Body)
		}
		for _, arg := range deferred.Call.Args {
			if address, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && address.Op == token.AND {
				j.untrackExpr(assigned, address.X)
			}
		}
		if slices.ContainsFunc(results, func(v *types.Var) bool { return assigned.untracked[v] }) {
			g.deferred = deferred.Pos()
		}
		return false
	})
}

func (j *judge) callsRecover(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			builtin, ok := j.info.Uses[id].(*types.Builtin)
			found = found || ok && builtin.Name() == "recover"
		}
		return !found
	})
	return found
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
	if noReturn[fn.FullName()] {
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
