package golangci

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"go/token"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/inputs"
)

// seen is what verdicts depend on besides what golangci-lint keys its cache by, as it was when the linter was made.
type seen struct {
	tree    *tree
	digests map[string]string // registry, symbolic links resolved -> digest of its text; "" where it is invalid
	key     hash.Hash
}

// survey reads everything that verdicts may depend on, whichever packages will be linted: golangci-lint asks its cache before an analyzer sees
// one. The registry of the working directory must be valid; another one that is not fails the packages that it applies to.
func survey(dir string, opts inputs.Options) (*seen, error) {
	today, err := grace.ParseDate(opts.Today)
	if err != nil {
		return nil, err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, err
	}
	root := lintable(dir)
	s := &seen{tree: look(root, today), digests: map[string]string{}, key: sha256.New()}
	s.line("source", relative(root, inputs.SourceRoot(dir)))
	registries, err := s.tree.applicable(opts)
	if err != nil {
		return nil, err
	}
	own := cmp.Or(opts.Registry, nearest(dir))
	for _, path := range registries {
		if err := s.registry(path, opts); err != nil && path == own {
			return nil, err
		}
	}
	s.source()
	return s, nil
}

// lintable returns the folder below which the packages lie that golangci-lint can lint when it is run in dir: those of the workspace, or else
// of the module.
func lintable(dir string) string {
	for folder := dir; ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.work")); err == nil {
			return folder
		}
		if folder == filepath.Dir(folder) {
			break
		}
	}
	if root, ok := inputs.ModuleRoot(dir); ok {
		return root
	}
	return dir
}

// nearest returns the registry that applies to the packages in dir, or "".
func nearest(dir string) string {
	path, err := compatregistry.Find(dir)
	if err != nil {
		return ""
	}
	return path
}

// registry takes a registry into the key: its text, the files that it names, its lock file, and which of its windows have ended.
func (s *seen) registry(path string, opts inputs.Options) error {
	s.line("registry", relative(s.tree.root, path))
	s.file(filepath.Join(filepath.Dir(path), inputs.LockName))
	in, err := inputs.For(filepath.Dir(path), opts)
	if err != nil {
		s.digests[resolved(path)] = ""
		s.line("invalid", err.Error())
		return err
	}
	s.digests[resolved(path)] = in.Registry.Digest
	s.line("digest", in.Registry.Digest)
	for _, contract := range in.Registry.Contracts {
		if contract.ABIFile != "" {
			s.file(absolute(filepath.Dir(path), filepath.FromSlash(contract.ABIFile)))
		}
	}
	for _, feature := range in.Registry.Features {
		if feature.Expired(in.Today) {
			s.line("expired", feature.Name)
		}
	}
	return nil
}

// source takes into the key what the tree has besides registries.
func (s *seen) source() {
	for _, line := range s.tree.modules {
		s.line("module", line)
	}
	var ended []string
	for date := range s.tree.ended {
		ended = append(ended, date.String())
	}
	slices.Sort(ended)
	s.line("ended", strings.Join(ended, " "))
}

func (s *seen) line(what, value string) { fmt.Fprintf(s.key, "%s %q\n", what, value) }

// file takes a file's content into the key, or that it is not there.
func (s *seen) file(path string) {
	file, err := os.Open(path)
	if err == nil {
		sum := sha256.New()
		_, err = io.Copy(sum, file)
		err = errors.Join(err, file.Close())
		s.line("file", fmt.Sprintf("%s %x", filepath.Base(path), sum.Sum(nil)))
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.line("unreadable", err.Error())
	}
}

func absolute(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// analyzer returns an analyzer that reports nothing. Its name is what matters: the names of a linter's analyzers are in the key of golangci-lint's
// cache, and there is no other way to put something there. It changes when a verdict may have changed, and on no other day.
func (s *seen) analyzer() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     fmt.Sprintf("compatlint_inputs_%x", s.key.Sum(nil)[:8]),
		Doc:      "key golangci-lint's cache by the registry, the lock file and what has ended",
		Requires: []*analysis.Analyzer{inputs.Analyzer},
		Run:      s.check,
	}
}

// check fails for a package whose verdict depends on what is not in the key: golangci-lint caches no result of a run that fails, so that nothing
// stale is ever replayed.
func (s *seen) check(pass *analysis.Pass) (any, error) {
	if len(pass.Files) == 0 {
		return nil, nil // such a package depends on nothing
	}
	for _, file := range pass.Files {
		if dir, ok := s.looked(pass.Fset, file.Package); !ok {
			return nil, fmt.Errorf("folder %s was left out when golangci-lint began, so that its results could become stale: lint packages in "+
				"folders that ./... reaches, and below %s", dir, s.tree.root)
		}
	}
	in := pass.ResultOf[inputs.Analyzer].(*inputs.Inputs)
	digest, known := s.digests[resolved(in.Registry.Path)]
	switch {
	case !known:
		return nil, fmt.Errorf("registry %s has appeared while golangci-lint was running: run it again", in.Registry.Path)
	case digest != in.Registry.Digest:
		return nil, fmt.Errorf("registry %s has changed while golangci-lint was running: run it again", in.Registry.Path)
	}
	return nil, nil
}

// looked reports whether a file's folder was read. What cgo writes lies elsewhere and leads back by line directives, except for one file.
func (s *seen) looked(fset *token.FileSet, pos token.Pos) (dir string, ok bool) {
	for _, adjusted := range []bool{true, false} {
		name := fset.PositionFor(pos, adjusted).Filename
		dir = resolved(filepath.Dir(name))
		if s.tree.folders[dir] || filepath.Base(name) == "_cgo_gotypes.go" {
			return dir, true
		}
	}
	return dir, false
}
