package compat

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// StrictnessCache reads strict flags from registries on chain and remembers them. It implements [Strictness].
//
// A flag is read once, by the first caller who asks for it, and then refreshed in the background by [StrictnessCache.Run].
// While Run runs, callers wait only for the first value of a flag. Without Run nothing is pinned either: the caller who
// meets a value that is due reads it anew, while others use the old one.
//
// A failed read keeps the last known value, is logged as a warning, told to the [CacheObserver], and tried again soon.
// Where there is no value yet, IsStrict returns the error, and [Gate].StrictOnError says what that means: legacy is
// served, unless it is set.
//
// Create it with [NewStrictnessCache]. It is safe for concurrent use.
type StrictnessCache struct {
	options StrictnessOptions
	chains  map[uint64]*flagChain // never changed
	running atomic.Bool
}

var _ Strictness = (*StrictnessCache)(nil)

// NewStrictnessCache returns a cache over one registry per chain. It reads nothing yet.
func NewStrictnessCache(registries []StrictnessRegistry, options StrictnessOptions) (*StrictnessCache, error) {
	if err := options.complete(); err != nil {
		return nil, err
	}
	if len(registries) == 0 {
		return nil, errors.New("compat: StrictnessCache without a registry: leave Gate.Strictness nil where no feature is ever strict")
	}
	c := &StrictnessCache{options: options, chains: make(map[uint64]*flagChain, len(registries))}
	for _, registry := range registries {
		if err := registry.check(); err != nil {
			return nil, err
		}
		if c.chains[registry.ChainID] != nil {
			return nil, fmt.Errorf("compat: StrictnessCache: two registries for chain %d: a chain has one", registry.ChainID)
		}
		chain, err := newFlagChain(registry, &c.options)
		if err != nil {
			return nil, err
		}
		c.chains[registry.ChainID] = chain
	}
	return c, nil
}

// IsStrict returns the last known value of the flag. It waits for a read only if there is no value, or if the value is
// due and Run does not run.
//
// The error is a *[StrictnessReadError] if there is no value because it could not be read, and wraps that of ctx if ctx
// ends while waiting. An empty feature, a chain without a registry and more features than
// [StrictnessOptions].MaxFeatures are errors too.
func (c *StrictnessCache) IsStrict(ctx context.Context, chainID uint64, feature Feature) (bool, error) {
	chain := c.chains[chainID]
	if chain == nil {
		return false, fmt.Errorf("compat: no strictness registry is configured for chain %d", chainID)
	}
	f, err := chain.flag(feature)
	if err != nil {
		return false, err
	}
	if r := f.last.Load(); r != nil && (c.running.Load() || !r.isDue(time.Now())) {
		return r.answer()
	}
	return f.readNow(ctx)
}

// Run refreshes the flags until ctx is done, and returns nil when all its goroutines have ended. It first reads
// [StrictnessOptions].Features on every chain. Only one Run may run at a time.
//
//	group.Go(func() error { return cache.Run(ctx) })
func (c *StrictnessCache) Run(ctx context.Context) error {
	if !c.running.CompareAndSwap(false, true) {
		return errors.New("compat: StrictnessCache.Run: already running: start it once, beside the server")
	}
	defer c.running.Store(false)
	var group sync.WaitGroup
	for _, chain := range c.chains {
		group.Go(func() { chain.run(ctx) })
	}
	group.Wait()
	return nil
}
