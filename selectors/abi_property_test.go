package selectors_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/internal/randabi"
)

// TestParseABIAgreesWithGeth compares our reading of random ABIs with that of accounts/abi, which every binding uses at
// run time.
func TestParseABIAgreesWithGeth(t *testing.T) {
	for seed := range uint64(500) {
		data, err := randabi.JSON(randabi.New(seed).ABI(25))
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := abi.JSON(strings.NewReader(string(data)))
		if err != nil {
			t.Fatalf("seed %d: accounts/abi: %v", seed, err)
		}
		ours, err := selectors.ParseABI(data)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		compareMethods(t, seed, ours, theirs)
		compareEventsAndErrors(t, seed, ours, theirs)
		if t.Failed() {
			t.Fatalf("ABI of seed %d:\n%s", seed, data)
		}
	}
}

func compareMethods(t *testing.T, seed uint64, ours *selectors.ABI, theirs abi.ABI) {
	t.Helper()
	if len(ours.Methods) != len(theirs.Methods) {
		t.Errorf("seed %d: %d methods, want %d", seed, len(ours.Methods), len(theirs.Methods))
	}
	for name, want := range theirs.Methods {
		got, ok := ours.ByABIName(name)
		if !ok {
			t.Errorf("seed %d: no method %q", seed, name)
			continue
		}
		if got.Name != want.RawName || got.Signature != want.Sig || string(got.Selector[:]) != string(want.ID) {
			t.Errorf("seed %d: %q is %s %s %s, want %s %s %x", seed, name, got.Name, got.Signature, got.Selector, want.RawName, want.Sig, want.ID)
		}
		if !slices.Equal(got.Inputs, typeStrings(want.Inputs)) || !slices.Equal(got.Returns, typeStrings(want.Outputs)) {
			t.Errorf("seed %d: %q has types %q -> %q, want %v -> %v", seed, name, got.Inputs, got.Returns, want.Inputs, want.Outputs)
		}
		if got.ReadOnly() != want.IsConstant() || (got.Mutability == "payable") != want.IsPayable() {
			t.Errorf("seed %d: %q is %s, want constant=%v payable=%v", seed, name, got.Mutability, want.IsConstant(), want.IsPayable())
		}
	}
}

func compareEventsAndErrors(t *testing.T, seed uint64, ours *selectors.ABI, theirs abi.ABI) {
	t.Helper()
	if len(ours.Events) != len(theirs.Events) || len(ours.Errors) != len(theirs.Errors) {
		t.Errorf("seed %d: %d events and %d errors, want %d and %d", seed, len(ours.Events), len(ours.Errors), len(theirs.Events), len(theirs.Errors))
	}
	for _, got := range ours.Events {
		want := theirs.Events[got.ABIName]
		if got.Name != want.RawName || got.Signature != want.Sig || got.Topic != want.ID || got.Anonymous != want.Anonymous {
			t.Errorf("seed %d: event %+v, want %+v", seed, got, want)
		}
	}
	for _, got := range ours.Errors {
		want := theirs.Errors[got.Name]
		if got.Signature != want.Sig || string(got.Selector[:]) != string(want.ID[:4]) {
			t.Errorf("seed %d: error %+v, want %+v", seed, got, want)
		}
	}
}

func typeStrings(arguments abi.Arguments) []string {
	var types []string
	for _, a := range arguments {
		types = append(types, a.Type.String())
	}
	return types
}
