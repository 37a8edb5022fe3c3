package locking

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/inputs"
)

// A listing is one call of the go command: patterns that are read in a folder.
type listing struct {
	dir      string
	patterns []string
}

// listings says where to look for packages. Patterns of the user are read in the working directory. Without any it is every module that the
// registry decides about: a lock file of less would lose the bindings that the folder the user happens to stand in does not import.
func listings(ctx context.Context, registry *compatregistry.Registry, opts Options) ([]listing, error) {
	if len(opts.Patterns) > 0 {
		return []listing{{opts.Dir, opts.Patterns}}, nil
	}
	home := filepath.Dir(registry.Path)
	if !below(home, opts.Dir) {
		home = opts.Dir // the registry was named and lies elsewhere
		if root, ok := inputs.ModuleRoot(home); ok {
			home = root
		}
		return []listing{{home, []string{"./..."}}}, nil
	}
	dirs, err := modules(ctx, registry.Path)
	if err != nil {
		return nil, err
	}
	if len(dirs) == 0 {
		return nil, fmt.Errorf("there is no Go module in %s: name the packages to read, as in \"compatlint lock ./...\"", home)
	}
	all := make([]listing, len(dirs))
	for i, dir := range dirs {
		all[i] = listing{dir, []string{"./..."}}
	}
	return all, nil
}

// modules returns the folders of the modules that use the registry, its own first. In a workspace those are modules of the workspace.
func modules(ctx context.Context, registry string) ([]string, error) {
	home := filepath.Dir(registry)
	workspace, err := goCommand(ctx, home, "env", "GOWORK")
	if err != nil {
		return nil, err
	}
	find := nestedModules
	if workspace != "" && workspace != "off" {
		find = func(string) ([]string, error) { return workspaceModules(ctx, home) }
	}
	candidates, err := find(home)
	if err != nil {
		return nil, err
	}
	dirs := slices.DeleteFunc(candidates, func(dir string) bool {
		if dir == home || !below(home, dir) {
			return true
		}
		nearest, err := compatregistry.Find(dir)
		return err != nil || nearest != registry
	})
	if _, ok := inputs.ModuleRoot(home); ok {
		dirs = append([]string{home}, dirs...)
	}
	return dirs, nil
}

// nestedModules finds the modules below dir, in the folders that the go command's ./... would look into.
func nestedModules(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrPermission):
			return fs.SkipDir
		case err != nil:
			return err
		case entry.IsDir() && path != dir && ignored(entry.Name()):
			return fs.SkipDir
		case !entry.IsDir() && entry.Name() == "go.mod":
			found = append(found, filepath.Dir(path))
		}
		return nil
	})
	return found, err
}

// ignored follows "go help packages", and leaves out the packages of npm, which are many.
func ignored(folder string) bool {
	return strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_") || slices.Contains([]string{"testdata", "vendor", "node_modules"}, folder)
}

func workspaceModules(ctx context.Context, dir string) ([]string, error) {
	list, err := goCommand(ctx, dir, "list", "-m", "-f", "{{.Dir}}")
	return strings.Split(list, "\n"), err
}

func goCommand(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		err = errors.New(string(bytes.TrimSpace(failed.Stderr)))
	}
	if err != nil {
		return "", fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// below reports whether path is dir or lies below it.
func below(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}
