// Package values takes a binding's methods as values and expressions, and calls them in every kind of statement.
package values

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
)

type read = func(*bind.CallOpts) ([32]byte, error)

// Value is reported where the method is taken; the call of the variable is another function's business.
func Value(p *policy.NewtonPolicy) read {
	return p.GetPolicyCodeHash // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// ValueOfOther takes a method that is not registered, and one of another contract.
func ValueOfOther(p *policy.NewtonPolicy, o *oracle.Oracle) []any {
	return []any{p.Owner, o.GetPolicyCodeHash}
}

// Parenthesized is the same value.
func Parenthesized(p *policy.NewtonPolicy) read {
	return (p.GetPolicyCodeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Expression has the receiver as its first parameter.
func Expression() func(*policy.NewtonPolicyCaller, *bind.CallOpts) ([32]byte, error) {
	return (*policy.NewtonPolicyCaller).GetPolicyCodeHash // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// ExpressionCalled is one use, at the call.
func ExpressionCalled(p *policy.NewtonPolicyCaller, opts *bind.CallOpts) ([32]byte, error) {
	return (*policy.NewtonPolicyCaller).GetPolicyCodeHash(p, opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Promoted method expressions name the embedding type.
func Promoted(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return (*policy.NewtonPolicy).GetPolicyCodeHash(p, opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Stored values escape.
var stored map[string]read

func Store(p *policy.NewtonPolicy) {
	stored["hash"] = p.GetPolicyCodeHash // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Argument hands the method to somebody.
func Argument(p *policy.NewtonPolicy) {
	run(p.GetPolicyCodeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func run(r read) { _, _ = r(nil) }

// Statements that need no result.
func Statements(p *policy.NewtonPolicy, opts *bind.CallOpts) {
	p.GetPolicyCodeHash(opts)       // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	go p.GetPolicyCodeHash(opts)    // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	defer p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	p.Owner(opts)
	go p.Owner(opts)
	defer p.Owner(opts)
}

// Two uses on one line are two findings, and one used twice is two as well.
func Two(p *policy.NewtonPolicy, opts *bind.CallOpts) [3]error {
	return [3]error{fails(p.GetPolicyCodeHash(opts)), fails(p.PolicyCodeHash(opts)), fails(p.PolicyCodeHash(opts))} // want `^NewtonPolicy\.getPolicyCodeHash\(\)` `^NewtonPolicy\.policyCodeHash\(\)` `^NewtonPolicy\.policyCodeHash\(\)`
}

func fails(_ [32]byte, err error) error { return err }

// Nested calls have a use as an argument of another.
func Nested(p *policy.NewtonPolicy, opts *bind.CallOpts) {
	pair(p.GetPolicyCodeHash(opts)) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func pair([32]byte, error) {}

// Package-level function literals have no enclosing function.
var readers = []func(*policy.NewtonPolicy, *bind.CallOpts) ([32]byte, error){
	func(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
		return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\) .*, and the closure around it runs where nothing sees its error: .* \[directcall/escapes\]$`
	},
}

var instance, _ = policy.NewNewtonPolicy([20]byte{}, nil)

// A package variable may be initialised by a call.
var hash, _ = instance.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

// Assertions that the method exists send nothing.
var _ = instance.GetPolicyCodeHash

var _ = (*policy.NewtonPolicyCaller).GetPolicyCodeHash

var _ = oracle.OracleMetaData

func assertion(p *policy.NewtonPolicy) {
	_ = p.GetPolicyCodeHash
	_, _ = p.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

var _, _ = readers, assertion

// Unreachable code is not judged.
func Unreachable(p *policy.NewtonPolicy, opts *bind.CallOpts) error {
	if false {
		_, err := p.GetPolicyCodeHash(opts)
		return err
	}
	const debug = false
	if debug {
		_, err := p.GetPolicyCodeHash(opts)
		return err
	}
	for false {
		p.GetPolicyCodeHash(opts)
	}
	if true {
		return nil
	}
	_, err := p.GetPolicyCodeHash(opts)
	return err
}

// Dead follows a return, or a call that never returns.
func Dead(p *policy.NewtonPolicy, opts *bind.CallOpts) error {
	return nil
	_, err := p.GetPolicyCodeHash(opts)
	return err
}

func Panics(p *policy.NewtonPolicy, opts *bind.CallOpts) error {
	panic("no policy")
	_, err := p.GetPolicyCodeHash(opts)
	return err
}

// Reachable differs from Unreachable in a token.
func Reachable(p *policy.NewtonPolicy, opts *bind.CallOpts) error {
	if true {
		_, err := p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
		return err
	}
	return nil
}
