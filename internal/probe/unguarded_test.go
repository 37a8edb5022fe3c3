package probe_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/probe"
)

// unguarded selects what the code with these uses, each "feature selector guard", needs on a day.
func unguarded(t *testing.T, today string, uses ...string) probe.Selection {
	t.Helper()
	var list []string
	for _, use := range uses {
		parts := strings.SplitN(use, "|", 3)
		list = append(list, fmt.Sprintf(`{"feature":%q,"selector":%q,"guard":%q}`, parts[0], parts[1], parts[2]))
	}
	read, err := probe.ReadUses(strings.NewReader(`{"version":1,"uses":[` + strings.Join(list, ",") + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	day, err := grace.ParseDate(today)
	if err != nil {
		t.Fatal(err)
	}
	return probe.Selection{Uses: read, Unguarded: true, Today: day}
}

// While the window is open, legacy may be where every use is guarded, and nowhere else.
func TestUnguarded(t *testing.T) {
	const (
		hash, cid    = "policy_code_hash|0xe998a088|", "policy_cid|0x08e272d0|"
		before, over = "2026-09-30", "2026-10-01"
		notLookedFor = "getPolicyCodeHash() (policy_code_hash) is not looked for: every use is guarded, and legacy is served until 2026-10-01"
	)
	n := nodetest.New(t, chainID)
	targets := at("Policy", n.DeployFixture(t, "EIP1967Proxy", n.DeployFixture(t, "PolicyV1")))
	withStrict, without := parse(t, claimReturns, targets), withoutStrict(t, targets)
	url := n.Serve(t)
	missing := []string{"Policy.getPolicyCodeHash() missing"}
	for name, test := range map[string]struct {
		today string
		uses  []string
		want  []string // results; where there is none of the hash, it was said why
	}{
		"guarded":                       {before, []string{hash + "wrapper"}, nil},
		"guarded, the window has ended": {over, []string{hash + "wrapper"}, missing},
		"bare":                          {before, []string{hash}, missing},
		"guarded in all ways":           {before, []string{hash + "gate", hash + "dual path", hash + "probe", hash + "exempt", hash + "requires"}, nil},
		"guarded, and bare once":        {before, []string{hash + "gate", hash, hash + "dual path"}, missing},
		"ignored":                       {before, []string{hash + "ignored"}, missing},
		"a guard that is not known":     {before, []string{hash + "magic"}, missing},
		"duty moved, and done":          {before, []string{hash + "requires", "policy_code_hash||wrapper"}, nil},
		"duty moved, and not done":      {before, []string{hash + "requires", "policy_code_hash||"}, missing},
		"a function of another module":  {before, []string{"policy_code_hash||"}, missing},
		"the same, guarded":             {before, []string{"policy_code_hash||gate"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			o := options(without, url, unguarded(t, test.today, test.uses...))
			var said []string
			o.Warn = func(text string) { said = append(said, text) }
			report, err := probe.Run(t.Context(), o)
			if err != nil {
				t.Fatal(err)
			}
			want(t, report, test.want...)
			var wantSaid []string
			if len(test.want) == 0 || test.want[0] != missing[0] {
				wantSaid = []string{notLookedFor}
			}
			if !slices.Equal(said, wantSaid) {
				t.Errorf("it said %q, want %q", said, wantSaid)
			}
			if report.Networks[0].Block == nil || !report.Complete() {
				t.Errorf("the network was not read: %v", report.Problems)
			}
		})
	}
	// A strict feature is refused legacy whatever the guard.
	want(t, run(t, withStrict, url, unguarded(t, before, hash+"wrapper", cid+"wrapper")), "Policy.getPolicyCid() present")
}

// withoutStrict is the registry with strict features retired.
func withoutStrict(t *testing.T, targets string) *compatregistry.Registry {
	t.Helper()
	return parseText(t, strings.ReplaceAll(fmt.Sprintf(registry, claimReturns, targets), "state: strict", "state: retired"))
}

// Guarded uses leave nothing to look for, which is not known of a code without uses.
func TestUnguardedWithoutUses(t *testing.T) {
	n := nodetest.New(t, chainID)
	r := withoutStrict(t, at("Policy", n.DeployFixture(t, "PolicyV1")))
	if _, err := probe.Run(t.Context(), options(r, n.Serve(t), unguarded(t, "2026-09-30"))); err == nil ||
		!strings.HasPrefix(err.Error(), "there is nothing to look for") {
		t.Errorf("error %v", err)
	}
	s := unguarded(t, "2026-09-30", "policy_code_hash|0xe998a088|gate")
	s.Component = "operator" // of a retired feature
	if _, err := probe.Run(t.Context(), options(r, n.Serve(t), s)); err == nil || !strings.HasPrefix(err.Error(), "there is nothing to look for") {
		t.Errorf("error %v", err)
	}
}

// A network that cannot be read is a problem, although nothing is looked for on it.
func TestUnguardedOfANetworkThatIsDown(t *testing.T) {
	n := nodetest.New(t, chainID)
	r := withoutStrict(t, at("Policy", n.DeployFixture(t, "PolicyV1")))
	report := run(t, r, "http://127.0.0.1:1", unguarded(t, "2026-09-30", "policy_code_hash|0xe998a088|gate"))
	if report.Complete() || len(report.Problems) != 1 {
		t.Errorf("problems %v", report.Problems)
	}
}
