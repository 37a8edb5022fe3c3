package selectors_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
)

func TestGoName(t *testing.T) {
	for name, want := range map[string]string{
		"getPolicyCodeHash": "GetPolicyCodeHash",
		"_under":            "Under",
		"_bar_baz":          "BarBaz",
		"foo0":              "Foo0",
		"URL":               "URL",
		"trailing_":         "Trailing",
		"_":                 "",
		"":                  "",
	} {
		if got := selectors.GoName(name); got != want {
			t.Errorf("GoName(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestBindingsNumberOverloads shows the numbering trap: a genuine foo0 is pushed to Foo00 by the overloads before it,
// and the numbers change with the order of the ABI.
func TestBindingsNumberOverloads(t *testing.T) {
	a := abiOf(t, "foo(uint256) view", "foo(uint256,address)", "foo(address)", "foo0()")
	got, err := selectors.BindingsV1("example_token", a, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := [][3]string{
		{"ExampleTokenCaller", "Foo", "foo(uint256)"},
		{"ExampleTokenSession", "Foo", "foo(uint256)"},
		{"ExampleTokenCallerSession", "Foo", "foo(uint256)"},
		{"ExampleTokenTransactor", "Foo0", "foo(uint256,address)"},
		{"ExampleTokenSession", "Foo0", "foo(uint256,address)"},
		{"ExampleTokenTransactorSession", "Foo0", "foo(uint256,address)"},
		{"ExampleTokenTransactor", "Foo1", "foo(address)"},
		{"ExampleTokenSession", "Foo1", "foo(address)"},
		{"ExampleTokenTransactorSession", "Foo1", "foo(address)"},
		{"ExampleTokenTransactor", "Foo00", "foo0()"},
		{"ExampleTokenSession", "Foo00", "foo0()"},
		{"ExampleTokenTransactorSession", "Foo00", "foo0()"},
	}
	if diff := cmp.Diff(want, goMethods(got)); diff != "" {
		t.Errorf("v1 (-want +got):\n%s", diff)
	}
}

func TestBindingsAliases(t *testing.T) {
	a := abiOf(t, "foo()", "foo(uint256)", "_foo()")
	aliases := map[string]string{"foo0": "foo_by_id", "_foo": "underscoreFoo"}
	got, err := selectors.BindingsV2("Example", a, aliases)
	if err != nil {
		t.Fatal(err)
	}
	want := [][3]string{
		{"Example", "PackFoo", "foo()"},
		{"Example", "TryPackFoo", "foo()"},
		{"Example", "PackFooById", "foo(uint256)"},
		{"Example", "TryPackFooById", "foo(uint256)"},
		{"Example", "PackUnderscoreFoo", "_foo()"},
		{"Example", "TryPackUnderscoreFoo", "_foo()"},
	}
	if diff := cmp.Diff(want, goMethods(got)); diff != "" {
		t.Errorf("v2 (-want +got):\n%s", diff)
	}
}

func TestBindingsErrors(t *testing.T) {
	event := func(name string, anonymous bool) selectors.Event {
		return selectors.Event{Name: name, ABIName: name, Anonymous: anonymous}
	}
	for name, test := range map[string]struct {
		contract string
		abi      *selectors.ABI
		aliases  map[string]string
		v1, v2   string // errors; "" for none
	}{
		"same name": {
			abi: abiOf(t, "foo()", "_foo()"),
			v1:  `"_foo" and "foo" are both named "Foo" in Go: give one of them an alias`,
			v2:  `"_foo" and "foo" are both named "Foo" in Go: give one of them an alias`,
		},
		"same name, one read-only": {
			abi: abiOf(t, "foo() view", "_foo()"),
			v1:  `"_foo" and "foo" are both named "Foo" in Go: give one of them an alias`,
			v2:  `"_foo" and "foo" are both named "Foo" in Go: give one of them an alias`,
		},
		"no name": {
			abi: abiOf(t, "_()"),
			v1:  `method "_" has no name in Go: give it an alias`,
		},
		"digit": {abi: abiOf(t, "_1st()", "M2nd()", "E3rd()")},
		"digit after the prefix was taken": {
			abi: abiOf(t, "_1st()", "M1st()", "E1st()"),
			v1:  `"M1st" and "_1st" are both named "M1st" in Go: give one of them an alias`,
		},
		"dollar": {
			abi: abiOf(t, "foo$()"),
			v1:  `"foo$" is named "Foo$" in Go, which is no identifier: give it an alias`,
			v2:  `"foo$" is named "Foo$" in Go, which is no identifier: give it an alias`,
		},
		"dollar with an alias": {abi: abiOf(t, "foo$()"), aliases: map[string]string{"foo$": "fooDollar"}},
		"bad alias": {
			abi:     abiOf(t, "foo()"),
			aliases: map[string]string{"foo": "f-o"},
			v1:      `"foo" is named "F-o" in Go, which is no identifier: give it an alias`,
			v2:      `"foo" is named "F-o" in Go, which is no identifier: give it an alias`,
		},
		"type": {
			abi: abiOf(t, "foo(fixed128x18)"),
			v1:  `method "foo": abigen does not support type fixed128x18`,
			v2:  `method "foo": abigen does not support type fixed128x18`,
		},
		"contract": {
			contract: "my-token",
			abi:      abiOf(t),
			v1:       `contract name "my-token" makes no Go type name`,
			v2:       `contract name "my-token" makes no Go type name`,
		},
		"events": {
			abi: &selectors.ABI{Events: []selectors.Event{event("Sent", false), event("_Sent", false)}},
			v1:  `"Sent" and "_Sent" are both named "Sent" in Go: give one of them an alias`,
			v2:  `"Sent" and "_Sent" are both named "Sent" in Go: give one of them an alias`,
		},
		"anonymous events": {abi: &selectors.ABI{Events: []selectors.Event{event("Sent", true), event("_Sent", false)}}},
		"errors": {
			abi: &selectors.ABI{Errors: []selectors.Error{{Name: "Bad"}, {Name: "bad"}, {Name: "Bad"}}},
			v2:  `"Bad" and "bad" are both named "Bad" in Go: give one of them an alias`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if test.contract == "" {
				test.contract = "Example"
			}
			_, err := selectors.BindingsV1(test.contract, test.abi, test.aliases)
			checkError(t, "BindingsV1", err, test.v1)
			_, err = selectors.BindingsV2(test.contract, test.abi, test.aliases)
			checkError(t, "BindingsV2", err, test.v2)
		})
	}
}

func TestBindingsV2DigitNames(t *testing.T) {
	got, err := selectors.BindingsV2("Example", abiOf(t, "_1st()", "E1st()"), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := [][3]string{
		{"Example", "PackE1st0", "_1st()"},
		{"Example", "TryPackE1st0", "_1st()"},
		{"Example", "PackE1st", "E1st()"},
		{"Example", "TryPackE1st", "E1st()"},
	}
	if diff := cmp.Diff(want, goMethods(got)); diff != "" {
		t.Errorf("v2 (-want +got):\n%s", diff)
	}
}

func goMethods(methods []selectors.GoMethod) [][3]string {
	var short [][3]string
	for _, m := range methods {
		short = append(short, [3]string{m.Type, m.Name, m.Method.Signature})
	}
	return short
}

func checkError(t *testing.T, what string, err error, want string) {
	t.Helper()
	if want == "" && err != nil || want != "" && (err == nil || err.Error() != want) {
		t.Errorf("%s: error %v, want %q", what, err, want)
	}
}
