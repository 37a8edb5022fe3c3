package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/edit"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/drafting"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/locking"
)

const registryAddHelp = `
add registers a feature: a named change of a contract that deployments may not have yet. The
entry goes to the end of the features in compat.yaml; nothing else in the file changes. An
entry that would make the registry invalid is refused with the list of errors.

On a terminal, add asks for what is missing.

Examples:
  compatlint registry add policy_code_hash -contract NewtonPolicy -selector 'getPolicyCodeHash()' \
      -version v0.3.0 -date 2026-04-15 -grace-end 90d -ticket NEWT-1001
  compatlint registry add task_shape -contract TaskManager -change returns \
      -selector 'task(uint256)(address,bytes32)' -version v0.4.0 -ticket NEWT-1002

Exit codes: 0 written; 2 refused, and nothing was written.
`

// registryAdd are the flags of registry add. All are text: an empty one was not given.
type registryAdd struct {
	*shared
	contracts, selectors list
	draft                drafting.Feature
}

func (cl *commandLine) registryAdd(s *shared) *ffcli.Command {
	a := registryAdd{shared: s}
	fs := flag.NewFlagSet("add", flag.ContinueOnError)
	s.register(fs)
	d := &a.draft
	fs.Var(&a.contracts, "contract", "the `CONTRACT` that has the functions; may be given several times")
	fs.Var(&a.selectors, "selector", "a `SIGNATURE` such as 'foo(uint256)', or with what it returns 'foo(uint256)(bool)'; may be given several times")
	fs.StringVar(&d.Version, "version", "", "the `RELEASE` of the contracts that brought the change")
	fs.StringVar(&d.Date, "date", "", "the `YYYY-MM-DD` of that release (default: today)")
	fs.StringVar(&d.GraceEnd, "grace-end", "", "the `DAY` on which legacy is refused: YYYY-MM-DD, or 90d for that many days after -date")
	fs.StringVar(&d.Ticket, "ticket", "", "the `ISSUE` under which legacy is removed")
	fs.StringVar(&d.State, "state", "", "the `STATE` (default: planned before -date; then grace, or strict on lockstep contracts)")
	fs.StringVar(&d.Change, "change", "", "the `KIND` of change: added, removed, returns, semantics, rename (default: added)")
	fs.StringVar(&d.Detect, "detect", "", "`HOW` a probe tells the versions apart: selector, returns, none (default: by -change)")
	fs.StringVar(&d.Owner, "owner", "", "`WHO` is responsible")
	fs.StringVar(&d.Criticality, "criticality", "", "`LEVEL`: critical, or warning, which never fails a build (default: critical)")
	fs.StringVar(&d.Components, "components", "", "`NAMES` of the components that call the functions, separated by commas")
	fs.StringVar(&d.Legacy, "legacy", "", "`WHAT` the service does without the functions")
	return cl.featureCommand("add", "compatlint registry add FEATURE [flags]", "register a feature", registryAddHelp, fs,
		func(ctx context.Context, feature string, args []string) error {
			if err := noPackages("registry add", args); err != nil {
				return err
			}
			d.Name, d.Contracts, d.Selectors = feature, a.contracts, a.selectors
			return cl.addFeature(ctx, &a)
		})
}

func (cl *commandLine) addFeature(ctx context.Context, a *registryAdd) error {
	file, err := cl.registryText(a.shared)
	if err != nil {
		return err
	}
	today, _, err := grace.Today(a.today, os.Getenv, time.Now)
	if err != nil {
		return err
	}
	d := &a.draft
	if err := cl.fillFeature(d, file.Registry, today); err != nil {
		return err
	}
	feature, err := d.Feature(file.Registry, today)
	if err != nil {
		return err
	}
	after, err := file.Add(feature)
	if err == nil {
		err = cl.checkSources(ctx, file.Registry.Path, after)
	}
	if err := cl.writeRegistry(file, after, err); err != nil {
		return err
	}
	const message = "compatlint: wrote %s: feature %q is registered as %s: run \"compatlint lock\" if its functions are new, then \"compatlint ./...\"\n"
	fmt.Fprintf(cl.stderr, message, driver.Relative(cl.dir, file.Registry.Path), feature.Name, feature.State)
	return nil
}

// fillFeature asks for what every feature needs.
func (cl *commandLine) fillFeature(d *drafting.Feature, registry *compatregistry.Registry, today grace.Date) error {
	contracts, selectors := strings.Join(d.Contracts, ","), strings.Join(d.Selectors, ";")
	questions := []question{
		{"contract", &contracts, "contract"}, {"selector", &selectors, "signature of the function"},
		{"version", &d.Version, "release of the contracts"}, {"ticket", &d.Ticket, "ticket"},
	}
	end := question{"grace-end", &d.GraceEnd, "first day on which legacy is refused (YYYY-MM-DD, or 90d)"}
	if d.NeedsEnd(registry, today) && !cl.interactive() {
		questions = append(questions, end) // so that one error names everything
	}
	err := cl.fill("registry add", questions)
	d.Contracts, d.Selectors = drafting.Split(contracts, ","), drafting.Split(selectors, ";")
	if err == nil && d.NeedsEnd(registry, today) {
		err = cl.fill("registry add", []question{end})
	}
	return err
}

// checkSources looks for the registered functions in the bindings as they are now: the lock file cannot have new ones yet. Bindings that cannot
// be read are no reason not to write, because lock and lint will say so.
func (cl *commandLine) checkSources(ctx context.Context, path string, after []byte) error {
	registry, err := compatregistry.Parse(path, after)
	if err != nil {
		return err
	}
	done := cl.progress("reading bindings")
	current, err := locking.Read(ctx, registry, locking.Options{Dir: cl.dir})
	done()
	if err != nil {
		return nil
	}
	if problems := compatregistry.CheckLock(registry, current); len(problems) > 0 {
		return &edit.InvalidError{Errors: problems}
	}
	return nil
}

// registryText opens the registry for a change.
func (cl *commandLine) registryText(s *shared) (*edit.File, error) {
	registry, _, err := cl.registryFile(s)
	if err != nil {
		return nil, err
	}
	return edit.Open(registry.Path)
}

// writeRegistry writes what came of a change, or says why nothing did.
func (cl *commandLine) writeRegistry(file *edit.File, after []byte, err error) error {
	if err != nil {
		return cl.refused(file.Registry, err)
	}
	if err := file.Write(after); err != nil {
		return fmt.Errorf("writing the registry: %w", err)
	}
	return nil
}

// refused lists what would be wrong. The positions are those in the text that was not written, so the lines say that first.
func (cl *commandLine) refused(registry *compatregistry.Registry, err error) error {
	var invalid *edit.InvalidError
	if !errors.As(err, &invalid) {
		return err
	}
	lines := driver.Lines(cl.dir, invalid.Errors)
	heading := fmt.Sprintf("compatlint: %s was not written, because it would be invalid:", driver.Relative(cl.dir, registry.Path))
	return &driver.UnusableError{Lines: append([]string{heading}, lines...)}
}
