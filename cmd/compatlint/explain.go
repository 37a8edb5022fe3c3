package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/buildversion"
)

func (cl *commandLine) explainCommand() *ffcli.Command {
	const long = `
explain prints the documentation of an analyzer: what it finds and what to write instead.
Without a name it lists the analyzers.

Example:
  compatlint explain dualpath
`
	fs := flag.NewFlagSet("explain", flag.ContinueOnError)
	return cl.command("explain", "compatlint explain [ANALYZER]", "print the documentation of an analyzer", long, fs,
		func(_ context.Context, args []string) error { return cl.explain(args) })
}

func (cl *commandLine) explain(args []string) error {
	if len(args) > 1 {
		return fmt.Errorf("explain takes one analyzer, not %d", len(args))
	}
	var names []string
	for _, a := range analyzers.All() {
		if len(args) == 1 && a.Name == args[0] {
			fmt.Fprintf(cl.stdout, "%s\n\n%s\n", a.Doc, a.URL)
			return nil
		}
		names = append(names, a.Name)
		if len(args) == 0 {
			summary, _, _ := strings.Cut(a.Doc, "\n")
			fmt.Fprintln(cl.stdout, summary)
		}
	}
	if len(args) == 1 {
		return fmt.Errorf("no analyzer is called %q: there are %s", args[0], strings.Join(names, ", "))
	}
	return nil
}

func (cl *commandLine) versionCommand() *ffcli.Command {
	fs := flag.NewFlagSet("version", flag.ContinueOnError)
	return cl.command("version", "compatlint version", "print the version of compatlint and of the Go that built it",
		"version prints the version of compatlint and of the Go that built it.", fs,
		func(_ context.Context, args []string) error {
			if len(args) > 0 {
				return errors.New("version takes no arguments")
			}
			fmt.Fprintln(cl.stdout, "compatlint", buildversion.Text())
			return nil
		})
}
