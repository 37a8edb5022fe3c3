package vettool

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMayBeLeftOut(t *testing.T) {
	for name, test := range map[string]struct {
		source string
		want   bool
	}{
		"plain.go":          {"package p\n", false},
		"with_underline.go": {"package p\n", false},
		"here_plan9.go":     {"package p\n", true},
		"here_s390x.go":     {"package p\n", true},
		"tagged.go":         {"//go:build mainnet\n\npackage p\n", true},
		"not_tagged.go":     {"// go:build mainnet\n\npackage p\n", false},
		"tagged_test.go":    {"//go:build mainnet\n\npackage p\n", false},
		"here_plan9_x.go":   {"package p\n", false},
	} {
		if got := mayBeLeftOut(filepath.Join(t.TempDir(), name), []byte(test.source)); got != test.want {
			t.Errorf("%s: got %t, want %t", name, got, test.want)
		}
	}
}

// TestModulesOf finds the modules of a workspace and what they replace, without the ones that are not there.
func TestModulesOf(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"work/go.work":     "go 1.26\n\nuse ./a\nuse ../b\n\nreplace example.com/c => ../c\n",
		"work/a/go.mod":    "module example.com/a\n\nreplace example.com/d => ../../d\nreplace example.com/e v1.0.0 => example.com/f v1.0.0\n",
		"work/a/pkg/p.go":  "package p\n",
		"b/go.mod":         "module example.com/b\n",
		"c/go.mod":         "module example.com/c\n\nreplace example.com/gone => ../gone\n",
		"d/go.mod":         "module example.com/d\n",
		"other/go.mod":     "module example.com/other\n",
		"other/sub/doc.go": "package sub\n",
		"none/doc.go":      "package none\n",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		dir, gowork string
		want        []string
	}{
		{"work/a/pkg", "", []string{"b", "c", "d", "work/a"}},
		{"work/a/pkg", "off", []string{"d", "work/a"}},
		{"other/sub", "", []string{"other"}},
		{"other/sub", "work/go.work", []string{"b", "c", "d", "work/a"}},
		{"none", "off", nil},
	} {
		gowork := test.gowork
		if gowork != "" && gowork != "off" {
			gowork = filepath.Join(root, gowork)
		}
		t.Setenv("GOWORK", gowork)
		folders, err := modulesOf(filepath.Join(root, test.dir))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, folder := range folders {
			rel, err := filepath.Rel(root, folder)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, filepath.ToSlash(rel))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("in %s with GOWORK=%q (-want +got):\n%s", test.dir, test.gowork, diff)
		}
	}
}
