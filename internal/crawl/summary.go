package crawl

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// report sums up the walk.
func (w *walk) report() *Report {
	r := &Report{
		Version: 1, Network: w.Network.Name, ChainID: w.Network.ChainID, Block: w.block.Number, At: w.block,
		Targets: len(w.targets), Problems: append([]string{}, w.problems...),
	}
	totals := make([]int, len(w.sets))
	for _, t := range w.targets {
		totals[t.set]++
	}
	for i, f := range w.features {
		feature := Feature{Name: f.Name, State: string(f.State), GraceEnd: f.GraceEnd.String(), Targets: []Target{}}
		for j, set := range w.sets {
			if slices.ContainsFunc(set.needs, func(n need) bool { return n.feature == i }) {
				feature.Total += totals[j]
			}
		}
		r.Features = append(r.Features, feature)
	}
	marks := slices.Concat(w.marks, w.unsettled())
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Target - b.Target }) // however often the crawl was interrupted
	for _, m := range marks {
		r.Features[m.Feature].add(m.Status, w.describe(m))
	}
	for i := range r.Features {
		slices.SortStableFunc(r.Features[i].Targets, func(a, b Target) int {
			return slices.Index(statuses, a.Status) - slices.Index(statuses, b.Status)
		})
	}
	return r
}

// statuses are in the order of reports.
var statuses = []Status{Legacy, Gone, Inconclusive}

func (f *Feature) add(status Status, target Target) {
	switch status {
	case Legacy:
		f.Legacy++
	case Gone:
		f.Gone++
	default:
		f.Inconclusive++
	}
	f.Targets = append(f.Targets, target)
}

// unsettled are marks for the targets that could not be looked at.
func (w *walk) unsettled() []mark {
	var marks []mark
	for _, i := range w.pending {
		why := w.failures[i]
		if why == "" {
			why = "not looked at"
		}
		var features []int
		for _, n := range w.sets[w.targets[i].set].needs {
			if !slices.Contains(features, n.feature) {
				features = append(features, n.feature)
				marks = append(marks, mark{Target: i, Feature: n.feature, Status: Inconclusive, Evidence: why})
			}
		}
	}
	return marks
}

// describe turns a mark into what the report says.
func (w *walk) describe(m mark) Target {
	t := w.targets[m.Target]
	set := w.sets[t.set]
	target := Target{Contract: set.Contract, Address: t.address, Status: m.Status, Implementation: m.Implementation, Evidence: m.Evidence}
	for _, i := range m.Missing {
		target.Missing = append(target.Missing, set.needs[i].selector.Signature)
	}
	return target
}

// key tells targets apart.
type key struct {
	contract string
	address  common.Address
}

// changes compares with an earlier report of the same network.
func (w *walk) changes(r, last *Report) *Changes {
	c := &Changes{Since: last.At, Features: []FeatureChanges{}}
	if last.At.Number == 0 {
		c.Since.Number = last.Block
	}
	current := map[key]bool{}
	for _, t := range w.targets {
		current[key{w.sets[t.set].Contract, t.address}] = true
	}
	for _, now := range r.Features {
		i := slices.IndexFunc(last.Features, func(f Feature) bool { return f.Name == now.Name })
		if i >= 0 {
			changes := compare(last.Features[i], now, current)
			if len(w.problems) > 0 { // targets may be left out that are still there
				changes.Vanished = []Target{}
			}
			c.Features = append(c.Features, changes)
		}
	}
	return c
}

// compare sorts the targets of a feature by what has become of them.
func compare(before, now Feature, current map[key]bool) FeatureChanges {
	c := FeatureChanges{Name: now.Name, Migrated: []Target{}, New: []Target{}, Vanished: []Target{}}
	was, is := byKey(before.Targets), byKey(now.Targets)
	for _, t := range before.Targets {
		k := key{t.Contract, t.Address}
		today, isListed := is[k]
		switch {
		case t.Status != Legacy:
		case !current[k], isListed && today.Status == Gone:
			c.Vanished = append(c.Vanished, t)
		case !isListed:
			c.Migrated = append(c.Migrated, t)
		}
	}
	for _, t := range now.Targets {
		if _, wasListed := was[key{t.Contract, t.Address}]; t.Status == Legacy && !wasListed {
			c.New = append(c.New, t)
		}
	}
	return c
}

func byKey(targets []Target) map[key]Target {
	m := make(map[key]Target, len(targets))
	for _, t := range targets {
		m[key{t.Contract, t.Address}] = t
	}
	return m
}
