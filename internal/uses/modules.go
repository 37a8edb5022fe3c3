package uses

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/compatlint/compatlint/internal/symbols"
)

var errNotOwn = errors.New("no package of the user's own")

// A module is a Go module of the user's own.
type module struct{ path, dir string }

// modulesOf returns the modules whose packages the module in home can import from source: itself, what its go.mod replaces by a folder, and the
// other modules of its workspace.
func modulesOf(root, home string) []module {
	path, modules := readModule(home)
	if path == "" {
		return nil
	}
	modules = append(modules, module{path, home})
	for parent := home; ; parent = filepath.Dir(parent) {
		if data, err := os.ReadFile(filepath.Join(parent, "go.work")); err == nil {
			modules = append(modules, readWorkspace(parent, data)...)
			break
		}
		if parent == root || parent == filepath.Dir(parent) {
			break
		}
	}
	return modules
}

// readModule returns a module's path and the modules that it replaces by folders.
func readModule(dir string) (path string, replaced []module) {
	name := filepath.Join(dir, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		return "", nil
	}
	file, err := modfile.ParseLax(name, data, nil)
	if err != nil || file.Module == nil {
		return "", nil
	}
	full, err := modfile.Parse(name, data, nil) // ParseLax leaves out replacements
	if err != nil {
		return file.Module.Mod.Path, nil
	}
	return file.Module.Mod.Path, localReplacements(dir, full.Replace)
}

func localReplacements(dir string, replacements []*modfile.Replace) []module {
	var modules []module
	for _, r := range replacements {
		if r.New.Version == "" {
			modules = append(modules, module{r.Old.Path, absolute(dir, r.New.Path)})
		}
	}
	return modules
}

func readWorkspace(dir string, data []byte) []module {
	file, err := modfile.ParseWork(filepath.Join(dir, "go.work"), data, nil)
	if err != nil {
		return nil
	}
	modules := localReplacements(dir, file.Replace)
	for _, use := range file.Use {
		used := absolute(dir, use.Path)
		if path, _ := readModule(used); path != "" {
			modules = append(modules, module{path, used})
		}
	}
	return modules
}

func absolute(dir, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}

// dirOf returns the folder of a package of the user's own: in the module with the longest path that fits, as the go command looks for it.
func (s *Sources) dirOf(importPath string) (string, bool) {
	best := -1
	for i, m := range s.modules {
		if (importPath == m.path || strings.HasPrefix(importPath, m.path+"/")) && (best < 0 || len(m.path) > len(s.modules[best].path)) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	dir := filepath.Join(s.modules[best].dir, strings.TrimPrefix(importPath, s.modules[best].path))
	return dir, s.isOwn(filepath.Join(dir, "x.go"))
}

func (s *Sources) isOwn(filename string) bool { return symbols.IsOwn(s.root, filename) }
