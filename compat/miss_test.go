package compat_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/compat"
)

// nodeError is the error reply of a node.
type nodeError struct {
	code    int
	message string
	data    any
}

func (e *nodeError) Error() string  { return e.message }
func (e *nodeError) ErrorCode() int { return e.code }
func (e *nodeError) ErrorData() any { return e.data }

// bareNodeError is the error reply of a client that drops the data.
type bareNodeError int

func (e bareNodeError) Error() string  { return "execution reverted" }
func (e bareNodeError) ErrorCode() int { return int(e) }

// opaque wraps an error and hides it.
type opaque struct{}

func (opaque) Error() string { return "call failed" }
func (opaque) Unwrap() error { return nil }

var (
	errMiss     error = &nodeError{code: 3, message: "execution reverted", data: "0x"}
	errReverted error = &nodeError{code: 3, message: "execution reverted", data: "0xc055c9e4"}
	errLimited  error = &nodeError{code: -32005, message: "rate limited"}
	errOwn            = errors.New("read policy")
)

func TestIsSelectorMissWrapping(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want bool
	}{
		{"bare", errMiss, true},
		{"wrapped", fmt.Errorf("read policy: %w", errMiss), true},
		{"wrapped twice", fmt.Errorf("task 7: %w", fmt.Errorf("read policy: %w", errMiss)), true},
		{"wrapped with a sentinel", fmt.Errorf("%w: %w", errOwn, errMiss), true},
		{"joined", errors.Join(errOwn, errMiss), true},
		{"joined in a join", errors.Join(errOwn, errors.Join(errMiss, errOwn)), true},
		{"two misses", errors.Join(errMiss, errMiss), true},
		{"client that drops the data", bareNodeError(3), true},

		{"nil", nil, false},
		{"chain cut by %v", fmt.Errorf("read policy: %v", errMiss), false}, //nolint:errorlint // the cut is what is tested
		{"words alone", errors.New("execution reverted"), false},
		{"wrapper that hides", opaque{}, false},
		{"own error", errOwn, false},
		{"joined own errors", errors.Join(errOwn, errOwn), false},
		{"real revert", errReverted, false},
		{"context", context.Canceled, false},
		{"deadline", fmt.Errorf("read policy: %w", context.DeadlineExceeded), false},
		{"HTTP", rpc.HTTPError{StatusCode: http.StatusTooManyRequests, Status: "429 Too Many Requests"}, false},
		{"end of file", io.ErrUnexpectedEOF, false},
		{"no code", fmt.Errorf("read policy: %w", bind.ErrNoCode), false},

		{"joined with a real revert", errors.Join(errMiss, errReverted), false},
		{"joined after a real revert", errors.Join(errReverted, errMiss), false},
		{"joined with a rate limit", errors.Join(errMiss, fmt.Errorf("retry: %w", errLimited)), false},
		{"joined with a context", errors.Join(errMiss, context.Canceled), false},
		{"joined with no code", errors.Join(errMiss, bind.ErrNoCode), false},
		{"joined with a closed client", errors.Join(errMiss, rpc.ErrClientQuit), false},
		{"joined with a network error", errors.Join(errMiss, &net.OpError{Op: "dial", Err: io.EOF}), false},
		{"joined with HTTP", errors.Join(errMiss, rpc.HTTPError{StatusCode: http.StatusBadGateway}), false},
		{"joined with an HTML answer", errors.Join(errMiss, json.Unmarshal([]byte("<html>"), new(any))), false},
		{"joined with an answer of another shape", errors.Join(errMiss, json.Unmarshal([]byte("{}"), new(string))), false},
		{"joined with an end of file", errors.Join(errMiss, io.ErrUnexpectedEOF), false},
		{"joined with a missing answer of a batch", errors.Join(errMiss, rpc.ErrMissingBatchResponse), false},
		{"joined with an answer without a result", errors.Join(errMiss, rpc.ErrNoResult), false},
		{"refused as strict", &compat.LegacyNotSupportedError{Err: errMiss}, false},
		{"refused as expired", fmt.Errorf("task 7: %w", &compat.GraceExpiredError{Err: errMiss}), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := compat.IsSelectorMiss(test.err); got != test.want {
				t.Errorf("IsSelectorMiss(%v) = %t, want %t", test.err, got, test.want)
			}
		})
	}
}
