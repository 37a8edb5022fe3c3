package main

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/analyzers/unregistered"
	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/render"
)

func (cl *commandLine) registryCommand(s *shared) *ffcli.Command {
	fs := flag.NewFlagSet("registry", flag.ContinueOnError)
	registry := cl.command("registry", "compatlint registry COMMAND", "check, show and change compat.yaml",
		"registry holds the commands that read and change compat.yaml itself. Changes keep its comments, order and layout.", fs, nil)
	registry.Subcommands = []*ffcli.Command{
		cl.registryCheck(s), cl.registryShow(s), cl.registryAdd(s), cl.registryExtend(s), cl.registryRetire(s), cl.registrySchema(),
	}
	return registry
}

func (cl *commandLine) registryCheck(s *shared) *ffcli.Command {
	const long = `
check reads compat.yaml, the ABI files it names and compat.lock, and lists everything that is
wrong in them, each with its position and what to write.

Example:
  compatlint registry check

Exit codes: 0 valid; 2 invalid.
`
	fs := flag.NewFlagSet("check", flag.ContinueOnError)
	s.register(fs)
	return cl.command("check", "compatlint registry check [flags]", "list what is wrong in compat.yaml", long, fs,
		func(_ context.Context, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("registry check takes no arguments: name the file with -registry")
			}
			registry, _, err := cl.registryFile(s)
			if err != nil {
				return err
			}
			if err := checkCommittedLock(registry); err != nil {
				return err
			}
			fmt.Fprintf(cl.stdout, "%s: valid: %s, %s\n", driver.Relative(cl.dir, registry.Path),
				render.Count(len(registry.Contracts), "contract"), render.Count(len(registry.Features), "feature"))
			return nil
		})
}

// checkCommittedLock compares the registry with the lock file, where there is one.
func checkCommittedLock(registry *compatregistry.Registry) error {
	in, err := inputs.For(filepath.Dir(registry.Path), inputs.Options{Registry: registry.Path})
	if err != nil {
		return err
	}
	if errs := unregistered.CheckSiblings(in.Registry, in.Lock); len(errs) > 0 {
		return errs
	}
	return nil
}

// registryFile loads the registry of the working directory, or the one that was named.
func (cl *commandLine) registryFile(s *shared) (registry *compatregistry.Registry, dir string, err error) {
	if dir, err = cl.enter(s); err != nil {
		return nil, "", err
	}
	opts, err := s.inputs(dir, false)
	if err != nil {
		return nil, "", err
	}
	path, err := inputs.RegistryPath(dir, opts)
	if err != nil {
		return nil, "", err
	}
	registry, err = compatregistry.Load(path)
	return registry, dir, err
}
