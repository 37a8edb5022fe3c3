// Package compatprom reports on legacy contracts and strict flags as Prometheus metrics. Register the [Metrics] with a
// registry, and hand them to the gate as its Recorder and to the cache of the flags as its Observer.
//
// docs/telemetry.md describes the metrics; deploy has alert rules and a dashboard for them.
package compatprom

import (
	"context"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/telemetry"
)

// Options are the settings of the metrics. The zero value is usable, but alerts about windows need Windows.
type Options struct {
	// Windows are those of the service's features.
	Windows []telemetry.Window

	// Logger gets each detection with the address of the contract. If it is nil, slog.Default does.
	Logger *slog.Logger
}

// Metrics is a compat.Recorder, a compat.CacheObserver and a prometheus.Collector. It is safe for concurrent use.
type Metrics struct {
	logger     *slog.Logger
	detections *prometheus.CounterVec
	flags      *prometheus.GaugeVec
	failures   *prometheus.CounterVec
	introduced *prometheus.GaugeVec
	graceEnds  *prometheus.GaugeVec
}

var (
	_ compat.Recorder      = (*Metrics)(nil)
	_ compat.CacheObserver = (*Metrics)(nil)
	_ prometheus.Collector = (*Metrics)(nil)
)

// New returns metrics that show the windows. It does not register them.
func New(options Options) (*Metrics, error) {
	if err := telemetry.Check(options.Windows); err != nil {
		return nil, fmt.Errorf("compatprom: %w", err)
	}
	feature, chainFeature := []string{telemetry.LabelFeature}, []string{telemetry.LabelChain, telemetry.LabelFeature}
	m := &Metrics{
		logger: options.Logger,
		detections: counter(telemetry.Detections, "Calls that met a legacy contract and were served by the legacy path.",
			chainFeature),
		flags: gauge(telemetry.StrictFlag, "Whether the feature is strict, as last read from the chain.", chainFeature),
		failures: counter(telemetry.ReadFailures, "Reads of a strict flag that brought no answer.",
			[]string{telemetry.LabelChain, telemetry.LabelReason}),
		introduced: gauge(telemetry.Introduced, "When the feature shipped.", feature),
		graceEnds:  gauge(telemetry.GraceEnd, "When legacy contracts are refused from.", feature),
	}
	for _, window := range options.Windows {
		introduced, graceEnd, err := window.Times()
		if err != nil {
			return nil, fmt.Errorf("compatprom: %w", err)
		}
		setTime(m.introduced, window.Feature, introduced)
		setTime(m.graceEnds, window.Feature, graceEnd)
	}
	return m, nil
}

func counter(name, help string, labels []string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

func gauge(name, help string, labels []string) *prometheus.GaugeVec {
	return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, labels)
}

// setTime leaves the gauge out where there is no time.
func setTime(gauge *prometheus.GaugeVec, feature compat.Feature, at time.Time) {
	if !at.IsZero() {
		gauge.WithLabelValues(label(feature)).Set(float64(at.Unix()))
	}
}

// LegacyDetected implements [compat.Recorder].
func (m *Metrics) LegacyDetected(ctx context.Context, chainID uint64, feature compat.Feature, target common.Address) {
	m.detections.WithLabelValues(chain(chainID), label(feature)).Inc()
	logger := m.logger
	if logger == nil {
		logger = slog.Default()
	}
	telemetry.Log(ctx, logger, chainID, feature, target)
}

// StrictnessRead implements [compat.CacheObserver]. It also lets the counters of the chain and the feature begin at 0: a
// counter that is first seen at 1 has not increased, as far as Prometheus can tell.
func (m *Metrics) StrictnessRead(chainID uint64, feature compat.Feature, strict bool) {
	value := 0.0
	if strict {
		value = 1
	}
	m.flags.WithLabelValues(chain(chainID), label(feature)).Set(value)
	m.detections.WithLabelValues(chain(chainID), label(feature)).Add(0)
	m.beginFailures(chainID)
}

// StrictnessReadFailed implements [compat.CacheObserver].
func (m *Metrics) StrictnessReadFailed(chainID uint64, _ compat.Feature, reason compat.ReadFailure) {
	m.beginFailures(chainID)
	m.failures.WithLabelValues(chain(chainID), string(reason)).Inc()
}

func (m *Metrics) beginFailures(chainID uint64) {
	for _, reason := range compat.ReadFailures() {
		m.failures.WithLabelValues(chain(chainID), string(reason)).Add(0)
	}
}

// Describe implements [prometheus.Collector].
func (m *Metrics) Describe(descriptions chan<- *prometheus.Desc) {
	for _, collector := range m.collectors() {
		collector.Describe(descriptions)
	}
}

// Collect implements [prometheus.Collector].
func (m *Metrics) Collect(metrics chan<- prometheus.Metric) {
	for _, collector := range m.collectors() {
		collector.Collect(metrics)
	}
}

func (m *Metrics) collectors() []prometheus.Collector {
	return []prometheus.Collector{m.detections, m.flags, m.failures, m.introduced, m.graceEnds}
}

// label returns the name in valid UTF-8, without which the client library panics.
func label(feature compat.Feature) string { return strings.ToValidUTF8(string(feature), "\uFFFD") }

func chain(id uint64) string { return strconv.FormatUint(id, 10) }
