// Package metrics counts the legacy contracts that the service meets.
//
// compat.yaml names RecordLegacy under guards.record. Exporting the counts is left to the binaries; anything that is not
// a count belongs to the log.
package metrics

import (
	"context"
	"log/slog"
	"maps"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

var (
	mu     sync.Mutex
	legacy = make(map[string]int)
)

// RecordLegacy counts one call that was answered by a legacy contract. The address goes to the log only: as a label it
// would give the counter one series per client. It is safe for concurrent use.
func RecordLegacy(ctx context.Context, feature string, target common.Address) {
	mu.Lock()
	legacy[feature]++
	mu.Unlock()
	slog.InfoContext(ctx, "legacy contract served", "feature", feature, "target", target)
}

// Legacy returns the counts so far by feature. The map is the caller's.
func Legacy() map[string]int {
	mu.Lock()
	defer mu.Unlock()
	return maps.Clone(legacy)
}

// Recorder is compat.Recorder over RecordLegacy.
type Recorder struct{}

// LegacyDetected implements compat.Recorder.
func (Recorder) LegacyDetected(ctx context.Context, _ uint64, feature compat.Feature, target common.Address) {
	RecordLegacy(ctx, string(feature), target)
}
