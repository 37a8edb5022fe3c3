// Package ignores has ignores that stop a finding, and ignores that do not.
package ignores

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
)

type hash = [32]byte

func used(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
	return p.GetPolicyCodeHash(opts)
}

func lastDay(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-02 -- until is the first day without
	return p.GetPolicyCodeHash(opts)
}

func ended(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-01 -- over // want `^//compat:ignore policy_code_hash ended on 2026-09-01: guard the use, or remove the comment \[staleguard/expired-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func unused(p *policy.NewtonPolicy, opts *bind.CallOpts) (common.Address, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- nothing to stop // want `^//compat:ignore policy_code_hash stops no finding: remove it \[staleguard/unused-ignore\]$`
	return p.Owner(opts)
}

func otherFeature(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_metadata,policy_quota until=2026-09-20 -- the wrong ones // want `^//compat:ignore policy_metadata,policy_quota stops no finding: remove it \[staleguard/unused-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func oneOfTwo(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_metadata,policy_code_hash until=2026-09-20 -- one of them would do // want `^//compat:ignore policy_metadata stops no finding: remove it \[staleguard/unused-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func unknown(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_codehash until=2026-09-20 -- featurekey names the mistake
	return p.GetPolicyCodeHash(opts)
}

func noReason(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 // want `^//compat:ignore has no reason: write .*\[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func noEnd(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash -- for ever // want `^//compat:ignore has no end: write .*\[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func noDate(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=soon -- a reason // want `^//compat:ignore: .*\[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func noFeature(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore until=2026-09-20 -- a reason // want `^//compat:ignore names no feature: .*\[staleguard/malformed-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

//compat:requires policy_code_hash
func otherDirective(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	return p.GetPolicyCodeHash(opts)
}
