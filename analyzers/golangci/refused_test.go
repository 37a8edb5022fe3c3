package golangci_test

import (
	"strings"
	"testing"
)

// settings gives the linter settings in the documented configuration: one line of YAML.
func (s *service) settings(t *testing.T, line string) {
	t.Helper()
	s.write(t, config, documented(t, config))
	const last = "original-url: github.com/compatlint/compatlint\n"
	s.replace(t, config, last, last+"        settings:\n          "+line+"\n")
}

// refuses checks that golangci-lint ends with all the errors, and that it has no results.
func (s *service) refuses(t *testing.T, want ...string) {
	t.Helper()
	r := s.lint(t)
	if r.code != failed {
		t.Errorf("golangci-lint exits with %d and %d issues, want %d", r.code, len(r.issues), failed)
	}
	for _, text := range want {
		if !strings.Contains(r.stderr, text) {
			t.Errorf("nothing says %q:\n%s", text, r.stderr)
		}
	}
	if strings.Contains(r.stderr, "panic") {
		t.Errorf("it panics:\n%s", r.stderr)
	}
}

// TestInvalidRegistry has two errors, of which both are told, although results of the packages are in the cache.
func TestInvalidRegistry(t *testing.T) {
	s := newService(t, "./internal/publish")
	s.warm(t)
	s.replace(t, "compat.yaml", "rollout: lockstep", "rolout: lockstep")
	s.replace(t, "compat.yaml", "ticket: NEWT-1002", "ticket: [NEWT-1002]")
	s.refuses(t,
		`compat.yaml:15:5: contract "TaskManager": unknown key "rolout": did you mean "rollout"?`,
		`compat.yaml:40:13: feature "policy_metadata": `)
}

func TestInvalidLock(t *testing.T) {
	s := newService(t)
	s.write(t, "compat.lock", "version 1\nnonsense\n")
	s.refuses(t, "compat.lock:2:")
}

// TestInvalidRegistryBelow has an invalid registry that applies to one package only: it is no obstacle to the others.
func TestInvalidRegistryBelow(t *testing.T) {
	s := newService(t, "./internal/calldata")
	s.write(t, "internal/publish/compat.yaml", "version: 2\n")
	if r := s.lint(t); r.code != findings {
		t.Errorf("golangci-lint exits with %d\n%s", r.code, r.stderr)
	}
	s.packages = append(s.packages, "./internal/publish")
	for range 4 { // what was not analysed is not in the cache, whichever analyzer runs first
		s.refuses(t, "compat.yaml:1:10: ")
	}
}

func TestNoRegistry(t *testing.T) {
	s := newService(t)
	s.settings(t, "registry: missing.yaml")
	s.refuses(t, "missing.yaml")
	s.remove(t, "compat.yaml")
	s.write(t, config, documented(t, config))
	s.refuses(t, "no compat.yaml in ", "settings.registry")
}

func TestWrongSettings(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"regstry: compat.yaml", "settings.regstry: there is no such setting: the settings are registry, tests and today"},
		{"tests: maybe", `settings.tests: "maybe" is no value for it: write true or false`},
		{"today: 2026-13-01", "settings.today: "},
		{"registry: [compat.yaml]", "settings.registry: [compat.yaml] is no value for it: write the path of a registry"},
	} {
		t.Run(test.line, func(t *testing.T) {
			s := newService(t)
			s.settings(t, test.line)
			s.refuses(t, "plugin(compatlint): ", test.want)
		})
	}
}

// TestFolderLeftOut lints a package whose sources were not looked at when the key of the cache was made: no //compat:ignore in it would ever end.
func TestFolderLeftOut(t *testing.T) {
	s := newService(t, "./_old")
	s.write(t, "_old/old.go", "package old\n")
	s.refuses(t, "_old was left out when golangci-lint began")
	s.packages = []string{"./old"}
	s.write(t, "old/old.go", "package old\n")
	if r := s.lint(t); r.code != clean {
		t.Errorf("golangci-lint exits with %d\n%s", r.code, r.stderr)
	}
}
