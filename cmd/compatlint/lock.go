package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/locking"
	"github.com/compatlint/compatlint/internal/render"
)

const lockHelp = `
lock writes compat.lock beside the registry: the selectors of every registered contract, the
Go methods of the bindings that send them, and your own functions that carry a //compat:
comment or forward the name of a contract's method. Commit it. Without packages it reads
every package of the modules that use the registry, and what they import.

The first lock file is the baseline. After that, lock never takes in a new selector of a
contract with rollout: grace by itself: it lists those that are not registered, and exits 1
until each is registered in compat.yaml or admitted with a reason.

Examples:
  compatlint lock
  compatlint lock -check
  compatlint lock -admit 'NewtonPolicy.foo()' -reason "an internal function, never called"

Exit codes: 0 written, or up to date; 1 out of date, or new selectors that nobody registered;
2 the registry or the packages could not be read.
`

type lock struct {
	*shared
	check  bool
	admit  list
	reason string
}

// A list is the value of a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, " ") }

func (l *list) Set(value string) error {
	*l = append(*l, value)
	return nil
}

func (cl *commandLine) lockCommand(s *shared) *ffcli.Command {
	l := lock{shared: s}
	fs := flag.NewFlagSet("lock", flag.ContinueOnError)
	s.register(fs)
	s.registerTags(fs)
	fs.BoolVar(&l.check, "check", false, "write nothing, and fail if compat.lock is out of date")
	fs.Var(&l.admit, "admit", "take in the new selector `CONTRACT.SIGNATURE` without registering it; may be given several times")
	fs.StringVar(&l.reason, "reason", "", "the `TEXT` that says why -admit; kept in the file")
	return cl.command("lock", "compatlint lock [flags] [packages]", "record the contracts' selectors in compat.lock", lockHelp, fs,
		func(ctx context.Context, args []string) error { return cl.lock(ctx, &l, args) })
}

func (cl *commandLine) lock(ctx context.Context, l *lock, patterns []string) error {
	if err := l.valid(patterns); err != nil {
		return err
	}
	registry, dir, err := cl.registryFile(l.shared)
	if err != nil {
		return err
	}
	path := locking.Path(registry)
	committed, err := compatregistry.ReadLock(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		const advice = "compatlint: compat.lock was not written: restore it from version control, or remove it to begin with a new baseline"
		return &driver.UnusableError{Lines: append(driver.Lines(dir, err), advice)}
	}
	done := cl.progress("listing packages")
	current, err := locking.Read(ctx, registry, locking.Options{Dir: dir, Patterns: patterns, Tags: l.tags, Symbols: true})
	done()
	var unknown compatregistry.ErrorList
	switch {
	case errors.As(err, &unknown):
		return err
	case err != nil:
		return &driver.UnusableError{Lines: []string{err.Error(), "compatlint: the sources of compat.lock cannot be read"}}
	}
	if committed != nil {
		current.Admitted = slices.Clone(committed.Admitted)
	}
	if err := locking.Admit(current, l.admit, l.reason); err != nil {
		return err
	}
	if problems := compatregistry.CheckLock(registry, current); len(problems) > 0 {
		return problems
	}
	if l.check {
		return cl.checkLock(path, committed, current)
	}
	return cl.writeLock(registry, path, committed, current)
}

func (l *lock) valid(patterns []string) error {
	switch {
	case (len(l.admit) == 0) != (strings.TrimSpace(l.reason) == ""):
		return errors.New("-admit and -reason go together: compatlint lock -admit 'Contract.signature()' -reason \"…\"")
	case l.check && len(l.admit) > 0:
		return errors.New("-check writes nothing, so it cannot -admit: run them one after the other")
	}
	return checkPatterns(patterns)
}

func (cl *commandLine) checkLock(path string, committed, current *compatregistry.Lock) error {
	if committed == nil {
		fmt.Fprintf(cl.stdout, "%s:1: missing: there is no lock file: run \"compatlint lock\" and commit it\n", driver.Relative(cl.dir, path))
		return errFindings
	}
	drifts := compatregistry.CompareLocks(committed, current)
	if len(drifts) == 0 {
		return nil
	}
	for _, d := range drifts {
		d.File = driver.Relative(cl.dir, d.File)
		fmt.Fprintln(cl.stdout, d)
	}
	fmt.Fprintln(cl.stderr, `compatlint: compat.lock is out of date: run "compatlint lock" and commit the file`)
	return errFindings
}

func (cl *commandLine) writeLock(registry *compatregistry.Registry, path string, committed, current *compatregistry.Lock) error {
	if unadmitted := locking.Unadmitted(registry, committed, current); len(unadmitted) > 0 {
		return cl.refuse(registry, path, committed, current.Admitted, unadmitted)
	}
	if err := current.Write(path); err != nil {
		return fmt.Errorf("writing the lock file: %w", err)
	}
	summary := fmt.Sprintf("%s of %s, %s", render.Count(len(current.Selectors), "selector"),
		render.Count(len(registry.Contracts), "contract"), render.Count(len(current.Methods), "binding method"))
	if n := len(current.Directives); n > 0 {
		summary += ", " + render.Count(n, "directive")
	}
	if n := len(current.Forwarders); n > 0 {
		summary += ", " + render.Count(n, "forwarder")
	}
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s: %s\n", driver.Relative(cl.dir, path), summary)
	return nil
}

// refuse lists the selectors that keep the lock file from being written. What was admitted in this run is written nevertheless: reasons are
// given one at a time.
func (cl *commandLine) refuse(
	registry *compatregistry.Registry, path string, committed *compatregistry.Lock,
	admitted []compatregistry.Admission, unadmitted []compatregistry.LockedSelector,
) error {
	if !slices.Equal(admitted, committed.Admitted) {
		committed.Admitted = admitted
		if err := committed.Write(path); err != nil {
			return fmt.Errorf("writing the lock file: %w", err)
		}
	}
	for _, s := range unadmitted {
		at := registry.Contract(s.Contract).Position
		fmt.Fprintf(cl.stdout, "%s:%d: unregistered: %s.%s (%s) is new: add a feature for it, or run compatlint lock -admit '%s.%s' -reason \"…\"\n",
			driver.Relative(cl.dir, at.File), at.Line, s.Contract, s.Signature, s.Selector, s.Contract, s.Signature)
	}
	fmt.Fprintln(cl.stderr, "compatlint: compat.lock does not take in selectors that nobody registered or admitted")
	return errFindings
}
