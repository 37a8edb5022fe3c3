package oracle

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

func wrapThenClassify(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		err = fmt.Errorf("hash of %s (%d%%): %w", e.target, 100, err)
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func wrapCuts(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if err != nil {
		return "", fmt.Errorf("hash: %v", err)
	}
	return text(hash), nil
}

func wrapBeforeClassifyCuts(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		err = fmt.Errorf("hash: %v", err)
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func wrapJoin(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if err != nil {
		return "", errors.Join(errOld, err)
	}
	return text(hash), nil
}

func wrapInHelper(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return text(hash), nil
	case !compat.IsSelectorMiss(err):
		return "", e.wrap(err)
	case e.gate.IsStrict(ctx, feature):
		return "", e.refusal(err)
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}

func (e *Env) wrap(err error) error { return fmt.Errorf("policy %s: %w", e.target, err) }

func (e *Env) refusal(err error) error {
	e.log(err)
	return &compat.LegacyNotSupportedError{Feature: feature, Target: e.target, Err: err}
}

func secondVariable(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	failed := err
	_, err = e.policy.Owner(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(failed) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if failed != nil {
		return "", failed
	}
	return text(hash), err
}

func overwritten(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	result, err := e.legacy()
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return result, nil
	}
	return text(hash), err
}

func shadowedInside(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if !compat.IsSelectorMiss(err) || e.gate.IsStrict(ctx, feature) {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), nil
}

func shadowLosesError(ctx context.Context, e *Env) (string, error) {
	var err error
	var hash [32]byte
	if e.target != [20]byte{} {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
			e.gate.RecordLegacy(ctx, feature, e.target)
			return e.legacy()
		}
		_ = hash
	}
	return text(hash), err
}

func declaredBefore(ctx context.Context, e *Env) (string, error) {
	var (
		hash [32]byte
		err  error
	)
	if hash, err = e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}); err == nil {
		return text(hash), nil
	}
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return "", err
}

func everyError(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), nil
}

func textOfError(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if err != nil && strings.Contains(strings.ToLower(err.Error()), "refused") {
		return "", err
	}
	if err != nil {
		if e.gate.IsStrict(ctx, feature) {
			return "", err
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), nil
}

func noCode(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if errors.Is(err, bind.ErrNoCode) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func predicateHelper(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if e.servesLegacy(ctx, err) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	if err != nil {
		return "", err
	}
	return text(hash), nil
}

func (e *Env) servesLegacy(ctx context.Context, err error) bool {
	return isMiss(err) && !e.gate.IsStrict(ctx, feature)
}

func isMiss(err error) bool { return compat.IsSelectorMiss(err) }

var lastError error

func packageVariable(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) {
		if e.gate.IsStrict(ctx, feature) {
			return "legacy", lastError
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func recovers(ctx context.Context, e *Env) (result string, err error) {
	defer func() { _ = recover() }()
	result = "legacy"
	hash, callErr := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(callErr) {
		if e.gate.IsStrict(ctx, feature) {
			panic(callErr)
		}
		e.gate.RecordLegacy(ctx, feature, e.target)
		return result, nil
	}
	return text(hash), callErr
}

func deferHides(ctx context.Context, e *Env) (result string, err error) {
	defer hide(&err)
	hash, callErr := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(callErr) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), callErr
}

func hide(err *error) { *err = nil }

func deferHarmless(ctx context.Context, e *Env) (string, error) {
	defer e.log("done")
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}
