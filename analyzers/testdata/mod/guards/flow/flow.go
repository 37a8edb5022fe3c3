// Package flow guards uses in the less common statements.
package flow

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
	mode   string
	wake   chan struct{}
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

// select

func (r *reader) selected(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	select {
	case <-r.wake:
		if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
			return hash{}, errors.Join(err, ctx.Err())
		}
	default:
		if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
			return hash{}, err
		}
	}
	if err != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return value, nil
}

func (r *reader) selectedOnce(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/every-error\]`
	select {
	case <-r.wake:
	default:
		if err != nil && (!compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature)) {
			return hash{}, err
		}
	}
	if err != nil {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return value, nil
}

func (r *reader) selectLoop(ctx context.Context) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			_, err := r.policy.GetPolicyCodeHash(nil)
			if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
				r.gate.RecordLegacy(ctx, feature, r.target)
				continue
			}
			if err != nil {
				return err
			}
		}
	}
}

func (r *reader) selectLoopUnrecorded(ctx context.Context) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			_, err := r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/not-recorded\]`
			if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
				continue
			}
			if err != nil {
				return err
			}
		}
	}
}

// type switches, errors.As and errors.Is

type oldPolicyError struct{ err error }

func (e *oldPolicyError) Error() string { return "policy is too old" }

func (r *reader) typeSwitch(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	switch err.(type) {
	case nil:
		return value, nil
	case *oldPolicyError:
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	default:
		return hash{}, err
	}
}

func (r *reader) typeSwitchAfterClassifying(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	switch failed := err.(type) {
	case nil:
		return value, nil
	case *oldPolicyError:
		return hash{}, fmt.Errorf("old: %w", failed)
	default:
		return hash{}, failed
	}
}

func (r *reader) asRefusal(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	var refusal *compat.LegacyNotSupportedError
	if errors.As(err, &refusal) {
		return hash{}, err
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) asRefusalServed(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^errors\.As cannot tell .*\[dualpath/not-a-classifier\]`
	var refusal *compat.LegacyNotSupportedError
	if errors.As(err, &refusal) {
		return r.legacy()
	}
	return value, err
}

func (r *reader) isCanceled(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if errors.Is(err, context.Canceled) {
		return hash{}, fmt.Errorf("canceled: %w", err)
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) isCanceledServed(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if errors.Is(err, context.Canceled) {
		return hash{}, nil
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// errors replaced in place

func (r *reader) wrappedInPlace(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	if err != nil {
		err = fmt.Errorf("hash: %w", err)
	}
	return value, err
}

func (r *reader) cutInPlace(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-cut\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	if err != nil {
		err = fmt.Errorf("hash: %v", err)
	}
	return value, err
}

// labels and goto

func (r *reader) labelled(ctx context.Context, all [][]*policy.NewtonPolicy) error {
outer:
	for _, group := range all {
		for _, p := range group {
			_, err := p.GetPolicyCodeHash(nil)
			switch {
			case err == nil:
				continue
			case compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature):
				r.gate.RecordLegacy(ctx, feature, r.target)
				continue outer
			default:
				return err
			}
		}
	}
	return nil
}

func (r *reader) labelledBreak(ctx context.Context, all [][]*policy.NewtonPolicy) error {
outer:
	for _, group := range all {
		for _, p := range group {
			_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-serves-legacy\]`
			switch {
			case err == nil:
				continue
			case compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature):
				r.gate.RecordLegacy(ctx, feature, r.target)
				continue outer
			default:
				break outer
			}
		}
	}
	return nil
}

func (r *reader) jumps(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	value, err = r.policy.GetPolicyCodeHash(opts)
	if err == nil {
		goto done
	}
	if !compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature) {
		goto failed
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
failed:
	return hash{}, err
done:
	return value, nil
}

func (r *reader) jumpsWrongly(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	value, err = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-serves-legacy\]`
	if err == nil {
		goto done
	}
	if !compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature) {
		goto done
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
done:
	return value, nil
}

// range over functions

func (r *reader) rangedOver(ctx context.Context, all iter.Seq[*policy.NewtonPolicy]) error {
	for p := range all {
		_, err := p.GetPolicyCodeHash(nil)
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) rangedOverBreak(ctx context.Context, all iter.Seq[*policy.NewtonPolicy]) error {
	for p := range all {
		_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-serves-legacy\]`
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			continue
		}
		if err != nil {
			break
		}
	}
	return nil
}

// an iterator's body gets the error.
func (r *reader) yields(ctx context.Context, all []*policy.NewtonPolicy) iter.Seq2[hash, error] {
	return func(yield func(hash, error) bool) {
		for _, p := range all {
			value, err := p.GetPolicyCodeHash(nil)
			if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
				r.gate.RecordLegacy(ctx, feature, r.target)
				err = nil
			}
			if !yield(value, err) {
				return
			}
		}
	}
}

func (r *reader) yieldsUnclassified(all []*policy.NewtonPolicy) iter.Seq2[hash, error] {
	return func(yield func(hash, error) bool) {
		for _, p := range all {
			value, err := p.GetPolicyCodeHash(nil) // want `\[directcall/escapes\]`
			if !yield(value, err) {
				return
			}
		}
	}
}

// switches

func (r *reader) fallsThrough(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		fallthrough
	case r.gate.IsStrict(ctx, feature):
		return hash{}, err
	default:
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
}

func (r *reader) fallsThroughToLegacy(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, err
	case r.gate.IsStrict(ctx, feature):
		fallthrough
	default:
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
}

func (r *reader) taggedOnMiss(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	switch compat.IsSelectorMiss(err) {
	case false:
		return value, err
	case r.gate.IsStrict(ctx, feature):
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) taggedOnMissInverted(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/false-record\]` `\[dualpath/always-refused\]`
	switch compat.IsSelectorMiss(err) {
	case true:
		return value, err
	case r.gate.IsStrict(ctx, feature):
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) taggedOnMode(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	switch r.mode {
	case "log":
		log.Print(err)
	case "quiet":
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) taggedOnModeServes(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	switch r.mode {
	case "log":
		log.Print(err)
	case "quiet":
		return hash{}, nil
	}
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// comparisons and constants

func (r *reader) equalsTrue(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) == true && r.gate.IsStrict(ctx, feature) == false {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) equalsFalse(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]` `\[dualpath/always-refused\]`
	if compat.IsSelectorMiss(err) == true && r.gate.IsStrict(ctx, feature) == true {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) notNil(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if nil != err && !compat.IsSelectorMiss(err) != true && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

const (
	enabled  = true
	disabled = false
)

func (r *reader) constantOn(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if enabled && compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) constantOff(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	if disabled && compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

// closures that assign to variables of the function around them

func (r *reader) assigned(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	func() {
		value, err = r.policy.GetPolicyCodeHash(opts)
	}()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) assignedUnclassified(opts *bind.CallOpts) (value hash, err error) {
	func() {
		value, err = r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}()
	return value, err
}

func (r *reader) assignedByVariable(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	var (
		value hash
		err   error
	)
	read := func() { value, err = r.policy.GetPolicyCodeHash(opts) }
	read()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) assignedByVariableLater(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	var (
		value hash
		err   error
	)
	read := func() { value, err = r.policy.GetPolicyCodeHash(opts) } // want `\[directcall/unguarded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	read()
	return value, err
}

func (r *reader) shadowed(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	func() {
		value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
		_, _ = value, err
	}()
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) legacyFlag(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	var miss bool
	func() {
		value, err = r.policy.GetPolicyCodeHash(opts)
		miss = compat.IsSelectorMiss(err)
	}()
	if miss && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) legacyFlagInverted(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	var miss bool
	func() {
		value, err = r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/false-record\]` `\[dualpath/always-refused\]`
		miss = !compat.IsSelectorMiss(err)
	}()
	if miss && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}
