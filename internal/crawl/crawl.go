package crawl

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/probe"
)

// Options are those of a crawl.
type Options struct {
	Registry *compatregistry.Registry
	Network  *compatregistry.Network
	Features []string // only these; all that are not retired where there are none
	Block    string   // "latest" unless it says otherwise
	// Dial connects to the network. The client checks its chain id.
	Dial       func(context.Context, *compatregistry.Network) (*onchain.Client, error)
	State      string         // the file that keeps the progress; "" for none
	Last       *Report        // an earlier crawl to compare with; nil for none
	MaxTargets int            // an enumeration of more is an error; 1,000,000 if 0
	Progress   func(Progress) // is called by many goroutines at once
	Warn       func(string)
}

// Progress tells how far a crawl is.
type Progress struct {
	Found  int  // targets that are known
	Judged int  // targets that have been looked at
	Listed bool // whether Found is all of them
}

// defaultMaxTargets is more than any factory has made.
const defaultMaxTargets = 1_000_000

func (o Options) withDefaults() Options {
	if o.Block == "" {
		o.Block = "latest"
	}
	if o.MaxTargets == 0 {
		o.MaxTargets = defaultMaxTargets
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	if o.Warn == nil {
		o.Warn = func(string) {}
	}
	return o
}

// Run crawls one network. The error says that there is nothing to crawl, or that the state file cannot be used; what fails on the way is in
// the report, and what is known by then is in the state file.
func Run(ctx context.Context, o Options) (*Report, error) {
	o = o.withDefaults()
	plan, err := newPlan(o)
	if err != nil {
		return nil, err
	}
	journal, err := openJournal(o.State)
	if err != nil {
		return nil, err
	}
	w := &walk{Options: o, plan: plan, journal: journal}
	err = w.run(ctx)
	if err := errors.Join(err, journal.close()); err != nil {
		return nil, err
	}
	report := w.report()
	if o.Last != nil {
		report.Changes = w.changes(report, o.Last)
	}
	return report, nil
}

// A plan is what is asked of whom.
type plan struct {
	features []*compatregistry.Feature
	sets     []targetSet
}

// A targetSet is the deployments of one contract, with what each of them must have.
type targetSet struct {
	compatregistry.TargetSet
	needs []need
}

// A need is one selector of one feature.
type need struct {
	feature  int // in the plan
	selector compatregistry.RequiredSelector
}

func newPlan(o Options) (*plan, error) {
	if err := checkFeatures(o.Registry, o.Features); err != nil {
		return nil, err
	}
	required, _, err := probe.Requirements(o.Registry, probe.Selection{})
	if err != nil {
		return nil, err
	}
	p := &plan{}
	for _, f := range o.Registry.Features {
		if f.State != compatregistry.Retired && (len(o.Features) == 0 || slices.Contains(o.Features, f.Name)) {
			p.features = append(p.features, f)
		}
	}
	for _, set := range o.Network.Addresses {
		t := targetSet{TargetSet: set}
		for _, r := range required[set.Contract] {
			if i := slices.Index(p.features, r.Feature); i >= 0 {
				t.needs = append(t.needs, need{i, r.Selector})
			}
		}
		if len(t.needs) > 0 {
			p.sets = append(p.sets, t)
		}
	}
	if len(p.sets) == 0 {
		return nil, fmt.Errorf("there is nothing to crawl on %s: it has no addresses of contracts that a feature requires something of", o.Network.Name)
	}
	return p, nil
}

// checkFeatures complains about names that there is nothing to crawl for.
func checkFeatures(r *compatregistry.Registry, names []string) error {
	for _, name := range names {
		f := r.Feature(name)
		switch {
		case f == nil:
			var known []string
			for _, f := range r.Features {
				known = append(known, f.Name)
			}
			return fmt.Errorf("the registry has no feature %q: it has %s", name, strings.Join(known, ", "))
		case f.State == compatregistry.Retired:
			return fmt.Errorf("the feature %s is retired: every deployment has it, or does not matter any more", name)
		}
	}
	return nil
}
