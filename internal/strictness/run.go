package strictness

import (
	"context"
	"errors"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
)

// Options are those of a run.
type Options struct {
	Networks []*compatregistry.Network
	Features []*compatregistry.Feature
	Block    string // a number, "latest", "safe" or "finalized"
	// Dial connects to a network. The clients check its chain id.
	Dial func(context.Context, *compatregistry.Network) (*onchain.Client, error)
	Warn func(string)
}

// Run reads the flags of all features on all networks that have a strictness registry. The error says that there is nothing to read; what
// fails on the way is in the report.
func Run(ctx context.Context, o Options) (*Report, error) {
	networks := make([]Network, len(o.Networks))
	results := make([][]Result, len(o.Networks))
	problems := make([]error, len(o.Networks))
	warnings := make([][]string, len(o.Networks))
	var all sync.WaitGroup
	registries := 0
	for i, n := range o.Networks {
		networks[i] = Network{Name: n.Name, ChainID: n.ChainID}
		if n.StrictnessRegistry == (common.Address{}) {
			continue
		}
		registries++
		networks[i].Registry = &n.StrictnessRegistry
		all.Go(func() { results[i], warnings[i], problems[i] = o.network(ctx, n, &networks[i]) })
	}
	all.Wait()
	switch {
	case registries == 0:
		return nil, errors.New("there is nothing to read: none of the networks has a strictness_registry in compat.yaml")
	case len(o.Features) == 0:
		return nil, errors.New("there is nothing to read: compat.yaml has no features")
	}
	report := &Report{Version: 1, Networks: networks, Flags: []Result{}, Problems: []Problem{}}
	for i, n := range o.Networks {
		for _, warning := range warnings[i] {
			o.Warn(n.Name + ": " + warning)
		}
		report.Flags = append(report.Flags, results[i]...)
		if problems[i] != nil {
			report.Problems = append(report.Problems, Problem{n.Name, problems[i].Error()})
		}
	}
	report.summarize()
	return report, nil
}

// network reads the flags of one network.
func (o Options) network(ctx context.Context, n *compatregistry.Network, found *Network) (results []Result, warnings []string, err error) {
	results = make([]Result, len(o.Features))
	names := make([]string, len(o.Features))
	for i, f := range o.Features {
		names[i] = f.Name
		results[i] = Result{
			Network: n.Name, Feature: f.Name, Key: Key(f.Name), State: string(f.State), GraceEnd: f.GraceEnd.String(),
			Flag: FlagUnknown, Verdict: Unknown, Why: []string{}, Notes: []string{},
		}
	}
	client, err := o.Dial(ctx, n)
	if err != nil {
		return results, nil, err
	}
	warnings = client.Warnings()
	snapshot, err := client.Pin(ctx, o.Block)
	if err != nil {
		return results, warnings, err
	}
	defer snapshot.Close()
	reading, err := Read(ctx, snapshot, n.StrictnessRegistry, names)
	if err == nil {
		err = snapshot.Verify(ctx)
	}
	if err != nil {
		return results, warnings, err
	}
	found.Block, found.Owner = &snapshot.Block, reading.Owner
	for i, f := range o.Features {
		results[i].fill(f, reading.Flags[i], snapshot.Block.Time)
	}
	return results, warnings, nil
}

// fill puts what was read into a result.
func (r *Result) fill(f *compatregistry.Feature, flag Flag, now uint64) {
	r.Flag, r.Verdict, r.Admin = FlagPermissive, Agrees, flag.Admin
	if flag.Strict {
		r.Flag = FlagStrict
	}
	if flag.PromisedEnd != 0 {
		r.PromisedEnd = Moment(flag.PromisedEnd)
	}
	why, notes := judge(f, flag, now)
	r.Why, r.Notes = append(r.Why, why...), append(r.Notes, notes...)
	if len(why) > 0 {
		r.Verdict = Contradicts
	}
}
