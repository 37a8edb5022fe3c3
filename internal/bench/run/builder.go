package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/internal/bench/workload"
)

// Versions of the tools that are measured against.
const (
	staticcheckVersion = "v0.8.2"
	nilawayVersion     = "v0.0.0-20260808063849-8649a03c818a"
	ruleguardVersion   = "v0.3.23"
)

// A builder makes what comparisons need: programs, and modules to lint.
type builder struct {
	ctx context.Context
	*options
	work string
	root string // of this repository
	made map[string]bool
}

// goCommand runs the go command in a folder.
func (b *builder) goCommand(dir string, args ...string) error {
	cmd := exec.CommandContext(b.ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOBIN="+filepath.Join(b.work, "bin"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}

// bin is where a program lies that the builder has made.
func (b *builder) bin(name string) string { return filepath.Join(b.work, "bin", name) }

// once does a job the first time that its name is asked for.
func (b *builder) once(name string, job func() error) error {
	if b.made[name] {
		return nil
	}
	b.made[name] = true
	fmt.Fprintln(os.Stderr, "building:", name)
	if err := job(); err != nil {
		return fmt.Errorf("building %s: %w", name, err)
	}
	return nil
}

// ours builds the programs of this repository.
func (b *builder) ours() error {
	return b.once("compatlint", func() error {
		if err := os.MkdirAll(b.bin(""), 0o755); err != nil {
			return err
		}
		err := b.goCommand(b.root, "build", "-o", b.bin("")+string(filepath.Separator), "./cmd/compatlint", "./internal/bench/loadonly",
			"./internal/bench/noopvet", "./internal/bench/hashself")
		if err != nil {
			return err
		}
		return pad(b.bin("hashself"), b.bin("compatlint"))
	})
}

// pad makes a program as long as another one, by zeros behind its end.
func pad(program, other string) error {
	info, err := os.Stat(other)
	if err != nil {
		return err
	}
	if short, err := os.Stat(program); err != nil || short.Size() >= info.Size() {
		return err
	}
	return os.Truncate(program, info.Size())
}

func (b *builder) staticcheck() error {
	return b.once("staticcheck "+staticcheckVersion, func() error {
		return b.goCommand(b.work, "install", "honnef.co/go/tools/cmd/staticcheck@"+staticcheckVersion)
	})
}

// nilawayProgram returns the path of nilaway.
func (b *builder) nilawayProgram() (string, error) {
	if b.nilaway != "" {
		return filepath.Abs(b.nilaway)
	}
	return b.bin("nilaway"), b.once("nilaway "+nilawayVersion, func() error {
		return b.goCommand(b.work, "install", "go.uber.org/nilaway/cmd/nilaway@"+nilawayVersion)
	})
}

// golangciProgram returns the path of golangci-lint with the plugin.
func (b *builder) golangciProgram() (string, error) {
	if b.golangci != "" {
		return filepath.Abs(b.golangci)
	}
	name := "golangci-lint-compat"
	return b.bin(name), b.once(name, func() error {
		return b.goCommand(filepath.Join(b.root, "cmd", name), "build", "-o", b.bin(name), ".")
	})
}

// service makes a copy of the service with a registry, compiles what it imports, and returns its folder.
func (b *builder) service(name string, registry workload.Registry) (string, error) {
	dir := filepath.Join(b.work, name)
	return dir, b.once(name, func() error {
		if err := remake(dir); err != nil {
			return err
		}
		if err := workload.Service(b.ctx, b.root, dir); err != nil {
			return err
		}
		if _, err := registry.Write(dir); err != nil {
			return err
		}
		return b.goCommand(dir, "build", "./...")
	})
}

// monorepo makes the monorepo, compiles it, and returns its folder.
func (b *builder) monorepo() (string, error) {
	dir := filepath.Join(b.work, "monorepo")
	return dir, b.once("monorepo", func() error {
		if err := remake(dir); err != nil {
			return err
		}
		if err := workload.Monorepo(b.ctx, b.root, dir, b.areas); err != nil {
			return err
		}
		if _, err := workload.Small.Write(dir); err != nil {
			return err
		}
		return b.goCommand(dir, "build", "./...")
	})
}

// remake empties a folder.
func remake(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o755)
}

// registry writes a registry into a folder of its own and returns its path.
func (b *builder) registry(name string, registry workload.Registry) (string, error) {
	dir := filepath.Join(b.work, name)
	if err := remake(dir); err != nil {
		return "", err
	}
	return registry.Write(dir)
}

// file writes a file into the work folder and returns its path.
func (b *builder) file(name, text string) (string, error) {
	path := filepath.Join(b.work, name)
	return path, os.WriteFile(path, []byte(text), 0o644)
}

// replaceIn changes a file's text.
func replaceIn(path, before, after string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte(strings.ReplaceAll(string(data), before, after)), 0o644)
}

// goCache is the go command's build cache, which stays where it is when XDG_CACHE_HOME changes.
var goCache = sync.OnceValue(func() string {
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		return os.Getenv("GOCACHE") // the go command itself says what is wrong, when it is run
	}
	return strings.TrimSpace(string(out))
})
