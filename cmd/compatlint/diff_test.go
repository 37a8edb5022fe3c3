package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// TestDiffScripts runs testdata/diff with the commands of TestScripts. Modules come from a proxy that is a folder, never from the network:
//
//	proxy DIR
//
// makes of each folder PATH@VERSION below DIR a module of that proxy, which $GOPROXY names.
func TestDiffScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/diff",
		UpdateScripts:      *update,
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, goEnv()...)
			env.Setenv("COMPATLINT_TODAY", today)
			env.Setenv("GOPROXY", "file://"+filepath.ToSlash(env.WorkDir)+"/proxy")
			env.Setenv("GONOSUMDB", "example.com/*")
			env.Setenv("GOMODCACHE", filepath.Join(env.WorkDir, "modcache"))
			env.Setenv("GOFLAGS", "-mod=mod -modcacherw")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "service": service, "proxy": proxy, "large": large},
	})
}

func proxy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: proxy DIR")
	}
	root := ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.IsDir() || !strings.Contains(entry.Name(), "@") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name, version, _ := strings.Cut(filepath.ToSlash(rel), "@")
		return publish(path, ts.MkAbs("proxy"), module.Version{Path: name, Version: version})
	}))
}

// publish writes what a module proxy serves of one version ("go help goproxy").
func publish(dir, proxy string, m module.Version) error {
	base := filepath.Join(proxy, filepath.FromSlash(m.Path), "@v")
	if err := os.MkdirAll(base, 0o777); err != nil {
		return err
	}
	list, err := os.OpenFile(filepath.Join(base, "list"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(list, m.Version); err != nil {
		return err
	}
	if err := list.Close(); err != nil {
		return err
	}
	base = filepath.Join(base, m.Version)
	info := fmt.Sprintf(`{"Version": %q, "Time": "2026-11-16T00:00:00Z"}`, m.Version)
	if err := os.WriteFile(base+".info", []byte(info), 0o666); err != nil {
		return err
	}
	if err := os.WriteFile(base+".mod", []byte("module "+m.Path+"\n"), 0o666); err != nil {
		return err
	}
	file, err := os.Create(base + ".zip")
	if err != nil {
		return err
	}
	if err := zip.CreateFromDir(file, m, dir); err != nil {
		return err
	}
	return file.Close()
}

// large makes a file of 100 MB that takes no space.
func large(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: large FILE")
	}
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(file.Truncate(100 << 20))
	ts.Check(file.Close())
}
