package enumeration

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"
)

// indexes calls a function that returns one address for each index below a count.
func (w *walk) indexes(ctx context.Context) error {
	count, err := w.callNumber(ctx, w.enumerate.Count)
	if err != nil {
		return err
	}
	for w.cursor.Next < count {
		start := w.cursor.Next
		addresses := make([]common.Address, min(atOnce, count-start))
		err := together(len(addresses), func(i int) (err error) {
			addresses[i], err = w.element(ctx, start+uint64(i))
			return err
		})
		if err != nil {
			return err
		}
		next := start + uint64(len(addresses))
		if err := w.tell(addresses, next, next == count); err != nil {
			return err
		}
	}
	if !w.cursor.Done {
		return w.tell(nil, w.cursor.Next, true)
	}
	return nil
}

// element returns the address at an index.
func (w *walk) element(ctx context.Context, index uint64) (common.Address, error) {
	var address common.Address
	output, err := w.call(ctx, w.enumerate.Method, word(index))
	switch {
	case err != nil:
		return common.Address{}, fmt.Errorf("index %d: %w", index, err)
	case len(output) != wordSize:
		err = fmt.Errorf("has %d bytes, and an address has %d", len(output), wordSize)
	default:
		if address, err = decodeAddress(output); err != nil {
			err = fmt.Errorf("is %w", err)
		}
	}
	if err != nil {
		return common.Address{}, fmt.Errorf("index %d: %s of %s: the answer %w", index, w.enumerate.Method, w.enumerate.From, err)
	}
	return address, nil
}

// owners calls a function for each of those that another one lists.
func (w *walk) owners(ctx context.Context) error {
	owners, err := w.callList(ctx, w.enumerate.Owners)
	if err != nil {
		return err
	}
	owners = unique(owners)
	for start := int(min(w.cursor.Next, uint64(len(owners)))); start < len(owners); start = int(w.cursor.Next) {
		some := owners[start:min(start+atOnce, len(owners))]
		addresses, err := w.owned(ctx, some)
		if err != nil {
			return err
		}
		next := start + len(some)
		if err := w.tell(addresses, uint64(next), next == len(owners)); err != nil {
			return err
		}
	}
	if !w.cursor.Done {
		return w.tell(nil, uint64(len(owners)), true)
	}
	return nil
}

// owned returns what some owners have. All they have together is bounded while it comes.
func (w *walk) owned(ctx context.Context, owners []common.Address) ([]common.Address, error) {
	lists := make([][]common.Address, len(owners))
	var total atomic.Int64
	err := together(len(owners), func(i int) error {
		list, err := w.callList(ctx, w.enumerate.Method, common.BytesToHash(owners[i][:]))
		if err != nil {
			return fmt.Errorf("owner %s: %w", owners[i], err)
		}
		if err := w.checkLimit(int(total.Add(int64(len(list))))); err != nil {
			return err
		}
		lists[i] = list
		return nil
	})
	return slices.Concat(lists...), err
}

// unique drops addresses that came before.
func unique(addresses []common.Address) []common.Address {
	seen := make(map[common.Address]bool, len(addresses))
	return slices.DeleteFunc(addresses, func(address common.Address) bool {
		before := seen[address]
		seen[address] = true
		return before
	})
}
