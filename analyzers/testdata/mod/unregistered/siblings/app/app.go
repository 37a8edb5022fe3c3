// Package app uses features whose contracts have siblings.
package app

import (
	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/settlement"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

func listed(p *policy.NewtonPolicy, opts *bind.CallOpts) {
	_, _ = p.GetPolicyCodeHash(opts)
}

func leftOut(p *policy.NewtonPolicy, opts *bind.CallOpts) {
	_, _ = p.Quota(opts, common.Address{}) // want `^feature "policy_quota" lists contract NewtonPolicy but not its sibling NewtonPolicyDest, which has to carry the same selectors: add NewtonPolicyDest to its contracts in the registry \[unregistered/sibling\]$`
	_, _ = p.Quota(opts, common.Address{}) // said once in a package
}

func lacks(s *settlement.Settlement, opts *bind.CallOpts) {
	_, _ = s.Epoch(opts) // want `^feature "settlement_epoch" lists contract Settlement but not its sibling` `^contract NewtonPolicyDest has no epoch\(\) \(0x900cf0cf\), which feature "settlement_epoch" requires of its sibling Settlement: add it to NewtonPolicyDest, .*\[unregistered/sibling\]$`
}

func strict(s *settlement.Settlement, opts *bind.CallOpts) {
	_, _ = s.Round(opts)
}
