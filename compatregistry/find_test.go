package compatregistry_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
)

// tree makes files, and folders where a name ends with a slash.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, filepath.FromSlash(name))
		folder := filepath.Dir(path)
		if strings.HasSuffix(name, "/") {
			folder = path
		}
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if folder == path {
			continue
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFind(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		dir   string
		want  string // "" for none
	}{
		{"in the folder", []string{"m/go.mod", "m/a/b/compat.yaml"}, "m/a/b", "m/a/b/compat.yaml"},
		{"at the module root", []string{"m/go.mod", "m/compat.yaml", "m/a/b/"}, "m/a/b", "m/compat.yaml"},
		{"nearest", []string{"m/go.mod", "m/compat.yaml", "m/a/compat.yaml", "m/a/b/"}, "m/a/b", "m/a/compat.yaml"},
		{"at the repository root", []string{".git/", "compat.yaml", "go/m/go.mod", "go/m/a/"}, "go/m/a", "compat.yaml"},
		{"between module and repository", []string{".git/", "go/compat.yaml", "go/m/go.mod"}, "go/m", "go/compat.yaml"},
		{"in a worktree", []string{".git", "compat.yaml", "m/go.mod"}, "m", "compat.yaml"},
		{"at the workspace root", []string{"go.work", "compat.yaml", "m/go.mod"}, "m", "compat.yaml"},
		{"workspace inside of a repository", []string{".git/", "compat.yaml", "go/go.work", "go/m/go.mod"}, "go/m", "compat.yaml"},
		{"nested module", []string{".git/", "go.mod", "compat.yaml", "testdata/m/go.mod"}, "testdata/m", "compat.yaml"},
		{"submodule without go.mod", []string{"go.mod", "compat.yaml", "third/.git", "third/a/"}, "third/a", "compat.yaml"},
		{"repository without a module", []string{".git/", "compat.yaml", "a/b/"}, "a/b", "compat.yaml"},
		{"above the module", []string{"compat.yaml", "m/go.mod", "m/a/"}, "m/a", ""},
		{"above the repository", []string{"compat.yaml", "r/.git/", "r/m/go.mod"}, "r/m", ""},
		{"above a folder without a module", []string{"compat.yaml", "a/b/"}, "a/b", ""},
		{"folder of that name", []string{"m/go.mod", "m/compat.yaml", "m/a/compat.yaml/"}, "m/a", "m/compat.yaml"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := tree(t, test.files...)
			got, err := compatregistry.Find(filepath.Join(root, test.dir))
			if test.want == "" {
				var notFound *compatregistry.NotFoundError
				if !errors.As(err, &notFound) || !errors.Is(err, fs.ErrNotExist) {
					t.Fatalf("Find = %q, %v, want a NotFoundError", got, err)
				}
				return
			}
			if want := filepath.Join(root, test.want); err != nil || got != want {
				t.Errorf("Find = %q, %v, want %q", got, err, want)
			}
		})
	}
}

func TestNotFoundErrorNamesTheFolders(t *testing.T) {
	root := tree(t, ".git/", "m/go.mod", "m/a/")
	_, err := compatregistry.Find(filepath.Join(root, "m", "a"))
	var notFound *compatregistry.NotFoundError
	if !errors.As(err, &notFound) {
		t.Fatalf("error is %v", err)
	}
	want := []string{filepath.Join(root, "m", "a"), filepath.Join(root, "m"), root}
	if diff := cmp.Diff(want, notFound.Searched); diff != "" {
		t.Errorf("searched (-want +got):\n%s", diff)
	}
	message := "no compat.yaml in " + want[0] + " or the folders above it up to " + root +
		`: write one there, or name it with -registry or COMPATLINT_REGISTRY`
	if err.Error() != message {
		t.Errorf("message is %q, want %q", err, message)
	}
}

func TestFindTakesRelativeFolders(t *testing.T) {
	root := tree(t, "go.mod", "compat.yaml", "a/")
	t.Chdir(filepath.Join(root, "a"))
	got, err := compatregistry.Find(".")
	if err != nil || !filepath.IsAbs(got) || filepath.Base(got) != "compat.yaml" {
		t.Errorf("Find(.) = %q, %v", got, err)
	}
}
