// Package closures has the use in a function literal.
package closures

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
	later  []func() error
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

func (r *reader) inPlace(ctx context.Context) (hash, error) {
	value, err := func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) }()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) inPlaceUnguarded(ctx context.Context) (hash, error) {
	return func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) }() // want `\[directcall/unguarded\]`
}

func (r *reader) inPlaceGuardsItself(ctx context.Context) (hash, error) {
	return func() (hash, error) {
		value, err := r.policy.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return r.legacy()
		}
		return value, err
	}()
}

func (r *reader) inPlaceSwallows(ctx context.Context) (hash, error) {
	value, err := func() (hash, error) {
		value, err := r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/every-error\]`
		if err != nil {
			return hash{}, nil
		}
		return value, nil
	}()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) retried(ctx context.Context) (value hash, err error) {
	err = helpers.Retry(func() error {
		read, err := r.policy.GetPolicyCodeHash(nil)
		if err != nil {
			return fmt.Errorf("hash: %w", err)
		}
		value = read
		return nil
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// again is like helpers.Retry, and says so itself.
//
//compat:passthrough
func again(run func() error) error {
	for range 3 {
		if err := run(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return run()
}

// often does the same and does not say so, but its body is in sight.
func often(run func() error) error { return again(run) }

var postponed []func() error

// someday does not run what it is given.
func someday(run func() error) error {
	postponed = append(postponed, run)
	return nil
}

func (r *reader) retriedByDirective(ctx context.Context) error {
	err := again(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil)
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) retriedUnclassified() error {
	return again(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
		return err
	})
}

func (r *reader) retriedByHelper(ctx context.Context) error {
	err := often(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil)
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) postponedByHelper(ctx context.Context) error {
	err := someday(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil) // want `\[directcall/escapes\]`
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) stored() {
	r.later = append(r.later, func() error {
		_, err := r.policy.GetPolicyCodeHash(nil) // want `the closure around it runs where nothing sees its error: .*\[directcall/escapes\]`
		return err
	})
}

func (r *reader) returned() func() (hash, error) {
	return func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[directcall/escapes\]`
}

func (r *reader) sent(to chan<- func() (hash, error)) {
	to <- func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) } // want `\[directcall/escapes\]`
}

func (r *reader) inGoroutine() {
	go func() { _, _ = r.policy.GetPolicyCodeHash(nil) }() // want `\[directcall/escapes\]`
}

func (r *reader) deferred() {
	defer func() { _, _ = r.policy.GetPolicyCodeHash(nil) }() // want `\[directcall/escapes\]`
}

func (r *reader) escapesGuarded(ctx context.Context) func() (hash, error) {
	return func() (hash, error) {
		value, err := r.policy.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return r.legacy()
		}
		return value, err
	}
}

func (r *reader) escapesWithWrongGuard(ctx context.Context) func() (hash, error) {
	return func() (hash, error) {
		value, err := r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/strict-not-asked\]`
		if compat.IsSelectorMiss(err) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return r.legacy()
		}
		return value, err
	}
}

func (r *reader) variableCalledTwice(ctx context.Context, pending bool) (value hash, err error) {
	read := func(opts *bind.CallOpts) (hash, error) { return r.policy.GetPolicyCodeHash(opts) }
	if pending {
		value, err = read(&bind.CallOpts{Pending: true})
	} else {
		value, err = read(nil)
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) variableCalledOnceUnguarded(ctx context.Context, pending bool) (hash, error) {
	read := func(opts *bind.CallOpts) (hash, error) { return r.policy.GetPolicyCodeHash(opts) } // want `\[directcall/unguarded\]`
	if pending {
		return read(&bind.CallOpts{Pending: true})
	}
	value, err := read(nil)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) variableRetried(ctx context.Context) (hash, error) {
	read := func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) }
	value, err := read()
	if err != nil && !compat.IsSelectorMiss(err) {
		value, err = read() // a second mention, not a loop
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) recursive(depth int) (hash, error) {
	var read func(int) (hash, error)
	read = func(depth int) (hash, error) {
		if depth == 0 {
			return r.policy.GetPolicyCodeHash(nil) // want `\[directcall/escapes\]`
		}
		return read(depth - 1)
	}
	return read(depth)
}

func (r *reader) nested(ctx context.Context) (hash, error) {
	value, err := func() (hash, error) {
		return func() (hash, error) { return r.policy.GetPolicyCodeHash(nil) }()
	}()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// at package level no function is there to guard it.
var read = func(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	return p.GetPolicyCodeHash(opts) // want `\[directcall/escapes\]`
}

var _ = read

func (r *reader) methodValue(ctx context.Context) (hash, error) {
	read := r.policy.GetPolicyCodeHash
	value, err := read(nil)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) methodValueInverted(ctx context.Context) (hash, error) {
	read := r.policy.GetPolicyCodeHash // want `\[dualpath/always-refused\]` `\[dualpath/strict-serves-legacy\]`
	value, err := read(nil)
	if compat.IsSelectorMiss(err) && r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) methodValueBehindGate(ctx context.Context) (hash, error) {
	if !r.gate.IsStrict(ctx, feature) {
		return r.legacy()
	}
	read := r.policy.GetPolicyCodeHash
	return read(nil)
}
