package scenarios_test

import (
	"context"
	"errors"
	"math/big"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/features"
	"example.com/avs/internal/verify"
	"github.com/compatlint/compatlint/compat"
)

// flipping is a chain of both versions of the policy, whose flag changes while the service runs.
type flipping struct {
	*chain
	flags        *strictness
	legacy, ours common.Address
	registry     common.Address

	reads *watcher
	cache *compat.StrictnessCache

	flagLine, serviceLine *line // cut, they take the node away from the cache and from the rest of the service
}

// newFlipping starts with the flag off. The cache is not running yet.
func newFlipping(t *testing.T, c *chain) *flipping {
	t.Helper()
	f := &flipping{
		chain: c, flags: newStrictness(t, c), reads: newWatcher(),
		legacy: c.legacyPolicy(t), ours: c.currentPolicy(t), registry: c.deploy(t, "PolicyClientRegistry"),
		flagLine: newLine(t, c), serviceLine: newLine(t, c),
	}
	f.cache = f.flags.cache(t, dial(t, f.flagLine.url), compat.StrictnessOptions{
		Features: []compat.Feature{features.PolicyCodeHash}, Observer: f.reads,
		Interval: 50 * time.Millisecond, Retry: 10 * time.Millisecond,
	})
	return f
}

// service returns a service with the flags of the cache, and a prober.
func (f *flipping) service(t *testing.T) *service {
	t.Helper()
	client := dial(t, f.serviceLine.url)
	s := newService(t, f.chain, client, f.cache, f.registry)
	s.gate.Prober = newProber(t, client)
	return s
}

// awaitFlag waits until the cache has read the value.
func (f *flipping) awaitFlag(t *testing.T, strict bool) {
	t.Helper()
	f.reads.await(t, read{feature: features.PolicyCodeHash, strict: strict})
}

func (f *flipping) awaitFailure(t *testing.T) {
	t.Helper()
	f.reads.await(t, read{feature: features.PolicyCodeHash, failure: compat.FailureRPC})
}

// check has the service serve both policies at every moment.
func (f *flipping) check(t *testing.T, s *service, strict bool) {
	t.Helper()
	for _, m := range moments {
		s.at(hashWindow, m)
		s.readAll(t, f.legacy, true, m, strict)
		s.readAll(t, f.ours, false, m, strict)
		if got, want := s.respond(t, f.legacy), wrapper.on(m, strict); got != want {
			t.Errorf("Respond for the legacy policy, %s: %s; want %s", m.name, got, want)
		}
		if got := s.respond(t, f.ours); got != current {
			t.Errorf("Respond for the new policy, %s: %s; want %s", m.name, got, current)
		}
		s.oldPaths(t, f.legacy)
	}
}

// A flag that is known is not read for every call: the service goes on with it until the refresh.
func TestFlagIsKnownUntilTheRefresh(t *testing.T) { onChains(t, testKnownUntilRefresh) }

func testKnownUntilRefresh(t *testing.T, c *chain) {
	f := newFlipping(t, c)
	reads := newWatcher()
	running := f.flags.cache(t, c.client, compat.StrictnessOptions{Observer: reads, Interval: time.Hour})
	s := newService(t, c, c.client, running, f.registry)
	f.check(t, s, false)
	f.flags.set(t, true)
	f.check(t, s, false)
	if got := reads.count(); got != 1 {
		t.Errorf("the flag was read %d times within the interval, want once", got)
	}
	restarted := newService(t, c, c.client, f.flags.cache(t, c.client, compat.StrictnessOptions{}), f.registry)
	f.check(t, restarted, true)
}

// The flag goes on and off again while requests are under way. The service follows without a restart, and no request ends in
// anything but the one answer or the other.
func TestFlagFlippedWhileRunning(t *testing.T) { onChains(t, testFlippedWhileRunning) }

func testFlippedWhileRunning(t *testing.T, c *chain) {
	f := newFlipping(t, c)
	s, busy := f.service(t), f.service(t)
	keepFresh(t, f.cache)
	f.awaitFlag(t, false)

	phase := &atomic.Int64{}
	stop := busy.traffic(t, f, phase)
	for _, strict := range []bool{false, true, false, true} {
		f.flags.set(t, strict)
		f.awaitFlag(t, strict)
		phase.Add(1) // settled
		f.check(t, s, strict)
		phase.Add(1) // the flag is about to change
	}
	if requests := stop(); requests == 0 {
		t.Error("no request was served meanwhile")
	}
}

// traffic sends requests from several goroutines until stop is called, which returns how many there were. In the odd
// phases the flag is settled: off, on, off, on.
func (s *service) traffic(t *testing.T, f *flipping, phase *atomic.Int64) (stop func() int64) {
	s.at(hashWindow, moments[0])
	ctx, cancel := context.WithCancel(t.Context())
	var requests atomic.Int64
	var workers sync.WaitGroup
	for range 4 {
		workers.Go(func() {
			for ctx.Err() == nil {
				before := phase.Load()
				legacy, legacyErr := s.verifier.TaskHash(t.Context(), f.legacy)
				settled := before%2 == 1 && phase.Load() == before
				var strictErr *compat.LegacyNotSupportedError
				isRefused := errors.As(legacyErr, &strictErr)
				switch {
				case !isRefused && (legacyErr != nil || legacy != legacyHash):
					t.Errorf("legacy policy: hash %s, error %v", legacy, legacyErr)
				case settled && isRefused != (before%4 == 3):
					t.Errorf("legacy policy refused: %t (error %v), in phase %d", isRefused, legacyErr, before)
				}
				if ours, err := s.verifier.QuoteHash(t.Context(), f.ours); err != nil || ours != codeHash {
					t.Errorf("new policy: hash %s, error %v", ours, err)
				}
				requests.Add(1)
			}
		})
	}
	return func() int64 {
		cancel()
		workers.Wait()
		return requests.Load()
	}
}

// The node that the flags are read from goes down, and the flag is flipped meanwhile. The service goes on with the last known
// value, whether that is lax or strict, and follows when the node is back.
func TestFlagsUnreadableDuringTheFlip(t *testing.T) { onChains(t, testFlagsUnreadable) }

func testFlagsUnreadable(t *testing.T, c *chain) {
	f := newFlipping(t, c)
	s := f.service(t)
	keepFresh(t, f.cache)
	f.awaitFlag(t, false)
	for _, strict := range []bool{true, false} {
		f.flagLine.cut()
		f.awaitFailure(t)
		f.flags.set(t, strict)
		f.check(t, s, !strict)
		f.awaitFailure(t)
		f.check(t, s, !strict)
		f.flagLine.mend()
		f.awaitFlag(t, strict)
		f.check(t, s, strict)
	}
}

// Nothing can be reached while the flag is flipped. Every request fails as what it is, a lost connection: no policy is taken
// for legacy, nothing is recorded or sent. Afterwards the service goes on by itself.
func TestNodeDownDuringTheFlip(t *testing.T) { onChains(t, testNodeDown) }

func testNodeDown(t *testing.T, c *chain) {
	f := newFlipping(t, c)
	s := f.service(t)
	keepFresh(t, f.cache)
	f.awaitFlag(t, false)
	for _, strict := range []bool{true, false} {
		f.check(t, s, !strict)
		f.flagLine.cut()
		f.serviceLine.cut()
		f.awaitFailure(t)
		f.flags.set(t, strict)
		for _, m := range moments {
			s.at(hashWindow, m)
			f.checkDown(t, s)
		}
		f.flagLine.mend()
		f.serviceLine.mend()
		f.awaitFlag(t, strict)
		f.check(t, s, strict)
	}
}

// checkDown checks that no reader and no task is served.
func (f *flipping) checkDown(t *testing.T, s *service) {
	t.Helper()
	signed, detections := f.signed.Load(), len(s.recorder.Detections())
	for _, target := range []common.Address{f.legacy, f.ours} {
		for _, r := range readers {
			_, err := r.hash(s.verifier, t.Context(), target)
			isLost(t, r.name, err)
		}
	}
	_, err := s.responder.Respond(t.Context(), s.opts(t), big.NewInt(0), common.Hash{1})
	isLost(t, "Respond", err)
	_, err = s.submitter.SubmitData(t.Context(), s.opts(t), codeHash, []byte("proof"))
	isLost(t, "SubmitData", err)
	if got := len(s.recorder.Detections()); got != detections || f.signed.Load() != signed {
		t.Errorf("%d detections recorded and %d transactions sent without a node", got-detections, f.signed.Load()-signed)
	}
}

// isLost checks that the error is that of a connection, and none of those that speak of the contract.
func isLost(t *testing.T, name string, err error) {
	t.Helper()
	var lost net.Error
	var strictErr *compat.LegacyNotSupportedError
	var graceErr *compat.GraceExpiredError
	if !errors.As(err, &lost) || compat.IsSelectorMiss(err) || errors.As(err, &strictErr) || errors.As(err, &graceErr) {
		t.Errorf("%s without a node: error %v (%T), want a lost connection", name, err, err)
	}
}

// The service starts while the flags cannot be read. There is no last value, so the gate decides: lax, unless it says
// otherwise. The date holds either way.
func TestStartWithoutFlags(t *testing.T) { onChains(t, testStartWithoutFlags) }

func testStartWithoutFlags(t *testing.T, c *chain) {
	f := newFlipping(t, c)
	f.flags.set(t, true)
	f.flagLine.cut()
	lax, strict := f.service(t), f.service(t)
	strict.gate.StrictOnError = true
	var unreadable *compat.StrictnessReadError
	_, err := f.cache.IsStrict(t.Context(), c.id, features.PolicyCodeHash)
	if !errors.As(err, &unreadable) || unreadable.Reason != compat.FailureRPC {
		t.Errorf("error of the cache is %v, want a *compat.StrictnessReadError of the node", err)
	}
	f.check(t, lax, false)
	f.check(t, strict, true)

	keepFresh(t, f.cache)
	f.flagLine.mend()
	f.awaitFlag(t, true)
	f.check(t, lax, true)
	f.check(t, strict, true)
}

// The calls arrive but the prober's node is down. A miss that nobody can confirm is not served as legacy, and the error names
// both; policies that answer are not touched by it.
func TestProberDown(t *testing.T) { onChains(t, testProberDown) }

func testProberDown(t *testing.T, c *chain) {
	f := newFlipping(t, c)
	s := newService(t, c, c.client, f.cache, f.registry)
	s.gate.Prober = newProber(t, dial(t, f.serviceLine.url))
	f.serviceLine.cut()
	for _, m := range moments {
		s.at(hashWindow, m)
		_, err := s.verifier.TaskHash(t.Context(), f.legacy)
		isLost(t, "TaskHash", err)
		if err == nil || !strings.Contains(err.Error(), "the probe failed") || !strings.Contains(err.Error(), "revert") {
			t.Errorf("error %v, want one that names the probe and the call", err)
		}
		if got := s.read(t, reader{name: "TaskHash", hash: (*verify.Verifier).TaskHash}, f.ours); got != current {
			t.Errorf("new policy: %s; want %s", got, current)
		}
	}
	if found := s.recorder.Detections(); len(found) != 0 {
		t.Errorf("recorded %v", found)
	}
}
