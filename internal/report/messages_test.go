package report_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/report"
	"github.com/compatlint/compatlint/internal/uses"
)

var update = flag.Bool("update", false, "write the golden file")

func date(t *testing.T, text string) grace.Date {
	t.Helper()
	d, err := grace.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMessages compares every message with the golden file, so that they can be read side by side and none changes unseen.
func TestMessages(t *testing.T) {
	feature := &compatregistry.Feature{
		Name: "policy_code_hash", State: compatregistry.Grace, GraceEnd: date(t, "2026-10-01"), Ticket: "NEWT-1001", Owner: "@avs-team",
	}
	ownerless := &compatregistry.Feature{Name: "policy_metadata", GraceEnd: date(t, "2026-11-15"), Ticket: "NEWT-1002"}
	ticketless := &compatregistry.Feature{Name: "policy_quota", GraceEnd: date(t, "2026-11-15")}
	endless := &compatregistry.Feature{Name: "task_respond"}
	function := catalog.Function{Contract: "NewtonPolicy", Signature: "getPolicyCodeHash()"}
	verdict := func(f *compatregistry.Feature, name string, annotatable bool) *guard.Verdict {
		use := &uses.Use{Node: &ast.Ident{Name: "use"}, Function: function, Features: []*compatregistry.Feature{f}}
		return &guard.Verdict{Use: use, Function: name, Annotatable: annotatable}
	}
	named, unnamed := verdict(feature, "Reader.fetchHash", true), verdict(feature, "serve", false)
	packed, lockstep := verdict(feature, "Reader.calldata", true), verdict(endless, "Reader.respond", true)
	packed.Use.Form, lockstep.Lockstep = uses.Pack, true

	var b strings.Builder
	add := func(name, message string) { fmt.Fprintf(&b, "%s\n\t%s\n", name, message) }
	add("unguarded", report.Unguarded(named, guard.Defect{Fault: guard.Direct}))
	add("unguarded, in a function that cannot be annotated", report.Unguarded(verdict(feature, "main", false), guard.Defect{Fault: guard.Direct}))
	add("unguarded, at package level", report.Unguarded(verdict(feature, "", false), guard.Defect{Fault: guard.Direct}))
	add("unguarded, without a window", report.Unguarded(verdict(endless, "Reader.fetchHash", true), guard.Defect{Fault: guard.Direct}))
	add("escapes", report.Unguarded(named, guard.Defect{Fault: guard.Escapes}))
	for _, fault := range faults(t) {
		switch fault {
		case guard.Direct, guard.Escapes, guard.NoLegacy:
			continue // not messages of a guard
		}
		add(string(fault), report.Guard(named, guard.Defect{Fault: fault, Name: defectNames[fault]}))
	}
	add("flag-error-ignored, of a supports guard", report.Guard(named, guard.Defect{Fault: guard.FlagErrorIgnored, Name: directive.GuardSupports}))
	add("new-in-legacy, of a configured wrapper", report.Guard(named, guard.Defect{Fault: guard.NewInLegacy, Name: "Old/Current"}))
	add("unguarded, calldata", report.Unguarded(packed, guard.Defect{Fault: guard.Direct}))
	add("unguarded, in lockstep", report.Unguarded(lockstep, guard.Defect{Fault: guard.Direct}))
	add("error-swallowed, in a function without an error result", report.Guard(unnamed, guard.Defect{Fault: guard.ErrorSwallowed}))
	add("duty-hidden, in a function without an error result", report.Guard(unnamed, guard.Defect{Fault: guard.DutyHidden}))
	add("too-complex, at package level", report.Guard(verdict(feature, "", false), guard.Defect{Fault: guard.TooComplex}))
	for _, w := range []*guardapi.Wrapper{
		{Type: "compat.BackwardCompat", CurrentField: "New", LegacyField: "Legacy"}, {Type: "chain.Compat", CurrentField: "Current", LegacyField: "Old"},
	} {
		add("no-legacy, "+w.CurrentField, report.IncompleteWrapper(w, "policy_code_hash", false))
		add("no-legacy, "+w.LegacyField, report.IncompleteWrapper(w, "policy_code_hash", true))
	}
	add("no-classifier", report.NoClassifier("isMiss"))
	add("resolve-dropped", report.ResolveDropped("compat.BackwardCompat.Resolve"))
	add("resolve-dropped, of a configured wrapper", report.ResolveDropped("chain.Compat.Run"))
	for _, fault := range promised {
		add("promise, "+string(fault), report.Promise(promise(fault, feature)))
	}
	add("lockstep", report.Lockstep(named))
	add("expired", report.Expired("NewtonPolicy.getPolicyCodeHash()", feature))
	add("expired, unused", report.ExpiredUnused(feature))
	add("set later", report.SetLater("compat.BackwardCompat", "GraceEnd"))
	add("expired, no owner", report.Expired("gate.IsStrict", ownerless))
	add("expired, no ticket", report.Expired("gate.IsStrict", ticketless))
	add("undated", report.Undated(feature))
	add("no-window", report.NoWindow(endless))
	add("not-constant", report.NotConstant("compat.BackwardCompat.GraceEnd"))
	add("differs", report.Differs("GraceEnd", "2027-01-01", "2026-10-01", "policy_code_hash"))
	add("unknown", report.UnknownFeature("policy_codehash", "policy_code_hash"))
	add("unknown, nothing like it", report.UnknownFeature("something_else", ""))
	add("retired", report.RetiredFeature("policy_code_hash"))
	add("not-constant name", report.VariableFeature("gate.IsStrict"))
	add("missing", report.NoFeature("compat.BackwardCompat", "Feature"))
	add("expired-ignore", report.IgnoreEnded(&directive.Directive{Until: date(t, "2026-09-01")}, feature))
	add("expired-ignore, by the feature", report.IgnoreEnded(&directive.Directive{Until: date(t, "2026-12-01")}, feature))
	add("expired-ignore, without a window", report.IgnoreEnded(&directive.Directive{Until: date(t, "2026-12-01")}, endless))
	add("unused-ignore", report.IgnoreUnused(&directive.Directive{Features: []string{"policy_code_hash", "policy_metadata"}}))
	add("stray-directive", report.Stray(&directive.Directive{Verb: directive.Requires}))
	add("ends soon", report.EndsSoon(feature))
	add("ends soon, no owner", report.EndsSoon(ownerless))
	add("unused", report.Unused(feature))
	add("lock", report.LockOutdated("NewtonPolicy"))

	golden(t, filepath.Join("testdata", "messages.golden"), b.String())
}

// promised are the faults of promises. A function without a feature has nothing but //compat:passthrough.
var promised = []guard.Fault{guard.DutyBehindInterface, guard.DutyHidden, guard.DutyWithoutCallers, guard.NoPassthrough, guard.NoProbe}

// promise makes one about Reader.Hash behind Source.Hash.
func promise(fault guard.Fault, feature *compatregistry.Feature) guard.Promise {
	pkg := types.NewPackage("example.com/chain", "chain")
	method := func(receiver string, underlying types.Type) *types.Func {
		named := types.NewNamed(types.NewTypeName(token.NoPos, pkg, receiver, nil), underlying, nil)
		recv := types.NewVar(token.NoPos, pkg, "", named)
		return types.NewFunc(token.NoPos, pkg, "Hash", types.NewSignatureType(recv, nil, nil, nil, nil, false))
	}
	p := guard.Promise{Fault: fault, Func: method("Reader", types.NewStruct(nil, nil)), Pos: 7, End: 11}
	if fault != guard.NoPassthrough {
		p.Feature = feature
	}
	if fault == guard.DutyBehindInterface {
		p.Interface, p.Converts = method("Source", types.NewInterfaceType(nil, nil)), 30
	}
	return p
}

// TestBroken checks what a finding about a directive says besides its message.
func TestBroken(t *testing.T) {
	feature := &compatregistry.Feature{Name: "policy_code_hash", Criticality: compatregistry.Warning}
	for _, fault := range promised {
		f := report.Broken(promise(fault, feature))
		if f.Pos != 7 || f.End != 11 || f.Category != string(fault) || f.Function != "Reader.Hash" {
			t.Errorf("%s: %+v", fault, f)
		}
		if ofFeature := fault != guard.NoPassthrough; ofFeature != (f.Feature == "policy_code_hash" && f.Severity == finding.Warning) {
			t.Errorf("%s: feature %q, severity %q", fault, f.Feature, f.Severity)
		}
		if converts := fault == guard.DutyBehindInterface; converts != (len(f.Related) == 1 && f.Related[0].Pos == 30) {
			t.Errorf("%s: related %+v", fault, f.Related)
		}
	}
}

// defectNames are what the messages of some faults name.
var defectNames = map[guard.Fault]string{
	guard.NotClassifier: "strings.Contains",
	guard.WrongFeature:  "policy_metadata",
}

// faults reads the faults from their declaration, so that a new one without a message of its own shows in the golden file.
func faults(t *testing.T) []guard.Fault {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "guard", "verdict.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var list []guard.Fault
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "Fault" {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, guard.Fault(value))
		}
		return true
	})
	if len(list) == 0 {
		t.Fatal("no faults found")
	}
	return list
}

// TestUse checks what a finding says besides its message.
func TestUse(t *testing.T) {
	feature := &compatregistry.Feature{Name: "policy_code_hash", Criticality: compatregistry.Warning}
	use := &uses.Use{
		Node:     &ast.Ident{NamePos: 7, Name: "use"},
		Function: catalog.Function{Contract: "NewtonPolicy", Signature: "getPolicyCodeHash()"},
		Features: []*compatregistry.Feature{feature},
	}
	verdict := &guard.Verdict{Use: use, Function: "fetch"}
	for _, fault := range faults(t) {
		f := report.Use(verdict, guard.Defect{Fault: fault, Pos: 9}, "message")
		if f.Pos != 7 || f.End != 10 || f.Category != string(fault) || f.Feature != "policy_code_hash" || f.Function != "fetch" ||
			f.Contract != "NewtonPolicy" || f.Severity != "warning" {
			t.Errorf("%s: %+v", fault, f)
		}
		if len(f.Related) != 1 || f.Related[0].Pos != 9 || f.Related[0].Message == "" {
			t.Errorf("%s: related %+v", fault, f.Related)
		}
	}
	if f := report.Use(verdict, guard.Defect{Fault: guard.Direct}, "message"); len(f.Related) != 0 {
		t.Errorf("a defect without a place of its own has related places: %+v", f.Related)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := write(name, []byte(got)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// write replaces a file by way of a temporary one beside it.
func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name+".tmp", data, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".tmp", name)
}
