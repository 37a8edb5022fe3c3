package uses

import "github.com/compatlint/compatlint/internal/catalog"

// FoldersRead counts the folders that were read for others with a catalog.
func FoldersRead(known *catalog.Catalog) int {
	n := 0
	allSources.Range(func(key, once any) bool {
		if key.(sourcesKey).catalog == known {
			n += len(once.(func() *Sources)().parsed)
		}
		return true
	})
	return n
}
