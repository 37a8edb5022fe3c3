package vettool

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"go/build"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/inputs"
)

// seen is what verdicts depend on that the go command does not look at before it asks its cache. Paths in it are relative: another checkout of
// the same source has the same key.
type seen struct {
	registry hash.Hash // registries, the ABI files that they name, and lock files
	modules  hash.Hash // how modules lie to each other and to registries

	today  grace.Date
	folder string          // of the module that is looked at; its root is what names are relative to
	root   string          // see inputs.SourceRoot
	read   map[string]bool // registries
	ended  map[string]bool // windows and //compat:ignore comments that have ended
}

// survey reads what the verdicts on the packages that a "go vet" in dir can name may depend on. What depends on the source of the packages
// themselves is left to the files that units pass on; see unit.passOn.
func survey(dir string) (*seen, error) {
	today, _, err := grace.Today("", os.Getenv, time.Now)
	if err != nil {
		return nil, err
	}
	folders, err := modulesOf(dir)
	if err != nil {
		return nil, err
	}
	s := &seen{registry: sha256.New(), modules: sha256.New(), today: today, read: map[string]bool{}, ended: map[string]bool{}}
	if named := os.Getenv(inputs.RegistryEnv); named != "" {
		fmt.Fprintf(s.modules, "named %q\n", named)
		if filepath.IsAbs(named) {
			s.root = filepath.Dir(named)
			if err := s.takeRegistry(named); err != nil {
				return nil, err
			}
		}
	}
	for _, s.folder = range folders {
		s.root = inputs.SourceRoot(s.folder)
		if err := errors.Join(s.above(), s.below()); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// above takes in what lies in the folders from the user's outermost one down to the module: registries that apply to all of it, and the
// files by which the search for registries and source goes.
func (s *seen) above() error {
	found, err := compatregistry.Find(s.folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	fmt.Fprintf(s.modules, "module %q of %q\n", s.name(s.folder), s.name(found))
	for folder := s.folder; ; folder = filepath.Dir(folder) {
		if folder != s.folder {
			if err := s.takeRegistryOf(folder); err != nil {
				return err
			}
		}
		for _, name := range []string{"go.mod", "go.work"} {
			if err := s.takeModule(filepath.Join(folder, name)); err != nil {
				return err
			}
		}
		if folder == s.root || folder == filepath.Dir(folder) {
			return nil
		}
	}
}

// takeModule takes in what a go.mod or go.work file says about folders. Versions of dependencies are in the go command's own keys.
func (s *seen) takeModule(path string) error {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(s.modules, "file %q\n", s.name(path))
	for line := range strings.Lines(string(data)) {
		if filepath.Base(path) == "go.work" || strings.HasPrefix(line, "module") || strings.Contains(line, "=>") {
			fmt.Fprintf(s.modules, "line %q\n", strings.TrimSpace(line))
		}
	}
	return nil
}

// below takes in what lies in the folders that hold the module's packages. The go command cannot vet a package in a folder that cannot be read.
func (s *seen) below() error {
	top, err := filepath.EvalSymlinks(s.folder)
	if err != nil {
		return err
	}
	return filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrPermission) && entry.IsDir():
			fmt.Fprintf(s.modules, "unreadable %q\n", s.name(path))
			return filepath.SkipDir
		case err != nil:
			return err
		case entry.IsDir():
			if path != top && (leftOut(entry.Name()) || isModule(path)) {
				return filepath.SkipDir
			}
			return nil
		case entry.Name() == compatregistry.FileName:
			return s.takeRegistry(path)
		case strings.HasSuffix(entry.Name(), ".go"):
			return s.takeSource(path)
		}
		return nil
	})
}

// leftOut reports whether "./..." leaves out a folder of that name. Results on packages in it are not kept.
func leftOut(name string) bool { return name == "vendor" || name[0] == '.' || name[0] == '_' }

func (s *seen) takeRegistryOf(folder string) error {
	path := filepath.Join(folder, compatregistry.FileName)
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return nil
	}
	return s.takeRegistry(path)
}

// takeRegistry takes in a registry, the files that belong to it, and which of its windows have ended. What is wrong with an invalid one is
// said by the packages that it applies to.
func (s *seen) takeRegistry(path string) error {
	if s.read[path] {
		return nil
	}
	s.read[path] = true
	if err := errors.Join(s.takeFile(path), s.takeFile(filepath.Join(filepath.Dir(path), inputs.LockName))); err != nil {
		return err
	}
	in, err := inputs.For(filepath.Dir(path), inputs.Options{Registry: path, Today: s.today.String()})
	if err != nil {
		return s.takeInvalid(path, err)
	}
	for _, contract := range in.Registry.Contracts {
		if contract.ABIFile == "" {
			continue
		}
		if err := s.takeFile(absolute(filepath.Dir(path), contract.ABIFile)); err != nil {
			return err
		}
	}
	for _, feature := range in.Registry.Features {
		if feature.Expired(s.today) {
			s.ended[s.name(path)+" "+feature.Name] = true
		}
	}
	return nil
}

// takeInvalid takes in why a registry is invalid: that may lie in a file that it names.
func (s *seen) takeInvalid(path string, err error) error {
	_, err = fmt.Fprintf(s.registry, "invalid %q %q\n", s.name(path), err)
	return err
}

// takeFile takes in a file's content, or that it is not there.
func (s *seen) takeFile(path string) error {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	fmt.Fprintf(s.registry, "file %q %t %x\n", s.name(path), err == nil, sha256.Sum256(data))
	return nil
}

var (
	ignoreWord = []byte("compat:ignore")
	untilWord  = []byte("until=")
)

// takeSource takes in what the go command does not know of a file: that the day has passed on which a //compat:ignore comment of it ends, and
// all of a file that may be none of this build. What functions of other packages do is read from the files of all builds.
func (s *seen) takeSource(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	s.takeIgnores(data)
	if mayBeLeftOut(path, data) {
		fmt.Fprintf(s.modules, "file %q %x\n", s.name(path), sha256.Sum256(data))
	}
	return nil
}

// mayBeLeftOut reports whether a build can leave the file out: one with a constraint, whose tags are not known here, or one whose name is that
// of another system. Tests have no functions that other packages call.
func mayBeLeftOut(path string, data []byte) bool {
	dir, name := filepath.Split(path)
	if strings.HasSuffix(name, "_test.go") {
		return false
	}
	if bytes.Contains(data, []byte("//go:build ")) {
		return true
	}
	if !strings.Contains(name, "_") {
		return false
	}
	build := build.Default
	build.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("package p")), nil }
	match, err := build.MatchFile(dir, name)
	return err != nil || !match
}

// takeIgnores takes in which //compat:ignore comments have ended. The comments themselves are in the go command's keys, as all source is.
func (s *seen) takeIgnores(data []byte) {
	for {
		i := bytes.Index(data, ignoreWord)
		if i < 0 {
			return
		}
		data = data[i+len(ignoreWord):]
		line, _, _ := bytes.Cut(data, []byte("\n"))
		if _, after, ok := bytes.Cut(line, untilWord); ok && len(after) >= len(time.DateOnly) {
			s.takeEnd(string(after[:len(time.DateOnly)]))
		}
	}
}

func (s *seen) takeEnd(text string) {
	if until, err := grace.ParseDate(text); err == nil && grace.Expired(s.today, until) {
		s.ended["ignore "+until.String()] = true
	}
}

func (s *seen) endedSum() []byte {
	sum := sha256.New()
	names := make([]string, 0, len(s.ended))
	for name := range s.ended {
		names = append(names, name)
	}
	slices.Sort(names)
	_, _ = io.WriteString(sum, strings.Join(names, "\n")) // a hash takes everything
	return sum.Sum(nil)[:16]
}

// name is how the key names a path.
func (s *seen) name(path string) string {
	rel, err := filepath.Rel(s.root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}
