package chainio

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

func TestSnapshotReadsThroughTheDecorator(t *testing.T) {
	mock := &MockPolicyReader{Cid: "bafy", CodeHash: common.Hash{7}}
	got, err := snapshot(t.Context(), &tracedPolicy{next: mock, log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Snapshot{Cid: "bafy", CodeHash: common.Hash{7}}); got != want {
		t.Errorf("snapshot is %+v, want %+v", got, want)
	}
	if want := []string{"getPolicyCid", "getPolicyCodeHash"}; !slices.Equal(mock.Recorder.Names, want) {
		t.Errorf("called %q, want %q", mock.Recorder.Names, want)
	}
}

func TestSnapshotReturnsTheError(t *testing.T) {
	broken := errors.New("node is down")
	if _, err := snapshot(t.Context(), &MockPolicyReader{Err: broken}); !errors.Is(err, broken) {
		t.Errorf("error is %v, want one that wraps %v", err, broken)
	}
}

func TestIsSelectorMiss(t *testing.T) {
	for _, tc := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("execution reverted"), false},
		{bind.ErrNoCode, false},
		{context.DeadlineExceeded, false},
		{fmt.Errorf("cached: %w", ErrLegacyPolicy), true},
	} {
		if got := IsSelectorMiss(tc.err); got != tc.want {
			t.Errorf("IsSelectorMiss(%v) = %t, want %t", tc.err, got, tc.want)
		}
	}
}

func TestAtLeast(t *testing.T) {
	for _, tc := range []struct {
		version string
		want    bool
		wantErr bool
	}{
		{"0.2.9", false, false},
		{"0.3.0", true, false},
		{"0.10.0", true, false},
		{"1.0.0", true, false},
		{"0.3", true, false},
		{"three", false, true},
		{"0.x.1", false, true},
		{"", false, true},
	} {
		got, err := atLeast(tc.version, 0, 3)
		if got != tc.want || (err != nil) != tc.wantErr {
			t.Errorf("atLeast(%q) = %t, %v; want %t, error %t", tc.version, got, err, tc.want, tc.wantErr)
		}
	}
}

func TestWithRetry(t *testing.T) {
	flaky := errors.New("flaky")
	calls := 0
	read := func(*bind.CallOpts) (int, error) {
		calls++
		if calls < 3 {
			return 0, flaky
		}
		return 42, nil
	}
	if got, err := withRetry(t.Context(), 3, time.Nanosecond, read); got != 42 || err != nil {
		t.Errorf("got %d, %v; want 42 at the third attempt", got, err)
	}
	calls = 0
	if _, err := withRetry(t.Context(), 2, time.Nanosecond, read); !errors.Is(err, flaky) {
		t.Errorf("error after two attempts is %v, want %v", err, flaky)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	calls = 0
	if _, err := withRetry(done, 3, time.Hour, read); !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("with a cancelled context: %d reads, error %v; want one read and its error with context.Canceled", calls, err)
	}
}
