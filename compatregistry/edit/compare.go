package edit

import (
	"reflect"

	"github.com/compatlint/compatlint/compatregistry"
)

// isChanged reports whether two registries differ in one feature, which is as wanted in the second, and in nothing else but positions.
func isChanged(before, after *compatregistry.Registry, want *compatregistry.Feature) bool {
	return reflect.DeepEqual(entries(before, want), entries(after, nil)) &&
		reflect.DeepEqual(rest(before), rest(after))
}

// entries writes every feature of a registry, with one replaced or, if it is not there, added.
func entries(r *compatregistry.Registry, want *compatregistry.Feature) []string {
	var out []string
	for _, f := range r.Features {
		if want != nil && f.Name == want.Name {
			f, want = want, nil
		}
		out = append(out, Entry(f))
	}
	if want != nil {
		out = append(out, Entry(want))
	}
	return out
}

// rest returns what a registry holds besides features, without positions.
func rest(r *compatregistry.Registry) any {
	contracts := make([]compatregistry.Contract, len(r.Contracts))
	for i, c := range r.Contracts {
		contracts[i] = *c
		contracts[i].Position = compatregistry.Position{}
	}
	networks := make([]compatregistry.Network, len(r.Networks))
	for i, n := range r.Networks {
		networks[i] = *n
		networks[i].Position = compatregistry.Position{}
		networks[i].Addresses = make([]compatregistry.TargetSet, len(n.Addresses))
		for j, set := range n.Addresses {
			set.Position = compatregistry.Position{}
			networks[i].Addresses[j] = set
		}
	}
	return []any{r.Version, r.Policy, contracts, r.Guards, r.Exempt, networks}
}
