package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/token"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/analyzers"
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
  compatlint -format json ./... >out.json findings and uses for programs
  compatlint lock                         record the contracts' selectors in compat.lock
  compatlint registry show                list the features and their windows
  compatlint explain directcall           what an analyzer finds, and what to write instead

Exit codes: 0 no findings; 1 findings; 2 the code or the registry could not be analysed.
`

func (cl *commandLine) rootCommand() *ffcli.Command {
	var l lint
	fs := flag.NewFlagSet("compatlint", flag.ContinueOnError)
	l.register(fs)
	root := cl.command("compatlint", "compatlint [flags] [packages]", "lint packages", rootHelp, fs,
		func(ctx context.Context, args []string) error { return cl.lint(ctx, &l, args) })
	root.Subcommands = []*ffcli.Command{cl.lockCommand(&l.shared), cl.registryCommand(&l.shared), cl.explainCommand(), cl.versionCommand()}
	return root
}

// lint are the flags of the command that lints.
type lint struct {
	shared
	format                string
	tests, stats, vetJSON bool
	warningsAsErrors      bool
}

func (l *lint) register(fs *flag.FlagSet) {
	l.shared.register(fs)
	l.registerTags(fs)
	fs.StringVar(&l.format, "format", "text", "print `FORMAT`: "+strings.Join(render.Formats, " or "))
	fs.BoolVar(&l.vetJSON, "json", false, "print what go vet -json prints; -format json tells more")
	fs.BoolVar(&l.tests, "tests", false, "report in _test.go files too")
	fs.BoolVar(&l.stats, "stats", false, "say on stderr what was looked at")
	fs.BoolVar(&l.warningsAsErrors, "warnings-as-errors", false, "fail on warnings too")
}

func (cl *commandLine) lint(ctx context.Context, l *lint, args []string) error {
	if err := checkPatterns(args); err != nil {
		return err
	}
	if !render.Known(l.format) {
		return fmt.Errorf("-format %q: the formats are %s", l.format, strings.Join(render.Formats, ", "))
	}
	dir, err := cl.enter(&l.shared)
	if err != nil {
		return err
	}
	opts, err := l.inputs(dir, l.tests)
	if err != nil {
		return err
	}
	patterns := args
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	done := cl.progress("loading packages, compiling dependencies where that was not done before")
	report, err := driver.Run(ctx, driver.Options{Analyzers: analyzers.All(), Dir: dir, Patterns: patterns, Tags: l.tags, Inputs: opts})
	done()
	if err != nil {
		return cl.unknownCommand(args, err)
	}
	if l.warningsAsErrors {
		report.PromoteWarnings()
	}
	if err := cl.print(l, report); err != nil {
		return err
	}
	if report.Errors() > 0 {
		return errFindings
	}
	return nil
}

// unknownCommand adds to an error about packages what somebody wants to know who mistyped a command: a word may be an import path.
func (cl *commandLine) unknownCommand(args []string, err error) error {
	var unusable *driver.UnusableError
	if len(args) == 0 || !token.IsIdentifier(args[0]) || !errors.As(err, &unusable) {
		return err
	}
	hint := fmt.Sprintf("compatlint: if %q was meant as a command: the commands are %s", args[0], commandNames(cl.root))
	return &driver.UnusableError{Lines: append(unusable.Lines, hint)}
}

func (cl *commandLine) print(l *lint, report *driver.Report) error {
	var out bytes.Buffer
	write := func() error { return render.Write(&out, l.format, report) }
	if l.vetJSON {
		write = func() error { return render.Vet(&out, report) }
	}
	if err := write(); err != nil {
		return err
	}
	if _, err := cl.stdout.Write(out.Bytes()); err != nil {
		return err
	}
	if l.stats {
		return render.Stats(cl.stderr, report.Stats)
	}
	return nil
}

// progress says on a terminal what takes time, and returns the function that takes it back.
func (cl *commandLine) progress(what string) (done func()) {
	if !cl.terminal {
		return func() {}
	}
	fmt.Fprintf(cl.stderr, "compatlint: %s …", what)
	return func() { fmt.Fprint(cl.stderr, "\r\033[K") }
}
