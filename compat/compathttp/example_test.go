package compathttp_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compathttp"
	"github.com/compatlint/compatlint/compat/compatprom"
	"github.com/compatlint/compatlint/compat/compattest"
	"github.com/compatlint/compatlint/compat/telemetry"
)

// A service with metrics and marked responses.
func Example() {
	windows := []telemetry.Window{{Feature: "policy_code_hash", Introduced: "2026-04-15", GraceEnd: "2026-10-01"}}
	metrics, err := compatprom.New(compatprom.Options{Windows: windows, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		fmt.Println(err)
		return
	}
	mark, err := compathttp.Middleware(windows)
	if err != nil {
		fmt.Println(err)
		return
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(metrics)
	gate := &compat.Gate{
		ChainID:  11155111,
		Recorder: telemetry.Record(metrics),
		Clock:    compattest.On("2026-09-30").Now,
	}

	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	mux.Handle("/policy", mark(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hash, err := compat.BackwardCompat[common.Hash]{
			Feature:  "policy_code_hash",
			GraceEnd: "2026-10-01",
			Target:   common.HexToAddress("0x1111111111111111111111111111111111111111"),
			New:      func(context.Context) (common.Hash, error) { return common.Hash{}, compattest.Miss() }, // an old contract
			Legacy:   func(context.Context) (common.Hash, error) { return common.Hash{1}, nil },
		}.Resolve(r.Context(), gate)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, hash.Value.TerminalString())
	})))
	server := httptest.NewServer(mux)
	defer server.Close()

	for _, path := range []string{"/policy", "/metrics"} {
		response, err := http.Get(server.URL + path)
		if err != nil {
			fmt.Println(err)
			return
		}
		body, err := io.ReadAll(response.Body)
		if err != nil {
			fmt.Println(err)
			return
		}
		_ = response.Body.Close()
		fmt.Println(path, response.Header.Values(telemetry.Header))
		fmt.Print(string(body))
	}
	// Output:
	// /policy [legacy; feature=policy_code_hash; until=2026-10-01]
	// 010000..000000
	// /metrics []
	// # HELP legacy_policy_detections_total Calls that met a legacy contract and were served by the legacy path.
	// # TYPE legacy_policy_detections_total counter
	// legacy_policy_detections_total{chain_id="11155111",feature="policy_code_hash"} 1
	// # HELP legacy_policy_grace_end_timestamp_seconds When legacy contracts are refused from.
	// # TYPE legacy_policy_grace_end_timestamp_seconds gauge
	// legacy_policy_grace_end_timestamp_seconds{feature="policy_code_hash"} 1.7908128e+09
	// # HELP legacy_policy_introduced_timestamp_seconds When the feature shipped.
	// # TYPE legacy_policy_introduced_timestamp_seconds gauge
	// legacy_policy_introduced_timestamp_seconds{feature="policy_code_hash"} 1.7762112e+09
}
