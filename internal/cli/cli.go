// Package cli has what the commands of this repository do alike with package ffcli: the text of -h, and what is said of a command line that
// cannot be taken.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/peterbourgon/ff/v3/ffcli"
	"golang.org/x/term"
)

// IsTerminal reports whether a file is a terminal that can erase a line.
func IsTerminal(file *os.File) bool {
	return term.IsTerminal(int(file.Fd())) && os.Getenv("TERM") != "dumb"
}

// Help is the text of -h.
func Help(c *ffcli.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage: %s\n\n%s\n", c.ShortUsage, strings.TrimSpace(c.LongHelp))
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	if len(c.Subcommands) > 0 {
		fmt.Fprint(w, "\nCommands:\n")
		for _, sub := range c.Subcommands {
			fmt.Fprintf(w, "  %s\t%s\n", sub.Name, sub.ShortHelp)
		}
	}
	first := true
	c.FlagSet.VisitAll(func(f *flag.Flag) {
		if first {
			fmt.Fprint(w, "\nFlags:\n")
			first = false
		}
		name, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(w, "  -%s %s\t%s\n", f.Name, name, usage)
	})
	w.Flush()
	return b.String()
}

// A UsageError is a command line that its command cannot take.
type UsageError struct {
	Err     error
	Command *ffcli.Command
}

func (e *UsageError) Error() string {
	return fmt.Sprintf("%v\nUsage: %s\nRun it with -h for the flags.", e.Err, e.Command.ShortUsage)
}

// ParseFailed says what is wrong with a command line that ffcli has not parsed. asked is the command whose flags were parsed last.
func ParseFailed(err error, asked *ffcli.Command) *UsageError {
	if noExec := (ffcli.NoExecError{}); errors.As(err, &noExec) {
		return &UsageError{missingCommand(noExec.Command), noExec.Command}
	}
	if inner := errors.Unwrap(err); inner != nil {
		err = inner // ffcli says first that it was parsing a command line
	}
	return &UsageError{err, asked}
}

// missingCommand says which commands a group of them has.
func missingCommand(group *ffcli.Command) error {
	commands := Names(group)
	if args := group.FlagSet.Args(); len(args) > 0 {
		return fmt.Errorf("%s has no command %q: the commands are %s", group.Name, args[0], commands)
	}
	return fmt.Errorf("%s needs a command: one of %s", group.Name, commands)
}

// Names lists the commands of a group, with commas between them.
func Names(group *ffcli.Command) string {
	names := make([]string, len(group.Subcommands))
	for i, sub := range group.Subcommands {
		names[i] = sub.Name
	}
	return strings.Join(names, ", ")
}
