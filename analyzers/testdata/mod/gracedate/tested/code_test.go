package tested

import (
	"testing"

	"example.com/lint/bindings/policy" // want `"policy_metadata" ended` `"policy_quota" ended`
	"example.com/lint/helpers"
)

//compat:requires policy_code_hash -- // want `^//compat:requires: .*\[gracedate/expired\]$`
func fetch(p *policy.NewtonPolicy) ([32]byte, error) {
	return p.GetPolicyCodeHash(nil) // want `\[gracedate/expired\]$`
}

func TestVersion(t *testing.T) {
	_ = fetch
	if new(helpers.Version).HasCodeHash() || Version != 3 { // want `HasCodeHash: .*\[gracedate/expired\]$`
		t.Error("another version")
	}
}
