package bench_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/compatlint/compatlint/internal/bench/workload"
)

// repository is the root of this module, seen from the folder in which go test runs.
const repository = "../.."

// writeService writes the service to lint, and returns its folder.
func writeService(tb testing.TB) string {
	tb.Helper()
	dir, err := filepath.EvalSymlinks(tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	root, err := filepath.Abs(repository)
	if err != nil {
		tb.Fatal(err)
	}
	if err := workload.Service(tb.Context(), root, dir); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// goCommand runs the go command in a folder.
func goCommand(tb testing.TB, dir string, args ...string) {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), "go", args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("go %v: %v\n%s", args, err, out)
	}
}

func read(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func write(tb testing.TB, name string, data []byte) {
	tb.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		tb.Fatal(err)
	}
}
