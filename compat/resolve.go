package compat

import (
	"context"

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
// An empty Feature, a GraceEnd that is no date, and a nil New or Legacy are errors before anything is called.
// Prober, flag and clock are asked at most once, and only after a selector miss. g may be nil, which is the zero Gate.
func (b BackwardCompat[T]) Resolve(ctx context.Context, g *Gate) (Resolved[T], error) {
	end, err := b.check()
	if err != nil {
		return Resolved[T]{}, err
	}
	value, err := b.New(ctx)
	if err == nil {
		return Resolved[T]{Value: value}, nil
	}
	if err := b.refuse(ctx, g, end, err); err != nil {
		return Resolved[T]{}, err
	}
	g.RecordLegacy(ctx, b.Feature, b.Target)
	value, err = b.Legacy(ctx)
	if err != nil {
		return Resolved[T]{Legacy: true}, err
	}
	return Resolved[T]{Value: value, Legacy: true}, nil
}

// refuse returns why the failure of New is not answered by Legacy, and nil if it is.
func (b *BackwardCompat[T]) refuse(ctx context.Context, g *Gate, end grace.Date, cause error) error {
	if !IsSelectorMiss(cause) {
		return cause
	}
	if err := g.confirm(ctx, b.Feature, b.Target, cause); err != nil {
		return err
	}
	if g.IsStrict(ctx, b.Feature) {
		return &LegacyNotSupportedError{
			Feature: b.Feature, Target: b.Target, ChainID: g.chainID(), Ticket: b.Ticket, Err: cause,
		}
	}
	if grace.Expired(g.today(), end) {
		return &GraceExpiredError{
			Feature: b.Feature, GraceEnd: b.GraceEnd, Ticket: b.Ticket, Target: b.Target, Err: cause,
		}
	}
	return nil
}
