// Package promises has directives that their functions keep, and directives that they visibly do not.
package promises

import (
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
	"example.com/lint/guards/promises/source"
)

type hash = [32]byte

// Methods with a duty behind interfaces.

type reader struct{ policy *policy.NewtonPolicy }

//compat:requires policy_code_hash
func (r *reader) told() (hash, error) { return r.policy.GetPolicyCodeHash(nil) }

type telling interface {
	//compat:requires policy_code_hash
	told() (hash, error)
}

var _ telling = (*reader)(nil)

//compat:requires policy_code_hash
func (r *reader) untold() (hash, error) { // want `^//compat:requires policy_code_hash on reader\.untold \(feature "policy_code_hash", legacy served until 2026-10-01\) is lost where it is called through silent\.untold, which does not say so: annotate silent\.untold as well, or guard the calls in reader\.untold \[dualpath/duty-behind-interface\]$`
	return r.policy.GetPolicyCodeHash(nil)
}

type silent interface{ untold() (hash, error) }

var _ silent = (*reader)(nil)

//compat:requires policy_code_hash
func (r *reader) other() (hash, error) { // want `\[dualpath/duty-behind-interface\]$`
	return r.policy.GetPolicyCodeHash(nil)
}

// tellingOther tells of another feature.
type tellingOther interface {
	//compat:requires policy_metadata
	other() (hash, error)
}

func assigned(r *reader) (hash, error) {
	var o tellingOther
	o = r
	return o.other() // want `feature "policy_metadata".*\[directcall/unguarded\]$`
}

//compat:requires policy_metadata
func (r *reader) both() error { // want `is lost where it is called through silentBoth\.both` `is lost where it is called through anotherBoth\.both`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

type (
	silentBoth  interface{ both() error }
	anotherBoth interface{ both() error }
)

var (
	_ silentBoth  = &reader{}
	_ silentBoth  = &reader{} // the same once more
	_ anotherBoth = &reader{}
)

// Each way to become an interface.

type (
	byArgument    struct{ *reader }
	byVariadic    struct{ *reader }
	byResult      struct{ *reader }
	byField       struct{ *reader }
	byElement     struct{ *reader }
	byKey         struct{ *reader }
	byConversion  struct{ *reader }
	bySend        struct{ *reader }
	byAppend      struct{ *reader }
	byConstraint  struct{ *reader }
	byTuple       struct{ *reader }
	byLoop        struct{ *reader }
	byClosure     struct{ *reader }
	byInterface   interface{ hash() (hash, error) }
	holder        struct{ hasher argument }
	argument      interface{ argument() error }
	takes[T tied] struct{ value T }
	tied          interface{ constraint() error }
)

//compat:requires policy_metadata
func (r byArgument) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func takesArgument(argument) {}

func callsWithArgument(r byArgument) { takesArgument(r) }

//compat:requires policy_metadata
func (r byVariadic) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func takesMany(string, ...argument) {}

func callsWithMany(r byVariadic) { takesMany("many", nil, r) }

//compat:requires policy_metadata
func (r byResult) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func returns(r byResult) (argument, error) { return r, nil }

//compat:requires policy_metadata
func (r byField) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func holds(r byField) holder { return holder{hasher: r} }

//compat:requires policy_metadata
func (r byElement) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func lists(r byElement) []argument { return []argument{r} }

//compat:requires policy_metadata
func (r byKey) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func maps(r byKey) map[argument]bool { return map[argument]bool{r: true} }

//compat:requires policy_metadata
func (r byConversion) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func converts(r byConversion) error { return argument(r).argument() }

//compat:requires policy_metadata
func (r bySend) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func sends(r bySend, to chan<- argument) { to <- r }

//compat:requires policy_metadata
func (r byAppend) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func appends(r byAppend, to []argument) []argument { return append(to, r) }

//compat:requires policy_metadata
func (r byConstraint) constraint() error { // want `is lost where it is called through tied\.constraint`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func instantiates(r byConstraint) any { return takes[byConstraint]{r} }

//compat:requires policy_metadata
func (r byTuple) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func two() (byTuple, error) { return byTuple{}, nil }

func unpacks() (argument, error) { return two() }

//compat:requires policy_metadata
func (r byLoop) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func loops(all []byLoop) (last argument) {
	for _, last = range all {
	}
	return last
}

//compat:requires policy_metadata
func (r byClosure) argument() error { // want `\[dualpath/duty-behind-interface\]$`
	_, err := r.policy.GetMetadataCid(nil)
	return err
}

func closes(r byClosure) func() argument { return func() argument { return r } }

// narrowing goes from an interface that tells to one that does not. The method that tells is the interface's.
func narrowing(t telling) any {
	var quiet interface{ told() (hash, error) }
	quiet = t // want `^//compat:requires policy_code_hash on telling\.told .*\[dualpath/duty-behind-interface\]$`
	return quiet
}

// A description is fmt.Stringer's, which cannot carry a directive.
type description struct{ policy *policy.NewtonPolicy }

//compat:requires policy_metadata
func (d description) String() string { // want `is lost where it is called through Stringer\.String` `//compat:requires policy_metadata on description\.String cannot be honoured: the function returns no error that its callers could classify: .*\[dualpath/duty-hidden\]$`
	return "policy"
}

var _ fmt.Stringer = description{}

// As any, a method cannot be called.
func asAny(r *reader) any { return r }

// A binding's own method is a use behind every interface, which needs no directive.
type decorated struct{ *policy.NewtonPolicy }

//compat:requires policy_code_hash
func (d decorated) GetPolicyCodeHash(opts *bind.CallOpts) (hash, error) {
	return d.NewtonPolicy.GetPolicyCodeHash(opts)
}

type contract interface {
	GetPolicyCodeHash(*bind.CallOpts) (hash, error)
}

var _ contract = decorated{}

// Of another package, the conversion is reported.

var (
	_ source.Telling                     = source.Reader{}
	_ source.Silent                      = source.Reader{} // want `^//compat:requires policy_code_hash on Reader\.Hash .* is lost where it is called through Silent\.Hash, .*\[dualpath/duty-behind-interface\]$`
	_ interface{ Plain() (hash, error) } = source.Reader{}
)

//compat:ignore policy_code_hash until=2026-09-20 -- the interface is another team's
var _ source.Silent = source.Reader{}

// strictReader has a duty that nobody needs any more.
type strictReader struct{}

//compat:requires settlement_epoch
func (strictReader) both() error { return nil }

var _ silentBoth = strictReader{}

// Duties that the type of the function cannot keep.

//compat:requires policy_code_hash
func withError(read func() error) error { return read() }

//compat:requires policy_code_hash
func withoutError(read func() error) bool { return read() == nil } // want `\[dualpath/duty-hidden\]$`

//compat:requires policy_code_hash
func init() { log.Print("start") } // want `^//compat:requires policy_code_hash on init moves the duty to nobody, since init has no callers: remove it \[dualpath/duty-without-callers\]$`

// Functions that return the error of a func they are given.

//compat:passthrough
func direct(run func() error) error { return run() }

//compat:passthrough
func dropped(run func() error) error { // want `^//compat:passthrough on dropped is contradicted by the function: it must return the error of a func that it is given, as it is or wrapped with %w \[dualpath/no-passthrough\]$`
	_ = run()
	return nil
}

//compat:passthrough
func wrapped(run func() error) error {
	if err := run(); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	return nil
}

//compat:passthrough
func cut(run func() error) error { // want `\[dualpath/no-passthrough\]$`
	if err := run(); err != nil {
		return fmt.Errorf("run: %v", err)
	}
	return nil
}

//compat:passthrough
func replaced(run func() error) error { // want `\[dualpath/no-passthrough\]$`
	if err := run(); err != nil {
		return errors.New("run failed")
	}
	return nil
}

//compat:passthrough
func logged(run func() error) error { // want `\[dualpath/no-passthrough\]$`
	if err := run(); err != nil {
		log.Print(err)
	}
	return nil
}

//compat:passthrough
func retried(run func() error) (err error) {
	for range 3 {
		if err = run(); err == nil {
			return
		}
		time.Sleep(time.Second)
	}
	return
}

//compat:passthrough
func valued[T any](run func() (T, error)) (T, error) {
	value, err := run()
	return value, err
}

//compat:passthrough
func concurrent(run func() error) error {
	failed := make(chan error, 1)
	go func() { failed <- run() }()
	return <-failed
}

//compat:passthrough
func gathered(runs ...func() error) error {
	var all []error
	for _, run := range runs {
		all = append(all, run())
	}
	return errors.Join(all...)
}

//compat:passthrough
func handedOn(run func() error) error { return retried(run) }

//compat:passthrough
func once(run func() error) (err error) {
	new(sync.Once).Do(func() { err = run() })
	return err
}

//compat:passthrough
func noFunc(err error) error { return err } // want `\[dualpath/no-passthrough\]$`

//compat:passthrough
func noErrorFunc(run func() bool) error { return nil } // want `\[dualpath/no-passthrough\]$`

//compat:passthrough
func noResult(run func() error) { _ = run() } // want `\[dualpath/no-passthrough\]$`

// Functions that tell whether a contract has the selectors.

//compat:guard supports policy_code_hash
func supports(version int) bool { return version > 2 }

//compat:guard supports policy_code_hash
func supportsOrFails(version int) (bool, error) { return version > 2, nil }

//compat:guard supports policy_code_hash
func version(version int) int { return version } // want `^//compat:guard supports policy_code_hash on version is contradicted by its type: it must return bool or \(bool, error\) \[dualpath/no-probe\]$`

//compat:guard supports policy_code_hash
func twoBools(version int) (bool, bool) { return version > 2, version > 3 } // want `\[dualpath/no-probe\]$`
