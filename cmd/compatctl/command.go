package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/buildversion"
)

const rootHelp = `
compatctl looks at what is deployed: it finds out, on chain, which contracts have the
functions that compat.yaml registers. What the code needs is the business of compatlint.

Examples:
  compatctl probe -network sepolia            does every live target have every selector?
  compatctl probe -network sepolia -full      look at every enumerated proxy too
  compatctl crawl -network sepolia            who is still on legacy?
  compatctl flag get                          which features are strict, and where?
  compatctl fork -network sepolia -- ./try.sh run a command against a fork of the network

RPC URLs come from the environment variable that the network's rpc_env names, or from
-rpc. They are never printed.

Exit codes: 0 all is well; 1 something is missing; 2 something could not be determined,
or the command line or the registry is wrong.
`

func (cl *commandLine) rootCommand() *ffcli.Command {
	root := cl.command("compatctl", "compatctl COMMAND", "look at what is deployed", rootHelp, flag.NewFlagSet("compatctl", flag.ContinueOnError), nil)
	root.Subcommands = []*ffcli.Command{
		cl.probeCommand(),
		cl.crawlCommand(),
		cl.flagCommand(),
		cl.forkCommand(),
		cl.versionCommand(),
	}
	return root
}

// command makes a command whose help is kept until somebody asks for it. The flag package would print it above every error.
func (cl *commandLine) command(name, usage, short, long string, fs *flag.FlagSet, exec func(context.Context, []string) error) *ffcli.Command {
	fs.SetOutput(io.Discard)
	c := &ffcli.Command{Name: name, ShortUsage: usage, ShortHelp: short, LongHelp: long, FlagSet: fs, Exec: exec}
	c.UsageFunc = func(c *ffcli.Command) string {
		cl.asked = c
		return ""
	}
	return c
}

func (cl *commandLine) versionCommand() *ffcli.Command {
	const what = "version prints the version of compatctl and of the Go that built it."
	exec := func(_ context.Context, args []string) error {
		if len(args) > 0 {
			return errors.New("version takes no arguments")
		}
		fmt.Fprintln(cl.stdout, "compatctl", buildversion.Text())
		return nil
	}
	return cl.command("version", "compatctl version", "print the version of compatctl and of the Go that built it", what,
		flag.NewFlagSet("version", flag.ContinueOnError), exec)
}

// shared are the flags that every command has.
type shared struct {
	dir, registry, today string

	day grace.Date // by which windows are judged, once load has been called
}

func (s *shared) register(fs *flag.FlagSet) {
	fs.StringVar(&s.dir, "C", "", "change to `DIR` before doing anything else")
	fs.StringVar(&s.registry, "registry", "", "use the registry `FILE` (default: compat.yaml in this folder or above; also COMPATLINT_REGISTRY)")
	fs.StringVar(&s.today, "today", "", "judge grace windows as of `YYYY-MM-DD` (default: today in UTC; also COMPATLINT_TODAY)")
}

// load changes to -C, announces a clock that was set, and loads the registry.
func (cl *commandLine) load(s *shared) (*compatregistry.Registry, error) {
	if s.dir != "" {
		if err := os.Chdir(s.dir); err != nil {
			return nil, fmt.Errorf("-C: %w", err)
		}
	}
	today, set, err := grace.Today(s.today, cl.getenv, time.Now)
	if err != nil {
		return nil, err
	}
	s.day = today
	if set {
		fmt.Fprintf(cl.stderr, "compatctl: the clock is set to %s\n", today)
	}
	path := s.registry
	if path == "" {
		path = cl.getenv("COMPATLINT_REGISTRY")
	}
	if path == "" {
		if path, err = compatregistry.Find("."); err != nil {
			return nil, err
		}
	}
	return compatregistry.Load(path)
}
