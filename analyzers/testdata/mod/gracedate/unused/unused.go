// Package unused imports the bindings of a contract and uses nothing of a feature whose window has ended.
package unused

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy" // want `^the grace window of feature "policy_code_hash" ended .*\[gracedate/expired\]$` `^the grace window of feature "policy_metadata" ended .*\(NEWT-1002\) \[gracedate/expired\]$` `feature "policy_quota"`
)

// Owner is what every version has.
func Owner(p *policy.NewtonPolicy, opts *bind.CallOpts) (common.Address, error) { return p.Owner(opts) }
