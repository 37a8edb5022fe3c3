// Package passing hands feature names from function to function.
package passing

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

const (
	feature  compat.Feature = "policy_code_hash"
	metadata                = "policy_metadata"
	wrong                   = "policy_codehash"
)

type service struct {
	gate    *compat.Gate
	flags   compat.Strictness
	records compat.Recorder
	prober  compat.Prober
	feature compat.Feature
	wrapper compat.BackwardCompat[bool]
}

// The three interfaces of the runtime may be implemented by passing the parameter on.

func (s *service) IsStrict(ctx context.Context, chainID uint64, feature compat.Feature) (bool, error) {
	return s.flags.IsStrict(ctx, chainID, feature)
}

func (s *service) LegacyDetected(ctx context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	func() { s.records.LegacyDetected(ctx, chainID, feature, target) }()
}

func (s *service) Supports(ctx context.Context, feature compat.Feature, target common.Address) (bool, error) {
	return s.prober.Supports(ctx, compat.Feature(string(feature)), target)
}

// A name that is no parameter, or no longer what was given, is a variable all the same.

type fields struct{ *service }

func (s fields) IsStrict(ctx context.Context, chainID uint64, feature compat.Feature) (bool, error) {
	return s.flags.IsStrict(ctx, chainID, s.feature) // want `^the feature name given to s\.flags\.IsStrict is no constant.*\[featurekey/not-constant\]$`
}

func (s fields) LegacyDetected(ctx context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	feature = s.feature
	s.records.LegacyDetected(ctx, chainID, feature, target) // want `\[featurekey/not-constant\]$`
}

func (s fields) Supports(ctx context.Context, feature compat.Feature, target common.Address) (bool, error) {
	overwrite(&feature)
	return s.prober.Supports(ctx, feature, target) // want `\[featurekey/not-constant\]$`
}

func overwrite(feature *compat.Feature) { *feature = "policy_metadata" }

// shape has the name of a flag read, and no feature among its parameters.
type shape struct{ gate *compat.Gate }

func (s shape) IsStrict(ctx context.Context, feature string) bool {
	return s.gate.IsStrict(ctx, compat.Feature(feature)) // want `\[featurekey/not-constant\]$`
}

// An unexported function may pass its parameter on when every call of it gives a name that can be checked.

func (s *service) strict(ctx context.Context, feature compat.Feature) bool {
	return s.gate.IsStrict(ctx, feature)
}

func (s *service) strictText(ctx context.Context, feature string) bool {
	return s.strict(ctx, compat.Feature(feature))
}

func (s *service) constants(ctx context.Context) {
	s.strict(ctx, feature)
	s.strict(ctx, metadata)
	s.strict(ctx, wrong)              // want `\[featurekey/unknown\]$`
	s.strict(ctx, "settlement_round") // want `\[featurekey/retired\]$`
	s.strictText(ctx, metadata)
	s.strictText(ctx, wrong) // want `\[featurekey/unknown\]$`
}

func (s *service) sometimes(ctx context.Context, feature compat.Feature) bool {
	return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

func (s *service) constantAndVariable(ctx context.Context) {
	s.sometimes(ctx, feature)
	s.sometimes(ctx, s.feature)
}

func (s *service) stored(ctx context.Context, feature compat.Feature) bool {
	return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

func (s *service) callAndValue(ctx context.Context) func(context.Context, compat.Feature) bool {
	s.stored(ctx, feature)
	return s.stored
}

func (s *service) neverCalled(ctx context.Context, feature compat.Feature) bool {
	return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

// Exported is called by anybody.
func (s *service) Exported(ctx context.Context, feature compat.Feature) bool {
	return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

func (s *service) exported(ctx context.Context) bool { return s.Exported(ctx, feature) }

func (s *service) several(ctx context.Context, features ...compat.Feature) bool {
	return s.gate.IsStrict(ctx, features[0]) // want `\[featurekey/not-constant\]$`
}

func (s *service) variadic(ctx context.Context) bool { return s.several(ctx, feature) }

func (s *service) each(ctx context.Context, feature compat.Feature, features []compat.Feature) {
	for _, feature = range features {
		s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
	}
}

func (s *service) loops(ctx context.Context) { s.each(ctx, feature, nil) }

// hidden is called through an interface, with whatever its caller has.
func (s *service) hidden(ctx context.Context, feature compat.Feature) bool {
	return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
}

type hider interface {
	hidden(ctx context.Context, feature compat.Feature) bool
}

func through(ctx context.Context, s *service, h hider) bool {
	return s.hidden(ctx, feature) && h.hidden(ctx, s.feature)
}

func generic[T any](ctx context.Context, s *service, feature compat.Feature, value T) (T, bool) {
	return value, s.gate.IsStrict(ctx, feature)
}

func instances(ctx context.Context, s *service) {
	generic(ctx, s, feature, 1)
	generic(ctx, s, metadata, "")
	generic[bool](ctx, s, wrong, true) // want `\[featurekey/unknown\]$`
}

// Names may go through so many functions and no more: this one gives up on one that calls itself.
func (s *service) recursive(ctx context.Context, feature compat.Feature, depth int) bool {
	if depth == 0 {
		return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
	}
	return s.recursive(ctx, feature, depth-1)
}

func (s *service) recursion(ctx context.Context) bool { return s.recursive(ctx, feature, 3) }

// The feature of a wrapper is checked at the literal that sets it.

func (s *service) wrapped(ctx context.Context) bool {
	return s.gate.IsStrict(ctx, s.wrapper.Feature)
}

func (s *service) notWrapped(ctx context.Context) bool {
	return s.gate.IsStrict(ctx, s.feature) // want `\[featurekey/not-constant\]$`
}

func (s *service) closure(ctx context.Context) bool {
	read := func(feature compat.Feature) bool {
		return s.gate.IsStrict(ctx, feature) // want `\[featurekey/not-constant\]$`
	}
	return read(feature)
}

func (s *service) none() (compat.BackwardCompat[bool], error) {
	return compat.BackwardCompat[bool]{}, errors.New("there is no wrapper")
}

func (s *service) nameless() compat.BackwardCompat[bool] {
	return compat.BackwardCompat[bool]{Ticket: "NEWT-1001"} // want `^compat\.BackwardCompat has no Feature.*\[featurekey/missing\]$`
}
