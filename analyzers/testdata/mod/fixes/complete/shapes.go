package complete

import (
	"context"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

type list[T any] struct{ items []T }

// zeroValues has a result of every kind.
func zeroValues[T any](ctx context.Context, r *reader, opts *bind.CallOpts) (
	T, list[T], time.Duration, bool, *list[T], []T, map[string]T, any, common.Address, [2]list[T], error,
) {
	var zero T
	if _, err := r.policy.GetPolicyCodeHash(opts); err != nil { // want `every-error`
		return zero, list[T]{}, 0, false, nil, nil, nil, nil, common.Address{}, [2]list[T]{}, nil
	}
	return zero, list[T]{}, 1, true, nil, nil, nil, nil, common.Address{}, [2]list[T]{}, nil
}

// hiddenType has a result whose type another variable hides.
func (r *reader) hiddenType(ctx context.Context, opts *bind.CallOpts, time int) (time.Time, error) {
	if _, err := r.policy.GetPolicyCodeHash(opts); err != nil { // want `every-error`
		return r.now()
	}
	return r.now()
}

func (r *reader) now() (time.Time, error) { return time.Time{}, nil }

// inLoop has the use in the loop as well.
func (r *reader) inLoop(ctx context.Context, opts *bind.CallOpts) (hashes [][32]byte, err error) {
	for range 3 {
		hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
		if err == nil {
			hashes = append(hashes, hash)
			continue
		}
		if !compat.IsSelectorMiss(err) {
			return nil, err
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	return hashes, nil
}

// loopAfter looks at the error again and again.
func (r *reader) loopAfter(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
	for range 3 {
		if compat.IsSelectorMiss(err) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return legacy()
		}
	}
	return hash, err
}

func (r *reader) inClause(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
	switch {
	case err == nil:
		return hash, nil
	case compat.IsSelectorMiss(err):
		r.gate.RecordLegacy(ctx, feature, r.target)
		return legacy()
	default:
		return hash, err
	}
}

// fallsThrough reaches legacy from two clauses.
func (r *reader) fallsThrough(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
	switch {
	case err == nil:
		return hash, nil
	case !compat.IsSelectorMiss(err):
		return hash, err
	case r.tried:
		fallthrough
	case compat.IsSelectorMiss(err):
		r.gate.RecordLegacy(ctx, feature, r.target)
		return legacy()
	}
	return hash, err
}

// inDefault serves legacy where no clause before it holds.
func (r *reader) inDefault(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `strict-not-asked`
	switch {
	case err == nil:
		return hash, nil
	case !compat.IsSelectorMiss(err):
		return hash, err
	default:
		r.gate.RecordLegacy(ctx, feature, r.target)
		return legacy()
	}
}

// otherFeature asks about another feature on the way.
func (r *reader) otherFeature(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	if r.gate.IsStrict(ctx, "policy_metadata") {
		r.tried = true
	}
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err != nil {
		return legacy()
	}
	return hash, nil
}

var _ = zeroValues[int]
