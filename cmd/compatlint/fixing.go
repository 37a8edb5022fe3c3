package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"

	"github.com/compatlint/compatlint/internal/applyfix"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/render"
)

// fix applies the suggested fixes of a report, or prints them.
func (cl *commandLine) fix(ctx context.Context, l *lint, report *driver.Report, opts driver.Options, patterns []string) error {
	done := cl.progress("applying fixes")
	plan, err := applyfix.Make(ctx, report, opts)
	done()
	if err != nil {
		return err
	}
	for _, line := range plan.LeftOut {
		fmt.Fprintln(cl.stderr, "compatlint: "+line)
	}
	switch {
	case l.diff:
		return cl.printDiff(l, plan, report)
	case len(plan.Files) == 0:
		return cl.finish(l, report)
	}
	if err := plan.Write(); err != nil {
		return err
	}
	fmt.Fprintf(cl.stderr, "compatlint: %s\n", plan.Summary())
	return cl.again(ctx, patterns)
}

func (cl *commandLine) printDiff(l *lint, plan *applyfix.Plan, report *driver.Report) error {
	if err := cl.deliver(l, plan.Diff()); err != nil {
		return err
	}
	if plan.Conflicts > 0 {
		fmt.Fprintf(cl.stderr, "compatlint: the diff leaves out %s, because fixes of others change the same lines: apply it and run it again\n",
			render.Count(plan.Conflicts, "finding"))
	}
	if err := cl.printStats(l, report); err != nil {
		return err
	}
	if len(plan.Files) > 0 {
		return errFindings
	}
	return nil
}

// again runs the same command line without -fix, to report what is left. That takes a process of its own: this one has read sources that its
// fixes have changed since.
func (cl *commandLine) again(ctx context.Context, patterns []string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Args = []string{os.Args[0]}
	cl.root.FlagSet.Visit(func(f *flag.Flag) {
		if f.Name != "fix" && f.Name != "C" { // this process is in the folder that -C names already
			cmd.Args = append(cmd.Args, "-"+f.Name+"="+f.Value.String())
		}
	})
	cmd.Args = append(cmd.Args, patterns...)
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
	return fmt.Errorf("reporting what is left after the fixes: %w", err)
}
