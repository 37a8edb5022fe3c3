package grace_test

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

func TestToday(t *testing.T) {
	tests := []struct {
		name, flag, env string
		want            string
		set             bool
		err             string
	}{
		{name: "clock", want: "2026-09-30"},
		{name: "environment", env: "2026-12-31", want: "2026-12-31", set: true},
		{name: "flag", flag: "2027-01-01", want: "2027-01-01", set: true},
		{name: "flag beats environment", flag: "2027-01-01", env: "2026-12-31", want: "2027-01-01", set: true},
		{name: "flag beats malformed environment", flag: "2027-01-01", env: "soon", want: "2027-01-01", set: true},
		{name: "malformed flag", flag: "2027-1-1", env: "2026-12-31", err: `-today: date "2027-1-1"`},
		{name: "malformed environment", env: "2026-02-30", err: `COMPATLINT_TODAY: date "2026-02-30"`},
	}
	clock := func() time.Time { return time.Date(2026, 10, 1, 1, 0, 0, 0, time.FixedZone("UTC+2", 2*60*60)) }
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			getenv := func(name string) string {
				if name != grace.TodayEnv {
					t.Errorf("environment variable %s is read", name)
				}
				return test.env
			}
			d, set, err := grace.Today(test.flag, getenv, clock)
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) || !d.IsZero() || set {
					t.Fatalf("Today() = %s, %t, %v; want error with %q", d, set, err, test.err)
				}
				return
			}
			if err != nil || d.String() != test.want || set != test.set {
				t.Errorf("Today() = %s, %t, %v; want %s, %t", d, set, err, test.want, test.set)
			}
		})
	}
}

// Every service that uses the runtime links the package.
func TestImportsStandardLibraryOnly(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(string(out)); len(got) != 1 {
		t.Errorf("packages outside the standard library: %q, want this one only", got)
	}
}
