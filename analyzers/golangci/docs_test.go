package golangci_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// documentation is what users read. Its configuration files are the ones that the tests use.
const documentation = "docs/golangci.md"

// documented returns the file of that name in the documentation: the first block of YAML after a line that ends with the name and a colon.
func documented(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repository, documentation))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(data), "`"+name+"`:\n")
	_, rest, fenced := strings.Cut(rest, "```yaml\n")
	text, _, closed := strings.Cut(rest, "```\n")
	if !found || !fenced || !closed {
		t.Fatalf("%s has no file %s", documentation, name)
	}
	return text
}

// TestCustomBuild reads the documented .custom-gcl.yml as strictly as golangci-lint's schema for it, and compares it with what
// cmd/golangci-lint-compat is built from.
func TestCustomBuild(t *testing.T) {
	var config struct {
		Version     string `yaml:"version"`
		Name        string `yaml:"name"`
		Destination string `yaml:"destination"`
		Plugins     []struct {
			Module  string `yaml:"module"`
			Import  string `yaml:"import"`
			Version string `yaml:"version"`
		} `yaml:"plugins"`
	}
	decoder := yaml.NewDecoder(bytes.NewReader([]byte(documented(t, ".custom-gcl.yml"))))
	decoder.KnownFields(true)
	if err := decoder.Decode(&config); err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile(filepath.Join(repository, "cmd/golangci-lint-compat/go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	required := regexp.MustCompile(`(?m)^\tgithub.com/golangci/golangci-lint/v2 (\S+)$`).FindSubmatch(module)
	if required == nil || config.Version != string(required[1]) {
		t.Errorf("%s builds golangci-lint %s, and cmd/golangci-lint-compat %s", documentation, config.Version, required)
	}
	const root = "github.com/compatlint/compatlint"
	if len(config.Plugins) != 1 || config.Plugins[0].Module != root || config.Plugins[0].Import != root+"/analyzers/golangci" {
		t.Errorf("%s builds in %+v", documentation, config.Plugins)
	}
	if config.Name == "" || config.Destination == "" || config.Plugins[0].Version == "" {
		t.Errorf("%s leaves something out: %+v", documentation, config)
	}
}
