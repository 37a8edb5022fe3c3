package oracle

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

func supportsBefore(ctx context.Context, e *Env) (string, error) {
	ok, err := e.prober.Supports(ctx, feature, e.target)
	if err != nil {
		return "", err
	}
	if !ok {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	return text(hash), err
}

func supportsErrorIsYes(ctx context.Context, e *Env) (string, error) {
	ok, err := e.prober.Supports(ctx, feature, e.target)
	if err == nil && !ok {
		return e.legacy()
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	return text(hash), err
}

func supportsErrorIsNo(ctx context.Context, e *Env) (string, error) {
	ok, err := e.prober.Supports(ctx, feature, e.target)
	if err == nil && ok {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		return text(hash), err
	}
	return e.legacy()
}

func strictOrSupports(ctx context.Context, e *Env) (string, error) {
	strict := e.gate.IsStrict(ctx, feature)
	if !strict {
		ok, err := e.prober.Supports(ctx, feature, e.target)
		if err != nil {
			return "", err
		}
		if !ok {
			return e.legacy()
		}
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	return text(hash), err
}

func strictOverwritten(ctx context.Context, e *Env) (string, error) {
	strict := e.gate.IsStrict(ctx, feature)
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	strict = false
	if compat.IsSelectorMiss(err) && !strict {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func errorByPointer(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	alias := &err
	*alias = nil
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func recordedBefore(ctx context.Context, e *Env) (string, error) {
	e.gate.RecordLegacy(ctx, feature, e.target)
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		return e.legacy()
	}
	return text(hash), err
}

func recordedAlways(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	e.gate.RecordLegacy(ctx, feature, e.target)
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		return e.legacy()
	}
	return text(hash), err
}

func conditionalCall(ctx context.Context, e *Env) (result string, err error) {
	var hash [32]byte
	if e.target[0] == 1 {
		hash, err = e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func swappedVariables(ctx context.Context, e *Env) (string, error) {
	var other error
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	other, err = err, other
	if compat.IsSelectorMiss(other) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if other != nil {
		return "", other
	}
	return text(hash), err
}
