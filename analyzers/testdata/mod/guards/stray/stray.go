// Package stray has directives that stand on functions, and directives that stand on nothing.
package stray

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

type hash = [32]byte

//compat:requires policy_code_hash
func attached(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	return p.GetPolicyCodeHash(opts)
}

//compat:requires policy_code_hash -- // want `^//compat:requires stands on no function and does nothing: put it into the doc comment of .*\[staleguard/stray-directive\]$`

func detached(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func inside(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	//compat:requires policy_code_hash -- // want `\[staleguard/stray-directive\]$`
	return p.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

//compat:guard selector-miss
func isMiss(err error) bool { return compat.IsSelectorMiss(err) }

// A variable is no function, and may be assigned to.
//
//compat:guard selector-miss -- // want `^//compat:guard stands on no function .*\[staleguard/stray-directive\]$`
var isMissToo = func(err error) bool { return compat.IsSelectorMiss(err) }

type source interface {
	//compat:requires policy_code_hash
	above() (hash, error)
	beside() (hash, error) //compat:requires policy_code_hash

	//compat:requires policy_code_hash -- // want `\[staleguard/stray-directive\]$`

	below() (hash, error)
}

// A field of a func type is named under guards, or held by an interface.
type holder struct {
	//compat:passthrough -- // want `\[staleguard/stray-directive\]$`
	retry func(func() error) error
}
