package main

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the golden files")

// TestMain makes the test binary behave as compatlint where it is run under that name, so that scripts and tests run the real program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"compatlint": main})
}

// today is the day on which scripts run unless they say otherwise.
const today = "2026-12-01"

// TestScripts runs testdata/script. In addition to the commands of testscript, which package testscript documents, there are
//
//	exits CODE PROGRAM [ARGUMENTS]
//
// which runs a program and fails unless it exits with CODE, and
//
//	service [DIR [MODULE]]
//
// which writes the module in testdata/service into DIR (default: the current folder) under the name MODULE (default: example.com/svc), with a
// go.mod that requires go-ethereum and this repository. Files that are there already stay.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/script",
		UpdateScripts:      *update,
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, goEnv()...)
			env.Setenv("COMPATLINT_TODAY", today)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "service": service},
	})
}

// goEnv is the environment in which the go command finds modules as it does for whoever runs the tests: workspaces and imports that no required
// module has make it look at go.mod files of modules that nothing here is built from, so that a fresh machine does not have them yet.
var goEnv = sync.OnceValue(func() []string {
	env := []string{"GOTOOLCHAIN=local", "GOFLAGS="}
	for _, name := range []string{"SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"} {
		if value, set := os.LookupEnv(name); set {
			env = append(env, name+"="+value)
		}
	}
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			panic(err)
		}
		env = append(env, name+"="+strings.TrimSpace(string(value)))
	}
	return env
})

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENTS]")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			ts.Fatalf("%v", err)
		}
		code = failed.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("%s exits with %d, want %s", strings.Join(args[1:], " "), code, args[0])
	}
	stdout, stderr := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	if code == exitUnusable && (stdout != "" || stderr == "") {
		ts.Fatalf("%s could not analyse, so it must say why on stderr and print nothing on stdout", strings.Join(args[1:], " "))
	}
	if strings.Contains(stdout+stderr, "panic:") {
		ts.Fatalf("%s panics", strings.Join(args[1:], " "))
	}
}

func service(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 2 {
		ts.Fatalf("usage: service [DIR [MODULE]]")
	}
	dir, module := ".", "example.com/svc"
	if len(args) > 0 {
		dir = args[0]
	}
	if len(args) > 1 {
		module = args[1]
	}
	ts.Check(writeService(ts.MkAbs(dir), module))
}

// writeService writes the module in testdata/service into dir. Files that are there already stay.
func writeService(dir, module string) error {
	root, err := filepath.Abs("../..")
	if err != nil {
		return err
	}
	// The example needs the same modules, so its requirements and checksums serve here too.
	files, err := readAll(map[string]string{"go.mod": "../../testdata/avs/go.mod", "go.sum": "../../testdata/avs/go.sum"})
	if err != nil {
		return err
	}
	files["go.mod"] = strings.NewReplacer("module example.com/avs\n", "module "+module+"\n", "=> ../..", "=> "+root).Replace(files["go.mod"])
	err = filepath.WalkDir("testdata/service", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel("testdata/service", path)
		files[name] = string(data)
		return err
	})
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := writeNew(filepath.Join(dir, name), text); err != nil {
			return err
		}
	}
	return nil
}

func readAll(names map[string]string) (map[string]string, error) {
	files := map[string]string{}
	for key, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files[key] = string(data)
	}
	return files, nil
}

func writeNew(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}
