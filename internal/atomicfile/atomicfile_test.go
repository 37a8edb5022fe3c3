package atomicfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/compatlint/compatlint/internal/atomicfile"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	name, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	write(t, name, "first")
	if err := os.Chmod(name, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("file", link); err != nil {
		t.Skip(err)
	}
	write(t, link, "second")

	if data, err := os.ReadFile(name); err != nil || string(data) != "second" {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file has mode %v, %v; want the one it had", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v; want a link", info.Mode(), err)
	}
	onlyHolds(t, dir, 2)
}

// TestWriteFails checks that a file that cannot be written is an error, and that nothing is left behind.
func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	if err := atomicfile.Write(filepath.Join(dir, "missing", "file"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a folder that does not exist: %v", err)
	}
	if err := atomicfile.Write(dir, nil); err == nil {
		t.Error("a folder was written to")
	}
	onlyHolds(t, dir, 0)
}

// TestWriteDevice checks that a device stays one: a program that runs as root could replace it.
func TestWriteDevice(t *testing.T) {
	if _, err := os.Stat(os.DevNull); err != nil {
		t.Skip(err)
	}
	write(t, os.DevNull, "text")
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatalf("%s is %v, %v", os.DevNull, info.Mode(), err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := atomicfile.Write(name, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

func onlyHolds(t *testing.T, dir string, want int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != want {
		t.Errorf("the folder holds %v, %v; want %d files", entries, err, want)
	}
}
