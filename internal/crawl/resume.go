package crawl

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
)

// longestPause is how long after its block an unfinished crawl is gone on with, in seconds. Later its answer would be old news.
const longestPause = 24 * 60 * 60

// resume goes on with an unfinished crawl of the same questions at its block, if that is recent and the node still has the block and its state.
// Where the latter is not known, for a failure of the transport, the journal is left as it is and nothing can be read. In both cases isEnd says
// that there is no new crawl to begin.
func (w *walk) resume(ctx context.Context, client *onchain.Client, now onchain.Block) (isEnd bool, err error) {
	head := w.journal.unfinished()
	if head == nil {
		return false, nil
	}
	if why := w.differs(head, now); why != "" {
		w.Warn(fmt.Sprintf("%s is of a crawl that %s: beginning anew", w.journal.path, why))
		return false, nil
	}
	snapshot, err := w.reopen(ctx, client, head.Block)
	switch {
	case onchain.Silent(err):
		w.unreadable(err)
		return true, nil
	case err != nil:
		w.Warn(fmt.Sprintf("cannot go on with the crawl of block %d in %s: %v: beginning anew", head.Block.Number, w.journal.path, err))
		return false, nil
	}
	w.chain, w.block = snapshot, snapshot.Block
	w.Warn(fmt.Sprintf("going on with the crawl of block %d in %s", head.Block.Number, w.journal.path))
	return true, w.replay()
}

// reopen takes a snapshot at an earlier block, if the chain still has it and its state can be read.
func (w *walk) reopen(ctx context.Context, client *onchain.Client, block onchain.Block) (*onchain.Snapshot, error) {
	snapshot, err := client.Pin(ctx, strconv.FormatUint(block.Number, 10))
	if err != nil {
		return nil, err
	}
	if snapshot.Block.Hash != block.Hash {
		err = &onchain.ReorgError{Pinned: block, Now: snapshot.Block.Hash}
	} else {
		_, err = snapshot.Code(ctx, common.Address{1}) // nodes forget the state of old blocks, and keep the blocks
	}
	if err != nil {
		snapshot.Close()
		return nil, err
	}
	return snapshot, nil
}

// differs says how the crawl of the journal differs from one that begins now, or nothing.
func (w *walk) differs(head *begun, now onchain.Block) string {
	_, err := strconv.ParseUint(w.Block, 0, 64)
	isNumber := err == nil
	switch {
	case !w.asksTheSame(head):
		return "asks something else, as compat.yaml or -feature did then"
	case isNumber && now.Number != head.Block.Number:
		return fmt.Sprintf("is of block %d", head.Block.Number)
	case now.Time > head.Block.Time && now.Time-head.Block.Time > longestPause:
		return fmt.Sprintf("is of block %d, which is more than a day old", head.Block.Number)
	}
	return ""
}

func (w *walk) asksTheSame(head *begun) bool { return head.Questions == w.plan.digest(w.Network) }

// replay takes in what the journal has, and goes on after it.
func (w *walk) replay() error {
	entries := w.journal.kept
	if err := w.takeIn(entries); err != nil {
		return fmt.Errorf("-state %s: %w: remove the file to begin anew", w.journal.path, err)
	}
	return w.journal.start(entries...)
}

// takeIn repeats what entries tell.
func (w *walk) takeIn(entries []entry) error {
	w.addListed()
	isSettled := map[int]bool{}
	for _, e := range entries {
		switch {
		case e.Found != nil && (e.Found.Set < 0 || e.Found.Set >= len(w.sets)):
			return errors.New("it names contracts that there are not")
		case e.Found != nil:
			w.add(e.Found.Set, e.Found.Addresses)
		case e.Judged != nil && !w.fits(e.Judged):
			return errors.New("it names targets that there are not")
		case e.Judged != nil:
			for _, s := range e.Judged.Settled {
				for i := s[0]; i < s[1]; i++ {
					isSettled[i] = true
				}
			}
			w.marks = append(w.marks, e.Judged.Marks...)
		}
	}
	w.pending = slices.DeleteFunc(w.pending, func(i int) bool { return isSettled[i] })
	return nil
}

// fits reports whether results are of targets and features that there are.
func (w *walk) fits(j *judged) bool {
	for _, s := range j.Settled {
		if s[0] < 0 || s[1] > len(w.targets) {
			return false
		}
	}
	for _, m := range j.Marks {
		if m.Target < 0 || m.Target >= len(w.targets) || m.Feature < 0 || m.Feature >= len(w.features) {
			return false
		}
		needs := w.sets[w.targets[m.Target].set].needs
		if slices.ContainsFunc(m.Missing, func(i int) bool { return i < 0 || i >= len(needs) }) {
			return false
		}
	}
	return true
}

// carriedOver are the logs that a finished crawl has read, which are still those of the chain: a later crawl goes on after them.
func (w *walk) carriedOver(ctx context.Context, client *onchain.Client) []entry {
	head := w.journal.header()
	if head == nil || !w.asksTheSame(head) || head.Block.Number > w.block.Number {
		return nil
	}
	old, err := client.Pin(ctx, strconv.FormatUint(head.Block.Number, 10))
	if err != nil {
		return nil
	}
	defer old.Close()
	if old.Block.Hash != head.Block.Hash {
		return nil
	}
	var entries []entry
	for i, set := range w.sets {
		if set.Enumerate == nil || len(set.Enumerate.Events) == 0 {
			continue
		}
		if merged, ok := w.journal.found(i); ok {
			w.add(i, merged.Addresses)
			entries = append(entries, entry{Found: &merged})
		}
	}
	return entries
}

// header is the first line, or nil.
func (j *journal) header() *begun {
	if j == nil || len(j.kept) == 0 {
		return nil
	}
	return j.kept[0].Begun
}

// unfinished is the header of a crawl that has not come to its end, or nil.
func (j *journal) unfinished() *begun {
	if head := j.header(); head != nil && j.kept[len(j.kept)-1].Done == nil {
		return head
	}
	return nil
}

// found merges what an enumeration has found.
func (j *journal) found(set int) (merged found, ok bool) {
	merged.Set = set
	for _, e := range j.kept {
		if e.Found != nil && e.Found.Set == set {
			merged.Addresses = append(merged.Addresses, e.Found.Addresses...)
			merged.Cursor = e.Found.Cursor
			ok = true
		}
	}
	return merged, ok
}

// cursor is where an enumeration goes on.
func (j *journal) cursor(set int) (from enumeration.Cursor) {
	if j == nil {
		return from
	}
	for _, e := range j.kept {
		if e.Found != nil && e.Found.Set == set {
			from = e.Found.Cursor
		}
	}
	return from
}
