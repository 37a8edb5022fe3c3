package compat_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

const (
	feature  compat.Feature = "policy_code_hash"
	graceEnd compat.Date    = "2026-10-01"
)

var target = common.HexToAddress("0x1111111111111111111111111111111111111111")

var (
	errFlag  = errors.New("flag unreadable")
	errProbe = errors.New("probe unreachable")
)

// flags is a Strictness with one answer, which counts how often it was asked.
type flags struct {
	strict bool
	err    error
	asked  atomic.Int32
}

func (f *flags) IsStrict(_ context.Context, chainID uint64, asked compat.Feature) (bool, error) {
	f.asked.Add(1)
	if chainID != 7 || asked != feature {
		return false, fmt.Errorf("asked for %q on chain %d", asked, chainID)
	}
	return f.strict, f.err
}

// recorder keeps what it is told.
type recorder struct {
	mu   sync.Mutex
	seen []string
}

func (r *recorder) LegacyDetected(_ context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = append(r.seen, fmt.Sprintf("%d %s %s", chainID, feature, target.Hex()))
}

// prober is a Prober with one answer, which counts how often it was asked.
type prober struct {
	supports bool
	err      error
	asked    atomic.Int32
}

func (p *prober) Supports(_ context.Context, asked compat.Feature, at common.Address) (bool, error) {
	p.asked.Add(1)
	if asked != feature || at != target {
		return false, fmt.Errorf("asked for %q at %s", asked, at.Hex())
	}
	return p.supports, p.err
}

// A situation is one row of the decision table.
type situation struct {
	new    string // ok, miss, other, context
	strict string // none, off, on, error, error as strict
	date   string // before, on, after
	prober string // none, lacks, has, error
}

// want is what the specification says about s, in its own order and not in that of the code.
func (s situation) want() string {
	switch {
	case s.new == "ok":
		return "new"
	case s.new != "miss", s.prober == "has":
		return "error of new"
	case s.prober == "error":
		return "unconfirmed"
	case s.strict == "on", s.strict == "error as strict":
		return "not supported"
	case s.date != "before":
		return "expired"
	}
	return "legacy"
}

func situations() []situation {
	var all []situation
	for _, newCall := range []string{"ok", "miss", "other", "context"} {
		for _, strict := range []string{"none", "off", "on", "error", "error as strict"} {
			for _, date := range []string{"before", "on", "after"} {
				for _, prober := range []string{"none", "lacks", "has", "error"} {
					all = append(all, situation{newCall, strict, date, prober})
				}
			}
		}
	}
	return all
}

func TestResolveDecisions(t *testing.T) {
	for _, s := range situations() {
		t.Run(fmt.Sprintf("%s,strict %s,%s the end,prober %s", s.new, s.strict, s.date, s.prober), func(t *testing.T) {
			checkDecision(t, s)
		})
	}
}

// fakes are the gate of one situation, and what its parts saw.
type fakes struct {
	gate                       *compat.Gate
	flags                      *flags
	prober                     *prober
	recorder                   *recorder
	clocks, newCalls, oldCalls int
	newErr                     error
}

func set(s situation) *fakes {
	b := &fakes{recorder: &recorder{}}
	b.newErr = map[string]error{
		"miss": errMiss, "other": errReverted, "context": fmt.Errorf("read policy: %w", context.Canceled),
	}[s.new]
	now := map[string]time.Time{
		"before": time.Date(2026, 9, 30, 23, 59, 59, 999, time.UTC),
		"on":     time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC),
		"after":  time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC),
	}[s.date]
	b.gate = &compat.Gate{ChainID: 7, Recorder: b.recorder, StrictOnError: s.strict == "error as strict"}
	b.gate.Clock = func() time.Time { b.clocks++; return now }
	if s.strict != "none" {
		b.flags = &flags{strict: s.strict == "on"}
		if strings.HasPrefix(s.strict, "error") {
			b.flags.err = errFlag
		}
		b.gate.Strictness = b.flags
	}
	if s.prober != "none" {
		b.prober = &prober{supports: s.prober == "has"}
		if s.prober == "error" {
			b.prober.err = errProbe
		}
		b.gate.Prober = b.prober
	}
	return b
}

func (b *fakes) resolve(ctx context.Context) (compat.Resolved[string], error) {
	return compat.BackwardCompat[string]{
		Feature: feature, GraceEnd: graceEnd, Ticket: "NEWT-1001", Target: target,
		New:    func(context.Context) (string, error) { b.newCalls++; return "hash", b.newErr },
		Legacy: func(context.Context) (string, error) { b.oldCalls++; return "none", nil },
	}.Resolve(ctx, b.gate)
}

func checkDecision(t *testing.T, s situation) {
	b := set(s)
	got, err := b.resolve(t.Context())

	var strictErr *compat.LegacyNotSupportedError
	var expiredErr *compat.GraceExpiredError
	want := s.want()
	switch want {
	case "new":
		checkValue(t, got, err, compat.Resolved[string]{Value: "hash"})
	case "legacy":
		checkValue(t, got, err, compat.Resolved[string]{Value: "none", Legacy: true})
	case "error of new":
		if err != b.newErr { //nolint:errorlint // unchanged means identical
			t.Errorf("error %v, want %v unchanged", err, b.newErr)
		}
	case "unconfirmed":
		if !errors.Is(err, errMiss) || !errors.Is(err, errProbe) || compat.IsSelectorMiss(err) {
			t.Errorf("error %v, want one that wraps the miss and the failed probe and is no miss", err)
		}
	case "not supported":
		if !errors.As(err, &strictErr) || strictErr.Feature != feature || strictErr.Target != target || !errors.Is(err, errMiss) {
			t.Errorf("error %#v, want *LegacyNotSupportedError over the miss", err)
		}
	case "expired":
		if !errors.As(err, &expiredErr) || expiredErr.Feature != feature || expiredErr.Target != target ||
			expiredErr.GraceEnd != graceEnd || expiredErr.Ticket != "NEWT-1001" || !errors.Is(err, errMiss) {
			t.Errorf("error %#v, want *GraceExpiredError over the miss", err)
		}
	}
	if err != nil && got != (compat.Resolved[string]{}) {
		t.Errorf("%+v beside the error %v", got, err)
	}
	checkCalls(t, b, want)
}

func checkValue(t *testing.T, got compat.Resolved[string], err error, want compat.Resolved[string]) {
	t.Helper()
	if err != nil || got != want {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
}

// checkCalls checks that nothing is asked twice, and that only legacy that is served is recorded.
func checkCalls(t *testing.T, b *fakes, outcome string) {
	t.Helper()
	served := 0
	if outcome == "legacy" {
		served = 1
	}
	if b.newCalls != 1 || b.oldCalls != served || len(b.recorder.seen) != served {
		t.Errorf("New ran %d times, Legacy %d, recorded %v; want 1, %d and %d", b.newCalls, b.oldCalls, b.recorder.seen, served, served)
	}
	if b.flags != nil && b.flags.asked.Load() > 1 || b.prober != nil && b.prober.asked.Load() > 1 || b.clocks > 1 {
		t.Errorf("flag, prober or clock (%d) asked more than once", b.clocks)
	}
	if b.newErr == nil && (b.clocks > 0 || b.flags != nil && b.flags.asked.Load() > 0 || b.prober != nil && b.prober.asked.Load() > 0) {
		t.Error("flag, prober or clock asked although New succeeded")
	}
}

func TestResolveRecords(t *testing.T) {
	b := set(situation{new: "miss", strict: "off", date: "before", prober: "none"})
	if _, err := b.resolve(t.Context()); err != nil {
		t.Fatal(err)
	}
	if want := "7 policy_code_hash " + target.Hex(); len(b.recorder.seen) != 1 || b.recorder.seen[0] != want {
		t.Errorf("recorded %q, want %q", b.recorder.seen, want)
	}
}

func TestResolveLegacyFails(t *testing.T) {
	call := wrapper(errMiss)
	call.Legacy = func(context.Context) (string, error) { return "half", errOwn }
	got, err := call.Resolve(t.Context(), before())
	if err != errOwn { //nolint:errorlint // unchanged means identical
		t.Errorf("error %v, want that of Legacy unchanged", err)
	}
	if want := (compat.Resolved[string]{Legacy: true}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestResolveInvalid(t *testing.T) {
	tests := []struct {
		name   string
		change func(*compat.BackwardCompat[string])
		want   []string // parts of the error
	}{
		{"no feature", func(b *compat.BackwardCompat[string]) { b.Feature = "" }, []string{"Feature"}},
		{"no date", func(b *compat.BackwardCompat[string]) { b.GraceEnd = "" }, []string{"policy_code_hash", "GraceEnd"}},
		{"no such date", func(b *compat.BackwardCompat[string]) { b.GraceEnd = "2026-02-30" },
			[]string{"policy_code_hash", "GraceEnd", "2026-02-30"}},
		{"other form", func(b *compat.BackwardCompat[string]) { b.GraceEnd = "01.10.2026" },
			[]string{"policy_code_hash", "GraceEnd", "01.10.2026"}},
		{"no New", func(b *compat.BackwardCompat[string]) { b.New = nil }, []string{"policy_code_hash", "New"}},
		{"no Legacy", func(b *compat.BackwardCompat[string]) { b.Legacy = nil }, []string{"policy_code_hash", "Legacy"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			called := false
			call := wrapper(nil)
			call.New = func(context.Context) (string, error) { called = true; return "hash", nil }
			test.change(&call)
			got, err := call.Resolve(t.Context(), before())
			if err == nil || called || got != (compat.Resolved[string]{}) {
				t.Fatalf("got %+v, error %v, New called: %t; want an error before New", got, err, called)
			}
			for _, part := range test.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not name %q", err, part)
				}
			}
		})
	}
}

func TestResolveNilGate(t *testing.T) {
	call := wrapper(errMiss)
	call.GraceEnd = "9999-12-31"
	got, err := call.Resolve(t.Context(), nil)
	checkValue(t, got, err, compat.Resolved[string]{Value: "none", Legacy: true})

	call.GraceEnd = "2020-01-01"
	var expired *compat.GraceExpiredError
	if _, err := call.Resolve(t.Context(), nil); !errors.As(err, &expired) {
		t.Errorf("error %v, want *GraceExpiredError by the clock of the machine", err)
	}
}

// The grace window ends at midnight UTC, wherever the machine is.
func TestResolveTimeZone(t *testing.T) {
	kiritimati := time.FixedZone("UTC+14", 14*60*60)
	gate := &compat.Gate{Clock: func() time.Time { return time.Date(2026, 10, 1, 13, 59, 0, 0, kiritimati) }}
	got, err := wrapper(errMiss).Resolve(t.Context(), gate)
	checkValue(t, got, err, compat.Resolved[string]{Value: "none", Legacy: true})
}

// A dual path inside another one must not serve what the inner one has refused.
func TestResolveNested(t *testing.T) {
	inner := &compat.Gate{ChainID: 7, Strictness: &flags{strict: true}, Clock: before().Clock}
	outer := wrapper(nil)
	outer.Feature = "policy_metadata"
	outer.New = func(ctx context.Context) (string, error) {
		resolved, err := wrapper(errMiss).Resolve(ctx, inner)
		return resolved.Value, err
	}
	var refused *compat.LegacyNotSupportedError
	if _, err := outer.Resolve(t.Context(), before()); !errors.As(err, &refused) || refused.Feature != feature {
		t.Errorf("error %v, want the refusal of the inner dual path", err)
	}
}

func TestResolveConcurrently(t *testing.T) {
	const callers, calls = 8, 100
	record := &recorder{}
	gate := &compat.Gate{ChainID: 7, Strictness: &flags{}, Recorder: record, Prober: &prober{}, Clock: before().Clock}
	call := wrapper(errMiss)
	var group sync.WaitGroup
	for range callers {
		group.Go(func() {
			for range calls {
				got, err := call.Resolve(t.Context(), gate)
				if err != nil || !got.Legacy {
					t.Errorf("got %+v, %v; want legacy", got, err)
				}
			}
		})
	}
	group.Wait()
	if len(record.seen) != callers*calls {
		t.Errorf("%d detections recorded, want %d", len(record.seen), callers*calls)
	}
}

// wrapper returns a call whose New fails with err and whose Legacy succeeds.
func wrapper(err error) compat.BackwardCompat[string] {
	return compat.BackwardCompat[string]{
		Feature: feature, GraceEnd: graceEnd, Ticket: "NEWT-1001", Target: target,
		New:    func(context.Context) (string, error) { return "hash", err },
		Legacy: func(context.Context) (string, error) { return "none", nil },
	}
}

// before returns a permissive gate on the last day of the grace window.
func before() *compat.Gate {
	return &compat.Gate{
		Recorder: &recorder{},
		Clock:    func() time.Time { return time.Date(2026, 9, 30, 12, 0, 0, 0, time.UTC) },
	}
}

func BenchmarkResolveNewSucceeds(b *testing.B) {
	call, gate := wrapper(nil), &compat.Gate{ChainID: 7, Strictness: &flags{}}
	ctx := b.Context()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := call.Resolve(ctx, gate); err != nil {
			b.Fatal(err)
		}
	}
}

func TestResolveNewSucceedsAllocatesNothing(t *testing.T) {
	call, gate, ctx := wrapper(nil), before(), t.Context()
	allocated := testing.AllocsPerRun(100, func() {
		if _, err := call.Resolve(ctx, gate); err != nil {
			t.Error(err)
		}
	})
	if allocated != 0 {
		t.Errorf("%v allocations, want none", allocated)
	}
}
