package scenarios_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/compatlint/compatlint/compat"
)

// A watcher is told of the reads of a cache, and lets a test wait for one.
type watcher struct {
	mu    sync.Mutex
	reads []read
	told  chan struct{}
}

// A read is one read of a flag. failure is empty if it succeeded.
type read struct {
	feature compat.Feature
	strict  bool
	failure compat.ReadFailure
}

func newWatcher() *watcher { return &watcher{told: make(chan struct{}, 1)} }

// StrictnessRead implements compat.CacheObserver.
func (w *watcher) StrictnessRead(_ uint64, feature compat.Feature, strict bool) {
	w.add(read{feature: feature, strict: strict})
}

// StrictnessReadFailed implements compat.CacheObserver.
func (w *watcher) StrictnessReadFailed(_ uint64, feature compat.Feature, reason compat.ReadFailure) {
	w.add(read{feature: feature, failure: reason})
}

func (w *watcher) add(r read) {
	w.mu.Lock()
	w.reads = append(w.reads, r)
	w.mu.Unlock()
	select {
	case w.told <- struct{}{}:
	default: // the test has not yet seen the last one, and looks at all of them then
	}
}

// await waits for a read that ends from now on. The cache answers with what that read has brought when await returns.
func (w *watcher) await(t *testing.T, want read) {
	t.Helper()
	deadline := time.After(30 * time.Second)
	seen := w.count()
	for {
		w.mu.Lock()
		reads := w.reads[seen:]
		w.mu.Unlock()
		for _, r := range reads {
			if r == want {
				return
			}
		}
		seen += len(reads)
		select {
		case <-w.told:
		case <-deadline:
			t.Fatalf("the cache did not read %+v", want)
		}
	}
}

func (w *watcher) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.reads)
}

// keepFresh runs the cache for the time of the test.
func keepFresh(t *testing.T, cache *compat.StrictnessCache) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- cache.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
}
