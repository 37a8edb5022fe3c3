package hosts_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// listed is a package as go list describes it.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
	ImportMap               map[string]string
	DepOnly                 bool
}

// list returns the packages of a module with their dependencies and export data. The positions in the export data of its own packages are
// relative to the module, as Bazel's are to the workspace: nothing leads from there to a source.
func (m module) list(t *testing.T) []listed {
	t.Helper()
	args := []string{"go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,ImportMap,DepOnly", "-gcflags=-trimpath=" + m.dir}
	out, _ := command{dir: m.dir, args: append(args, m.patterns...)}.run(t)
	var packages []listed
	for decoder := json.NewDecoder(strings.NewReader(out)); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// nogo lints each package in a sandbox of its own.
func nogo(t *testing.T, s *source) []Finding {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Bazel has no runfiles folders on Windows")
	}
	m := s.module(t)
	packages := m.list(t)
	var findings []Finding
	for _, p := range packages {
		if p.DepOnly || len(p.GoFiles) == 0 {
			continue
		}
		registry := m.registryOf(t, p.Dir)
		box := newSandbox(t, m, p, nogoFlags(m, registry))
		box.declare(t, m, s.declared(t, m, registry)...)
		findings = append(findings, box.lint(t, p, packages)...)
	}
	return sorted(findings)
}

// nogoFlags names a registry as Bazel does, and the day.
func nogoFlags(m module, registry string) map[string]string {
	return map[string]string{"registry": "_main/" + registry, "today": m.today}
}

// declared are the files that a user has to declare as data of the analyzers: the registry, its lock file, and what the registry names.
func (s *source) declared(t *testing.T, m module, registry string) []string {
	t.Helper()
	names := []string{registry, lockOf(registry)}
	for _, folder := range s.data {
		files, err := filepath.Glob(filepath.Join(m.dir, folder, "*.json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no files, %v", folder, err)
		}
		for _, file := range files {
			names = append(names, m.relative(t, file))
		}
	}
	return names
}

func lockOf(registry string) string {
	return strings.TrimSuffix(registry, "compat.yaml") + "compat.lock"
}

// A sandbox is a folder in which there is what Bazel would put there to run nogo on one package, and nothing else.
type sandbox struct{ root, program string }

func newSandbox(t *testing.T, m module, p listed, flags map[string]string) *sandbox {
	t.Helper()
	above := t.TempDir()
	// Whoever walks up finds a registry that fails.
	write(t, filepath.Join(above, "compat.yaml"), "version: this is outside of the sandbox\n")
	box := &sandbox{root: filepath.Join(above, "execroot", "_main"), program: "bazel-out/bin/nogo"}
	for _, name := range p.GoFiles {
		box.link(t, filepath.Join(p.Dir, name), m.relative(t, filepath.Join(p.Dir, name)))
	}
	box.link(t, nogoProgram(t, flags), box.program)
	return box
}

// declare puts files of the workspace where Bazel puts the data of a program.
func (box *sandbox) declare(t *testing.T, m module, names ...string) {
	t.Helper()
	for _, name := range names {
		box.link(t, filepath.Join(m.dir, name), box.program+".runfiles/_main/"+name)
	}
}

// link makes a symbolic link, which is how Bazel fills sandboxes.
func (box *sandbox) link(t *testing.T, from, to string) {
	t.Helper()
	path := filepath.Join(box.root, filepath.FromSlash(to))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(from, path); err != nil {
		t.Fatal(err)
	}
}

// lint returns what nogo finds in the package.
func (box *sandbox) lint(t *testing.T, p listed, packages []listed) []Finding {
	t.Helper()
	code, said := box.run(t, p, packages)
	if code != 0 && code != nogoFindings {
		t.Fatalf("nogo exits with %d on %s\n%s", code, p.ImportPath, said)
	}
	return parse(t, said, func(line string) bool { return line == nogoHeading })
}

// run runs nogo on the package as rules_go's builder does.
func (box *sandbox) run(t *testing.T, p listed, packages []listed) (code int, said string) {
	t.Helper()
	var config strings.Builder
	for source, path := range p.ImportMap {
		fmt.Fprintf(&config, "importmap %s=%s\n", source, path)
	}
	for _, dependency := range packages {
		if dependency.Export != "" && dependency.ImportPath != p.ImportPath {
			fmt.Fprintf(&config, "packagefile %s=%s\n", dependency.ImportPath, dependency.Export)
		}
	}
	write(t, filepath.Join(box.root, "importcfg"), config.String())
	args := []string{box.program, "-p", p.ImportPath, "-importcfg", "importcfg", "-go_version", runtime.Version(), "-fix_dir", ".", "-x", "facts.x"}
	env := []string{"GOARCH=" + runtime.GOARCH} // and no HOME
	code, stdout, stderr := command{dir: box.root, alone: true, env: env, args: append(args, box.sources(t)...)}.result(t)
	return code, stdout + stderr
}

// What nogo says before its findings, and the codes it exits with.
const (
	nogoHeading  = "nogo: errors found by nogo during build-time code analysis:"
	nogoFindings = 3
	nogoFailed   = 1
)

// sources are the package's files, relative to the sandbox.
func (box *sandbox) sources(t *testing.T) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(box.root, func(path string, entry os.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".go" && !strings.Contains(path, "bazel-out") {
			name, relErr := filepath.Rel(box.root, path)
			names, err = append(names, name), relErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestNogoFails has what must not look as if nothing had been found, and must say why.
func TestNogoFails(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Bazel has no runfiles folders on Windows")
	}
	m := example.module(t)
	packages := m.list(t)
	p := packages[slices.IndexFunc(packages, func(p listed) bool { return p.ImportPath == "example.com/avs/internal/publish" })]
	const registry = "compat.yaml"
	all := example.declared(t, m, registry)
	without := func(name string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(n string) bool { return n == name })
	}
	for _, test := range []struct {
		name  string
		flags map[string]string
		files []string
		want  string
	}{
		{"registry not named", map[string]string{"today": m.today}, all, "name it with the flag registry"},
		{"registry not declared", nogoFlags(m, registry), without(registry), "neither among the files that are declared"},
		{"lock file not declared", nogoFlags(m, registry), without("compat.lock"), "there is no compat.lock beside it"},
		{"ABI not declared", nogoFlags(m, registry), without("contracts/artifacts/NewtonPolicy.json"), "NewtonPolicy.json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			box := newSandbox(t, m, p, test.flags)
			box.declare(t, m, test.files...)
			if code, said := box.run(t, p, packages); code != nogoFailed || !strings.Contains(said, test.want) {
				t.Errorf("nogo exits with %d, want %d and %q\n%s", code, nogoFailed, test.want, said)
			}
		})
	}
	t.Run("registry invalid", func(t *testing.T) {
		box := newSandbox(t, m, p, nogoFlags(m, registry))
		box.declare(t, m, without(registry)...)
		invalid := filepath.Join(t.TempDir(), registry)
		write(t, invalid, strings.Replace(read(t, filepath.Join(m.dir, registry)), "ticket:", "tiket:", 1))
		box.link(t, invalid, box.program+".runfiles/_main/"+registry)
		if code, said := box.run(t, p, packages); code != nogoFailed || !strings.Contains(said, `unknown key "tiket"`) {
			t.Errorf("nogo exits with %d, want %d and the list of errors\n%s", code, nogoFailed, said)
		}
	})
}
