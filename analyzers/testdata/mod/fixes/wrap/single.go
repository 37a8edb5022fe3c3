package wrap

import "net/http"

func (s *service) withoutParentheses(request *http.Request) error {
	ctx := request.Context()
	_ = ctx
	_, err := s.policy.GetMetadataCid(nil) // want `unguarded`
	return err
}
