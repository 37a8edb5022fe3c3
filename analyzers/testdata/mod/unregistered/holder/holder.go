// Package holder hands out a binding.
package holder

import "example.com/lint/bindings/policy"

// Policy returns the binding.
func Policy() *policy.NewtonPolicy { return nil }
