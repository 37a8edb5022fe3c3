package compat_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
)

// probed is one call with a ProbeFirst prober, and what came of it.
type probed struct {
	call          compat.BackwardCompat[string]
	gate          *compat.Gate
	flags         *compattest.Strictness
	recorder      *compattest.Recorder
	prober        *compattest.Prober
	clock         *compattest.Clock
	sent, skipped int
}

func newProbed(newErr error, lacking ...common.Address) *probed {
	p := &probed{
		flags: &compattest.Strictness{}, recorder: &compattest.Recorder{}, prober: compattest.Lacks(lacking...),
		clock: compattest.On("2026-09-30"),
	}
	p.gate = &compat.Gate{
		ChainID: chainID, Strictness: p.flags, Recorder: p.recorder, Prober: compat.ProbeFirst(p.prober), Clock: p.clock.Now,
	}
	p.call = wrapper(nil)
	p.call.New = func(context.Context) (string, error) { p.sent++; return "sent", newErr }
	p.call.Legacy = func(context.Context) (string, error) { p.skipped++; return "skipped", nil }
	return p
}

func (p *probed) wantRan(t *testing.T, sent, skipped int) {
	t.Helper()
	if p.sent != sent || p.skipped != skipped || p.recorder.Count(feature) != skipped || p.prober.Asked() != 1 {
		t.Errorf("New ran %d times, Legacy %d, recorded %d, prober asked %d; want %d, %d, %d, 1",
			p.sent, p.skipped, p.recorder.Count(feature), p.prober.Asked(), sent, skipped, skipped)
	}
}

func TestResolveProbeFirst(t *testing.T) {
	t.Run("supported", func(t *testing.T) {
		p := newProbed(nil)
		got, err := p.call.Resolve(t.Context(), p.gate)
		checkValue(t, got, err, compat.Resolved[string]{Value: "sent"})
		p.wantRan(t, 1, 0)
	})
	for _, kind := range compattest.Kinds() { // the prober has spoken: whatever the error is, it is no miss
		t.Run("supported, "+kind.Name, func(t *testing.T) {
			own := fmt.Errorf("send: %w", kind.Err)
			p := newProbed(own)
			got, err := p.call.Resolve(t.Context(), p.gate)
			if got != (compat.Resolved[string]{}) || err != own { //nolint:errorlint // unchanged means identical
				t.Errorf("got %+v, %v; want the error unchanged", got, err)
			}
			p.wantRan(t, 1, 0)
		})
	}
	t.Run("lacking", func(t *testing.T) {
		p := newProbed(nil, target)
		got, err := p.call.Resolve(t.Context(), p.gate)
		checkValue(t, got, err, compat.Resolved[string]{Value: "skipped", Legacy: true})
		p.wantRan(t, 0, 1)
	})
	t.Run("lacking, strict", func(t *testing.T) {
		p := newProbed(nil, target)
		p.flags.Set(feature, true)
		_, err := p.call.Resolve(t.Context(), p.gate)
		var refused *compat.LegacyNotSupportedError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), "the prober found that the contract lacks the selectors") {
			t.Errorf("error %v, want *LegacyNotSupportedError that says how it is known", err)
		}
		p.wantRan(t, 0, 0)
	})
	t.Run("lacking, expired", func(t *testing.T) {
		p := newProbed(nil, target)
		p.clock.Advance(24 * time.Hour)
		var expired *compat.GraceExpiredError
		if _, err := p.call.Resolve(t.Context(), p.gate); !errors.As(err, &expired) || expired.GraceEnd != graceEnd {
			t.Errorf("error %v, want *GraceExpiredError", err)
		}
		p.wantRan(t, 0, 0)
	})
	t.Run("not known", func(t *testing.T) {
		p := newProbed(nil)
		p.prober.Fail(compattest.Miss()) // even this: it is the prober's
		_, err := p.call.Resolve(t.Context(), p.gate)
		if err == nil || compat.IsSelectorMiss(err) || !strings.Contains(err.Error(), "the probe failed: execution reverted") {
			t.Errorf("error %v, want one that says that the probe failed", err)
		}
		p.wantRan(t, 0, 0)
	})
	t.Run("no prober", func(t *testing.T) {
		p := newProbed(nil)
		p.gate.Prober = compat.ProbeFirst(nil)
		if _, err := p.call.Resolve(t.Context(), p.gate); err == nil || !strings.Contains(err.Error(), "has no Prober") || p.sent > 0 {
			t.Errorf("error %v, New ran %d times; want an error before", err, p.sent)
		}
	})
}

// The short check of dates, which every call makes, must not take what the long one refuses.
func TestResolveChecksEveryDate(t *testing.T) {
	day := time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC)
	for range 5 * 366 {
		checkDate(t, compat.Date(day.Format("2006-01-02")), true)
		day = day.AddDate(0, 0, 1)
	}
	for _, year := range []int{2026, 2028, 2100} {
		for month := range 15 {
			for dayOfMonth := range 35 {
				at := time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC)
				exists := month > 0 && dayOfMonth > 0 && int(at.Month()) == month && at.Day() == dayOfMonth
				checkDate(t, compat.Date(fmt.Sprintf("%d-%02d-%02d", year, month, dayOfMonth)), exists)
			}
		}
	}
	for _, text := range []compat.Date{"0000-01-01", "2026-10-0a", "2026-1O-01", "202x-10-01", "2026-10-1", "2026-10-011", "2026/10/01",
		"2026-10/01", "２026-10-01", "-026-10-01", "2026--1-01", "2026-10- 1"} {
		checkDate(t, text, false)
	}
}

func checkDate(t *testing.T, end compat.Date, valid bool) {
	t.Helper()
	call := wrapper(nil)
	call.GraceEnd = end
	if _, err := call.Resolve(t.Context(), nil); (err == nil) != valid {
		t.Errorf("GraceEnd %q: error %v, want valid: %t", end, err, valid)
	}
}
