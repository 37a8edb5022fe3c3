package flags

import (
	"context"
	"errors"
	"testing"
)

func TestIsStrict(t *testing.T) {
	t.Cleanup(func() { table = nil })
	if _, err := IsStrict(t.Context(), "policy_code_hash"); !errors.Is(err, ErrNotLoaded) {
		t.Errorf("before Load the error is %v, want ErrNotLoaded", err)
	}
	if err := Load("policy_code_hash, policy_metadata"); err != nil {
		t.Fatal(err)
	}
	for feature, want := range map[string]bool{"policy_code_hash": true, "policy_metadata": true, "attestation_data": false} {
		got, err := IsStrict(t.Context(), feature)
		if got != want || err != nil {
			t.Errorf("IsStrict(%q) = %t, %v; want %t", feature, got, err, want)
		}
	}
	if err := Load("Policy_Code_Hash"); err == nil {
		t.Error("Load accepted a name in upper case")
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := (Source{}).IsStrict(done, 1, "policy_code_hash"); !errors.Is(err, context.Canceled) {
		t.Errorf("with a cancelled context the error is %v, want context.Canceled", err)
	}
}
