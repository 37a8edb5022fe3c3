package compat

import (
	"context"
	"errors"
	"fmt"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// Resolve calls New and, where Target turns out to lack the feature's selectors and may still be served, Legacy.
//
//   - New succeeds: its value.
//   - New fails with anything but a selector miss (see [IsSelectorMiss]): that error, unchanged.
//   - A selector miss that the Gate's Prober refutes: the error of New, unchanged, because the contract meant to revert.
//     One that the Prober can neither confirm nor refute: an error that wraps both causes.
//   - A selector miss while the feature is strict: *[LegacyNotSupportedError].
//   - A selector miss on GraceEnd or later: *[GraceExpiredError].
//   - Otherwise the detection is recorded and Legacy runs: its value or its error, unchanged, with Resolved.Legacy set.
//
// With a [ProbeFirst] prober, New runs only where the Prober says that Target has the selectors, and then its error is returned
// unchanged, whatever it is. Where Target lacks them, that counts as the selector miss. Where the Prober does not know,
// nothing runs and its error is returned.
//
// An empty Feature, a GraceEnd that is no date, and a nil New or Legacy are errors before anything is called.
// Prober, flag and clock are asked at most once, and flag and clock only after a selector miss. g may be nil, which is the
// zero Gate.
func (b BackwardCompat[T]) Resolve(ctx context.Context, g *Gate) (Resolved[T], error) {
	if err := b.check(); err != nil {
		return Resolved[T]{}, err
	}
	if prober, first := g.probesFirst(); first {
		return b.resolveProbed(ctx, g, prober)
	}
	value, err := b.New(ctx)
	if err == nil {
		return Resolved[T]{Value: value}, nil
	}
	if !IsSelectorMiss(err) {
		return Resolved[T]{}, err
	}
	if err := g.confirm(ctx, b.Feature, b.Target, err); err != nil {
		return Resolved[T]{}, err
	}
	return b.serveLegacy(ctx, g, err)
}

// resolveProbed is Resolve with a ProbeFirst prober.
func (b *BackwardCompat[T]) resolveProbed(ctx context.Context, g *Gate, prober Prober) (Resolved[T], error) {
	if prober == nil {
		return Resolved[T]{}, fmt.Errorf("compat: feature %q: the Gate is to probe first, but has no Prober", b.Feature)
	}
	supports, err := prober.Supports(ctx, b.Feature, b.Target)
	switch {
	case err != nil:
		return Resolved[T]{}, &unconfirmedError{feature: b.Feature, target: b.Target, probe: err}
	case !supports:
		return b.serveLegacy(ctx, g, errProbed)
	}
	value, err := b.New(ctx)
	if err != nil {
		return Resolved[T]{}, err
	}
	return Resolved[T]{Value: value}, nil
}

// errProbed stands for the error of the call that was not made.
var errProbed = errors.New("the prober found that the contract lacks the selectors")

// serveLegacy runs Legacy on a contract that lacks the selectors, unless flag or date forbid it.
func (b *BackwardCompat[T]) serveLegacy(ctx context.Context, g *Gate, cause error) (Resolved[T], error) {
	if g.IsStrict(ctx, b.Feature) {
		return Resolved[T]{}, &LegacyNotSupportedError{
			Feature: b.Feature, Target: b.Target, ChainID: g.chainID(), Ticket: b.Ticket, Err: cause,
		}
	}
	end, err := grace.ParseDate(string(b.GraceEnd))
	if err != nil {
		return Resolved[T]{}, err // check has seen to that
	}
	if grace.Expired(g.today(), end) {
		return Resolved[T]{}, &GraceExpiredError{
			Feature: b.Feature, GraceEnd: b.GraceEnd, Ticket: b.Ticket, Target: b.Target, Err: cause,
		}
	}
	g.RecordLegacy(ctx, b.Feature, b.Target)
	value, err := b.Legacy(ctx)
	if err != nil {
		return Resolved[T]{Legacy: true}, err
	}
	return Resolved[T]{Value: value, Legacy: true}, nil
}
