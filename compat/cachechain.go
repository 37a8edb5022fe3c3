package compat

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"time"
)

// flagChain is what a StrictnessCache keeps for one chain. Each chain has its own slots, so that one whose node hangs
// does not hold up the others.
type flagChain struct {
	registry StrictnessRegistry
	options  *StrictnessOptions
	wake     chan struct{} // tells run that a flag was added or read
	slots    chan struct{} // holds one token for each read that runs

	asking     chan struct{}             // holds one token while somebody asks for the chain that the node serves
	identified atomic.Pointer[time.Time] // until when the answer holds

	adding sync.Mutex
	flags  atomic.Pointer[map[Feature]*flag] // replaced under adding, never changed
}

func newFlagChain(registry StrictnessRegistry, options *StrictnessOptions) (*flagChain, error) {
	c := &flagChain{
		registry: registry,
		options:  options,
		wake:     make(chan struct{}, 1),
		slots:    make(chan struct{}, options.MaxReads),
		asking:   make(chan struct{}, 1),
	}
	c.flags.Store(&map[Feature]*flag{})
	for _, feature := range options.Features {
		if _, err := c.flag(feature); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// flag returns the flag of the feature, and adds it if it is new.
func (c *flagChain) flag(feature Feature) (*flag, error) {
	if f := (*c.flags.Load())[feature]; f != nil {
		return f, nil
	}
	if feature == "" {
		return nil, errors.New("compat: strict flag of a feature without a name: name the feature as in compat.yaml")
	}
	c.adding.Lock()
	defer c.adding.Unlock()
	flags := *c.flags.Load()
	if f := flags[feature]; f != nil {
		return f, nil
	}
	if len(flags) >= c.options.MaxFeatures {
		return nil, fmt.Errorf("compat: strict flag of feature %q: %d features are kept for chain %d already: "+
			"feature names must be constants, or StrictnessOptions.MaxFeatures is too small", feature, len(flags), c.registry.ChainID)
	}
	f := &flag{chain: c, feature: feature, calldata: isStrictCalldata(feature), turn: make(chan struct{}, 1)}
	more := make(map[Feature]*flag, len(flags)+1)
	maps.Copy(more, flags)
	more[feature] = f
	c.flags.Store(&more)
	return f, nil
}

func (c *flagChain) wakeUp() {
	select {
	case c.wake <- struct{}{}:
	default: // run has not yet seen the last one, and looks at everything then
	}
}

// run reads flags when they are due, until ctx is done.
func (c *flagChain) run(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-c.wake:
		case <-timer.C:
		}
		c.refreshDue(ctx)
		timer.Reset(c.untilNext())
	}
}

// refreshDue reads the flags that are due, several at a time, and waits for the reads.
func (c *flagChain) refreshDue(ctx context.Context) {
	var due []*flag
	now := time.Now()
	for _, f := range *c.flags.Load() {
		if r := f.last.Load(); r == nil || r.isDue(now) {
			due = append(due, f)
		}
	}
	queue := make(chan *flag, len(due))
	for _, f := range due {
		queue <- f
	}
	close(queue)
	var readers sync.WaitGroup
	for range min(len(due), c.options.MaxReads) {
		readers.Go(func() {
			for f := range queue {
				if ctx.Err() == nil && f.tryTurn() { // a caller who has the turn wakes run up when done
					f.refresh(ctx)
					<-f.turn
				}
			}
		})
	}
	readers.Wait()
}

// untilNext returns how long nothing is due. Flags that a caller is reading do not count: the caller wakes run up.
func (c *flagChain) untilNext() time.Duration {
	wait := c.options.Interval
	now := time.Now()
	for _, f := range *c.flags.Load() {
		if r := f.last.Load(); r != nil && len(f.turn) == 0 {
			wait = min(wait, r.due.Sub(now))
		}
	}
	return max(wait, 0)
}
