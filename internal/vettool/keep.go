package vettool

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/inputs"
)

// mayBeKept reports whether everything that the verdict depends on is in the key under which the go command would keep it: the source and
// the flags, what describe printed, and what the packages that are imported have passed on.
func (u *unit) mayBeKept() bool {
	named := os.Getenv(inputs.RegistryEnv)
	return u.isOwn() && analyzers.Flags().Lookup("registry").Value.String() == "" && (named == "" || filepath.IsAbs(named)) &&
		u.wasSurveyed() && !u.importsUnseen()
}

// wasSurveyed reports whether survey looks into the package's folder, wherever in its module or workspace the go command was started.
func (u *unit) wasSurveyed() bool {
	root, ok := inputs.ModuleRoot(u.cfg.Dir)
	if !ok {
		return false
	}
	realRoot, err := filepath.EvalSymlinks(root)
	if err != nil {
		return false
	}
	realDir, err := filepath.EvalSymlinks(u.cfg.Dir)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(root, u.cfg.Dir)
	realRel, realErr := filepath.Rel(realRoot, realDir)
	if err != nil || realErr != nil || rel != realRel || !filepath.IsLocal(rel) {
		return false
	}
	return rel == "." || !slices.ContainsFunc(strings.Split(rel, string(filepath.Separator)), leftOut)
}

// importsUnseen reports whether a file that is not part of this build imports a package of the user's own that the build does not import. The
// search for functions that hand on names reads all files, so that the verdict could depend on a package of which the go command knows
// nothing here.
func (u *unit) importsUnseen() bool {
	names, err := u.sources()
	if err != nil {
		return true
	}
	var unseen []string
	for _, name := range names {
		if slices.Contains(u.cfg.GoFiles, name) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.SkipObjectResolution)
		if err != nil {
			continue // left out there, too
		}
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if _, seen := u.cfg.ImportMap[path]; err == nil && !seen {
				unseen = append(unseen, path)
			}
		}
	}
	return len(unseen) > 0 && u.anyOwn(unseen)
}

// anyOwn reports whether one of the import paths may be that of a package whose source the user edits.
func (u *unit) anyOwn(paths []string) bool {
	folders, err := modulesOf(u.cfg.Dir)
	if err != nil {
		return true
	}
	modules, err := modulePaths(folders)
	if err != nil {
		return true
	}
	return slices.ContainsFunc(paths, func(path string) bool {
		return slices.ContainsFunc(modules, func(module string) bool { return strings.HasPrefix(path+"/", module+"/") })
	})
}

// passOn writes the file that makes the go command keep the result, and that is in the keys of the packages that import this one. For packages
// whose source can change it has a digest of the source and of what the packages that it imports have passed on: verdicts depend on
// comments and function bodies of other packages, which the go command leaves out of the keys. A package of which an import has passed on
// nothing passes on nothing either.
func (u *unit) passOn() error {
	digest := sha256.New()
	changes := false
	for _, path := range slices.Sorted(maps.Keys(u.cfg.ImportMap)) {
		path = u.cfg.ImportMap[path]
		name, ok := u.cfg.PackageVetx[path]
		switch {
		case ok:
		case path == "unsafe" || path == "C" || u.cfg.Standard[path]:
			continue
		default:
			return nil
		}
		passed, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if len(passed) > 0 {
			changes = true
			fmt.Fprintf(digest, "import %q %q\n", path, passed)
		}
	}
	if !u.isFixed() {
		changes = true
		names, err := u.sources()
		if err != nil {
			return err
		}
		for _, name := range names {
			source, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			fmt.Fprintf(digest, "file %q %x\n", filepath.Base(name), sha256.Sum256(source))
		}
	}
	var text []byte
	if changes {
		text = fmt.Appendf(nil, "compatlint source %x\n", digest.Sum(nil))
	}
	return os.WriteFile(u.cfg.VetxOutput, text, 0o666)
}

// isFixed reports whether the package's source is never edited: that of Go itself, and of the module cache.
func (u *unit) isFixed() bool {
	if u.modulePath() == "" {
		first, _, _ := strings.Cut(u.cfg.ImportPath, "/")
		return !strings.Contains(first, ".")
	}
	return !u.isOwn() && strings.Contains(filepath.ToSlash(u.cfg.Dir), "/pkg/mod/")
}

// sources returns the files of the package for all builds, and the test files of this one.
func (u *unit) sources() ([]string, error) {
	entries, err := os.ReadDir(u.cfg.Dir)
	if err != nil {
		return nil, err
	}
	names := slices.Clone(u.cfg.GoFiles)
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && entry.Type().IsRegular() {
			names = append(names, filepath.Join(u.cfg.Dir, name))
		}
	}
	// By their last elements: what cgo writes lies in a folder that has another name each time.
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(filepath.Base(a), filepath.Base(b)), cmp.Compare(a, b))
	})
	return slices.Compact(names), nil
}
