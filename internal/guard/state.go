package guard

import (
	"cmp"
	"encoding/binary"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// A kind is what is known of a value: of an error, which of the three outcomes it stands for; of a bool, which one it is.
type kind uint8

const (
	unknown kind = iota
	isNilError
	isMiss
	isOther  // an error that is no selector miss
	isNonNil // an error, of which nothing else is known
	isTrue
	isFalse
	isText     // a text made from an error
	isConstant // a constant of an enumeration, or what a helper answered
	isPointer  // the address of a variable that is followed
	isFunction // a function literal that is executed where it is called
)

// A value is what is known of a variable.
type value struct {
	kind kind
	own  bool // it is, wraps or was made from the error of the use
	kept bool // it gathers errors, as what a loop appends to does: without own, those of other contracts only
	flag bool // it is the error of a flag read that failed
	made bool // a function that is not understood made it from the error of the use
	safe bool // it is certainly no selector miss, although it is not nil
	done bool // it tells that the context is done

	constant string       // of isConstant: the exact value
	variable *types.Var   // of isPointer: what it points to
	literal  *ast.FuncLit // of isFunction, unless:
	use      bool         // of isFunction: to call it is the use
}

// A state is what is known at one point of one path. It is copied where paths part.
type state struct {
	vars []binding // in order of the variables' positions; never changed in place, so that copies of the state can share it
	// results are the values of the calls that the statement at hand has executed, and of the conditions it has decided on the way.
	results map[ast.Expr][]value
	tags    []tag            // the values of the tags of switch statements; never changed in place
	defers  []*ast.DeferStmt // of the function that is being executed, in the order of their statements

	panicking bool // a panic is on its way out, and deferred functions run
	cancelled bool // the context was found to be done

	born      bool // the use has run
	outcome   kind // what it resulted in
	moved     bool // since then, a variable that tells which contract is called was assigned to
	used      bool // some use of the feature has run
	mixed     bool // another one has run since
	proven    bool // one has succeeded on the contract that is called
	recorded  bool // a legacy detection was recorded since
	misnoted  bool // a detection was recorded of an earlier run that did not miss
	delivered bool // the error was handed to a function: logged, sent, answered with

	flagLost  bool // the flag could not be read, so that its value means nothing
	probeLost bool // likewise the answer of a supports guard
	flagTold  bool // the error of that read was handed to a function

	branched   bool // a condition asked whether there was an error
	classified bool // a condition asked whether it is a selector miss
	asked      bool // a condition asked whether the feature is strict
	cut        bool // a condition asked whether an error is a selector miss that was made of it and does not wrap it

	overwritten token.Pos // where the error's last variable was assigned to
	lookalike   string    // a function that was asked about the error and cannot tell
	lookalikeAt token.Pos
	wrong       string // another feature that was asked about instead
	wrongAt     token.Pos
}

// A binding is what is known of one variable.
type binding struct {
	*types.Var
	value value
}

// A tag is what is known of the tag of a switch statement, which is evaluated once, before the cases.
type tag struct {
	expr  ast.Expr
	value value
}

// tagged notes the value of a tag.
func (s *state) tagged(expr ast.Expr, known value) {
	s.tags = append(slices.Clip(s.tags), tag{expr, known})
}

// untag forgets the value of a tag, before it is evaluated again.
func (s *state) untag(expr ast.Expr) {
	if slices.ContainsFunc(s.tags, func(t tag) bool { return t.expr == expr }) {
		s.tags = slices.DeleteFunc(slices.Clone(s.tags), func(t tag) bool { return t.expr == expr })
	}
}

// tag returns the value of a tag that was evaluated.
func (s *state) tag(expr ast.Expr) (value, bool) {
	for _, t := range s.tags {
		if t.expr == expr {
			return t.value, true
		}
	}
	return value{}, false
}

func newState() *state { return &state{} }

func (s *state) find(v *types.Var) (int, bool) {
	return slices.BinarySearchFunc(s.vars, v, func(b binding, v *types.Var) int { return int(b.Pos() - v.Pos()) })
}

// get returns what is known of a variable; nothing is the zero value.
func (s *state) get(v *types.Var) value {
	if i, ok := s.find(v); ok {
		return s.vars[i].value
	}
	return value{}
}

// set notes what is known of a variable; the zero value forgets it.
func (s *state) set(v *types.Var, known value) {
	i, ok := s.find(v)
	switch {
	case !ok && known == (value{}), ok && s.vars[i].value == known:
	case ok && known == (value{}):
		s.vars = slices.Concat(s.vars[:i], s.vars[i+1:])
	case ok:
		s.vars = slices.Clone(s.vars)
		s.vars[i].value = known
	default:
		s.vars = slices.Concat(s.vars[:i], []binding{{v, known}}, s.vars[i:])
	}
}

func (s *state) clone() *state {
	c := *s
	c.results = maps.Clone(s.results)
	c.defers = slices.Clip(s.defers)
	return &c
}

// key tells states apart. Positions are part of it only as far as messages need the first one.
func (s *state) key() string {
	b := make([]byte, 0, 64+16*len(s.vars))
	b = append(b, s.lookalike...)
	b = append(append(b, '|'), s.wrong...)
	b = append(b, '|', byte(s.outcome))
	b = binary.AppendVarint(b, int64(s.overwritten))
	for _, bit := range []bool{
		s.born, s.moved, s.used, s.mixed, s.proven, s.recorded, s.misnoted, s.delivered, s.flagLost, s.probeLost, s.flagTold,
		s.branched, s.classified, s.asked, s.cut, s.panicking, s.cancelled,
	} {
		b = append(b, digit(bit))
	}
	for _, d := range s.defers {
		b = binary.AppendVarint(b, int64(d.Pos()))
	}
	for _, t := range s.tags {
		b = t.value.key(binary.AppendVarint(append(b, '['), int64(t.expr.Pos())))
	}
	for _, known := range s.vars {
		b = binary.AppendVarint(append(b, '|'), int64(known.Pos()))
		b = known.value.key(b)
	}
	if len(s.results) == 0 {
		return string(b)
	}
	calls := slices.SortedFunc(maps.Keys(s.results), func(a, b ast.Expr) int {
		return cmp.Or(int(a.Pos()-b.Pos()), int(a.End()-b.End()))
	})
	for _, call := range calls {
		b = binary.AppendVarint(append(b, '('), int64(call.Pos()))
		for _, v := range s.results[call] {
			b = v.key(b)
		}
	}
	return string(b)
}

func (v value) key(b []byte) []byte {
	b = append(b, byte(v.kind), digit(v.own), digit(v.kept), digit(v.flag), digit(v.made), digit(v.safe), digit(v.done))
	b = append(b, v.constant...)
	if v.variable != nil {
		b = binary.AppendVarint(b, int64(v.variable.Pos()))
	}
	b = append(b, digit(v.use))
	if v.literal != nil {
		b = binary.AppendVarint(b, int64(v.literal.Pos()))
	}
	return b
}

func digit(bit bool) byte {
	if bit {
		return '1'
	}
	return '0'
}

// rebirth forgets what was known of an earlier run of the use, as in a loop.
func (s *state) rebirth(outcome kind) {
	kept := make([]binding, 0, len(s.vars))
	for _, old := range s.vars {
		switch {
		case old.value.own && old.value.kept:
			kept = append(kept, binding{old.Var, value{kind: isNonNil, kept: true}})
		case !old.value.own:
			kept = append(kept, old)
		}
	}
	s.vars = kept
	s.misnoted = s.misnoted || s.born && s.recorded && s.outcome != isMiss && !s.mixed
	s.recorded = s.recorded && !s.used // what is recorded before any use of the feature is no detection
	s.born, s.used, s.outcome = true, true, outcome
	s.moved, s.mixed = false, false
	s.delivered, s.overwritten = false, token.NoPos
	s.branched, s.classified, s.cut = false, false, false
	s.lookalike, s.lookalikeAt = "", token.NoPos
}

// maxGuesses bounds the variables of which a branch has told something that the path did not determine; more would make the number of states
// exponential in the number of branches.
const maxGuesses = 6

// assume notes what a branch told about a variable of which nothing was known.
func (s *state) assume(v *types.Var, k kind) {
	known := s.get(v)
	if known.kind != unknown || known == (value{}) && len(s.vars) >= maxGuesses {
		return
	}
	known.kind = k
	s.set(v, known)
}

// forget drops the variables declared between two positions, and the results of calls.
func (s *state) forget(from, to token.Pos) {
	s.tags = slices.DeleteFunc(slices.Clone(s.tags), func(t tag) bool { return from <= t.expr.Pos() && t.expr.Pos() < to })
	declared := func(b binding) bool { return from <= b.Pos() && b.Pos() < to }
	if slices.ContainsFunc(s.vars, declared) {
		s.vars = slices.DeleteFunc(slices.Clone(s.vars), declared)
	}
	s.results = nil
}

// holdsOwn reports whether a variable still holds the use's error.
func (s *state) holdsOwn() bool {
	for _, known := range s.vars {
		if known.value.own && known.value.kind != isText {
			return true
		}
	}
	return false
}

// wrongFeature notes the first question about another feature.
func (s *state) wrongFeature(name string, pos token.Pos) {
	if name != "" && s.wrong == "" {
		s.wrong, s.wrongAt = name, pos
	}
}

// gathered returns the variable's value that keeps the use's error for later, as in errs = append(errs, err).
func (s *state) gathered() value {
	for _, known := range s.vars {
		if known.value.own && known.value.kept {
			return known.value
		}
	}
	return value{}
}

// A tristate is the value of a condition as far as it is known.
type tristate int8

const (
	perhaps tristate = iota
	yes
	no
)

func not(t tristate) tristate {
	switch t {
	case yes:
		return no
	case no:
		return yes
	}
	return perhaps
}

func truth(b bool) tristate {
	if b {
		return yes
	}
	return no
}
