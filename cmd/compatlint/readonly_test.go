//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user and group without rights anywhere. Root may write everywhere, so that as root the program has to run as somebody else.
const nobody = 65534

// TestLockInReadOnlyFolder checks that a lock file that cannot be written is an error, and that nothing is left behind.
func TestLockInReadOnlyFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(publicTempDir(t), "module")
	writeFiles(t, dir, map[string]string{
		"go.mod":      "module example.com/abi\n\ngo 1.26\n",
		"abi.go":      "package abi\n",
		"abi.json":    `[{"type": "function", "name": "owner", "inputs": [], "outputs": [{"type": "address"}], "stateMutability": "view"}]`,
		"compat.yaml": "version: 1\ncontracts:\n  Policy: {rollout: grace, abi: abi.json}\nfeatures: {}\n",
	})
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) }) // or it could not be removed

	output, code := runUnprivileged(t, dir, "lock")
	if code != exitUnusable || !strings.Contains(output, "compatlint: ") || !strings.Contains(output, "permission denied") {
		t.Errorf("exit code %d and %q, want %d and that permission is denied", code, output, exitUnusable)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 4 {
		t.Errorf("the folder holds %v, want the four files that were there before", entries)
	}
}

// runUnprivileged runs the program in dir as a user who has only the rights that everybody has.
func runUnprivileged(t *testing.T, dir string, args ...string) (output string, code int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	home := publicTempDir(t)
	program := filepath.Join(home, "compatlint") // the name by which the test binary knows that it is the program
	if err := os.WriteFile(program, data, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(home, "cache"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(home, "cache"), 0o777); err != nil { // whatever the umask says
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+home, "GOCACHE="+filepath.Join(home, "cache"), "GOMODCACHE="+filepath.Join(home, "cache", "mod"),
		"GOENV=off", "GOFLAGS=", "GOPROXY=off", "GOTOOLCHAIN=local", "TMPDIR="+filepath.Join(home, "cache"), "COMPATLINT_REGISTRY=")
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// publicTempDir is a temporary folder that everybody may look into.
func publicTempDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "compatlint-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := writeNew(filepath.Join(dir, name), text); err != nil {
			t.Fatal(err)
		}
	}
}
