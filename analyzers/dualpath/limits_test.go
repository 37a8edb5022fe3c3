package dualpath_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
)

const dualPath = `
	if compat.IsSelectorMiss(err) && !g.IsStrict(ctx, "policy_code_hash") {
		g.RecordLegacy(ctx, "policy_code_hash", target)
		return hash, nil
	}
	return hash, err
`

const call = "hash, err = p.GetPolicyCodeHash(nil)\n"

// monsters are function bodies that an analysis of every path would never be done with.
var monsters = map[string]string{
	"branchesBefore": strings.Repeat("if f() { n++ }\n", 1000) + call + dualPath,
	"branchesAfter":  call + strings.Repeat("if f() { n++ }\n", 1000) + dualPath,
	"flagsBefore":    many(1000, "b%[1]d := f()\nif b%[1]d { n++ }\n") + call + many(1000, "if b%[1]d { n-- }\n") + dualPath,
	"flagsAfter":     call + many(300, "b%[1]d := f()\nif b%[1]d { n++ }\n") + many(300, "if b%[1]d { n-- }\n") + dualPath,
	"errorsAround":   many(300, "_, err%[1]d := p.Owner(nil)\nif err%[1]d != nil { n++ }\n") + call + dualPath,
	"nestedLoops": strings.Repeat("for f() {\n", 50) + "hash, err = p.GetPolicyCodeHash(nil)\n" + strings.Repeat("}\n", 50) +
		"_ = n\n" + dualPath,
	"nestedLoopsWithBranches": strings.Repeat("for i := range n {\nif i > 3 { continue }\n", 50) +
		"hash, err = p.GetPolicyCodeHash(nil)\nif err == nil { break }\n" + strings.Repeat("if f() { break }\n}\n", 50) + dualPath,
	"manyUses":        many(40, "_, e%[1]d := p.PolicyCodeHash(nil)\n") + call + many(40, "if e%[1]d != nil { n++ }\n") + dualPath,
	"manyUsesOneName": strings.Repeat("_, err = p.PolicyCodeHash(nil)\n", 40) + "hash, err = p.GetPolicyCodeHash(nil)\n" + dualPath,
	"manyOverwritten": call + many(200, "e%[1]d := err\n") + many(200, "if e%[1]d != nil { n++ }\n") + dualPath,
	"gotos":           call + many(100, "if f() { goto l%[1]d }\nn++\nl%[1]d:\nn--\n") + dualPath,
	"closures": "hash, err = " + strings.Repeat("func() ([32]byte, error) { return ", 30) +
		"p.GetPolicyCodeHash(nil)" + strings.Repeat(" }()", 30) + "\n" + dualPath,
	"switches":     call + "switch {\n" + many(500, "case n == %[1]d: n++\n") + "}\n" + dualPath,
	"fallsThrough": call + "switch {\n" + many(300, "case n == %[1]d:\nn++\nfallthrough\n") + "default:\n}\n" + dualPath,
	"helpers":      call + strings.Repeat("if settle0(ctx, g, err) != nil { n++ }\n", 20) + dualPath,
	"deferred":     strings.Repeat("defer func() { if err != nil { n++ } }()\n", 100) + call + dualPath,
	"closureStates": many(12, "b%[1]d := false\nset%[1]d := func() { b%[1]d = f() }\n") + call + many(12, "set%[1]d()\n") +
		many(12, "if b%[1]d { n++ }\n") + dualPath,
	"longCondition": call + "if f()" + strings.Repeat(" && (f() || f())", 300) + " { n++ }\n" + dualPath,
}

func many(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

const monsterFile = `package monsters

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)
`

// settleFunc calls the next one twice: executed in place for each call, 20 of them would take a million executions.
const settleFunc = `
func settle%[1]d(ctx context.Context, g *compat.Gate, err error) error {
	if err := settle%[2]d(ctx, g, err); err == nil {
		return nil
	}
	return settle%[2]d(ctx, g, err)
}
`

const lastSettleFunc = `
func settle20(ctx context.Context, g *compat.Gate, err error) error {
	if compat.IsSelectorMiss(err) && !g.IsStrict(ctx, "policy_code_hash") {
		return nil
	}
	return err
}
`

const monsterFunc = `
func %s(ctx context.Context, p *policy.NewtonPolicy, g *compat.Gate, target common.Address, f func() bool) (hash [32]byte, err error) {
	n := 0
	_ = n
	%s
}
`

// TestEnds checks that the judgement of a function ends after a bounded number of steps, whatever the function looks like, and ends in a
// verdict: guarded, or a finding. How long a step takes is not measured.
func TestEnds(t *testing.T) {
	judged := map[string]int{}
	for _, v := range verdicts(t, slices.Sorted(maps.Keys(monsters))...) {
		judged[v.Function] = max(judged[v.Function], v.Steps)
		if guarded := v.Kind != guard.Unguarded; guarded == (len(v.Defects) > 0) {
			t.Errorf("%s: kind %q with %d defects", v.Function, v.Kind, len(v.Defects))
		}
		if limit := 3 * (guard.MaxSteps + 10_000); v.Steps > limit {
			t.Errorf("%s: %d steps, more than %d", v.Function, v.Steps, limit)
		}
	}
	for name := range monsters {
		if judged[name] == 0 {
			t.Errorf("%s was not judged", name)
		}
		t.Logf("%s: %d steps", name, judged[name])
	}
}

// BenchmarkMonsters shows what the judgement of a package costs that has one monster in it.
func BenchmarkMonsters(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(monsters)) {
		b.Run(name, func(b *testing.B) {
			pkgs := loadMonsters(b, name)
			for b.Loop() {
				judgeMonsters(b, pkgs)
			}
		})
	}
}

// verdicts judges the uses in some of the monsters.
func verdicts(t *testing.T, names ...string) []*guard.Verdict {
	t.Helper()
	return judgeMonsters(t, loadMonsters(t, names...))
}

// loadMonsters loads a package made of some of the monsters.
func loadMonsters(t testing.TB, names ...string) []*packages.Package {
	t.Helper()
	if err := inputs.Analyzer.Flags.Set("today", analyzertest.DefaultToday); err != nil {
		t.Fatal(err)
	}
	source := monsterFile + lastSettleFunc
	for i := range 20 {
		source += fmt.Sprintf(settleFunc, i, i+1)
	}
	for _, name := range names {
		source += fmt.Sprintf(monsterFunc, name, monsters[name])
	}
	file := filepath.Join(analyzertest.Dir(), "guards", "monsters", "monsters.go")
	pkgs, err := packages.Load(&packages.Config{
		Mode: driver.LoadMode, Dir: analyzertest.Dir(), Overlay: map[string][]byte{file: []byte(source)},
	}, analyzertest.Module+"/guards/monsters")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the functions do not compile")
	}
	return pkgs
}

func judgeMonsters(t testing.TB, pkgs []*packages.Package) []*guard.Verdict {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{guard.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var list []*guard.Verdict
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Fatal(action.Err)
		}
		list = append(list, action.Result.(*guard.Result).Verdicts...)
	}
	return list
}
