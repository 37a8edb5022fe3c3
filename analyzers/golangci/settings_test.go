package golangci

import (
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"gopkg.in/yaml.v3"
)

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		yaml string
		want settings
	}{
		{"", settings{}},
		{"{}", settings{}},
		{"registry: ci/compat.yaml", settings{registry: "ci/compat.yaml"}},
		{"tests: true", settings{tests: true}},
		{"today: 2026-12-01", settings{today: "2026-12-01"}},
		{`today: "2026-12-01"`, settings{today: "2026-12-01"}},
		{"{registry: a, tests: false, today: 2026-12-01}", settings{registry: "a", today: "2026-12-01"}},
	} {
		if got, err := decode(parse(t, test.yaml)); err != nil || got != test.want {
			t.Errorf("%q: %+v, %v; want %+v", test.yaml, got, err, test.want)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	const known = "there is no such setting: the settings are registry, tests and today"
	for _, test := range []struct{ yaml, want string }{
		{"regstry: a", "settings.regstry: " + known},
		{"Registry: a", "settings.Registry: " + known},
		{`registry: ""`, `settings.registry: "" is no value for it: write the path of a registry`},
		{"registry: 1", "settings.registry: 1 is no value for it: write the path of a registry"},
		{"registry:", "settings.registry: nothing is no value for it: write the path of a registry"},
		{`tests: "true"`, `settings.tests: "true" is no value for it: write true or false`},
		{"today: 1", "settings.today: 1 is no value for it: write a date, YYYY-MM-DD"},
		{"today: 2026-12-01T10:00:00Z", `settings.today: date "2026-12-01T10:00:00Z" is not of the form YYYY-MM-DD: write 2026-12-01`},
		{"today: 2026-02-30", `settings.today: date "2026-02-30" does not exist: write a day of the calendar as YYYY-MM-DD`},
		{"{lock: a, tests: 1}", "settings.lock: " + known + "\nsettings.tests: 1 is no value for it: write true or false"},
		{"[registry]", "settings: write a mapping of registry, tests and today"},
	} {
		got, err := decode(parse(t, test.yaml))
		if err == nil || err.Error() != test.want {
			t.Errorf("%q: %+v, %v; want the error %q", test.yaml, got, err, test.want)
		}
	}
}

// parse reads YAML as golangci-lint hands it to plugins.
func parse(t *testing.T, text string) any {
	t.Helper()
	var value any
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// TestRegistered asks for the linter as golangci-lint does.
func TestRegistered(t *testing.T) {
	build, err := register.GetPlugin(Name)
	if err != nil {
		t.Fatal(err)
	}
	plugin, err := build(nil)
	if err != nil {
		t.Fatal(err)
	}
	if mode := plugin.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("the load mode is %q", mode)
	}
	if _, err := build(map[string]any{"other": 1}); err == nil {
		t.Error("a setting that does not exist is no error")
	}
}
