package enumeration

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
)

// A pager walks a function that returns a page of addresses.
//
// Where a count is given, the pages end exactly there. Without one they end at a page that is empty, or at one element that the contract refuses
// behind others: a refusal of more than one may mean that fewer are left than were asked for, so that the page halves until it is settled. A page
// that is shorter than asked is no end by itself, as there are contracts that cap their pages: one more element is asked for.
//
// A function whose parameters mean something else than the registry says gives pages too, and ends too early. So the first page is held against
// one that begins with its second element, and behind the end what would be there if the second parameter were an end is asked for.
type pager struct {
	*walk
	stride  *stride
	settle  bool // the last page was short: is there one more element?
	counted bool
	count   uint64 // if counted

	seen  map[common.Address]bool
	stale int // addresses in a row that had been seen
}

func (w *walk) pages(ctx context.Context) error {
	size := uint64(w.enumerate.Page)
	p := &pager{walk: w, stride: newStride(size, size), seen: map[common.Address]bool{}}
	if w.enumerate.Count != "" {
		count, err := w.callNumber(ctx, w.enumerate.Count)
		if err != nil {
			return err
		}
		p.counted, p.count = true, count
	}
	for !w.cursor.Done {
		if err := p.step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// step asks for a page.
func (p *pager) step(ctx context.Context) error {
	start, size := p.cursor.Next, p.stride.size
	if p.settle {
		size = 1
	}
	if p.counted {
		if start >= p.count {
			return p.tell(nil, start, true)
		}
		size = min(size, p.count-start)
	}
	addresses, err := p.page(ctx, start, size)
	if err == nil {
		return p.take(ctx, addresses, start, size)
	}
	return p.failed(ctx, err, start, size)
}

// page asks for size addresses from start on.
func (p *pager) page(ctx context.Context, start, size uint64) ([]common.Address, error) {
	if p.enumerate.Paging == compatregistry.PagingStartEnd {
		size += start
	}
	return p.callList(ctx, p.enumerate.Method, word(start), word(size))
}

// failed decides what a page means that did not come.
func (p *pager) failed(ctx context.Context, err error, start, size uint64) error {
	isRefused, isTooMuch := kindOf(err)
	switch {
	case isRefused && size == 1 && start > 0 && !p.counted:
		return p.end(ctx, start)
	case (isRefused || isTooMuch) && p.stride.shrink(size, 0):
		return nil
	}
	return fmt.Errorf("a page of %d from %d: %w", size, start, err)
}

// kindOf tells a call that the contract refuses from one that asks for too much. Another error is neither.
func kindOf(err error) (isRefused, isTooMuch bool) {
	revert := (*onchain.Revert)(nil)
	if errors.As(err, &revert) {
		return !revert.Fault, revert.Fault
	}
	return false, errors.As(err, new(*onchain.TooLargeError))
}

// end ends the walk, unless there is more where an end for the second parameter finds it.
func (p *pager) end(ctx context.Context, start uint64) error {
	if start > 0 && p.enumerate.Paging == compatregistry.PagingStartCount {
		addresses, err := p.callList(ctx, p.enumerate.Method, word(start), word(start+1))
		isRefused, isTooMuch := kindOf(err)
		switch {
		case err != nil && !isRefused && !isTooMuch:
			return err
		case len(addresses) > 0:
			return fmt.Errorf("%s of %s: behind %d addresses there are more: %s", p.enumerate.Method, p.enumerate.From, start, p.advice())
		}
	}
	return p.tell(nil, start, true)
}

// checkFirst asks for a page that begins with the second address of the first one.
func (p *pager) checkFirst(ctx context.Context, first []common.Address) error {
	if len(first) < 2 {
		return nil
	}
	addresses, err := p.page(ctx, 1, 2)
	isRefused, isTooMuch := kindOf(err)
	switch {
	case isRefused || isTooMuch: // there may be no more than two
		return nil
	case err != nil:
		return err
	}
	want := first[1:min(3, len(first))]
	if n := min(len(addresses), len(want)); n == 0 || len(addresses) > 2 || !slices.Equal(addresses[:n], want[:n]) {
		return fmt.Errorf("%s of %s: 2 addresses from 1 are not the second and the third of the first page: %s, or a page number and a size?",
			p.enumerate.Method, p.enumerate.From, strings.TrimSuffix(p.advice(), "?"))
	}
	return nil
}

// take looks at a page that came.
func (p *pager) take(ctx context.Context, addresses []common.Address, start, size uint64) error {
	n := uint64(len(addresses))
	switch {
	case n > size:
		return fmt.Errorf("%s of %s: %d addresses where %d from %d were asked for: %s", p.enumerate.Method, p.enumerate.From, n, size, start, p.advice())
	case n == 0 && p.counted:
		return fmt.Errorf("%s of %s says %d, and %s has no more than %d", p.enumerate.Count, p.enumerate.From, p.count, p.enumerate.Method, start)
	case n == 0:
		return p.end(ctx, start)
	case start == 0:
		if err := p.checkFirst(ctx, addresses); err != nil {
			return err
		}
	}
	if err := p.note(addresses); err != nil {
		return err
	}
	if p.settle = n < size && !p.counted; p.settle {
		p.stride.shrink(size, n) // the contract may cap its pages
	}
	if n == size && size == p.stride.size {
		p.stride.worked()
	}
	return p.tell(addresses, start+n, false)
}

// advice says what a page that is too long may come from.
func (p *pager) advice() string {
	if p.enumerate.Paging == compatregistry.PagingStartEnd {
		return "are its parameters a start and a count (paging: start-count), or is its end inclusive?"
	}
	return "are its parameters a start and an end (paging: start-end)?"
}

// repeats is how many addresses may come in a row that came before. Lists may have some twice, and one that has nothing else never ends.
const repeats = 32

// note remembers addresses, and refuses pages that bring nothing new.
func (p *pager) note(addresses []common.Address) error {
	for _, address := range addresses {
		if p.seen[address] {
			p.stale++
			continue
		}
		p.seen[address], p.stale = true, 0
	}
	if p.stale >= max(repeats, p.enumerate.Page) {
		return fmt.Errorf("%s of %s has given %d addresses in a row that it had given before: does it take a start?",
			p.enumerate.Method, p.enumerate.From, p.stale)
	}
	return nil
}

func word(n uint64) common.Hash { return uint256.NewInt(n).Bytes32() }
