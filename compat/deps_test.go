package compat_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A service that calls contracts has bind and what it needs anyway. Package compat adds its own packages to that, and
// nothing else.
func TestDependencies(t *testing.T) {
	const bind = "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	allowed := dependencies(t, bind)
	var added []string
	for _, path := range dependencies(t, "github.com/compatlint/compatlint/compat") {
		if strings.Contains(path, ".") && !slices.Contains(allowed, path) { // the standard library has no dots
			added = append(added, path)
		}
	}
	want := []string{"github.com/compatlint/compatlint/compat", "github.com/compatlint/compatlint/compatregistry/grace"}
	if slices.Sort(added); !slices.Equal(added, want) {
		t.Errorf("package compat adds %q to what %s needs, want %q", added, bind, want)
	}
}

func dependencies(t *testing.T, path string) []string {
	t.Helper()
	output, err := exec.CommandContext(t.Context(), "go", "list", "-deps", path).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(output))
}
