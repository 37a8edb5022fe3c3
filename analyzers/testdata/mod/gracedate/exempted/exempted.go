// Package exempted is analysed on the first day after the window. Code that exists for one version stays as it is.
package exempted

import "example.com/lint/bindings/policy"

// ReaderV3 is built for policies that have the selector.
type ReaderV3 struct{ policy *policy.NewtonPolicy }

// Hash may stay.
func (r *ReaderV3) Hash() ([32]byte, error) { return r.policy.GetPolicyCodeHash(nil) }

// Reader is built for any policy.
type Reader struct{ policy *policy.NewtonPolicy }

// Hash has a use that was to be looked at by then.
func (r *Reader) Hash() ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(nil) // want `\(UTC\): remove the legacy branch and set state: strict, or extend the window in the registry \(NEWT-1001\) \[gracedate/expired\]$`
}
