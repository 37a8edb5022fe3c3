package driver

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/compatlint/compatlint/compatregistry"
)

// An UnusableError says why the code or the registry could not be analysed. Its lines are complete messages.
type UnusableError struct{ Lines []string }

func (e *UnusableError) Error() string { return strings.Join(e.Lines, "\n") }

// Lines is the text of an error, a line for each thing that is wrong: an error that has no position names the program. Files that lie below dir
// are named relative to it, as in findings.
func Lines(dir string, err error) []string {
	var unusable *UnusableError
	var invalid compatregistry.ErrorList
	switch {
	case errors.As(err, &unusable):
		return unusable.Lines
	case errors.As(err, &invalid):
		lines := make([]string, len(invalid))
		for i, e := range invalid {
			e.File = Relative(dir, e.File)
			lines[i] = e.Error()
		}
		return lines
	}
	return []string{"compatlint: " + err.Error()}
}

// Relative is the name under which a file is reported: relative to dir where it lies below it, with slashes.
func Relative(dir, name string) string {
	if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
		name = rel
	}
	return filepath.ToSlash(name)
}

// failures lists what the analyzers met, each once: analyzers that need the result of another repeat its error, and most packages of a module
// fail for the same reason.
func failures(dir string, graph *checker.Graph) []string {
	var lines []string
	missing := map[string]*compatregistry.NotFoundError{} // by the last folder that was searched
	for action := range graph.All() {
		if action.Err == nil || failedPrerequisite(action) {
			continue
		}
		var notFound *compatregistry.NotFoundError
		if errors.As(action.Err, &notFound) {
			root := notFound.Searched[len(notFound.Searched)-1]
			if known := missing[root]; known == nil || len(notFound.Searched) < len(known.Searched) {
				missing[root] = notFound
			}
			continue
		}
		for _, line := range Lines(dir, action.Err) {
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	for _, root := range slices.Sorted(maps.Keys(missing)) {
		lines = append(lines, Lines(dir, missing[root])...)
	}
	return lines
}

func failedPrerequisite(action *checker.Action) bool {
	return slices.ContainsFunc(action.Deps, func(dep *checker.Action) bool { return dep.Err != nil })
}
