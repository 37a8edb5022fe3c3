package selectors_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
)

func TestDiffOfGoNames(t *testing.T) {
	type names struct {
		Reassigned []string // name: old signature -> new signature
		Renamed    []string // signature: old name -> new name
	}
	tests := map[string]struct {
		before, after []string
		want          names
	}{
		"nothing moved": {[]string{"foo()", "bar()"}, []string{"bar()", "foo()"}, names{}},
		"overload added behind": {
			[]string{"foo(uint256)"}, []string{"foo(uint256)", "foo(address)"}, names{},
		},
		"overload added before": {
			[]string{"foo(uint256)"}, []string{"foo(address)", "foo(uint256)"},
			names{[]string{"Foo: foo(uint256) -> foo(address)"}, []string{"foo(uint256): Foo -> Foo0"}},
		},
		"overloads swapped": {
			[]string{"foo(uint256)", "foo(address)"}, []string{"foo(address)", "foo(uint256)"},
			names{
				[]string{"Foo: foo(uint256) -> foo(address)", "Foo0: foo(address) -> foo(uint256)"},
				[]string{"foo(address): Foo0 -> Foo", "foo(uint256): Foo -> Foo0"},
			},
		},
		"first overload removed": {
			[]string{"foo(uint256)", "foo(address)"}, []string{"foo(address)"},
			names{[]string{"Foo: foo(uint256) -> foo(address)"}, []string{"foo(address): Foo0 -> Foo"}},
		},
		"parameters changed": {
			[]string{"addShares(address,uint256)"}, []string{"addShares(address,address,uint256)"},
			names{Reassigned: []string{"AddShares: addShares(address,uint256) -> addShares(address,address,uint256)"}},
		},
		"another spelling of one Go name": {
			[]string{"code_hash()"}, []string{"codeHash()"}, names{Reassigned: []string{"CodeHash: code_hash() -> codeHash()"}},
		},
		"a digit first":       {[]string{"_2fa()"}, []string{"_2fa(bytes)"}, names{Reassigned: []string{"M2fa: _2fa() -> _2fa(bytes)"}}},
		"listed twice before": {[]string{"foo()", "foo()"}, []string{"foo()"}, names{}},
		"listed twice after":  {[]string{"foo()"}, []string{"foo()", "foo()"}, names{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			changes := selectors.Diff(abiOf(t, test.before...), abiOf(t, test.after...))
			var got names
			for _, r := range changes.Reassigned {
				got.Reassigned = append(got.Reassigned, r.GoName+": "+r.Old.Signature+" -> "+r.New.Signature)
			}
			for _, r := range changes.Renamed {
				if r.Selector != selectors.Of(r.Signature) {
					t.Errorf("%s has selector %s", r.Signature, r.Selector)
				}
				got.Renamed = append(got.Renamed, r.Signature+": "+r.Old+" -> "+r.New)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Go names (-want +got):\n%s", diff)
			}
			if lost := len(changes.Removed) + len(got.Reassigned) + len(got.Renamed); changes.Lost() != lost || changes.IsAdditive() != (lost == 0) {
				t.Errorf("Lost() = %d and IsAdditive() = %t, want %d lost", changes.Lost(), changes.IsAdditive(), lost)
			}
		})
	}
}

// TestDiffOfBindings: what a binding calls a function counts more than how abigen would call it.
func TestDiffOfBindings(t *testing.T) {
	a := abiOf(t, "foo(uint256)", "foo(address)")
	swapped := abiOf(t, "foo(address)", "foo(uint256)")
	names := map[selectors.Selector]string{selectors.Of("foo(uint256)"): "FooAmount", selectors.Of("foo(address)"): "FooAddress"}
	changes := selectors.DiffVersions(selectors.Version{ABI: a, GoNames: names}, selectors.Version{ABI: swapped, GoNames: names})
	if !changes.IsEmpty() {
		t.Errorf("with names of their own the functions differ: %+v", changes)
	}
	changes = selectors.DiffVersions(selectors.Version{ABI: a}, selectors.Version{ABI: a, GoNames: names})
	if len(changes.Renamed) != 2 || changes.Renamed[1].Old != "Foo" || changes.Renamed[1].New != "FooAmount" {
		t.Errorf("renamed: %+v, want both functions", changes.Renamed)
	}
}

func TestDiffOfEventsAndErrors(t *testing.T) {
	const transfer = `{"type":"event","name":"Transfer","inputs":[{"type":"address","indexed":true},{"type":"uint256"}]}`
	tests := map[string]struct {
		before, after string
		want          []string
	}{
		"same":            {transfer, transfer, nil},
		"parameter names": {transfer, strings.Replace(transfer, `"type":"uint256"`, `"type":"uint256","name":"amount"`, 1), nil},
		"indexed": {
			transfer, strings.Replace(transfer, `,"indexed":true`, ``, 1),
			[]string{"event: parameters (address indexed,uint256) -> (address,uint256)"},
		},
		"anonymous": {
			transfer, strings.Replace(transfer, `"inputs"`, `"anonymous":true,"inputs"`, 1), []string{"event: not anonymous -> anonymous"},
		},
		"type": {
			transfer, strings.Replace(transfer, `uint256`, `uint128`, 1),
			[]string{"event: signature Transfer(address,uint256) -> Transfer(address,uint128)"},
		},
		"name": {
			transfer, strings.Replace(transfer, `Transfer`, `Moved`, 1),
			[]string{"event added: Moved(address,uint256)", "event removed: Transfer(address,uint256)"},
		},
		"overload": {
			transfer, transfer + `,{"type":"event","name":"Transfer","inputs":[]}`, []string{"event added: Transfer()"},
		},
		"ambiguous": {
			transfer, `{"type":"event","name":"Transfer","inputs":[]},{"type":"event","name":"Transfer","inputs":[{"type":"bool"}]}`,
			[]string{"event added: Transfer()", "event added: Transfer(bool)", "event removed: Transfer(address,uint256)"},
		},
		"ambiguous the other way": {
			`{"type":"event","name":"Transfer","inputs":[]},{"type":"event","name":"Transfer","inputs":[{"type":"bool"}]}`, transfer,
			[]string{"event added: Transfer(address,uint256)", "event removed: Transfer()", "event removed: Transfer(bool)"},
		},
		"error type": {
			`{"type":"error","name":"Refused","inputs":[]}`, `{"type":"error","name":"Refused","inputs":[{"type":"uint8"}]}`,
			[]string{"error: signature Refused() -> Refused(uint8)"},
		},
		"error name": {
			`{"type":"error","name":"Refused","inputs":[]}`, `{"type":"error","name":"Late","inputs":[]}`,
			[]string{"error added: Late()", "error removed: Refused()"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			changes := selectors.DiffVersions(versionOf(t, test.before), versionOf(t, test.after))
			if diff := cmp.Diff(test.want, memberLines(changes)); diff != "" {
				t.Errorf("differences (-want +got):\n%s", diff)
			}
			if changes.IsEmpty() != (len(test.want) == 0) {
				t.Errorf("IsEmpty() = %t", changes.IsEmpty())
			}
		})
	}
}

func versionOf(t *testing.T, entries string) selectors.Version {
	t.Helper()
	v, err := selectors.ParseVersion([]byte("[" + entries + "]"))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func memberLines(c selectors.Changes) []string {
	var lines []string
	for _, e := range c.Events.Changed {
		lines = append(lines, "event: "+strings.Join(e.What, "; "))
	}
	for _, e := range c.Events.Added {
		lines = append(lines, "event added: "+e.Signature)
	}
	for _, e := range c.Events.Removed {
		lines = append(lines, "event removed: "+e.Signature)
	}
	for _, e := range c.Errors.Changed {
		lines = append(lines, "error: "+strings.Join(e.What, "; "))
	}
	for _, e := range c.Errors.Added {
		lines = append(lines, "error added: "+e.Signature)
	}
	for _, e := range c.Errors.Removed {
		lines = append(lines, "error removed: "+e.Signature)
	}
	return lines
}

func TestParseVersionSaysWhere(t *testing.T) {
	const good = `{"type":"function","name":"foo"}`
	for name, test := range map[string]struct{ text, want string }{
		"empty":           {"", "line 1, column 1: the ABI is empty: "},
		"no JSON":         {"\n[" + good + ",\n  x]", "line 3, column 3: invalid character 'x' "},
		"entry":           {"[" + good + ",\n\t{\"type\":\"function\",\"name\":\"1\"}]", "line 2, column 2: entry 2 (function 1): name "},
		"entry, artifact": {"{\n\"abi\": [" + good + ", {\"type\":\"event\"}]}", "line 2, column 43: entry 2 (event): name "},
		"byte order mark": {"\xef\xbb\xbf[" + good + ",{}]", "line 1, column 38: entry 2 (): it has no "},
		"whole":           {" {}", "line 1, column 1: this JSON object has no \"abi\""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := selectors.ParseVersion([]byte(test.text))
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error is %v, want %q", err, test.want)
			}
		})
	}
}

// FuzzParseVersion holds ParseVersion against ParseABI: the same ABI or an error at a place of the text, and no difference from itself.
func FuzzParseVersion(f *testing.F) {
	f.Add([]byte(policyEntries))
	f.Add([]byte(`{"abi": [{"type":"event","name":"E","inputs":[{"type":"address","indexed":true}]}]}`))
	f.Add([]byte("[{\"type\":\"function\",\n\"name\":\"1\"}]"))
	f.Add([]byte("\xef\xbb\xbf[{}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		want, wantErr := selectors.ParseABI(data)
		got, err := selectors.ParseVersion(data)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("error is %v, and that of ParseABI is %v", err, wantErr)
		}
		if err != nil {
			var at *selectors.ParseError
			if !errors.As(err, &at) {
				t.Fatalf("error %v has no place", err)
			}
			lines := bytes.Split(data, []byte("\n"))
			if at.Line < 1 || at.Line > len(lines) || at.Column < 1 || at.Column > len(lines[at.Line-1])+1 {
				t.Fatalf("%v is no place of the text", err)
			}
			return
		}
		if !cmp.Equal(want, got.ABI) {
			t.Fatalf("ABIs differ: %s", cmp.Diff(want, got.ABI))
		}
		if changes := selectors.DiffVersions(got, got); !changes.IsEmpty() {
			t.Fatalf("an ABI differs from itself: %+v", changes)
		}
		if changes := selectors.DiffVersions(got, selectors.Version{}); len(changes.Added) > 0 || (changes.Lost() > 0) == changes.IsAdditive() {
			t.Fatalf("compared with nothing: %+v", changes)
		}
	})
}
