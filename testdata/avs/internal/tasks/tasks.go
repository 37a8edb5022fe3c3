// Package tasks creates and answers tasks of the TaskManager, for the operator.
//
// Which hash a response carries is decided in package verify; here is the traffic with the TaskManager and with the
// registry of policy clients.
package tasks

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/avs/bindings/clientregistry"
	"example.com/avs/bindings/taskmanager"
	"example.com/avs/internal/chainio"
	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

// Responder answers tasks. It is safe for concurrent use; the transaction options of a call are the caller's.
type Responder struct {
	client  *chainio.Client
	manager *taskmanager.TaskManager
	clients *clientregistry.PolicyClientRegistryCaller
	gate    *compat.Gate
}

// NewResponder returns a responder for the contracts at the two addresses.
func NewResponder(backend bind.ContractBackend, gate *compat.Gate, manager, clients common.Address) (*Responder, error) {
	m, err := taskmanager.NewTaskManager(manager, backend)
	if err != nil {
		return nil, fmt.Errorf("bind task manager %s: %w", manager, err)
	}
	c, err := clientregistry.NewPolicyClientRegistryCaller(clients, backend)
	if err != nil {
		return nil, fmt.Errorf("bind policy client registry %s: %w", clients, err)
	}
	return &Responder{client: chainio.New(backend), manager: m, clients: c, gate: gate}, nil
}

// Count returns the number of tasks that were ever created.
func (r *Responder) Count(ctx context.Context) (int64, error) {
	count, err := r.manager.TaskCount(&bind.CallOpts{Context: ctx})
	if err != nil {
		return 0, fmt.Errorf("count tasks: %w", err)
	}
	return count.Int64(), nil
}

// Respond answers a task.
//
// Right: the reader it calls moves the duty to its callers, and this caller wraps it.
func (r *Responder) Respond(
	ctx context.Context, opts *bind.TransactOpts, id *big.Int, response common.Hash,
) (*types.Transaction, error) {
	task, err := r.manager.GetTask(&bind.CallOpts{Context: ctx}, id)
	if err != nil {
		return nil, fmt.Errorf("read task %s: %w", id, err)
	}
	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  features.PolicyCodeHash,
		GraceEnd: features.PolicyCodeHashGraceEnd,
		Ticket:   features.PolicyCodeHashTicket,
		Target:   task.Policy,
		New: func(ctx context.Context) (common.Hash, error) {
			return r.client.CodeHash(ctx, task.Policy)
		},
		Legacy: func(context.Context) (common.Hash, error) {
			return common.Hash{}, nil // the zero hash makes the TaskManager skip the comparison
		},
	}.Resolve(ctx, r.gate)
	if err != nil {
		return nil, fmt.Errorf("code hash for task %s: %w", id, err)
	}
	return r.manager.RespondToTask(opts, id, response, hash.Value)
}

// Prepare reads what is needed to answer a task later.
//
// Wrong: CodeHash says //compat:requires policy_code_hash, and this caller does nothing about it.
func (r *Responder) Prepare(ctx context.Context, id *big.Int) (common.Hash, error) {
	task, err := r.manager.GetTask(&bind.CallOpts{Context: ctx}, id)
	if err != nil {
		return common.Hash{}, fmt.Errorf("read task %s: %w", id, err)
	}
	hash, err := r.client.CodeHash(ctx, task.Policy)
	if err != nil {
		return common.Hash{}, fmt.Errorf("prepare task %s: %w", id, err)
	}
	return hash, nil
}

// LastCodeHash returns the code hash of the task that was answered last.
//
// Right: policyCodeHash() of the TaskManager has the name and the selector of the policy's function, but it is another
// contract's, and the TaskManager always had it.
func (r *Responder) LastCodeHash(ctx context.Context) (common.Hash, error) {
	return r.manager.PolicyCodeHash(&bind.CallOpts{Context: ctx})
}

// ClientCount returns the number of registered policy clients.
//
// Right: getAllPolicyClients() belongs to a feature that is strict, and then a bare call is what remains.
func (r *Responder) ClientCount(ctx context.Context) (int, error) {
	clients, err := r.clients.GetAllPolicyClients(&bind.CallOpts{Context: ctx})
	if err != nil {
		return 0, fmt.Errorf("list policy clients: %w", err)
	}
	return len(clients), nil
}

// Answer returns the response to a task.
//
// Wrong: response_lookup is retired. The branch on its flag is dead code that was forgotten.
func (r *Responder) Answer(ctx context.Context, id *big.Int) (common.Hash, error) {
	if !r.gate.IsStrict(ctx, "response_lookup") {
		return common.Hash{}, nil
	}
	return r.manager.TaskResponse(&bind.CallOpts{Context: ctx}, id)
}
