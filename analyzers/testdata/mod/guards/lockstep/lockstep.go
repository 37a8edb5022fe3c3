// Package lockstep serves two versions of a contract whose versions never live side by side.
package lockstep

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/lint/bindings/taskmanager"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "task_respond"

type responder struct {
	tasks  *taskmanager.TaskManager
	gate   *compat.Gate
	target common.Address
}

func (r *responder) dual(ctx context.Context, opts *bind.TransactOpts) (*types.Transaction, error) {
	tx, err := r.tasks.Respond(opts, big.NewInt(1), nil) // want `is served in two versions here, but TaskManager is rolled out in lockstep: ask the strict flag before the call, or set rollout: grace \[dualpath/lockstep\]$`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return nil, nil
	}
	return tx, err
}

func (r *responder) wrapped(ctx context.Context, opts *bind.TransactOpts) (compat.Resolved[*types.Transaction], error) {
	return compat.BackwardCompat[*types.Transaction]{
		Feature: feature,
		New: func(context.Context) (*types.Transaction, error) {
			return r.tasks.Respond(opts, big.NewInt(1), nil) // want `\[dualpath/lockstep\]$`
		},
		Legacy: func(context.Context) (*types.Transaction, error) { return nil, nil },
	}.Resolve(ctx, r.gate)
}

func (r *responder) gated(ctx context.Context, opts *bind.TransactOpts) (*types.Transaction, error) {
	if !r.gate.IsStrict(ctx, feature) {
		return nil, nil
	}
	return r.tasks.Respond(opts, big.NewInt(1), nil)
}
