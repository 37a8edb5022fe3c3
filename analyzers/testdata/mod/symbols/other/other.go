// Package other declares functions that carry directives, for the tests of internal/symbols.
package other

// Requires carries one in its doc comment.
//
//compat:requires policy_code_hash
func Requires() error { return nil }

// Guard classifies.
//
//compat:guard selector-miss
func Guard(error) bool { return false }

// Supports answers for one feature.
//
//compat:guard supports policy_code_hash
func Supports() bool { return false }

// Plain carries none.
func Plain() error { return nil }

// Malformed carries one without effect.
//
//compat:requires
func Malformed() error { return nil }

// A Type has methods.
type Type[T any] struct{}

// Method carries one, and its type is generic.
//
//compat:requires policy_metadata
func (*Type[T]) Method() error { return nil }

// An Interface carries one on each line.
type Interface interface {
	//compat:requires policy_code_hash
	Above() error
	Beside() error //compat:passthrough
	Neither() error
}
