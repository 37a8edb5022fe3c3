package abidiff

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/tools/go/packages"
)

// readModule reads module@version, or a folder of one as in module/folder@version. The user's own go command fetches it, with the user's
// proxy, checksum database and credentials.
func (s *Source) readModule(ctx context.Context, name string) error {
	i := strings.LastIndexByte(name, '@')
	importPath, query := name[:i], name[i+1:]
	if err := module.CheckImportPath(importPath); err != nil {
		return fmt.Errorf("%s: there is no such file, and it names no module: %w", name, err)
	}
	if query == "" || strings.HasPrefix(query, "-") {
		return fmt.Errorf("%s: write a version after the @, such as v1.2.3", name)
	}
	found, err := findModule(ctx, importPath, query)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.Version = found.Version
	return s.readFolder(filepath.Join(found.Dir, filepath.FromSlash(strings.TrimPrefix(importPath, found.Path))), importPath)
}

// A download is what "go mod download -json" says of a module.
type download struct {
	Path, Version, Dir, Error string
}

// findModule returns the module with the longest path that has the folder, as the go command chooses among nested modules.
func findModule(ctx context.Context, importPath, query string) (download, error) {
	// Outside of the user's module, so that its go.sum stays as it is and its replacements do not count.
	dir, err := os.MkdirTemp("", "compatlint-diff-")
	if err != nil {
		return download{}, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module compatlint.invalid/diff\n"), 0o600); err != nil {
		return download{}, err
	}
	var refusals []string
	for candidate := importPath; candidate != "."; candidate = path.Dir(candidate) {
		if module.CheckPath(candidate) != nil {
			continue
		}
		found, err := downloadModule(ctx, dir, candidate+"@"+query)
		if err != nil {
			return download{}, err
		}
		if found.Error != "" {
			refusals = append(refusals, found.Error)
			continue
		}
		folder := filepath.Join(found.Dir, filepath.FromSlash(strings.TrimPrefix(importPath, candidate)))
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return found, nil
		}
		refusals = append(refusals, fmt.Sprintf("module %s@%s has no folder %s", candidate, found.Version, strings.TrimPrefix(importPath, candidate+"/")))
	}
	return download{}, fmt.Errorf("no module of this version could be downloaded:\n  %s", strings.Join(refusals, "\n  "))
}

// downloadModule runs the go command. That it does not find the module is in the result, not an error.
func downloadModule(ctx context.Context, dir, query string) (download, error) {
	command := exec.CommandContext(ctx, "go", "mod", "download", "-modfile=", "-json", query) // GOFLAGS may name the user's own file
	command.Dir = dir
	command.Env = append(os.Environ(), "GOWORK=off", "PWD="+dir)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	runError := command.Run()
	if ctx.Err() != nil {
		return download{}, ctx.Err()
	}
	var found download
	if err := json.Unmarshal(stdout.Bytes(), &found); err == nil && (found.Error != "" || runError == nil && found.Dir != "") {
		return found, nil
	}
	message := strings.TrimSpace(stderr.String())
	if exit := (*exec.ExitError)(nil); message == "" || !errors.As(runError, &exit) {
		return download{}, fmt.Errorf("go mod download: %w", errors.Join(runError, errors.New(message)))
	}
	return download{Error: message}, nil
}

// readPackages reads the packages of an import path, or of a pattern such as example.com/svc/bindings/..., as the working directory's module
// sees them.
func (s *Source) readPackages(ctx context.Context, dir, pattern string) error {
	cfg := &packages.Config{Context: ctx, Dir: dir, Mode: packages.NeedName | packages.NeedFiles}
	pkgs, err := packages.Load(cfg, pattern)
	if err != nil {
		return fmt.Errorf("%s: there is no such file or folder, and the go command finds no package: %w", pattern, err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			return fmt.Errorf("%s: there is no such file or folder, and the go command finds no package: %s", pattern, e.Msg)
		}
		for _, file := range p.GoFiles {
			found, err := readGo(file)
			if err != nil {
				return err
			}
			s.add(filepath.Dir(file), p.PkgPath, found...)
		}
	}
	if len(s.Contracts) == 0 {
		return fmt.Errorf("%s: none of the %d packages has a binding with a contract's ABI", pattern, len(pkgs))
	}
	return nil
}
