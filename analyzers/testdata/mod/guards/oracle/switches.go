package oracle

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

var errOld = errors.New("policy is too old")

func switchCanonical(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return text(hash), nil
	case !compat.IsSelectorMiss(err):
		return "", fmt.Errorf("hash: %w", err)
	case e.gate.IsStrict(ctx, feature):
		return "", &compat.LegacyNotSupportedError{Feature: feature, Target: e.target, Err: err}
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func switchLegacyFirst(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature):
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	case err != nil:
		return "", err
	default:
		return text(hash), nil
	}
}

func switchDefaultFirst(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	default:
		return "", err
	case err == nil:
		return text(hash), nil
	case compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature):
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
}

func switchStrictFirst(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch strict := e.gate.IsStrict(ctx, feature); {
	case strict && compat.IsSelectorMiss(err):
		return "", errOld
	case compat.IsSelectorMiss(err):
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	case err == nil:
		return text(hash), nil
	}
	return "", err
}

func switchWithInit(ctx context.Context, e *Env) (string, error) {
	switch hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}); {
	case err == nil:
		return text(hash), nil
	case !compat.IsSelectorMiss(err), e.gate.IsStrict(ctx, feature):
		return "", fmt.Errorf("hash: %w", err)
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func switchOnTrue(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch true {
	case err == nil:
		return text(hash), nil
	case compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature):
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return "", err
}

func switchOnError(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch err {
	case nil:
		return text(hash), nil
	default:
		if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
			return "", err
		}
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func switchFallthrough(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	strict := e.gate.IsStrict(ctx, feature)
	switch {
	case err == nil:
		return text(hash), nil
	case compat.IsSelectorMiss(err) && strict:
		fallthrough
	case !compat.IsSelectorMiss(err):
		return "", err
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func switchOnFlag(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err == nil {
		return text(hash), nil
	}
	if !compat.IsSelectorMiss(err) {
		return "", err
	}
	switch e.gate.IsStrict(ctx, feature) {
	case true:
		return "", err
	case false:
		e.gate.RecordLegacy(ctx, feature, e.target)
	}
	return e.legacy()
}

func switchNested(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err != nil:
		switch {
		case !compat.IsSelectorMiss(err):
			return "", err
		case e.gate.IsStrict(ctx, feature):
			return "", errOld
		default:
			e.gate.RecordLegacy(ctx, feature, e.target)
		}
		return e.legacy()
	}
	return text(hash), nil
}
