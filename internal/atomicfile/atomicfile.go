// Package atomicfile writes files so that no reader, and no interruption, finds half of one.
package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces what the file holds, by way of a temporary file beside it. A file that exists keeps its permissions, and a link to one stays a
// link. What is no regular file, such as a pipe or /dev/stdout, is written to as it is: there is nothing to replace.
func Write(name string, data []byte) error {
	mode := fs.FileMode(0o644)
	switch info, err := os.Stat(name); {
	case err == nil && !info.Mode().IsRegular():
		return os.WriteFile(name, data, 0)
	case err == nil:
		mode = info.Mode().Perm()
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // there is nothing left to remove once it has been renamed
	if _, err = temporary.Write(data); err == nil {
		err = temporary.Chmod(mode)
	}
	if err = errors.Join(err, temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), name)
}
