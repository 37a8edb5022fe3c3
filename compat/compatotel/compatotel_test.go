package compatotel_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"
	"go.opentelemetry.io/otel/attribute"
	sdk "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatotel"
	"github.com/compatlint/compatlint/compat/telemetry"
)

var target = common.HexToAddress("0x1111111111111111111111111111111111111111")

// newMetrics returns metrics and what collects from them: name, unit and kind of the instrument, then each value by its
// attributes.
func newMetrics(t *testing.T, log *bytes.Buffer, windows ...telemetry.Window) (*compatotel.Metrics, func() map[string]map[string]int64) {
	t.Helper()
	reader := sdk.NewManualReader()
	provider := sdk.NewMeterProvider(sdk.WithReader(reader))
	metrics, err := compatotel.New(provider.Meter(compatotel.Scope),
		compatotel.Options{Windows: windows, Logger: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return metrics, func() map[string]map[string]int64 {
		t.Helper()
		var data metricdata.ResourceMetrics
		if err := reader.Collect(t.Context(), &data); err != nil {
			t.Fatal(err)
		}
		got := map[string]map[string]int64{}
		for _, scope := range data.ScopeMetrics {
			for _, m := range scope.Metrics {
				name, points := flatten(t, m)
				got[name] = points
			}
		}
		return got
	}
}

func flatten(t *testing.T, m metricdata.Metrics) (string, map[string]int64) {
	t.Helper()
	var kind string
	var points []metricdata.DataPoint[int64]
	switch data := m.Data.(type) {
	case metricdata.Sum[int64]:
		kind, points = "counter", data.DataPoints
		if !data.IsMonotonic {
			t.Errorf("%s may go down", m.Name)
		}
	case metricdata.Gauge[int64]:
		kind, points = "gauge", data.DataPoints
	default:
		t.Fatalf("%s: unexpected %T", m.Name, m.Data)
	}
	values := map[string]int64{}
	for _, point := range points {
		values[point.Attributes.Encoded(attribute.DefaultEncoder())] = point.Value
	}
	return strings.TrimSpace(kind + " " + m.Name + " " + m.Unit), values
}

func TestMetrics(t *testing.T) {
	var log bytes.Buffer
	metrics, collect := newMetrics(t, &log,
		telemetry.Window{Feature: "policy_code_hash", Introduced: "2026-04-15", GraceEnd: "2026-10-01"},
		telemetry.Window{Feature: "policy_metadata", Introduced: "1970-01-02"},
	)
	gate := &compat.Gate{ChainID: 1, Recorder: metrics}
	gate.RecordLegacy(t.Context(), "policy_code_hash", target)
	gate.RecordLegacy(t.Context(), "policy_code_hash", common.HexToAddress("0x2222222222222222222222222222222222222222"))
	metrics.StrictnessRead(1, "policy_code_hash", true)
	metrics.StrictnessRead(1, "policy_metadata", true)
	metrics.StrictnessRead(1, "policy_metadata", false)
	metrics.StrictnessReadFailed(1<<63, "policy_metadata", compat.FailureWrongChain)

	want := map[string]map[string]int64{
		"counter legacy_policy_detections {call}": {
			"chain_id=1,feature=policy_code_hash": 2, "chain_id=1,feature=policy_metadata": 0,
		},
		"gauge policy_strictness_flag": {"chain_id=1,feature=policy_code_hash": 1, "chain_id=1,feature=policy_metadata": 0},
		"counter strictness_cache_rpc_failures {read}": {
			"chain_id=1,reason=rpc": 0, "chain_id=1,reason=no_contract": 0, "chain_id=1,reason=wrong_contract": 0,
			"chain_id=1,reason=wrong_chain":                   0,
			"chain_id=9223372036854775808,reason=rpc":         0,
			"chain_id=9223372036854775808,reason=no_contract": 0, "chain_id=9223372036854775808,reason=wrong_contract": 0,
			"chain_id=9223372036854775808,reason=wrong_chain": 1,
		},
		"gauge legacy_policy_introduced_timestamp s": {"feature=policy_code_hash": 1776211200, "feature=policy_metadata": 86400},
		"gauge legacy_policy_grace_end_timestamp s":  {"feature=policy_code_hash": 1790812800},
	}
	if diff := cmp.Diff(want, collect()); diff != "" {
		t.Errorf("metrics (-want +got):\n%s", diff)
	}
	if got := strings.Count(log.String(), "target="+target.Hex()); got != 1 {
		t.Errorf("the log names the target %d times, want once:\n%s", got, log.String())
	}
}

func TestMetricsRefuseWindow(t *testing.T) {
	meter := sdk.NewMeterProvider().Meter(compatotel.Scope)
	_, err := compatotel.New(meter, compatotel.Options{Windows: []telemetry.Window{{Feature: "a", GraceEnd: "2026-02-30"}}})
	if err == nil || !strings.Contains(err.Error(), "2026-02-30") {
		t.Errorf("error %v, want one that names the date", err)
	}
}
