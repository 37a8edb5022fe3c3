// Package guards is analysed on the first day after the windows of policy_code_hash, policy_metadata and policy_quota. It has every kind of
// guard and use of them, and the same of features whose windows are open.
package guards

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/policyv2"
	"example.com/lint/bindings/settlement"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

type hash = [32]byte

type service struct {
	policy     *policy.NewtonPolicy
	settlement *settlement.Settlement
	gate       *compat.Gate
	flags      compat.Strictness
	records    compat.Recorder
	prober     compat.Prober
	target     common.Address
}

func (s *service) reads(ctx context.Context) {
	s.gate.IsStrict(ctx, "policy_code_hash") // want `^s\.gate\.IsStrict: the grace window of feature "policy_code_hash" ended on 2026-10-01 .*\[gracedate/expired\]$`
	s.gate.IsStrict(ctx, "verifier_data")
	_, _ = s.flags.IsStrict(ctx, 1, "policy_code_hash") // want `^s\.flags\.IsStrict: the grace window .*\[gracedate/expired\]$`
	_, _ = s.flags.IsStrict(ctx, 1, "verifier_data")
	_, _ = helpers.IsStrict(ctx, "policy_code_hash") // want `^helpers\.IsStrict: the grace window .*\[gracedate/expired\]$`
	_, _ = helpers.IsStrict(ctx, "verifier_data")
	s.gate.RecordLegacy(ctx, "policy_code_hash", s.target) // want `^s\.gate\.RecordLegacy: the grace window .*\[gracedate/expired\]$`
	s.gate.RecordLegacy(ctx, "verifier_data", s.target)
	s.records.LegacyDetected(ctx, 1, "policy_code_hash", s.target) // want `^s\.records\.LegacyDetected: the grace window .*\[gracedate/expired\]$`
	s.records.LegacyDetected(ctx, 1, "verifier_data", s.target)
	helpers.Legacy("policy_code_hash", s.target) // want `^helpers\.Legacy: the grace window .*\[gracedate/expired\]$`
	helpers.Legacy("verifier_data", s.target)
	_, _ = s.prober.Supports(ctx, "policy_code_hash", s.target) // want `^s\.prober\.Supports: the grace window .*\[gracedate/expired\]$`
	_, _ = s.prober.Supports(ctx, "verifier_data", s.target)

	s.gate.IsStrict(ctx, "policy_quota")     // want `^s\.gate\.IsStrict: .* "policy_quota" ended .*\[gracedate/expired\]$`
	s.gate.IsStrict(ctx, "task_respond")     // lockstep: there is no window
	s.gate.IsStrict(ctx, "settlement_epoch") // strict
	s.gate.IsStrict(ctx, "policy_codehash")  // unknown
}

//compat:guard supports policy_code_hash -- // want `^//compat:guard: the grace window of feature "policy_code_hash" .*\[gracedate/expired\]$`
func (s *service) hasHash(ctx context.Context) (bool, error) {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\): the grace window .*\[gracedate/expired\]$`
	if compat.IsSelectorMiss(err) {
		return false, nil
	}
	return err == nil, err
}

//compat:guard supports settlement_batch
func (s *service) hasBatch() (bool, error) { return true, nil }

func (s *service) probed(ctx context.Context) (hash, error) {
	if ok, err := s.hasBatch(); err != nil || !ok {
		return hash{}, err
	}
	if ok, err := s.hasHash(ctx); err != nil || !ok { // want `^s\.hasHash: the grace window .*\[gracedate/expired\]$`
		return hash{}, err
	}
	return s.policy.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\): .*\[gracedate/expired\]$`
}

func (s *service) dual(ctx context.Context) (hash, error) {
	value, err := s.policy.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\): .*\[gracedate/expired\]$`
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err) || s.gate.IsStrict(ctx, "policy_code_hash"): // want `^s\.gate\.IsStrict: .*\[gracedate/expired\]$`
		return hash{}, err
	}
	s.gate.RecordLegacy(ctx, "policy_code_hash", s.target) // want `^s\.gate\.RecordLegacy: .*\[gracedate/expired\]$`
	return hash{}, nil
}

//compat:requires policy_code_hash,verifier_data,policy_metadata -- // want `^//compat:requires: .* "policy_code_hash"` `^//compat:requires: .* "policy_metadata"`
func (s *service) fetch() (hash, error) {
	return s.policy.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\): .*\[gracedate/expired\]$`
}

//compat:requires settlement_batch
func (s *service) commit(opts *bind.TransactOpts) error {
	_, err := s.settlement.CommitBatch(opts, nil, [4]byte{})
	return err
}

func (s *service) duty() (hash, error) {
	return s.fetch() // want `^service\.fetch: .* "policy_code_hash" ended` `^service\.fetch: .* "policy_metadata" ended`
}

func (s *service) bare() (hash, error) {
	return s.policy.PolicyCodeHash(nil) // want `^NewtonPolicy\.policyCodeHash\(\): .*\[gracedate/expired\]$`
}

func (s *service) packed(p *policyv2.NewtonPolicy) [][]byte {
	return [][]byte{
		p.PackGetPolicyCodeHash(),     // want `\[gracedate/expired\]$`
		common.FromHex("0xe998a088"),  // want `\[gracedate/expired\]$`
		p.PackOwner(),                 // every version has it
		common.FromHex("0x8da5cb5b"),  // owner()
		{0xe9, 0x98, 0xa0, 0x88},      // want `\[gracedate/expired\]$`
		{0xe9, 0x98, 0xa0, 0x89},      // one bit off
		[]byte("getPolicyCodeHash()"), // no selector yet
	}
}

//compat:ignore policy_code_hash until=2026-12-31 -- the window's end comes first
func (s *service) ignored() (hash, error) {
	return s.policy.GetPolicyCodeHash(nil) // want `\[gracedate/expired\]$`
}

func (s *service) cannotRun() (hash, error) {
	return hash{}, nil
	return s.policy.GetPolicyCodeHash(nil)
}

var _ = (*policy.NewtonPolicy).GetPolicyCodeHash // a check at compile time

// own is a wrapper of the service's own, which has no date.
func (s *service) own() {
	_ = helpers.Compat{Name: "policy_code_hash", Current: s.nothing, Old: s.nothing} // want `: the grace window of feature "policy_code_hash" ended .*\[gracedate/expired\]$`
	_ = helpers.Compat{Name: "verifier_data", Current: s.nothing, Old: s.nothing}
}

func (s *service) nothing() error { return nil }
