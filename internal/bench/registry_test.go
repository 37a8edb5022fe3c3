package bench_test

import (
	"fmt"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bench/workload"
	"github.com/compatlint/compatlint/internal/catalog"
)

// today is the day on which everything is judged.
const today = workload.Today

// A shape says how the selectors of a registry are spread.
type shape struct{ workload.Registry }

// The registries of the measurements. The first is what a team starts with; the others are the ways to have 10,000 selectors.
var (
	small         = shape{workload.Small}
	manySelectors = shape{workload.Registry{Selectors: 10_000, Features: 13, Contracts: 1}}
	manyFeatures  = shape{workload.Registry{Selectors: 10_000, Features: 9_997, Contracts: 1}}
	manyContracts = shape{workload.Registry{Selectors: 10_000, Features: 9_997, Contracts: 9_997}}
	hugeSelectors = shape{workload.Registry{Selectors: 100_000, Features: 13, Contracts: 1}}
)

// write writes the registry into dir and returns its path.
func (s shape) write(tb testing.TB, dir string) string {
	tb.Helper()
	path, err := s.Write(dir)
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

// TestShapes shows that the measured registries are valid and as big as they say: a rejected one would be very fast.
func TestShapes(t *testing.T) {
	for _, s := range []shape{small, manySelectors, manyFeatures, manyContracts, hugeSelectors} {
		registry, err := compatregistry.Load(s.write(t, t.TempDir()))
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		selectors := 0
		for _, feature := range registry.Features {
			selectors += len(feature.Selectors)
		}
		if selectors != s.Selectors || len(registry.Features) != s.Features+2 || len(registry.Contracts) != s.Contracts+1 {
			t.Errorf("%+v: got %d selectors, %d features, %d contracts", s, selectors, len(registry.Features), len(registry.Contracts))
		}
	}
}

// BenchmarkRegistry measures what a process does once for a registry: reading its text or, if it is large, its compiled
// form, and building the lookup tables.
func BenchmarkRegistry(b *testing.B) {
	for _, s := range []shape{small, manySelectors, manyFeatures, manyContracts, hugeSelectors} {
		name := fmt.Sprintf("selectors=%d/features=%d/contracts=%d/", s.Selectors, s.Features+2, s.Contracts+1)
		path := s.write(b, b.TempDir())
		registry, err := compatregistry.Load(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name+"load", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compatregistry.Load(path); err != nil {
					b.Fatal(err)
				}
			}
		})
		cache := b.TempDir()
		if _, err := compatregistry.LoadCompiled(path, cache); err != nil {
			b.Fatal(err)
		}
		b.Run(name+"compiled", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compatregistry.LoadCompiled(path, cache); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"catalog", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fresh := *registry // catalogs are kept by the registry's address
				catalog.Of(&fresh, nil)
			}
		})
	}
}
