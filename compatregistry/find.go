package compatregistry

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A NotFoundError says that there is no registry for a folder. It is an fs.ErrNotExist.
type NotFoundError struct {
	Searched []string // folders, from the one asked about upwards
}

// Error names the folders and says what to do.
func (e *NotFoundError) Error() string {
	first, last := e.Searched[0], e.Searched[len(e.Searched)-1]
	where := "in " + first
	if first != last {
		where += " or the folders above it up to " + last
	}
	return fmt.Sprintf("no %s %s: write one there, or name it with -registry or COMPATLINT_REGISTRY", FileName, where)
}

// Unwrap returns fs.ErrNotExist.
func (e *NotFoundError) Unwrap() error { return fs.ErrNotExist }

// Find returns the path of the registry that applies to dir: the nearest compat.yaml in dir or above it, up to the root
// of the module, and on to the root of the repository or workspace that the module lies in. Without one the error is a
// [*NotFoundError].
func Find(dir string) (path string, err error) {
	folders, err := searchPath(dir)
	if err != nil {
		return "", err
	}
	for _, folder := range folders {
		path := filepath.Join(folder, FileName)
		info, err := os.Stat(path)
		switch {
		case err == nil && !info.IsDir():
			return path, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("find registry: %w", err)
		}
	}
	return "", &NotFoundError{Searched: folders}
}

// searchPath returns dir and the folders above it in which a registry may lie. Beyond the module root the search goes on
// to the root of the repository, else to that of the outermost workspace. Where there is neither it ends at the module
// root, so that a stray file in a home folder never decides about a module. Without a module the repository's root
// counts, and without that dir alone.
func searchPath(dir string) ([]string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find registry: %w", err)
	}
	var folders []string
	end, inModule := 0, false
	for folder := dir; ; folder = filepath.Dir(folder) {
		folders = append(folders, folder)
		if !inModule && exists(folder, "go.mod") {
			end, inModule = len(folders), true
		}
		if inModule && exists(folder, "go.work") {
			end = len(folders)
		}
		isRepository := exists(folder, ".git")
		if isRepository && (inModule || end == 0) {
			end = len(folders)
		}
		if isRepository && inModule || folder == filepath.Dir(folder) {
			return folders[:max(end, 1)], nil
		}
	}
}

func exists(folder, name string) bool {
	_, err := os.Lstat(filepath.Join(folder, name))
	return err == nil
}
