package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/render"
	"github.com/compatlint/compatlint/internal/retire"
)

const retireHelp = `
retire takes what guards a feature out of the code, when every contract that counts has its
functions: wrappers and dual paths become the plain call where that is mechanical, directives
go, and so do the imports and variables that nothing else needs. What comes out compiles. The
rest is listed with the reason why it has to be done by hand.

Without -fix and -diff it changes nothing, and lists both. It does not touch compat.yaml: that
is "compatlint registry retire". Test files are looked at as well.

Examples:
  compatlint retire policy_code_hash ./...
  compatlint retire policy_code_hash -diff
  compatlint retire policy_code_hash -fix

Exit codes: 0 nothing is left; 1 something is left to do, or with -diff a diff; 2 the code or
the registry could not be analysed.
`

// A retiring are the flags of retire.
type retiring struct {
	*shared
	fix, diff bool
}

func (cl *commandLine) retireCommand(s *shared) *ffcli.Command {
	r := retiring{shared: s}
	fs := flag.NewFlagSet("retire", flag.ContinueOnError)
	s.register(fs)
	s.registerTags(fs)
	fs.BoolVar(&r.fix, "fix", false, "change the files, then list what is left")
	fs.BoolVar(&r.diff, "diff", false, "print what -fix would change as a unified diff, and change nothing")
	var c *ffcli.Command
	c = cl.command("retire", "compatlint retire FEATURE [flags] [packages]", "take the guards of a feature out of the code", retireHelp, fs,
		func(ctx context.Context, args []string) error {
			if len(args) == 0 {
				return &cli.UsageError{Err: errors.New("retire needs the name of a feature"), Command: c}
			}
			switch err := fs.Parse(args[1:]); { // flags may stand behind the name
			case errors.Is(err, flag.ErrHelp):
				fmt.Fprint(cl.stdout, cli.Help(c))
				return nil
			case err != nil:
				return &cli.UsageError{Err: err, Command: c}
			}
			return cl.retire(ctx, &r, args[0], fs.Args())
		})
	return c
}

func (cl *commandLine) retire(ctx context.Context, r *retiring, feature string, patterns []string) error {
	if r.fix && r.diff {
		return errors.New("-fix changes the files and -diff does not: leave one out")
	}
	if err := checkPatterns(patterns); err != nil {
		return err
	}
	dir, err := cl.enter(r.shared)
	if err != nil {
		return err
	}
	in, err := r.inputs(dir, true)
	if err != nil {
		return err
	}
	opts := driver.Options{Dir: dir, Patterns: patterns, Tags: r.tags, Inputs: in}
	if len(patterns) == 0 {
		opts.Patterns = []string{"./..."}
	}
	done := cl.progress("loading packages, compiling dependencies where that was not done before")
	out, err := retire.Make(ctx, feature, opts)
	done()
	if err != nil {
		return err
	}
	for _, line := range out.Plan.LeftOut {
		fmt.Fprintln(cl.stderr, "compatlint: "+line)
	}
	switch {
	case r.diff:
		return cl.retireDiff(out)
	case r.fix && len(out.Plan.Files) > 0:
		return cl.retireFix(ctx, r, out, patterns)
	}
	return cl.retireList(out)
}

func (cl *commandLine) retireDiff(out *retire.Outcome) error {
	if _, err := cl.stdout.Write(out.Plan.Diff()); err != nil {
		return err
	}
	if len(out.Plan.Files) > 0 || len(out.Left) > 0 {
		cl.countLeft(out)
		return errFindings
	}
	return nil
}

// retireFix changes the files and lists what is left, in a process of its own: this one has read sources that have changed since.
func (cl *commandLine) retireFix(ctx context.Context, r *retiring, out *retire.Outcome, patterns []string) error {
	if err := out.Plan.Write(); err != nil {
		return err
	}
	fmt.Fprintf(cl.stderr, "compatlint: took %s out of %s\n", render.Count(len(out.Done), "place"), render.Count(len(out.Plan.Files), "file"))
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Args = append([]string{os.Args[0], "retire", out.Feature.Name, "-registry=" + r.registry, "-today=" + r.today, "-tags=" + r.tags}, patterns...)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = cl.stdout, &stderr
	err = cmd.Run()
	if _, writeErr := cl.stderr.Write(bytes.TrimPrefix(stderr.Bytes(), []byte(cl.announced))); writeErr != nil {
		return writeErr
	}
	switch code := cmd.ProcessState.ExitCode(); {
	case err == nil:
		return nil
	case code == exitFindings:
		return errFindings
	case code == exitUnusable:
		return errSaid
	}
	return fmt.Errorf("listing what is left: %w", err)
}

func (cl *commandLine) retireList(out *retire.Outcome) error {
	for _, f := range out.Done {
		fmt.Fprintf(cl.stdout, "%s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message)
	}
	for _, f := range out.Left {
		fmt.Fprintf(cl.stdout, "%s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message)
	}
	if len(out.Done)+len(out.Left) == 0 {
		next := ""
		if out.Feature.State != compatregistry.Retired {
			next = fmt.Sprintf(": compatlint registry retire %s makes it a tombstone", out.Feature.Name)
		}
		fmt.Fprintf(cl.stderr, "compatlint: nothing guards %s in these packages%s\n", out.Feature.Name, next)
		return nil
	}
	cl.countLeft(out)
	return errFindings
}

func (cl *commandLine) countLeft(out *retire.Outcome) {
	fmt.Fprintf(cl.stderr, "compatlint: %s: %s for -fix, %s to do by hand\n", out.Feature.Name,
		render.Count(len(out.Done), "place"), render.Count(len(out.Left), "place"))
}
