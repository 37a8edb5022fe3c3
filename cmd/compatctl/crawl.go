package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/crawl"
)

const crawlHelp = `
crawl answers, during a grace window: who is still on legacy? It walks every deployment that
the registry lists or enumerates, judges each as probe does, and counts, feature by feature,
those that do not have it. All is read at one block; the code of an implementation is looked
at once however many proxies share it.

With -state an interrupted crawl goes on where it was, at its block, as long as the node has
that block's state; and a later crawl reads only the logs that are new.

Examples:
  compatctl crawl -network sepolia
  compatctl crawl -network sepolia -state sepolia.state -save sepolia.json
                                          keep the result; go on after an interruption
  compatctl crawl -network sepolia -last sepolia.json -save sepolia.json
                                          who has migrated since, and who is new on legacy
  compatctl crawl -network sepolia -metrics /var/lib/node_exporter/compat.prom
  compatctl crawl -network sepolia -json >sepolia.json
  compatlint report -crawl sepolia.json -out compat.html

Exit codes: 0 everything was determined, whatever the counts are; 2 something could not be
determined, and the counts are too small.
`

// crawling has the flags of crawl.
type crawling struct {
	shared
	nodes
	features, format, out, state, last, save, metrics string
	isJSON                                            bool
	maxTargets                                        int
}

func (c *crawling) register(fs *flag.FlagSet) {
	c.shared.register(fs)
	c.nodes.register(fs)
	fs.Lookup("network").Usage = "crawl `NETWORK` of the registry (default: the only one)"
	fs.StringVar(&c.features, "feature", "", "count `FEATURE` only, or several with commas between them (default: all that are not retired)")
	fs.StringVar(&c.format, "format", "text", "print `FORMAT`: "+strings.Join(crawl.Formats, ", "))
	fs.BoolVar(&c.isJSON, "json", false, "print JSON, as -format json does")
	fs.StringVar(&c.out, "out", "", "write to `FILE` instead of stdout")
	fs.StringVar(&c.state, "state", "", "keep the progress in `FILE`, and go on from what it has")
	fs.StringVar(&c.last, "last", "", "compare with the crawl whose JSON is in `FILE`")
	fs.StringVar(&c.save, "save", "", "also write the JSON to `FILE`, if everything was determined")
	fs.StringVar(&c.metrics, "metrics", "", "also write gauges to `FILE`, for the textfile collector of the Prometheus node exporter")
	fs.IntVar(&c.maxTargets, "max-targets", 1_000_000, "give up on an enumeration of more than `N` deployments")
}

func (cl *commandLine) crawlCommand() *ffcli.Command {
	var options crawling
	fs := flag.NewFlagSet("crawl", flag.ContinueOnError)
	options.register(fs)
	c := cl.command("crawl", "compatctl crawl [flags]", "who is still on legacy?", crawlHelp, fs, nil)
	c.Exec = func(ctx context.Context, args []string) error {
		if err := options.valid(args); err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return cl.crawl(ctx, &options)
	}
	return c
}

func (c *crawling) valid(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("crawl takes no arguments, and %q is one", args[0])
	case !slices.Contains(crawl.Formats, c.format):
		return fmt.Errorf("-format %q: the formats are %s", c.format, strings.Join(crawl.Formats, ", "))
	case c.isJSON && c.format != "text" && c.format != "json":
		return fmt.Errorf("-json and -format %s are two formats: choose one", c.format)
	case c.maxTargets < 1:
		return fmt.Errorf("-max-targets %d: there must be room for one", c.maxTargets)
	}
	if c.isJSON {
		c.format = "json"
	}
	return c.nodes.valid()
}

func (cl *commandLine) crawl(ctx context.Context, c *crawling) error {
	registry, err := cl.load(&c.shared)
	if err != nil {
		return err
	}
	network, err := c.chooseOne(registry)
	if err != nil {
		return err
	}
	options := crawl.Options{
		Registry: registry, Network: network, Block: c.block, Dial: c.dial(cl.getenv), State: c.state, MaxTargets: c.maxTargets,
	}
	if c.features != "" {
		for _, name := range strings.Split(c.features, ",") {
			options.Features = append(options.Features, strings.TrimSpace(name))
		}
	}
	if c.last != "" {
		if options.Last, err = crawl.ReadReport(c.last, network.Name); err != nil {
			return fmt.Errorf("-last %w", err)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, c.maxTime)
	defer cancel()
	progress := &progress{cl: cl}
	options.Progress = progress.crawled
	options.Warn = func(text string) { progress.clear(); fmt.Fprintf(cl.stderr, "compatctl: %s: %s\n", network.Name, text) }
	report, err := crawl.Run(ctx, options)
	progress.clear()
	if err != nil {
		return err
	}
	return cl.deliverCrawl(c, report)
}

// chooseOne returns the network to crawl.
func (n *nodes) chooseOne(r *compatregistry.Registry) (*compatregistry.Network, error) {
	chosen, err := n.choose(r)
	switch {
	case err != nil:
		return nil, err
	case len(chosen) > 1:
		return nil, fmt.Errorf("-network %s: one network at a time, each with files of its own", n.networks)
	}
	return chosen[0], nil
}

// crawled is show for a crawl.
func (p *progress) crawled(c crawl.Progress) {
	if c.Listed {
		p.say("%d of %d targets …", c.Judged, c.Found)
	} else {
		p.say("%d targets found …", c.Found)
	}
}

// deliverCrawl prints and writes what was found. A result that is not complete does not replace one that is.
func (cl *commandLine) deliverCrawl(c *crawling, report *crawl.Report) error {
	if err := cl.writeCrawl(c.format, c.out, report); err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	if c.metrics != "" {
		if err := cl.writeCrawl("prometheus", c.metrics, report); err != nil {
			return fmt.Errorf("-metrics: %w", err)
		}
	}
	if c.format != "text" || c.out != "" {
		for _, problem := range report.Problems {
			fmt.Fprintf(cl.stderr, "compatctl: %s: %s\n", report.Network, problem)
		}
		fmt.Fprintf(cl.stderr, "compatctl: %s\n", report.Sentence())
	}
	switch {
	case c.save != "" && report.Complete():
		if err := cl.writeCrawl("json", c.save, report); err != nil {
			return fmt.Errorf("-save: %w", err)
		}
	case c.save != "":
		fmt.Fprintf(cl.stderr, "compatctl: -save: %s is left as it is: not everything was determined\n", c.save)
	}
	if !report.Complete() {
		return errUndetermined
	}
	return nil
}

// writeCrawl writes a report to a file, or to stdout where there is no name.
func (cl *commandLine) writeCrawl(format, name string, report *crawl.Report) error {
	var out bytes.Buffer
	if err := crawl.Write(&out, format, report); err != nil {
		return err
	}
	if name == "" {
		_, err := cl.stdout.Write(out.Bytes())
		return err
	}
	return atomicfile.Write(name, out.Bytes())
}
