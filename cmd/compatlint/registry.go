package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/render"
)

func (cl *commandLine) registryCommand(s *shared) *ffcli.Command {
	fs := flag.NewFlagSet("registry", flag.ContinueOnError)
	registry := cl.command("registry", "compatlint registry COMMAND", "check and show compat.yaml",
		"registry holds the commands that read compat.yaml itself.", fs, nil)
	registry.Subcommands = []*ffcli.Command{cl.registryCheck(s), cl.registryShow(s)}
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
	_, err := inputs.For(filepath.Dir(registry.Path), inputs.Options{Registry: registry.Path})
	return err
}

func (cl *commandLine) registryShow(s *shared) *ffcli.Command {
	const long = `
show lists the features with their contracts, states and windows, those that end first on top.

Example:
  compatlint registry show
`
	fs := flag.NewFlagSet("show", flag.ContinueOnError)
	s.register(fs)
	return cl.command("show", "compatlint registry show [flags]", "list the features and their windows", long, fs,
		func(_ context.Context, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("registry show takes no arguments: name the file with -registry")
			}
			registry, _, err := cl.registryFile(s)
			if err != nil {
				return err
			}
			today, _, err := grace.Today(s.today, os.Getenv, time.Now)
			if err != nil {
				return err
			}
			return compatregistry.WriteTable(cl.stdout, registry, today)
		})
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
