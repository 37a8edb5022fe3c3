package oracle

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

func ifEarlyReturns(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return text(hash), nil
	}
	if !compat.IsSelectorMiss(err) {
		return "", err
	}
	if e.gate.IsStrict(ctx, feature) {
		return "", errOld
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func ifElseChain(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return text(hash), nil
	} else if !compat.IsSelectorMiss(err) {
		return "", err
	} else if e.gate.IsStrict(ctx, feature) {
		return "", err
	} else {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
}

func ifNested(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		if compat.IsSelectorMiss(err) {
			if !e.gate.IsStrict(ctx, feature) {
				e.gate.RecordLegacy(ctx, feature, e.target)
				return e.legacy()
			}
		}
		return "", err
	}
	return text(hash), nil
}

func ifInit(ctx context.Context, e *Env) (string, error) {
	if hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}); err == nil {
		return text(hash), nil
	} else if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
		return "", fmt.Errorf("hash of %s: %w", e.target, err)
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func ifDefaultBefore(ctx context.Context, e *Env) (string, error) {
	result := "legacy"
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		result = text(hash)
	} else if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
		return "", err
	} else {
		e.gate.RecordLegacy(ctx, feature, e.target)
	}
	return result, nil
}

func ifMissInVariable(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	miss := compat.IsSelectorMiss(err)
	if err != nil && !miss {
		return "", err
	}
	if miss {
		strict := e.gate.IsStrict(ctx, feature)
		if strict {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), nil
}

func ifServeInVariable(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	serve := compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature)
	if serve {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func ifEqualsFalse(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil && (compat.IsSelectorMiss(err) == false || e.gate.IsStrict(ctx, feature) == true) {
		return "", err
	}
	if err != nil {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), nil
}

func ifStrictBefore(ctx context.Context, e *Env) (string, error) {
	strict := e.gate.IsStrict(ctx, feature)
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		if strict || !compat.IsSelectorMiss(err) {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), nil
}

func ifPanics(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return text(hash), nil
	}
	if !compat.IsSelectorMiss(err) {
		panic(err)
	}
	if e.gate.IsStrict(ctx, feature) {
		refuse(err)
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func refuse(err error) { panic(fmt.Sprint("policy is too old: ", err)) }

func ifNamedResults(ctx context.Context, e *Env) (result string, err error) {
	var hash [32]byte
	hash, err = e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		result = text(hash)
		return
	}
	if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
		return
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	result, err = e.legacy()
	return
}

func ifGoto(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		goto served
	}
	if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
		goto failed
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
failed:
	return "", err
served:
	return text(hash), nil
}
