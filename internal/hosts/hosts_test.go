package hosts_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// slow asks for the tests that take minutes on a machine that has not run them before.
var slow = flag.Bool("slow", false, "also run the tests that build programs from nothing, and demand every host")

// repository is the root of this module, seen from the folder in which go test runs.
const repository = "../.."

// scratch is a folder that the tests share and that goes with them.
var scratch string

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "hosts")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // what is left behind is in the system's folder for that
	if scratch, err = filepath.EvalSymlinks(dir); err != nil {
		panic(err)
	}
	return m.Run()
}

// missing ends a test that needs a component which is not there: as a failure where every component has to be there.
func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" || *slow {
		t.Fatal(why)
	}
	t.Skip(why)
}

// program returns the path of an installed program.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		missing(t, "this test needs "+name+": "+err.Error())
	}
	return path
}

// compatlint returns the path of the standalone command, built once from this checkout.
func compatlint(t *testing.T) string {
	t.Helper()
	path, err := buildCompatlint()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var buildCompatlint = sync.OnceValues(func() (string, error) {
	path := filepath.Join(scratch, "bin", "compatlint")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	cmd := exec.Command("go", "build", "-o", path, "./cmd/compatlint")
	cmd.Dir = repository
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// A command is a program to run in a folder.
type command struct {
	dir   string
	env   []string // on top of the test's own
	alone bool     // env is all of the environment
	exit  []int    // exit codes that are no failure of the test, besides 0
	args  []string
}

// run returns what the program printed on stdout and on stderr.
func (c command) run(t *testing.T) (stdout, stderr string) {
	t.Helper()
	code, stdout, stderr := c.result(t)
	if code != 0 && !slices.Contains(c.exit, code) {
		t.Fatalf("%v in %s exits with %d\n%s%s", c.args, c.dir, code, stdout, stderr)
	}
	return stdout, stderr
}

// result runs the program, which must exit by itself.
func (c command) result(t *testing.T) (code int, stdout, stderr string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), c.args[0], c.args[1:]...)
	cmd.Dir = c.dir
	if !c.alone {
		cmd.Env = append(os.Environ(), "COMPATLINT_REGISTRY=", "COMPATLINT_TODAY=", "GOFLAGS=")
	}
	cmd.Env = append(cmd.Env, c.env...)
	var out, err bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &err
	if failure, exited := cmd.Run(), (*exec.ExitError)(nil); failure != nil && !errors.As(failure, &exited) {
		t.Fatalf("%v: %v", c.args, failure)
	}
	return cmd.ProcessState.ExitCode(), out.String(), err.String()
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// replace changes the one place of a file that has the old text.
func replace(t *testing.T, name, old, text string) {
	t.Helper()
	before := read(t, name)
	if strings.Count(before, old) != 1 {
		t.Fatalf("%s has %q %d times, not once", name, old, strings.Count(before, old))
	}
	write(t, name, strings.Replace(before, old, text, 1))
}
