package untested

import (
	"context"
	"testing"

	"github.com/compatlint/compatlint/compat"
)

//compat:maybe
func TestStrict(t *testing.T) {
	for _, feature := range []compat.Feature{"policy_code_hash", "policy_codehash"} {
		if strict(context.Background(), &compat.Gate{}, feature) {
			t.Error(feature)
		}
	}
	_ = compat.BackwardCompat[bool]{Ticket: "NEWT-1001"}
	strict(context.Background(), &compat.Gate{}, "policy_codehash")
}
