// Package compatotel reports on legacy contracts and strict flags as OpenTelemetry metrics. Hand the [Metrics] to the gate as
// its Recorder and to the cache of the flags as its Observer.
//
// The names are those of docs/telemetry.md as an exporter to Prometheus completes them, so that its alert rules and dashboard
// fit either package.
package compatotel

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/telemetry"
)

// Scope is the usual name of the meter: otel.Meter(compatotel.Scope).
const Scope = "github.com/compatlint/compatlint/compat"

// Options are the settings of the metrics. The zero value is usable, but alerts about windows need Windows.
type Options struct {
	// Windows are those of the service's features.
	Windows []telemetry.Window

	// Logger gets each detection with the address of the contract. If it is nil, slog.Default does.
	Logger *slog.Logger
}

// Metrics is a compat.Recorder and a compat.CacheObserver. It is safe for concurrent use.
type Metrics struct {
	logger     *slog.Logger
	detections metric.Int64Counter
	flags      metric.Int64Gauge
	failures   metric.Int64Counter
}

var (
	_ compat.Recorder      = (*Metrics)(nil)
	_ compat.CacheObserver = (*Metrics)(nil)
)

// New creates the instruments with the meter.
func New(meter metric.Meter, options Options) (*Metrics, error) {
	if err := telemetry.Check(options.Windows); err != nil {
		return nil, fmt.Errorf("compatotel: %w", err)
	}
	m := &Metrics{logger: options.Logger}
	var err [4]error
	m.detections, err[0] = meter.Int64Counter(counterName(telemetry.Detections), metric.WithUnit("{call}"),
		metric.WithDescription("Calls that met a legacy contract and were served by the legacy path."))
	m.flags, err[1] = meter.Int64Gauge(telemetry.StrictFlag,
		metric.WithDescription("Whether the feature is strict, as last read from the chain."))
	m.failures, err[2] = meter.Int64Counter(counterName(telemetry.ReadFailures), metric.WithUnit("{read}"),
		metric.WithDescription("Reads of a strict flag that brought no answer."))
	err[3] = showWindows(meter, options.Windows)
	if err := errors.Join(err[:]...); err != nil {
		return nil, fmt.Errorf("compatotel: %w", err)
	}
	return m, nil
}

// Exporters to Prometheus append _total to counters, and the unit to what has one.
func counterName(name string) string { return strings.TrimSuffix(name, "_total") }

func timeName(name string) string { return strings.TrimSuffix(name, "_seconds") }

func showWindows(meter metric.Meter, windows []telemetry.Window) error {
	_, err := meter.Int64ObservableGauge(timeName(telemetry.Introduced), metric.WithUnit("s"),
		metric.WithDescription("When the feature shipped."),
		observe(windows, func(introduced, _ time.Time) time.Time { return introduced }))
	if err != nil {
		return err
	}
	_, err = meter.Int64ObservableGauge(timeName(telemetry.GraceEnd), metric.WithUnit("s"),
		metric.WithDescription("When legacy contracts are refused from."),
		observe(windows, func(_, graceEnd time.Time) time.Time { return graceEnd }))
	return err
}

// observe reports one date of each window, at every collection: gauges that are set once would be lost to a reader that
// drops what did not change.
func observe(windows []telemetry.Window, pick func(introduced, graceEnd time.Time) time.Time) metric.Int64ObservableGaugeOption {
	return metric.WithInt64Callback(func(_ context.Context, observer metric.Int64Observer) error {
		for _, window := range windows {
			introduced, graceEnd, err := window.Times()
			if err != nil {
				return err
			}
			if at := pick(introduced, graceEnd); !at.IsZero() {
				observer.Observe(at.Unix(), metric.WithAttributes(featureKey(window.Feature)))
			}
		}
		return nil
	})
}

// LegacyDetected implements [compat.Recorder].
func (m *Metrics) LegacyDetected(ctx context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	m.detections.Add(ctx, 1, metric.WithAttributes(chainKey(chainID), featureKey(feature)))
	logger := m.logger
	if logger == nil {
		logger = slog.Default()
	}
	telemetry.Log(ctx, logger, chainID, feature, target)
}

// StrictnessRead implements [compat.CacheObserver]. It also lets the counters of the chain and the feature begin at 0: a
// counter that is first seen at 1 has not increased, as far as Prometheus can tell.
func (m *Metrics) StrictnessRead(chainID uint64, feature compat.Feature, strict bool) {
	ctx := context.Background() // the read belongs to no request
	value := int64(0)
	if strict {
		value = 1
	}
	attributes := metric.WithAttributes(chainKey(chainID), featureKey(feature))
	m.flags.Record(ctx, value, attributes)
	m.detections.Add(ctx, 0, attributes)
	m.beginFailures(ctx, chainID)
}

// StrictnessReadFailed implements [compat.CacheObserver].
func (m *Metrics) StrictnessReadFailed(chainID uint64, _ compat.Feature, reason compat.ReadFailure) {
	ctx := context.Background() // the read belongs to no request
	m.beginFailures(ctx, chainID)
	m.failures.Add(ctx, 1, metric.WithAttributes(chainKey(chainID), reasonKey(reason)))
}

func (m *Metrics) beginFailures(ctx context.Context, chainID uint64) {
	for _, reason := range compat.ReadFailures() {
		m.failures.Add(ctx, 0, metric.WithAttributes(chainKey(chainID), reasonKey(reason)))
	}
}

// chainKey is a string, because a chain's number need not fit into 63 bits.
func chainKey(id uint64) attribute.KeyValue {
	return attribute.String(telemetry.LabelChain, strconv.FormatUint(id, 10))
}

func featureKey(feature compat.Feature) attribute.KeyValue {
	return attribute.String(telemetry.LabelFeature, string(feature))
}

func reasonKey(reason compat.ReadFailure) attribute.KeyValue {
	return attribute.String(telemetry.LabelReason, string(reason))
}
