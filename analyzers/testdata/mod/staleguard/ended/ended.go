// Package ended is analysed when the window of the feature has closed: the earlier of the two dates counts.
package ended

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/verifier"
)

func hash(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	//compat:ignore policy_code_hash until=2026-12-31 -- too late // want `^//compat:ignore policy_code_hash ended on 2026-10-01 with the grace window of the feature: guard the use, or remove the comment \[staleguard/expired-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func hashEarlier(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- its own end came first // want `^//compat:ignore policy_code_hash ended on 2026-09-20: guard the use, or remove the comment \[staleguard/expired-ignore\]$`
	return p.GetPolicyCodeHash(opts)
}

func open(v *verifier.Verifier, opts *bind.CallOpts) (bool, error) {
	//compat:ignore verifier_data until=2026-12-31 -- that window is open until 2026-11-15
	return v.IsCursed0(opts, [16]byte{})
}
