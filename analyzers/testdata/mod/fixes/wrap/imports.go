package wrap

import (
	"net/http"

	"example.com/lint/bindings/policy"
)

// withImports needs four more imports.
func (s *service) withImports(request *http.Request, p *policy.NewtonPolicy) error {
	ctx := request.Context()
	if _, err := p.Quota(nil, s.owner); err != nil { // want `unguarded`
		return err
	}
	_ = ctx
	return nil
}
