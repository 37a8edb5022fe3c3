// Package helpers holds what the registry's guards name besides the runtime: a service's own flag, classifier, telemetry and wrapper.
package helpers

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

// IsStrict reads the flag of a feature and may fail.
func IsStrict(ctx context.Context, feature string) (bool, error) { return false, ctx.Err() }

// MustBeStrict reads the flag of a feature and has an answer always.
func MustBeStrict(feature compat.Feature) bool { return feature == "" }

// IsSelectorMiss classifies the error of a call.
func IsSelectorMiss(err error) bool { return compat.IsSelectorMiss(err) }

// Legacy records a detection.
func Legacy(feature string, target common.Address) {}

// Retry returns the error of run.
func Retry(run func() error) error { return run() }

// Compat is a wrapper of the service's own.
type Compat struct {
	Name    string
	Current func() error
	Old     func() error
}

// Run runs Current, and Old where that is missing.
func (c Compat) Run() error { return c.Current() }

// A Version knows what a deployed policy can do.
type Version struct{ code bool }

// HasCodeHash reports whether the feature's selectors are there.
func (v *Version) HasCodeHash() bool { return v.code }

// A ReaderV15 is built for policies of version 15 only: the registry exempts it.
type ReaderV15 struct{ Policy *policy.NewtonPolicy }

// CodeHash calls without a guard, which the exemption allows.
func (r *ReaderV15) CodeHash(opts *bind.CallOpts) ([32]byte, error) {
	return r.Policy.GetPolicyCodeHash(opts)
}
