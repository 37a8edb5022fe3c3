package inputs_test

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/inputs"
)

const registry = `version: 1
contracts:
  Policy: {rollout: grace}
features:
  hash:
    contract: Policy
    selectors: ["hash()"]
    introduced: {version: v1.0.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
`

// tree writes files below a new folder and returns it with symbolic links resolved.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFor(t *testing.T) {
	root := tree(t, map[string]string{"go.mod": "module m\n", "compat.yaml": registry, "a/b/b.go": "package b\n", "c/compat.yaml": registry})
	today := inputs.Options{Today: "2026-09-01"}
	in, err := inputs.For(filepath.Join(root, "a", "b"), today)
	if err != nil {
		t.Fatal(err)
	}
	if in.Registry.Path != filepath.Join(root, "compat.yaml") || in.Lock != nil || in.Root != root || in.Today.String() != "2026-09-01" || in.Options != today {
		t.Errorf("For = %+v", in)
	}
	again, err := inputs.For(root, today)
	if err != nil {
		t.Fatal(err)
	}
	if again.Registry != in.Registry {
		t.Error("one registry was read twice")
	}
	nearest, err := inputs.For(filepath.Join(root, "c"), today)
	if err != nil {
		t.Fatal(err)
	}
	if nearest.Registry.Path != filepath.Join(root, "c", "compat.yaml") {
		t.Errorf("the nearest registry is %s", nearest.Registry.Path)
	}
}

// TestForFails has what must never be mistaken for "no findings".
func TestForFails(t *testing.T) {
	selector := "selector Policy 0x09bd5a60 other() () view\n" // not the id of other()
	for _, test := range []struct {
		name  string
		files map[string]string
		opts  inputs.Options
		want  string
	}{
		{"no registry", map[string]string{"go.mod": "module m\n"}, inputs.Options{}, "compat.yaml"},
		{"empty registry", map[string]string{"compat.yaml": ""}, inputs.Options{}, "compat.yaml"},
		{"invalid registry", map[string]string{"compat.yaml": "version: 2\n"}, inputs.Options{}, "compat.yaml:1:10"},
		{"named registry missing", map[string]string{"go.mod": "module m\n"}, inputs.Options{Registry: "other.yaml"}, "other.yaml"},
		{"malformed lock", map[string]string{"compat.yaml": registry, "compat.lock": "nonsense\n"}, inputs.Options{}, "compat.lock:1:1"},
		{"inconsistent lock", map[string]string{"compat.yaml": registry, "compat.lock": "version 1\n" + selector}, inputs.Options{}, "compat.lock:2"},
		{"malformed clock", map[string]string{"compat.yaml": registry}, inputs.Options{Today: "tomorrow"}, "-today"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(inputs.RegistryEnv, "")
			in, err := inputs.For(tree(t, test.files), test.opts)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("For = %v, %v; want an error that names %s", in, err, test.want)
			}
		})
	}
}

// TestForKeepsLargeRegistries looks for the compiled form in the user's cache folder. A registry is read once per process, so that each
// case has a registry of its own.
func TestForKeepsLargeRegistries(t *testing.T) {
	large := registry + strings.Repeat("# padding\n", 10_000)
	for _, test := range []struct {
		name, registry, setting string
		want                    int
	}{
		{"large", large, "", 1},
		{"large, another setting", large, "on", 1},
		{"large, cache off", large, "off", 0},
		{"small", registry, "", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(inputs.RegistryEnv, "")
			t.Setenv(inputs.CacheEnv, test.setting)
			home := t.TempDir()
			for _, variable := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
				t.Setenv(variable, home)
			}
			root := tree(t, map[string]string{"go.mod": "module m\n", "compat.yaml": test.registry})
			if _, err := inputs.For(root, inputs.Options{}); err != nil {
				t.Fatal(err)
			}
			cache, err := os.UserCacheDir()
			if err != nil {
				t.Fatal(err)
			}
			entries, err := filepath.Glob(filepath.Join(cache, "compatlint", "registry-*.bin"))
			if err != nil || len(entries) != test.want {
				t.Errorf("the cache folder holds %v, %v; want %d entries", entries, err, test.want)
			}
		})
	}
}

// TestForWithoutHome checks that a large registry needs no cache folder.
func TestForWithoutHome(t *testing.T) {
	for _, variable := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData", inputs.RegistryEnv, inputs.CacheEnv} {
		t.Setenv(variable, "")
	}
	root := tree(t, map[string]string{"go.mod": "module m\n", "compat.yaml": registry + strings.Repeat("# padding\n", 10_000)})
	if in, err := inputs.For(root, inputs.Options{}); err != nil || in.Registry.Feature("hash") == nil {
		t.Errorf("For = %+v, %v", in, err)
	}
}

func TestForClockOfEnvironment(t *testing.T) {
	root := tree(t, map[string]string{"go.mod": "module m\n", "compat.yaml": registry})
	t.Setenv(grace.TodayEnv, "2026-12-31")
	in, err := inputs.For(root, inputs.Options{})
	if err != nil || in.Today.String() != "2026-12-31" {
		t.Errorf("For = %+v, %v", in, err)
	}
	in, err = inputs.For(root, inputs.Options{Today: "2026-01-01"})
	if err != nil || in.Today.String() != "2026-01-01" {
		t.Errorf("the flag does not come before the environment: %+v, %v", in, err)
	}
}

func TestRegistryPath(t *testing.T) {
	root := tree(t, map[string]string{"go.mod": "module m\n", "compat.yaml": registry, "ci/compat.yaml": registry, "a/a.go": "package a\n"})
	dir := filepath.Join(root, "a")
	for _, test := range []struct{ flag, env, want string }{
		{"", "", filepath.Join(root, "compat.yaml")},
		{"", "ci/compat.yaml", filepath.Join(root, "ci", "compat.yaml")},
		{"ci/compat.yaml", "missing.yaml", filepath.Join(root, "ci", "compat.yaml")},
		{filepath.Join(root, "ci", "compat.yaml"), "", filepath.Join(root, "ci", "compat.yaml")},
	} {
		t.Setenv(inputs.RegistryEnv, test.env)
		got, err := inputs.RegistryPath(dir, inputs.Options{Registry: test.flag})
		if err != nil || got != test.want {
			t.Errorf("flag %q, environment %q: %s, %v; want %s", test.flag, test.env, got, err, test.want)
		}
	}
	t.Chdir(filepath.Join(root, "ci"))
	got, err := inputs.RegistryPath(dir, inputs.Options{Registry: "compat.yaml"})
	if want := filepath.Join(root, "ci", "compat.yaml"); err != nil || got != want {
		t.Errorf("a path of the working directory: %s, %v; want %s", got, err, want)
	}
}

// TestForWithoutFolder is about hosts that keep packages apart: nothing is found that was not named.
func TestForWithoutFolder(t *testing.T) {
	const lock = "version 1\n"
	for _, test := range []struct {
		name  string
		files map[string]string
		named string
		want  string // in the error; "" for none
	}{
		{"named", map[string]string{"box/ci/compat.yaml": registry, "box/ci/compat.lock": lock}, "ci/compat.yaml", ""},
		{"not named", map[string]string{"box/compat.yaml": registry, "box/compat.lock": lock}, "", "name it with the flag registry"},
		{"not there", map[string]string{"box/go.mod": "module m\n", "compat.yaml": registry, "compat.lock": lock}, "compat.yaml", "declared as data"},
		{"no lock file", map[string]string{"box/ci/compat.yaml": registry, "compat.lock": lock}, "ci/compat.yaml", "there is no compat.lock beside it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(inputs.RegistryEnv, "")
			root := tree(t, test.files)
			t.Chdir(filepath.Join(root, "box"))
			in, err := inputs.For("", inputs.Options{Registry: test.named})
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Errorf("For = %+v, %v; want an error with %q", in, err, test.want)
				}
				return
			}
			if err != nil || in.Registry.Path != filepath.Join(root, "box", "ci", "compat.yaml") || in.Lock == nil || in.Root != "" {
				t.Errorf("For = %+v, %v", in, err)
			}
		})
	}
}

// TestForWithoutFolderWritesNothing: the cache folder of a user is not an input of a build, nor an output.
func TestForWithoutFolderWritesNothing(t *testing.T) {
	t.Setenv(inputs.CacheEnv, "")
	home := t.TempDir()
	for _, variable := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(variable, home)
	}
	t.Chdir(tree(t, map[string]string{"compat.yaml": registry + strings.Repeat("# padding\n", 10_000), "compat.lock": "version 1\n"}))
	if _, err := inputs.For("", inputs.Options{Registry: "compat.yaml"}); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(home); err != nil || len(entries) > 0 {
		t.Errorf("the home folder holds %v, %v", entries, err)
	}
}

func TestSourceRoot(t *testing.T) {
	root := tree(t, map[string]string{"repo/go.work": "go 1.26\n", "repo/m/go.mod": "module m\n", "repo/m/a/a.go": "package a\n", "alone/a.go": "package a\n"})
	for dir, want := range map[string]string{"repo/m/a": "repo", "repo/m": "repo", "repo": "repo", "alone": "alone"} {
		if got := inputs.SourceRoot(filepath.Join(root, dir)); got != filepath.Join(root, want) {
			t.Errorf("SourceRoot(%s) = %s, want %s", dir, got, want)
		}
	}
}

func TestIsTestFile(t *testing.T) {
	for name, want := range map[string]bool{"a_test.go": true, "a.go": false, "_test.go": false, "test.go": false, "a_test.go.txt": false} {
		fset := token.NewFileSet()
		file := fset.AddFile(name, -1, 10)
		if got := inputs.IsTestFile(fset, file.Pos(1)); got != want {
			t.Errorf("IsTestFile(%s) = %t, want %t", name, got, want)
		}
	}
}

func TestIgnoreEnded(t *testing.T) {
	date := func(text string) grace.Date {
		t.Helper()
		d, err := grace.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, test := range []struct {
		until, graceEnd, today string
		want                   bool
	}{
		{"2026-08-01", "2026-10-01", "2026-07-31", false},
		{"2026-08-01", "2026-10-01", "2026-08-01", true},
		{"2026-08-01", "2026-10-01", "2026-08-02", true},
		{"2026-12-01", "2026-10-01", "2026-09-30", false},
		{"2026-12-01", "2026-10-01", "2026-10-01", true}, // the window's end comes first
		{"2026-12-01", "", "2026-11-30", false},          // a lockstep contract has no window
		{"2026-12-01", "", "2026-12-01", true},
	} {
		feature := &compatregistry.Feature{State: compatregistry.Grace}
		if test.graceEnd != "" {
			feature.GraceEnd = date(test.graceEnd)
		}
		d := &directive.Directive{Verb: directive.Ignore, Until: date(test.until)}
		if got := inputs.IgnoreEnded(d, feature, date(test.today)); got != test.want {
			t.Errorf("until %s, window to %q, on %s: %t, want %t", test.until, test.graceEnd, test.today, got, test.want)
		}
	}
}

// TestWithoutFiles runs the analyzer on a package of which there is nothing to judge, and so nothing to look for.
func TestWithoutFiles(t *testing.T) {
	t.Setenv(inputs.RegistryEnv, filepath.Join(t.TempDir(), "missing.yaml"))
	result, err := inputs.Analyzer.Run(&analysis.Pass{Analyzer: inputs.Analyzer, Fset: token.NewFileSet()})
	if err != nil {
		t.Fatal(err)
	}
	if in := result.(*inputs.Inputs); len(in.Registry.Features) > 0 || in.Lock != nil {
		t.Errorf("inputs are %+v, want an empty registry", in)
	}
}
