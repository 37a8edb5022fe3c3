package locking_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/locking"
	"github.com/compatlint/compatlint/selectors"
)

const twoContracts = `version: 1
contracts:
  Policy: {rollout: grace}
  Tasks: {rollout: lockstep}
  Later: {rollout: grace}
features:
  registered:
    contract: Policy
    selectors: ["registered()"]
    introduced: {version: v0.3.0, date: 2026-01-01}
    state: strict
    ticket: T-1
`

func locked(names ...string) *compatregistry.Lock {
	lock := &compatregistry.Lock{}
	for _, name := range names {
		contract, signature, _ := strings.Cut(name, ".")
		lock.Selectors = append(lock.Selectors, compatregistry.LockedSelector{
			Contract: contract, Signature: signature, Selector: selectors.Of(signature), Mutability: "view",
		})
	}
	return lock
}

func TestUnadmitted(t *testing.T) {
	dir := tempDir(t)
	write(t, dir, map[string]string{"compat.yaml": twoContracts})
	registry := load(t, dir)
	current := locked("Policy.old()", "Policy.zoo()", "Policy.added()", "Policy.registered()", "Policy.admitted()", "Tasks.added()", "Later.any()")
	if err := locking.Admit(current, []string{"Policy.admitted()"}, "never called"); err != nil {
		t.Fatal(err)
	}
	if first := locking.Unadmitted(registry, nil, current); len(first) > 0 {
		t.Errorf("%v are not admitted to the first lock file, which is the baseline", first)
	}
	var got []string
	for _, s := range locking.Unadmitted(registry, locked("Policy.old()", "Tasks.old()"), current) {
		got = append(got, s.Contract+"."+s.Signature)
	}
	if diff := cmp.Diff([]string{"Policy.added()", "Policy.zoo()"}, got); diff != "" {
		t.Errorf("not admitted (-want +got):\n%s", diff)
	}
	got = nil
	for _, s := range locking.Unadmitted(registry, locked("Policy.old()", "Later.old()"), locked("Policy.old()", "Later.any()")) {
		got = append(got, s.Contract+"."+s.Signature)
	}
	if diff := cmp.Diff([]string{"Later.any()"}, got); diff != "" {
		t.Errorf("not admitted to a contract with a baseline (-want +got):\n%s", diff)
	}
}

func TestAdmit(t *testing.T) {
	lock := locked("Policy.a()", "Policy.b(uint256)", "Tasks.a()")
	for _, step := range []struct{ name, reason string }{{"Policy.a()", "first"}, {"Tasks.a()", "other"}, {"Policy.a()", "second"}} {
		if err := locking.Admit(lock, []string{step.name}, step.reason); err != nil {
			t.Fatal(err)
		}
	}
	want := []compatregistry.Admission{
		{Contract: "Tasks", Selector: selectors.Of("a()"), Signature: "a()", Reason: "other"},
		{Contract: "Policy", Selector: selectors.Of("a()"), Signature: "a()", Reason: "second"},
	}
	if diff := cmp.Diff(want, lock.Admitted); diff != "" {
		t.Errorf("admissions (-want +got):\n%s", diff)
	}
	for _, name := range []string{"", "a()", "Policy.c()", "Policy.b(uint)", "policy.a()", "Tasks.b(uint256)"} {
		if err := locking.Admit(lock, []string{name}, "why"); err == nil || !strings.Contains(err.Error(), "-admit") {
			t.Errorf("Admit(%q): error is %v, want one that names the flag", name, err)
		}
	}
}
