package oracle

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

func gateEarlyReturn(ctx context.Context, e *Env) (string, error) {
	if !e.gate.IsStrict(ctx, feature) {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func gatePositive(ctx context.Context, e *Env) (string, error) {
	if e.gate.IsStrict(ctx, feature) {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err != nil {
			return "", err
		}
		return text(hash), nil
	}
	return e.legacy()
}

func gateInVariable(ctx context.Context, e *Env) (string, error) {
	lenient := !e.gate.IsStrict(ctx, feature)
	if lenient == true {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func gateSwitch(ctx context.Context, e *Env) (string, error) {
	switch e.gate.IsStrict(ctx, feature) {
	case false:
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func gateErrorReturned(ctx context.Context, e *Env) (string, error) {
	strict, err := e.flags.IsStrict(ctx, 1, feature)
	if err != nil {
		return "", fmt.Errorf("flag: %w", err)
	}
	if !strict {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func gateErrorStrict(ctx context.Context, e *Env) (string, error) {
	strict, flagErr := e.flags.IsStrict(ctx, 1, feature)
	if flagErr != nil || strict {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err != nil {
			return "", err
		}
		return text(hash), nil
	}
	return e.legacy()
}

func gateErrorLogged(ctx context.Context, e *Env) (string, error) {
	strict, err := e.flags.IsStrict(ctx, 1, feature)
	if err != nil {
		e.log(err)
	}
	if !strict {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func dualFlagReturned(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if !compat.IsSelectorMiss(err) {
		return text(hash), err
	}
	strict, flagErr := e.flags.IsStrict(ctx, 1, feature)
	if flagErr != nil {
		return "", flagErr
	}
	if strict {
		return "", err
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func dualFlagStrict(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if !compat.IsSelectorMiss(err) {
		return text(hash), err
	}
	if strict, flagErr := e.flags.IsStrict(ctx, 1, feature); strict || flagErr != nil {
		return "", err
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func dualFlagReusesError(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return text(hash), nil
	}
	if !compat.IsSelectorMiss(err) {
		return "", err
	}
	strict, err := e.flags.IsStrict(ctx, 1, feature)
	if err != nil {
		return "", err
	}
	if strict {
		return "", errOld
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func dualFlagLosesError(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return text(hash), nil
	}
	miss := compat.IsSelectorMiss(err)
	strict, err := e.flags.IsStrict(ctx, 1, feature)
	if err != nil || strict || !miss {
		return "", err
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func dualBehindInvertedGate(ctx context.Context, e *Env) (string, error) {
	if e.gate.IsStrict(ctx, feature) {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func gateThenDual(ctx context.Context, e *Env) (string, error) {
	if e.gate.IsStrict(ctx, feature) {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		return text(hash), err
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func gateHelper(ctx context.Context, e *Env) (string, error) {
	if !e.strict(ctx) {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	return text(hash), err
}

func (e *Env) strict(ctx context.Context) bool { return e.gate.IsStrict(ctx, feature) }
