// Package retries runs the use in functions that take a func: retries of the package's own, generic ones, and ones that lose the error.
package retries

import (
	"context"
	"errors"
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
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

// again is understood from its body.
func again(run func() error) error {
	var err error
	for range 3 {
		if err = run(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("gave up: %w", err)
}

func (r *reader) retried(ctx context.Context) (value hash, err error) {
	err = again(func() error {
		var err error
		value, err = r.policy.GetPolicyCodeHash(nil)
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// againCut loses the error on the way out.
func againCut(run func() error) error {
	var err error
	for range 3 {
		if err = run(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("gave up: %v", err)
}

func (r *reader) retriedCut(ctx context.Context) (value hash, err error) {
	err = againCut(func() error {
		var err error
		value, err = r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/error-cut\]`
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// againSilently says that all went well.
func againSilently(run func() error) error {
	for range 3 {
		if err := run(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return nil
}

func (r *reader) retriedSilently(ctx context.Context) (value hash, err error) {
	err = againSilently(func() error {
		var err error
		value, err = r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/every-error\]`
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// valueOf is generic and takes the context along.
func valueOf[T any](ctx context.Context, run func(context.Context) (T, error)) (T, error) {
	value, err := run(ctx)
	if err != nil {
		return value, fmt.Errorf("value: %w", err)
	}
	return value, nil
}

func (r *reader) generic(ctx context.Context) (hash, error) {
	value, err := valueOf(ctx, func(ctx context.Context) (hash, error) {
		return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) genericUnclassified(ctx context.Context) (hash, error) {
	return valueOf(ctx, func(ctx context.Context) (hash, error) {
		return r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `\[directcall/unguarded\]`
	})
}

// unlessMissing retries what may pass, and not a miss.
func unlessMissing(run func() error) error {
	for {
		err := run()
		if err == nil || compat.IsSelectorMiss(err) {
			return err
		}
		time.Sleep(time.Second)
	}
}

func (r *reader) retriedUnlessMissing(ctx context.Context) (value hash, err error) {
	err = unlessMissing(func() error {
		var err error
		value, err = r.policy.GetPolicyCodeHash(nil)
		return err
	})
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// unlessServed classifies in the retry and records in the closure.
func (r *reader) settledInside(ctx context.Context) (value hash, err error) {
	err = again(func() error {
		var err error
		value, err = r.policy.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return nil
		}
		return err
	})
	return value, err
}

func (r *reader) settledInsideWithoutFlag(ctx context.Context) (value hash, err error) {
	err = again(func() error {
		var err error
		value, err = r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/strict-not-asked\]`
		if compat.IsSelectorMiss(err) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return nil
		}
		return err
	})
	return value, err
}

// By directive and by registry.

type operation func() error

//compat:passthrough
func backoff(run operation, attempts int) error {
	if attempts == 0 {
		return errors.New("no attempts")
	}
	err := run()
	for ; err != nil && attempts > 1; attempts-- {
		err = run()
	}
	return err
}

func (r *reader) byDirective(ctx context.Context) (value hash, err error) {
	err = backoff(func() (err error) {
		value, err = r.policy.GetPolicyCodeHash(nil)
		return err
	}, 3)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) byDirectiveDropped(ctx context.Context) (value hash, err error) {
	_ = backoff(func() (err error) {
		value, err = r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
		return err
	}, 3)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) byRegistry(ctx context.Context) (value hash, err error) {
	read := func() error {
		got, err := r.policy.GetPolicyCodeHash(nil)
		value = got
		return err
	}
	err = helpers.Retry(read)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) byRegistryUnclassified(ctx context.Context) (value hash, err error) {
	read := func() error {
		got, err := r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
		value = got
		return err
	}
	return value, helpers.Retry(read)
}

// Escapes.

type queue struct{ jobs []func() error }

func (q *queue) add(job func() error) { q.jobs = append(q.jobs, job) }

func (r *reader) queued(q *queue) {
	q.add(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil) // want `\[directcall/escapes\]`
		return err
	})
}

func (r *reader) queuedGuarded(ctx context.Context, q *queue) {
	q.add(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return nil
		}
		return err
	})
}

func later(run func() error) { go func() { _ = run() }() }

func (r *reader) startedLater() {
	later(func() error {
		_, err := r.policy.GetPolicyCodeHash(nil) // want `\[directcall/escapes\]`
		return err
	})
}

// methodValue hands over the binding's method itself.
func (r *reader) methodValue(ctx context.Context) (hash, error) {
	value, err := call(r.policy.GetPolicyCodeHash)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) methodValueUnclassified() (hash, error) {
	return call(r.policy.GetPolicyCodeHash) // want `\[directcall/unguarded\]`
}

func call[T any](read func(*bind.CallOpts) (T, error)) (T, error) { return read(&bind.CallOpts{}) }
