package compattest

import (
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

// Strictness is a [compat.Strictness] whose flags are set by hand, the same on every chain. All flags are off at first.
type Strictness struct {
	mu    sync.Mutex
	flags map[compat.Feature]bool
	errs  map[compat.Feature]error
	asked map[compat.Feature]int
}

// Strict returns a Strictness in which the features are strict.
func Strict(features ...compat.Feature) *Strictness {
	s := &Strictness{}
	for _, feature := range features {
		s.Set(feature, true)
	}
	return s
}

// Set turns the flag of the feature on or off, and ends its failure.
func (s *Strictness) Set(feature compat.Feature, strict bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.flags == nil {
		s.flags = make(map[compat.Feature]bool)
	}
	s.flags[feature] = strict
	delete(s.errs, feature)
}

// Fail makes the flag of the feature unreadable.
func (s *Strictness) Fail(feature compat.Feature, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.errs == nil {
		s.errs = make(map[compat.Feature]error)
	}
	s.errs[feature] = err
}

// IsStrict implements [compat.Strictness].
func (s *Strictness) IsStrict(_ context.Context, _ uint64, feature compat.Feature) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.asked == nil {
		s.asked = make(map[compat.Feature]int)
	}
	s.asked[feature]++
	if err := s.errs[feature]; err != nil {
		return false, err
	}
	return s.flags[feature], nil
}

// Asked returns how often the flag of the feature was read.
func (s *Strictness) Asked(feature compat.Feature) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[feature]
}

// A Detection is one call that was about to be served by the legacy path.
type Detection struct {
	ChainID uint64
	Feature compat.Feature
	Target  common.Address
}

// Recorder is a [compat.Recorder] that remembers what it was told.
type Recorder struct {
	mu   sync.Mutex
	seen []Detection
}

// LegacyDetected implements [compat.Recorder].
func (r *Recorder) LegacyDetected(_ context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = append(r.seen, Detection{ChainID: chainID, Feature: feature, Target: target})
}

// Detections returns what was recorded, in order.
func (r *Recorder) Detections() []Detection {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.seen)
}

// Count returns how many detections of the feature were recorded.
func (r *Recorder) Count(feature compat.Feature) int {
	count := 0
	for _, detection := range r.Detections() {
		if detection.Feature == feature {
			count++
		}
	}
	return count
}

// Prober is a [compat.Prober] that knows which contracts are legacy. The others support everything.
type Prober struct {
	mu     sync.Mutex
	legacy map[common.Address]bool
	err    error
	asked  int
}

// Lacks returns a Prober in which the targets lack every feature.
func Lacks(targets ...common.Address) *Prober {
	p := &Prober{legacy: make(map[common.Address]bool)}
	for _, target := range targets {
		p.legacy[target] = true
	}
	return p
}

// Fail makes the Prober fail, or work again if err is nil.
func (p *Prober) Fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.err = err
}

// Supports implements [compat.Prober].
func (p *Prober) Supports(_ context.Context, _ compat.Feature, target common.Address) (bool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked++
	if p.err != nil {
		return false, p.err
	}
	return !p.legacy[target], nil
}

// Asked returns how often the Prober was asked.
func (p *Prober) Asked() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked
}

// Observer is a [compat.CacheObserver] that remembers what it was told.
type Observer struct {
	mu       sync.Mutex
	flags    map[flagKey]bool
	reads    int
	failures map[compat.ReadFailure]int
}

type flagKey struct {
	chainID uint64
	feature compat.Feature
}

// StrictnessRead implements [compat.CacheObserver].
func (o *Observer) StrictnessRead(chainID uint64, feature compat.Feature, strict bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.flags == nil {
		o.flags = make(map[flagKey]bool)
	}
	o.flags[flagKey{chainID, feature}] = strict
	o.reads++
}

// StrictnessReadFailed implements [compat.CacheObserver].
func (o *Observer) StrictnessReadFailed(_ uint64, _ compat.Feature, reason compat.ReadFailure) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.failures == nil {
		o.failures = make(map[compat.ReadFailure]int)
	}
	o.failures[reason]++
}

// Flag returns the value that was read last, and whether there was one.
func (o *Observer) Flag(chainID uint64, feature compat.Feature) (strict, known bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	strict, known = o.flags[flagKey{chainID, feature}]
	return strict, known
}

// Reads returns how many reads succeeded.
func (o *Observer) Reads() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.reads
}

// Failures returns how many reads failed, by reason. A reason that did not occur is not in it.
func (o *Observer) Failures() map[compat.ReadFailure]int {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.failures) == 0 {
		return map[compat.ReadFailure]int{}
	}
	return maps.Clone(o.failures)
}
