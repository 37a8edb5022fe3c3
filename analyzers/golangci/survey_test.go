package golangci

import (
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/inputs"
)

const registry = `version: 1
contracts:
  Policy: {rollout: grace, abi: abi/Policy.json}
features:
  hash:
    contract: Policy
    selectors: ["hash()"]
    introduced: {version: v1.0.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
`

const policy = `[{"type":"function","name":"hash","inputs":[],"outputs":[{"type":"bytes32"}],"stateMutability":"view"}]`

// source is what every test begins with.
var source = map[string]string{
	"go.mod":          "module example.com/m\n\ngo 1.26.0\n\nrequire example.com/d v1.0.0\n\nreplace example.com/d => ./d\n",
	"d/go.mod":        "module example.com/d\n",
	"compat.yaml":     registry,
	"abi/Policy.json": policy,
	"a/a.go":          "package a\n\n//compat:ignore hash until=2026-08-01 -- reason\nfunc f() {}\n",
}

// writeTree writes the source with changes, of which "" removes a file, and returns its root with symbolic links resolved.
func writeTree(t *testing.T, changes map[string]string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files := maps.Clone(source)
	maps.Copy(files, changes)
	for name, text := range files {
		if text == "" {
			continue
		}
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// key is what golangci-lint would have in its own for the source with changes, on a day.
func key(t *testing.T, today string, changes map[string]string) string {
	t.Helper()
	return keyIn(t, writeTree(t, changes), inputs.Options{Today: today})
}

func keyIn(t *testing.T, dir string, opts inputs.Options) string {
	t.Helper()
	t.Setenv(inputs.RegistryEnv, "")
	s, err := survey(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	name := s.analyzer().Name
	if !regexp.MustCompile(`^compatlint_inputs_[0-9a-f]{16}$`).MatchString(name) {
		t.Fatalf("%q is no name for an analyzer", name)
	}
	return name
}

func edit(name, old, text string) map[string]string {
	if strings.Count(source[name], old) != 1 {
		panic(name + " does not have once: " + old)
	}
	return map[string]string{name: strings.Replace(source[name], old, text, 1)}
}

// TestKey changes one thing at a time. A checkout elsewhere has the same key, so that caches can be shared.
func TestKey(t *testing.T) {
	const today = "2026-07-31"
	before := key(t, today, nil)
	lock := map[string]string{"compat.lock": "version 1\n"}
	for _, test := range []struct {
		name    string
		today   string
		changes map[string]string
		changed bool
	}{
		{"nothing", today, nil, false},
		{"a day on which nothing ends", "2026-07-30", nil, false},
		{"the //compat:ignore ends", "2026-08-01", nil, true},
		{"the ignore is about to end", today, edit("a/a.go", "2026-08-01", "2026-08-02"), false},
		{"the ignore has ended", today, edit("a/a.go", "2026-08-01", "2026-07-31"), true},
		{"another directive has ended", today, edit("a/a.go", "ignore hash until=2026-08-01", "requires hash until=2026-07-31"), false},
		{"Go code", today, edit("a/a.go", "func f() {}", "func g() {}"), false},
		{"the registry", today, edit("compat.yaml", "T-1", "T-2"), true},
		{"an end of the registry", today, edit("compat.yaml", "2026-10-01", "2026-07-31"), true},
		{"a file that is no registry", today, map[string]string{"a/other.yaml": registry}, false},
		{"another registry", today, map[string]string{"a/compat.yaml": registry, "a/abi/Policy.json": policy}, true},
		{"another registry, which is invalid", today, map[string]string{"a/compat.yaml": registry}, true},
		{"a registry where nobody looks", today, map[string]string{"_a/compat.yaml": registry, "vendor/a/compat.yaml": registry}, false},
		{"a lock file", today, lock, true},
		{"an ABI", today, edit("abi/Policy.json", `"view"`, `"pure"`), true},
		{"another ABI", today, map[string]string{"abi/Other.json": policy}, false},
		{"the version of a dependency", today, edit("go.mod", "v1.0.0", "v1.1.0"), false},
		{"where a module lies", today, edit("go.mod", "./d", "./e"), true},
		{"what a module is called", today, edit("d/go.mod", "example.com/d", "example.com/e"), true},
		{"a workspace", today, map[string]string{"go.work": "go 1.26.0\n\nuse .\n"}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if after := key(t, test.today, test.changes); (after != before) != test.changed {
				t.Errorf("the key was %s and is %s", before, after)
			}
		})
	}
}

// TestKeyOfLock changes a lock file from one valid text to another.
func TestKeyOfLock(t *testing.T) {
	with := func(lock string) string { return key(t, "2026-07-31", map[string]string{"compat.lock": lock}) }
	if with("version 1\n") == with("# a comment\nversion 1\n") {
		t.Error("the lock file's text is not in the key")
	}
}

// TestKeyAnywhere runs golangci-lint in two folders of a module.
func TestKeyAnywhere(t *testing.T) {
	root := writeTree(t, nil)
	opts := inputs.Options{Today: "2026-07-31"}
	if keyIn(t, root, opts) != keyIn(t, filepath.Join(root, "a"), opts) {
		t.Error("the key depends on the working directory")
	}
	named := inputs.Options{Today: "2026-07-31", Registry: filepath.Join(root, "compat.yaml")}
	other := named
	other.Today = "2026-10-01"
	if keyIn(t, root, named) == keyIn(t, root, other) {
		t.Error("the end of a window in a named registry is not in the key")
	}
}

// TestKeyOfMonorepo has a registry above the module, as modules of one repository share it. What lies beside the module matters in a workspace.
func TestKeyOfMonorepo(t *testing.T) {
	const today = "2026-07-31"
	keyOf := func(changes map[string]string) string {
		files := map[string]string{".git/HEAD": "ref\n", "d/compat.yaml": "", "side/go.mod": "module example.com/side\n"}
		maps.Copy(files, changes)
		return keyIn(t, filepath.Join(writeTree(t, files), "d"), inputs.Options{Today: today})
	}
	const work = "go 1.26.0\n\nuse ./d\n"
	module, workspace := keyOf(nil), keyOf(map[string]string{"go.work": work})
	beside := map[string]string{"side/compat.yaml": registry, "side/abi/Policy.json": policy}
	if keyOf(beside) != module {
		t.Error("a registry beside the module is in its key")
	}
	if keyOf(edit("compat.yaml", "T-1", "T-2")) == module {
		t.Error("the registry above the module is not in its key")
	}
	if keyOf(map[string]string{"d/d.go": "package d\n\n//compat:ignore hash until=2026-07-01 -- reason\n"}) == module {
		t.Error("the module's //compat:ignore is not in its key")
	}
	beside["go.work"] = work
	if keyOf(beside) == workspace {
		t.Error("a registry in the workspace is not in its key")
	}
}

// TestSurveyFails has what ends golangci-lint before it lints anything.
func TestSurveyFails(t *testing.T) {
	for _, test := range []struct {
		name    string
		changes map[string]string
		opts    inputs.Options
		want    string
	}{
		{"no registry", map[string]string{"compat.yaml": ""}, inputs.Options{}, "settings.registry"},
		{"an invalid registry", map[string]string{"compat.yaml": "version: 2\n"}, inputs.Options{}, "compat.yaml:1:10: "},
		{"an invalid lock file", map[string]string{"compat.lock": "nonsense\n"}, inputs.Options{}, "compat.lock:1:1: "},
		{"no ABI", map[string]string{"abi/Policy.json": ""}, inputs.Options{}, "Policy.json"},
		{"no named registry", nil, inputs.Options{Registry: "/nowhere/compat.yaml"}, "nowhere"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(inputs.RegistryEnv, "")
			test.opts.Today = "2026-07-31"
			if _, err := survey(writeTree(t, test.changes), test.opts); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("survey: %v; want an error that names %s", err, test.want)
			}
		})
	}
}

// TestCheck gives the analyzer packages whose verdict would depend on what was not surveyed.
func TestCheck(t *testing.T) {
	root := writeTree(t, map[string]string{"_old/old.go": "package old\n"})
	elsewhere := filepath.Join(t.TempDir(), "other.go")
	if err := os.WriteFile(elsewhere, []byte("package other\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	opts := inputs.Options{Today: "2026-07-31"}
	s, err := survey(root, opts)
	if err != nil {
		t.Fatal(err)
	}
	path, inner := filepath.Join(root, "compat.yaml"), filepath.Join(root, "a", "compat.yaml")
	for _, test := range []struct{ name, file, registry, digest, want string }{
		{"surveyed", filepath.Join(root, "a/a.go"), path, s.digests[path], ""},
		{"a changed registry", filepath.Join(root, "a/a.go"), path, "other", "has changed while golangci-lint was running"},
		{"a new registry", filepath.Join(root, "a/a.go"), inner, s.digests[path], "has appeared while golangci-lint was running"},
		{"a folder left out", filepath.Join(root, "_old/old.go"), path, s.digests[path], "_old was left out"},
		{"a folder elsewhere", elsewhere, path, s.digests[path], "below " + root},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := s.analyzer().Run(passOf(t, test.file, test.registry, test.digest))
			if got := errorText(err); test.want == "" && err != nil || !strings.Contains(got, test.want) {
				t.Errorf("Run: %v; want %q", err, test.want)
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// passOf is a package of one file, checked against a registry.
func passOf(t *testing.T, file, registry, digest string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	in := &inputs.Inputs{Registry: &compatregistry.Registry{Path: registry, Digest: digest}}
	pass := &analysis.Pass{Fset: fset, ResultOf: map[*analysis.Analyzer]any{inputs.Analyzer: in}}
	pass.Files = append(pass.Files, parsed)
	return pass
}
