package errfmt_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/compatlint/compatlint/internal/errfmt"
)

// The oracle is fmt.Errorf itself.
func TestWraps(t *testing.T) {
	cause := errors.New("cause")
	for _, test := range []struct {
		format string
		args   []any // the first error among them is cause
		i      int
	}{
		{"read: %w", []any{cause}, 0},
		{"read: %v", []any{cause}, 0},
		{"read %s: %w", []any{"x", cause}, 1},
		{"read %s: %v", []any{"x", cause}, 1},
		{"100%% of %d: %w", []any{1, cause}, 1},
		{"%+v %w", []any{"x", cause}, 1},
		{"%*d: %w", []any{3, 1, cause}, 2},
		{"%-08.2f: %w", []any{1.0, cause}, 1},
		{"%w", []any{cause}, 0},
		{"no verb", []any{cause}, 0},
		{"%d%%w", []any{cause}, 0},
	} {
		want := errors.Is(fmt.Errorf(test.format, test.args...), cause)
		if got := errfmt.Wraps(test.format, test.i); got != want {
			t.Errorf("Wraps(%q, %d) = %t, want %t", test.format, test.i, got, want)
		}
	}
	if errfmt.Wraps("%[1]w", 0) {
		t.Error("explicit argument indexes are not followed")
	}
}
