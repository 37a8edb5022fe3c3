// Package unusedstandalone imports the bindings of a contract and uses nothing of a feature whose window has ended.
package unusedstandalone

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
)

// Owner is what every version has.
func Owner(p *policy.NewtonPolicy, opts *bind.CallOpts) (common.Address, error) { return p.Owner(opts) }
