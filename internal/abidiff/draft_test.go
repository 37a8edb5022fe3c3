package abidiff_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/abidiff"
	"github.com/compatlint/compatlint/selectors"
)

// TestDraftsLoad drafts the entries of every published history, alone and for a registry, pastes them and loads the result.
func TestDraftsLoad(t *testing.T) {
	for name, s := range history {
		for rollout, registry := range map[string]string{
			"none":     "",
			"unknown":  "version: 1\ncontracts:\n  Other: {rollout: grace}\nfeatures:\n",
			"grace":    "version: 1\ncontracts:\n  " + s.contract + ": {rollout: grace}\nfeatures:\n",
			"lockstep": "version: 1\ncontracts:\n  Renamed: {rollout: lockstep, types: [" + s.contract + "]}\nfeatures:\n",
		} {
			t.Run(name+"/"+rollout, func(t *testing.T) {
				checkDraft(t, s, registry)
			})
		}
	}
}

func checkDraft(t *testing.T, s step, text string) {
	var registry *compatregistry.Registry
	if text != "" {
		registry = parse(t, text+"  unrelated: {contract: "+contractOf(text)+
			", selectors: [\"unrelated()\"], introduced: {version: v0, date: 2026-01-01}, state: retired, ticket: T}\n")
	}
	dir := t.TempDir()
	old := writeFile(t, filepath.Join(dir, "old", s.contract+".json"), abiJSON(t, s.before()...))
	updated := writeFile(t, filepath.Join(dir, "new", s.contract+".json"), abiJSON(t, s.after()...))
	report := compare(t, dir, old, updated, abidiff.Options{Registry: registry})
	today, err := grace.ParseDate("2026-12-01")
	if err != nil {
		t.Fatal(err)
	}
	var draft bytes.Buffer
	notes, err := report.WriteDraft(&draft, abidiff.DraftOptions{Today: today, Release: "1.7", Ticket: "#12: yes", Registry: registry})
	if len(s.added) == 0 {
		if !abidiff.IsNothing(err) || draft.Len() > 0 {
			t.Fatalf("error is %v with %q, want that there is nothing", err, &draft)
		}
		return
	}
	if err != nil || len(notes) > 0 {
		t.Fatalf("error is %v, notes are %q", err, notes)
	}
	result := parse(t, paste(text, draft.String()))
	if len(result.Features) != 1 || len(result.Features[0].Selectors) != len(s.added) {
		t.Fatalf("%d features, want one with the %d functions:\n%s", len(result.Features), len(s.added), &draft)
	}
	want := published(s.added)
	f := result.Features[0]
	for _, required := range f.Selectors {
		if want[required.Signature] != required.Selector.String() {
			t.Errorf("%s was drafted, want one of %v", required.Signature, want)
		}
	}
	if f.Ticket != "#12: yes" || f.Introduced.Version != "1.7" || f.Introduced.Date != today {
		t.Errorf("ticket %q, version %q, date %s", f.Ticket, f.Introduced.Version, f.Introduced.Date)
	}
	if registry == nil {
		return
	}
	again := compare(t, dir, old, updated, abidiff.Options{Registry: result})
	if _, err := again.WriteDraft(&draft, abidiff.DraftOptions{Today: today, Registry: result}); !abidiff.IsNothing(err) {
		t.Errorf("once it is registered the error is %v, want that there is nothing", err)
	}
}

// contractOf is the name of the contract in one of the registries above.
func contractOf(registry string) string {
	_, rest, _ := strings.Cut(registry, "contracts:\n  ")
	name, _, _ := strings.Cut(rest, ":")
	return name
}

// paste puts entries under the keys of the same name.
func paste(registry, draft string) string {
	if registry == "" {
		return draft
	}
	contracts, features, _ := strings.Cut(draft, "features:\n")
	contracts = strings.TrimPrefix(contracts, "contracts:\n")
	return strings.Replace(registry, "contracts:\n", "contracts:\n"+contracts, 1) + features
}

func parse(t *testing.T, text string) *compatregistry.Registry {
	t.Helper()
	registry, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return registry
}

// TestDraftOfTwoBindings: where two bindings of a contract gain a function, it is drafted once.
func TestDraftOfTwoBindings(t *testing.T) {
	dir := t.TempDir()
	for name, declarations := range map[string][]string{
		"old/a/Token.json": {"one()"}, "old/b/Token.json": {"two()"},
		"new/a/Token.json": {"one()", "version()"}, "new/b/Token.json": {"two()", "version()", "three()"},
	} {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), abiJSON(t, declarations...))
	}
	today, err := grace.ParseDate("2026-12-01")
	if err != nil {
		t.Fatal(err)
	}
	var draft bytes.Buffer
	if _, err := compare(t, dir, "old", "new", abidiff.Options{}).WriteDraft(&draft, abidiff.DraftOptions{Today: today}); err != nil {
		t.Fatal(err)
	}
	registry := parse(t, draft.String())
	var drafted []string
	for _, f := range registry.Features {
		for _, s := range f.Selectors {
			drafted = append(drafted, f.Contracts[0]+"."+s.Signature)
		}
	}
	if got := strings.Join(drafted, " "); got != "Token.version() Token.three()" {
		t.Errorf("drafted are %s", got)
	}
}

// TestDraftNames has names that are no names of features, and versions that YAML would take for something else.
func TestDraftNames(t *testing.T) {
	dir := t.TempDir()
	old := writeFile(t, filepath.Join(dir, "old.json"), "[]")
	updated := writeFile(t, filepath.Join(dir, "new.json"), abiJSON(t, "foo()", "_2(bytes32[2])"))
	for contract, feature := range map[string]string{
		"NewtonPolicy": "newton_policy_", "ERC20": "erc20_", "BLSApkRegistry": "bls_apk_registry_", "L1Block": "l1_block_",
		"my_token": "my_token_", "_4D": "",
	} {
		for release, suffix := range map[string]string{
			"v1.2.0-rc.1": "v1_2_0_rc_1", "2": "2", "1e3": "1e3", "true": "true", "2026-01-01": "2026_01_01",
			"a, b": "a_b", "#": "", "~": "", "=": "", "{}": "",
		} {
			report := compare(t, dir, old, updated, abidiff.Options{Contracts: []string{contract}})
			var draft bytes.Buffer
			today, err := grace.ParseDate("2026-12-01")
			if err != nil {
				t.Fatal(err)
			}
			_, err = report.WriteDraft(&draft, abidiff.DraftOptions{Today: today, Release: release})
			if feature == "" {
				if err == nil || !strings.Contains(err.Error(), "is not the name of a contract") {
					t.Errorf("contract %s: error is %v, as abigen makes no type of it", contract, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			registry := parse(t, draft.String())
			if types := registry.Contracts[0].Types; len(types) != 1 || types[0] != selectors.GoName(contract) {
				t.Errorf("contract %s: types are %q, want what abigen makes of it", contract, types)
			}
			f := registry.Features[0]
			if want := strings.TrimSuffix(feature+suffix, "_"); f.Name != want || f.Introduced.Version != release {
				t.Errorf("contract %s, release %q: feature %q with release %q, want %q", contract, release, f.Name, f.Introduced.Version, want)
			}
		}
	}
}
