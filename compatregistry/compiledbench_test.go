package compatregistry_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
)

// A shape says how the selectors of a registry are spread over features, and these over contracts.
type shape struct{ selectors, features, contracts int }

func (s shape) String() string {
	return fmt.Sprintf("selectors=%d/features=%d/contracts=%d", s.selectors, s.features, s.contracts)
}

// write writes the registry into dir. All features come with the same version, so that no contract has more than two
// live ones.
func (s shape) write(tb testing.TB, dir string) string {
	tb.Helper()
	var text bytes.Buffer
	text.WriteString("version: 1\ncontracts:\n")
	for i := range s.contracts {
		fmt.Fprintf(&text, "  Contract%05d: {rollout: grace, bindings: [example.com/keeper/bindings/...]}\n", i)
	}
	text.WriteString("features:\n")
	for i := range s.features {
		fmt.Fprintf(&text, "  feature_%05d:\n    contract: Contract%05d\n    selectors:\n", i, i%s.contracts)
		for j := i; j < s.selectors; j += s.features {
			fmt.Fprintf(&text, "      - \"function%dOf%d(uint256,address,bytes32)\"\n", j, i)
		}
		fmt.Fprintf(&text, "    introduced: {version: v2.0.0, date: 2026-10-01}\n    state: grace\n    grace_end: 2027-03-01\n"+
			"    ticket: OTH-%d\n    owner: \"@team\"\n    components: [keeper]\n", i)
	}
	path := filepath.Join(dir, "compat.yaml")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// BenchmarkLoadCompiled compares reading the text of a registry with reading its compiled form. "first" is a run that
// finds no entry, and reads the text and writes one.
func BenchmarkLoadCompiled(b *testing.B) {
	for _, s := range []shape{{10_000, 15, 2}, {10_000, 9_999, 2}, {10_000, 9_999, 9_998}} { // as package bench has them
		path, cache := s.write(b, b.TempDir()), b.TempDir()
		b.Run(s.String()+"/text", func(b *testing.B) { benchmarkLoad(b, path, "", func() {}) })
		b.Run(s.String()+"/compiled", func(b *testing.B) { benchmarkLoad(b, path, cache, func() {}) })
		b.Run(s.String()+"/first", func(b *testing.B) {
			benchmarkLoad(b, path, cache, func() { removeAll(b, cache) })
		})
	}
}

func benchmarkLoad(b *testing.B, path, cache string, prepare func()) {
	b.Helper()
	if _, err := compatregistry.LoadCompiled(path, cache); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		prepare()
		if _, err := compatregistry.LoadCompiled(path, cache); err != nil {
			b.Fatal(err)
		}
	}
}

func removeAll(tb testing.TB, dir string) {
	tb.Helper()
	if err := os.RemoveAll(dir); err != nil {
		tb.Fatal(err)
	}
}
