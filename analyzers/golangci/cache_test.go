package golangci_test

import (
	"strings"
	"testing"
)

// warm runs golangci-lint until its cache has every package, and returns what it finds.
func (s *service) warm(t *testing.T) result {
	t.Helper()
	first := s.lint(t)
	if first.analyzed == 0 {
		t.Fatal("an empty cache has results")
	}
	second := s.lint(t)
	if second.analyzed != 0 || len(second.issues) != len(first.issues) {
		t.Fatalf("the second run analyses %d packages again and has %d issues instead of %d", second.analyzed, len(second.issues), len(first.issues))
	}
	return second
}

// counts runs golangci-lint and checks how many of the issues have all the words.
func (s *service) counts(t *testing.T, when string, want int, words ...string) {
	t.Helper()
	r := s.lint(t)
	if got := len(r.about(words...)); got != want || r.code == failed {
		t.Errorf("%s: %d issues about %q, want %d\n%s", when, got, words, want, r.stderr)
	}
}

// otherRegistry is about a contract that the example does not use.
const otherRegistry = `version: 1
contracts:
  Other: {rollout: grace}
features:
  other:
    contract: Other
    selectors: ["other()"]
    introduced: {version: v1.0.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
`

// TestStaleRegistry changes nothing but the registry.
func TestStaleRegistry(t *testing.T) {
	s := newService(t, "./internal/publish")
	before := len(s.warm(t).about("directcall", `"policy_metadata"`))
	if before == 0 {
		t.Fatal("nothing is found to begin with")
	}
	text := s.read(t, "compat.yaml")
	const grace = "state: grace\n    grace_end: 2027-05-14\n    ticket: NEWT-1002"
	s.replace(t, "compat.yaml", grace, "state: strict\n    ticket: NEWT-1002")
	s.counts(t, "strict: bare uses are allowed", 0, "directcall", `"policy_metadata"`)
	s.write(t, "compat.yaml", text)
	s.counts(t, "grace again", before, "directcall", `"policy_metadata"`)
	s.replace(t, "compat.yaml", "grace_end: 2027-05-14\n    ticket: NEWT-1002", "grace_end: 2026-12-01\n    ticket: NEWT-1002")
	s.counts(t, "the window ends earlier", 0, "directcall", `"policy_metadata"`, "2027-05-14")
	if r := s.lint(t); len(r.about("gracedate", `"policy_metadata" ended on 2026-12-01`)) == 0 || r.analyzed != 0 {
		t.Errorf("the end is not reported, or the second run of it analyses %d packages:\n%s", r.analyzed, r.stderr)
	}
}

// TestStaleNewRegistry puts a registry between a package and the one that applied to it.
func TestStaleNewRegistry(t *testing.T) {
	s := newService(t, "./internal/publish")
	if len(s.warm(t).about("directcall", "Publisher.Publish ")) == 0 {
		t.Fatal("nothing is found to begin with")
	}
	s.write(t, "internal/publish/compat.yaml", otherRegistry)
	s.counts(t, "another registry is nearer", 0, "directcall", "Publisher.Publish ")
}

// TestStaleLock changes nothing but the lock file, which then says that it has seen another binding.
func TestStaleLock(t *testing.T) {
	s := newService(t, "./bindings/policy")
	if found := s.warm(t).about("compatlint lock"); len(found) != 0 {
		t.Fatalf("the lock file is out of date to begin with: %v", found)
	}
	lock := s.read(t, "compat.lock")
	const digest = "NewtonPolicy abigen/v1 sha256:"
	start := strings.Index(lock, digest) + len(digest)
	s.write(t, "compat.lock", lock[:start]+strings.Repeat("0", 64)+lock[start+64:])
	s.counts(t, "another digest", 1, "directcall", "compatlint lock")
	s.write(t, "compat.lock", lock)
	s.counts(t, "the lock file is back", 0, "compatlint lock")
}

// TestStaleABI changes nothing but a file that the registry names, so that the registry becomes invalid.
func TestStaleABI(t *testing.T) {
	s := newService(t, "./internal/verify")
	s.warm(t)
	s.replace(t, "contracts/artifacts/NewtonPolicy.json", `"name": "getPolicyCodeHash"`, `"name": "getPolicyCodeHsh"`)
	if r := s.lint(t); r.code != failed || !strings.Contains(r.stderr, "getPolicyCodeHash()") {
		t.Errorf("golangci-lint exits with %d\n%s", r.code, r.stderr)
	}
}

// TestStaleDate changes nothing but the day.
func TestStaleDate(t *testing.T) {
	s := newService(t, "./internal/verify")
	if len(s.warm(t).about("gracedate", `"policy_code_hash" ended`)) != 0 {
		t.Fatal("the window has ended to begin with")
	}
	s.today = "2027-05-13"
	if r := s.lint(t); r.analyzed != 0 {
		t.Errorf("nothing ends between the days, but %d packages are analysed", r.analyzed)
	}
	s.today = "2027-05-14"
	r := s.lint(t)
	if len(r.about("gracedate", `"policy_code_hash" ended on 2027-05-14`)) == 0 || r.analyzed == 0 {
		t.Errorf("the end of the window is not reported; %d packages are analysed", r.analyzed)
	}
	s.today = "2027-12-31"
	if r := s.lint(t); r.analyzed != 0 {
		t.Errorf("nothing more ends, but %d packages are analysed", r.analyzed)
	}
	s.today = "2027-05-13"
	s.counts(t, "the day before", 0, "gracedate", `"policy_code_hash" ended`)
}

// TestStaleIgnore ends a //compat:ignore, which is in the source and not in the registry.
func TestStaleIgnore(t *testing.T) {
	s := newService(t, "./internal/verify")
	s.replace(t, "internal/verify/configured.go", "until=2027-05-14", "until=2027-02-01")
	s.today = "2027-01-31"
	if found := s.warm(t).about("Verifier.DebugHash"); len(found) != 0 {
		t.Fatalf("the ignore has ended to begin with: %v", found)
	}
	s.today = "2027-02-01"
	s.counts(t, "the ignore has ended", 1, "directcall", "Verifier.DebugHash")
}

// TestStaleSettings changes settings, which golangci-lint has in its key.
func TestStaleSettings(t *testing.T) {
	s := newService(t, "./internal/verify")
	s.env = []string{"COMPATLINT_TODAY="}
	s.settings(t, "today: 2026-12-01")
	if len(s.warm(t).about("gracedate", `"policy_code_hash" ended`)) != 0 {
		t.Fatal("the window has ended to begin with")
	}
	s.settings(t, "today: 2027-05-14")
	if r := s.lint(t); len(r.about("gracedate", `"policy_code_hash" ended`)) == 0 || !strings.Contains(r.stderr, "the clock is set to 2027-05-14\n") {
		t.Errorf("the setting changes nothing:\n%s", r.stderr)
	}
	s.write(t, "ci/other.yaml", otherRegistry)
	s.settings(t, "registry: ci/other.yaml")
	s.counts(t, "another registry", 0, "directcall", "may be missing")
}
