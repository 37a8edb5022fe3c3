package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/baseline"
	"github.com/compatlint/compatlint/internal/buildversion"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/render"
)

// finish prints a report and ends the command with what it means.
func (cl *commandLine) finish(l *lint, report *driver.Report) error {
	var out bytes.Buffer
	write := func() error { return render.Write(&out, l.format, report, cl.look(l)) }
	if l.vetJSON {
		write = func() error { return render.Vet(&out, report) }
	}
	if err := write(); err != nil {
		return err
	}
	if err := cl.deliver(l, out.Bytes()); err != nil {
		return err
	}
	if l.out != "" {
		fmt.Fprintf(cl.stderr, "compatlint: wrote %s: %s\n", l.out, render.Summary(report))
	}
	if err := cl.printStats(l, report); err != nil {
		return err
	}
	if report.Errors() > 0 {
		return errFindings
	}
	return nil
}

func (cl *commandLine) printStats(l *lint, report *driver.Report) error {
	if !l.stats {
		return nil
	}
	return render.Stats(cl.stderr, report.Stats)
}

// look says what text looks like: source and colours are for terminals, unless somebody asks for source.
func (cl *commandLine) look(l *lint) render.Options {
	terminal := cl.pretty && l.out == ""
	return render.Options{
		Version: buildversion.Release(), Excerpts: terminal || l.context >= 0, Context: max(l.context, 0), Color: terminal && os.Getenv("NO_COLOR") == "",
	}
}

// deliver writes the results to where the user wants them.
func (cl *commandLine) deliver(l *lint, results []byte) error {
	if l.out == "" {
		_, err := cl.stdout.Write(results)
		return err
	}
	if err := atomicfile.Write(l.out, results); err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	return nil
}

// readBaseline reads the baseline, if the user named one. Only one that is about to be written may be missing.
func (cl *commandLine) readBaseline(l *lint) (*baseline.Baseline, error) {
	if l.baseline == "" {
		return nil, nil
	}
	path := l.baseline
	if !filepath.IsAbs(path) {
		path = filepath.Join(cl.dir, path)
	}
	base, err := baseline.Read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && l.updateBaseline:
		return &baseline.Baseline{Path: path}, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("-baseline: %w: write it with compatlint -baseline %s -update-baseline", err, l.baseline)
	}
	return base, err
}

// updateBaseline writes the baseline of the findings, if the user wants that, and returns the one that holds from now on.
func (cl *commandLine) updateBaseline(l *lint, base *baseline.Baseline, report *driver.Report) (*baseline.Baseline, error) {
	if !l.updateBaseline {
		return base, nil
	}
	updated, added, removed := base.Update(report)
	if err := atomicfile.Write(updated.Path, updated.Text()); err != nil {
		return nil, fmt.Errorf("-baseline: %w", err)
	}
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s: %s, %d added, %d removed\n",
		l.baseline, render.Count(len(updated.Entries), "finding"), added, removed)
	return updated, nil
}
