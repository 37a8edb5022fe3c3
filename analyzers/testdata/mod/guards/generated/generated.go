// Package generated is what the functions that internal/oracle generates run on: the contracts, the flag, the telemetry, and the rules of
// how a function that serves two versions behaves. The generated files themselves are added by an overlay and never written here.
//
// Everything that a function cannot influence is decided while it runs, at the moment it first matters, by a [chooser]. A function is run
// until every combination of decisions has been met, so that nothing is left to chance, and nothing is run twice.
package generated

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

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

// An Entry is a generated function.
type Entry struct {
	Name string
	Func Func
}

// Functions are all generated functions. The generated files add them.
var Functions []Entry

// An Env is what a generated function may use.
type Env struct {
	policy *policy.NewtonPolicyCaller
	all    []*policy.NewtonPolicyCaller
	gate   *compat.Gate
	flags  compat.Strictness
	target common.Address
	trace  *trace
}

var (
	errOld    = errors.New("policy is too old")
	errLegacy = errors.New("the legacy call failed")
)

// legacy does without the selector. It may fail like everything else.
func (e *Env) legacy() (string, error) {
	if e.trace.choose("the legacy call", "works", "fails") == 1 {
		e.trace.legacyFailed = true
		return "", errLegacy
	}
	return "legacy", nil
}

// cond is a condition of the service's own, which may change at any time.
func (e *Env) cond() bool {
	e.trace.step()
	if e.trace.conds++; e.trace.conds > maxConds {
		return false
	}
	return e.trace.choose("the condition", "is false", "is true") == 1
}

// done is closed when the condition holds.
func (e *Env) done() <-chan struct{} {
	c := make(chan struct{})
	if e.cond() {
		close(c)
	}
	return c
}

func (e *Env) log(...any) { e.trace.step() }

func (e *Env) policies() iter.Seq[*policy.NewtonPolicyCaller] {
	return func(yield func(*policy.NewtonPolicyCaller) bool) {
		for _, p := range e.all {
			if !yield(p) {
				return
			}
		}
	}
}

// wrap keeps a nil error nil.
func wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("wrapped: %w", err)
}

// retry runs a function until it succeeds or has failed too often.
func retry(run func() error) error {
	var err error
	for range 3 {
		if err = run(); err == nil {
			return nil
		}
	}
	return err
}

// fatal never returns.
func fatal(err error) { panic(err) }

func text(hash [32]byte) string { return strings.TrimRight(string(hash[:]), "\x00") }
