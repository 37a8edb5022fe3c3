package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/crawl"
	"github.com/compatlint/compatlint/internal/onchain"
)

// A preview is who would break.
type preview struct {
	Block        uint64         `json:"block"`
	Total        int            `json:"total"` // deployments of the feature's contracts
	Legacy       int            `json:"legacy"`
	Gone         int            `json:"gone"`
	Inconclusive int            `json:"inconclusive"`
	Complete     bool           `json:"complete"` // all is known
	Targets      []crawl.Target `json:"targets"`  // legacy and inconclusive ones
	Problems     []string       `json:"problems"`

	unknown bool // nothing was counted
}

// shownTargets is how many deployments the table has.
const shownTargets = 20

// showPreview looks for those who would break, and prints them. complete says that all of them are known, or that nobody wanted to know.
func (c *change) showPreview(ctx context.Context) (complete bool, err error) {
	switch {
	case c.of.State == compatregistry.Retired:
		return true, nil // nothing is required of deployments any more
	case c.noPreview:
		c.warn("nobody has looked for who would break: -no-preview")
		return true, nil
	}
	limited, cancel := context.WithTimeout(ctx, c.maxTime)
	defer cancel()
	progress := &progress{cl: c.cl}
	report, err := c.cl.crawler()(limited, crawl.Options{
		Registry: c.registry, Network: c.network, Features: []string{c.of.Name}, Block: strconv.FormatUint(c.snapshot.Block.Number, 10),
		Dial:     func(context.Context, *compatregistry.Network) (*onchain.Client, error) { return c.client, nil },
		Progress: progress.crawled,
		Warn: func(text string) {
			if !slices.Contains(c.client.Warnings(), text) { // which have been said
				progress.clear()
				fmt.Fprintf(c.cl.stderr, "compatctl: %s: %s\n", c.network.Name, text)
			}
		},
	})
	progress.clear()
	if ctx.Err() != nil {
		return false, errInterrupted
	}
	if err != nil { // there is nothing to crawl
		report = &crawl.Report{Block: c.snapshot.Block.Number, Problems: []string{err.Error()}}
	}
	p := newPreview(report, c.of.Name)
	c.result.Preview = p
	c.printPreview(p)
	return p.Complete, nil
}

// crawler is what finds deployments.
func (cl *commandLine) crawler() func(context.Context, crawl.Options) (*crawl.Report, error) {
	if cl.replaced.crawl != nil {
		return cl.replaced.crawl
	}
	return crawl.Run
}

func newPreview(report *crawl.Report, feature string) *preview {
	p := &preview{Block: report.Block, Complete: report.Complete(), Targets: []crawl.Target{}, Problems: append([]string{}, report.Problems...)}
	i := slices.IndexFunc(report.Features, func(f crawl.Feature) bool { return f.Name == feature })
	if i < 0 {
		p.Complete, p.unknown = false, true
		return p
	}
	f := report.Features[i]
	p.Total, p.Legacy, p.Gone, p.Inconclusive = f.Total, f.Legacy, f.Gone, f.Inconclusive
	for _, status := range []crawl.Status{crawl.Legacy, crawl.Inconclusive} {
		for _, target := range f.Targets {
			if target.Status == status {
				p.Targets = append(p.Targets, target)
			}
		}
	}
	return p
}

// printPreview prints a table and the totals.
func (c *change) printPreview(p *preview) {
	c.say("\n%s", c.previewSentence(p))
	if len(p.Targets) > 0 {
		table := tabwriter.NewWriter(c.text, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "CONTRACT\tTARGET\tSTATUS\tMISSING\tIMPLEMENTATION")
		for _, t := range p.Targets[:min(len(p.Targets), shownTargets)] {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", t.Contract, t.Address, t.Status, strings.Join(t.Missing, " "), t.Implementation)
		}
		table.Flush()
		if more := len(p.Targets) - shownTargets; more > 0 {
			c.say("… and %d more", more)
		}
	}
	for _, problem := range p.Problems {
		c.say("problem: %s", problem)
	}
	if !p.Complete {
		c.warn("the preview is not complete: more deployments may break than it shows")
	}
}

// previewSentence sums the preview up.
func (c *change) previewSentence(p *preview) string {
	if p.unknown {
		return "it is not known who would break"
	}
	what := "which services refuse from then on"
	if !c.isStrict {
		what = "which services serve again from then on"
	}
	text := fmt.Sprintf("legacy: %d of %d deployments, %s", p.Legacy, p.Total, what)
	if p.Inconclusive > 0 {
		text += fmt.Sprintf("; not known: %d", p.Inconclusive)
	}
	if p.Gone > 0 {
		text += fmt.Sprintf("; without code: %d", p.Gone)
	}
	return text
}
