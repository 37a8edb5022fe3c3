package locking_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/locking"
)

// binding is a binding with one function, in a package of its own.
const binding = `package PACKAGE

import "github.com/ethereum/go-ethereum/accounts/abi/bind"

var PolicyMetaData = &bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
}

type Policy struct{ PolicyCaller }

type PolicyCaller struct{ contract *bind.BoundContract }

type PolicyTransactor struct{ contract *bind.BoundContract }
`

const registry = "version: 1\ncontracts:\n  Policy: {rollout: grace}\nfeatures: {}\n"

// TestReadModules checks which modules below a registry are read when nobody names packages.
func TestReadModules(t *testing.T) {
	goEthereum := map[string]string{
		"geth/go.mod":                    "module github.com/ethereum/go-ethereum\n\ngo 1.26\n",
		"geth/accounts/abi/bind/bind.go": "package bind\n\ntype MetaData struct{ ABI string }\n\ntype BoundContract struct{}\n",
		"geth/compat.yaml":               registry, // so that the module does not belong to the other registry
	}
	module := func(files map[string]string, folder, name string) {
		up := strings.Repeat("../", strings.Count(folder, "/")+1)
		files[folder+"/go.mod"] = "module example.com/" + name + "\n\ngo 1.26\n\nrequire github.com/ethereum/go-ethereum v1.17.8\n\n" +
			"replace github.com/ethereum/go-ethereum => " + up + "geth\n"
		files[folder+"/"+name+".go"] = strings.ReplaceAll(binding, "PACKAGE", name)
	}
	tests := map[string]struct {
		modules map[string]string // folder -> name
		files   map[string]string
		want    []string
	}{
		"every module below": {
			modules: map[string]string{"svc/a": "a", "svc/deep/b": "b"},
			want:    []string{"a", "b"},
		},
		"folders that the go command leaves out": {
			modules: map[string]string{
				"a": "a", "vendor/b": "b", "testdata/c": "c", ".hidden/d": "d", "_old/e": "e", "node_modules/f": "f",
			},
			want: []string{"a"},
		},
		"a module with its own registry": {
			modules: map[string]string{"a": "a", "b": "b"},
			files:   map[string]string{"b/compat.yaml": registry},
			want:    []string{"a"},
		},
		"a module of no workspace": {
			modules: map[string]string{"a": "a", "b": "b"},
			files:   map[string]string{"go.work": "go 1.26\n\nuse ./a\n"},
			want:    []string{"a"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := tempDir(t)
			files := map[string]string{"compat.yaml": registry, ".git/HEAD": ""}
			for folder, name := range test.modules {
				module(files, folder, name)
			}
			maps.Copy(files, goEthereum)
			maps.Copy(files, test.files)
			write(t, dir, files)
			lock, err := locking.Read(t.Context(), load(t, dir), locking.Options{Dir: dir})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range lock.Bindings {
				got = append(got, strings.TrimPrefix(b.ImportPath, "example.com/"))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("bindings of the modules %v, want %v", got, test.want)
			}
		})
	}
}

// TestReadUnknownContracts checks that every contract that nothing is known of is listed, at its line of the registry.
func TestReadUnknownContracts(t *testing.T) {
	dir := tempDir(t)
	write(t, dir, map[string]string{
		"go.mod":      "module example.com/a\n\ngo 1.26\n",
		"a.go":        "package a\n",
		"compat.yaml": "version: 1\ncontracts:\n  Policy: {rollout: grace}\n  Slasher: {rollout: lockstep}\nfeatures: {}\n",
	})
	_, err := locking.Read(t.Context(), load(t, dir), locking.Options{Dir: dir})
	var list compatregistry.ErrorList
	if !errors.As(err, &list) || len(list) != 2 {
		t.Fatalf("error is %v, want a list of two", err)
	}
	for i, want := range []string{"compat.yaml:3:3: contract Policy has no ABI", "compat.yaml:4:3: contract Slasher has no ABI"} {
		if !strings.Contains(list[i].Error(), want) {
			t.Errorf("error %d is %q, want %q", i, list[i], want)
		}
	}
}

func load(t *testing.T, dir string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Load(filepath.Join(dir, "compat.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tempDir is a temporary folder without symbolic links in its path, as Options.Dir has to be, in which the go command asks nobody for modules.
func tempDir(t *testing.T) string {
	t.Helper()
	for name, value := range map[string]string{"GOPROXY": "off", "GOFLAGS": "", "GOWORK": "", "GOTOOLCHAIN": "local"} {
		t.Setenv(name, value)
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
