package main

import (
	"errors"
	"fmt"
	"testing"

	"github.com/compatlint/compatlint/compat"
)

func TestIsRefused(t *testing.T) {
	for _, tc := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("connection refused"), false},
		{fmt.Errorf("answer: %w", &compat.LegacyNotSupportedError{}), true},
		{fmt.Errorf("answer: %w", &compat.GraceExpiredError{}), true},
	} {
		if got := isRefused(tc.err); got != tc.want {
			t.Errorf("isRefused(%v) is %t, want %t", tc.err, got, tc.want)
		}
	}
}
