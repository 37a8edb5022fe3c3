package compatregistry_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/compatlint/compatlint/compatregistry"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestErrors parses each .yaml of each archive in testdata/errors and compares the errors with the .want after it.
func TestErrors(t *testing.T) {
	archives, err := filepath.Glob("testdata/errors/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files)%2 != 0 {
				t.Fatalf("%s: a .yaml or .want is missing", path)
			}
			for i := 0; i < len(archive.Files); i += 2 {
				checkErrorCase(t, archive.Files[i], &archive.Files[i+1])
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func checkErrorCase(t *testing.T, input txtar.File, want *txtar.File) {
	name := strings.TrimSuffix(input.Name, ".yaml")
	t.Run(name, func(t *testing.T) {
		if want.Name != name+".want" {
			t.Fatalf("%s is followed by %s", input.Name, want.Name)
		}
		_, err := compatregistry.Parse("testdata/compat.yaml", input.Data)
		var list compatregistry.ErrorList
		if !errors.As(err, &list) || len(list) == 0 {
			t.Fatalf("error is %v, want an ErrorList with errors", err)
		}
		got := strings.ReplaceAll(err.Error(), "testdata/compat.yaml:", "") + "\n"
		if *update {
			want.Data = []byte(got)
			return
		}
		if diff := cmp.Diff(string(want.Data), got); diff != "" {
			t.Errorf("errors (-want +got):\n%s", diff)
		}
	})
}

func TestErrorListFindsEachError(t *testing.T) {
	at := compatregistry.Position{File: "compat.yaml", Line: 3, Column: 5}
	list := compatregistry.ErrorList{{Position: at, Message: "first"}, {Position: at, Message: "second"}}
	var one compatregistry.Error
	if !errors.As(fmt.Errorf("load: %w", list), &one) || one.Message != "first" {
		t.Errorf("errors.As found %v, want the first error", one)
	}
	if got, want := list.Error(), "compat.yaml:3:5: first\ncompat.yaml:3:5: second"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
}
