package hosts_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers"
)

// rulesGo is the release of rules_go whose nogo the tests build: the program itself, with the analyzers linked in, as Bazel builds it.
const rulesGo = "github.com/bazelbuild/rules_go@v0.65.0"

// nogoModule lies below golang.org/x/tools by name, because nogo uses an internal package from there. Bazel does not ask.
const nogoModule = `module golang.org/x/tools/nogo

go 1.26.0

require (
	github.com/aymanbagabas/go-udiff v0.4.1
	github.com/compatlint/compatlint v0.0.0
	golang.org/x/tools %s
)

replace github.com/compatlint/compatlint => %s
`

// The sources of rules_go that make up the generator of nogo's main file, and nogo; see go/tools/builders/BUILD.bazel there.
var (
	generatorSources = []string{"flags.go", "generate_nogo_main.go"}
	nogoSources      = []string{
		"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go118.go", "nogo_goversions_go121.go",
		"nogo_goversions_go122.go", "nogo_main.go", "nogo_version.go", "nolint.go",
	}
)

const generatorMain = `package main

import (
	"log"
	"os"
)

func main() {
	if err := genNogoMain(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}
`

// nogoPrograms are the nogo programs built so far, by their configuration.
var nogoPrograms = map[string]string{}

// nogoProgram builds nogo with the suite, configured by the flags of compatinputs.
func nogoProgram(t *testing.T, flags map[string]string) string {
	t.Helper()
	config := jsonText(t, map[string]any{"compatinputs": map[string]any{"analyzer_flags": flags}})
	if path, ok := nogoPrograms[config]; ok {
		return path
	}
	dir := nogoFolder(t)
	name := fmt.Sprintf("nogo%d", len(nogoPrograms))
	write(t, filepath.Join(dir, name+".json"), config)
	copyFiles(t, filepath.Join(dir, "builders"), filepath.Join(dir, name), nogoSources)
	generate := []string{"go", "run", "-mod=mod", "./generator", "-output", filepath.Join(name, "generated.go"), "-config", name + ".json"}
	for _, path := range nogoPackages() {
		generate = append(generate, "-analyzer_importpath", path)
	}
	command{dir: dir, args: generate}.run(t)
	path := filepath.Join(dir, name, "nogo")
	command{dir: dir, args: []string{"go", "build", "-mod=mod", "-o", path, "./" + name}}.run(t)
	nogoPrograms[config] = path
	return path
}

// nogoInputs is where users put a package with the analyzer that reads the registry.
const nogoInputs = "golang.org/x/tools/nogo/inputs"

// nogoPackages are the packages of the analyzers that users give to nogo.
func nogoPackages() []string {
	paths := []string{nogoInputs}
	for _, a := range analyzers.All() {
		paths = append(paths, "github.com/compatlint/compatlint/analyzers/"+a.Name)
	}
	return paths
}

// nogoFolder returns the module in which nogo is built, with the sources of rules_go in its folder builders.
func nogoFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(scratch, "nogo")
	if _, err := os.Stat(filepath.Join(dir, "generator", "main.go")); err == nil {
		return dir
	}
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	tools, _ := command{dir: root, args: []string{"go", "list", "-m", "-f", "{{.Version}}", "golang.org/x/tools"}}.run(t)
	write(t, filepath.Join(dir, "go.mod"), fmt.Sprintf(nogoModule, strings.TrimSpace(tools), root))
	write(t, filepath.Join(dir, "inputs", "inputs.go"), block(t, "bazel.md", "go", "package compatinputs"))
	write(t, filepath.Join(dir, "go.sum"), read(t, filepath.Join(root, "go.sum")))

	code, out, stderr := command{dir: dir, args: []string{"go", "mod", "download", "-json", rulesGo}}.result(t)
	var download struct{ Dir, Error string }
	if err := json.Unmarshal([]byte(out), &download); code != 0 || err != nil {
		missing(t, fmt.Sprintf("this test needs %s from the module proxy: %s%s", rulesGo, download.Error, stderr))
	}
	builders := filepath.Join(download.Dir, "go", "tools", "builders")
	copyFiles(t, builders, filepath.Join(dir, "builders"), slices.Concat(generatorSources, nogoSources))
	copyFiles(t, builders, filepath.Join(dir, "generator"), generatorSources)
	write(t, filepath.Join(dir, "generator", "main.go"), generatorMain)
	return dir
}

func copyFiles(t *testing.T, from, to string, names []string) {
	t.Helper()
	for _, name := range names {
		write(t, filepath.Join(to, name), read(t, filepath.Join(from, name)))
	}
}
