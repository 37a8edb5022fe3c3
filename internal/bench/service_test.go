package bench_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

// repository is the root of this module, seen from the folder in which go test runs.
const repository = "../.."

// writeService writes the service to lint as a module of its own, and returns its folder. Its go.mod is the example's,
// which requires what a service needs; its binding is made by the abigen of the required go-ethereum.
func writeService(tb testing.TB) string {
	tb.Helper()
	dir, err := filepath.EvalSymlinks(tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS("testdata/service")); err != nil {
		tb.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		write(tb, filepath.Join(dir, name), read(tb, filepath.Join(repository, "testdata", "avs", name)))
	}
	root, err := filepath.Abs(repository)
	if err != nil {
		tb.Fatal(err)
	}
	goCommand(tb, dir, "mod", "edit", "-module=example.com/keeper", "-replace=github.com/compatlint/compatlint="+root)
	writeBinding(tb, dir)
	return dir
}

func writeBinding(tb testing.TB, dir string) {
	tb.Helper()
	abi := string(read(tb, filepath.Join(dir, "Vault.json")))
	code, err := abigen.Bind([]string{"Vault"}, []string{abi}, []string{""}, nil, "vault", nil, nil)
	if err != nil {
		tb.Fatal(err)
	}
	folder := filepath.Join(dir, "bindings", "vault")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		tb.Fatal(err)
	}
	write(tb, filepath.Join(folder, "vault.go"), []byte(code))
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
