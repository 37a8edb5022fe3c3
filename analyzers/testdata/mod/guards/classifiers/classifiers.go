// Package classifiers declares functions that tell a selector miss from other errors, or do not.
package classifiers

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

//compat:guard selector-miss
func wraps(err error) bool { return compat.IsSelectorMiss(err) }

//compat:guard selector-miss
func long(err error) (miss bool) {
	if err == nil {
		return
	}
	if !compat.IsSelectorMiss(err) {
		return false
	}
	miss = true
	return
}

// errMiss is the service's own; what the function does with it is its word.
var errMiss = errors.New("selector is missing")

//compat:guard selector-miss
func sentinel(err error) bool { return errors.Is(err, errMiss) }

//compat:guard selector-miss
func anyError(err error) bool { return err != nil } // want `^//compat:guard selector-miss on anyError is contradicted by the function: .*\[dualpath/no-classifier\]$`

//compat:guard selector-miss
func inverted(err error) bool { return !compat.IsSelectorMiss(err) } // want `\[dualpath/no-classifier\]$`

//compat:guard selector-miss
func never(error) bool { return false } // want `\[dualpath/no-classifier\]$`

//compat:guard selector-miss
func nilToo(err error) bool { // want `\[dualpath/no-classifier\]$`
	if err == nil {
		return true
	}
	return compat.IsSelectorMiss(err)
}

//compat:guard selector-miss
func noBool(err error) error { return err } // want `\[dualpath/no-classifier\]$`

//compat:guard selector-miss
func noError(text string) bool { return text == "execution reverted" } // want `\[dualpath/no-classifier\]$`

func uses(ctx context.Context, p *policy.NewtonPolicy, gate *compat.Gate, target common.Address, opts *bind.CallOpts) ([32]byte, error) {
	value, err := p.GetPolicyCodeHash(opts)
	if sentinel(err) && !gate.IsStrict(ctx, "policy_code_hash") {
		gate.RecordLegacy(ctx, "policy_code_hash", target)
		return value, nil
	}
	return value, err
}
