package staleguard

import (
	"fmt"

	"github.com/compatlint/compatlint/compatregistry"
)

// stale words what is left of a feature whose selectors are on every contract that counts. what names the place.
func stale(what string, feature *compatregistry.Feature) string {
	return fmt.Sprintf("%s is no longer needed: %s: call the function directly, or run compatlint retire %s -fix", what, settled(feature), feature.Name)
}

// staleConstant words a constant that names such a feature.
func staleConstant(name string, feature *compatregistry.Feature) string {
	return fmt.Sprintf("%s is no longer needed: %s: remove it with the last guard that it names", name, settled(feature))
}

// staleDirective words a directive of such a feature.
func staleDirective(directive string, feature *compatregistry.Feature) string {
	return fmt.Sprintf("%s is no longer needed: %s: remove it, or run compatlint retire %s -fix", directive, settled(feature), feature.Name)
}

// staleClassifier words a use of such a feature whose error is still told apart from a selector miss.
func staleClassifier(use string, feature *compatregistry.Feature) string {
	return fmt.Sprintf("the error of %s is still classified, but %s: return it as any other, or run compatlint retire %s -fix",
		use, settled(feature), feature.Name)
}

// settled says why legacy needs no serving any more.
func settled(feature *compatregistry.Feature) string {
	if feature.State == compatregistry.Retired {
		return fmt.Sprintf("feature %q is retired, and every contract has its selectors", feature.Name)
	}
	return fmt.Sprintf("feature %q is strict, so that legacy is refused anyway", feature.Name)
}
