package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// counting is a vet tool that notes the packages it is asked to analyse and leaves the rest to compatlint.
const counting = `#!/bin/sh
for last; do :; done
case "$last" in *.cfg) sed -n 's/^	"ID": "\(.*\)",$/\1/p' "$last" >>"$UNITS" ;; esac
exec "$COMPATLINT" "$@"
`

// TestVet runs testdata/vet: go vet with compatlint as its tool, each script with a build cache of its own; $COMPILED is
// that of the machine, for what takes long to compile. There are the commands
//
//	vet CODE [FLAGS] PACKAGES
//
// which runs go vet and fails unless it exits with CODE;
//
//	units PACKAGE...
//
// which checks that the last vet ran compatlint on these packages, and had results on all others of the script; and
//
//	replace FILE OLD NEW
//
// which changes a file in place, and fails if there is nothing to change. The clock is the real one unless a script sets it: in scripts, as
// variables, and in *.yaml, INTRODUCED and YESTERDAY lie before today, SOON lies behind it, and GRACE_END behind that.
func TestVet(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the tool that counts is a shell script")
	}
	if _, err := exec.LookPath("gcc"); err != nil && os.Getenv("CI") != "" {
		t.Fatal("cgo cannot be tested: ", err)
	}
	compatlint, err := exec.LookPath("compatlint")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/vet",
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, goEnv()...)
			if err := setDates(env); err != nil {
				return err
			}
			env.Setenv("COMPILED", env.Getenv("GOCACHE"))
			env.Setenv("GOCACHE", filepath.Join(env.WorkDir, ".cache"))
			env.Setenv("COMPATLINT", compatlint)
			env.Setenv("COMPATLINT_CACHE", "off")
			env.Setenv("UNITS", filepath.Join(env.WorkDir, ".units"))
			return os.WriteFile(filepath.Join(env.WorkDir, ".vettool"), []byte(counting), 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "vet": vet, "units": units, "replace": replaceText, "service": service},
	})
}

// setDates puts days relative to today into the script's variables and its registries.
func setDates(env *testscript.Env) error {
	today := grace.DateOf(time.Now())
	var words []string
	for name, days := range map[string]int{"INTRODUCED": -30, "YESTERDAY": -1, "SOON": 30, "GRACE_END": 90} {
		date := today.AddDays(days).String()
		env.Setenv(name, date)
		words = append(words, name, date)
	}
	registries, err := filepath.Glob(filepath.Join(env.WorkDir, "*.yaml"))
	if err != nil {
		return err
	}
	for _, path := range registries {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(strings.NewReplacer(words...).Replace(string(text))), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func vet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: vet CODE [FLAGS] PACKAGES")
	}
	ts.Check(os.WriteFile(ts.Getenv("UNITS"), nil, 0o666))
	want, args := args[0], args[1:]
	code := 0
	tool := "-vettool=" + filepath.Join(ts.Getenv("WORK"), ".vettool")
	flags := []string{"vet", tool}
	if strings.HasPrefix(args[0], "-C=") {
		flags = []string{"vet", args[0], tool} // has to come first
		args = args[1:]
	}
	err := ts.Exec("go", append(flags, args...)...)
	if err != nil {
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			ts.Fatalf("%v", err)
		}
		code = failed.ExitCode()
	}
	if strconv.Itoa(code) != want {
		ts.Fatalf("go vet exits with %d, want %s", code, want)
	}
	if strings.Contains(ts.ReadFile("stderr"), "panic:") {
		ts.Fatalf("go vet %s panics", strings.Join(args, " "))
	}
}

func units(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: units PACKAGE...")
	}
	got := map[string]int{}
	for id := range strings.FieldsSeq(ts.ReadFile(ts.Getenv("UNITS"))) {
		if strings.HasPrefix(id, "example.com/") || id == "command-line-arguments" {
			got[id]++
		}
	}
	for _, id := range args {
		got[id]--
	}
	for id, n := range got {
		if n != 0 {
			ts.Fatalf("go vet ran compatlint %+d times on %s than wanted; it ran on:\n%s", n, id, ts.ReadFile(ts.Getenv("UNITS")))
		}
	}
}

func replaceText(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	name, text := ts.MkAbs(args[0]), ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not have %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(name, []byte(strings.ReplaceAll(text, args[1], args[2])), 0o666))
}
