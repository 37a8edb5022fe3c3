package generated

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

// A Fault is what a function did wrong in one run.
type Fault struct {
	Kind     string
	Strict   bool     // the flag was on
	Scenario []string // the decisions of the run
	Got      string   // what the function returned
}

// The kinds of faults that a test has to tell apart.
const (
	// StrictLegacy is legacy after a call, in spite of the flag.
	StrictLegacy = "serves legacy although the feature is strict"
	// OddSuccess is no concern of the analyzers: what a function makes of a success is its own affair.
	OddSuccess = "makes something odd of a success"
	// Refuses is a miss that is not served although the feature is not strict.
	Refuses = "refuses legacy although the feature is not strict"
	// Uncalled is legacy without a call although the feature is strict.
	Uncalled = "never calls although the feature is strict"
	// Unread is legacy without a call where the flag cannot be read.
	Unread = "serves legacy although the flag cannot be read"
	// Chooses is Refuses, Uncalled or Unread under a condition of the service's own, where other runs of the function do otherwise.
	Chooses = "serves legacy under a condition only"
)

// maxRuns bounds the runs of one function.
const maxRuns = 3000

// NewEnv returns an environment with two policies.
func NewEnv() (*Env, error) {
	e := &Env{target: common.Address{1}}
	e.flags = flags{e}
	e.gate = &compat.Gate{Strictness: cached{e}, Recorder: recorder{e}}
	for number := 1; number <= 2; number++ {
		p, err := policy.NewNewtonPolicyCaller(common.Address{byte(number)}, &backend{e, number})
		if err != nil {
			return nil, err
		}
		e.all = append(e.all, p)
	}
	return e, nil
}

// A seen fault is shown once for each state of the flag.
type seen struct {
	kind   string
	strict bool
}

// A check gathers what the runs of one function came to.
type check struct {
	faults []Fault
	known  map[seen]bool
	serves bool // some run served a miss
	calls  bool // some run made a call while the flag was on
	called bool // some run made a call
}

// Check runs a function with every combination of decisions and returns what it did wrong, each kind once for each state of the flag, and
// the number of runs.
func (e *Env) Check(function Func) (faults []Fault, runs int) {
	c := &chooser{}
	result := &check{known: map[seen]bool{}}
	for more := true; more && runs < maxRuns; more = c.next() {
		runs++
		e.trace, e.policy = newTrace(c), e.all[0]
		value, err, panicked := run(function, e)
		result.add(e.trace, value, err, panicked)
	}
	return result.settle(), runs
}

func (c *check) add(t *trace, value string, err error, panicked any) {
	kind := t.judge(value, err, panicked)
	c.calls = c.calls || len(t.last) > 0 && (t.strict || !t.strictKnown)
	c.called = c.called || len(t.last) > 0
	c.serves = c.serves || (kind == "" || kind == OddSuccess) && t.servedLenient(err, panicked)
	at := seen{kind, t.strict}
	if kind == "" || c.known[at] {
		return
	}
	c.known[at] = true
	got := fmt.Sprintf("returned %q, %v", value, err)
	if panicked != nil {
		got = fmt.Sprintf("panicked: %v", panicked)
	}
	c.faults = append(c.faults, Fault{kind, t.strict, t.story(), fmt.Sprintf("%s; recorded %d", got, t.recorded)})
}

// settle drops or renames the faults that are none in the light of the other runs.
func (c *check) settle() []Fault {
	var faults []Fault
	for _, f := range c.faults {
		switch {
		case !c.called && (f.Kind == Uncalled || f.Kind == Unread):
			continue // the call stands in code that cannot run
		case f.Kind == Refuses && c.serves:
			f.Kind = Chooses
		case (f.Kind == Uncalled || f.Kind == Unread) && c.calls:
			f.Kind = Chooses
		}
		faults = append(faults, f)
	}
	return faults
}

func run(f Func, e *Env) (value string, err error, panicked any) {
	defer func() { panicked = recover() }()
	value, err = f(context.Background(), e)
	return value, err, nil
}

// missed returns how many policies lack the selector as far as the function was told.
func (t *trace) missed() int {
	count := 0
	for _, last := range t.last {
		if last == misses {
			count++
		}
	}
	return count
}

// servedLenient reports whether a miss was served because the flag is off.
func (t *trace) servedLenient(err error, panicked any) bool {
	return err == nil && panicked == nil && t.missed() > 0 && t.recorded > 0
}

// judge compares what a function did with SPEC section 6, rule 3. A flag that could not be read counts as strict.
func (t *trace) judge(value string, err error, panicked any) string {
	missed := t.missed()
	strict := t.flagLost || missed > 0 && t.isStrict()
	mayFail := t.anyFail || missed > 0 && strict || t.flagFailed || t.legacyFailed
	served := strings.Count(value, "legacy")
	switch {
	case panicked == endless{}, panicked != nil && mayFail:
		return ""
	case panicked != nil && missed == 0, isNilPanic(panicked):
		return OddSuccess
	case (panicked != nil || err != nil) && missed > 0 && !mayFail:
		return Refuses
	case t.loses(err):
		return "loses an error"
	case t.recorded > 0 && missed == 0 && len(t.last) > 0: // without a call, the service may know of an earlier miss
		return "records a detection without a miss"
	case err != nil:
		return ""
	case strict && missed == 0 && served > 0 && len(t.last) > 0:
		return OddSuccess
	case strict && served > 0 && len(t.last) == 0:
		return Unread
	case strict && served > 0:
		return StrictLegacy
	case len(t.last) == 0 && served > 0 && t.isStrict():
		return Uncalled
	case strict && missed > 0:
		return "swallows a miss although the feature is strict"
	case len(t.last) == 0:
		return "" // a gate before the call
	case t.recorded < missed:
		return "serves legacy without a record"
	case served > missed:
		return OddSuccess
	}
	return ""
}

// isNilPanic recognises panic(err) where there was no error.
func isNilPanic(panicked any) bool {
	_, ok := panicked.(*runtime.PanicNilError)
	return ok
}

// loses reports whether a failure is not part of the error that the function returned. Where the flag could not be read, that error may
// stand for it.
func (t *trace) loses(err error) bool {
	if t.flagFailed {
		return false
	}
	for _, failure := range t.failed {
		if !errors.Is(err, failure) {
			return true
		}
	}
	return false
}
