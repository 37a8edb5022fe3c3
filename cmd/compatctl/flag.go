package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/strictness"
)

const flagHelp = `
flag reads and sets the strict flags of features on chain. While a feature's flag is set,
services refuse legacy contracts. The flags are in the contract that the network's
strictness_registry names in compat.yaml.

Examples:
  compatctl flag get
  compatctl flag set -network sepolia -feature policy_code_hash -to strict -keystore key.json
`

const flagGetHelp = `
flag get reads the strict flag of every feature on every network, at one block of each, and
holds it against compat.yaml. A flag that cannot be read is unknown, and never "not strict".

Examples:
  compatctl flag get
  compatctl flag get -network sepolia,mainnet -feature policy_code_hash
  compatctl flag get -format markdown -out "$GITHUB_STEP_SUMMARY"

Exit codes: 0 all flags were read and agree with compat.yaml; 1 the chain contradicts
compat.yaml; 2 nothing contradicts as far as is known, but something could not be read.
`

func (cl *commandLine) flagCommand() *ffcli.Command {
	group := cl.command("flag", "compatctl flag COMMAND", "read and set strict flags", flagHelp, flag.NewFlagSet("flag", flag.ContinueOnError), nil)
	group.Subcommands = []*ffcli.Command{cl.flagGetCommand(), cl.flagSetCommand()}
	return group
}

// getting has the flags of flag get.
type getting struct {
	shared
	nodes
	features, format, out string
}

func (cl *commandLine) flagGetCommand() *ffcli.Command {
	var g getting
	fs := flag.NewFlagSet("get", flag.ContinueOnError)
	g.shared.register(fs)
	g.nodes.register(fs)
	fs.Lookup("network").Usage = "read `NETWORK` of the registry, or several with commas between them (default: all)"
	fs.StringVar(&g.features, "feature", "", "read the flag of `FEATURE`, or several with commas between them (default: all)")
	fs.StringVar(&g.format, "format", "text", "print `FORMAT`: "+strings.Join(strictness.Formats, ", "))
	fs.StringVar(&g.out, "out", "", "write to `FILE` instead of stdout")
	var c *ffcli.Command
	exec := func(ctx context.Context, args []string) error {
		if err := g.valid(args); err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return cl.flagGet(ctx, &g)
	}
	c = cl.command("get", "compatctl flag get [flags]", "what are the strict flags, and do they agree with compat.yaml?", flagGetHelp, fs, exec)
	return c
}

func (g *getting) valid(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("flag get takes no arguments, and %q is one", args[0])
	case !slices.Contains(strictness.Formats, g.format):
		return fmt.Errorf("-format %q: the formats are %s", g.format, strings.Join(strictness.Formats, ", "))
	}
	return g.nodes.valid()
}

func (cl *commandLine) flagGet(ctx context.Context, g *getting) error {
	registry, err := cl.load(&g.shared)
	if err != nil {
		return err
	}
	networks, err := g.chooseAll(registry)
	if err != nil {
		return err
	}
	features, err := chooseFeatures(registry, g.features)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, g.maxTime)
	defer cancel()
	report, err := strictness.Run(ctx, strictness.Options{
		Networks: networks, Features: features, Block: g.block, Dial: g.dial(cl.getenv),
		Warn: func(text string) { fmt.Fprintln(cl.stderr, "compatctl: "+text) },
	})
	if err != nil {
		return err
	}
	if err := cl.deliverFlags(g, report); err != nil {
		return err
	}
	switch {
	case report.Summary.Contradictions > 0:
		return errFindings
	case !report.Complete():
		return errUndetermined
	}
	return nil
}

// chooseAll is choose for a command that looks at all networks unless it is told otherwise.
func (n *nodes) chooseAll(r *compatregistry.Registry) ([]*compatregistry.Network, error) {
	if n.networks == "" && len(r.Networks) > 1 {
		if len(n.rpc) > 0 {
			return nil, errors.New("-rpc is for one network: name one with -network, or use the rpc_env of each")
		}
		return r.Networks, nil
	}
	return n.choose(r)
}

// chooseFeatures returns the features that the user has named with commas between them, or all of them.
func chooseFeatures(r *compatregistry.Registry, names string) ([]*compatregistry.Feature, error) {
	if names == "" {
		return r.Features, nil
	}
	var chosen []*compatregistry.Feature
	for _, name := range strings.Split(names, ",") {
		f, err := chooseFeature(r, strings.TrimSpace(name))
		switch {
		case err != nil:
			return nil, err
		case slices.Contains(chosen, f):
			return nil, fmt.Errorf("-feature: %s is named twice", name)
		}
		chosen = append(chosen, f)
	}
	return chosen, nil
}

// chooseFeature returns the feature with that name. A name that nobody registered has a key like any other, and a flag that nobody reads.
func chooseFeature(r *compatregistry.Registry, name string) (*compatregistry.Feature, error) {
	if f := r.Feature(name); f != nil {
		return f, nil
	}
	if meant := r.Suggest(name); meant != "" {
		return nil, fmt.Errorf("-feature: the registry has no feature %q: did you mean %q?", name, meant)
	}
	return nil, fmt.Errorf("-feature: the registry has no feature %q", name)
}

// deliverFlags writes the report to where the user wants it. Where the results do not go to a reader, problems are said on stderr too.
func (cl *commandLine) deliverFlags(g *getting, report *strictness.Report) error {
	var out bytes.Buffer
	if err := strictness.Write(&out, g.format, report); err != nil {
		return err
	}
	if g.format != "text" || g.out != "" {
		for _, problem := range report.Problems {
			fmt.Fprintf(cl.stderr, "compatctl: %s: %s\n", problem.Network, problem.Message)
		}
	}
	return cl.output(g.out, out.Bytes(), report.Sentence())
}
