package compat

import (
	"context"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// Gate is what all calls on one chain share. The zero value and a nil *Gate are permissive: no feature is strict,
// detections go to [slog.Default], and the clock is [time.Now].
//
// A Gate is safe for concurrent use if what its fields hold is. Its fields must not be changed once it is in use.
type Gate struct {
	// ChainID is handed to Strictness and Recorder, and named in logs and errors.
	ChainID uint64

	// Strictness reads the strict flags. If it is nil, no feature is strict.
	Strictness Strictness

	// Recorder is told of every legacy contract that is met. If it is nil, slog.Default is.
	Recorder Recorder

	// Prober confirms a suspected selector miss. If it is nil, the error of the call alone decides.
	Prober Prober

	// Clock returns the time that decides whether a grace window has ended. If it is nil, time.Now does.
	Clock func() time.Time

	// StrictOnError says that a feature whose flag cannot be read is strict. Such a failure is always logged.
	StrictOnError bool
}

// Strictness reads the strict flag of a feature: when it is on, legacy contracts are refused.
// Implementations must be safe for concurrent use.
type Strictness interface {
	IsStrict(ctx context.Context, chainID uint64, feature Feature) (bool, error)
}

// Recorder takes note of a call that met a legacy contract and is about to be served by the legacy path.
// Implementations must be safe for concurrent use and must not block.
type Recorder interface {
	LegacyDetected(ctx context.Context, chainID uint64, feature Feature, target common.Address)
}

// Prober finds out by other means than the error of a call whether target has the selectors of a feature, for example
// by resolving its proxy and looking at the implementation. It returns an error if it could not find out.
// Implementations must be safe for concurrent use.
type Prober interface {
	Supports(ctx context.Context, feature Feature, target common.Address) (bool, error)
}

// ProbeFirst returns a prober that [BackwardCompat.Resolve] asks before New runs, and not after its error. It is for calls
// whose success proves nothing: a transaction with a gas limit of its own, which is sent and fails on chain, and a contract
// whose fallback function answers every call. Give such calls a Gate of their own:
//
//	writes := *gate
//	writes.Prober = compat.ProbeFirst(gate.Prober)
//
// A p that is nil makes every call of such a Gate an error.
func ProbeFirst(p Prober) Prober { return probeFirst{p} }

type probeFirst struct{ Prober }

// probesFirst returns the prober to ask before New runs, if there is to be one.
func (g *Gate) probesFirst() (p Prober, first bool) {
	if g == nil {
		return nil, false
	}
	wrapped, first := g.Prober.(probeFirst)
	return wrapped.Prober, first
}

// IsStrict reports whether legacy contracts are refused for the feature. If the flag cannot be read, the failure is
// logged and StrictOnError decides. It asks Strictness every time: read it once per decision.
func (g *Gate) IsStrict(ctx context.Context, feature Feature) bool {
	if g == nil || g.Strictness == nil {
		return false
	}
	strict, err := g.Strictness.IsStrict(ctx, g.ChainID, feature)
	if err != nil {
		slog.WarnContext(ctx, "strict flag of a compatibility feature cannot be read", "chain_id", g.ChainID,
			"feature", string(feature), "assume_strict", g.StrictOnError, "err", err)
		return g.StrictOnError
	}
	return strict
}

// RecordLegacy tells the Recorder, or the log if there is none, that target lacks the selectors of the feature and is
// about to be served by the legacy path. Resolve does so itself; call it in dual paths written by hand.
func (g *Gate) RecordLegacy(ctx context.Context, feature Feature, target common.Address) {
	if g == nil || g.Recorder == nil {
		slog.WarnContext(ctx, "legacy contract served", "chain_id", g.chainID(), "feature", string(feature),
			"target", target.Hex())
		return
	}
	g.Recorder.LegacyDetected(ctx, g.ChainID, feature, target)
}

func (g *Gate) chainID() uint64 {
	if g == nil {
		return 0
	}
	return g.ChainID
}

// today returns the current day in UTC by the Gate's clock.
func (g *Gate) today() grace.Date {
	if g == nil || g.Clock == nil {
		return grace.DateOf(time.Now())
	}
	return grace.DateOf(g.Clock())
}

// confirm asks the Prober, if there is one, about the selector miss that cause suggests. It returns nil if the miss
// stands, cause itself if the selectors are there after all, so that the revert was a real one, and an error that is no
// selector miss if the Prober does not know.
func (g *Gate) confirm(ctx context.Context, feature Feature, target common.Address, cause error) error {
	if g == nil || g.Prober == nil {
		return nil
	}
	supports, err := g.Prober.Supports(ctx, feature, target)
	switch {
	case err != nil:
		return &unconfirmedError{feature: feature, target: target, cause: cause, probe: err}
	case supports:
		return cause
	default:
		return nil
	}
}
