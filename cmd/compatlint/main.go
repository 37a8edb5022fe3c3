// Command compatlint finds uses of contract functions that deployed contracts may not have yet.
//
// It is everything static: it lints packages, and keeps the registry and the lock file. It never opens a socket; what is really deployed is
// the business of compatctl.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/vettool"
)

// Exit codes, the same for every command.
const (
	exitClean    = 0
	exitFindings = 1
	exitUnusable = 2 // bad flags, an invalid registry, code that does not compile
)

func main() {
	if args := os.Args[1:]; vettool.Asked(args) {
		os.Exit(vettool.Run(args, os.Stdout, os.Stderr))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	cl := &commandLine{stdout: os.Stdout, stderr: os.Stderr, terminal: cli.IsTerminal(os.Stderr), pretty: cli.IsTerminal(os.Stdout)}
	code := cl.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// errSaid ends a command with exitUnusable when somebody else has said why.
var errSaid = errors.New("said")

// errFindings ends a command with exitFindings after it has printed them.
var errFindings = errors.New("findings")

// A commandLine is one invocation.
type commandLine struct {
	stdout, stderr io.Writer
	terminal       bool   // stderr is one
	pretty         bool   // stdout is one
	dir            string // working directory, below which files are named relative to it; "" before a command has entered it

	announced string // what was said about the clock

	root  *ffcli.Command
	asked *ffcli.Command // the command whose help, or whose usage after an error, is wanted
}

// run executes one command line and returns the exit code.
func (cl *commandLine) run(ctx context.Context, args []string) int {
	cl.root = cl.rootCommand()
	if len(args) > 0 && args[0] == "help" { // as the go command has it, and as go vet tells people to call its tools
		args = append(args[1:len(args):len(args)], "-h")
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

// exitCode prints an error, if there is one, and returns what it means.
func (cl *commandLine) exitCode(err error) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errSaid):
		return exitUnusable
	}
	fmt.Fprintln(cl.stderr, strings.Join(driver.Lines(cl.dir, err), "\n"))
	return exitUnusable
}
