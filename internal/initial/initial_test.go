package initial_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/initial"
)

// bindingV1 is a binding with one function, as short as abigen's first version leaves it recognisable.
const bindingV1 = `package PACKAGE

import "github.com/ethereum/go-ethereum/accounts/abi/bind"

var NAMEMetaData = &bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
}

type NAME struct{ NAMECaller }

type NAMECaller struct{ contract *bind.BoundContract }

type NAMETransactor struct{ contract *bind.BoundContract }
`

// bindingV2 is one of the second version.
const bindingV2 = `package PACKAGE

import (
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
)

var NAMEMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
}

type NAME struct{ abi abi.ABI }
`

const (
	owner = `[{"inputs":[],"name":"owner","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"}]`
	other = `[{"inputs":[],"name":"other","outputs":[],"stateMutability":"view","type":"function"}]`
)

func bind(template, pkg, name string) string {
	return strings.NewReplacer("PACKAGE", pkg, "NAME", name).Replace(template)
}

// TestFind has each kind of file beside one that differs from it in one respect and does not count.
func TestFind(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":                     "module example.com/svc // the service\n",
		"bindings/a/a.go":            bind(bindingV1, "a", "Policy"),
		"bindings/b/b.go":            bind(bindingV2, "b", "Policy"),
		"bindings/b/more.go":         bind(bindingV2, "b", "Tasks"),
		"bindings/b/b_test.go":       bind(bindingV1, "b", "InTest"),
		"bindings/b/tagged.go":       "//go:build special\n\n" + bind(bindingV1, "b", "Tagged"),
		"bindings/b/broken.go":       bind(bindingV1, "b", "Broken") + "func",
		"root.go":                    bind(bindingV1, "svc", "AtRoot"),
		"vendor/v/v.go":              bind(bindingV1, "v", "Vendored"),
		"testdata/t.go":              bind(bindingV1, "t", "InTestdata"),
		"nested/go.mod":              "module example.com/nested\n",
		"nested/n.go":                bind(bindingV1, "n", "Nested"),
		"contracts/out/Policy.json":  `{"abi": ` + owner + `}`,
		"abi/Policy.json":            owner,
		"old/Policy.json":            other,
		"abi/Tasks.abi":              other,
		"abi/Alone.abi.json":         other,
		"abi/deep/Alone.json":        other,
		"abi/my-contract.json":       other,
		"abi/Empty.json":             "[]",
		"abi/Malformed.json":         owner[:20],
		"package.json":               `{"name": "svc"}`,
		"node_modules/Packaged.json": other,
	} {
		write(t, filepath.Join(root, name), text)
	}
	found, err := initial.Find(root, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"AtRoot [example.com/svc]  []",
		"Policy [example.com/svc/bindings/a example.com/svc/bindings/b] abi/Policy.json [old/Policy.json]",
		"Tasks [example.com/svc/bindings/b]  [abi/Tasks.abi]",
		"file Alone abi/Alone.abi.json",
	}
	if diff := cmp.Diff(want, summary(found)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	tagged, err := initial.Find(root, "special,other")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(summary(tagged), "\n"); !strings.Contains(got, "Tagged [example.com/svc/bindings/b]") {
		t.Errorf("the tag makes no difference:\n%s", got)
	}
}

func summary(f *initial.Found) []string {
	var lines []string
	for _, c := range f.Contracts {
		lines = append(lines, strings.Join([]string{c.Name, list(c.Packages), c.ABIFile, list(c.Others)}, " "))
	}
	for _, c := range f.Files {
		lines = append(lines, "file "+c.Name+" "+c.ABIFile)
	}
	return lines
}

func list(texts []string) string { return "[" + strings.Join(texts, " ") + "]" }

// TestTextLoads checks that whatever is found gives a valid registry.
func TestTextLoads(t *testing.T) {
	many := &initial.Found{Contracts: []*initial.Contract{{Name: "A", Packages: []string{"example.com/a~b/c", "example.com/d"}}}}
	for i := range 30 {
		many.Files = append(many.Files, &initial.Contract{Name: "F" + strings.Repeat("x", i), ABIFile: "my abis/#1: F.json"})
	}
	for name, found := range map[string]*initial.Found{
		"many files":       many,
		"no functions":     {Contracts: []*initial.Contract{{Name: "A", Methods: nil}}},
		"odd function":     {Contracts: []*initial.Contract{{Name: "A", Methods: []string{"$_()"}}}},
		"name like a word": {Contracts: []*initial.Contract{{Name: "null"}, {Name: "Yes"}, {Name: "true"}, {Name: "_"}}},
	} {
		t.Run(name, func(t *testing.T) {
			text := found.Text()
			r, err := compatregistry.Parse("compat.yaml", text)
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			for _, c := range found.Contracts {
				if r.Contract(c.Name) == nil {
					t.Errorf("contract %q is lost:\n%s", c.Name, text)
				}
			}
			if strings.Contains(string(text), "# and 10 more") != (name == "many files") {
				t.Errorf("the list of files is wrong:\n%s", text)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	for name, test := range map[string]struct{ file, want string }{
		"nothing":         {"other.yaml", ""},
		"registry":        {"mod/compat.yaml", "there is a registry already"},
		"registry above":  {"compat.yaml", "there is a registry already"},
		"lock file":       {"mod/compat.lock", "there is a lock file already"},
		"lock file above": {"compat.lock", ""},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			for _, file := range []string{".git/HEAD", "mod/go.mod", test.file} {
				write(t, filepath.Join(root, file), "")
			}
			err := initial.Check(filepath.Join(root, "mod"))
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want one with %q", err, test.want)
			}
		})
	}
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
