// Package featuretext has the words for a feature that the matrix, the calendar, the constants and the report share.
package featuretext

import (
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
)

// Functions lists the signatures of a feature: "f(), g(uint256)".
func Functions(f *compatregistry.Feature) string {
	signatures := make([]string, len(f.Selectors))
	for i, s := range f.Selectors {
		signatures[i] = s.Signature
	}
	return strings.Join(signatures, ", ")
}

// Contracts lists the contracts of a feature.
func Contracts(f *compatregistry.Feature) string { return strings.Join(f.Contracts, ", ") }

// happened has what can be said of functions in front of a version.
var happened = map[compatregistry.Change]string{
	compatregistry.ChangeAdded:     "added in",
	compatregistry.ChangeRemoved:   "removed in",
	compatregistry.ChangeReturns:   "with other results since",
	compatregistry.ChangeSemantics: "with another meaning since",
	compatregistry.ChangeRename:    "renamed in",
}

// Happened says what a version did to the functions: "added in v0.3.0".
func Happened(f *compatregistry.Feature) string {
	return happened[f.Change] + " " + f.Introduced.Version
}
