package wrap

import (
	"context"
	"errors" // for errGroup
)

var errGroup = errors.New("group")

// onlyStandard has a group for the standard library only.
func (s *service) onlyStandard(ctx context.Context) error {
	_, err := s.policy.Quota(nil, s.owner) // want `unguarded`
	if err != nil {
		return err
	}
	return errGroup
}
