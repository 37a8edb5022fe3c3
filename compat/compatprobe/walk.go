package compatprobe

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// ErrInconclusive is in the error of a probe whose code could be read and cannot be judged.
var ErrInconclusive = errors.New("inconclusive")

// ErrNoContract is in the error of a probe of an address without code. It is no legacy contract: it is none.
var ErrNoContract = errors.New("no contract code at given address")

// Limits on a walk, against contracts that would keep it going.
const (
	maxHops   = 8
	maxRounds = 8   // of fetching what a run asks for
	maxSlots  = 128 // of one account
)

// question is what a verdict on code answers.
type question struct {
	code     common.Hash
	selector selectors.Selector
}

// walk is the way from a target to the code that decides about a selector.
type walk struct {
	prober   *Prober
	reader   *reader
	selector selectors.Selector

	context common.Address // whose storage the code runs with
	known   dispatch.Known
}

// from reports whether target has the selector.
func (w *walk) from(ctx context.Context, target common.Address) (bool, error) {
	w.enter(target)
	at := target
	visited := make(map[[2]common.Address]bool)
	isDelegated := false // by an EIP-7702 account
	for range maxHops {
		if visited[[2]common.Address{w.context, at}] {
			return false, fmt.Errorf("%w: the proxies form a loop at %s", ErrInconclusive, at)
		}
		visited[[2]common.Address{w.context, at}] = true
		code, err := w.reader.code(ctx, at)
		switch {
		case err != nil:
			return false, err
		case len(code) == 0 && at == target:
			return false, ErrNoContract
		case len(code) == 0:
			return false, nil // a proxy without an implementation has no function
		}
		_, delegates := types.ParseDelegation(code)
		if delegates && isDelegated {
			return false, nil // only one delegation is followed, and what the second consists of is no code
		}
		isDelegated = delegates
		found, err := w.look(ctx, code)
		if err != nil {
			return false, err
		}
		if found.Next == nil {
			return decide(at, found)
		}
		at = *found.Next
		if found.Forwarded {
			w.enter(at)
		}
	}
	return false, fmt.Errorf("%w: more than %d proxies behind each other", ErrInconclusive, maxHops)
}

// enter begins to run code with the storage of another account.
func (w *walk) enter(account common.Address) {
	w.context = account
	w.known = dispatch.Known{
		Address: account, Storage: make(map[common.Hash]common.Hash), Answers: make(map[dispatch.Ask][]byte),
	}
}

func decide(at common.Address, found dispatch.Result) (bool, error) {
	switch found.Verdict {
	case dispatch.Present:
		return true, nil
	case dispatch.Missing:
		return false, nil
	}
	return false, fmt.Errorf("%w: the code at %s %s", ErrInconclusive, at, found.Reason)
}

// look judges the code, and fetches from the chain what that depends on.
func (w *walk) look(ctx context.Context, code []byte) (dispatch.Result, error) {
	found, final := w.lookAtCode(code)
	if final {
		return found, nil
	}
	for range maxRounds {
		found = dispatch.Check(code, w.selector, w.known)
		if len(found.Reads)+len(found.Asks) == 0 || found.Verdict != dispatch.Inconclusive {
			return found, nil
		}
		if err := w.fetch(ctx, found); err != nil {
			return dispatch.Result{}, err
		}
	}
	return dispatch.Result{}, fmt.Errorf("%w: the code depends on ever more of the chain: %s", ErrInconclusive, found.Reason)
}

// lookAtCode judges the code by itself. A verdict that needs nothing from the chain, and not the address, holds wherever the code is.
func (w *walk) lookAtCode(code []byte) (found dispatch.Result, final bool) {
	q := question{crypto.Keccak256Hash(code), w.selector}
	if present, ok := w.prober.codes.Get(q); ok {
		return dispatch.Result{Verdict: verdict(present)}, true
	}
	found = dispatch.Check(code, w.selector, dispatch.Known{})
	if found.Verdict == dispatch.Inconclusive || found.UsesAddress {
		return found, false
	}
	w.prober.codes.Add(q, found.Verdict == dispatch.Present)
	return found, true
}

func verdict(present bool) dispatch.Verdict {
	if present {
		return dispatch.Present
	}
	return dispatch.Missing
}

// fetch reads what the run did not know.
func (w *walk) fetch(ctx context.Context, found dispatch.Result) error {
	if len(w.known.Storage)+len(found.Reads) > maxSlots {
		return fmt.Errorf("%w: the code reads more than %d slots before it decides", ErrInconclusive, maxSlots)
	}
	for _, key := range found.Reads {
		value, err := w.reader.storage(ctx, w.context, key)
		if err != nil {
			return err
		}
		w.known.Storage[key] = value
	}
	for _, ask := range found.Asks {
		if ask.Delegated {
			return fmt.Errorf("%w: the code runs that of %s with its own storage before it decides", ErrInconclusive, ask.To)
		}
		output, err := w.reader.call(ctx, w.context, ask.To, ask.Input)
		if err != nil {
			return err
		}
		if len(output) > dispatch.MaxAnswer {
			return fmt.Errorf("%w: %s answers %d bytes before the code decides", ErrInconclusive, ask.To, len(output))
		}
		w.known.Answers[ask] = output
	}
	return nil
}
