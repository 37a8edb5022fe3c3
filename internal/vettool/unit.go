package vettool

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

// A unit is one package as the go command hands it over: for its diagnostics, or (VetxOnly) for what packages that import it have to know.
type unit struct {
	options
	cfg unitchecker.Config

	today    grace.Date
	clockSet bool
}

// runUnit handles one unit and returns the exit code.
func runUnit(args []string, stdout, stderr io.Writer) (code int, err error) {
	u := &unit{}
	fs := flagSet(&u.options)
	if err := fs.Parse(args); err != nil {
		return exitFailed, err
	}
	if fs.NArg() != 1 {
		return exitFailed, fmt.Errorf("%d unit files at once: the go command gives one", fs.NArg())
	}
	if err := u.read(fs.Arg(0)); err != nil {
		return exitFailed, err
	}
	if u.cfg.VetxOnly && !u.isOwn() {
		return exitDone, u.passOn()
	}
	u.today, u.clockSet, err = grace.Today(analyzers.Flags().Lookup("today").Value.String(), os.Getenv, time.Now)
	if err != nil {
		return exitFailed, err
	}
	return u.analyze(stdout, stderr)
}

func (u *unit) read(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &u.cfg); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if len(u.cfg.GoFiles) == 0 {
		return fmt.Errorf("%s: package %s has no Go files", name, u.cfg.ImportPath)
	}
	return nil
}

// isOwn reports whether the package belongs to a main module, so that "./..." can name it.
func (u *unit) isOwn() bool {
	if u.cfg.Module != nil { // since Go 1.27
		return u.cfg.Module.Main
	}
	return u.cfg.ModulePath != "" && u.cfg.ModuleVersion == ""
}

func (u *unit) modulePath() string {
	if u.cfg.Module != nil {
		return u.cfg.Module.Path
	}
	return u.cfg.ModulePath
}

// analyze judges the package. Packages of the user's own are judged even where only what they pass on is wanted: up to Go 1.27.3 the go command
// keeps one result for both, and would replay that of a dependency, which reports nothing, when the package is vetted itself. So a result is
// kept only if there is nothing to report.
func (u *unit) analyze(stdout, stderr io.Writer) (code int, err error) {
	result, err := u.judge()
	if u.cfg.VetxOnly && (err != nil || result.count() > 0) {
		return exitDone, nil // said when the package itself is vetted
	}
	if err != nil {
		return exitFailed, err
	}
	announced := u.clockSet && result.dependsOnTheDay()
	if announced && !u.cfg.VetxOnly {
		fmt.Fprintf(stderr, "compatlint: the clock is set to %s\n", u.today)
	}
	if result.count() > 0 {
		return u.report(result, stdout, stderr)
	}
	if u.fix {
		return exitDone, u.writeFixes(nil)
	}
	if announced || !u.mayBeKept() {
		return exitDone, nil
	}
	return exitDone, u.keep()
}

// keep makes the go command keep that there is nothing to report. The empty output takes the place of what a run that was not kept has printed:
// the go command keeps the two apart.
func (u *unit) keep() error {
	if u.cfg.Stdout != "" {
		if err := os.WriteFile(u.cfg.Stdout, nil, 0o666); err != nil {
			return err
		}
	}
	return u.passOn()
}

// report prints findings or the fixes for them. Such a unit passes nothing on, so that the go command keeps nothing.
func (u *unit) report(result *result, stdout, stderr io.Writer) (code int, err error) {
	if u.fix {
		return u.applyFixes(result, stdout)
	}
	if !u.asJSON { // the go command before 1.26
		return exitFailed, result.graph.PrintText(stderr, -1)
	}
	out, err := u.output(stdout)
	if err != nil {
		return exitFailed, err
	}
	if err := result.graph.PrintJSON(out); err != nil {
		return exitFailed, err
	}
	return exitDone, out.Close()
}

// output is where the go command reads what the unit prints.
func (u *unit) output(stdout io.Writer) (io.WriteCloser, error) {
	if u.cfg.Stdout == "" {
		return nopCloser{stdout}, nil
	}
	return os.Create(u.cfg.Stdout)
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
