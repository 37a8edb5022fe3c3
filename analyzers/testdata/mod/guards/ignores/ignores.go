// Package ignores stops findings with //compat:ignore.
package ignores

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

type hash = [32]byte

func aboveStatement(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
	return p.GetPolicyCodeHash(opts)
}

func onLine(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	return p.GetPolicyCodeHash(opts) //compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
}

func oneStatementOnly(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
	if _, err := p.GetPolicyCodeHash(opts); err != nil {
		return p.PolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return p.PolicyCodeHash(opts) // the first has succeeded, so that this one is there too
}

// wholeFunction does not need one on each line.
//
//compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
func wholeFunction(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	if _, err := p.GetPolicyCodeHash(opts); err != nil {
		return p.PolicyCodeHash(opts)
	}
	return func() (hash, error) { return p.PolicyCodeHash(opts) }()
}

func manyLines(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash,policy_metadata until=2026-09-20 -- the last client upgrades that week
	return p.GetPolicyCodeHash(
		&bind.CallOpts{
			Pending: true,
		},
	)
}

func expired(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-01 -- today is the first day without
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func otherFeature(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_metadata until=2026-09-20 -- that is another one
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func withoutReason(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func withoutEnd(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash -- for ever
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func wrongGuard(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- the last client upgrades that week
	value, err := p.GetPolicyCodeHash(opts)
	if err != nil {
		return hash{}, nil
	}
	return value, nil
}

func emptyLineBetween(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- too far away

	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

//compat:ignore policy_code_hash until=2026-09-20 -- a declaration is a statement
var read = (*policy.NewtonPolicy).GetPolicyCodeHash

var readAgain = (*policy.NewtonPolicy).GetPolicyCodeHash // want `\[directcall/unguarded\]`

var _, _ = read, readAgain
