package compat_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
)

func features(n int) []compat.Feature {
	all := make([]compat.Feature, n)
	for i := range all {
		all[i] = compat.Feature(fmt.Sprintf("feature_%d", i))
	}
	return all
}

// Ten thousand goroutines ask for a thousand features at the same moment: one read per key, eight at a time.
func TestCacheUnderLoad(t *testing.T) {
	for _, running := range []bool{false, true} {
		t.Run(fmt.Sprintf("Run %t", running), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := newCached(t, compat.StrictnessOptions{})
				all := features(1000)
				for i, feature := range all {
					c.registry.Set(feature, i%3 == 0)
				}
				var now, most atomic.Int32
				c.registry.Before(func(context.Context) error {
					running := now.Add(1)
					defer now.Add(-1)
					for seen := most.Load(); running > seen && !most.CompareAndSwap(seen, running); seen = most.Load() {
					}
					time.Sleep(20 * time.Millisecond)
					return nil
				})
				if running {
					defer c.run(t)()
				}
				var callers sync.WaitGroup
				for i := range 10_000 {
					callers.Go(func() {
						for j := range 3 {
							at := (i + j*331) % len(all)
							c.want(t, all[at], at%3 == 0)
						}
					})
				}
				callers.Wait()
				for _, feature := range all {
					if reads := c.registry.Reads(feature); reads != 1 {
						t.Errorf("%s was read %d times, want once", feature, reads)
					}
				}
				if most.Load() > 8 {
					t.Errorf("%d reads at the same time, want at most 8", most.Load())
				}
			})
		})
	}
}

// Reads are spread: after the first hour a thousand flags are not read in one burst, and each as often as it should be.
func TestCacheSpreadsReads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		all := features(1000)
		c := newCached(t, compat.StrictnessOptions{Features: all})
		var mu sync.Mutex
		perSecond := map[int64]int{}
		c.registry.Before(func(context.Context) error {
			mu.Lock()
			defer mu.Unlock()
			perSecond[time.Now().Unix()]++
			return nil
		})
		defer c.run(t)()
		time.Sleep(time.Hour)
		synctest.Wait()
		mu.Lock()
		first := slices.Min(slices.Collect(maps.Keys(perSecond)))
		for second, reads := range perSecond {
			if second > first+1 && reads > 100 {
				t.Errorf("%d reads in second %d", reads, second-first)
			}
		}
		mu.Unlock()
		for _, feature := range all {
			if reads := c.registry.Reads(feature); reads < 13 || reads > 14 {
				t.Errorf("%s was read %d times in an hour, want 13 or 14", feature, reads)
			}
		}
	})
}

// The node of one chain hangs; the other chain does not notice.
func TestCacheSlowChainHoldsUpNoOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow, fast := compattest.NewRegistry(1), compattest.NewRegistry(2)
		slow.Before(hang)
		all := features(100)
		cache, err := compat.NewStrictnessCache([]compat.StrictnessRegistry{slow.Entry(1), fast.Entry(2)},
			compat.StrictnessOptions{Features: all, Logger: discard()})
		if err != nil {
			t.Fatal(err)
		}
		c := &cached{StrictnessCache: cache}
		defer c.run(t)()
		synctest.Wait()
		for _, feature := range all {
			if _, err := cache.IsStrict(t.Context(), 2, feature); err != nil || fast.Reads(feature) != 1 {
				t.Errorf("%s: %v, %d reads", feature, err, fast.Reads(feature))
			}
		}
	})
}

// A node that fails half of the time makes no value wrong: what is known is kept, what is flipped shows in the end.
func TestCacheFlappingNode(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		all := features(50)
		c := newCached(t, compat.StrictnessOptions{Features: all})
		kinds := compattest.Kinds()
		c.registry.Before(func(context.Context) error {
			if rand.N(2) == 0 {
				return kinds[rand.N(len(kinds))].Err
			}
			return nil
		})
		defer c.run(t)()
		for hour := range 6 {
			strict := hour%2 == 0
			for _, feature := range all {
				c.registry.Set(feature, strict)
			}
			time.Sleep(time.Hour)
			synctest.Wait()
			for _, feature := range all {
				c.want(t, feature, strict)
			}
		}
		if len(c.observer.Failures()) < 2 {
			t.Errorf("failures %v, want several kinds", c.observer.Failures())
		}
	})
}

func TestCacheIsStrictAllocatesNothing(t *testing.T) {
	c := newCached(t, compat.StrictnessOptions{})
	c.want(t, feature, false)
	ctx := t.Context()
	if allocated := testing.AllocsPerRun(100, func() { _, _ = c.IsStrict(ctx, chainID, feature) }); allocated != 0 {
		t.Errorf("%v allocations, want none", allocated)
	}
}

// The first benchmark is what a service sees. Without Run, every call looks at the clock.
func BenchmarkCacheIsStrict(b *testing.B) {
	for _, running := range []bool{true, false} {
		b.Run(fmt.Sprintf("Run=%t", running), func(b *testing.B) {
			c := newCached(b, compat.StrictnessOptions{Features: features(1000)})
			ctx, cancel := context.WithCancel(b.Context())
			var group sync.WaitGroup
			if running {
				group.Go(func() { _ = c.Run(ctx) })
			}
			if _, err := c.IsStrict(ctx, chainID, feature); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.IsStrict(ctx, chainID, feature); err != nil {
					b.Fatal(err)
				}
			}
			cancel()
			group.Wait()
		})
	}
}

func BenchmarkCacheIsStrictParallel(b *testing.B) {
	c := newCached(b, compat.StrictnessOptions{Features: features(1000)})
	ctx, cancel := context.WithCancel(b.Context())
	var group sync.WaitGroup
	group.Go(func() { _ = c.Run(ctx) })
	if _, err := c.IsStrict(ctx, chainID, feature); err != nil {
		b.Fatal(err)
	}
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			_, _ = c.IsStrict(ctx, chainID, feature)
		}
	})
	cancel()
	group.Wait()
}
