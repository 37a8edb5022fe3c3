package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"go/token"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/render"
)

const rootHelp = `
compatlint finds every use of a contract function that compat.yaml registers and that
contracts deployed earlier may not have, and accepts it only when it is guarded. It fails
when the promised end of a grace window has come.

Examples:
  compatlint ./...                        lint the module in this folder
  compatlint -C service -stats ./...      lint another one, and say what was looked at
  compatlint -today 2027-01-31 ./...      see what will fail on that day
  compatlint -fix ./...                   apply the suggested fixes; -diff only shows them
  compatlint -format sarif -out compat.sarif ./...
                                          write findings for code scanning
  compatlint -baseline known.txt -update-baseline ./...
                                          accept what is found today; later, without
                                          -update-baseline, fail on new findings only
  compatlint init                         write a first compat.yaml and compat.lock
  compatlint lock                         record the contracts' selectors in compat.lock
  compatlint registry show                list the features and their windows
  compatlint diff abi/old.json abi/new.json
                                          what a release of the contracts changes
  compatlint report -out compat.html      windows, uses and findings as one HTML page
  compatlint explain directcall           what an analyzer finds, and what to write instead

Exit codes: 0 no findings; 1 findings, or with -diff a diff; 2 the code or the registry could not be analysed.
`

func (cl *commandLine) rootCommand() *ffcli.Command {
	var l lint
	fs := flag.NewFlagSet("compatlint", flag.ContinueOnError)
	l.register(fs)
	root := cl.command("compatlint", "compatlint [flags] [packages]", "lint packages", rootHelp, fs,
		func(ctx context.Context, args []string) error { return cl.lint(ctx, &l, args) })
	root.Subcommands = []*ffcli.Command{
		cl.initCommand(&l.shared), cl.lockCommand(&l.shared), cl.registryCommand(&l.shared), cl.diffCommand(&l.shared),
		cl.matrixCommand(&l.shared), cl.calendarCommand(&l.shared), cl.generateCommand(&l.shared), cl.reportCommand(&l.shared),
		cl.retireCommand(&l.shared),
		cl.explainCommand(), cl.versionCommand(),
	}
	return root
}

// lint are the flags of the command that lints.
type lint struct {
	shared
	format, out           string
	context               int // -c
	tests, stats, vetJSON bool
	warningsAsErrors      bool
	fix, diff             bool
	baseline              string
	updateBaseline        bool
}

func (l *lint) register(fs *flag.FlagSet) {
	l.shared.register(fs)
	l.registerTags(fs)
	fs.StringVar(&l.format, "format", "text", "print `FORMAT`: "+strings.Join(render.Formats, ", "))
	fs.BoolVar(&l.vetJSON, "json", false, "print what go vet -json prints; -format json tells more")
	fs.StringVar(&l.out, "out", "", "write to `FILE` instead of stdout")
	fs.IntVar(&l.context, "c", -1, "show the source of findings with `N` lines around it (default: on a terminal, without)")
	fs.BoolVar(&l.tests, "tests", false, "report in _test.go files too")
	fs.BoolVar(&l.stats, "stats", false, "say on stderr what was looked at, and what took the time")
	fs.BoolVar(&l.warningsAsErrors, "warnings-as-errors", false, "fail on warnings too")
	fs.BoolVar(&l.fix, "fix", false, "apply the suggested fixes, then report what is left")
	fs.BoolVar(&l.diff, "diff", false, "print what -fix would change as a unified diff, and change nothing")
	fs.StringVar(&l.baseline, "baseline", "", "leave out the findings that `FILE` accepts; its entries that match nothing fail")
	fs.BoolVar(&l.updateBaseline, "update-baseline", false, "write the findings of this run to the file that -baseline names")
}

// valid refuses flags that do not go together: one of them would be lost in silence.
func (l *lint) valid(set map[string]bool, patterns []string) error {
	switch {
	case !render.Known(l.format):
		return fmt.Errorf("-format %q: the formats are %s", l.format, strings.Join(render.Formats, ", "))
	case l.vetJSON && set["format"]:
		return errors.New("-json and -format both name a format: leave one out")
	case l.diff && (l.vetJSON || set["format"]):
		return errors.New("-diff prints a diff and no findings: leave out -json and -format")
	case set["c"] && (l.vetJSON || l.diff || l.format != "text"):
		return errors.New("-c shows source in the text format only: leave it out")
	case set["c"] && l.context < 0:
		return fmt.Errorf("-c %d: the number of lines cannot be negative", l.context)
	case set["out"] && l.out == "":
		return errors.New("-out needs the name of a file")
	case set["baseline"] && l.baseline == "":
		return errors.New("-baseline needs the name of a file")
	case l.updateBaseline && l.baseline == "":
		return errors.New("-update-baseline needs the file: compatlint -baseline FILE -update-baseline")
	case l.updateBaseline && (l.fix || l.diff):
		return errors.New("-update-baseline does not go with -fix and -diff: run them one after the other")
	}
	return checkPatterns(patterns)
}

func (cl *commandLine) lint(ctx context.Context, l *lint, args []string) error {
	if err := l.valid(cl.setFlags(), args); err != nil {
		return err
	}
	dir, err := cl.enter(&l.shared)
	if err != nil {
		return err
	}
	in, err := l.inputs(dir, l.tests)
	if err != nil {
		return err
	}
	base, err := cl.readBaseline(l)
	if err != nil {
		return err
	}
	opts := driver.Options{Analyzers: analyzers.All(), Dir: dir, Patterns: args, Tags: l.tags, Inputs: in}
	if len(opts.Patterns) == 0 {
		opts.Patterns = []string{"./..."}
	}
	done := cl.progress("loading packages, compiling dependencies where that was not done before")
	report, err := driver.Run(ctx, opts)
	done()
	if err != nil {
		return cl.unknownCommand(args, err)
	}
	if l.warningsAsErrors {
		report.PromoteWarnings()
	}
	if base, err = cl.updateBaseline(l, base, report); err != nil {
		return err
	}
	if base != nil {
		base.Apply(report)
	}
	if l.fix || l.diff {
		return cl.fix(ctx, l, report, opts, args)
	}
	return cl.finish(l, report)
}

// setFlags names the flags that the user wrote.
func (cl *commandLine) setFlags() map[string]bool {
	set := map[string]bool{}
	cl.root.FlagSet.Visit(func(f *flag.Flag) { set[f.Name] = true })
	return set
}

// unknownCommand adds to an error about packages what somebody wants to know who mistyped a command: a word may be an import path.
func (cl *commandLine) unknownCommand(args []string, err error) error {
	var unusable *driver.UnusableError
	if len(args) == 0 || !token.IsIdentifier(args[0]) || !errors.As(err, &unusable) {
		return err
	}
	hint := fmt.Sprintf("compatlint: if %q was meant as a command: the commands are %s", args[0], cli.Names(cl.root))
	return &driver.UnusableError{Lines: append(unusable.Lines, hint)}
}

// progress says on a terminal what takes time, and returns the function that takes it back.
func (cl *commandLine) progress(what string) (done func()) {
	if !cl.terminal {
		return func() {}
	}
	fmt.Fprintf(cl.stderr, "compatlint: %s …", what)
	return func() { fmt.Fprint(cl.stderr, "\r\033[K") }
}
