// Package complete has dual paths that lack an arm which a suggested fix adds, each beside one where it is not certain what to add.
package complete

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

var errOld = errors.New("policy is too old")

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
	tried  bool
}

// A stranger does not know the address of its contract.
type stranger struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	owner  common.Address
}

func legacy() ([32]byte, error) { return [32]byte{}, nil }

func log(...any) {}

func (r *reader) strictNotAsked(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return legacy()
	}
	return hash, err
}

// strictLater has the question further down, and something in mind.
func (r *reader) strictLater(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-serves-legacy`
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		if r.tried && r.gate.IsStrict(ctx, feature) {
			return hash, err
		}
		return legacy()
	}
	return hash, err
}

func (r *reader) notRecorded(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-recorded`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		return legacy()
	}
	return hash, err
}

// notRecordedAtTheEnd serves legacy behind a switch.
func (r *reader) notRecordedAtTheEnd(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-recorded`
	switch {
	case err == nil:
		return hash, nil
	case !compat.IsSelectorMiss(err):
		return hash, fmt.Errorf("hash: %w", err)
	case r.gate.IsStrict(ctx, feature):
		return hash, errOld
	}
	log("legacy")
	return legacy()
}

// notRecordedAfterIfs serves legacy behind two returns.
func (r *reader) notRecordedAfterIfs(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-recorded`
	if !compat.IsSelectorMiss(err) {
		return hash, err
	}
	if r.gate.IsStrict(ctx, feature) {
		return hash, errOld
	}
	return legacy()
}

// recordedOnOneBranch would be recorded twice.
func (r *reader) recordedOnOneBranch(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-recorded`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		if r.tried {
			r.gate.RecordLegacy(ctx, feature, r.target)
		}
		return legacy()
	}
	return hash, err
}

// targetUnknown would record an address that is not the contract's.
func (s *stranger) targetUnknown(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := s.policy.GetPolicyCodeHash(opts) // want `not-recorded`
	if compat.IsSelectorMiss(err) && !s.gate.IsStrict(ctx, feature) {
		return legacy()
	}
	return hash, err
}

// strictOfStranger needs no address.
func (s *stranger) strictOfStranger(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := s.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
	if compat.IsSelectorMiss(err) {
		s.gate.RecordLegacy(ctx, feature, s.owner)
		return legacy()
	}
	return hash, err
}

// both lacks two arms: each finding has the whole fix.
func (r *reader) both(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked` `not-recorded`
	if compat.IsSelectorMiss(err) {
		log("legacy")
		return legacy()
	}
	return hash, err
}

func (r *reader) everyError(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err != nil {
		return legacy()
	}
	return hash, nil
}

func (r *reader) everyErrorInHeader(ctx context.Context, opts *bind.CallOpts) (name string, number *int, ok bool, _ error) {
	if _, err := r.policy.GetPolicyCodeHash(opts); err != nil { // want `every-error`
		return "legacy", nil, true, nil
	}
	return "new", nil, true, nil
}

func (r *reader) everyErrorInElse(ctx context.Context, opts *bind.CallOpts) (hash [32]byte, err error) {
	hash, err = r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err == nil {
		return hash, nil
	} else {
		return legacy()
	}
}

func (r *reader) everyErrorAtTheEnd(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err == nil {
		return hash, nil
	}
	return legacy()
}

func (r *reader) everyErrorInCase(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	switch hash, err := r.policy.GetPolicyCodeHash(opts); { // want `every-error`
	case err != nil:
		return legacy()
	default:
		return hash, nil
	}
}

// strictFirst asks for the flag before it knows what the error is.
func (r *reader) strictFirst(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	switch {
	case err == nil:
		return hash, nil
	case r.gate.IsStrict(ctx, feature):
		return hash, errOld
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return legacy()
}

// withoutError cannot return one.
func (r *reader) withoutError(ctx context.Context, opts *bind.CallOpts) [32]byte {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err != nil {
		hash, _ = legacy()
		return hash
	}
	return hash
}

// withoutContext cannot ask for the flag.
func (r *reader) withoutContext(opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err != nil {
		return legacy()
	}
	return hash, nil
}

// anotherError is looked at where legacy is served.
func (r *reader) anotherError(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `error-overwritten`
	_, err = r.policy.Owner(opts)
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return legacy()
	}
	return hash, err
}

func (r *reader) swallowed(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `error-swallowed`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return legacy()
	} else if compat.IsSelectorMiss(err) {
		return hash, err
	}
	return hash, nil
}

// swallowedAndMore lacks three arms.
func (r *reader) swallowedAndMore(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	var hash, err = r.policy.GetPolicyCodeHash(opts) // want `error-swallowed` `strict-not-asked` `not-recorded`
	if compat.IsSelectorMiss(err) {
		return legacy()
	}
	return hash, nil
}

func (r *reader) swallowedInNew(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	resolved, err := compat.BackwardCompat[[32]byte]{
		Feature:  feature,
		GraceEnd: "2026-10-01",
		New: func(ctx context.Context) ([32]byte, error) {
			hash, err := r.policy.GetPolicyCodeHash(opts) // want `error-swallowed`
			if err != nil {
				log(err)
			}
			return hash, nil
		},
		Legacy: func(context.Context) ([32]byte, error) { return legacy() },
	}.Resolve(ctx, r.gate)
	return resolved.Value, err
}

func (r *reader) byText(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if err != nil && strings.Contains(strings.ToLower(err.Error()), "execution reverted") {
		return legacy()
	}
	return hash, err
}

func (r *reader) byEitherText(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if err != nil {
		if strings.Contains(err.Error(), "reverted") || err.Error() == "vm execution error" {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return legacy()
		}
		return [32]byte{}, err
	}
	return hash, nil
}

func (r *reader) byNoCode(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if errors.Is(err, bind.ErrNoCode) && !r.gate.IsStrict(ctx, feature) {
		return legacy()
	}
	if err != nil {
		return [32]byte{}, err
	}
	return hash, nil
}

// byTextOfVariable would leave a variable that nothing uses.
func (r *reader) byTextOfVariable(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if err != nil {
		text := err.Error()
		if strings.Contains(text, "reverted") {
			return legacy()
		}
	}
	return hash, err
}

// byTextAndMore asks for something else as well.
func (r *reader) byTextAndMore(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if err != nil && (r.tried || strings.Contains(err.Error(), "reverted")) {
		return legacy()
	}
	return hash, err
}

// byTextSwallows loses what is no miss.
func (r *reader) byTextSwallows(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if err != nil && strings.Contains(err.Error(), "reverted") {
		return legacy()
	}
	return hash, nil
}
