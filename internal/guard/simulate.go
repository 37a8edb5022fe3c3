package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// MaxSteps bounds the work of one simulation; a function that needs more is a finding. Every state is visited once for each block, and there
// are finitely many, so a simulation ends without it; the bound keeps the end near.
const MaxSteps = 20_000

// maxStates bounds the states in which one statement is run.
const maxStates = 512

// maxNesting bounds how deep helpers that call helpers are understood.
const maxNesting = 8

// An outcome is what the simulation of one function says about a use in it.
type outcome struct {
	kind     Kind // Unguarded when the function does not guard the use itself
	defects  []Defect
	hidden   Defect // how the error of the use is kept from the caller; no Fault where each path returns it
	probes   bool   // the function's bool result tells whether the selector is there
	probePos token.Pos
}

// A scenario fixes what the function cannot influence.
type scenario struct {
	strict   tristate
	supports tristate
}

// A simulation runs one function in one scenario.
type simulation struct {
	*climb
	scenario scenario
	graph    *graph
	place    ast.Node // the use, or the call that runs the closure it stands in
	target   ast.Node // the call whose error tells; nil for none
	results  []*types.Var
	errors   bool // the last result is an error

	visited map[visit]bool
	nesting int // of helpers understood by their one expression
	steps   int
	crowded bool // a statement had more states than are followed
	reached bool // place was reached ungated
	proved  bool // place was reached after another use had succeeded
	ends    []end
	ignored []Defect // flag errors that are thrown away
}

type visit struct {
	block int32
	state string
}

// An end is where a path leaves the function.
type end struct {
	state  *state
	pos    token.Pos
	exits  bool     // by a function that never returns
	goesOn bool     // it does not: the use is about to run again, on another contract
	err    value    // the error it returns
	result tristate // the bool it returns, for probes
}

// gaveUp reports whether the function had more to it than is followed, so that nothing is known of it.
func (s *simulation) gaveUp() bool { return s.steps > MaxSteps || s.crowded }

// simulate runs a function for a use at place.
func (c *climb) simulate(signature *ast.FuncType, body *ast.BlockStmt, place, target ast.Node) outcome {
	results := resultVars(c.info, signature)
	g := c.graph(body, results)
	start := func(sc scenario) *simulation {
		s := &simulation{
			climb: c, scenario: sc, graph: g, place: place, target: target, results: results,
			errors: lastIsError(c.info, signature), visited: map[visit]bool{},
		}
		s.run(newState())
		c.steps += s.steps
		return s
	}
	lenient := start(scenario{strict: no, supports: no})
	switch {
	case lenient.gaveUp():
		return outcome{defects: []Defect{{Fault: TooComplex, Pos: body.Pos()}}}
	case g.deferred.IsValid() && target != nil && lenient.reached:
		return outcome{defects: []Defect{{Fault: Deferred, Pos: g.deferred}}}
	}
	if !lenient.reached {
		if defects := lenient.defects(); len(defects) > 0 {
			return outcome{defects: defects}
		}
		if lenient.proved || start(scenario{}).reached {
			return outcome{kind: Gate}
		}
		return outcome{kind: Unreachable}
	}
	if target == nil {
		return outcome{defects: lenient.untargeted()}
	}
	defects := lenient.defects()
	if c.result.Inputs.Registry.Policy.RequireStrictness {
		strict := start(scenario{strict: yes, supports: no})
		defects = merge(defects, strict.defects())
		if !strict.reached && !strict.proved {
			defects = merge(defects, strict.unserved())
		}
		if strict.gaveUp() {
			defects = merge(defects, []Defect{{Fault: TooComplex, Pos: body.Pos()}})
		}
	}
	if len(defects) == 0 {
		return outcome{kind: DualPath}
	}
	out := outcome{defects: defects, hidden: lenient.hidden()}
	out.probes, out.probePos = lenient.probes()
	return out
}

// merge adds faults that are not there yet, and lets a fault stand for those that follow from it.
func merge(defects, more []Defect) []Defect {
	for _, d := range more {
		if !has(defects, d.Fault) {
			defects = append(defects, d)
		}
	}
	for _, cause := range []Fault{NotClassifier, EveryError, ErrorOverwritten} {
		if has(defects, cause) {
			return slices.DeleteFunc(defects, func(d Defect) bool { return d.Fault != cause })
		}
	}
	if len(defects) > 1 && has(defects, Direct) {
		defects = slices.DeleteFunc(defects, func(d Defect) bool { return d.Fault == Direct })
	}
	return defects
}

func has(defects []Defect, fault Fault) bool {
	return slices.ContainsFunc(defects, func(d Defect) bool { return d.Fault == fault })
}

func resultVars(info *types.Info, signature *ast.FuncType) []*types.Var {
	var vars []*types.Var
	if signature.Results == nil {
		return nil
	}
	for _, field := range signature.Results.List {
		for _, name := range field.Names {
			if v, ok := info.Defs[name].(*types.Var); ok {
				vars = append(vars, v)
			}
		}
	}
	return vars
}

func lastIsError(info *types.Info, signature *ast.FuncType) bool {
	if signature.Results == nil || len(signature.Results.List) == 0 {
		return false
	}
	last := signature.Results.List[len(signature.Results.List)-1]
	t := info.TypeOf(last.Type)
	return t != nil && types.Identical(t, errorType)
}

type work struct {
	block *cfg.Block
	state *state
}

// run visits every block in every state that a path from start can bring to it.
func (s *simulation) run(start *state) {
	list := []work{{s.graph.Blocks[0], start}}
	for len(list) > 0 && !s.gaveUp() {
		item := list[len(list)-1]
		list = list[:len(list)-1]
		v := visit{item.block.Index, item.state.key()}
		if s.visited[v] {
			continue
		}
		s.visited[v] = true
		for _, st := range s.block(item.block, item.state) {
			list = append(list, s.leave(item.block, st)...)
		}
	}
}

// block runs the nodes of a block and returns the states at its end; states that left the function are not among them.
func (s *simulation) block(b *cfg.Block, st *state) []*state {
	if loop, ok := b.Stmt.(*ast.RangeStmt); ok && b.Kind == cfg.KindRangeBody {
		st = st.clone() // the assignments of the range clause are no nodes of the graph
		s.assign([]ast.Expr{loop.Key, loop.Value}, nil, st, loop.Pos())
	}
	states := []*state{st}
	for _, node := range b.Nodes {
		s.steps += len(states)
		var next []*state
		for _, st := range states {
			next = append(next, s.node(node, st)...)
		}
		states = distinct(next)
		if s.crowded = s.crowded || len(states) > maxStates; s.gaveUp() {
			return nil
		}
	}
	return states
}

// distinct drops states that say the same. A block that runs many uses would otherwise have an exponential number of them.
func distinct(states []*state) []*state {
	if len(states) < 2 {
		return states
	}
	seen := make(map[string]bool, len(states))
	return slices.DeleteFunc(states, func(st *state) bool {
		key := st.key()
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// leave follows the edges out of a block.
func (s *simulation) leave(b *cfg.Block, st *state) []work {
	s.steps++
	switch {
	case len(b.Succs) == 0:
		s.ends = append(s.ends, end{state: st, pos: blockEnd(b), exits: !s.graph.recovers})
		return nil
	case len(b.Succs) == 2 && len(b.Nodes) > 0:
		if cond, ok := s.condition(b.Nodes[len(b.Nodes)-1]); ok {
			return s.branch(b, cond, st)
		}
	}
	var list []work
	for _, next := range b.Succs {
		list = append(list, work{next, st.clone()})
	}
	return list
}

// condition returns the expression that decides between a block's two successors. A case of a switch with a tag is a comparison.
func (s *simulation) condition(node ast.Node) (ast.Expr, bool) {
	expr, ok := node.(ast.Expr)
	if !ok {
		return nil, false
	}
	if tag, ok := s.graph.tags[expr]; ok {
		return &ast.BinaryExpr{X: tag, Op: token.EQL, Y: expr, OpPos: expr.Pos()}, true
	}
	t := s.info.TypeOf(expr)
	if t == nil {
		return nil, false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return expr, ok && basic.Info()&types.IsBoolean != 0
}

func (s *simulation) branch(b *cfg.Block, cond ast.Expr, st *state) []work {
	result := s.eval(cond, st)
	var list []work
	if result != no {
		taken := st.clone()
		s.refine(cond, true, taken)
		list = append(list, work{b.Succs[0], taken})
	}
	if result != yes {
		taken := st.clone()
		s.refine(cond, false, taken)
		list = append(list, work{b.Succs[1], taken})
	}
	return list
}

func blockEnd(b *cfg.Block) token.Pos {
	if len(b.Nodes) == 0 {
		return token.NoPos
	}
	return b.Nodes[len(b.Nodes)-1].Pos()
}
