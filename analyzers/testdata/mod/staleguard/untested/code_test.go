package untested

import (
	"testing"

	"example.com/lint/bindings/policy"
)

func fetch(p *policy.NewtonPolicy) ([32]byte, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason
	return p.GetPolicyCodeHash(nil)
}

func TestVersion(t *testing.T) {
	_ = fetch
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason
	if Version != 3 {
		t.Error("another version")
	}
}
