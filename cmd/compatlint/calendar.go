package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"

	"github.com/peterbourgon/ff/v3/ffcli"
	"golang.org/x/mod/modfile"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/calendar"
	"github.com/compatlint/compatlint/internal/inputs"
)

const calendarHelp = `
calendar writes an iCalendar file (.ics) with two days for each window that is open or planned:
the one on which it ends, and policy.warn_before earlier the one from which on that is announced.
The events keep their identity when a window is extended, so a calendar that imports the file once
more moves them.

Examples:
  compatlint calendar -out docs/grace.ics
  compatlint calendar -out docs/grace.ics -check

Exit codes: 0 written, or up to date; 1 out of date; 2 the registry could not be read.
`

func (cl *commandLine) calendarCommand(s *shared) *ffcli.Command {
	a := &artifact{shared: s, command: "compatlint calendar", mark: "PRODID:-//compatlint//compatlint calendar//"}
	fs := flag.NewFlagSet("calendar", flag.ContinueOnError)
	a.register(fs, "stdout")
	a.registerCheck(fs)
	return cl.command("calendar", "compatlint calendar [flags]", "write the ends of the windows as a calendar", calendarHelp, fs,
		func(_ context.Context, args []string) error { return cl.calendar(a, args) })
}

func (cl *commandLine) calendar(a *artifact, args []string) error {
	if err := a.valid(args); err != nil {
		return err
	}
	registry, _, err := cl.registryFile(a.shared)
	if err != nil {
		return err
	}
	text := calendar.ICS(registry, calendar.Options{Module: modulePath(registry)})
	return cl.finishArtifact(a, text, append(a.outFlag(), flagOf("registry", a.registry)...)...)
}

// modulePath names the module that a registry lies in, or is "" outside of one.
func modulePath(registry *compatregistry.Registry) string {
	root, ok := inputs.ModuleRoot(filepath.Dir(registry.Path))
	if !ok {
		return ""
	}
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return ""
	}
	return modfile.ModulePath(data)
}
