package untested_test

import (
	"testing"

	"example.com/lint/bindings/policy"
	"example.com/lint/gracedate/untested"
)

func TestVersion(t *testing.T) {
	if _ = (policy.NewtonPolicy{}); untested.Version != 3 {
		t.Error("another version")
	}
}
