package bench_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/internal/bench/workload"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
)

// A bench is a service to lint and the programs to run over it.
type bench struct {
	service            string
	cache              string // where the linter keeps compiled registries
	linter, loader     string
	findings, packages string // what each prints when it did its work
}

func newBench(b *testing.B) *bench {
	b.Helper()
	dir := b.TempDir()
	f := &bench{
		service:  writeService(b),
		cache:    privateCache(b),
		linter:   filepath.Join(dir, "compatlint"),
		loader:   filepath.Join(dir, "loadonly"),
		findings: fmt.Sprint(workload.Findings, " findings"),
		packages: fmt.Sprint(workload.Packages, " packages"),
	}
	if runtime.GOOS == "windows" {
		f.linter, f.loader = f.linter+".exe", f.loader+".exe"
	}
	goCommand(b, repository, "build", "-o", f.linter, "./cmd/compatlint")
	goCommand(b, repository, "build", "-o", f.loader, "./internal/bench/loadonly")
	return f
}

// privateCache sets a cache folder for this benchmark alone, and returns the linter's part of it. The build cache stays where it is. On
// macOS the user's own cache folder cannot be replaced by a variable.
func privateCache(b *testing.B) string {
	b.Helper()
	build, err := exec.CommandContext(b.Context(), "go", "env", "GOCACHE").Output()
	if err != nil {
		b.Fatal(err)
	}
	b.Setenv("GOCACHE", strings.TrimSpace(string(build)))
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	b.Setenv("LocalAppData", b.TempDir())
	b.Setenv(inputs.CacheEnv, "")
	dir, err := os.UserCacheDir()
	if err != nil {
		b.Fatal(err)
	}
	return filepath.Join(dir, "compatlint")
}

// lint lints the service with the registry. The service has findings, so the linter fails.
func (f *bench) lint(registry string) program {
	return program{
		path: f.linter, args: []string{"-C", f.service, "-today", today, "-registry", registry, "./..."},
		exit: 1, stdout: f.findings,
	}
}

// load loads the same packages in the same mode.
func (f *bench) load() program {
	return program{
		path: f.loader, args: []string{"-mode", strconv.Itoa(int(driver.LoadMode)), "-C", f.service, "./..."},
		stdout: f.packages,
	}
}

// BenchmarkStandalone compares the standalone command with loading alone, and with itself on the registry a team starts
// with. "first" is a run that finds no compiled registry and writes one, as after each change of the registry; the
// others find it.
func BenchmarkStandalone(b *testing.B) {
	f := newBench(b)
	registry := small.write(b, b.TempDir())
	b.Run("base=load/selectors=10", func(b *testing.B) {
		compare(b, f.load(), f.lint(registry))
	})
	for _, big := range []struct {
		name  string
		shape shape
	}{
		{"base=10/selectors=10000/features=15", manySelectors},
		{"base=10/selectors=10000/features=9999", manyFeatures},
		{"base=10/selectors=10000/contracts=9998", manyContracts},
	} {
		path := big.shape.write(b, b.TempDir())
		b.Run(big.name, func(b *testing.B) {
			compare(b, f.lint(registry), f.lint(path))
		})
		b.Run(big.name+"/first", func(b *testing.B) {
			first := f.lint(path)
			first.forget = f.cache
			compare(b, f.lint(registry), first)
		})
	}
}
