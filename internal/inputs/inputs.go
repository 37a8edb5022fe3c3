// Package inputs finds what a verdict depends on besides the Go code: the registry, the lock file, the clock and the options.
//
// Every analyzer requires Analyzer, so that each host sets one set of flags once. Finding uses and judging them is not done here.
package inputs

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/directive"
)

// LockName is the name of the lock file, which lies beside the registry.
const LockName = "compat.lock"

// RegistryEnv names the environment variable that says which registry to use.
const RegistryEnv = "COMPATLINT_REGISTRY"

// CacheEnv names the environment variable whose value "off" keeps the compiled forms of large registries out of the user's cache folder.
const CacheEnv = "COMPATLINT_CACHE"

// Inputs is what one package is checked against. It is shared between packages and must not be changed.
type Inputs struct {
	Registry *compatregistry.Registry
	Lock     *compatregistry.Lock // nil when there is none
	Today    grace.Date
	Options  Options
	Root     string // the folder below which source belongs to the user: module, workspace or repository
}

// Options are the flags of Analyzer.
type Options struct {
	Registry string // path; "" means: find it
	Today    string // YYYY-MM-DD; "" means: COMPATLINT_TODAY or the clock
	Tests    bool   // report in _test.go files too
	// Standalone says that the host reports expired features nobody uses any more at their line of the registry.
	Standalone bool
}

var options Options

// Analyzer finds the inputs of a package. Its flags are those of the whole suite.
var Analyzer = &analysis.Analyzer{
	Name:             "compatinputs",
	Doc:              "find the registry, the lock file and the clock for the other compatlint analyzers",
	Run:              run,
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Inputs](),
}

func init() {
	Analyzer.Flags.StringVar(&options.Registry, "registry", "", "registry `file` (default: compat.yaml in the package's folder or above)")
	Analyzer.Flags.StringVar(&options.Today, "today", "", "the day to judge grace windows by, `YYYY-MM-DD` (default: today, UTC)")
	Analyzer.Flags.BoolVar(&options.Tests, "tests", false, "report in _test.go files too")
	Analyzer.Flags.BoolVar(&options.Standalone, "standalone", false, "the host itself reports expired features that nothing uses")
}

// nothing is the registry of packages without files.
var nothing = &compatregistry.Registry{}

func run(pass *analysis.Pass) (any, error) {
	if len(pass.Files) == 0 { // golangci-lint has such a package where a folder holds nothing but tests of package p_test
		return &Inputs{Registry: nothing, Options: options}, nil
	}
	in, err := For(packageDir(pass), options)
	if err != nil {
		return nil, err
	}
	return in, nil
}

// packageDir is the folder of the package's sources. Files that cgo generates lie elsewhere; their line directives lead back. Build systems
// that keep packages apart, such as Bazel, give files relative names: nothing around such a package may be looked at, so its folder is "".
func packageDir(pass *analysis.Pass) string {
	dir := ""
	for _, file := range pass.Files {
		if !filepath.IsAbs(pass.Fset.File(file.Package).Name()) {
			return ""
		}
		name := pass.Fset.PositionFor(file.Package, true).Filename
		if dir == "" && filepath.IsAbs(name) && filepath.Base(name) != "_cgo_gotypes.go" {
			dir = filepath.Dir(name)
		}
	}
	return dir
}

// For finds the inputs of the package in dir. Registries and lock files are read once per process; For may be called concurrently.
//
// Without a dir nothing is looked for: not a registry, which has to be named, not the user's other source, and no cache folder. Then there has to
// be a lock file, as nothing else tells of the user's other packages.
func For(dir string, opts Options) (*Inputs, error) {
	today, _, err := grace.Today(opts.Today, os.Getenv, time.Now)
	if err != nil {
		return nil, err
	}
	path, err := RegistryPath(dir, opts)
	if err != nil {
		return nil, err
	}
	entry, _ := loads.LoadOrStore(path, &load{})
	loaded := entry.(*load)
	loaded.once.Do(func() { loaded.read(path, cacheDir(dir)) })
	switch {
	case loaded.err != nil:
		return nil, loaded.err
	case dir == "" && loaded.lock == nil:
		return nil, fmt.Errorf("%s: there is no %s beside it, without which a package cannot be judged by itself: "+
			"run \"compatlint lock\", and declare the file as well", path, LockName)
	}
	return &Inputs{Registry: loaded.registry, Lock: loaded.lock, Today: today, Options: opts, Root: SourceRoot(dir)}, nil
}

// RegistryPath says which registry a package in dir is checked against. A relative path that the user named is taken from the working
// directory and, where it does not exist there, from the package's module: hosts run analyzers in folders of their own choice.
func RegistryPath(dir string, opts Options) (string, error) {
	named := opts.Registry
	if named == "" {
		named = os.Getenv(RegistryEnv)
	}
	switch {
	case named == "" && dir == "":
		return "", fmt.Errorf("the host names source files without their folder, so that no %s is looked for: name it with the flag registry or %s",
			compatregistry.FileName, RegistryEnv)
	case named == "":
		return compatregistry.Find(dir)
	case filepath.IsAbs(named):
		return named, nil
	case dir == "":
		return declared(named)
	}
	if _, err := os.Stat(named); err == nil {
		return filepath.Abs(named)
	}
	if root, ok := ModuleRoot(dir); ok {
		dir = root
	}
	return filepath.Join(dir, named), nil
}

// declared finds a file that is an input of a build. Bazel puts what is declared as data of a program into a folder beside it, by the path that it
// calls the file's rlocationpath. The name that the program was started with leads to the sandbox, the executable's own path out of it.
func declared(name string) (string, error) {
	for _, path := range []string{filepath.Join(os.Args[0]+".runfiles", name), name} {
		if _, err := os.Stat(path); err == nil {
			return filepath.Abs(path)
		}
	}
	return "", fmt.Errorf("registry %s is neither among the files that are declared as data of the analyzers nor in the working directory", name)
}

type load struct {
	once     sync.Once
	registry *compatregistry.Registry
	lock     *compatregistry.Lock
	err      error
}

var loads sync.Map // path -> *load

func (l *load) read(path, cache string) {
	if l.registry, l.err = compatregistry.LoadCompiled(path, cache); l.err != nil {
		return
	}
	lock, err := compatregistry.ReadLock(filepath.Join(filepath.Dir(path), LockName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return
	case err != nil:
		l.err = err
		return
	}
	l.lock = lock
	if problems := compatregistry.CheckLock(l.registry, lock); len(problems) > 0 {
		l.err = problems
	}
}

// cacheDir is where the compiled forms of large registries are kept, or "" for nowhere.
func cacheDir(dir string) string {
	if dir == "" || os.Getenv(CacheEnv) == "off" {
		return ""
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "" // no home folder, such as in a sandbox: reading the registry's text takes longer, but gives the same
	}
	return filepath.Join(dir, "compatlint")
}

// SourceRoot is the outermost folder above dir that holds the user's own source: a repository, workspace or module. Without a dir it is "".
func SourceRoot(dir string) string {
	if dir == "" {
		return ""
	}
	root := dir
	for parent := dir; ; parent = filepath.Dir(parent) {
		for _, mark := range []string{"go.mod", "go.work", ".git"} {
			if _, err := os.Stat(filepath.Join(parent, mark)); err == nil {
				root = parent
				break
			}
		}
		if parent == filepath.Dir(parent) {
			return root
		}
	}
}

// ModuleRoot returns the folder of the module that dir lies in.
func ModuleRoot(dir string) (string, bool) {
	for {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

// ReadFile reads a file of the package under analysis, from the editor's memory where the host has one. Some hosts, such as Bazel's nogo, give
// no function for that.
func ReadFile(pass *analysis.Pass, name string) ([]byte, error) {
	if pass.ReadFile == nil {
		return os.ReadFile(name)
	}
	return pass.ReadFile(name)
}

// IsTestFile reports whether pos lies in a _test.go file.
func IsTestFile(fset *token.FileSet, pos token.Pos) bool {
	name := fset.Position(pos).Filename
	return len(name) > len("_test.go") && strings.HasSuffix(name, "_test.go")
}

// IgnoreEnded reports whether a //compat:ignore no longer holds for a feature: the earlier of its own end and the feature's counts.
func IgnoreEnded(d *directive.Directive, feature *compatregistry.Feature, today grace.Date) bool {
	return grace.Expired(today, d.Until) || feature.Expired(today)
}
