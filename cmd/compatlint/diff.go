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
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/abidiff"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/render"
)

const diffHelp = `
diff compares two versions of contracts: functions that were added, removed or return
something else under the same selector, Go names that send another selector than before,
overloads that were numbered anew, events and custom errors.

OLD and NEW are each an ABI in JSON, an artifact of Foundry, Hardhat, Truffle or Brownie, a
Go binding, a folder of these, the import path of a package, or module@version or
module/folder@version, which the go command downloads with your GOPROXY and credentials.
Contracts are matched by name, and the contracts of two files whatever their names.

A contract that compat.yaml rolls out in lockstep may only be added to; -additive-only says
so of all. -draft prints the entries of compat.yaml for the functions that were added.

Examples:
  compatlint diff abi/NewtonPolicy.old.json abi/NewtonPolicy.json
  compatlint diff example.com/contracts/bindings@v0.2.0 example.com/contracts/bindings@v0.3.0
  compatlint diff -contract NewtonPolicy out.v1 out.v2
  compatlint diff -format markdown example.com/contracts@v0.2.0 ./bindings
  compatlint diff -draft -ticket NEWT-1001 example.com/contracts@v0.2.0 example.com/contracts@v0.3.0

Exit codes: 0 compared, whatever the differences; 1 a contract that may only be added to was
changed otherwise, or with -exit-code any difference; 2 something could not be read.
`

// diffCommandLine is what the user wants of compatlint diff.
type diffCommandLine struct {
	*shared
	format, release, ticket       string
	contracts                     list
	additiveOnly, exitCode, draft bool
}

func (cl *commandLine) diffCommand(s *shared) *ffcli.Command {
	d := diffCommandLine{shared: s}
	fs := flag.NewFlagSet("diff", flag.ContinueOnError)
	s.register(fs)
	fs.StringVar(&d.format, "format", "text", "print `FORMAT`: "+strings.Join(abidiff.Formats, ", "))
	fs.Var(&d.contracts, "contract", "compare the contract `NAME` only; may be given several times; names the contract of a file")
	fs.BoolVar(&d.additiveOnly, "additive-only", false, "fail if anything but additions is found, in any contract")
	fs.BoolVar(&d.exitCode, "exit-code", false, "fail if there is any difference")
	fs.BoolVar(&d.draft, "draft", false, "print entries of compat.yaml for the functions that were added, instead of the differences")
	fs.StringVar(&d.release, "release", "", "the `VERSION` in which -draft says they were introduced (default: that of NEW, where it is a module)")
	fs.StringVar(&d.ticket, "ticket", "", "the `TICKET` of the entries that -draft prints")
	return cl.command("diff", "compatlint diff [flags] OLD NEW", "compare two versions of contracts", diffHelp, fs,
		func(ctx context.Context, args []string) error { return cl.diff(ctx, &d, args) })
}

func (cl *commandLine) diff(ctx context.Context, d *diffCommandLine, args []string) error {
	if err := d.valid(args); err != nil {
		return err
	}
	registry, err := cl.optionalRegistry(d.shared)
	if err != nil {
		return err
	}
	done := cl.progress("reading contracts")
	before, after, err := cl.readBoth(ctx, args)
	done()
	if err != nil {
		return err
	}
	report, err := abidiff.Compare(before, after, abidiff.Options{Contracts: d.contracts, AdditiveOnly: d.additiveOnly, Registry: registry})
	if err != nil {
		return err
	}
	if d.draft {
		err = cl.printDraft(d, report, registry)
	} else {
		err = report.Write(cl.stdout, d.format)
	}
	if err != nil {
		return err
	}
	return cl.judgeDiff(d, report)
}

// valid refuses what cannot be done, before anything is read.
func (d *diffCommandLine) valid(args []string) error {
	for _, arg := range args {
		if strings.HasPrefix(arg, "-") {
			return fmt.Errorf("%s stands behind OLD and NEW: write flags before them", arg)
		}
	}
	switch {
	case len(args) != 2:
		return fmt.Errorf("diff compares two versions, OLD and NEW, and not %d: compatlint diff OLD NEW", len(args))
	case !slices.Contains(abidiff.Formats, d.format):
		return fmt.Errorf("-format %q: the formats are %s", d.format, strings.Join(abidiff.Formats, ", "))
	case d.draft && d.format != "text":
		return errors.New("-draft prints YAML: leave out -format")
	case !d.draft && (d.release != "" || d.ticket != ""):
		return errors.New("-release and -ticket are for -draft: add it, or leave them out")
	}
	return nil
}

// optionalRegistry loads the registry of the working directory, if there is one, or the one that was named.
func (cl *commandLine) optionalRegistry(s *shared) (*compatregistry.Registry, error) {
	registry, _, err := cl.registryFile(s)
	var none *compatregistry.NotFoundError
	if s.registry == "" && os.Getenv(inputs.RegistryEnv) == "" && errors.As(err, &none) {
		return nil, nil
	}
	return registry, err
}

// readBoth reads the two sides. What is wrong in files of either is reported together.
func (cl *commandLine) readBoth(ctx context.Context, args []string) (before, after *abidiff.Source, err error) {
	before, errBefore := abidiff.Read(ctx, cl.dir, args[0])
	after, errAfter := abidiff.Read(ctx, cl.dir, args[1])
	if errBefore == nil && errAfter == nil {
		return before, after, nil
	}
	var lines []string
	for _, err := range []error{errBefore, errAfter} {
		if err != nil {
			lines = append(lines, driver.Lines(cl.dir, err)...)
		}
	}
	return nil, nil, &driver.UnusableError{Lines: slices.Compact(lines)}
}

// printDraft writes the entries to stdout, and what has to be done to paste them to stderr.
func (cl *commandLine) printDraft(d *diffCommandLine, report *abidiff.Report, registry *compatregistry.Registry) error {
	today, _, err := grace.Today(d.today, os.Getenv, time.Now)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	notes, err := report.WriteDraft(&text, abidiff.DraftOptions{Today: today, Release: d.release, Ticket: d.ticket, Registry: registry})
	switch {
	case abidiff.IsNothing(err):
		fmt.Fprintf(cl.stderr, "compatlint: nothing to draft: %v\n", err)
		return nil
	case err != nil:
		return err
	}
	if _, err := cl.stdout.Write(text.Bytes()); err != nil {
		return err
	}
	if registry != nil {
		fmt.Fprintf(cl.stderr, "compatlint: paste the entries under the keys of the same name in %s, and correct the names, dates and tickets\n",
			driver.Relative(cl.dir, registry.Path))
	} else {
		fmt.Fprintf(cl.stderr, "compatlint: this is a whole %s: correct the names, dates and tickets\n", compatregistry.FileName)
	}
	for _, note := range notes {
		fmt.Fprintln(cl.stderr, "compatlint:", note)
	}
	return nil
}

// judgeDiff is the exit code.
func (cl *commandLine) judgeDiff(d *diffCommandLine, report *abidiff.Report) error {
	violations := report.Violations()
	for _, p := range violations {
		what := "the contract was removed"
		if p.New != nil {
			what = render.Count(p.Changes.Lost(), "difference") + " beside additions"
		}
		why := "-additive-only"
		if p.Rule == abidiff.Lockstep {
			at := p.Contract.Position
			why = fmt.Sprintf("%s:%d rolls it out in lockstep", driver.Relative(cl.dir, at.File), at.Line)
		}
		fmt.Fprintf(cl.stderr, "compatlint: %s may only be added to (%s): %s\n", p.Name, why, what)
	}
	if len(violations) > 0 || d.exitCode && !report.IsEmpty() {
		return errFindings
	}
	return nil
}
