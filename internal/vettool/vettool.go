// Package vettool is compatlint as the tool of "go vet -vettool": it answers the go command's questions about itself, and analyses one package
// when the go command asks for it.
//
// The go command keeps results and replays them. Package vettool decides which results it may keep, so that it never replays one that the
// registry, the lock file, the calendar or another package's source has made wrong; docs/vet.md says how. Packages are loaded from the export
// data that the go command has built, without go/packages and without facts. Finding anything is left to the analyzers.
package vettool

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"github.com/compatlint/compatlint/analyzers"
)

// Exit codes, as the go command understands them.
const (
	exitDone   = 0
	exitFailed = 1 // also: findings, where the caller does not read them as JSON
)

// Asked reports whether these are the arguments with which the go command calls a vet tool.
func Asked(args []string) bool {
	if len(args) == 1 && (args[0] == "-V=full" || args[0] == "-flags") {
		return true
	}
	return len(args) > 0 && filepath.Ext(args[len(args)-1]) == ".cfg"
}

// Run answers the go command and returns the exit code.
func Run(args []string, stdout, stderr io.Writer) int {
	var err error
	code := exitDone
	switch args[0] {
	case "-V=full":
		err = describe(stdout)
	case "-flags":
		err = printFlags(stdout)
	default:
		code, err = runUnit(args, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, errorText(err))
		return exitFailed
	}
	return code
}

// options are the flags that the go command passes on, besides those of the analyzers.
type options struct {
	asJSON, fix, diff bool
}

// flagSet returns the flags of a unit: the analyzers', which are set as they are parsed, and the go command's own.
func flagSet(o *options) *flag.FlagSet {
	fs := flag.NewFlagSet("compatlint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.BoolVar(&o.asJSON, "json", false, "print JSON")
	fs.BoolVar(&o.fix, "fix", false, "write suggested fixes to where the go command asks for them")
	fs.BoolVar(&o.diff, "diff", false, "with -fix: print the fixes as a unified diff")
	analyzers.Flags().VisitAll(func(f *flag.Flag) {
		if f.Name != "standalone" { // the go command's units report for themselves
			fs.Var(f.Value, f.Name, f.Usage)
		}
	})
	return fs
}

// printFlags says which flags "go vet" shall accept. The go command has -fix, -diff and -c itself.
func printFlags(w io.Writer) error {
	type description struct {
		Name  string
		Bool  bool
		Usage string
	}
	var all []description
	flagSet(&options{}).VisitAll(func(f *flag.Flag) {
		if f.Name == "fix" || f.Name == "diff" {
			return
		}
		boolean, ok := f.Value.(interface{ IsBoolFlag() bool })
		all = append(all, description{f.Name, ok && boolean.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", data)
	return err
}
