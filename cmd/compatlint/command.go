package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
)

// command makes a command whose help is kept until somebody asks for it. The flag package would print it above every error.
func (cl *commandLine) command(name, usage, short, long string, fs *flag.FlagSet, exec func(context.Context, []string) error) *ffcli.Command {
	fs.SetOutput(io.Discard)
	c := &ffcli.Command{Name: name, ShortUsage: usage, ShortHelp: short, LongHelp: long, FlagSet: fs}
	c.UsageFunc = func(c *ffcli.Command) string {
		cl.asked = c
		return ""
	}
	if exec == nil {
		return c
	}
	c.Exec = func(ctx context.Context, args []string) error {
		if err := cl.checkFlags(c); err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return exec(ctx, args)
	}
	return c
}

// checkFlags refuses flags that stand before a command which does not take them from there: it has no such flag, or it has one of its own with
// the same name. To drop them in silence would not do what the user wants.
func (cl *commandLine) checkFlags(c *ffcli.Command) error {
	var lost error
	cl.root.FlagSet.Visit(func(f *flag.Flag) {
		own := c.FlagSet.Lookup(f.Name)
		switch {
		case lost != nil:
		case own == nil:
			lost = fmt.Errorf("-%s is no flag of %q", f.Name, called(c))
		case own.Value != f.Value: // flags that are shared set the same variable
			lost = fmt.Errorf("-%s stands before the command: write it behind %q", f.Name, called(c))
		}
	})
	return lost
}

// called is what a user types to run the command: its usage up to the first thing to fill in.
func called(c *ffcli.Command) string {
	words := strings.Fields(c.ShortUsage)
	for i, word := range words {
		if strings.ToLower(word) != word || strings.HasPrefix(word, "[") {
			return strings.Join(words[:i], " ")
		}
	}
	return c.ShortUsage
}

// shared are the flags that most commands have. They may stand before the command's name and behind it.
type shared struct {
	dir, registry, today string
	tags                 string // see registerTags
}

func (s *shared) register(fs *flag.FlagSet) {
	fs.StringVar(&s.dir, "C", "", "change to `DIR` before doing anything else")
	fs.StringVar(&s.registry, "registry", "", "use the registry `FILE` (default: compat.yaml in the package's folder or above; also COMPATLINT_REGISTRY)")
	fs.StringVar(&s.today, "today", "", "judge grace windows as of `YYYY-MM-DD` (default: today in UTC; also COMPATLINT_TODAY)")
}

// registerTags adds the flag of the commands that ask the go command for packages.
func (s *shared) registerTags(fs *flag.FlagSet) {
	fs.StringVar(&s.tags, "tags", "", "build `tags`, as for go build")
}

// enter changes to -C, announces a clock that was set, and returns the working directory.
func (cl *commandLine) enter(s *shared) (dir string, err error) {
	if s.dir != "" {
		if err := os.Chdir(s.dir); err != nil {
			return "", fmt.Errorf("-C: %w", err)
		}
	}
	today, set, err := grace.Today(s.today, os.Getenv, time.Now)
	if err != nil {
		return "", err
	}
	if set {
		cl.announced = fmt.Sprintf("compatlint: the clock is set to %s\n", today)
		fmt.Fprint(cl.stderr, cl.announced)
	}
	cl.dir, err = driver.WorkingDir()
	return cl.dir, err
}

// checkPatterns refuses flags behind the packages, which the flag package takes for packages.
func checkPatterns(args []string) error {
	for _, arg := range args {
		if strings.HasPrefix(arg, "-") {
			return fmt.Errorf("%s stands behind the packages: write flags before them", arg)
		}
	}
	return nil
}

// inputs are the options of the analyzers. A registry that was named is resolved here, once: analyzers run elsewhere under other hosts.
func (s *shared) inputs(dir string, tests bool) (inputs.Options, error) {
	opts := inputs.Options{Registry: s.registry, Today: s.today, Tests: tests, Standalone: true}
	if opts.Registry != "" {
		if !filepath.IsAbs(opts.Registry) {
			opts.Registry = filepath.Join(dir, opts.Registry)
		}
		if _, err := os.Stat(opts.Registry); err != nil {
			return opts, fmt.Errorf("-registry: %w", err)
		}
	}
	return opts, nil
}
