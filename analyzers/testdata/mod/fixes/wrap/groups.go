package wrap

import (
	"example.com/lint/bindings/policy"
)

// onlyOthers has no group for the standard library.
func (s *service) onlyOthers(ctx Context, p *policy.NewtonPolicy) error {
	_, err := p.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}
