package telemetry

import (
	"context"
	"log/slog"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

// A Collection holds the features that were served from legacy during one request. It is safe for concurrent use.
type Collection struct {
	parent *Collection // of the request that this one is part of; may be nil

	mu       sync.Mutex
	features map[compat.Feature]struct{}
}

// collectionKey is the key of the Collection in a context.
type collectionKey struct{}

// Collect returns a context whose detections the Collection holds. Those of a context inside another one reach both
// Collections.
func Collect(ctx context.Context) (context.Context, *Collection) {
	parent, _ := ctx.Value(collectionKey{}).(*Collection)
	c := &Collection{parent: parent}
	return context.WithValue(ctx, collectionKey{}, c), c
}

// Features returns what was collected so far, sorted.
func (c *Collection) Features() []compat.Feature {
	c.mu.Lock()
	defer c.mu.Unlock()
	features := make([]compat.Feature, 0, len(c.features))
	for feature := range c.features {
		features = append(features, feature)
	}
	slices.Sort(features)
	return features
}

func (c *Collection) add(feature compat.Feature) {
	for ; c != nil; c = c.parent {
		c.addHere(feature)
	}
}

func (c *Collection) addHere(feature compat.Feature) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.features == nil {
		c.features = map[compat.Feature]struct{}{}
	}
	c.features[feature] = struct{}{}
}

// Record returns a Recorder that adds a detection to the Collection of its context, if there is one, and tells the given
// Recorders in their order. Without any, it logs the detection to slog.Default, as a Gate without a Recorder does.
func Record(next ...compat.Recorder) compat.Recorder {
	return recorder{slices.Clone(next)}
}

type recorder struct{ next []compat.Recorder }

// LegacyDetected implements [compat.Recorder].
func (r recorder) LegacyDetected(ctx context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	if collection, ok := ctx.Value(collectionKey{}).(*Collection); ok {
		collection.add(feature)
	}
	if len(r.next) == 0 {
		Log(ctx, slog.Default(), chainID, feature, target)
	}
	for _, next := range r.next {
		next.LegacyDetected(ctx, chainID, feature, target)
	}
}

// Log writes the detection to the logger in the words of a Gate without a Recorder. It is where the address of the contract
// goes, which no metric has.
func Log(ctx context.Context, logger *slog.Logger, chainID uint64, feature compat.Feature, target common.Address) {
	logger.WarnContext(ctx, "legacy contract served", "chain_id", chainID, "feature", string(feature), "target", target.Hex())
}
