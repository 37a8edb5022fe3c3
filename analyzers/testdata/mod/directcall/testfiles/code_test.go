package testfiles

import (
	"testing"

	"example.com/lint/bindings/policy"
)

func TestHash(t *testing.T) {
	var p policy.NewtonPolicy
	p.GetPolicyCodeHash(nil)
	Call(nil, "getPolicyCodeHash")
}
