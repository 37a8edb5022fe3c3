package enumeration

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/selectors"
)

// A Chain is a chain at one block. *onchain.Snapshot is one.
type Chain interface {
	Pinned() onchain.Block
	Code(ctx context.Context, address common.Address) ([]byte, error)
	Call(ctx context.Context, from, to common.Address, input []byte) ([]byte, error)
	Logs(ctx context.Context, q onchain.LogQuery) ([]onchain.Log, error)
}

// Limits bound a walk. The zero value of a field means its default.
type Limits struct {
	Targets int // addresses, and owners; 1,000,000
}

const defaultTargets = 1_000_000

// Found is told the addresses of each step and the cursor behind them. Steps without addresses are told too, as those that walk logs are; the
// last one has a cursor that is Done. An error ends the walk.
type Found func(addresses []common.Address, behind Cursor) error

// Walk finds the addresses that an enumeration names, at the block of the chain, from a cursor on. Addresses may be found more than once, in
// particular after a walk was resumed.
//
// The error says which contract and function it is about. One of the node or the contract leaves the cursor usable that was told last.
func Walk(ctx context.Context, chain Chain, e *compatregistry.Enumerate, from Cursor, limits Limits, found Found) error {
	if limits.Targets <= 0 {
		limits.Targets = defaultTargets
	}
	w := &walk{chain: chain, enumerate: e, limit: limits.Targets, found: found, cursor: resume(from, e, chain.Pinned())}
	if w.cursor.Done {
		return nil
	}
	return w.run(ctx)
}

// A walk is the work on one enumeration.
type walk struct {
	chain     Chain
	enumerate *compatregistry.Enumerate
	limit     int
	found     Found
	cursor    Cursor
}

func (w *walk) run(ctx context.Context) error {
	switch e := w.enumerate; {
	case len(e.Events) > 0:
		return w.logs(ctx)
	case e.Owners != "":
		return w.owners(ctx)
	case e.Page > 0:
		return w.pages(ctx)
	case e.Count != "":
		return w.indexes(ctx)
	}
	return w.list(ctx)
}

// tell hands out the addresses of a step that ends before next.
func (w *walk) tell(addresses []common.Address, next uint64, done bool) error {
	if err := w.checkLimit(len(addresses)); err != nil {
		return err
	}
	w.cursor.Next, w.cursor.Done = next, done
	w.cursor.Found += len(addresses)
	return w.found(addresses, w.cursor)
}

// checkLimit refuses more addresses than may be found.
func (w *walk) checkLimit(more int) error {
	if more > w.limit-w.cursor.Found {
		return fmt.Errorf("%s has more than %d addresses, which is the limit", w.enumerate.From, w.limit)
	}
	return nil
}

// list calls a function that returns all addresses.
func (w *walk) list(ctx context.Context) error {
	addresses, err := w.callList(ctx, w.enumerate.Method)
	if err != nil {
		return err
	}
	return w.tell(addresses, 0, true)
}

// call calls a function of the contract.
func (w *walk) call(ctx context.Context, method string, arguments ...common.Hash) ([]byte, error) {
	selector := selectors.Of(method)
	input := selector[:]
	for _, argument := range arguments {
		input = append(input, argument[:]...)
	}
	output, err := w.chain.Call(ctx, common.Address{}, w.enumerate.From, input)
	if err != nil {
		return nil, fmt.Errorf("%s of %s: %w", method, w.enumerate.From, refused(err))
	}
	return output, nil
}

// refused says of a revert that it is one.
func refused(err error) error {
	if revert := (*onchain.Revert)(nil); errors.As(err, &revert) {
		return fmt.Errorf("the contract refuses the call: %w", err)
	}
	return err
}

// callList calls a function that returns a list of addresses.
func (w *walk) callList(ctx context.Context, method string, arguments ...common.Hash) ([]common.Address, error) {
	output, err := w.call(ctx, method, arguments...)
	if err != nil {
		return nil, err
	}
	addresses, err := decodeAddresses(output, w.limit)
	if err != nil {
		return nil, fmt.Errorf("%s of %s: %w", method, w.enumerate.From, err)
	}
	return addresses, nil
}

// callNumber calls a function that returns a number of addresses.
func (w *walk) callNumber(ctx context.Context, method string) (uint64, error) {
	output, err := w.call(ctx, method)
	if err != nil {
		return 0, err
	}
	number, err := decodeNumber(output)
	switch {
	case err != nil:
		return 0, fmt.Errorf("%s of %s: %w", method, w.enumerate.From, err)
	case !number.IsUint64() || number.Uint64() > uint64(w.limit):
		return 0, fmt.Errorf("%s of %s is %s, and the limit is %d addresses", method, w.enumerate.From, number.Dec(), w.limit)
	}
	return number.Uint64(), nil
}

// atOnce is how many calls are made at the same time. They travel in batches.
const atOnce = 128

// together does n things at the same time, and returns the error of the first of them that has failed.
func together(n int, do func(i int) error) error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = do(i) })
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
