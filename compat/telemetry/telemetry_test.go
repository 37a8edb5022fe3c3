package telemetry_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/telemetry"
)

var target = common.HexToAddress("0x1111111111111111111111111111111111111111")

func TestCheck(t *testing.T) {
	good := telemetry.Window{Feature: "policy_code_hash", Introduced: "2026-04-15", GraceEnd: "2026-10-01"}
	tests := []struct {
		name    string
		windows []telemetry.Window
		want    []string // parts of the error; none: no error
	}{
		{"none", nil, nil},
		{"one", []telemetry.Window{good}, nil},
		{"two", []telemetry.Window{good, {Feature: "policy_metadata"}}, nil},
		{"no end", []telemetry.Window{{Feature: "a", Introduced: "2026-04-15"}}, nil},
		{"no feature", []telemetry.Window{{GraceEnd: "2026-10-01"}}, []string{"without a feature"}},
		{"twice", []telemetry.Window{good, good}, []string{"two windows", "policy_code_hash"}},
		{"no such day", []telemetry.Window{{Feature: "a", GraceEnd: "2026-02-30"}}, []string{`"a"`, "GraceEnd", "2026-02-30"}},
		{"other form", []telemetry.Window{{Feature: "a", Introduced: "15.04.2026"}}, []string{`"a"`, "Introduced", "15.04.2026"}},
		{"ends on the first day", []telemetry.Window{{Feature: "a", Introduced: "2026-04-15", GraceEnd: "2026-04-15"}},
			[]string{`"a"`, "2026-04-15"}},
		{"both wrong", []telemetry.Window{{Feature: "a", GraceEnd: "x"}, {Feature: "b", GraceEnd: "y"}}, []string{`"a"`, `"b"`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := telemetry.Check(test.windows)
			if len(test.want) == 0 {
				if err != nil {
					t.Errorf("error %v, want none", err)
				}
				return
			}
			for _, part := range test.want {
				if err == nil || !strings.Contains(err.Error(), part) {
					t.Errorf("error %v does not name %q", err, part)
				}
			}
			if _, err := telemetry.NewMarker(test.windows); err == nil {
				t.Error("NewMarker accepts the windows")
			}
		})
	}
}

// A fake recorder notes its name for each detection.
type fake struct {
	name  string
	calls *[]string
}

func (f fake) LegacyDetected(_ context.Context, chainID uint64, feature compat.Feature, at common.Address) {
	*f.calls = append(*f.calls, fmt.Sprintf("%s %d %s %s", f.name, chainID, feature, at.Hex()))
}

func TestRecordTellsAll(t *testing.T) {
	var calls []string
	recorder := telemetry.Record(fake{"first", &calls}, fake{"second", &calls})
	recorder.LegacyDetected(t.Context(), 7, "policy_code_hash", target)
	want := []string{"first 7 policy_code_hash " + target.Hex(), "second 7 policy_code_hash " + target.Hex()}
	if !slices.Equal(calls, want) {
		t.Errorf("told %q, want %q", calls, want)
	}
}

func TestRecordWithoutNextLogs(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	telemetry.Record().LegacyDetected(t.Context(), 7, "policy_code_hash", target)
	for _, part := range []string{"level=WARN", "legacy contract served", "chain_id=7", "feature=policy_code_hash", target.Hex()} {
		if !strings.Contains(log.String(), part) {
			t.Errorf("log %q has no %q", log.String(), part)
		}
	}
	log.Reset()
	var calls []string
	telemetry.Record(fake{"next", &calls}).LegacyDetected(t.Context(), 7, "policy_code_hash", target)
	if log.Len() > 0 {
		t.Errorf("logged %q beside the recorder", log.String())
	}
}

func TestCollectNested(t *testing.T) {
	var calls []string
	recorder := telemetry.Record(fake{"next", &calls})
	outerCtx, outer := telemetry.Collect(t.Context())
	innerCtx, inner := telemetry.Collect(outerCtx)
	recorder.LegacyDetected(t.Context(), 7, "outside", target)
	recorder.LegacyDetected(outerCtx, 7, "outer", target)
	recorder.LegacyDetected(innerCtx, 7, "inner", target)
	recorder.LegacyDetected(innerCtx, 8, "inner", target)
	if got, want := outer.Features(), []compat.Feature{"inner", "outer"}; !slices.Equal(got, want) {
		t.Errorf("outer collection %v, want %v", got, want)
	}
	if got, want := inner.Features(), []compat.Feature{"inner"}; !slices.Equal(got, want) {
		t.Errorf("inner collection %v, want %v", got, want)
	}
	if len(calls) != 4 {
		t.Errorf("%d detections handed on, want all 4", len(calls))
	}
}

func TestCollectConcurrently(t *testing.T) {
	ctx, collection := telemetry.Collect(t.Context())
	recorder := telemetry.Record(discard{})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range 50 {
				recorder.LegacyDetected(ctx, 7, compat.Feature(fmt.Sprintf("f%d", (i+j)%10)), target)
				collection.Features()
			}
		})
	}
	group.Wait()
	if got := collection.Features(); len(got) != 10 {
		t.Errorf("collected %v, want 10 features", got)
	}
}

type discard struct{}

func (discard) LegacyDetected(context.Context, uint64, compat.Feature, common.Address) {}

func TestMarker(t *testing.T) {
	marker, err := telemetry.NewMarker([]telemetry.Window{
		{Feature: "policy_code_hash", GraceEnd: "2026-10-01"}, {Feature: "undated"},
	})
	if err != nil {
		t.Fatal(err)
	}
	const dated = "legacy; feature=policy_code_hash; until=2026-10-01"
	tests := []struct {
		name     string
		features []compat.Feature
		present  []string
		want     []string
	}{
		{"nothing detected", nil, nil, nil},
		{"dated", []compat.Feature{"policy_code_hash"}, nil, []string{dated}},
		{"undated", []compat.Feature{"undated"}, nil, []string{"legacy; feature=undated"}},
		{"unknown", []compat.Feature{"unknown"}, nil, []string{"legacy; feature=unknown"}},
		{"several", []compat.Feature{"policy_code_hash", "undated"}, nil, []string{dated, "legacy; feature=undated"}},
		{"one is there", []compat.Feature{"policy_code_hash", "undated"}, []string{dated}, []string{"legacy; feature=undated"}},
		{"cannot break out", []compat.Feature{"a; until=9999-12-31, legacy\r\nSet-Cookie: x=ü%"}, nil,
			[]string{"legacy; feature=a%3B%20until%3D9999-12-31%2C%20legacy%0D%0ASet-Cookie%3A%20x%3D%C3%BC%25"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := marker.Missing(test.features, test.present); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}
