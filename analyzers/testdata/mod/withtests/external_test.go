package withtests_test

import (
	"testing"

	"example.com/lint/bindings/policy"
)

func TestHash(t *testing.T) {
	var p policy.NewtonPolicy
	p.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}
