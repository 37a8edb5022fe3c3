// Package duty moves the duty to guard to callers.
package duty

import (
	"context"
	"fmt"
	"log"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/policyv2"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
}

//compat:requires policy_code_hash
func (r *reader) fetch(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if err != nil {
		return hash{}, fmt.Errorf("hash: %w", err)
	}
	return value, nil
}

//compat:requires policy_code_hash,policy_metadata
func (r *reader) fetchBoth(opts *bind.CallOpts) (string, error) {
	if _, err := r.policy.GetPolicyCodeHash(opts); err != nil {
		return "", err
	}
	return r.policy.GetMetadataCid(opts)
}

//compat:requires policy_metadata
func (r *reader) fetchOther(opts *bind.CallOpts) (hash, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

//compat:requires policy_code_hash
func (r *reader) hides(opts *bind.CallOpts) hash {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^//compat:requires policy_code_hash on reader\.hides cannot be honoured: the function does not return the error of .*\[dualpath/duty-hidden\]`
	if err != nil {
		log.Print(err)
	}
	return value
}

//compat:requires policy_code_hash
func (r *reader) swallows(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/duty-hidden\]`
	if err != nil {
		return hash{}, nil
	}
	return value, nil
}

//compat:requires policy_code_hash
func (r *reader) cuts(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/duty-hidden\]`
	if err != nil {
		return hash{}, fmt.Errorf("hash: %v", err)
	}
	return value, nil
}

//compat:requires policy_code_hash
func (r *reader) guardsItself(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	return value, err
}

//compat:requires policy_code_hash
func (r *reader) inClosure(opts *bind.CallOpts) (hash, error) {
	read := func() (hash, error) { return r.policy.GetPolicyCodeHash(opts) }
	return read()
}

//compat:requires policy_code_hash
func (r *reader) calldata() ([]byte, error) {
	return policyv2.NewNewtonPolicy().TryPackGetPolicyCodeHash()
}

//compat:requires policy_code_hash
func init() {
	var r reader
	if _, err := r.policy.GetPolicyCodeHash(nil); err != nil { // want `on init moves the duty to nobody, .*\[dualpath/duty-without-callers\]`
		log.Fatal(err)
	}
}

func (r *reader) callsUnguarded(opts *bind.CallOpts) (hash, error) {
	return r.fetch(opts) // want `^reader\.fetch \(feature "policy_code_hash", .*\) calls functions that may be missing on deployed contracts: .*, or annotate reader\.callsUnguarded with //compat:requires policy_code_hash \[directcall/unguarded\]`
}

//compat:requires policy_code_hash
func (r *reader) callsAndMoves(opts *bind.CallOpts) (hash, error) { return r.fetch(opts) }

func (r *reader) callsGuarded(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.callsAndMoves(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	return value, err
}

func (r *reader) callsWithWrongGuard(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.callsAndMoves(opts) // want `\[dualpath/strict-not-asked\]`
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return value, nil
	}
	return value, err
}

func (r *reader) callsInWrapper(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{
		Feature: feature, GraceEnd: "2026-10-01",
		New:    func(ctx context.Context) (hash, error) { return r.fetch(&bind.CallOpts{Context: ctx}) },
		Legacy: func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(ctx, r.gate)
}

func (r *reader) callsBoth(opts *bind.CallOpts) (string, error) {
	return r.fetchBoth(opts) // want `feature "policy_code_hash".*\[directcall/unguarded\]` `feature "policy_metadata".*\[directcall/unguarded\]`
}

// A source promises what its implementations need.
type source interface {
	//compat:requires policy_code_hash
	fetch(*bind.CallOpts) (hash, error)
}

func throughInterface(s source) (hash, error) {
	return s.fetch(nil) // want `\[directcall/unguarded\]`
}

func asValue(r *reader) func(*bind.CallOpts) (hash, error) {
	return r.fetch // want `\[directcall/unguarded\]`
}
