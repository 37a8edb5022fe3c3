package uses

import (
	"fmt"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/inputs"
)

// Suppose returns the inputs with a registry that has the given features in place of its own, for [Find]: what would be a use if a feature were
// in another state, or if there were one more. The registry's contracts, policy and guards stay. Equal suppositions share one registry, and with
// it what is looked up in it.
func Suppose(in *inputs.Inputs, features []*compatregistry.Feature) *inputs.Inputs {
	key := supposition{in.Registry, describe(features)}
	once, _ := suppositions.LoadOrStore(key, sync.OnceValue(func() *compatregistry.Registry {
		registry := *in.Registry
		registry.Features = features
		return &registry
	}))
	supposed := *in
	supposed.Registry = once.(func() *compatregistry.Registry)()
	return &supposed
}

type supposition struct {
	registry *compatregistry.Registry
	features string
}

var suppositions sync.Map // supposition -> func() *compatregistry.Registry

func describe(features []*compatregistry.Feature) string {
	var b strings.Builder
	for _, f := range features {
		fmt.Fprintf(&b, "%s %s %q", f.Name, f.State, f.Contracts)
		for _, s := range f.Selectors {
			fmt.Fprintf(&b, " %s", s.Signature)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
