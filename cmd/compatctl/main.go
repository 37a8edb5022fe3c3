// Command compatctl looks at what is really deployed: which live contracts have the functions that compat.yaml registers.
//
// It is everything on chain; what the code needs is the business of compatlint. RPC URLs come from the environment or the command line, and
// are never printed.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/crawl"
	"github.com/compatlint/compatlint/internal/fork"
)

// Exit codes, the same for every command.
const (
	exitClean    = 0
	exitFindings = 1 // something is missing
	exitUnusable = 2 // bad flags, an invalid registry, or something that could not be determined
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	cl := &commandLine{stdout: os.Stdout, stderr: os.Stderr, terminal: cli.IsTerminal(os.Stderr), pretty: cli.IsTerminal(os.Stdout), getenv: os.Getenv}
	cl.console = openConsole(os.Stdin, os.Stderr)
	code := cl.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// errFindings ends a command with exitFindings, and errUndetermined with exitUnusable, when the results have said why.
var (
	errFindings     = errors.New("findings")
	errUndetermined = errors.New("undetermined")
)

// A commandLine is one invocation.
type commandLine struct {
	stdout, stderr io.Writer
	terminal       bool // stderr is one
	pretty         bool // stdout is one
	getenv         func(string) string
	console        console // nil where there is nobody to ask
	replaced       replaced

	root  *ffcli.Command
	asked *ffcli.Command // the command whose help, or whose usage after an error, is wanted
}

// A replaced is what tests put in the place of real things. Its zero value is the real things.
type replaced struct {
	now   func() time.Time
	poll  time.Duration // between looks at a transaction
	crawl func(context.Context, crawl.Options) (*crawl.Report, error)
	fork  func(context.Context, fork.Options) (rehearsal, string, error)
}

// run executes one command line and returns the exit code.
func (cl *commandLine) run(ctx context.Context, args []string) int {
	cl.root = cl.rootCommand()
	if len(args) > 0 && args[0] == "help" {
		args = append(args[1:len(args):len(args)], "-h")
	}
	if len(args) > 0 && args[0] == "flag" {
		if err := refuseKeys(args); err != nil {
			return cl.exitCode(err)
		}
	}
	if err := cl.root.Parse(args); err != nil {
		return cl.parseFailed(err)
	}
	return cl.exitCode(cl.root.Run(ctx))
}

// parseFailed prints the help where it was asked for, and otherwise what is wrong with the flags.
func (cl *commandLine) parseFailed(err error) int {
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(cl.stdout, cli.Help(cl.asked))
		return exitClean
	}
	return cl.exitCode(cli.ParseFailed(err, cl.asked))
}

// exitCode prints an error, if there is one that nothing else has said, and returns what it means.
func (cl *commandLine) exitCode(err error) int {
	var invalid compatregistry.ErrorList
	var ended commandEnded
	switch {
	case err == nil:
		return exitClean
	case errors.As(err, &ended):
		return int(ended)
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errUndetermined):
		return exitUnusable
	case errors.As(err, &invalid):
		fmt.Fprintln(cl.stderr, invalid.Error())
	default:
		fmt.Fprintln(cl.stderr, "compatctl: "+printable(err))
	}
	return exitUnusable
}
