package compatregistry_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

func drifts(committed, current *compatregistry.Lock) []string {
	var lines []string
	for _, d := range compatregistry.CompareLocks(committed, current) {
		lines = append(lines, d.String())
	}
	return lines
}

func TestCompareLocks(t *testing.T) {
	const run = `: run "compatlint lock"`
	const a, b = "sha256:00000000000000000000000000000000000000000000000000000000000000aa", "sha256:00000000000000000000000000000000000000000000000000000000000000bb"
	tests := []struct {
		name, before, after string
		want                []string
	}{
		{"same in another order", "forwarder p.F 1\nforwarder p.G 1\n", "forwarder p.G 1\nforwarder p.F 1\n", nil},
		{"selector added", "forwarder p.F 1\n", "forwarder p.F 1\nselector A 0xc2985578 foo() () view\n",
			[]string{"5: selector-added: A.foo() 0xc2985578 () view is not in the lock file"}},
		{"selector added before", "selector B 0xc2985578 foo() () view\n", "selector A 0xc2985578 foo() () view\nselector B 0xc2985578 foo() () view\n",
			[]string{"4: selector-added: A.foo() 0xc2985578 () view is not in the lock file"}},
		{"selector removed", "selector A 0xc2985578 foo() () view\n", "",
			[]string{"4: selector-removed: A.foo() 0xc2985578 () view is gone from the sources"}},
		{"selector changed", "selector A 0xc2985578 foo() (uint8) view\n", "selector A 0xc2985578 foo() (uint32) pure\n",
			[]string{"4: selector-changed: A.foo() 0xc2985578 changed from (uint8) view to (uint32) pure"}},
		{"binding added", "", "binding p A abigen/v1 " + a + "\n",
			[]string{"1: binding-added: A in p abigen/v1 " + a + " is not in the lock file"}},
		{"binding removed", "binding p A abigen/v1 " + a + "\n", "",
			[]string{"4: binding-removed: A in p abigen/v1 " + a + " is gone from the sources"}},
		{"binding changed", "binding p A abigen/v1 " + a + "\n", "binding p A abigen/v1 " + b + "\n",
			[]string{"4: binding-changed: A in p changed from abigen/v1 " + a + " to abigen/v1 " + b}},
		{"method added and removed", "method p T.M A 0xc2985578\n", "method p T.N A 0xc2985578\n",
			[]string{"4: method-removed: p.T.M of A 0xc2985578 is gone from the sources", "5: method-added: p.T.N of A 0xc2985578 is not in the lock file"}},
		{"method changed", "method p T.M A 0xc2985578\n", "method p T.M A 0xe998a088\n",
			[]string{"4: method-changed: p.T.M of A changed from 0xc2985578 to 0xe998a088"}},
		{"directive added and removed", "directive requires p.F x\n", "directive passthrough p.F\n",
			[]string{"4: directive-added: passthrough on p.F is not in the lock file", "4: directive-removed: requires on p.F x is gone from the sources"}},
		{"directive changed", "directive requires p.F x\n", "directive requires p.F x,y\n",
			[]string{"4: directive-changed: requires on p.F changed from x to x,y"}},
		{"directive without a feature", "directive requires p.F\n", "directive requires p.F x\n",
			[]string{"4: directive-changed: requires on p.F changed from nothing to x"}},
		{"directive features in another order", "directive requires p.F y,x\n", "directive requires p.F x,y\n", nil},
		{"forwarder changed", "forwarder p.F 1\n", "forwarder p.F 2\n",
			[]string{"4: forwarder-changed: p.F changed from parameter 1 to parameter 2"}},
		{"forwarder only packs now", "forwarder p.F 1 values=2\n", "forwarder p.F 1 packs,values=2\n",
			[]string{"4: forwarder-changed: p.F changed from parameter 1 values=2 to parameter 1 packs,values=2"}},
		{"forwarder of a second parameter", "forwarder p.F 1\n", "forwarder p.F 1\nforwarder p.F 2\n",
			[]string{"5: forwarder-added: p.F parameter 2 is not in the lock file"}},
		{"admissions", "admit A 0xc2985578 foo() why\n", "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want []string
			for _, line := range test.want {
				want = append(want, "compat.lock:"+line+run)
			}
			if diff := cmp.Diff(want, drifts(parseLock(t, lockHead+test.before), parseLock(t, lockHead+test.after))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestCompareLocksWithoutCommitted(t *testing.T) {
	got := compatregistry.CompareLocks(nil, parseLock(t, wholeLock))
	if len(got) != 8 { // all records but the admission
		t.Fatalf("%d drifts: %v", len(got), got)
	}
	for _, d := range got {
		if d.Line != 1 || d.File != "" {
			t.Errorf("%v is in a file that is not there", d)
		}
	}
}

func TestCheckLock(t *testing.T) {
	position := func(line int) compatregistry.Position {
		return compatregistry.Position{File: "compat.yaml", Line: line, Column: 17}
	}
	required := func(signature string, line int) compatregistry.RequiredSelector {
		return compatregistry.RequiredSelector{Signature: signature, Selector: selectors.Of(signature), Position: position(line)}
	}
	r := &compatregistry.Registry{Features: []*compatregistry.Feature{
		{Name: "late", Contracts: []string{"NewtonPolicy"}, Selectors: []compatregistry.RequiredSelector{
			required("zzz(uint256)", 21), required("getPolicyCodeHash()", 20),
		}},
		{Name: "gone", State: compatregistry.Retired, Contracts: []string{"NewtonPolicy"}, Selectors: []compatregistry.RequiredSelector{
			required("dropped()", 30),
		}},
		{Name: "early", Contracts: []string{"NewtonPolicy", "Unlocked"}, Selectors: []compatregistry.RequiredSelector{
			required("getPolicyCodehash()", 10),
		}},
	}}
	want := `compat.yaml:10:17: feature "early": contract NewtonPolicy has no getPolicyCodehash() (` + selectors.Of("getPolicyCodehash()").String() +
		`) according to the lock file: did you mean "getPolicyCodeHash()"?` + "\n" +
		`compat.yaml:21:17: feature "late": contract NewtonPolicy has no zzz(uint256) (` + selectors.Of("zzz(uint256)").String() +
		`) according to the lock file: correct the signature, or generate the bindings again and run "compatlint lock"`
	if diff := cmp.Diff(want, compatregistry.CheckLock(r, parseLock(t, wholeLock)).Error()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	r.Features[0].Selectors, r.Features[2].Selectors = r.Features[0].Selectors[1:], nil
	if errs := compatregistry.CheckLock(r, parseLock(t, wholeLock)); errs != nil {
		t.Errorf("errors where all is well: %v", errs)
	}
}
