// Package ended is analysed on the first day after the window of policy_code_hash, and later: everything that has to do with the feature
// has to go.
package ended

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy" // want `^the grace window of feature "policy_metadata" ended .* nothing uses it here` `^the grace window of feature "policy_quota" ended .* nothing uses it here`
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	policy  *policy.NewtonPolicy
	gate    *compat.Gate
	version *helpers.Version
	target  common.Address
}

func (r *reader) wrapped(ctx context.Context) (compat.Resolved[hash], error) {
	return compat.BackwardCompat[hash]{ // want `^compat\.BackwardCompat: the grace window of feature "policy_code_hash" ended on 2026-10-01 \(UTC\): remove the legacy branch and set state: strict, or extend the window in the registry \(NEWT-1001, @avs-team\) \[gracedate/expired\]$`
		Feature: feature, GraceEnd: "2026-10-01",
		New:    func(context.Context) (hash, error) { return r.policy.GetPolicyCodeHash(nil) }, // want `^NewtonPolicy\.getPolicyCodeHash\(\): the grace window .*\[gracedate/expired\]$`
		Legacy: func(context.Context) (hash, error) { return hash{}, nil },
	}.Resolve(ctx, r.gate)
}

func (r *reader) gated(ctx context.Context) (hash, error) {
	if r.gate.IsStrict(ctx, feature) { // want `^r\.gate\.IsStrict: the grace window of feature "policy_code_hash" .*\[gracedate/expired\]$`
		return r.policy.GetPolicyCodeHash(nil) // want `\[gracedate/expired\]$`
	}
	r.gate.RecordLegacy(ctx, feature, r.target) // want `^r\.gate\.RecordLegacy: the grace window .*\[gracedate/expired\]$`
	return hash{}, nil
}

func (r *reader) sibling() (hash, error) {
	if _, err := r.policy.GetPolicyCodeHash(nil); err != nil { // want `\[gracedate/expired\]$`
		return hash{}, err
	}
	return r.policy.PolicyCodeHash(nil) // want `\[gracedate/expired\]$`
}

//compat:requires policy_code_hash -- until then // want `^//compat:requires: the grace window .*\[gracedate/expired\]$`
func (r *reader) fetch(opts *bind.CallOpts) (hash, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `\[gracedate/expired\]$`
}

func (r *reader) ignored(opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2030-01-01 -- the feature's own end comes first
	return r.policy.GetPolicyCodeHash(opts) // want `\[gracedate/expired\]$`
}

func (r *reader) neverRuns(opts *bind.CallOpts) (hash, error) {
	if false {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return hash{}, nil
}

func (r *reader) unnamedSupport() bool { return r.version.HasCodeHash() } // want `^r\.version\.HasCodeHash: the grace window .*\[gracedate/expired\]$`

// settlement_batch has six weeks left.
func (r *reader) open(ctx context.Context) bool { return r.gate.IsStrict(ctx, "settlement_batch") }
