package probe

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// Options are those of a run.
type Options struct {
	Registry  *compatregistry.Registry
	Networks  []*compatregistry.Network
	Selection Selection
	Block     string // "latest" unless it says otherwise
	// Dial connects to a network. The clients check its chain id.
	Dial     func(context.Context, *compatregistry.Network) (*onchain.Client, error)
	Progress func(done, total int)
	Warn     func(string)
}

// workers is how many targets are looked at at the same time. Their requests travel together.
const workers = 64

// Run looks at every target of the networks. The error says that there is nothing to look at; what fails on the way is in the report.
func Run(ctx context.Context, o Options) (*Report, error) {
	required, spared, err := Requirements(o.Registry, o.Selection)
	if err != nil {
		return nil, err
	}
	for _, need := range spared {
		o.Warn(fmt.Sprintf("%s (%s) is not looked for: every use is guarded, and legacy is served until %s",
			need.Selector.Signature, need.Feature.Name, need.Feature.GraceEnd))
	}
	report := &Report{Version: 1, Networks: []Network{}, Results: []Result{}, Problems: []Problem{}}
	for _, n := range o.Networks {
		s := &survey{Options: o, network: n, required: required, report: report}
		s.run(ctx)
	}
	report.summarize()
	if len(report.Results) == 0 && len(report.Problems) == 0 && len(required) > 0 {
		return nil, errors.New("there is nothing to look at: the networks have no addresses of the contracts that features require something of" +
			hintFull(o, required))
	}
	return report, nil
}

// hintFull says that there are enumerated targets that nobody asked for.
func hintFull(o Options, required map[string][]Requirement) string {
	for _, n := range o.Networks {
		for _, set := range n.Addresses {
			if set.Enumerate != nil && !o.Selection.Full && len(required[set.Contract]) > 0 {
				return "; -full looks at those that are enumerated"
			}
		}
	}
	return ""
}

// A survey is the work on one network.
type survey struct {
	Options
	network  *compatregistry.Network
	required map[string][]Requirement
	report   *Report
}

func (s *survey) problem(err error) {
	s.report.Problems = append(s.report.Problems, Problem{s.network.Name, err.Error()})
}

func (s *survey) run(ctx context.Context) {
	at := len(s.report.Networks)
	s.report.Networks = append(s.report.Networks, Network{Name: s.network.Name, ChainID: s.network.ChainID})
	targets := listed(s.network, s.required)
	snapshot, err := s.connect(ctx)
	if err != nil {
		s.problem(err)
		s.report.Networks[at].Targets = len(targets)
		s.fail(targets, err.Error())
		return
	}
	defer snapshot.Close()
	s.report.Networks[at].Block = &snapshot.Block
	if s.Selection.Full {
		targets = s.enumerate(ctx, snapshot, targets)
	}
	s.report.Networks[at].Targets = len(targets)
	results := s.look(ctx, snapshot, targets)
	if err := snapshot.Verify(ctx); err != nil {
		s.problem(err)
		if onchain.Contradicts(err) {
			doubt(results, err)
		}
	}
	s.report.Results = append(s.report.Results, results...)
}

// doubt takes back results that were read from a chain that is not any more.
func doubt(results []Result, why error) {
	for i := range results {
		results[i].Evidence = fmt.Sprintf("%v (it was %s: %s)", why, results[i].Verdict, results[i].Evidence)
		results[i].Verdict, results[i].Shape = inconclusive, ""
	}
}

func (s *survey) connect(ctx context.Context) (*onchain.Snapshot, error) {
	client, err := s.Dial(ctx, s.network)
	if err != nil {
		return nil, err
	}
	for _, warning := range client.Warnings() {
		s.Warn(s.network.Name + ": " + warning)
	}
	return client.Pin(ctx, s.Block)
}

// fail adds results for targets that could not be looked at.
func (s *survey) fail(targets []target, why string) {
	for _, t := range targets {
		for _, need := range s.required[t.contract] {
			result := s.blank(t, need)
			result.Evidence = why
			s.report.Results = append(s.report.Results, result)
		}
	}
}

// blank is the result of a requirement about which nothing is known yet.
func (s *survey) blank(t target, need Requirement) Result {
	f := need.Feature
	return Result{
		Network: s.network.Name, Contract: t.contract, Target: t.address, Enumerated: t.enumerated,
		Feature: f.Name, State: string(f.State), Criticality: string(f.Criticality), GraceEnd: f.GraceEnd.String(),
		Signature: need.Selector.Signature, Selector: need.Selector.Selector.String(),
		Verdict: inconclusive, Evidence: "not looked at", Path: []proxies.Step{},
	}
}

// look settles every requirement of every target, many targets at a time.
func (s *survey) look(ctx context.Context, snapshot *onchain.Snapshot, targets []target) []Result {
	var results []Result
	var first []int // of each target
	for _, t := range targets {
		first = append(first, len(results))
		for _, need := range s.required[t.contract] {
			results = append(results, s.blank(t, need))
		}
	}
	e := &Examiner{Chain: snapshot, Resolver: proxies.NewResolver(snapshot)}
	counter := &counter{total: len(results), report: s.Progress}
	queue := make(chan int)
	var all sync.WaitGroup
	for range min(workers, len(targets)) {
		all.Go(func() {
			for i := range queue {
				for j, need := range s.required[targets[i].contract] {
					result := &results[first[i]+j]
					if err := e.Examine(ctx, targets[i].address, need.Selector, result); err != nil {
						result.Evidence = err.Error()
					}
					counter.add()
				}
			}
		})
	}
	for i := range targets {
		queue <- i
	}
	close(queue)
	all.Wait()
	return results
}

// A counter tells how far the work is.
type counter struct {
	mu          sync.Mutex
	done, total int
	report      func(done, total int)
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	c.report(c.done, c.total)
}

// An Examiner settles requirements at one block. It is safe for concurrent use.
type Examiner struct {
	Chain    Caller
	Resolver *proxies.Resolver
	// SampleShapes makes the first targets with the same code stand for all of them where results are compared with the registry's returns:
	// it is the code that decides how many words there are.
	SampleShapes bool

	samples samples
}

// A Caller calls contracts at one block. *onchain.Snapshot is one.
type Caller interface {
	// Call returns a *onchain.Revert where the contract refuses.
	Call(ctx context.Context, from, to common.Address, input []byte) ([]byte, error)
}

// Examine settles one requirement at one target: it sets the verdict, the evidence, the shape and the path of the result. The error says that
// the chain could not be read; the verdict is then inconclusive.
func (e *Examiner) Examine(ctx context.Context, address common.Address, need compatregistry.RequiredSelector, result *Result) error {
	result.Verdict = inconclusive
	if ctx.Err() != nil {
		return errors.New("not looked at: the run was ended before")
	}
	found, err := e.Resolver.Resolve(ctx, address, need.Selector)
	if found.Path != nil {
		result.Path = found.Path
	}
	if err != nil {
		return err
	}
	if found.Verdict == dispatch.Inconclusive {
		if found.Verdict, found.Reason, err = e.call(ctx, address, need, found.Reason); err != nil {
			return err
		}
	}
	result.Verdict, result.Evidence = found.Verdict.String(), found.Reason
	if last := found.Last(); last.Address != address && last.Kind == proxies.KindContract && found.Verdict != dispatch.Inconclusive {
		result.Evidence = fmt.Sprintf("%s %s", last.Address, found.Reason)
	}
	if found.Verdict == dispatch.Present && need.Returns != nil {
		return e.compareResults(ctx, address, found.Last().CodeHash, need, result)
	}
	return nil
}
