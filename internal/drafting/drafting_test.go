package drafting_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/edit"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/drafting"
)

const registry = `version: 1
contracts:
  Policy: {rollout: grace}
  Tasks: {rollout: lockstep}
`

func loaded(t *testing.T) (*compatregistry.Registry, grace.Date) {
	t.Helper()
	r, err := compatregistry.Parse("compat.yaml", []byte(registry))
	if err != nil {
		t.Fatal(err)
	}
	today, err := grace.ParseDate("2026-05-01")
	if err != nil {
		t.Fatal(err)
	}
	return r, today
}

func TestDefaults(t *testing.T) {
	r, today := loaded(t)
	tests := map[string]struct {
		draft    drafting.Feature
		want     string
		needsEnd bool
	}{
		"grace": {
			drafting.Feature{Contracts: []string{"Policy"}, GraceEnd: "90d"},
			"introduced: {version: v1, date: 2026-05-01}\n    state: grace\n    grace_end: 2026-07-30\n", true,
		},
		"planned": {
			drafting.Feature{Contracts: []string{"Policy"}, Date: "2026-05-02", GraceEnd: "2026-08-01"},
			"date: 2026-05-02}\n    state: planned\n    grace_end: 2026-08-01\n", true,
		},
		"lockstep":         {drafting.Feature{Contracts: []string{"Tasks"}}, "state: strict\n    ticket", false},
		"planned lockstep": {drafting.Feature{Contracts: []string{"Tasks"}, Date: "2026-05-02"}, "state: planned\n    ticket", false},
		"removed lockstep": {drafting.Feature{Contracts: []string{"Tasks"}, Change: "removed"}, "state: grace\n    change: removed\n", false},
		"state":            {drafting.Feature{Contracts: []string{"Policy"}, State: "retired"}, "state: retired\n", false},
		"semantics":        {drafting.Feature{Contracts: []string{"Policy"}, Change: "semantics"}, "state: grace\n    change: semantics\n    ticket", true},
		"detect": {
			drafting.Feature{Contracts: []string{"Policy"}, Detect: "none"}, "state: grace\n    detect: none\n    ticket", true,
		},
		"lists": {
			drafting.Feature{Contracts: []string{"Policy"}, Components: " gateway,operator ,", Legacy: " none "},
			"components: [gateway, operator]\n    legacy: none\n", true,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := test.draft
			d.Name, d.Version, d.Ticket, d.Selectors = "f", "v1", "T-1", []string{"foo(uint256)"}
			if got := d.NeedsEnd(r, today); got != test.needsEnd {
				t.Errorf("needs an end: %t, want %t", got, test.needsEnd)
			}
			f, err := d.Feature(r, today)
			if err != nil {
				t.Fatal(err)
			}
			if entry := edit.Entry(f); !strings.Contains(entry, test.want) {
				t.Errorf("the entry does not have %q:\n%s", test.want, entry)
			}
		})
	}
}

func TestSelectors(t *testing.T) {
	r, today := loaded(t)
	tests := map[string]struct {
		typed   string
		returns []string
		err     string
	}{
		"plain":           {typed: "foo(uint256,(address,bool)[])"},
		"returns":         {typed: " foo(uint256)(address,(bytes32,bool)) ", returns: []string{"address", "(bytes32,bool)"}},
		"returns nothing": {typed: "foo()()", returns: []string{}},
		"no list":         {typed: "foo", err: "-selector: "},
		"not canonical":   {typed: "foo(uint)", err: "uint"},
		"wrong returns":   {typed: "foo()(uint)", err: "uint"},
		"open returns":    {typed: "foo()(bool", err: "-selector: "},
		"text behind":     {typed: "foo() view", err: "-selector: "},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := drafting.Feature{Name: "f", Contracts: []string{"Policy"}, Selectors: []string{test.typed}}
			f, err := d.Feature(r, today)
			switch {
			case test.err == "" && err != nil:
				t.Fatal(err)
			case test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)):
				t.Fatalf("error is %v, want one with %q", err, test.err)
			case err == nil:
				if diff := cmp.Diff(test.returns, f.Selectors[0].Returns); diff != "" {
					t.Errorf("returns (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// FuzzFeature checks that nothing that is typed makes it panic, and that the registry takes what comes out or says why not.
func FuzzFeature(f *testing.F) {
	f.Add("foo(uint256)(bool)", "90d", "2026-05-01", "T: \"1\"")
	f.Add("foo(()())", "-1d", "", "#\n")
	f.Fuzz(func(t *testing.T, selector, end, date, text string) {
		file, err := edit.Parse("compat.yaml", []byte(registry))
		if err != nil {
			t.Fatal(err)
		}
		today, _ := grace.ParseDate("2026-05-01")
		d := drafting.Feature{
			Name: "f", Version: text, Ticket: text, Legacy: text, Owner: text, Components: text, Contracts: []string{"Policy"},
			Selectors: []string{selector}, GraceEnd: end, Date: date,
		}
		feature, err := d.Feature(file.Registry, today)
		if err != nil {
			return
		}
		after, err := file.Add(feature)
		if err != nil {
			return
		}
		r, err := compatregistry.Parse("compat.yaml", after)
		if err != nil || r.Feature("f").Ticket != text {
			t.Errorf("%q becomes %+v, error %v", text, r, err)
		}
	})
}
