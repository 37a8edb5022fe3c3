package compat_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
)

const chainID = 7

// cached is a cache over a registry in memory, with what it logs and tells.
type cached struct {
	*compat.StrictnessCache
	registry *compattest.Registry
	observer *compattest.Observer
	log      *syncBuffer
}

// syncBuffer is a log that several goroutines write.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func newCached(t testing.TB, options compat.StrictnessOptions) *cached {
	t.Helper()
	c := &cached{registry: compattest.NewRegistry(chainID), observer: &compattest.Observer{}, log: &syncBuffer{}}
	options.Observer = c.observer
	options.Logger = slog.New(slog.NewTextHandler(c.log, nil))
	cache, err := compat.NewStrictnessCache([]compat.StrictnessRegistry{c.registry.Entry(chainID)}, options)
	if err != nil {
		t.Fatal(err)
	}
	c.StrictnessCache = cache
	return c
}

// run starts Run and returns a function that ends it and waits for that.
func (c *cached) run(t *testing.T) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := c.Run(ctx); err != nil {
			t.Errorf("Run: %v", err)
		}
	}()
	return func() { cancel(); <-done }
}

func (c *cached) want(t *testing.T, feature compat.Feature, want bool) {
	t.Helper()
	if got, err := c.IsStrict(t.Context(), chainID, feature); err != nil || got != want {
		t.Errorf("IsStrict = %t, %v; want %t", got, err, want)
	}
}

func (c *cached) wantFailures(t *testing.T, want map[compat.ReadFailure]int) {
	t.Helper()
	if got := c.observer.Failures(); !maps.Equal(got, want) {
		t.Errorf("failures %v, want %v", got, want)
	}
}

func TestCacheReadsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		c.registry.Set(feature, true)
		for range 3 {
			c.want(t, feature, true)
			c.want(t, "other", false)
		}
		if c.registry.Reads(feature) != 1 || c.registry.Reads("other") != 1 {
			t.Errorf("read %d and %d times, want once", c.registry.Reads(feature), c.registry.Reads("other"))
		}
		if strict, known := c.observer.Flag(chainID, feature); !strict || !known {
			t.Errorf("observer saw %t, %t; want the flag", strict, known)
		}
		if c.log.String() != "" {
			t.Errorf("logged %q, want nothing", c.log)
		}
	})
}

// A flag that is flipped shows after five minutes at the latest, and is not read more often than that.
func TestCacheRefreshesInTheBackground(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		defer c.run(t)()
		c.want(t, feature, false)
		for i := range 20 {
			strict := i%2 == 0
			c.registry.Set(feature, strict)
			c.want(t, feature, !strict) // no caller reads while Run runs
			time.Sleep(5*time.Minute + time.Nanosecond)
			synctest.Wait()
			c.want(t, feature, strict)
		}
		// Each read is 4.5 to 5 minutes after the one before it.
		if reads := c.registry.Reads(feature); reads < 21 || reads > 23 {
			t.Errorf("%d reads in 100 minutes, want 21 to 23", reads)
		}
		if log := c.log.String(); strings.Count(log, "strict flag of a compatibility feature changed") != 20 {
			t.Errorf("log %q, want each change", log)
		}
	})
}

func TestCacheRunReadsTheListedFeatures(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{Features: []compat.Feature{feature, "other"}})
		c.registry.Set(feature, true)
		defer c.run(t)()
		synctest.Wait()
		if strict, known := c.observer.Flag(chainID, feature); !strict || !known {
			t.Error("the flag is not known before it is asked for")
		}
		c.registry.Before(func(context.Context) error { return compattest.Refused() })
		c.want(t, feature, true)
		c.want(t, "other", false)
	})
}

// Without Run, nothing is pinned: the caller who meets an old value reads it.
func TestCacheWithoutRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		c.want(t, feature, false)
		c.registry.Set(feature, true)
		time.Sleep(4 * time.Minute)
		c.want(t, feature, false)
		time.Sleep(time.Minute)
		c.want(t, feature, true)

		c.registry.Before(func(context.Context) error { return compattest.Refused() })
		time.Sleep(5 * time.Minute)
		c.want(t, feature, true)
		c.wantFailures(t, map[compat.ReadFailure]int{compat.FailureRPC: 1})
	})
}

// While one caller waits for a node that hangs, the others use the old value.
func TestCacheWithoutRunDoesNotBlockTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		c.registry.Set(feature, true)
		c.want(t, feature, true)
		c.registry.Before(hang)
		time.Sleep(5 * time.Minute)
		go c.want(t, feature, true)
		synctest.Wait()
		start := time.Now()
		c.want(t, feature, true)
		if waited := time.Since(start); waited != 0 {
			t.Errorf("waited %s", waited)
		}
		time.Sleep(5 * time.Second)
	})
}

func hang(ctx context.Context) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestCacheKeepsTheLastValue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		defer c.run(t)()
		c.registry.Set(feature, true)
		c.want(t, feature, true)

		c.registry.Before(func(context.Context) error { return compattest.Refused() })
		time.Sleep(5 * time.Minute)
		synctest.Wait()
		c.want(t, feature, true)
		if c.observer.Failures()[compat.FailureRPC] == 0 {
			t.Fatal("no failure was told to the observer")
		}
		for _, part := range []string{"level=WARN", "chain_id=7", "feature=policy_code_hash", "reason=rpc", "last_known=true",
			"connection refused", "registry=" + compattest.RegistryAddress.Hex()} {
			if !strings.Contains(c.log.String(), part) {
				t.Errorf("log %q lacks %q", c.log, part)
			}
		}
		if strings.Contains(c.log.String(), compattest.NodeKey) {
			t.Errorf("log %q gives away the key of the node", c.log)
		}

		time.Sleep(24 * time.Hour)
		synctest.Wait()
		c.want(t, feature, true)

		// The node is back: a minute later at the latest the flag is read, whatever it has become.
		c.registry.Before(nil)
		c.registry.Set(feature, false)
		time.Sleep(time.Minute + time.Nanosecond)
		synctest.Wait()
		c.want(t, feature, false)
	})
}

func TestCacheRetriesSoon(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		c.registry.Set(feature, true)
		c.registry.Before(func(context.Context) error { return compattest.RateLimited() })
		defer c.run(t)()
		failure := func() {
			t.Helper()
			strict, err := c.IsStrict(t.Context(), chainID, feature)
			var read *compat.StrictnessReadError
			if strict || !errors.As(err, &read) || read.Reason != compat.FailureRPC || read.Feature != feature || read.ChainID != chainID {
				t.Errorf("IsStrict = %t, %v; want *StrictnessReadError", strict, err)
			}
		}
		failure()
		failure()
		c.wantFailures(t, map[compat.ReadFailure]int{compat.FailureRPC: 1}) // the second one was not read
		// One read after 1, 2, 4, 8, 16, 32 seconds, each up to a tenth earlier, then one a minute.
		time.Sleep(63 * time.Second)
		synctest.Wait()
		if got := c.registry.Reads(feature); got != 0 {
			t.Errorf("%d reads of the flag before the chain was known", got)
		}
		if got := c.observer.Failures()[compat.FailureRPC]; got != 7 {
			t.Errorf("%d failures in 63 seconds, want 7", got)
		}
		time.Sleep(10 * time.Minute)
		synctest.Wait()
		if got := c.observer.Failures()[compat.FailureRPC]; got < 16 || got > 19 {
			t.Errorf("%d failures in 11 minutes, want 16 to 19", got)
		}
		failure()
		c.registry.Before(nil)
		time.Sleep(time.Minute)
		synctest.Wait()
		c.want(t, feature, true)
	})
}

// What an unreadable flag means is the Gate's to say.
func TestCacheUnderAGate(t *testing.T) {
	for _, strictOnError := range []bool{false, true} {
		t.Run(fmt.Sprintf("StrictOnError %t", strictOnError), func(t *testing.T) {
			log := captureLog(t)
			c := newCached(t, compat.StrictnessOptions{})
			c.registry.Before(func(context.Context) error { return compattest.Refused() })
			gate := &compat.Gate{ChainID: chainID, Strictness: c, StrictOnError: strictOnError}
			if got := gate.IsStrict(t.Context(), feature); got != strictOnError {
				t.Errorf("IsStrict = %t", got)
			}
			wantLog(t, log, "level=WARN", fmt.Sprintf("assume_strict=%t", strictOnError), "no usable answer")
			if strings.Contains(log.String(), compattest.NodeKey) {
				t.Errorf("log %q gives away the key of the node", log)
			}
		})
	}
}

func TestCacheTellsFailuresApart(t *testing.T) {
	fail := func(err error) func(*compattest.Registry) {
		return func(r *compattest.Registry) {
			asked := false
			r.Before(func(context.Context) error {
				if !asked { // the question for the chain
					asked = true
					return nil
				}
				return err
			})
		}
	}
	answer := func(data []byte) func(*compattest.Registry) {
		return func(r *compattest.Registry) { r.Answer(func([]byte) []byte { return data }) }
	}
	tests := []struct {
		name string
		set  func(*compattest.Registry)
		want compat.ReadFailure
		text string
	}{
		{"no contract", func(r *compattest.Registry) { r.Remove() }, compat.FailureNoContract, "there is no contract at 0x5715"},
		{"fallback without an answer", answer(nil), compat.FailureWrongContract, "the answer is empty"},
		{"fallback with a word", answer(common.FromHex("0x00000000000000000000000000000000000000000000000000000000deadbeef")),
			compat.FailureWrongContract, "no boolean"},
		{"a word that is 1 in its low half", answer(common.FromHex("0x8000000000000000000000000000000000000000000000000000000000000001")),
			compat.FailureWrongContract, "no boolean"},
		{"two words", answer(make([]byte, 64)), compat.FailureWrongContract, "(64 bytes)"},
		{"one byte", answer([]byte{1}), compat.FailureWrongContract, "0x01"},
		{"no such function", fail(compattest.Miss()), compat.FailureWrongContract, "does not answer isStrict(bytes32)"},
		{"no such function on hardhat", fail(compattest.MissOnHardhat()), compat.FailureWrongContract, "isStrict(bytes32)"},
		{"revert with a reason", fail(compattest.Reverted("paused")), compat.FailureWrongContract, "paused"},
		{"custom error", fail(compattest.RevertedWith([]byte{1, 2, 3, 4})), compat.FailureWrongContract, "execution reverted"},
		{"out of gas", fail(compattest.OutOfGas()), compat.FailureWrongContract, "out of gas"},
		{"invalid opcode", fail(compattest.InvalidOpcode()), compat.FailureWrongContract, "invalid opcode"},
		{"wrong chain", func(r *compattest.Registry) { r.MoveTo(8) }, compat.FailureWrongChain, "chain 8 instead of 7"},
		{"rate limit", fail(compattest.RateLimited()), compat.FailureRPC, "rate limited"},
		{"HTTP", fail(compattest.HTTPStatus(502)), compat.FailureRPC, "502"},
		{"down", fail(compattest.Refused()), compat.FailureRPC, "connection refused"},
		{"timeout", fail(compattest.TimedOut()), compat.FailureRPC, "deadline"},
		{"garbage", fail(compattest.Garbage()), compat.FailureRPC, "invalid character"},
		{"unknown block", fail(compattest.UnknownBlock()), compat.FailureRPC, "header not found"},
		{"proxy that speaks of reverts", fail(fmt.Errorf("execution reverted: %w", compattest.HTTPStatus(503))), compat.FailureRPC, "503"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := newCached(t, compat.StrictnessOptions{})
			test.set(c.registry)
			strict, err := c.IsStrict(t.Context(), chainID, feature)
			if strict || err == nil || !strings.Contains(err.Error(), test.text) || strings.Contains(err.Error(), compattest.NodeKey) {
				t.Errorf("IsStrict = %t, %v; want an error with %q", strict, err, test.text)
			}
			c.wantFailures(t, map[compat.ReadFailure]int{test.want: 1})
			if !strings.Contains(c.log.String(), "reason="+string(test.want)) {
				t.Errorf("log %q lacks the reason", c.log)
			}
			if compat.IsSelectorMiss(err) {
				t.Error("the error of the flag passes for a selector miss of the policy")
			}
		})
	}
}

// A node that moves to another chain while the service runs changes nothing but the counter.
func TestCacheNodeMovesToAnotherChain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		c.registry.Set(feature, true)
		defer c.run(t)()
		c.want(t, feature, true)
		c.registry.MoveTo(8)
		c.registry.Set(feature, false) // what the other chain says
		time.Sleep(6 * time.Minute)
		synctest.Wait()
		c.want(t, feature, true)
		if failures := c.observer.Failures(); failures[compat.FailureWrongChain] == 0 || len(failures) != 1 {
			t.Errorf("failures %v, want wrong_chain", failures)
		}
	})
}

func TestCacheCallersGiveUp(t *testing.T) {
	t.Run("in a hurry", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			c := newCached(t, compat.StrictnessOptions{})
			c.registry.Set(feature, true)
			c.registry.Before(hang)
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
			defer cancel()
			if _, err := c.IsStrict(ctx, chainID, feature); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("error %v, want that of the context", err)
			}
			c.wantFailures(t, nil)
			c.registry.Before(nil)
			c.want(t, feature, true)
		})
	})
	t.Run("patient", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			c := newCached(t, compat.StrictnessOptions{})
			c.registry.Before(hang)
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			var read *compat.StrictnessReadError
			if _, err := c.IsStrict(ctx, chainID, feature); !errors.As(err, &read) {
				t.Errorf("error %v, want *StrictnessReadError: the node is slow", err)
			}
			c.wantFailures(t, map[compat.ReadFailure]int{compat.FailureRPC: 1})
		})
	})
	t.Run("the one who reads", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			c := newCached(t, compat.StrictnessOptions{})
			c.registry.Set(feature, true)
			c.registry.Before(hang)
			ctx, cancel := context.WithCancel(t.Context())
			go func() {
				if _, err := c.IsStrict(ctx, chainID, feature); !errors.Is(err, context.Canceled) {
					t.Errorf("error %v, want that of the context", err)
				}
			}()
			synctest.Wait()
			go c.want(t, feature, true)
			synctest.Wait()
			c.registry.Before(nil)
			cancel()
			synctest.Wait()
			c.wantFailures(t, nil)
		})
	})
	t.Run("before the first step", func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := c.IsStrict(ctx, chainID, feature); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want that of the context", err)
		}
		c.wantFailures(t, nil)
	})
}

func TestCacheRefuses(t *testing.T) {
	c := newCached(t, compat.StrictnessOptions{MaxFeatures: 2})
	tests := []struct {
		name    string
		chainID uint64
		feature compat.Feature
		want    string
	}{
		{"no name", chainID, "", "without a name"},
		{"unknown chain", 8, feature, "no strictness registry is configured for chain 8"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := c.IsStrict(t.Context(), test.chainID, test.feature); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
	c.want(t, "one", false)
	c.want(t, "two", false)
	if _, err := c.IsStrict(t.Context(), chainID, "three"); err == nil || !strings.Contains(err.Error(), "MaxFeatures") {
		t.Errorf("error %v, want one that names the limit", err)
	}
	c.want(t, "two", false)
}

func TestNewStrictnessCacheInvalid(t *testing.T) {
	registry := compattest.NewRegistry(chainID)
	entry := registry.Entry(chainID)
	one := []compat.StrictnessRegistry{entry}
	change := func(f func(*compat.StrictnessRegistry)) []compat.StrictnessRegistry {
		changed := entry
		f(&changed)
		return []compat.StrictnessRegistry{changed}
	}
	tests := []struct {
		name       string
		registries []compat.StrictnessRegistry
		options    compat.StrictnessOptions
		want       string
	}{
		{"no registry", nil, compat.StrictnessOptions{}, "without a registry"},
		{"no chain", change(func(r *compat.StrictnessRegistry) { r.ChainID = 0 }), compat.StrictnessOptions{}, "ChainID"},
		{"no address", change(func(r *compat.StrictnessRegistry) { r.Address = common.Address{} }), compat.StrictnessOptions{}, "Address is zero"},
		{"no client", change(func(r *compat.StrictnessRegistry) { r.Client = nil }), compat.StrictnessOptions{}, "Client is nil"},
		{"chain twice", []compat.StrictnessRegistry{entry, entry}, compat.StrictnessOptions{}, "two registries for chain 7"},
		{"interval", one, compat.StrictnessOptions{Interval: -1}, "Interval is negative"},
		{"retry", one, compat.StrictnessOptions{Retry: -1}, "Retry is negative"},
		{"timeout", one, compat.StrictnessOptions{Timeout: -1}, "Timeout is negative"},
		{"reads", one, compat.StrictnessOptions{MaxReads: -1}, "MaxReads -1"},
		{"features", one, compat.StrictnessOptions{MaxFeatures: -1}, "MaxFeatures -1"},
		{"too many features", one, compat.StrictnessOptions{MaxFeatures: 1, Features: []compat.Feature{"a", "b"}}, `"b"`},
		{"feature without a name", one, compat.StrictnessOptions{Features: []compat.Feature{""}}, "without a name"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cache, err := compat.NewStrictnessCache(test.registries, test.options)
			if cache != nil || err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, %v; want an error with %q", cache, err, test.want)
			}
		})
	}
}

func TestCacheRunsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCached(t, compat.StrictnessOptions{})
		stop := c.run(t)
		synctest.Wait()
		if err := c.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "already running") {
			t.Errorf("second Run: %v", err)
		}
		stop()
		c.run(t)()
	})
}

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }
