package compat_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compat"
)

// captureLog sends the default logger to a buffer for the time of the test, which must not run in parallel.
func captureLog(t *testing.T) *bytes.Buffer {
	t.Helper()
	var log bytes.Buffer
	previous := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(previous) })
	return &log
}

func wantLog(t *testing.T, log *bytes.Buffer, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(log.String(), part) {
			t.Errorf("log %q lacks %q", log, part)
		}
	}
}

func TestGateIsStrict(t *testing.T) {
	tests := []struct {
		name   string
		gate   *compat.Gate
		want   bool
		logged bool
	}{
		{"nil gate", nil, false, false},
		{"zero gate", &compat.Gate{}, false, false},
		{"no flags, strict on error", &compat.Gate{StrictOnError: true}, false, false},
		{"off", &compat.Gate{ChainID: 7, Strictness: &flags{}}, false, false},
		{"on", &compat.Gate{ChainID: 7, Strictness: &flags{strict: true}}, true, false},
		{"unreadable", &compat.Gate{ChainID: 7, Strictness: &flags{err: errFlag}}, false, true},
		{"unreadable, whatever came along", &compat.Gate{ChainID: 7, Strictness: &flags{strict: true, err: errFlag}}, false, true},
		{"unreadable, strict on error", &compat.Gate{ChainID: 7, Strictness: &flags{err: errFlag}, StrictOnError: true}, true, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			log := captureLog(t)
			if got := test.gate.IsStrict(t.Context(), feature); got != test.want {
				t.Errorf("IsStrict = %t, want %t", got, test.want)
			}
			if !test.logged {
				if log.Len() > 0 {
					t.Errorf("logged %q, want nothing", log)
				}
				return
			}
			wantLog(t, log, "level=WARN", "chain_id=7", "feature=policy_code_hash", `err="flag unreadable"`)
		})
	}
}

func TestGateRecordLegacy(t *testing.T) {
	t.Run("recorder", func(t *testing.T) {
		log, record := captureLog(t), &recorder{}
		(&compat.Gate{ChainID: 7, Recorder: record}).RecordLegacy(t.Context(), feature, target)
		if want := "7 policy_code_hash " + target.Hex(); len(record.seen) != 1 || record.seen[0] != want {
			t.Errorf("recorded %q, want %q", record.seen, want)
		}
		if log.Len() > 0 {
			t.Errorf("logged %q beside the recorder", log)
		}
	})
	t.Run("zero gate", func(t *testing.T) {
		log := captureLog(t)
		(&compat.Gate{ChainID: 7}).RecordLegacy(t.Context(), feature, target)
		wantLog(t, log, "level=WARN", "chain_id=7", "feature=policy_code_hash", "target="+target.Hex())
	})
	t.Run("nil gate", func(t *testing.T) {
		log := captureLog(t)
		(*compat.Gate)(nil).RecordLegacy(t.Context(), feature, target)
		wantLog(t, log, "chain_id=0", "feature=policy_code_hash", "target="+target.Hex())
	})
}
