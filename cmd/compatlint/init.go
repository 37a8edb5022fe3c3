package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/initial"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/locking"
	"github.com/compatlint/compatlint/internal/render"
)

const initHelp = `
init finds the abigen bindings and ABI files of the module, writes a first compat.yaml with their
contracts and a compat.lock with their functions into the module's root, and says what to do
next. It never overwrites a file.

Examples:
  compatlint init
  compatlint init -C service

Exit codes: 0 written; 2 there is a registry already, or nothing was found.
`

func (cl *commandLine) initCommand(s *shared) *ffcli.Command {
	fs := flag.NewFlagSet("init", flag.ContinueOnError)
	fs.StringVar(&s.dir, "C", "", "change to `DIR` before doing anything else")
	s.registerTags(fs)
	return cl.command("init", "compatlint init [flags]", "write a first compat.yaml and compat.lock", initHelp, fs,
		func(ctx context.Context, args []string) error {
			if len(args) > 0 {
				return errors.New("init takes no arguments: name the module's folder with -C")
			}
			return cl.init(ctx, s)
		})
}

func (cl *commandLine) init(ctx context.Context, s *shared) error {
	dir, err := cl.enter(s)
	if err != nil {
		return err
	}
	root, ok := inputs.ModuleRoot(dir)
	if !ok {
		return fmt.Errorf("there is no go.mod in %s or above it: run init in a Go module", dir)
	}
	if err := initial.Check(root); err != nil {
		return err
	}
	found, err := initial.Find(root, s.tags)
	if err != nil {
		return err
	}
	if len(found.Contracts)+len(found.Files) == 0 {
		return fmt.Errorf("there are neither abigen bindings nor ABI files in %s: generate the bindings first, "+
			"or write %s by hand if they are in another module", root, compatregistry.FileName)
	}
	done := cl.progress("listing packages")
	written, err := initial.Write(ctx, root, s.tags, found.Text())
	done()
	if err != nil {
		return &driver.UnusableError{Lines: append(driver.Lines(cl.dir, err), "compatlint: nothing was written")}
	}
	cl.nextSteps(written, found)
	return nil
}

// nextSteps says what was written and what only people can decide.
func (cl *commandLine) nextSteps(w *initial.Written, found *initial.Found) {
	registry := driver.Relative(cl.dir, w.Registry.Path)
	lock := driver.Relative(cl.dir, locking.Path(w.Registry))
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s: %s\n", registry, render.Count(len(w.Registry.Contracts), "contract"))
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s: %s, %s\n", lock, render.Count(len(w.Lock.Selectors), "selector"),
		render.Count(len(w.Lock.Methods), "binding method"))
	if n := len(found.Files); n > 0 && len(found.Contracts) > 0 {
		fmt.Fprintf(cl.stderr, "compatlint: %s without a binding: listed in comments of %s\n", render.Count(n, "ABI file"), filepath.Base(registry))
	}
	fmt.Fprintf(cl.stderr, `Next:
  1. Read %s: set each contract's rollout, and remove contracts that are not yours to watch.
  2. Run "compatlint lock" if you changed something, and commit both files.
  3. Run "compatlint ./..." in CI: it finds every use of a new function that nobody registered.
  4. Register what a release adds with "compatlint registry add", then follow what the findings say.
`, registry)
}
