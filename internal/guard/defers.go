package guard

import (
	"go/ast"
	"go/types"
	"slices"
)

// deferring notes a deferred call that is executed at the end of the function. In a loop it counts once.
func (s *simulation) deferring(d *ast.DeferStmt, st *state) {
	if slices.Contains(st.defers, d) {
		return
	}
	if _, records := s.api.Record(d.Call); records || s.resolve(d.Call, st) != nil {
		st.defers = append(st.defers, d)
	}
}

// finish ends a path of the function at hand: deferred calls run, last one first, and may change its named results.
func (s *simulation) finish(e end) {
	f := s.top()
	if len(e.state.defers) == 0 {
		f.ends = append(f.ends, e)
		return
	}
	for i, v := range f.named {
		if i < len(e.values) && !s.untracked[v] {
			e.state.set(v, e.values[i])
		}
	}
	for _, after := range s.runDefers(e.state) {
		ended := e
		ended.state = after
		if len(f.named) > 0 {
			ended.values = namedValues(f.named, after)
		}
		f.ends = append(f.ends, ended)
	}
}

func (s *simulation) runDefers(st *state) []*state {
	states := []*state{st}
	for _, d := range slices.Backward(st.defers) {
		var next []*state
		for _, st := range states {
			next = append(next, s.runDeferred(d, st)...)
		}
		states = distinct(next)
	}
	return states
}

func (s *simulation) runDeferred(d *ast.DeferStmt, st *state) []*state {
	if _, records := s.api.Record(d.Call); records {
		s.record(d.Call, st)
		return []*state{st}
	}
	c := s.resolve(d.Call, st)
	if c == nil {
		return []*state{st}
	}
	args := s.arguments(d.Call, st)
	for i, v := range args {
		if v.variable == nil {
			args[i] = value{} // it had its value when the call was deferred
		}
	}
	return s.enter(d.Call, c, args, st)
}

// unwind ends a path of the function at hand by a panic. A deferred function that recovers turns it into a return.
func (s *simulation) unwind(st *state, end end) {
	f := s.top()
	st.panicking = true
	for _, after := range s.runDefers(st) {
		ended := end
		ended.state = after
		if !after.panicking {
			ended.values = namedValues(f.named, after)
		}
		f.ends = append(f.ends, ended)
	}
}

func namedValues(named []*types.Var, st *state) []value {
	values := make([]value, len(named))
	for i, v := range named {
		values[i] = st.get(v)
	}
	return values
}

// zeroResults gives the named results of a function their zero values.
func (s *simulation) zeroResults(named []*types.Var, st *state) {
	for _, v := range named {
		s.zeroVar(v, st)
	}
}
