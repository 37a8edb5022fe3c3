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
	"github.com/compatlint/compatlint/compatregistry/edit"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/render"
)

const registryExtendHelp = `
extend moves the end of a feature's grace window to a later day, and records in compat.yaml from
when to when, why, and who allowed it. Nothing else in the file changes. The policy's limits
hold: max_extensions, and max_grace from the introduction to the new end.

On a terminal, extend asks for what is missing.

Example:
  compatlint registry extend policy_code_hash -to 2026-10-01 \
      -reason "two clients still on v0.2" -approved-by @lead

Exit codes: 0 written; 2 refused, and nothing was written.
`

// registryExtend are the flags of registry extend.
type registryExtend struct {
	*shared
	to, reason, approver string
}

func (cl *commandLine) registryExtend(s *shared) *ffcli.Command {
	e := registryExtend{shared: s}
	fs := flag.NewFlagSet("extend", flag.ContinueOnError)
	s.register(fs)
	fs.StringVar(&e.to, "to", "", "the `YYYY-MM-DD` from which on legacy is refused")
	fs.StringVar(&e.reason, "reason", "", "`WHY` legacy has to be served for longer")
	fs.StringVar(&e.approver, "approved-by", "", "`WHO` allowed it")
	return cl.featureCommand("extend", "compatlint registry extend FEATURE [flags]", "move the end of a grace window", registryExtendHelp, fs,
		func(_ context.Context, feature string, args []string) error {
			if err := noPackages("registry extend", args); err != nil {
				return err
			}
			return cl.extendFeature(&e, feature)
		})
}

func (cl *commandLine) extendFeature(e *registryExtend, feature string) error {
	file, err := cl.registryText(e.shared)
	if err != nil {
		return err
	}
	err = cl.fill("registry extend", []question{
		{"to", &e.to, "new end of the window (YYYY-MM-DD)"}, {"reason", &e.reason, "reason"}, {"approved-by", &e.approver, "approved by"},
	})
	if err != nil {
		return err
	}
	to, err := grace.ParseDate(e.to)
	if err != nil {
		return fmt.Errorf("-to: %w", err)
	}
	after, err := file.Extend(feature, compatregistry.Extension{To: to, Reason: e.reason, ApprovedBy: e.approver})
	if err := cl.writeRegistry(file, after, err); err != nil {
		return err
	}
	known := file.Registry.Feature(feature)
	limit := file.Registry.Policy.MaxExtensions
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s: legacy of %q is served until %s instead of %s: extension %d of %d\n",
		driver.Relative(cl.dir, file.Registry.Path), feature, to, known.GraceEnd, len(known.Extensions)+1, limit)
	return nil
}

const registryRetireHelp = `
retire makes a feature a tombstone: its name stays taken, and any guard, flag read, directive or
constant of it that is left in the code is an error from then on. retire lists those; with
"compatlint retire FEATURE -fix" most of them can be removed.

A feature can be retired when its window has ended, or when its state is strict. -early retires
one whose window is open, when every deployment has been upgraded already.

Examples:
  compatlint registry retire policy_code_hash
  compatlint registry retire policy_code_hash ./services/...

Exit codes: 0 written; 2 refused, and nothing was written.
`

// registryRetire are the flags of registry retire.
type registryRetire struct {
	*shared
	early bool
}

func (cl *commandLine) registryRetire(s *shared) *ffcli.Command {
	r := registryRetire{shared: s}
	fs := flag.NewFlagSet("retire", flag.ContinueOnError)
	s.register(fs)
	s.registerTags(fs)
	fs.BoolVar(&r.early, "early", false, "retire a feature whose grace window is still open")
	return cl.featureCommand("retire", "compatlint registry retire FEATURE [flags] [packages]", "make a feature a tombstone", registryRetireHelp, fs,
		func(ctx context.Context, feature string, args []string) error {
			if err := checkPatterns(args); err != nil {
				return err
			}
			return cl.retireFeature(ctx, &r, feature, args)
		})
}

func (cl *commandLine) retireFeature(ctx context.Context, r *registryRetire, feature string, patterns []string) error {
	file, err := cl.registryText(r.shared)
	if err != nil {
		return err
	}
	today, _, err := grace.Today(r.today, os.Getenv, time.Now)
	if err != nil {
		return err
	}
	known := file.Registry.Feature(feature)
	if known != nil && known.NeedsGuard() && !known.GraceEnd.IsZero() && !known.Expired(today) && !r.early {
		return fmt.Errorf("legacy of %q is promised until %s: wait for that day, or add -early if every deployment has been upgraded",
			feature, known.GraceEnd)
	}
	after, err := file.Retire(feature)
	if err := cl.writeRegistry(file, after, err); err != nil {
		return err
	}
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s: feature %q is retired\n", driver.Relative(cl.dir, file.Registry.Path), feature)
	return cl.listLeft(ctx, r, file, feature, patterns)
}

// listLeft prints what the code still has of a retired feature. The registry has been written, so whatever keeps the code from being analysed is
// no failure of the command.
func (cl *commandLine) listLeft(ctx context.Context, r *registryRetire, file *edit.File, feature string, patterns []string) error {
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	in, err := r.inputs(cl.dir, false)
	if err != nil {
		return err
	}
	in.Registry = file.Registry.Path
	done := cl.progress("looking for what is left in the code")
	report, err := driver.Run(ctx, driver.Options{Analyzers: analyzers.All(), Dir: cl.dir, Patterns: patterns, Tags: r.tags, Inputs: in})
	done()
	if err != nil {
		for _, line := range driver.Lines(cl.dir, err) {
			fmt.Fprintln(cl.stderr, line)
		}
		fmt.Fprintf(cl.stderr, "compatlint: what is left of %q could not be listed: run \"compatlint ./...\" when the code can be analysed\n", feature)
		return nil
	}
	left := 0
	for _, f := range report.Findings {
		if f.Feature == feature {
			fmt.Fprintf(cl.stdout, "%s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message)
			left++
		}
	}
	if left == 0 {
		fmt.Fprintln(cl.stderr, "compatlint: nothing of it is left in the code")
		return nil
	}
	fmt.Fprintf(cl.stderr, "compatlint: %s left in the code: \"compatlint retire %s -fix\" removes what can be removed mechanically\n",
		render.Count(left, "place"), feature)
	return nil
}
