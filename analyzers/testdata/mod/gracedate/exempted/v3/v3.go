// Package v3 is exempt as a whole. Its uses may stay, but a host that sees no other package has to say somewhere that the window has ended.
package v3

import "example.com/lint/bindings/policy" // want `^the grace window of feature "policy_code_hash" ended .*\[gracedate/expired\]$`

// Hash needs no guard.
func Hash(p *policy.NewtonPolicy) ([32]byte, error) { return p.GetPolicyCodeHash(nil) }
