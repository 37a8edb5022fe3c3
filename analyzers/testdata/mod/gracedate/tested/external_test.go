package tested_test

import (
	"testing"

	"example.com/lint/bindings/policy" // want `"policy_code_hash" ended` `"policy_metadata" ended` `"policy_quota" ended`
	"example.com/lint/gracedate/tested"
)

func TestVersion(t *testing.T) {
	if _ = (policy.NewtonPolicy{}); tested.Version != 3 {
		t.Error("another version")
	}
}
