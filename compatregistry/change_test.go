package compatregistry_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
)

// changing is a registry with every kind of change, each where its rollout allows it.
const changing = `version: 1
policy: {max_live_versions: 3}
contracts:
  A: {rollout: grace, abi: testdata/abi/NewtonPolicy.json}
  B: {rollout: grace}
  C: {rollout: lockstep}
features:
  shape:
    contract: B
    selectors: [{signature: "shape()", returns: [bool]}]
    introduced: {version: v2, date: 2026-04-15}
    state: grace
    grace_end: 2026-08-01
    ticket: T-1
    change: returns
  meaning:
    contract: B
    selectors: ["meaning()"]
    introduced: {version: v2, date: 2026-04-15}
    state: planned
    grace_end: 2026-08-01
    ticket: T-2
    change: semantics
  gone:
    contract: A
    selectors: ["gone()"]
    introduced: {version: v2, date: 2026-04-15}
    state: grace
    grace_end: 2026-08-01
    ticket: T-3
    change: removed
  going:
    contract: A
    selectors: ["getPolicyCodeHash()"]
    introduced: {version: v2, date: 2026-04-15}
    state: planned
    grace_end: 2026-08-01
    ticket: T-4
    change: removed
  born:
    contract: C
    selectors: ["task()"]
    introduced: {version: v1, date: 2026-01-15}
    state: strict
    ticket: T-5
  reborn:
    contract: C
    selectors: ["task()"]
    introduced: {version: v2, date: 2026-04-15}
    state: planned
    ticket: T-6
    change: semantics
    detect: none
guards:
  supports: [{symbol: example.com/m.HasMeaning, feature: meaning}]
`

// TestChangesAreAllowed replaces one word at a time in a valid registry.
func TestChangesAreAllowed(t *testing.T) {
	r := parse(t, changing)
	detects := map[string]compatregistry.Detect{}
	for _, f := range r.Features {
		detects[f.Name] = f.Detect
	}
	want := map[string]compatregistry.Detect{"shape": "returns", "meaning": "none", "gone": "selector", "going": "selector", "born": "selector", "reborn": "none"}
	for name, detect := range want {
		if detects[name] != detect {
			t.Errorf("%s is detected by %q, want %q", name, detects[name], detect)
		}
	}
	tests := map[string]struct{ before, after, want string }{
		"a shape without returns":          {`[{signature: "shape()", returns: [bool]}]`, `[{signature: "shape()"}]`, "needs the new returns of shape()"},
		"a meaning without support":        {"feature: meaning}", "feature: shape}", "no probe of contract \"B\""},
		"a removal that has come":          {"state: planned\n    grace_end: 2026-08-01\n    ticket: T-4", "state: grace\n    grace_end: 2026-08-01\n    ticket: T-4", "still has getPolicyCodeHash()"},
		"an addition that is not there":    {"ticket: T-3\n    change: removed", "ticket: T-3\n    change: added", `has no function "gone()"`},
		"a change in an open window":       {"state: strict", "state: planned", `is in the open window of feature "born"`},
		"a second addition":                {"change: semantics\n    detect: none", "change: added\n    detect: none", "is already registered by feature"},
		"a way of detection of another":    {"detect: none", "detect: returns", "does not go with change semantics"},
		"a removal that allows bare calls": {"state: grace\n    grace_end: 2026-08-01\n    ticket: T-3", "state: strict\n    grace_end: 2026-08-01\n    ticket: T-3", "state strict is not for change removed"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(changing, test.before, test.after, 1)
			if text == changing {
				t.Fatalf("%q is not there", test.before)
			}
			_, err := compatregistry.Parse("compat.yaml", []byte(text))
			var list compatregistry.ErrorList
			if !errors.As(err, &list) || len(list) != 1 || !strings.Contains(list[0].Message, test.want) {
				t.Errorf("errors are %v, want one with %q", err, test.want)
			}
		})
	}
}

// TestDetectionIsNotAskedOfWhatIsOver checks that neither strict nor retired features need a guard that supports them.
func TestDetectionIsNotAskedOfWhatIsOver(t *testing.T) {
	for _, state := range []string{"strict", "retired"} {
		text := strings.Replace(changing, "state: planned\n    grace_end: 2026-08-01\n    ticket: T-2", "state: "+state+"\n    ticket: T-2", 1)
		replaced := text != changing
		text, _, cut := strings.Cut(text, "guards:")
		if !replaced || !cut {
			t.Fatal("nothing is replaced")
		}
		if r := parse(t, text); r.Feature("meaning").State != compatregistry.State(state) {
			t.Errorf("the state is %s", r.Feature("meaning").State)
		}
	}
}

func TestChangesHaveDetects(t *testing.T) {
	for _, c := range compatregistry.Changes() {
		if len(c.Detects()) == 0 || !slices.Contains(c.Detects(), compatregistry.DetectNone) {
			t.Errorf("change %s allows %v", c, c.Detects())
		}
	}
	if compatregistry.Change("other").Detects() != nil {
		t.Error("an unknown change can be detected")
	}
}

// TestCheckLockOfRemovedFunctions checks that bindings may or may not have what a change removed.
func TestCheckLockOfRemovedFunctions(t *testing.T) {
	const text = `version: 1
contracts: {A: {rollout: grace}}
features:
  f:
    contract: A
    selectors: ["gone()"]
    introduced: {version: v2, date: 2026-04-15}
    state: grace
    grace_end: 2026-08-01
    ticket: T-1
    change: removed
`
	lock := &compatregistry.Lock{Selectors: []compatregistry.LockedSelector{{Contract: "A", Signature: "other()"}}}
	if problems := compatregistry.CheckLock(parse(t, text), lock); problems != nil {
		t.Errorf("problems are %v", problems)
	}
	if problems := compatregistry.CheckLock(parse(t, strings.Replace(text, "removed", "rename", 1)), lock); len(problems) != 1 {
		t.Errorf("problems are %v, want one", problems)
	}
}
