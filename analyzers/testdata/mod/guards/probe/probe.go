// Package probe has functions that tell whether a contract has a feature's selectors.
package probe

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

//compat:guard supports policy_code_hash
func Supports(ctx context.Context, p *policy.NewtonPolicy) (bool, error) {
	_, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) {
		return false, nil
	}
	return err == nil, err
}

//compat:guard supports policy_code_hash
func SupportsBool(p *policy.NewtonPolicy) bool {
	_, err := p.GetPolicyCodeHash(nil)
	return !compat.IsSelectorMiss(err)
}

//compat:guard supports policy_code_hash
func SupportsNamed(p *policy.NewtonPolicy) (ok bool, err error) {
	if _, err = p.GetPolicyCodeHash(nil); err == nil {
		ok = true
		return
	}
	if compat.IsSelectorMiss(err) {
		return false, nil
	}
	return
}

//compat:guard supports policy_code_hash
func everyErrorIsNo(p *policy.NewtonPolicy) bool {
	_, err := p.GetPolicyCodeHash(nil) // want `^//compat:guard supports policy_code_hash on everyErrorIsNo is contradicted by its body: .*\[dualpath/probe-wrong\]`
	return err == nil
}

//compat:guard supports policy_code_hash
func inverted(p *policy.NewtonPolicy) bool {
	_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/probe-wrong\]`
	return compat.IsSelectorMiss(err)
}

//compat:guard supports policy_code_hash
func missIsError(p *policy.NewtonPolicy) (bool, error) {
	_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/probe-wrong\]`
	return err == nil, err
}

//compat:guard supports policy_code_hash
func errorIsLost(p *policy.NewtonPolicy) (bool, error) {
	_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/probe-wrong\]`
	if compat.IsSelectorMiss(err) {
		return false, nil
	}
	return err == nil, nil
}

//compat:guard supports policy_metadata
func ofOther(p *policy.NewtonPolicy) bool {
	_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-not-asked\]` `\[dualpath/not-recorded\]`
	return !compat.IsSelectorMiss(err)
}

// noDirective is a probe that says nothing of it.
func noDirective(p *policy.NewtonPolicy) (bool, error) {
	_, err := p.GetPolicyCodeHash(nil) // want `\[dualpath/strict-not-asked\]` `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) {
		return false, nil
	}
	return err == nil, err
}

func uses(ctx context.Context, p *policy.NewtonPolicy) ([32]byte, error) {
	ok, err := Supports(ctx, p)
	if err != nil || !ok {
		return [32]byte{}, err
	}
	return p.GetPolicyCodeHash(nil)
}

func usesBool(p *policy.NewtonPolicy) ([32]byte, error) {
	if SupportsBool(p) {
		return p.PolicyCodeHash(nil)
	}
	return [32]byte{}, nil
}

func usesNot(p *policy.NewtonPolicy) ([32]byte, error) {
	if ok, err := noDirective(p); err != nil || !ok {
		return [32]byte{}, err
	}
	return p.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
}

func usesOther(p *policy.NewtonPolicy) (string, error) {
	if SupportsBool(p) {
		return p.GetMetadataCid(nil) // want `\[dualpath/wrong-feature\]`
	}
	return "", nil
}
