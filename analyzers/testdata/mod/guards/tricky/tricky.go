// Package tricky moves errors, flags and records through pointers, fields, goroutines and values that are called later, where a guard is easily
// believed that is none.
package tricky

import (
	"context"
	"fmt"
	"log"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy  *policy.NewtonPolicy
	gate    *compat.Gate
	target  common.Address
	targets []common.Address
	once    sync.Once
	hook    func(error) error
	settler interface{ settle(error) error }
	last    error
	failed  bool
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

// Goroutines

func (r *reader) inGoroutine(ctx context.Context) (value hash, err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		value, err = r.policy.GetPolicyCodeHash(nil) // want `\[directcall/escapes\]`
	}()
	wg.Wait()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) inPlace(ctx context.Context) (value hash, err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	func() {
		defer wg.Done()
		value, err = r.policy.GetPolicyCodeHash(nil)
	}()
	wg.Wait()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedInGoroutine(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		go r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// Pointers

func (r *reader) throughPointer(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	held := &err
	*held = nil
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func clear(err *error) { *err = nil }

func (r *reader) clearedByHelper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-overwritten\]`
	clear(&err)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// Copies

func (r *reader) saved(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	saved := err
	_, err = r.policy.Owner(opts)
	if err != nil {
		log.Print(err)
	}
	if compat.IsSelectorMiss(saved) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, saved
}

func (r *reader) savedLate(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-overwritten\]`
	_, err = r.policy.Owner(opts)
	saved := err
	if compat.IsSelectorMiss(saved) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, saved
}

func (r *reader) inField(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	var value hash
	value, r.last = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	if r.failed {
		r.last = nil
	}
	if compat.IsSelectorMiss(r.last) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, r.last
}

// Other errors

func (r *reader) otherError(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	_, ownerErr := r.policy.Owner(opts)
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	if compat.IsSelectorMiss(ownerErr) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) settle(ctx context.Context, err error) error {
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil
	}
	return err
}

func (r *reader) settlesOther(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	_, ownerErr := r.policy.Owner(opts)
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	if err := r.settle(ctx, ownerErr); err != nil {
		return hash{}, err
	}
	return value, err
}

func (r *reader) settlesOneOfTwo(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	_, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-overwritten\]`
	value, err := r.policy.PolicyCodeHash(opts)
	return value, r.settle(ctx, err)
}

func (r *reader) settlesBoth(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	_, err := r.policy.GetPolicyCodeHash(opts)
	if err = r.settle(ctx, err); err != nil {
		return hash{}, err
	}
	value, err := r.policy.PolicyCodeHash(opts)
	return value, r.settle(ctx, err)
}

// Values that are called later, or by something unknown

func (r *reader) byHook(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return value, r.hook(err)
}

func (r *reader) byInterface(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return value, r.settler.settle(err)
}

func (r *reader) flagByValue(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict := func() bool { return r.gate.IsStrict(ctx, feature) }
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !strict() {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) flagNotCalled(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict := func() bool { return r.gate.IsStrict(ctx, feature) }
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-not-asked\]`
	if compat.IsSelectorMiss(err) && strict != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// Records that may not be made

func (r *reader) recordedForEach(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		for _, target := range r.targets {
			r.gate.RecordLegacy(ctx, feature, target)
		}
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedForEachAndOnce(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		for _, target := range r.targets {
			r.gate.RecordLegacy(ctx, feature, target)
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedOnce(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.once.Do(func() { r.gate.RecordLegacy(ctx, feature, r.target) })
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedShortCircuit(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	record := func() bool { r.gate.RecordLegacy(ctx, feature, r.target); return true }
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		_ = r.failed && record()
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedInCondition(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	record := func() bool { r.gate.RecordLegacy(ctx, feature, r.target); return true }
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) && record() {
		return r.legacy()
	}
	return value, err
}

// Flags

func (r *reader) flagReusedVariable(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		return hash{}, err
	}
	strict, err = helpers.IsStrict(ctx, "policy_metadata")
	if err != nil {
		return hash{}, err
	}
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) flagOfNamedFeature(ctx context.Context, name compat.Feature, opts *bind.CallOpts) (hash, error) {
	if !r.gate.IsStrict(ctx, name) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) flagAskedTwice(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.gate.IsStrict(ctx, feature) || r.failed {
		if r.gate.IsStrict(ctx, feature) {
			return r.policy.GetPolicyCodeHash(opts)
		}
	}
	return r.legacy()
}

// ask would have to be listed under guards.strict: package featurekey reports the feature that is no constant.
func (r *reader) ask(ctx context.Context, name compat.Feature) bool {
	return r.gate.IsStrict(ctx, name)
}

func (r *reader) flagByOtherParameter(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.ask(ctx, "policy_metadata") {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// Ends

func (r *reader) loopGivesUp(ctx context.Context) (value hash, err error) {
	for range 3 {
		value, err = r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/every-error\]`
		if err == nil || ctx.Err() != nil {
			break
		}
	}
	return value, nil
}

func (r *reader) loopEndsClassified(ctx context.Context) (value hash, err error) {
	for range 3 {
		value, err = r.policy.GetPolicyCodeHash(nil)
		if err == nil || compat.IsSelectorMiss(err) {
			break
		}
	}
	return value, r.settle(ctx, err)
}

func (r *reader) nilInterface(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		var refusal error
		return hash{}, refusal
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) typedRefusal(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		refusal := &compat.LegacyNotSupportedError{Feature: feature, Err: err}
		return hash{}, fmt.Errorf("hash: %w", refusal)
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) blankError(ctx context.Context, opts *bind.CallOpts) (value hash, _ error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-serves-legacy\]`
	if err == nil {
		return value, nil
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return
}
