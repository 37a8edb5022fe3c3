// Package places has ignores in all the places where one may stand, with something to stop and without.
package places

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/settlement"
	"github.com/compatlint/compatlint/compat"
)

type hash = [32]byte

func above(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason
	return p.GetPolicyCodeHash(nil)
}

func aboveOther(p *policy.NewtonPolicy) (common.Address, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `^//compat:ignore policy_code_hash stops no finding: remove it \[staleguard/unused-ignore\]$`
	return p.Owner(nil)
}

func onLine(p *policy.NewtonPolicy) (hash, error) {
	return p.GetPolicyCodeHash(nil) //compat:ignore policy_code_hash until=2026-09-20 -- a reason
}

func onOtherLine(p *policy.NewtonPolicy) (common.Address, error) {
	return p.Owner(nil) //compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
}

func tooFar(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`

	return p.GetPolicyCodeHash(nil)
}

func below(p *policy.NewtonPolicy) (hash, error) {
	return p.GetPolicyCodeHash(nil)
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
}

// onFunction is covered from its doc comment.
//
//compat:ignore policy_code_hash until=2026-09-20 -- a reason
func onFunction(p *policy.NewtonPolicy) (hash, error) {
	if _, err := p.Owner(nil); err != nil {
		return hash{}, err
	}
	return p.GetPolicyCodeHash(nil)
}

// onOtherFunction has nothing to cover.
//
//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
func onOtherFunction(p *policy.NewtonPolicy) (common.Address, error) {
	return p.Owner(nil)
}

// twice has one more than it needs: the nearer one stops the finding.
//
//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
func twice(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason
	return p.GetPolicyCodeHash(nil)
}

//compat:ignore policy_code_hash until=2026-09-20 -- a reason
var read = (*policy.NewtonPolicy).GetPolicyCodeHash

//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
var owner = (*policy.NewtonPolicy).Owner

//compat:ignore policy_code_hash until=2026-09-20 -- a type has no statements // want `\[staleguard/unused-ignore\]$`
type reader struct{ policy *policy.NewtonPolicy }

// What is guarded, or cannot run, needs no ignore.

func gated(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (hash, error) {
	if !gate.IsStrict(ctx, "policy_code_hash") {
		return hash{}, nil
	}
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
	return p.GetPolicyCodeHash(nil)
}

func gatedByOther(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) (hash, error) {
	if !gate.IsStrict(ctx, "policy_metadata") {
		return hash{}, nil
	}
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason
	return p.GetPolicyCodeHash(nil)
}

func cannotRun(p *policy.NewtonPolicy) (hash, error) {
	if false {
		//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `\[staleguard/unused-ignore\]$`
		return p.GetPolicyCodeHash(nil)
	}
	return hash{}, nil
}

// States other than grace and planned.

func strict(s *settlement.Settlement) (uint64, error) {
	//compat:ignore settlement_epoch until=2026-09-20 -- bare uses are allowed by now // want `^//compat:ignore settlement_epoch stops no finding: remove it \[staleguard/unused-ignore\]$`
	return s.Epoch(nil)
}

func retired(s *settlement.Settlement) (uint64, error) {
	//compat:ignore settlement_round until=2026-09-20 -- featurekey says that the feature is retired
	return s.Epoch(nil)
}

func planned(p *policy.NewtonPolicy) error {
	//compat:ignore policy_quota until=2026-09-20 -- a reason
	_, err := p.Quota(nil, common.Address{})
	return err
}

func warned(s *settlement.Settlement, opts *bind.TransactOpts) error {
	//compat:ignore settlement_prune until=2026-09-20 -- a warning is stopped too
	_, err := s.Prune(opts)
	return err
}

// Lists.

func listEnded(p *policy.NewtonPolicy) (common.Address, error) {
	//compat:ignore policy_metadata,policy_code_hash until=2026-09-01 -- a reason // want `^//compat:ignore policy_metadata ended on 2026-09-01: .*\[staleguard/expired-ignore\]$`
	return p.Owner(nil)
}

func twoEnds(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 until=2026-09-21 -- a reason // want `^//compat:ignore has two ends: keep one until= \[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(nil)
}

func noCommas(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash policy_metadata until=2026-09-20 -- a reason // want `^//compat:ignore: separate features with commas: .*\[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(nil)
}

func nothingAtAll(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore // want `^//compat:ignore has no reason: .*\[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(nil)
}

func spaced(p *policy.NewtonPolicy) (hash, error) {
	// compat:ignore policy_code_hash until=2026-09-20 -- featurekey says that this is no directive
	return p.GetPolicyCodeHash(nil)
}
