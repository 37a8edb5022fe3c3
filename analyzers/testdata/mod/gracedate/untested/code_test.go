package untested

import (
	"testing"

	"example.com/lint/bindings/policy"
)

//compat:requires policy_code_hash
func fetch(p *policy.NewtonPolicy) ([32]byte, error) { return p.GetPolicyCodeHash(nil) }

func TestVersion(t *testing.T) {
	_ = fetch
	if Version != 3 {
		t.Error("another version")
	}
}
