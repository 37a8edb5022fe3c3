package driver_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/driver"
)

func TestRelative(t *testing.T) {
	for _, test := range []struct{ dir, name, want string }{
		{"/svc", "/svc/a.go", "a.go"},
		{"/svc", "/svc/internal/a.go", "internal/a.go"},
		{"/svc", "/svc/..a.go", "..a.go"},
		{"/svc/internal", "/svc/a.go", "/svc/a.go"},
		{"/svc", "/service/a.go", "/service/a.go"},
		{"", "/svc/a.go", "/svc/a.go"},
	} {
		if got := driver.Relative(test.dir, test.name); got != test.want {
			t.Errorf("Relative(%q, %q) is %q, want %q", test.dir, test.name, got, test.want)
		}
	}
}

func TestLines(t *testing.T) {
	invalid := compatregistry.ErrorList{
		{Position: compatregistry.Position{File: "/svc/compat.yaml", Line: 3, Column: 5}, Message: "first"},
		{Position: compatregistry.Position{File: "/else/abi.json", Line: 1, Column: 1}, Message: "second"},
	}
	for name, test := range map[string]struct {
		err  error
		want []string
	}{
		"unusable":       {&driver.UnusableError{Lines: []string{"a.go:1:1: broken", "compatlint: sorry"}}, []string{"a.go:1:1: broken", "compatlint: sorry"}},
		"invalid":        {invalid, []string{"compat.yaml:3:5: first", "/else/abi.json:1:1: second"}},
		"invalid inside": {fmt.Errorf("loading: %w", invalid), []string{"compat.yaml:3:5: first", "/else/abi.json:1:1: second"}},
		"without place":  {errors.New("no luck"), []string{"compatlint: no luck"}},
		"keeps what wraps the cause": {
			&compatregistry.NotFoundError{Searched: []string{"/svc"}},
			[]string{`compatlint: ` + (&compatregistry.NotFoundError{Searched: []string{"/svc"}}).Error()},
		},
		"cause": {fs.ErrNotExist, []string{"compatlint: file does not exist"}},
	} {
		if diff := cmp.Diff(test.want, driver.Lines("/svc", test.err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
