package compatprobe_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatprobe"
	"github.com/compatlint/compatlint/compat/compattest"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

var (
	target         = common.HexToAddress("0x1111111111111111111111111111111111111111")
	implementation = common.HexToAddress("0x2222222222222222222222222222222222222222")
	selector       = crypto.Keccak256([]byte("getPolicyCodeHash()"))[:4]

	slot1967 = common.BigToHash(new(big.Int).Sub(crypto.Keccak256Hash([]byte("eip1967.proxy.implementation")).Big(), common.Big1))
	slot1822 = crypto.Keccak256Hash([]byte("PROXIABLE"))
)

// Proxies that no fixture of Solidity covers, in front of the old and of the new implementation.
func TestSupportsProxies(t *testing.T) {
	tests := []struct {
		name string
		set  func(f *fake)
	}{
		{"EIP-1967", func(f *fake) {
			f.setCode(target, slotProxy(slot1967))
			f.setSlot(target, slot1967, implementation)
		}},
		{"EIP-1822", func(f *fake) {
			f.setCode(target, slotProxy(slot1822))
			f.setSlot(target, slot1822, implementation)
		}},
		{"slot of its own", func(f *fake) {
			f.setCode(target, slotProxy(common.Hash{31: 5}))
			f.setSlot(target, common.Hash{31: 5}, implementation)
		}},
		{"diamond", func(f *fake) {
			f.setCode(target, diamond())
			f.setSlot(target, facetSlot(selector), implementation)
		}},
		{"EIP-7702 account", func(f *fake) {
			f.setCode(target, append([]byte{0xef, 0x01, 0x00}, implementation[:]...))
		}},
		{"clone with a fixed address", func(f *fake) {
			f.setCode(target, delegator(append([]byte{0x73}, implementation[:]...)))
		}},
		{"six proxies", func(f *fake) {
			for i := range 6 {
				next := common.Address{0: 0xaa, 19: byte(i + 1)}
				if i == 5 {
					next = implementation
				}
				at := target
				if i > 0 {
					at = common.Address{0: 0xaa, 19: byte(i)}
				}
				f.setCode(at, delegator(append([]byte{0x73}, next[:]...)))
			}
		}},
	}
	for _, test := range tests {
		for code, want := range map[string]bool{"PolicyV1": false, "PolicyV2": true, "RevertsEmpty": true, "FallbackWord": false} {
			t.Run(test.name+"/"+code, func(t *testing.T) {
				f := newFake()
				test.set(f)
				f.setCode(implementation, deployed(t, code))
				got, err := newProber(t, f, compatprobe.Options{}).Supports(t.Context(), feature, target)
				if err != nil || got != want {
					t.Errorf("Supports = %t, %v; want %t", got, err, want)
				}
			})
		}
	}
	t.Run("diamond without the facet", func(t *testing.T) {
		f := newFake()
		f.setCode(target, diamond())
		if got, err := newProber(t, f, compatprobe.Options{}).Supports(t.Context(), feature, target); err != nil || got {
			t.Errorf("Supports = %t, %v; want false", got, err)
		}
	})
}

func TestSupportsInconclusive(t *testing.T) {
	forward := func(to common.Address) []byte { return delegator(append([]byte{0x73}, to[:]...)) }
	tests := []struct {
		name string
		set  func(f *fake)
		text string
	}{
		{"loop", func(f *fake) { f.setCode(target, forward(implementation)); f.setCode(implementation, forward(target)) }, "loop"},
		{"itself", func(f *fake) { f.setCode(target, forward(target)) }, ""},
		{"many hops", func(f *fake) {
			at := target
			for i := range 20 {
				next := common.Address{0: 0xaa, 19: byte(i + 1)}
				f.setCode(at, forward(next))
				at = next
			}
		}, "more than 8 proxies"},
		{"code of another machine", func(f *fake) { f.setCode(target, []byte{0xef, 1, 2, 3}) }, "0xef"},
		{"endless loop", func(f *fake) { f.setCode(target, common.FromHex("5b5f56")) }, "before the selector was compared"},
		{"runs a library with its own storage", func(f *fake) { f.setCode(target, asking("f4")) }, "with its own storage"},
		{"a long answer", func(f *fake) {
			f.setCode(target, asking("fa"))
			f.answers[implementation] = make([]byte, dispatch.MaxAnswer+1)
		}, "answers 16385 bytes"},
		{"two megabytes", func(f *fake) { f.setCode(target, make([]byte, 2<<20)) }, "bytes of code"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFake()
			test.set(f)
			got, err := newProber(t, f, compatprobe.Options{}).Supports(t.Context(), feature, target)
			if got || !errors.Is(err, compatprobe.ErrInconclusive) || !strings.Contains(err.Error(), test.text) {
				t.Errorf("Supports = %t, %v; want ErrInconclusive with %q", got, err, test.text)
			}
		})
	}
}

// asking is code that asks the implementation something by the opcode before it decides.
func asking(opcode string) []byte {
	return common.FromHex("60205f5f5f73" + implementation.Hex()[2:] + "5a" + opcode + "505f516025575f5ffd5b5f5ffd")
}

// TestSupportsOnlyThere has code that has the function at one address only, as libraries know theirs. What is known of the code must not be
// taken for another address.
func TestSupportsOnlyThere(t *testing.T) {
	code := common.FromHex("3073" + target.Hex()[2:] + "14601d575f5ffd5b5f3560e01c63e998a08814602f575f5ffd5b60015f5260205ff3")
	for _, order := range [][]common.Address{{target, implementation}, {implementation, target}} {
		f := newFake()
		prober := newProber(t, f, compatprobe.Options{})
		for _, address := range order {
			f.setCode(address, code)
			if got, err := prober.Supports(t.Context(), feature, address); err != nil || got != (address == target) {
				t.Errorf("Supports(%s) = %t, %v", address, got, err)
			}
		}
	}
}

// TestSupportsOneDelegation has an EIP-7702 account that delegates to another one, whose delegation is not followed.
func TestSupportsOneDelegation(t *testing.T) {
	delegation := func(to common.Address) []byte { return append([]byte{0xef, 0x01, 0x00}, to[:]...) }
	third := common.Address{3: 3}
	f := newFake()
	f.setCode(target, delegation(implementation))
	f.setCode(implementation, delegation(third))
	f.setCode(third, deployed(t, "PolicyV2"))
	if got, err := newProber(t, f, compatprobe.Options{}).Supports(t.Context(), feature, target); err != nil || got {
		t.Errorf("Supports = %t, %v; want false", got, err)
	}
}

// A fault of any kind in any request is an error, never a missing selector.
func TestSupportsFaults(t *testing.T) {
	f := newFake()
	f.setCode(target, slotProxy(slot1967))
	f.setSlot(target, slot1967, implementation)
	f.setCode(implementation, deployed(t, "PolicyV1"))
	if got, err := newProber(t, f, compatprobe.Options{}).Supports(t.Context(), feature, target); err != nil || got {
		t.Fatalf("Supports = %t, %v; want false", got, err)
	}
	all := f.count()
	if all < 4 {
		t.Fatalf("%d requests, want block, two codes and a slot", all)
	}
	for _, kind := range compattest.Kinds() {
		for failing := 1; failing <= all; failing++ {
			t.Run(fmt.Sprintf("%s in request %d", kind.Name, failing), func(t *testing.T) {
				start, fault := f.count(), fmt.Errorf("node: %w", kind.Err)
				f.before = func(_ context.Context, number int) error {
					if number-start == failing {
						return fault
					}
					return nil
				}
				got, err := newProber(t, f, compatprobe.Options{}).Supports(t.Context(), feature, target)
				if got || !errors.Is(err, fault) {
					t.Errorf("Supports = %t, %v; want the fault", got, err)
				}
			})
		}
	}
}

func TestSupportsKeepsAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake()
		f.setCode(target, deployed(t, "PolicyV1"))
		p := newProber(t, f, compatprobe.Options{})
		want := func(want bool, requests int) {
			t.Helper()
			got, err := p.Supports(t.Context(), feature, target)
			if err != nil || got != want || f.count() != requests {
				t.Errorf("Supports = %t, %v after %d requests; want %t after %d", got, err, f.count(), want, requests)
			}
		}
		want(false, 2)
		f.setCode(target, deployed(t, "PolicyV2"))
		want(false, 2)
		time.Sleep(time.Minute)
		want(true, 4)

		// A failure holds for a second, the answer before it is not served in its stead.
		time.Sleep(time.Minute)
		f.before = func(context.Context, int) error { return compattest.Refused() }
		for range 3 {
			if got, err := p.Supports(t.Context(), feature, target); got || err == nil || f.count() != 5 {
				t.Errorf("Supports = %t, %v after %d requests; want the failure, once", got, err, f.count())
			}
		}
		f.before = func(context.Context, int) error { return nil }
		time.Sleep(time.Second)
		want(true, 7)
	})
}

// A thousand callers ask about the same ten targets: each is probed once, four at a time.
func TestSupportsConcurrently(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake()
		var now, most atomic.Int32
		f.before = func(context.Context, int) error {
			running := now.Add(1)
			defer now.Add(-1)
			for seen := most.Load(); running > seen && !most.CompareAndSwap(seen, running); seen = most.Load() {
			}
			time.Sleep(10 * time.Millisecond)
			return nil
		}
		names := []string{"PolicyV1", "PolicyV2"}
		for i := range 10 {
			f.setCode(common.Address{19: byte(i + 1)}, deployed(t, names[i%2]))
		}
		p := newProber(t, f, compatprobe.Options{})
		var callers sync.WaitGroup
		for i := range 1000 {
			callers.Go(func() {
				at := i % 10
				if got, err := p.Supports(t.Context(), feature, common.Address{19: byte(at + 1)}); err != nil || got != (at%2 == 1) {
					t.Errorf("target %d: Supports = %t, %v", at, got, err)
				}
			})
		}
		callers.Wait()
		if f.count() != 20 || most.Load() > 4 {
			t.Errorf("%d requests, %d at a time; want 20, 4 at most", f.count(), most.Load())
		}
	})
}

func TestSupportsCallersGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake()
		f.setCode(target, deployed(t, "PolicyV2"))
		f.before = func(ctx context.Context, _ int) error { <-ctx.Done(); return ctx.Err() }
		p := newProber(t, f, compatprobe.Options{})
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			if _, err := p.Supports(ctx, feature, target); !errors.Is(err, context.Canceled) {
				t.Errorf("error %v, want that of the context", err)
			}
		}()
		synctest.Wait()
		go func() {
			if got, err := p.Supports(t.Context(), feature, target); err != nil || !got {
				t.Errorf("Supports = %t, %v; want true: another caller gave up, not this one", got, err)
			}
		}()
		synctest.Wait()
		f.mu.Lock()
		f.before = func(context.Context, int) error { return nil }
		f.mu.Unlock()
		cancel()
		synctest.Wait()

		f.mu.Lock()
		f.before = func(ctx context.Context, _ int) error { <-ctx.Done(); return ctx.Err() }
		f.mu.Unlock()
		time.Sleep(time.Minute)
		start := time.Now()
		_, err := p.Supports(t.Context(), feature, target)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != 10*time.Second {
			t.Errorf("error %v after %s, want the timeout of the probe", err, time.Since(start))
		}
	})
}

// Memory is bounded by the options, whoever names the targets.
func TestSupportsForgets(t *testing.T) {
	f := newFake()
	f.setCode(target, deployed(t, "PolicyV2"))
	p := newProber(t, f, compatprobe.Options{MaxTargets: 2, MaxCodes: 1})
	ask := func(at common.Address) int {
		before := f.count()
		_, _ = p.Supports(t.Context(), feature, at)
		return f.count() - before
	}
	if first, again := ask(target), ask(target); first == 0 || again != 0 {
		t.Errorf("%d requests, then %d; want some, then none", first, again)
	}
	ask(common.Address{1})
	ask(common.Address{2})
	if ask(target) == 0 {
		t.Error("the target is kept beyond MaxTargets")
	}
}

func TestNewInvalid(t *testing.T) {
	tests := []struct {
		name     string
		features map[compat.Feature][]string
		options  compatprobe.Options
		want     string
	}{
		{"no selectors", map[compat.Feature][]string{"a": nil}, compatprobe.Options{}, `feature "a" has no selectors`},
		{"no signature", map[compat.Feature][]string{"a": {"getPolicyCodeHash"}}, compatprobe.Options{}, `feature "a"`},
		{"short selector", map[compat.Feature][]string{"a": {"0xe998a0"}}, compatprobe.Options{}, `feature "a"`},
		{"negative time", features, compatprobe.Options{TTL: -1}, "TTL is negative"},
		{"negative number", features, compatprobe.Options{MaxCodes: -1}, "MaxCodes is negative"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if p, err := compatprobe.New(newFake(), test.features, test.options); p != nil || err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("New = %v, %v; want an error with %q", p, err, test.want)
			}
		})
	}
	if _, err := compatprobe.New(nil, features, compatprobe.Options{}); err == nil {
		t.Error("no error without a chain")
	}
	p := newProber(t, newFake(), compatprobe.Options{})
	if _, err := p.Supports(t.Context(), "other", target); err == nil || !strings.Contains(err.Error(), `"other" is not known`) {
		t.Errorf("error %v, want one that names the feature", err)
	}
}

// Every selector of a feature must be there.
func TestSupportsAllSelectors(t *testing.T) {
	f := newFake()
	f.setCode(target, deployed(t, "PolicyV2"))
	p, err := compatprobe.New(f, map[compat.Feature][]string{
		"both": {"getPolicyCid()", "0xe998a088"}, "one_is_missing": {"getPolicyCodeHash()", "version()"},
	}, compatprobe.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for asked, want := range map[compat.Feature]bool{"both": true, "one_is_missing": false} {
		if got, err := p.Supports(t.Context(), asked, target); err != nil || got != want {
			t.Errorf("Supports(%s) = %t, %v; want %t", asked, got, err, want)
		}
	}
}

// What a probe costs beside the requests: a target behind one proxy, with nothing kept but the verdict on the implementation.
func BenchmarkSupports(b *testing.B) {
	f := newFake()
	f.setCode(target, slotProxy(slot1967))
	f.setSlot(target, slot1967, implementation)
	f.setCode(implementation, deployed(b, "PolicyV1"))
	p := newProber(b, f, compatprobe.Options{TTL: 1})
	for b.Loop() {
		if _, err := p.Supports(b.Context(), feature, target); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(f.count())/float64(b.N), "requests/op")
}
