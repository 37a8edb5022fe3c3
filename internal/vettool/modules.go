package vettool

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"

	"github.com/compatlint/compatlint/internal/inputs"
)

// modulesOf returns the folders of the modules whose source the go command, started in dir, takes from where the user edits it: those of its
// workspace, or the one that dir lies in, and what these replace by folders. "go env -w" cannot set GOWORK, so the environment has all there
// is to know.
func modulesOf(dir string) ([]string, error) {
	var folders []string
	if work := workspace(dir); work != "" {
		used, err := usedBy(work)
		if err != nil {
			return nil, err
		}
		folders = used
	} else if root, ok := inputs.ModuleRoot(dir); ok {
		folders = []string{root}
	}
	for _, folder := range slices.Clone(folders) {
		name := filepath.Join(folder, "go.mod")
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := modfile.Parse(name, data, nil)
		if err != nil {
			return nil, err
		}
		folders = append(folders, replacedBy(folder, file.Replace)...)
	}
	slices.Sort(folders)
	return slices.Compact(folders), nil
}

// workspace returns the go.work file that the go command uses in dir, or "".
func workspace(dir string) string {
	switch named := os.Getenv("GOWORK"); named {
	case "off":
		return ""
	case "":
	default:
		return named
	}
	for {
		path := filepath.Join(dir, "go.work")
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

func usedBy(work string) ([]string, error) {
	data, err := os.ReadFile(work)
	if err != nil {
		return nil, err
	}
	file, err := modfile.ParseWork(work, data, nil)
	if err != nil {
		return nil, err
	}
	folders := replacedBy(filepath.Dir(work), file.Replace)
	for _, use := range file.Use {
		folders = append(folders, absolute(filepath.Dir(work), use.Path))
	}
	return folders, nil
}

// replacedBy returns the folders that replace modules, as far as they are there.
func replacedBy(dir string, replacements []*modfile.Replace) []string {
	var folders []string
	for _, r := range replacements {
		if r.New.Version != "" {
			continue
		}
		if folder := absolute(dir, r.New.Path); isModule(folder) {
			folders = append(folders, folder)
		}
	}
	return folders
}

func absolute(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}

func isModule(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil && !info.IsDir()
}

// modulePaths returns the paths of the modules in folders.
func modulePaths(folders []string) ([]string, error) {
	var paths []string
	for _, folder := range folders {
		data, err := os.ReadFile(filepath.Join(folder, "go.mod"))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		default:
			paths = append(paths, modfile.ModulePath(data))
		}
	}
	return paths, nil
}
