package crawl

import (
	"io"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/expfmt"
)

// The gauges. Each has the labels network and chain_id, and the first also feature and status.
const (
	GaugeTargets  = "compat_crawl_targets"
	GaugeBlock    = "compat_crawl_block"
	GaugeTime     = "compat_crawl_block_timestamp_seconds"
	GaugeComplete = "compat_crawl_complete"

	LabelStatus = "status"
)

// writePrometheus writes gauges for the textfile collector of the node exporter. Addresses are in no label: there may be many.
func writePrometheus(w io.Writer, r *Report) error {
	registry := prometheus.NewRegistry()
	labels := prometheus.Labels{"network": r.Network, "chain_id": strconv.FormatUint(r.ChainID, 10)}
	gauge := func(name, help string, value float64) {
		g := prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: labels})
		g.Set(value)
		registry.MustRegister(g)
	}
	targets := prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: GaugeTargets, ConstLabels: labels,
		Help: "Deployments of the feature's contracts, by what they are: current, legacy, gone (no code) or inconclusive.",
	}, []string{"feature", LabelStatus})
	registry.MustRegister(targets)
	for _, f := range r.Features {
		for status, n := range map[Status]int{
			current: f.Total - f.Legacy - f.Gone - f.Inconclusive, Legacy: f.Legacy, Gone: f.Gone, Inconclusive: f.Inconclusive,
		} {
			targets.WithLabelValues(f.Name, string(status)).Set(float64(n))
		}
	}
	gauge(GaugeBlock, "The block that was crawled.", float64(r.Block))
	gauge(GaugeTime, "The time of that block.", float64(r.At.Time))
	isComplete := 0.0
	if r.Complete() {
		isComplete = 1
	}
	gauge(GaugeComplete, "1 if every deployment was determined, else 0: the counts are then too small.", isComplete)
	families, err := registry.Gather()
	if err != nil {
		return err
	}
	for _, family := range families {
		if _, err := expfmt.MetricFamilyToText(w, family); err != nil {
			return err
		}
	}
	return nil
}
