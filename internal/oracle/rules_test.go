package oracle

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// good is a function that behaves. Each case changes a piece of it.
const good = `
func f%d(ctx context.Context, e *Env) (string, error) {
	hash, err := e.policy.GetPolicyCodeHash(nil)
	if err == nil {
		return text(hash), nil
	}
	if !compat.IsSelectorMiss(err) {
		return "", err
	}
	if e.gate.IsStrict(ctx, feature) {
		return "", errOld
	}
	e.gate.RecordLegacy(ctx, feature, e.target)
	return e.legacy()
}
`

// TestRules makes sure that the rules of behaviour see what is wrong: without them every comparison would pass.
func TestRules(t *testing.T) {
	cases := []struct{ old, new, fault string }{
		{"errOld", "err", ""},
		{"return \"\", err\n", "return \"\", fmt.Errorf(\"hash: %%w\", err)\n", ""},
		{"e.gate.IsStrict(ctx, feature)", "e.cond() || e.gate.IsStrict(ctx, feature)", chooses},
		{"return text(hash), nil", "_ = hash\nreturn e.legacy()", oddSuccess},
		{"return \"\", err\n", "return \"\", nil\n", "loses an error"},
		{"return \"\", err\n", "return \"\", fmt.Errorf(\"hash: %%v\", err)\n", "loses an error"},
		{"!compat.IsSelectorMiss(err)", "err == nil", "loses an error"},
		{"errOld", "nil", "swallows a miss although the feature is strict"},
		{"return \"\", errOld", "return \"legacy\", nil", strictLegacy},
		{"e.gate.IsStrict(ctx, feature)", "!e.gate.IsStrict(ctx, feature)", "refuses legacy although the feature is not strict"},
		{"e.gate.IsStrict(ctx, feature)", "e.gate.IsStrict(ctx, otherFeature)", strictLegacy},
		{"\te.gate.RecordLegacy(ctx, feature, e.target)\n", "", "serves legacy without a record"},
		{"RecordLegacy(ctx, feature,", "RecordLegacy(ctx, otherFeature,", "serves legacy without a record"},
		{"return text(hash), nil", "e.gate.RecordLegacy(ctx, feature, e.target)\nreturn text(hash), nil", "records a detection without a miss"},
		{"hash, err :=", "if !e.gate.IsStrict(ctx, feature) {\nreturn \"\", nil\n}\nhash, err :=", ""},
		{"hash, err :=", "if e.gate.IsStrict(ctx, feature) {\nreturn \"legacy\", nil\n}\nhash, err :=", uncalled},
		{"if e.gate.IsStrict(ctx, feature)", "strict, _ := e.flags.IsStrict(ctx, 1, feature)\nif strict", strictLegacy},
		{"if e.gate.IsStrict(ctx, feature)", "strict, failed := e.flags.IsStrict(ctx, 1, feature)\nif strict || failed != nil", ""},
	}
	var units []Unit
	for i, c := range cases {
		if strings.Count(good, c.old) != 1 {
			t.Fatalf("%q is not one piece of the function", c.old)
		}
		units = append(units, Unit{Number: i, Shape: "guard clause", Source: fmt.Sprintf(strings.Replace(good, c.old, c.new, 1), i)})
	}
	base, err := loadBase(module(t))
	if err != nil {
		t.Fatal(err)
	}
	tools, err := newToolchain(module(t), t.TempDir(), base.CompiledGoFiles)
	if err != nil {
		t.Fatal(err)
	}
	c, err := newChunk(base, len(units), of(units))
	if err != nil {
		t.Fatal(err)
	}
	reports, err := tools.execute(c)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range cases {
		var kinds []string
		for _, f := range reports[functionName(i)].Faults {
			kinds = append(kinds, f.Kind)
		}
		if want.fault == "" && len(kinds) > 0 || want.fault != "" && !slices.Contains(kinds, want.fault) {
			t.Errorf("%q in place of %q: %q, want %q", want.new, want.old, kinds, want.fault)
		}
	}
}

// of returns a function that gives one unit after another, and good ones when there are no more.
func of(units []Unit) func() Unit {
	next := 0
	return func() Unit {
		next++
		if next <= len(units) {
			return units[next-1]
		}
		return Unit{Number: next, Shape: "guard clause", Source: fmt.Sprintf(good, next)}
	}
}

// TestGenerateRepeats makes sure that a seed and a number are enough to make a function again.
func TestGenerateRepeats(t *testing.T) {
	shapes := map[string]int{}
	for number := range 500 {
		a, b := Generate(7, number), Generate(7, number)
		if a.Source != b.Source || !slices.Equal(a.Mutations, b.Mutations) {
			t.Fatalf("number %d is\n%s\nand then\n%s", number, a.Source, b.Source)
		}
		shapes[a.Shape]++
	}
	if other := Generate(8, 3); other.Source == Generate(7, 3).Source {
		t.Errorf("another seed makes the same function:\n%s", other.Source)
	}
	for _, s := range allShapes() {
		if shapes[s.name] == 0 {
			t.Errorf("no function of shape %q among 500", s.name)
		}
	}
}
