package guard

import (
	"encoding/binary"
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
	isText // a text made from an error
)

// A value is what is known of a variable.
type value struct {
	kind kind
	own  bool // it is, wraps or was made from the error of the use
	kept bool // it gathers errors, as what a loop appends to does: without own, those of other contracts only
	flag bool // it is the error of a flag read that failed
	made bool // a function that is not understood made it from the error of the use
}

// A state is what is known at one point of one path. It is copied where paths part.
type state struct {
	vars map[*types.Var]value

	born      bool // the use has run
	outcome   kind // what it resulted in
	moved     bool // since then, a variable that tells which contract is called was assigned to
	used      bool // some use of the feature has run
	mixed     bool // another one has run since
	proven    bool // one has succeeded on the contract that is called
	recorded  bool // a legacy detection was recorded since
	delivered bool // the error was handed to a function: logged, sent, answered with

	flagLost  bool // the flag could not be read, so that its value means nothing
	probeLost bool // likewise the answer of a supports guard
	flagTold  bool // the error of that read was handed to a function

	branched   bool // a condition asked whether there was an error
	classified bool // a condition asked whether it is a selector miss
	asked      bool // a condition asked whether the feature is strict

	overwritten token.Pos // where the error's last variable was assigned to
	lookalike   string    // a function that was asked about the error and cannot tell
	lookalikeAt token.Pos
	wrong       string // another feature that was asked about instead
	wrongAt     token.Pos
}

func newState() *state { return &state{vars: map[*types.Var]value{}} }

func (s *state) clone() *state {
	c := *s
	c.vars = maps.Clone(s.vars)
	return &c
}

// key tells states apart. Positions are part of it only as far as messages need the first one.
func (s *state) key() string {
	b := make([]byte, 0, 64+8*len(s.vars))
	b = append(b, s.lookalike...)
	b = append(append(b, '|'), s.wrong...)
	b = append(b, '|', byte(s.outcome))
	b = binary.AppendVarint(b, int64(s.overwritten))
	for _, bit := range []bool{
		s.born, s.moved, s.used, s.mixed, s.proven, s.recorded, s.delivered, s.flagLost, s.probeLost, s.flagTold,
		s.branched, s.classified, s.asked,
	} {
		b = append(b, digit(bit))
	}
	vars := slices.SortedFunc(maps.Keys(s.vars), func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
	for _, v := range vars {
		known := s.vars[v]
		b = binary.AppendVarint(b, int64(v.Pos()))
		b = append(b, byte(known.kind), digit(known.own), digit(known.kept), digit(known.flag), digit(known.made))
	}
	return string(b)
}

func digit(bit bool) byte {
	if bit {
		return '1'
	}
	return '0'
}

// rebirth forgets what was known of an earlier run of the use, as in a loop.
func (s *state) rebirth(outcome kind) {
	for v, old := range s.vars {
		switch {
		case old.own && old.kept:
			s.vars[v] = value{kind: isNonNil, kept: true}
		case old.own:
			delete(s.vars, v)
		}
	}
	s.born, s.used, s.outcome = true, true, outcome
	s.moved, s.mixed = false, false
	s.recorded, s.delivered, s.overwritten = false, false, token.NoPos
	s.branched, s.classified = false, false
	s.lookalike, s.lookalikeAt = "", token.NoPos
}

// maxGuesses bounds the variables of which a branch has told something that the path did not determine; more would make the number of states
// exponential in the number of branches.
const maxGuesses = 6

// assume notes what a branch told about a variable of which nothing was known.
func (s *state) assume(v *types.Var, k kind) {
	if _, known := s.vars[v]; known || len(s.vars) >= maxGuesses {
		return
	}
	s.vars[v] = value{kind: k}
}

// holdsOwn reports whether a variable still holds the use's error.
func (s *state) holdsOwn() bool {
	for _, value := range s.vars {
		if value.own && value.kind != isText {
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
	for _, v := range s.vars {
		if v.own && v.kept {
			return v
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
