package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/uses"
)

// An event is something that executing a statement has to run: a call with several outcomes or a body to execute, or a && or || that decides
// whether such a call runs.
type event struct {
	call    *ast.CallExpr
	logical *ast.BinaryExpr
}

// eventsOf lists the events of a node in the order in which Go runs them.
func (s *simulation) eventsOf(n ast.Node) []event {
	here := func(c inspector.Cursor) bool { return within(c.Node(), n) }
	if s.target != nil && within(s.target, n) || slices.ContainsFunc(s.targets, here) {
		return s.collectEvents(n) // these are events for this use alone
	}
	events, known := s.events[n]
	if !known {
		events = s.collectEvents(n)
		s.judge.events[n] = events
	}
	return events
}

func (s *simulation) collectEvents(n ast.Node) []event {
	var events []event
	var stack []ast.Node
	ast.Inspect(n, func(child ast.Node) bool {
		if child == nil {
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if call, ok := last.(*ast.CallExpr); ok && s.mayExecute(call) {
				events = append(events, event{call: call})
			}
			return true
		}
		switch child := child.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.DeferStmt:
			return false // a deferred call runs at the end
		case *ast.BinaryExpr:
			if child.Op != token.LAND && child.Op != token.LOR {
				break
			}
			if len(s.collectEvents(child.Y)) > 0 {
				events = append(events, event{logical: child})
			} else {
				events = append(events, s.collectEvents(child.X)...)
			}
			return false
		}
		stack = append(stack, child)
		return true
	})
	return events
}

// mayExecute tells the calls that can matter from the many that cannot, as far as that does not depend on the state.
func (s *simulation) mayExecute(call *ast.CallExpr) bool {
	if ast.Node(call) == s.target || s.isSibling(call) || s.byNode[call] != nil || s.isBuiltin(call, "recover") {
		return true
	}
	if s.info.Types[call.Fun].IsType() {
		return false
	}
	if fn := s.callee(call); fn != nil {
		if read, ok := s.reads(call); ok {
			return read.HasError
		}
		return s.body(fn) != nil || s.api.Passthrough(call)
	}
	_, isVar := s.info.TypeOf(call.Fun).(*types.Signature)
	return isVar
}

// execute runs the events of a node and returns the states after it, with the results of its calls in them.
func (s *simulation) execute(n ast.Node, st *state) []*state {
	states := []*state{st}
	for _, e := range s.eventsOf(n) {
		var next []*state
		for _, st := range states {
			next = append(next, s.event(e, st)...)
		}
		states = distinct(next)
		if s.crowded = s.crowded || len(states) > maxStates; s.gaveUp() {
			return nil
		}
	}
	return states
}

func (s *simulation) event(e event, st *state) []*state {
	if e.logical != nil {
		return s.shortCircuit(e.logical, st)
	}
	return s.call(e.call, st)
}

// shortCircuit runs the right side of a && or || only where the left one does not decide.
func (s *simulation) shortCircuit(e *ast.BinaryExpr, st *state) []*state {
	var states []*state
	decides := truth(e.Op == token.LOR)
	for _, st := range s.execute(e.X, st) {
		left := s.eval(e.X, st)
		if left != not(decides) {
			skipped := st.clone()
			s.refine(e.X, decides == yes, skipped)
			skipped.result(e.X, value{kind: boolKind(decides)})
			states = append(states, skipped)
		}
		if left != decides {
			s.refine(e.X, decides == no, st)
			st.result(e.X, value{kind: boolKind(not(decides))})
			states = append(states, s.execute(e.Y, st)...)
		}
	}
	return states
}

func (s *state) result(expr ast.Expr, values ...value) {
	if s.results == nil {
		s.results = map[ast.Expr][]value{}
	}
	s.results[expr] = values
}

// call runs one call in one state.
func (s *simulation) call(call *ast.CallExpr, st *state) []*state {
	switch {
	case ast.Node(call) == s.target, s.callsUse(call, st):
		return s.runTarget(call, st)
	case s.isSibling(call):
		return s.siblingOutcomes(call, st)
	case s.isBuiltin(call, "recover"):
		return s.recovered(call, st)
	case s.api.Passthrough(call):
		return s.passthrough(call, st)
	}
	if read, ok := s.reads(call); ok {
		return s.flagOutcomes(call, read, st)
	}
	if c := s.resolve(call, st); c != nil {
		return s.enter(call, c, s.arguments(call, st), st)
	}
	return []*state{st}
}

// callsUse reports whether a call runs the use by way of a variable or parameter that holds it as a method value.
func (s *simulation) callsUse(call *ast.CallExpr, st *state) bool {
	v := s.variableOf(call.Fun)
	return v != nil && st.get(v).use
}

// isSibling reports whether a call is another use of the feature, or sends the same calldata: once it has succeeded, its fellow selectors are there too.
func (s *simulation) isSibling(call *ast.CallExpr) bool {
	if slices.ContainsFunc(s.targets, func(c inspector.Cursor) bool { return c.Node() == call }) {
		return true
	}
	use := s.byNode[call]
	return use != nil && use.Needs(s.feature) && use.Form != uses.Literal && !s.encodes(use, call) && s.hasError(call)
}

// recovered is the builtin recover: it stops a panic, and otherwise returns nil.
func (s *simulation) recovered(call *ast.CallExpr, st *state) []*state {
	kind := isNilError
	if st.panicking {
		kind, st.panicking = isNonNil, false
	}
	st.result(call, value{kind: kind})
	return []*state{st}
}

// resolve returns the function that a call executes in place: a closure, the function a parameter stands for, or a function of the package
// that can change what is known.
func (s *simulation) resolve(call *ast.CallExpr, st *state) *callee {
	fun := ast.Unparen(call.Fun)
	if lit := s.closure(fun); lit != nil {
		return literalCallee(lit)
	}
	if id, ok := fun.(*ast.Ident); ok {
		if v, ok := s.info.Uses[id].(*types.Var); ok {
			if lit := st.get(v).literal; lit != nil {
				return literalCallee(lit)
			}
			return nil
		}
	}
	if _, isGuard := s.api.IsClassifier(call); isGuard || s.byNode[call] != nil {
		return nil
	}
	if _, isRecord := s.api.Record(call); isRecord {
		return nil
	}
	decl := s.body(s.callee(call))
	if decl == nil || !within(s.place, decl) && !s.touchesGuards(decl) && !s.tells(call, st) {
		return nil
	}
	return declaredCallee(decl)
}

// tells reports whether a call is given something that is known and not plain from the call itself.
func (s *simulation) tells(call *ast.CallExpr, st *state) bool {
	for i, v := range s.arguments(call, st) {
		if v == (value{}) {
			continue
		}
		if i >= len(call.Args) {
			return true
		}
		if t := s.info.Types[call.Args[i]]; t.Value == nil && !t.IsNil() {
			return true
		}
	}
	return false
}

// arguments returns what is known of a call's arguments.
func (s *simulation) arguments(call *ast.CallExpr, st *state) []value {
	if len(call.Args) == 1 {
		if results, ok := st.results[call.Args[0]]; ok && len(results) > 1 {
			return results // f(g()), where g has several results
		}
	}
	values := make([]value, len(call.Args))
	for i, arg := range call.Args {
		if lit := s.closure(arg); lit != nil {
			values[i] = value{kind: isFunction, literal: lit}
			continue
		}
		values[i] = s.value(arg, st)
	}
	return values
}

// A frame is a function that is being executed.
type frame struct {
	*callee
	graph    *graph
	named    []*types.Var // its named results
	ends     []end
	panicked []*state // states in which a function it called has panicked
	visited  map[visit]bool
	limit    int // of steps, above which the function is left alone
}

// enter executes a function in place and returns the states in which it comes back.
func (s *simulation) enter(call *ast.CallExpr, c *callee, args []value, st *state) []*state {
	recursive := slices.ContainsFunc(s.frames, func(f *frame) bool { return f.node == c.node })
	if recursive || len(s.frames) > maxNesting {
		s.leaveAlone(c, args)
		return []*state{st}
	}
	outer := st
	inner := st.clone()
	inner.defers = nil
	inner.forget(c.node.Pos(), c.node.End())
	s.bindParameters(call, c, args, inner)
	ends, ok := s.run(c, inner)
	if !ok {
		s.leaveAlone(c, args)
		return []*state{st}
	}
	var states []*state
	for _, e := range ends {
		back := e.state
		back.forget(c.node.Pos(), c.node.End())
		back.defers, back.results = outer.defers, nil
		switch {
		case e.exits:
			s.ends = append(s.ends, e)
		case back.panicking && !outer.panicking:
			s.top().panicked = append(s.top().panicked, back)
		default:
			for expr, values := range outer.results {
				back.result(expr, values...)
			}
			back.result(call, e.values...)
			if outer.lookalike == "" && back.lookalike != "" && isDeclared(c.node) {
				back.lookalike, back.lookalikeAt = s.calleeName(call), call.Pos()
			}
			states = append(states, back)
		}
	}
	return states
}

// leaveAlone takes nothing to be known of what a function returns. That errs on the side of a finding for one that can only return something;
// a closure can also assign, and with the use in it, nothing would be known of the use.
func (s *simulation) leaveAlone(c *callee, args []value) {
	assigns := slices.ContainsFunc(args, func(v value) bool { return v.variable != nil || v.literal != nil })
	s.crowded = s.crowded || assigns || !isDeclared(c.node) || within(s.place, c.node)
}

func isDeclared(node ast.Node) bool {
	_, ok := node.(*ast.FuncDecl)
	return ok
}

func (s *simulation) top() *frame { return s.frames[len(s.frames)-1] }

// bindParameters gives parameters what is known of their arguments. A parameter that tells which contract is called goes on to another one,
// unless the argument is the same as before.
func (s *simulation) bindParameters(call *ast.CallExpr, c *callee, args []value, st *state) {
	params := s.params(c.signature)
	for i, param := range params {
		if param == nil {
			continue
		}
		if s.subject[param] && i < len(call.Args) {
			s.rebind(param, call.Args[i], st)
		}
		if i < len(args) && args[i] != (value{}) && !s.untracked[param] && (i < len(params)-1 || !variadic(c.signature)) {
			st.set(param, args[i])
		}
	}
}

func (s *simulation) rebind(param *types.Var, arg ast.Expr, st *state) {
	s.mentioned(arg, s.subject)
	text := types.ExprString(arg)
	if before, bound := s.bound[param]; bound && before != text {
		st.moved, st.proven = true, false
	}
	s.bound[param] = text
}

// passthrough executes the function that a retrying or caching function is given: once, and again after an error, which is returned in the end.
func (s *simulation) passthrough(call *ast.CallExpr, st *state) []*state {
	run := s.functionArgument(call, st)
	if run == nil {
		return []*state{st}
	}
	var done []*state
	seen := map[string]bool{}
	for pending := []*state{st}; len(pending) > 0 && !s.gaveUp(); {
		attempt := pending[0]
		pending = pending[1:]
		for _, after := range run(attempt) {
			err := lastError(after.results[call])
			if key := after.key(); err.kind != isNilError && !seen[key] {
				seen[key] = true
				again := after.clone()
				delete(again.results, call)
				pending = append(pending, again)
			}
			after.result(call, s.tuple(call, err)...)
			done = append(done, after)
		}
	}
	return distinct(done)
}

// lastError returns the error among the results of a function, which is the last one but for those of errorResult.
func lastError(results []value) value {
	for _, v := range slices.Backward(results) {
		if v != (value{}) {
			return v
		}
	}
	return value{}
}

// functionArgument returns what runs the function that a call is given: a closure, or the use itself; nil where it is neither.
func (s *simulation) functionArgument(call *ast.CallExpr, st *state) func(*state) []*state {
	for _, v := range s.arguments(call, st) {
		switch {
		case v.literal != nil:
			return func(st *state) []*state { return s.enter(call, literalCallee(v.literal), nil, st) }
		case v.use:
			return func(st *state) []*state { return s.runTarget(call, st) }
		}
	}
	return nil
}

// tuple is the results of a call of which only the error is known.
func (s *simulation) tuple(call *ast.CallExpr, err value) []value {
	results := []value{{}}
	if t, ok := s.info.TypeOf(call).(*types.Tuple); ok {
		results = make([]value, t.Len())
	}
	if i := s.errorResult(call); i >= 0 && i < len(results) {
		results[i] = err
	}
	return results
}
