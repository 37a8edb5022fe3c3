package workload

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

// Findings and Packages are how many the linter reports in the service, and how many packages it has.
const (
	Findings = 2
	Packages = 6
)

// Service writes the service to lint as a module of its own into dir. repository is the folder of the compatlint module, an absolute path. The
// go.mod is the example's, which requires what a service needs; the binding is made by the abigen of the required go-ethereum.
func Service(ctx context.Context, repository, dir string) error {
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(repository, "internal", "bench", "testdata", "service"))); err != nil {
		return err
	}
	if err := module(ctx, repository, dir, "example.com/keeper"); err != nil {
		return err
	}
	return binding(repository, dir)
}

// module makes dir a module that can import go-ethereum and compatlint.
func module(ctx context.Context, repository, dir, name string) error {
	for _, file := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(repository, "testdata", "avs", file))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, "go", "mod", "edit", "-module="+name, "-replace=github.com/compatlint/compatlint="+repository)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%v: %w\n%s", cmd.Args, err, out)
	}
	return nil
}

// binding writes the abigen binding of the vault into bindings/vault.
func binding(repository, dir string) error {
	abi, err := os.ReadFile(filepath.Join(repository, "internal", "bench", "testdata", "service", "Vault.json"))
	if err != nil {
		return err
	}
	code, err := abigen.Bind([]string{"Vault"}, []string{string(abi)}, []string{""}, nil, "vault", nil, nil)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, "bindings", "vault", "vault.go"), []byte(code))
}

// writeFile writes a file and the folders above it.
func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
