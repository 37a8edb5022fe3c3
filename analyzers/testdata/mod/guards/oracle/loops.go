package oracle

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

func retryLoop(ctx context.Context, e *Env) (string, error) {
	var (
		hash [32]byte
		err  error
	)
	for attempt := 0; attempt < 3; attempt++ {
		hash, err = e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err == nil || compat.IsSelectorMiss(err) {
			break
		}
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func retryContinue(ctx context.Context, e *Env) (string, error) {
	attempt := 0
	for {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err == nil {
			return text(hash), nil
		}
		if !compat.IsSelectorMiss(err) {
			if attempt++; attempt < 3 {
				continue
			}
			return "", err
		}
		if e.gate.IsStrict(ctx, feature) {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
}

func retryGoto(ctx context.Context, e *Env) (string, error) {
	attempts := 0
again:
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	attempts++
	switch {
	case err == nil:
		return text(hash), nil
	case compat.IsSelectorMiss(err) && e.gate.IsStrict(ctx, feature):
		return "", errOld
	case compat.IsSelectorMiss(err):
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	case attempts < 3:
		goto again
	}
	return "", err
}

func allOrError(ctx context.Context, e *Env) (string, error) {
	var results []string
	for _, p := range e.all {
		hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err == nil {
			results = append(results, text(hash))
			continue
		}
		if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		results = append(results, "legacy")
	}
	return strings.Join(results, ","), nil
}

func allLabelled(ctx context.Context, e *Env) (string, error) {
	var results []string
policies:
	for i := range e.all {
		hash, err := e.all[i].GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		switch {
		case err == nil:
			results = append(results, text(hash))
			continue policies
		case !compat.IsSelectorMiss(err):
			return "", fmt.Errorf("policy %d: %w", i, err)
		}
		if e.gate.IsStrict(ctx, feature) {
			return "", errOld
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		results = append(results, "legacy")
	}
	return strings.Join(results, ","), nil
}

func allCollected(ctx context.Context, e *Env) (string, error) {
	var (
		results []string
		errs    []error
	)
	for _, p := range e.all {
		hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		switch {
		case err == nil:
			results = append(results, text(hash))
		case !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature):
			errs = append(errs, fmt.Errorf("policy: %w", err))
		default:
			e.gate.RecordLegacy(ctx, feature, e.target)
			results = append(results, "legacy")
		}
	}
	return strings.Join(results, ","), errors.Join(errs...)
}

func allJoined(ctx context.Context, e *Env) (string, error) {
	var (
		results []string
		failed  error
	)
	for _, p := range e.all {
		hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err == nil {
			results = append(results, text(hash))
			continue
		}
		if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
			e.gate.RecordLegacy(ctx, feature, e.target)
			results = append(results, "legacy")
			continue
		}
		failed = errors.Join(failed, err)
	}
	if failed != nil {
		return "", failed
	}
	return strings.Join(results, ","), nil
}

func allKeepLast(ctx context.Context, e *Env) (string, error) {
	var (
		hash [32]byte
		err  error
	)
	for _, p := range e.all {
		hash, err = p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func allAfterFirst(ctx context.Context, e *Env) (string, error) {
	var results []string
	known := false
	for _, p := range e.all {
		hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err == nil {
			known = true
			results = append(results, text(hash))
			continue
		}
		if known {
			continue
		}
		if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		results = append(results, "legacy")
	}
	return strings.Join(results, ","), nil
}

func allProbedOnce(ctx context.Context, e *Env) (string, error) {
	var results []string
	probed := false
	for _, p := range e.all {
		if !probed {
			_, err := p.PolicyCodeHash(&bind.CallOpts{Context: ctx})
			if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
				e.gate.RecordLegacy(ctx, feature, e.target)
				results = append(results, "legacy")
				continue
			}
			if err != nil {
				return "", err
			}
			probed = true
		}
		hash, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		results = append(results, text(hash))
		if err != nil {
			e.log(err)
		}
	}
	return strings.Join(results, ","), nil
}

func siblingSucceeded(ctx context.Context, e *Env) (string, error) {
	_, err := e.policy.PolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if err != nil {
		return "", err
	}
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	return text(hash), err
}

func siblingOfAnother(ctx context.Context, e *Env) (string, error) {
	first, second := e.all[0], e.all[1]
	old, err := first.PolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if err != nil {
		return "", err
	}
	hash, err := second.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	return text(old) + "," + text(hash), err
}

func rangeOverwrites(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	for _, err = range []error{nil} {
		e.log("checking")
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}
