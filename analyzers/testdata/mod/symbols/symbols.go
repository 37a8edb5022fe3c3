// Package symbols mentions what package other declares, and declares the like itself, for the tests of internal/symbols.
package symbols

import "example.com/lint/symbols/other"

// Own carries a directive in the package under analysis.
//
//compat:requires policy_code_hash
func Own() error { return nil }

// Local is an interface of this package.
type Local interface {
	//compat:requires policy_metadata
	Method() error
}

// Use mentions everything.
func Use(t *other.Type[int], i other.Interface, l Local) []any {
	return []any{
		other.Requires, other.Guard, other.Supports, other.Plain, other.Malformed, t.Method, i.Above, i.Beside, i.Neither, Own, l.Method,
	}
}
