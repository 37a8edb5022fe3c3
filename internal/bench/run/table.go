package main

import (
	"fmt"
	"io"
	"slices"
)

// writeTable writes the rows of each suite as a Markdown table.
func writeTable(w io.Writer, results []*result) {
	suite := ""
	for _, r := range results {
		if r.Suite != suite {
			suite = r.Suite
			fmt.Fprintf(w, "\n**%s**\n\n| | with | processor time | ratio | wall | ratio | peak memory | rounds | target |\n"+
				"|---|---|---|---|---|---|---|---|---|\n", suite)
		}
		fmt.Fprintln(w, r.row())
	}
}

// row has the medians as "subject / base", their ratio, and the lowest and the highest ratio of a pair.
func (r *result) row() string {
	base, subject := medians(r.Bases), medians(r.Subjects)
	low, high := r.spread()
	memory := "–"
	if base.Memory > 0 && subject.Memory > 0 {
		memory = fmt.Sprintf("%.0f / %.0f MB", subject.Memory, base.Memory)
	}
	target := r.Goal
	switch {
	case target == "":
		target = "–"
	case r.Met:
		target += ": met"
	default:
		target += ": **missed**"
	}
	return fmt.Sprintf("| %s | %s | %s / %s | **%s** (%s–%s) | %s / %s | %s | %s | %d | %s |", r.label(), r.Base,
		seconds(subject.CPU), seconds(base.CPU), ratio(subject.CPU/base.CPU), ratio(low), ratio(high),
		seconds(subject.Wall), seconds(base.Wall), ratio(subject.Wall/base.Wall), memory, len(r.Bases), target)
}

func (r *result) label() string {
	if r.Name == "" {
		return r.Subject
	}
	return r.Subject + ", " + r.Name
}

func (r *result) spread() (low, high float64) {
	ratios := make([]float64, len(r.Bases))
	for i := range ratios {
		ratios[i] = r.Subjects[i].CPU / r.Bases[i].CPU
	}
	return slices.Min(ratios), slices.Max(ratios)
}

// seconds has three digits.
func seconds(s float64) string {
	switch {
	case s < 0.1:
		return fmt.Sprintf("%.1f ms", 1000*s)
	case s < 1:
		return fmt.Sprintf("%.0f ms", 1000*s)
	case s < 10:
		return fmt.Sprintf("%.2f s", s)
	}
	return fmt.Sprintf("%.1f s", s)
}

func ratio(r float64) string {
	if r < 0.1 {
		return fmt.Sprintf("%.3f", r)
	}
	return fmt.Sprintf("%.2f", r)
}
