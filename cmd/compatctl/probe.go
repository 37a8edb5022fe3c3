package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/probe"
)

const probeHelp = `
probe answers, before a deploy: does every live target have every registered selector?
It follows proxies, diamonds and clones to the code that decides, runs that code's
dispatcher locally, and calls the contract where that says nothing. All is read at one
block. Each result is present, missing or inconclusive, with the evidence; what could
not be read is inconclusive and never anything else.

Examples:
  compatctl probe -network sepolia
  compatctl probe -network sepolia -component gateway -format junit -out probe.xml
  compatlint -format json -out uses.json ./...
  compatctl probe -network sepolia -uses uses.json
                                          only what the code really uses
  compatctl probe -network sepolia -uses uses.json -unguarded
                                          only what it cannot do without: for a gate
  compatctl probe -network sepolia -full  every enumerated proxy too

Exit codes: 0 all present; 1 something is missing; 2 nothing is missing as far as is
known, but something could not be determined.
`

// probing are the flags of probe.
type probing struct {
	shared
	nodes
	component, uses, format, out string
	full, unguarded              bool
}

func (p *probing) register(fs *flag.FlagSet) {
	p.shared.register(fs)
	p.nodes.register(fs)
	fs.StringVar(&p.component, "component", "", "only features that `COMPONENT` needs: those that name it, and those that name none")
	fs.BoolVar(&p.full, "full", false, "look at the targets that the registry's enumerations name too")
	fs.StringVar(&p.uses, "uses", "", "only selectors that the code uses: `FILE` is the output of compatlint -format json")
	fs.BoolVar(&p.unguarded, "unguarded", false, "with -uses: only what the code cannot do without today; guarded uses serve legacy while the window is open")
	fs.StringVar(&p.format, "format", "text", "print `FORMAT`: "+strings.Join(probe.Formats, ", "))
	fs.StringVar(&p.out, "out", "", "write to `FILE` instead of stdout")
}

func (cl *commandLine) probeCommand() *ffcli.Command {
	var p probing
	fs := flag.NewFlagSet("probe", flag.ContinueOnError)
	p.register(fs)
	c := cl.command("probe", "compatctl probe [flags]", "does every live target have every registered selector?", probeHelp, fs, nil)
	c.Exec = func(ctx context.Context, args []string) error {
		if err := p.valid(args); err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return cl.probe(ctx, &p)
	}
	return c
}

func (p *probing) valid(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("probe takes no arguments, and %q is one", args[0])
	case !slices.Contains(probe.Formats, p.format):
		return fmt.Errorf("-format %q: the formats are %s", p.format, strings.Join(probe.Formats, ", "))
	case p.unguarded && p.uses == "":
		return errors.New("-unguarded needs -uses: which uses are guarded is in the output of compatlint -format json")
	}
	return p.nodes.valid()
}

func (cl *commandLine) probe(ctx context.Context, p *probing) error {
	registry, err := cl.load(&p.shared)
	if err != nil {
		return err
	}
	networks, err := p.choose(registry)
	if err != nil {
		return err
	}
	selection := probe.Selection{Component: p.component, Full: p.full, Unguarded: p.unguarded, Today: p.day}
	if p.uses != "" {
		if selection.Uses, err = readUses(p.uses); err != nil {
			return fmt.Errorf("-uses %s: %w", p.uses, err)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, p.maxTime)
	defer cancel()
	progress := &progress{cl: cl}
	report, err := probe.Run(ctx, probe.Options{
		Registry: registry, Networks: networks, Selection: selection, Block: p.block, Dial: p.dial(cl.getenv),
		Progress: progress.show, Warn: func(text string) { progress.clear(); fmt.Fprintln(cl.stderr, "compatctl: "+text) },
	})
	progress.clear()
	if err != nil {
		return err
	}
	if err := cl.deliver(p, report); err != nil {
		return err
	}
	return verdict(report)
}

func readUses(name string) (*probe.Uses, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return probe.ReadUses(file)
}

// verdict is the error that gives the exit code. What is missing is missing whatever else could not be determined.
func verdict(report *probe.Report) error {
	switch {
	case report.Summary.Missing > 0:
		return errFindings
	case !report.Complete():
		return errUndetermined
	}
	return nil
}

// deliver writes the report to where the user wants it. Where the results do not go to a reader, problems are said on stderr too.
func (cl *commandLine) deliver(p *probing, report *probe.Report) error {
	var out bytes.Buffer
	color := cl.pretty && p.out == "" && cl.getenv("NO_COLOR") == ""
	if err := probe.Write(&out, p.format, report, color); err != nil {
		return err
	}
	if p.format != "text" || p.out != "" {
		for _, problem := range report.Problems {
			fmt.Fprintf(cl.stderr, "compatctl: %s: %s\n", problem.Network, problem.Message)
		}
	}
	return cl.output(p.out, out.Bytes(), report.Sentence())
}

// output writes what -out says where to, and to stdout where it says nothing. Who writes to a file is told what is in it.
func (cl *commandLine) output(out string, data []byte, sentence string) error {
	if out == "" {
		_, err := cl.stdout.Write(data)
		return err
	}
	if err := atomicfile.Write(out, data); err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	fmt.Fprintf(cl.stderr, "compatctl: wrote %s: %s\n", out, sentence)
	return nil
}

// progress tells how far a run is: on a terminal a few times a second, and elsewhere, as in a log of CI, now and then.
type progress struct {
	cl    *commandLine
	mu    sync.Mutex
	shown time.Time
}

func (p *progress) show(done, total int) { p.say("%d of %d results …", done, total) }

// nowAndThen is how often a log is told.
const nowAndThen = 30 * time.Second

// say tells what the format makes of the numbers, if it is time to tell something.
func (p *progress) say(format string, numbers ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	switch since := now.Sub(p.shown); {
	case p.cl.terminal && since > 200*time.Millisecond:
		fmt.Fprintf(p.cl.stderr, "\r\033[Kcompatctl: "+format, numbers...)
	case !p.cl.terminal && p.shown.IsZero(): // the run has only begun
	case !p.cl.terminal && since > nowAndThen:
		fmt.Fprintf(p.cl.stderr, "compatctl: "+format+"\n", numbers...)
	default:
		return
	}
	p.shown = now
}

func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cl.terminal && !p.shown.IsZero() {
		p.shown = time.Time{}
		fmt.Fprint(p.cl.stderr, "\r\033[K")
	}
}
