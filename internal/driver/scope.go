package driver

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Root is the folder that reports for other programs name files from: the repository of the working directory, or, outside of one, the working
// directory itself.
func (r *Report) Root() string {
	for dir := r.Dir; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return r.Dir
		}
	}
}

// Missing reports whether a package that was analysed once does not exist any more. One that this run only was not asked for does, and so may
// one of a module that this run has not seen.
func (r *Report) Missing(path string) bool {
	if path == "" || r.analysed[path] {
		return false
	}
	path = strings.TrimSuffix(path, "_test")
	module, ok := r.moduleOf(path)
	if !ok {
		return false
	}
	dir := filepath.Join(r.modules[module], filepath.FromSlash(strings.TrimPrefix(path, module)))
	files, _ := filepath.Glob(filepath.Join(escapeGlob(dir), "*.go"))
	return len(files) == 0
}

// Analysed reports whether the run looked at a package. What registries say about themselves lies in no package, and every run looks at it.
func (r *Report) Analysed(path string) bool { return path == "" || r.analysed[path] }

// moduleOf is the innermost main module that a package path lies in.
func (r *Report) moduleOf(path string) (module string, ok bool) {
	var modules []string
	for module := range r.modules {
		if path == module || strings.HasPrefix(path, module+"/") {
			modules = append(modules, module)
		}
	}
	if len(modules) == 0 {
		return "", false
	}
	return slices.MaxFunc(modules, func(a, b string) int { return cmp.Compare(len(a), len(b)) }), true
}

// cover notes which packages the run looks at.
func (r *Report) cover(pkgs []*packages.Package) {
	for _, pkg := range pkgs {
		r.analysed[pkg.PkgPath] = true
		if pkg.Module != nil && pkg.Module.Main {
			r.modules[pkg.Module.Path] = pkg.Module.Dir
		}
	}
}

// escapeGlob takes the meaning from what patterns of files mean something by.
func escapeGlob(name string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(name)
}
