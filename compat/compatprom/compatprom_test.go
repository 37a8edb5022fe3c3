package compatprom_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatprom"
	"github.com/compatlint/compatlint/compat/compattest"
	"github.com/compatlint/compatlint/compat/telemetry"
)

var target = common.HexToAddress("0x1111111111111111111111111111111111111111")

func newMetrics(t *testing.T, log *bytes.Buffer, windows ...telemetry.Window) *compatprom.Metrics {
	t.Helper()
	metrics, err := compatprom.New(compatprom.Options{Windows: windows, Logger: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return metrics
}

// check compares all that a scrape shows.
func check(t *testing.T, metrics *compatprom.Metrics, want string) {
	t.Helper()
	registry := prometheus.NewPedanticRegistry()
	if err := registry.Register(metrics); err != nil {
		t.Fatal(err)
	}
	if err := testutil.GatherAndCompare(registry, strings.NewReader(want)); err != nil {
		t.Error(err)
	}
	problems, err := testutil.GatherAndLint(registry)
	if err != nil || len(problems) > 0 {
		t.Errorf("names of metrics: %v, %v", problems, err)
	}
}

func TestMetricsDetections(t *testing.T) {
	var log bytes.Buffer
	metrics := newMetrics(t, &log)
	gate := &compat.Gate{ChainID: 11155111, Recorder: metrics}
	gate.RecordLegacy(t.Context(), "policy_code_hash", target)
	gate.RecordLegacy(t.Context(), "policy_code_hash", common.HexToAddress("0x2222222222222222222222222222222222222222"))
	gate.RecordLegacy(t.Context(), "policy_metadata", target)
	check(t, metrics, `
# HELP legacy_policy_detections_total Calls that met a legacy contract and were served by the legacy path.
# TYPE legacy_policy_detections_total counter
legacy_policy_detections_total{chain_id="11155111",feature="policy_code_hash"} 2
legacy_policy_detections_total{chain_id="11155111",feature="policy_metadata"} 1
`)
	if got := strings.Count(log.String(), "target="+target.Hex()); got != 2 {
		t.Errorf("the log names the target %d times, want 2:\n%s", got, log.String())
	}
}

func TestMetricsOfCache(t *testing.T) {
	metrics := newMetrics(t, &bytes.Buffer{})
	metrics.StrictnessRead(1, "policy_code_hash", true)
	metrics.StrictnessRead(1, "policy_metadata", true)
	metrics.StrictnessRead(1, "policy_metadata", false)
	metrics.StrictnessReadFailed(1, "policy_metadata", compat.FailureRPC)
	metrics.StrictnessReadFailed(1, "policy_code_hash", compat.FailureRPC)
	metrics.StrictnessReadFailed(7, "policy_metadata", compat.FailureNoContract)
	check(t, metrics, `
# HELP legacy_policy_detections_total Calls that met a legacy contract and were served by the legacy path.
# TYPE legacy_policy_detections_total counter
legacy_policy_detections_total{chain_id="1",feature="policy_code_hash"} 0
legacy_policy_detections_total{chain_id="1",feature="policy_metadata"} 0
# HELP policy_strictness_flag Whether the feature is strict, as last read from the chain.
# TYPE policy_strictness_flag gauge
policy_strictness_flag{chain_id="1",feature="policy_code_hash"} 1
policy_strictness_flag{chain_id="1",feature="policy_metadata"} 0
# HELP strictness_cache_rpc_failures_total Reads of a strict flag that brought no answer.
# TYPE strictness_cache_rpc_failures_total counter
strictness_cache_rpc_failures_total{chain_id="1",reason="no_contract"} 0
strictness_cache_rpc_failures_total{chain_id="1",reason="rpc"} 2
strictness_cache_rpc_failures_total{chain_id="1",reason="wrong_chain"} 0
strictness_cache_rpc_failures_total{chain_id="1",reason="wrong_contract"} 0
strictness_cache_rpc_failures_total{chain_id="7",reason="no_contract"} 1
strictness_cache_rpc_failures_total{chain_id="7",reason="rpc"} 0
strictness_cache_rpc_failures_total{chain_id="7",reason="wrong_chain"} 0
strictness_cache_rpc_failures_total{chain_id="7",reason="wrong_contract"} 0
`)
}

// The cache as it is tells the metrics what they show.
func TestMetricsObserveCache(t *testing.T) {
	const feature compat.Feature = "policy_code_hash"
	metrics, registry := newMetrics(t, &bytes.Buffer{}), compattest.NewRegistry(1)
	cache, err := compat.NewStrictnessCache([]compat.StrictnessRegistry{registry.Entry(1)}, compat.StrictnessOptions{
		Interval: time.Nanosecond, // every value is due at once
		Observer: metrics,
		Logger:   slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	read := func(want bool) {
		t.Helper()
		if strict, err := cache.IsStrict(t.Context(), 1, feature); err != nil || strict != want {
			t.Fatalf("IsStrict = %t, %v; want %t", strict, err, want)
		}
	}
	shows := func(flag, failures int) {
		t.Helper()
		want := fmt.Sprintf(`
# HELP policy_strictness_flag Whether the feature is strict, as last read from the chain.
# TYPE policy_strictness_flag gauge
policy_strictness_flag{chain_id="1",feature="policy_code_hash"} %d
# HELP strictness_cache_rpc_failures_total Reads of a strict flag that brought no answer.
# TYPE strictness_cache_rpc_failures_total counter
strictness_cache_rpc_failures_total{chain_id="1",reason="no_contract"} %d
strictness_cache_rpc_failures_total{chain_id="1",reason="rpc"} 0
strictness_cache_rpc_failures_total{chain_id="1",reason="wrong_chain"} 0
strictness_cache_rpc_failures_total{chain_id="1",reason="wrong_contract"} 0
`, flag, failures)
		err := testutil.CollectAndCompare(metrics, strings.NewReader(want), telemetry.StrictFlag, telemetry.ReadFailures)
		if err != nil {
			t.Error(err)
		}
	}
	read(false)
	shows(0, 0)
	registry.Set(feature, true)
	read(true)
	shows(1, 0)
	registry.Remove()
	read(true)
	shows(1, 1)
}

func TestMetricsOfWindows(t *testing.T) {
	metrics := newMetrics(t, &bytes.Buffer{},
		telemetry.Window{Feature: "policy_code_hash", Introduced: "2026-04-15", GraceEnd: "2026-10-01"},
		telemetry.Window{Feature: "policy_metadata", Introduced: "1970-01-02"},
		telemetry.Window{Feature: "undated"},
	)
	check(t, metrics, `
# HELP legacy_policy_grace_end_timestamp_seconds When legacy contracts are refused from.
# TYPE legacy_policy_grace_end_timestamp_seconds gauge
legacy_policy_grace_end_timestamp_seconds{feature="policy_code_hash"} 1.7908128e+09
# HELP legacy_policy_introduced_timestamp_seconds When the feature shipped.
# TYPE legacy_policy_introduced_timestamp_seconds gauge
legacy_policy_introduced_timestamp_seconds{feature="policy_code_hash"} 1.7762112e+09
legacy_policy_introduced_timestamp_seconds{feature="policy_metadata"} 86400
`)
}

func TestMetricsRefuseWindow(t *testing.T) {
	_, err := compatprom.New(compatprom.Options{Windows: []telemetry.Window{{Feature: "a", GraceEnd: "2026-02-30"}}})
	if err == nil || !strings.Contains(err.Error(), "2026-02-30") {
		t.Errorf("error %v, want one that names the date", err)
	}
}

// The client library panics on labels that are not UTF-8.
func TestMetricsInvalidName(t *testing.T) {
	metrics := newMetrics(t, &bytes.Buffer{})
	metrics.LegacyDetected(t.Context(), 1, "a\xff", target)
	check(t, metrics, `
# HELP legacy_policy_detections_total Calls that met a legacy contract and were served by the legacy path.
# TYPE legacy_policy_detections_total counter
legacy_policy_detections_total{chain_id="1",feature="a`+"\uFFFD"+`"} 1
`)
}

func TestMetricsConcurrently(t *testing.T) {
	const workers, calls = 8, 50
	var log bytes.Buffer // written under the lock of its handler
	metrics := newMetrics(t, &log)
	var group sync.WaitGroup
	for i := range workers {
		group.Go(func() {
			for range calls {
				metrics.LegacyDetected(t.Context(), 1, "policy_code_hash", target)
				metrics.StrictnessRead(1, "policy_code_hash", i%2 == 0)
				metrics.StrictnessReadFailed(1, "policy_code_hash", compat.FailureRPC)
			}
		})
	}
	group.Wait()
	registry := prometheus.NewPedanticRegistry()
	registry.MustRegister(metrics)
	want := fmt.Sprintf(`
# HELP legacy_policy_detections_total Calls that met a legacy contract and were served by the legacy path.
# TYPE legacy_policy_detections_total counter
legacy_policy_detections_total{chain_id="1",feature="policy_code_hash"} %d
`, workers*calls)
	if err := testutil.GatherAndCompare(registry, strings.NewReader(want), telemetry.Detections); err != nil {
		t.Error(err)
	}
}
