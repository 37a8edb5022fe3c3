package oracle

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

func calledInPlace(ctx context.Context, e *Env) (string, error) {
	hash, err := func() ([32]byte, error) {
		return e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	}()
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func closureInVariable(ctx context.Context, e *Env) (string, error) {
	read := func() (string, error) {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err != nil {
			return "", fmt.Errorf("hash: %w", err)
		}
		return text(hash), nil
	}
	result, err := read()
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return result, err
}

func closureSwallows(ctx context.Context, e *Env) (string, error) {
	read := func() (string, error) {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		if err != nil {
			return "", nil
		}
		return text(hash), nil
	}
	result, err := read()
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return result, err
}

func retryHelper(ctx context.Context, e *Env) (string, error) {
	var result string
	err := helpers.Retry(func() error {
		hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		result = text(hash)
		return err
	})
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return result, err
}

func capturedError(ctx context.Context, e *Env) (string, error) {
	var (
		hash [32]byte
		err  error
	)
	func() {
		hash, err = e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	}()
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func closureChangesError(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
	reset := func() { err = nil }
	reset()
	if compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature) {
		e.gate.RecordLegacy(ctx, feature, e.target)
		return e.legacy()
	}
	return text(hash), err
}

func wrapper(ctx context.Context, e *Env) (string, error) {
	resolved, err := compat.BackwardCompat[string]{
		Feature:  feature,
		GraceEnd: "2099-01-01",
		Target:   e.target,
		New: func(ctx context.Context) (string, error) {
			hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
			if err != nil {
				return "", fmt.Errorf("hash: %w", err)
			}
			return text(hash), nil
		},
		Legacy: func(context.Context) (string, error) { return e.legacy() },
	}.Resolve(ctx, e.gate)
	return resolved.Value, err
}

func wrapperHidesError(ctx context.Context, e *Env) (string, error) {
	resolved, err := compat.BackwardCompat[string]{
		Feature:  feature,
		GraceEnd: "2099-01-01",
		Target:   e.target,
		New: func(ctx context.Context) (string, error) {
			hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
			if err != nil {
				e.log(err)
			}
			return text(hash), nil
		},
		Legacy: func(context.Context) (string, error) { return e.legacy() },
	}.Resolve(ctx, e.gate)
	return resolved.Value, err
}

func wrapperCutsError(ctx context.Context, e *Env) (string, error) {
	resolved, err := compat.BackwardCompat[string]{
		Feature:  feature,
		GraceEnd: "2099-01-01",
		Target:   e.target,
		New: func(ctx context.Context) (string, error) {
			hash, err := e.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
			if err != nil {
				return "", fmt.Errorf("hash: %v", err)
			}
			return text(hash), nil
		},
		Legacy: func(context.Context) (string, error) { return e.legacy() },
	}.Resolve(ctx, e.gate)
	return resolved.Value, err
}
