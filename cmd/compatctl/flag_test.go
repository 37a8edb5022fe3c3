package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

var update = flag.Bool("update", false, "write the golden files")

// A script collects what commands print for a golden file.
type script struct {
	strings.Builder
}

// add adds the output of one command.
func (s *script) add(f *flagScene, name string, code int, stdout, stderr string) {
	fmt.Fprintf(s, "=== %s\nexit code %d\n--- stdout\n%s--- stderr\n%s\n", name, code, f.normal(stdout), f.normal(stderr))
}

func (s *script) compare(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(s.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), s.String()); diff != "" {
		t.Errorf("%s: -want +got\n%s", path, diff)
	}
}

func TestFlagGet(t *testing.T) {
	f := newFlagScene(t)
	get := func(args ...string) (int, string, string) {
		return f.command(t, append([]string{"flag", "get", "-registry", f.registry, "-retries", "0"}, args...)...)
	}
	var s script
	run := func(name string, args ...string) {
		code, stdout, stderr := get(args...)
		s.add(f, name, code, stdout, stderr)
	}
	run("all networks, one without a registry", nil...)
	run("one feature that agrees", "-feature", "policy_code_hash")
	run("unknown feature", "-feature", "policy_codehash")
	run("feature twice", "-feature", "policy_metadata,policy_metadata")
	run("nothing to read", "-network", "bare")
	run("unknown format", "-format", "junit")
	f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "no state, see " + f.url}}, c.Method == "eth_call"
	}, nil)
	run("cannot be read", "-format", "markdown")
	f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Result: "0x5"}, c.Method == "eth_chainId"
	}, nil)
	run("another chain", "-feature", "policy_metadata")
	f.bridge.spoil(nil, nil)
	s.compare(t, "flagget.golden")

	out := filepath.Join(t.TempDir(), "flags.json")
	code, stdout, stderr := get("-format", "json", "-out", out)
	data, err := os.ReadFile(out)
	if err != nil || code != 1 || stdout != "" || !json.Valid(data) || !strings.Contains(stderr, "1 contradicts compat.yaml") {
		t.Errorf("exit code %d, %v\n%s%s%s", code, err, data, stdout, stderr)
	}
	if code, _, stderr := get("-rpc", f.url); code != 2 || !strings.Contains(stderr, "-rpc is for one network") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
	if code, stdout, stderr := get("-rpc", f.url, "-network", "local", "-feature", "policy_code_hash"); code != 0 {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

// Private keys are refused wherever they stand, and never repeated.
func TestNoKeyOnTheCommandLine(t *testing.T) {
	f := newFlagScene(t)
	const key = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"
	for _, args := range [][]string{
		{"-keystore", key}, {"-keystore", "0x" + key}, {"-keystore=0X" + strings.ToUpper(key)}, {"-private-key", key}, {"--private-key=" + key},
		{key}, {"-from", "0x" + key}, {"-password-file", key}, {"-feature", "a," + key}, {"-clef", "key:" + key}, {"-yes=" + key},
	} {
		code, stdout, stderr := f.set(t, args...)
		if code != 2 || stdout != "" || !strings.Contains(stderr, "an argument looks like a private key") ||
			strings.Contains(strings.ToLower(stdout+stderr), key[:16]) {
			t.Errorf("%q: exit code %d\n%s%s", args, code, stdout, stderr)
		}
	}
	// A URL may have such a path, and one digit less is no key.
	for _, args := range [][]string{{"-rpc", "http://127.0.0.1:1/" + key}, {"-out", key[1:]}} {
		if _, _, stderr := f.set(t, append(f.withKey(), args...)...); strings.Contains(stderr, "private key") || strings.Contains(stderr, key) {
			t.Errorf("%q\n%s", args, stderr)
		}
	}
	// There is no flag that takes a password, and it is not repeated.
	for _, args := range [][]string{{"-password", "hunter2"}, {"-password=hunter2"}, {"-password-file", "hunter2"}} {
		code, stdout, stderr := f.set(t, append([]string{"-keystore", f.keystore, "-yes", "-no-preview"}, args...)...)
		if code != 2 || strings.Contains(stdout+stderr, "hunter2") {
			t.Errorf("%q: exit code %d\n%s%s", args, code, stdout, stderr)
		}
	}
}

func TestFlagHelp(t *testing.T) {
	f := newFlagScene(t)
	var s script
	for _, args := range []string{"flag -h", "flag get -h", "help flag set", "flag", "flag gte"} {
		code, stdout, stderr := f.command(t, strings.Fields(args)...)
		s.add(f, args, code, stdout, stderr)
	}
	s.compare(t, "flaghelp.golden")
}
