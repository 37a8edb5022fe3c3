package bench_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
)

// today is the day on which everything is judged, so that the work is the same on every day.
const today = "2026-11-21"

// What the service uses: three selectors, two features, one contract.
const (
	serviceContracts = `version: 1
contracts:
  Vault: {rollout: grace, bindings: [example.com/keeper/bindings/...]}
`
	serviceFeatures = `features:
  share_price_history:
    contract: Vault
    selectors: ["sharePriceAt(uint64)", "pendingFees()"]
    introduced: {version: v2.0.0, date: 2026-10-01}
    state: grace
    grace_end: 2027-03-01
    ticket: VLT-204
  batch_settlement:
    contract: Vault
    selectors: ["settleBatch(uint64[],bytes32)"]
    introduced: {version: v2.0.0, date: 2026-10-01}
    state: grace
    grace_end: 2027-03-01
    ticket: VLT-205
`
)

// registeredByService is the number of selectors in serviceFeatures.
const registeredByService = 3

// A shape says how the selectors of a registry are spread.
type shape struct {
	selectors int // in all
	features  int // that the selectors beyond the service's own are spread over
	contracts int // that these features are spread over
}

// The registries of the measurements. The first is what a team starts with; the others are the ways to have 10,000 selectors.
var (
	small         = shape{selectors: 10, features: 7, contracts: 1}
	manySelectors = shape{selectors: 10_000, features: 13, contracts: 1}
	manyFeatures  = shape{selectors: 10_000, features: 9_997, contracts: 1}
	manyContracts = shape{selectors: 10_000, features: 9_997, contracts: 9_997}
)

// write writes the registry into dir. All features of a contract come with the same version, so it has two live
// versions at most.
func (s shape) write(tb testing.TB, dir string) string {
	tb.Helper()
	path := filepath.Join(dir, "compat.yaml")
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriter(file)
	s.contractsTo(w)
	s.featuresTo(w)
	if err := errors.Join(w.Flush(), file.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

func (s shape) contractsTo(w io.Writer) {
	fmt.Fprint(w, serviceContracts)
	for i := range s.contracts {
		fmt.Fprintf(w, "  Other%05d: {rollout: grace, bindings: [example.com/keeper/bindings/...]}\n", i)
	}
}

func (s shape) featuresTo(w io.Writer) {
	fmt.Fprint(w, serviceFeatures)
	rest := s.selectors - registeredByService
	for i := range s.features {
		own := rest / s.features
		if i < rest%s.features {
			own++
		}
		fmt.Fprintf(w, "  other_%05d:\n    contract: Other%05d\n    selectors:\n", i, i%s.contracts)
		for j := range own {
			fmt.Fprintf(w, "      - \"function%dOf%d(uint256,address,bytes32)\"\n", j, i)
		}
		fmt.Fprintf(w, "    introduced: {version: v2.0.0, date: 2026-10-01}\n    state: grace\n    grace_end: 2027-03-01\n"+
			"    ticket: OTH-%d\n    owner: \"@team\"\n    components: [keeper]\n", i)
	}
}

// TestShapes shows that the measured registries are valid and as big as they say: a rejected one would be very fast.
func TestShapes(t *testing.T) {
	for _, s := range []shape{small, manySelectors, manyFeatures, manyContracts} {
		registry, err := compatregistry.Load(s.write(t, t.TempDir()))
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		selectors := 0
		for _, feature := range registry.Features {
			selectors += len(feature.Selectors)
		}
		if selectors != s.selectors || len(registry.Features) != s.features+2 || len(registry.Contracts) != s.contracts+1 {
			t.Errorf("%+v: got %d selectors, %d features, %d contracts", s, selectors, len(registry.Features), len(registry.Contracts))
		}
	}
}

// BenchmarkRegistry measures what a process does once for a registry: reading its text or, if it is large, its compiled
// form, and building the lookup tables.
func BenchmarkRegistry(b *testing.B) {
	for _, s := range []shape{small, manySelectors, manyFeatures, manyContracts} {
		name := fmt.Sprintf("selectors=%d/features=%d/contracts=%d/", s.selectors, s.features+2, s.contracts+1)
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
