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

// A declaration with many uses is simulated for each of them; maxDeclSteps bounds that work, with minSteps left for each.
const (
	maxDeclSteps = 60_000
	minSteps     = 1_000
)

// maxHelperSteps bounds the work on one function that another one calls; nothing is known of what one that needs more returns.
const maxHelperSteps = 2_000

// maxStates bounds the states in which one statement is run.
const maxStates = 512

// maxForks bounds the states in which another use of the feature forks; above it, nothing is known of its error.
const maxForks = 16

// maxNesting bounds how deep helpers that call helpers are understood.
const maxNesting = 8

// An outcome is what the simulation of one function says about a use in it.
type outcome struct {
	kind     Kind // Unguarded when the function does not guard the use itself
	defects  []Defect
	hidden   Defect // how the error of the use is kept from the caller; no Fault where each path returns it
	recorded Defect // where a detection is recorded although the use has succeeded
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
	place    ast.Node // the use
	target   ast.Node // the call whose error tells; nil for none
	errors   bool     // the last result is an error

	frames  []*frame              // the functions that are being executed, the innermost one last
	bound   map[*types.Var]string // the arguments that parameters which tell the contract were last given
	steps   int
	limit   int
	decl    ast.Decl // the declaration that the use stands in
	width   int      // how many states the statement at hand is run in
	crowded bool     // a statement had more states than are followed, or functions are nested too deep
	reached bool     // place was reached ungated
	proved  bool     // place was reached after another use had succeeded
	ends    []end
	excused map[token.Pos]bool // ends without the use that are no matter of the flag
	ignored []Defect           // flag errors that are thrown away
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
	values []value  // what it returns
	err    value    // the error among them
	result tristate // the bool it returns, for probes
}

// gaveUp reports whether the function had more to it than is followed, so that nothing is known of it.
func (s *simulation) gaveUp() bool { return s.steps > s.limit || s.crowded }

func (c *climb) simulation(sc scenario, place, target ast.Node) *simulation {
	s := &simulation{climb: c, scenario: sc, place: place, target: target, bound: map[*types.Var]string{}, limit: MaxSteps}
	if place != nil {
		s.decl = c.declaration(place.Pos())
		s.limit = min(MaxSteps, max(minSteps, maxDeclSteps-c.spent[s.decl]))
	}
	return s
}

// runAll executes a function from its beginning and collects where its paths end.
func (s *simulation) runAll(c *callee, start *state) {
	s.errors = lastIsError(s.info, c.signature)
	ends, _ := s.run(c, start)
	for _, e := range ends {
		e.exits = e.exits || e.state.panicking
		if n := len(e.values); n > 0 {
			e.err, e.result = e.values[n-1], boolOf(e.values[0])
		}
		s.ends = append(s.ends, e)
	}
	s.climb.steps += s.steps
	s.spent[s.decl] += s.steps
}

// simulate runs a function for a use at place.
func (c *climb) simulate(function *callee, place, target ast.Node) outcome {
	start := func(sc scenario) *simulation {
		s := c.simulation(sc, place, target)
		s.runAll(function, newState())
		return s
	}
	g := c.graph(function.body, resultVars(c.info, function.signature))
	lenient := start(scenario{strict: no, supports: no})
	switch {
	case lenient.gaveUp():
		return outcome{defects: []Defect{{Fault: TooComplex, Pos: function.body.Pos()}}}
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
		if !c.standsIn(function) {
			return outcome{defects: direct()} // the closure or helper around it was not seen to run
		}
		return outcome{kind: Unreachable}
	}
	if target == nil {
		return outcome{defects: lenient.untargeted()}
	}
	var defects []Defect
	if c.result.Inputs.Registry.Policy.RequireStrictness {
		strict := start(scenario{strict: yes, supports: no})
		lenient.excused = strict.unused()
		strict.excused = lenient.excused
		defects = merge(lenient.defects(), strict.defects())
		if !strict.reached && !strict.proved {
			defects = merge(defects, strict.unserved())
		}
		if strict.gaveUp() {
			defects = merge(defects, []Defect{{Fault: TooComplex, Pos: function.body.Pos()}})
		}
	} else {
		defects = lenient.defects()
	}
	if len(defects) == 0 {
		return outcome{kind: DualPath}
	}
	out := outcome{defects: defects, hidden: lenient.hidden(), recorded: lenient.falseRecord()}
	out.probes, out.probePos = lenient.probes()
	return out
}

// standsIn reports whether the use is called in the function itself, and not in a closure of it, in another function, or as a method value.
func (c *climb) standsIn(function *callee) bool {
	if _, isCall := c.call.(*ast.CallExpr); !isCall && c.target == c.call {
		return false
	}
	cursor, ok := c.root.FindNode(c.call)
	return ok && innermost(cursor) == function.node
}

// merge adds faults that are not there yet, and lets a fault stand for those that follow from it.
func merge(defects, more []Defect) []Defect {
	for _, d := range more {
		if !has(defects, d.Fault) {
			defects = append(defects, d)
		}
	}
	if has(defects, ErrorSwallowed) {
		defects = slices.DeleteFunc(defects, func(d Defect) bool { return d.Fault == ErrorCut })
	}
	if has(defects, Direct) {
		defects = slices.DeleteFunc(defects, func(d Defect) bool { return d.Fault == FalseRecord }) // of another call's detection
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

// run executes a function: it visits every block in every state that a path from start can bring to it. It reports false where the function has
// more to it than a helper has.
func (s *simulation) run(c *callee, start *state) ([]end, bool) {
	named := resultVars(s.info, c.signature)
	f := &frame{callee: c, graph: s.graph(c.body, named), named: named, visited: map[visit]bool{}}
	f.limit = s.steps + maxHelperSteps
	if len(s.frames) == 0 {
		f.limit = s.limit
	}
	s.frames = append(s.frames, f)
	s.zeroResults(named, start)
	for list := []work{{f.graph.Blocks[0], start}}; len(list) > 0 && !s.gaveUp() && s.steps <= f.limit; {
		item := list[len(list)-1]
		list = list[:len(list)-1]
		v := visit{item.block.Index, item.state.key()}
		if f.visited[v] {
			continue
		}
		f.visited[v] = true
		for _, st := range s.block(item.block, item.state) {
			list = append(list, s.leave(item.block, st)...)
		}
	}
	for _, st := range f.panicked {
		s.unwind(st, end{pos: c.body.Pos()})
	}
	s.frames = s.frames[:len(s.frames)-1]
	return f.ends, s.steps <= f.limit
}

// block runs the nodes of a block and returns the states at its end; states that left the function are not among them.
func (s *simulation) block(b *cfg.Block, st *state) []*state {
	states := []*state{st.clone()}
	for _, node := range s.nodes(b, states[0]) {
		s.steps += len(states)
		s.width = len(states)
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

// nodes lists what a block executes. The assignments of a range clause and of a select clause are not where they run in the graph.
func (s *simulation) nodes(b *cfg.Block, st *state) []ast.Node {
	switch stmt := b.Stmt.(type) {
	case *ast.RangeStmt:
		if b.Kind == cfg.KindRangeBody {
			s.assign([]ast.Expr{stmt.Key, stmt.Value}, nil, st, stmt.Pos())
		}
	case *ast.CaseClause:
		if n, ok := s.top().graph.typeCases[stmt]; ok && b.Kind == cfg.KindSwitchCaseBody {
			s.typeCase(n, stmt, st)
		}
	case *ast.CommClause:
		if b.Kind == cfg.KindSelectCaseBody {
			st.cancelled = st.cancelled || s.awaitsContext(stmt.Comm)
			if assign, ok := stmt.Comm.(*ast.AssignStmt); ok {
				s.assign(assign.Lhs, nil, st, assign.Pos())
			}
		}
	}
	if len(s.top().graph.received) == 0 {
		return b.Nodes
	}
	return slices.DeleteFunc(slices.Clone(b.Nodes), func(n ast.Node) bool { return s.top().graph.received[n] })
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
		s.exit(b, st)
		return nil
	case len(b.Succs) == 2 && len(b.Nodes) > 0:
		if cond, ok := s.condition(b.Nodes[len(b.Nodes)-1]); ok {
			return s.branch(b, cond, st)
		}
	}
	var list []work
	for i, next := range s.rangeLoop(b, st) {
		if clause, ok := next.Stmt.(*ast.CommClause); ok && i == 1 && next.Kind == cfg.KindSelectAfterCase && s.top().graph.exhaustive[clause] {
			continue // a select without a default waits for one of its clauses
		}
		if s.excluded(next, i, st) {
			continue
		}
		after := st.clone()
		after.results = nil
		if n, ok := next.Stmt.(*ast.RangeStmt); ok && next.Kind == cfg.KindRangeDone {
			after.untag(n.X)
		}
		list = append(list, work{next, after})
	}
	return list
}

// exit ends a path in a call that never returns.
func (s *simulation) exit(b *cfg.Block, st *state) {
	e := end{state: st, pos: blockEnd(b)}
	if len(b.Nodes) > 0 {
		if stmt, ok := b.Nodes[len(b.Nodes)-1].(*ast.ExprStmt); ok {
			if call, ok := stmt.X.(*ast.CallExpr); ok && s.panics(call) {
				s.unwind(st, e)
				return
			}
		}
	}
	e.exits = true
	s.top().ends = append(s.top().ends, e)
}

// condition returns the expression that decides between a block's two successors. A case of a switch with a tag is a comparison.
func (s *simulation) condition(node ast.Node) (ast.Expr, bool) {
	expr, ok := node.(ast.Expr)
	if !ok {
		return nil, false
	}
	if tag, ok := s.top().graph.tags[expr]; ok {
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
		taken.results = nil
		list = append(list, work{b.Succs[0], taken})
	}
	if result != yes {
		taken := st.clone()
		s.refine(cond, false, taken)
		taken.results = nil
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
