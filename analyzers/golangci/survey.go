package golangci

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/inputs"
)

// A tree is what the source below a folder has that verdicts depend on and golangci-lint does not look at before it asks its cache: where registries
// lie, how modules lie to each other, and which //compat:ignore comments have ended.
type tree struct {
	root       string
	registries []string        // paths
	folders    map[string]bool // the ones that were read as a whole
	modules    []string        // one line for each line of a go.mod or go.work that says where modules lie

	mu    sync.Mutex
	ended map[grace.Date]bool // of //compat:ignore comments
}

// look reads the tree below a folder.
func look(root string, today grace.Date) *tree {
	t := &tree{root: root, folders: map[string]bool{}, ended: map[grace.Date]bool{}}
	sources := make(chan string)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for path := range sources {
				t.source(path, today)
			}
		})
	}
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error { return t.visit(path, entry, err, sources) })
	close(sources)
	readers.Wait()
	slices.Sort(t.registries)
	slices.Sort(t.modules)
	return t
}

// visit is a fs.WalkDirFunc that leaves out what the go command leaves out of "./...", and other people's source. A folder that cannot be read
// is no error here: without packages it does not matter, and with one it fails in check.
func (t *tree) visit(path string, entry fs.DirEntry, err error, sources chan<- string) error {
	if err != nil {
		t.unread(filepath.Dir(path))
		t.unread(path)
		if entry != nil && entry.IsDir() {
			return filepath.SkipDir
		}
		return nil
	}
	switch name := entry.Name(); {
	case entry.IsDir():
		if path != t.root && isForeign(path, name) {
			return filepath.SkipDir
		}
		t.mu.Lock()
		t.folders[path] = true
		t.mu.Unlock()
	case name == compatregistry.FileName:
		t.registries = append(t.registries, path)
	case name == "go.mod" || name == "go.work":
		t.module(path, name)
	case strings.HasSuffix(name, ".go") && isFile(path, entry):
		sources <- path
	}
	return nil
}

// isForeign knows the folders that "./..." leaves out, or that hold other people's source: of these the module cache is large, and lies in the
// tree where somebody has a workspace in the home folder.
func isForeign(path, name string) bool {
	return name == "vendor" || name[0] == '.' || name[0] == '_' || name == "mod" && filepath.Base(filepath.Dir(path)) == "pkg"
}

// isFile keeps away from pipes and the like, which would be waited for.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func (t *tree) unread(folder string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.folders[folder] = false
}

// module keeps what a go.mod or go.work says about folders. Versions of dependencies are left out: they are in golangci-lint's own key, and a
// new one in a neighbouring module changes nothing here.
func (t *tree) module(path, name string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.unread(filepath.Dir(path))
		return
	}
	t.modules = append(t.modules, relative(t.root, path))
	for line := range strings.Lines(string(data)) {
		if name == "go.work" || strings.HasPrefix(line, "module") || strings.Contains(line, "=>") {
			t.modules = append(t.modules, relative(t.root, path)+": "+strings.TrimSpace(line))
		}
	}
}

var (
	ignoreWord  = []byte("compat:ignore")
	ignoreUntil = regexp.MustCompile(`compat:ignore\b.*?\buntil=(\d{4}-\d{2}-\d{2})`)
)

// source notes the ends of a file's //compat:ignore comments. The comments themselves are in golangci-lint's key, as all source is; that one of
// them has ended is not.
func (t *tree) source(path string, today grace.Date) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.unread(filepath.Dir(path))
		return
	}
	if !bytes.Contains(data, ignoreWord) {
		return
	}
	for _, found := range ignoreUntil.FindAllSubmatch(data, -1) {
		if until, err := grace.ParseDate(string(found[1])); err == nil && grace.Expired(today, until) {
			t.mu.Lock()
			t.ended[until] = true
			t.mu.Unlock()
		}
	}
}

// relative is how the key names paths: as they are in every checkout.
func relative(root, path string) string {
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

// applicable returns the registries that packages are checked against: the named one, or those in the tree and the one above it. Having
// none is an error.
func (t *tree) applicable(opts inputs.Options) ([]string, error) {
	if opts.Registry != "" {
		return []string{opts.Registry}, nil
	}
	above, err := compatregistry.Find(t.root)
	switch {
	case err == nil && !slices.Contains(t.registries, above):
		return append(t.registries, above), nil
	case len(t.registries) > 0:
		return t.registries, nil
	}
	return nil, fmt.Errorf("%w, or in the settings of %s as settings.registry; and there is none in a folder below", err, Name)
}
