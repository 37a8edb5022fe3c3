package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/avs/internal/attest"
	"example.com/avs/internal/tasks"
	"github.com/compatlint/compatlint/compat"
)

// slot is how often the operator looks for tasks: once a block.
const slot = 12 * time.Second

// operator answers tasks in the order of their numbers. It is used by one goroutine.
type operator struct {
	responder *tasks.Responder
	attester  *attest.Submitter
	signer    *bind.TransactOpts
	next      int64 // the first task that was not answered yet
}

// loop answers tasks until the context is done, whose error it returns.
func (o *operator) loop(ctx context.Context) error {
	ticker := time.NewTicker(slot)
	defer ticker.Stop()
	for {
		if err := o.round(ctx); err != nil {
			slog.WarnContext(ctx, "round failed, the next one goes on where it stopped", "task", o.next, "error", err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}

// round answers all tasks that are there now. It stops at the first error that the next round may not see again.
func (o *operator) round(ctx context.Context) error {
	count, err := o.responder.Count(ctx)
	if err != nil {
		return err
	}
	for ; o.next < count; o.next++ {
		err := o.answer(ctx, big.NewInt(o.next))
		if isRefused(err) {
			slog.ErrorContext(ctx, "task skipped: its contract must be upgraded", "task", o.next, "error", err)
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isRefused reports whether a legacy contract was refused: to try again is no use, and other tasks may be of current ones.
func isRefused(err error) bool {
	var strict *compat.LegacyNotSupportedError
	var expired *compat.GraceExpiredError
	return errors.As(err, &strict) || errors.As(err, &expired)
}

// answer responds to one task and attests to the response.
//
// Right: Respond has the guard, and a refused legacy policy arrives here as an error with a type of its own.
func (o *operator) answer(ctx context.Context, id *big.Int) error {
	opts := *o.signer
	opts.Context = ctx
	response := crypto.Keccak256Hash([]byte("allow"), id.Bytes())
	if _, err := o.responder.Respond(ctx, &opts, id, response); err != nil {
		return fmt.Errorf("answer task %s: %w", id, err)
	}
	if _, err := o.attester.Submit(&opts, response); err != nil {
		return fmt.Errorf("attest to the answer of task %s: %w", id, err)
	}
	return nil
}
