package compat

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"time"
)

// flag is one feature on one chain.
type flag struct {
	chain    *flagChain
	feature  Feature
	calldata []byte
	last     atomic.Pointer[reading]
	turn     chan struct{} // holds one token while somebody reads the flag
}

// reading is what the last read of a flag has left. It is never changed.
type reading struct {
	known    bool // strict is the value of the last read that succeeded
	strict   bool
	failures int   // since then
	err      error // of the last read, if it failed
	due      time.Time
}

func (r *reading) isDue(now time.Time) bool { return !now.Before(r.due) }

func (r *reading) answer() (bool, error) {
	if r.known {
		return r.strict, nil
	}
	return false, r.err
}

// readNow returns the value of a flag that was never read or is due. One caller reads. The others wait for the first
// value, and use an old one.
func (f *flag) readNow(ctx context.Context) (bool, error) {
	if r := f.last.Load(); r != nil && r.known {
		if f.tryTurn() {
			f.refresh(ctx)
			f.endTurn()
		}
		return f.last.Load().answer()
	}
	for ctx.Err() == nil {
		select {
		case f.turn <- struct{}{}:
			f.refresh(ctx)
			f.endTurn()
		case <-ctx.Done():
		}
		if r := f.last.Load(); r != nil {
			return r.answer()
		}
	}
	return false, fmt.Errorf("compat: waiting for the strict flag of feature %q: %w", f.feature, ctx.Err())
}

func (f *flag) tryTurn() bool {
	select {
	case f.turn <- struct{}{}:
		return true
	default:
		return false
	}
}

// endTurn lets the next one read, and Run see when that has to be.
func (f *flag) endTurn() {
	<-f.turn
	f.chain.wakeUp()
}

// refresh reads the flag if that is still needed. The caller holds the turn.
func (f *flag) refresh(ctx context.Context) {
	select {
	case f.chain.slots <- struct{}{}:
		defer func() { <-f.chain.slots }()
	case <-ctx.Done():
		return
	}
	before := f.last.Load()
	start := time.Now()
	if before != nil && !before.isDue(start) {
		return // somebody else did while the caller waited for the turn
	}
	strict, err := f.read(ctx)
	if err == nil {
		f.succeeded(ctx, before, strict)
		return
	}
	if ctx.Err() != nil && (!errors.Is(ctx.Err(), context.DeadlineExceeded) || time.Since(start) < f.chain.options.Retry) {
		return // the caller gave up or was in a hurry, which says nothing about the node
	}
	f.failed(ctx, before, err)
}

func (f *flag) succeeded(ctx context.Context, before *reading, strict bool) {
	options := f.chain.options
	f.last.Store(&reading{known: true, strict: strict, due: time.Now().Add(early(options.Interval))})
	if before != nil && before.known && before.strict != strict {
		options.logger().InfoContext(ctx, "strict flag of a compatibility feature changed",
			"chain_id", f.chain.registry.ChainID, "feature", string(f.feature), "strict", strict)
	}
	if options.Observer != nil {
		options.Observer.StrictnessRead(f.chain.registry.ChainID, f.feature, strict)
	}
}

func (f *flag) failed(ctx context.Context, before *reading, err *StrictnessReadError) {
	f.chain.identified.Store(nil) // the node may have become another one
	next := reading{}
	if before != nil {
		next = *before
	}
	options := f.chain.options
	next.failures++
	next.err = err
	wait := options.backoff(next.failures)
	next.due = time.Now().Add(wait)
	f.last.Store(&next)

	used := "none"
	if next.known {
		used = fmt.Sprint(next.strict)
	}
	options.logger().WarnContext(ctx, "strict flag of a compatibility feature cannot be read from the chain",
		"chain_id", err.ChainID, "feature", string(err.Feature), "registry", err.Registry.Hex(), "reason", string(err.Reason),
		"last_known", used, "failures", next.failures, "retry_in", wait, "err", err)
	if options.Observer != nil {
		options.Observer.StrictnessReadFailed(err.ChainID, err.Feature, err.Reason)
	}
}

// backoff returns how long to wait after so many failures in a row.
func (o *StrictnessOptions) backoff(failures int) time.Duration {
	limit := min(maxRetry, o.Interval)
	wait := o.Retry
	for range failures - 1 {
		if wait >= limit {
			break
		}
		wait *= 2
	}
	return early(min(wait, limit))
}

// early returns d or up to a tenth less, so that many flags and many services do not ask at the same moment.
func early(d time.Duration) time.Duration {
	return d - rand.N(d/10+1)
}
