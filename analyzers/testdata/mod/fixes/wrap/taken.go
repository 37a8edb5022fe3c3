package wrap

import (
	standard "context"
	// errors has a comment.
	fail "errors"
)

// renamed has its own names for what it imports.
func (s *service) renamed(ctx standard.Context) error {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	if err != nil {
		return err
	}
	return fail.New("renamed")
}

// hidden has an import's name for something else.
func (s *service) hidden(ctx standard.Context, fail bool) error {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}
