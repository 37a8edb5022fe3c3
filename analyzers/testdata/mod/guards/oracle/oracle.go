// Package oracle holds functions that serve two versions of a contract, good ones and bad ones, in a form that can be both judged by the
// analyzers and run. A test of analyzers/dualpath does both and compares: whatever is accepted has to behave.
//
// It also changes every function by a token at a time and adds the changed ones to Functions, which is why the functions call nothing that
// cannot be run a thousand times, and why every loop runs a use of the contract.
package oracle

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const (
	feature      compat.Feature = "policy_code_hash"
	otherFeature compat.Feature = "policy_metadata"
)

// A Func reads the code hash of one or more policies: "new" for each that has one, "legacy" for each that is older.
type Func func(ctx context.Context, e *Env) (string, error)

// Functions are all functions by name. The test adds them.
var Functions = map[string]Func{}

// An Env is what a function may use. Its policies fail as the scenario says.
type Env struct {
	policy *policy.NewtonPolicyCaller
	all    []*policy.NewtonPolicyCaller
	gate   *compat.Gate
	flags  compat.Strictness
	prober compat.Prober
	target common.Address
}

func (e *Env) legacy() (string, error) { return "legacy", nil }

func (e *Env) log(...any) {}

func text(hash [32]byte) string { return strings.TrimRight(string(hash[:]), "\x00") }

// Outcomes of a call.
const (
	Succeeds = "succeeds"
	Misses   = "misses"
	Fails    = "fails"
)

// States of the flag.
const (
	Lenient    = "lenient"
	Strict     = "strict"
	Unreadable = "unreadable"
)

// A Scenario is what a function meets.
type Scenario struct {
	First, Second string // outcomes of the first policy and of the other one
	Flag          string
}

// Scenarios are all there are.
func Scenarios() []Scenario {
	var all []Scenario
	for _, flag := range []string{Lenient, Strict, Unreadable} {
		for _, first := range []string{Succeeds, Misses, Fails} {
			for _, second := range []string{Succeeds, Misses, Fails} {
				all = append(all, Scenario{first, second, flag})
			}
		}
	}
	return all
}

var (
	errFails = errors.New("connection refused")
	errFlag  = errors.New("flag store is down")
)

// errMiss is what a node answers for a selector that the contract lacks.
type errMiss struct{}

func (errMiss) Error() string  { return "execution reverted" }
func (errMiss) ErrorCode() int { return 3 }
func (errMiss) ErrorData() any { return "0x" }

// A trace is what a function did.
type trace struct {
	calls    map[string]int // outcome -> policies whose last call had it
	total    int
	recorded int
	flagLost bool
}

// endless stops functions that call for ever.
type endless struct{}

const maxCalls = 100

// A backend answers every call of one policy in the same way.
type backend struct {
	outcome string
	trace   *trace
	called  bool
}

func (b *backend) CodeAt(context.Context, common.Address, *big.Int) ([]byte, error) {
	return []byte{0xfe}, nil
}

func (b *backend) CallContract(context.Context, ethereum.CallMsg, *big.Int) ([]byte, error) {
	if b.trace.total++; b.trace.total > maxCalls {
		panic(endless{})
	}
	if !b.called {
		b.called = true
		b.trace.calls[b.outcome]++
	}
	switch b.outcome {
	case Succeeds:
		return common.RightPadBytes([]byte("new"), 32), nil
	case Misses:
		return nil, errMiss{}
	}
	return nil, errFails
}

type flags struct {
	state    string
	supports bool
	trace    *trace
}

// IsStrict answers for the one feature; another one's flag is the opposite, so that asking for the wrong one shows.
func (f flags) IsStrict(_ context.Context, _ uint64, name compat.Feature) (bool, error) {
	if f.state == Unreadable {
		f.trace.flagLost = true
		return false, errFlag
	}
	return (f.state == Strict) == (name == feature), nil
}

// A prober answers for the first policy. It fails where the flag does.
type prober struct{ flags }

func (p prober) Supports(_ context.Context, name compat.Feature, _ common.Address) (bool, error) {
	if p.state == Unreadable {
		p.trace.flagLost = true
		return false, errFlag
	}
	return p.supports == (name == feature), nil
}

// lenient is how a gate reads a flag that cannot be read.
type lenient struct{ flags }

func (l lenient) IsStrict(ctx context.Context, chain uint64, name compat.Feature) (bool, error) {
	if l.state == Unreadable {
		return name != feature, nil
	}
	return l.flags.IsStrict(ctx, chain, name)
}

type recorder struct{ trace *trace }

func (r recorder) LegacyDetected(_ context.Context, _ uint64, name compat.Feature, _ common.Address) {
	if name == feature {
		r.trace.recorded++
	}
}

// Check runs a function in a scenario and says what it did wrong; "" if nothing.
func Check(function Func, s Scenario) (wrong string) {
	t := &trace{calls: map[string]int{}}
	f := flags{state: s.Flag, supports: s.First != Misses, trace: t}
	e := &Env{target: common.Address{1}, flags: f, prober: prober{f}}
	e.gate = &compat.Gate{Strictness: lenient{f}, Recorder: recorder{t}}
	for i, outcome := range []string{s.First, s.Second} {
		p, err := policy.NewNewtonPolicyCaller(common.Address{byte(i + 1)}, &backend{outcome: outcome, trace: t})
		if err != nil {
			return err.Error()
		}
		e.all = append(e.all, p)
	}
	e.policy = e.all[0]
	value, err, panicked := run(function, e)
	return t.judge(value, err, panicked, s.Flag == Strict || t.flagLost)
}

func run(f Func, e *Env) (value string, err error, panicked any) {
	defer func() { panicked = recover() }()
	value, err = f(context.Background(), e)
	return value, err, nil
}

// judge compares what a function did with SPEC section 6, rules 2 and 3. strict is true as well where the flag could not be read. What a
// function makes of a success is its own affair, as long as it is not legacy.
func (t *trace) judge(value string, err error, panicked any, strict bool) string {
	misses, fails := t.calls[Misses], t.calls[Fails]
	mayFail := fails > 0 || misses > 0 && strict || t.flagLost
	if panicked != nil {
		if _, ok := panicked.(endless); ok || mayFail {
			return ""
		}
		return fmt.Sprintf("panics: %v", panicked)
	}
	served := strings.Count(value, "legacy")
	switch {
	case err != nil && misses > 0 && !mayFail:
		return fmt.Sprintf("refuses legacy: %v", err)
	case fails > 0 && !t.flagLost && !errors.Is(err, errFails):
		return fmt.Sprintf("loses an error: %q, %v", value, err)
	case t.recorded > misses:
		return fmt.Sprintf("records %d detections for %d misses", t.recorded, misses)
	case err != nil:
		return ""
	case strict && served > 0:
		return "serves legacy although the feature is strict"
	case strict && misses > 0:
		return "swallows a miss although the feature is strict"
	case t.total == 0:
		return "" // a gate before the call
	case served > misses:
		return fmt.Sprintf("serves legacy %d times for %d misses", served, misses)
	case t.recorded < misses:
		return "serves legacy without a record"
	}
	return ""
}
