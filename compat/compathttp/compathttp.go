// Package compathttp marks HTTP responses that were served from legacy contracts, so that those who integrate with the
// service see it without access to its log:
//
//	X-Contract-Compat: legacy; feature=policy_code_hash; until=2026-10-01
//
// The gate's Recorder must come from telemetry.Record, and the calls must use the context of the request.
package compathttp

import (
	"fmt"
	"net/http"

	"github.com/compatlint/compatlint/compat/telemetry"
)

// Middleware returns a middleware that sets the header telemetry.Header, once for each feature that was served from legacy
// before the handler began the response. What is served later, while the response is already on its way, comes as a trailer
// of the same name, where the protocol can carry one. The windows give the date; a feature without a window is marked
// without it.
func Middleware(windows []telemetry.Window) (func(http.Handler) http.Handler, error) {
	marker, err := telemetry.NewMarker(windows)
	if err != nil {
		return nil, fmt.Errorf("compathttp: %w", err)
	}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ctx, collection := telemetry.Collect(r.Context())
			marked := &response{ResponseWriter: w, marker: marker, collection: collection}
			defer marked.end() // also when the handler panics: an outer middleware may answer for it
			next.ServeHTTP(marked.asCapableAs(w), r.WithContext(ctx))
		})
	}, nil
}
