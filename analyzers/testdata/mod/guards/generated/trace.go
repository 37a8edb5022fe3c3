package generated

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

// An outcome of a call.
type outcome int

const (
	succeeds outcome = iota
	misses
	fails
)

// The bounds of one run.
const (
	maxSteps = 200
	maxConds = 5
)

// endless stops functions that would run for ever.
type endless struct{}

// A call is one selector of one policy.
type call struct {
	policy   int
	selector [4]byte
}

// A trace is what happened in one run.
type trace struct {
	*chooser
	steps    int
	conds    int
	last     map[int]outcome // what each policy answered last
	failed   map[call]error  // calls whose last answer was a failure
	repeated map[int]bool    // policies that answered after they had failed
	anyFail  bool
	recorded int

	strictKnown, strict bool
	otherKnown, other   bool
	oldKnown, old       bool
	wordsKnown, others  bool
	store               []bool // whether it is down, read by read; the last one stays
	flagLost            bool   // the function was told that the flag cannot be read, and nothing else about it
	flagRead            bool   // the function was told the flag
	flagFailed          bool   // some read of the flag has failed
	legacyFailed        bool
}

func newTrace(c *chooser) *trace {
	return &trace{chooser: c, last: map[int]outcome{}, failed: map[call]error{}, repeated: map[int]bool{}}
}

func (t *trace) step() {
	if t.steps++; t.steps > maxSteps {
		panic(endless{})
	}
}

// isStrict decides the flag of the feature, once for the run.
func (t *trace) isStrict() bool {
	if !t.strictKnown {
		t.strictKnown, t.strict = true, t.choose("the flag", "is off", "is on") == 1
	}
	return t.strict
}

// isOtherStrict decides the flag of the other feature.
func (t *trace) isOtherStrict() bool {
	if !t.otherKnown {
		t.otherKnown, t.other = true, t.choose("the other feature's flag", "is off", "is on") == 1
	}
	return t.other
}

// isUnreadable decides whether the flag store is down: for the whole run, or for the first read of it only.
func (t *trace) isUnreadable() bool {
	if t.store == nil {
		t.store = [][]bool{{false}, {true}, {true, false}}[t.choose("the flag store", "works", "is down", "is down at first")]
	}
	down := t.store[0]
	if len(t.store) > 1 {
		t.store = t.store[1:]
	}
	return down
}

// answer decides what a policy answers. A policy that has the selector, or lacks it, does so for the whole run; one that fails may recover.
func (t *trace) answer(number int) outcome {
	subject := fmt.Sprintf("policy %d", number)
	before, called := t.last[number]
	switch {
	case !called:
		return outcome(t.choose(subject, "succeeds", "misses", "fails"))
	case before != fails || t.repeated[number]:
		return before
	}
	t.repeated[number] = true
	return []outcome{fails, succeeds, misses}[t.choose(subject, "fails again", "recovers and succeeds", "recovers and misses")]
}

// A backend is the node that answers for one policy.
type backend struct {
	env    *Env
	number int
}

func (b *backend) CodeAt(context.Context, common.Address, *big.Int) ([]byte, error) {
	return []byte{0xfe}, nil
}

func (b *backend) CallContract(_ context.Context, message ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	t := b.env.trace
	t.step()
	key := call{b.number, [4]byte(message.Data)}
	result := t.answer(b.number)
	t.last[b.number] = result
	delete(t.failed, key)
	switch result {
	case succeeds:
		return common.RightPadBytes([]byte("new"), 32), nil
	case misses:
		return nil, errMiss{t}
	}
	err := &errFails{t, key}
	t.anyFail, t.failed[key] = true, err
	return nil, err
}

// errFails is a failure of one call: that of another one is another error.
type errFails struct {
	trace *trace
	call  call
}

func (e *errFails) Error() string {
	return fmt.Sprintf("calling %x of policy %d: connection refused", e.call.selector, e.call.policy)
}

// Is makes repeated failures of a call one error.
func (e *errFails) Is(target error) bool {
	other, ok := target.(*errFails)
	return ok && other.call == e.call || e.trace.isOld(target)
}

var errFlag = errors.New("flag store is down")

// errMiss is what a node answers for a selector that the contract lacks.
type errMiss struct{ trace *trace }

// Error decides which node words the run's misses. Who looks for words tells nodes apart, not selectors.
func (e errMiss) Error() string {
	t := e.trace
	if !t.wordsKnown {
		t.wordsKnown, t.others = true, t.choose("the node", "speaks as geth does", "speaks as nethermind does") == 1
	}
	if t.others {
		return "VM execution error."
	}
	return "execution reverted"
}

func (errMiss) ErrorCode() int { return 3 }
func (errMiss) ErrorData() any { return "0x" }

func (e errMiss) Is(target error) bool { return e.trace.isOld(target) }

// isOld decides whether the errors of the run are an error of the service's own, too: to ask that tells nothing about selectors.
func (t *trace) isOld(target error) bool {
	if target != errOld {
		return false
	}
	if !t.oldKnown {
		t.oldKnown, t.old = true, t.choose("the error", "is none of the service's own", "is one of the service's own") == 1
	}
	return t.old
}

// flags are the flags on the chain.
type flags struct{ env *Env }

func (f flags) IsStrict(_ context.Context, _ uint64, name compat.Feature) (bool, error) {
	t := f.env.trace
	t.step()
	if t.isUnreadable() {
		t.flagLost, t.flagFailed = !t.flagRead, true
		return false, errFlag
	}
	t.told(name)
	return t.flag(name), nil
}

// cached is how a gate reads a flag: a cache keeps the last known value where the flags cannot be read. What it says counts, even if the
// function was told before that they cannot be read.
type cached struct{ env *Env }

func (c cached) IsStrict(_ context.Context, _ uint64, name compat.Feature) (bool, error) {
	t := c.env.trace
	t.step()
	t.told(name)
	return t.flag(name), nil
}

// told notes that the flag was read, if only after all.
func (t *trace) told(name compat.Feature) {
	if name == feature {
		t.flagLost, t.flagRead = false, true
	}
}

func (t *trace) flag(name compat.Feature) bool {
	if name == feature {
		return t.isStrict()
	}
	return t.isOtherStrict()
}

type recorder struct{ env *Env }

func (r recorder) LegacyDetected(_ context.Context, _ uint64, name compat.Feature, _ common.Address) {
	r.env.trace.step()
	if name == feature {
		r.env.trace.recorded++
	}
}
