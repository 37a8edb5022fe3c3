package locking

import (
	"path/filepath"

	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/symbols"
	"github.com/compatlint/compatlint/internal/uses"
)

// symbols records the directives and forwarders of the user's own packages. Files that the build leaves out count too: the lock file is the same
// on every system.
func (r *reader) symbols(where []listing, files []file) {
	roots := map[string]bool{}
	for _, l := range where {
		roots[inputs.SourceRoot(l.dir)] = true
	}
	known := catalog.Of(r.registry, nil)
	seen := map[string]bool{}
	for _, f := range files {
		dir := filepath.Dir(f.name)
		if seen[dir] {
			continue
		}
		seen[dir] = true
		for root := range roots {
			if symbols.IsOwn(root, f.name) {
				sources := uses.SourcesOf(known, root, dir)
				r.lock.Directives = append(r.lock.Directives, sources.Directives(f.importPath, dir)...)
				r.lock.Forwarders = append(r.lock.Forwarders, sources.Forwarders(f.importPath, dir)...)
				break
			}
		}
	}
}
