package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/internal/cli"
)

// A question asks for a flag that a command cannot do without.
type question struct {
	flag string
	into *string
	text string // what the user is asked on a terminal
}

// fill asks for the flags that are missing. Where nobody can answer it says which they are.
func (cl *commandLine) fill(command string, questions []question) error {
	var missing []question
	for _, q := range questions {
		if *q.into = strings.TrimSpace(*q.into); *q.into == "" {
			missing = append(missing, q)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if !cl.interactive() {
		return needs(command, missing)
	}
	return ask(os.Stdin, cl.stderr, command, missing)
}

// interactive reports whether there is somebody to answer.
func (cl *commandLine) interactive() bool { return cl.terminal && cli.IsTerminal(os.Stdin) }

// ask reads an answer to each question, on a line of its own.
func ask(in io.Reader, out io.Writer, command string, questions []question) error {
	for i, q := range questions {
		fmt.Fprintf(out, "%s: ", q.text)
		answer, err := readLine(in)
		if err != nil {
			return err
		}
		if *q.into = strings.TrimSpace(answer); *q.into == "" {
			return needs(command, questions[i:])
		}
	}
	return nil
}

// readLine reads no further than the end of the line: what follows answers a later question.
func readLine(in io.Reader) (string, error) {
	var line []byte
	for one := make([]byte, 1); ; {
		n, err := in.Read(one)
		switch {
		case n > 0 && one[0] == '\n', errors.Is(err, io.EOF):
			return string(line), nil
		case err != nil:
			return "", err
		}
		line = append(line, one[:n]...)
	}
}

// needs says which flags a command wants.
func needs(command string, missing []question) error {
	names := make([]string, len(missing))
	for i, q := range missing {
		names[i] = "-" + q.flag
	}
	last := len(names) - 1
	said := names[last]
	if last > 0 {
		said = strings.Join(names[:last], ", ") + " and " + said
	}
	return fmt.Errorf("%s needs %s: run it with -h for what they mean", command, said)
}

// featureCommand makes a command whose first argument is the name of a feature. Its flags may stand before the name and behind it.
func (cl *commandLine) featureCommand(
	name, usage, short, long string, fs *flag.FlagSet, exec func(ctx context.Context, feature string, args []string) error,
) *ffcli.Command {
	var c *ffcli.Command
	c = cl.command(name, usage, short, long, fs, func(ctx context.Context, args []string) error {
		command := "registry " + name
		if len(args) == 0 {
			return &cli.UsageError{Err: fmt.Errorf("%s needs the name of a feature", command), Command: c}
		}
		if err := fs.Parse(args[1:]); errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(cl.stdout, cli.Help(c))
			return nil
		} else if err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return exec(ctx, args[0], fs.Args())
	})
	return c
}

// noPackages refuses arguments behind the name of a feature.
func noPackages(command string, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes one feature: what is %q?", command, args[0])
	}
	return nil
}
