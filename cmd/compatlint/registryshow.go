package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/driver"
)

const registryShowHelp = `
show lists the features with their contracts, states and windows, those that end first on top.
With packages it counts the uses of each feature in them, as far as they need guards.

Examples:
  compatlint registry show
  compatlint registry show ./...
  compatlint registry show -format json

Exit codes: 0 printed; 2 the registry is invalid, or the packages could not be analysed.
`

// registryShow are the flags of registry show.
type registryShow struct {
	*shared
	format string
	tests  bool
}

func (cl *commandLine) registryShow(s *shared) *ffcli.Command {
	show := registryShow{shared: s}
	fs := flag.NewFlagSet("show", flag.ContinueOnError)
	s.register(fs)
	s.registerTags(fs)
	fs.StringVar(&show.format, "format", "text", "print `FORMAT`: text, json")
	fs.BoolVar(&show.tests, "tests", false, "count the uses in _test.go files too")
	return cl.command("show", "compatlint registry show [flags] [packages]", "list the features and their windows", registryShowHelp, fs,
		func(ctx context.Context, args []string) error {
			if err := show.valid(args); err != nil {
				return err
			}
			return cl.showFeatures(ctx, &show, args)
		})
}

func (s *registryShow) valid(args []string) error {
	if s.format != "text" && s.format != "json" {
		return fmt.Errorf("-format %q: the formats are text, json", s.format)
	}
	return checkPatterns(args)
}

func (cl *commandLine) showFeatures(ctx context.Context, s *registryShow, patterns []string) error {
	registry, _, err := cl.registryFile(s.shared)
	if err != nil {
		return err
	}
	today, _, err := grace.Today(s.today, os.Getenv, time.Now)
	if err != nil {
		return err
	}
	var uses map[string]compatregistry.Uses
	if len(patterns) > 0 {
		if uses, err = cl.countUses(ctx, s, registry, patterns); err != nil {
			return err
		}
	}
	switch {
	case s.format == "json":
		return compatregistry.WriteJSON(cl.stdout, registry, driver.Relative(cl.dir, registry.Path), today, uses)
	case uses != nil:
		return compatregistry.WriteTableWithUses(cl.stdout, registry, today, uses)
	}
	return compatregistry.WriteTable(cl.stdout, registry, today)
}

// countUses analyses packages by the registry that is shown.
func (cl *commandLine) countUses(
	ctx context.Context, s *registryShow, registry *compatregistry.Registry, patterns []string,
) (map[string]compatregistry.Uses, error) {
	in, err := s.inputs(cl.dir, s.tests)
	if err != nil {
		return nil, err
	}
	in.Registry = registry.Path
	done := cl.progress("counting uses")
	report, err := driver.Run(ctx, driver.Options{Analyzers: analyzers.All(), Dir: cl.dir, Patterns: patterns, Tags: s.tags, Inputs: in})
	done()
	if err != nil {
		return nil, err
	}
	counted := map[string]compatregistry.Uses{}
	for _, use := range report.Uses {
		uses := counted[use.Feature]
		uses.Total++
		if use.Guard == "" {
			uses.Unguarded++
		}
		counted[use.Feature] = uses
	}
	return counted, nil
}
