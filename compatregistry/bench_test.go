package compatregistry_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
)

// generatedRegistry has the given numbers of features and of selectors in each, every feature on a contract of its own.
func generatedRegistry(features, selectorsEach int) []byte {
	var text bytes.Buffer
	text.WriteString("version: 1\ncontracts:\n")
	for i := range features {
		fmt.Fprintf(&text, "  Contract%05d:\n    rollout: grace\n    bindings: [example.com/avs/bindings/...]\n", i)
	}
	text.WriteString("features:\n")
	for i := range features {
		fmt.Fprintf(&text, "  feature_%05d:\n    contract: Contract%05d\n    selectors:\n", i, i)
		for j := range selectorsEach {
			fmt.Fprintf(&text, "      - \"function%d(uint256,address,bytes32)\"\n", j)
		}
		fmt.Fprintf(&text, "    introduced: {version: v0.3.0, date: 2026-04-15}\n    state: grace\n    grace_end: 2026-10-01\n"+
			"    ticket: NEWT-%d\n    owner: \"@avs-team\"\n    components: [gateway, operator]\n", i)
	}
	return text.Bytes()
}

func BenchmarkLoad(b *testing.B) {
	for _, size := range []struct{ features, selectorsEach int }{{10, 1}, {100, 100}, {10_000, 1}} {
		b.Run(fmt.Sprintf("features=%d/selectors=%d", size.features, size.features*size.selectorsEach), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "compat.yaml")
			if err := os.WriteFile(path, generatedRegistry(size.features, size.selectorsEach), 0o644); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compatregistry.Load(path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
