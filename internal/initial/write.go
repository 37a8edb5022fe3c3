package initial

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/locking"
)

// Written is what Write has made.
type Written struct {
	Registry *compatregistry.Registry
	Lock     *compatregistry.Lock
}

// Check returns an error if the module at root has a registry or a lock file already, be it in a folder above.
func Check(root string) error {
	path, err := compatregistry.Find(root)
	switch {
	case err == nil:
		return fmt.Errorf("there is a registry already, and init never overwrites one: %s", path)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	lock := filepath.Join(root, inputs.LockName)
	if _, err := os.Lstat(lock); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is a lock file already, and init never overwrites one: %s: restore its %s, or remove it",
			lock, compatregistry.FileName)
	}
	return nil
}

// Write makes the registry and the lock file of the module at root. It makes both or none.
func Write(ctx context.Context, root, tags string, text []byte) (w *Written, err error) {
	path := filepath.Join(root, compatregistry.FileName)
	if err := create(path, text); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	registry, err := compatregistry.Load(path)
	if err != nil {
		return nil, err
	}
	lock, err := locking.Read(ctx, registry, locking.Options{Dir: root, Tags: tags, Symbols: true})
	if err != nil {
		return nil, fmt.Errorf("the sources of %s cannot be read: %w", inputs.LockName, err)
	}
	return &Written{registry, lock}, lock.Write(locking.Path(registry))
}

// create writes a file that must not exist.
func create(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
