package driver

import (
	"context"
	"slices"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/locking"
	"github.com/compatlint/compatlint/selectors"
)

// A bindingCheck looks for registered selectors that no binding of their contract has: nothing would ever be found for them. Contracts with an
// ABI, or in a lock file, are checked when the registry is loaded.
type bindingCheck struct {
	seen map[*compatregistry.Registry]map[string]map[selectors.Selector]bool
}

func newBindingCheck() *bindingCheck {
	return &bindingCheck{seen: map[*compatregistry.Registry]map[string]map[selectors.Selector]bool{}}
}

// see notes which functions the bindings have that a package uses.
func (c *bindingCheck) see(result *guard.Result) {
	if result.Inputs.Lock != nil {
		return
	}
	contracts := c.seen[result.Inputs.Registry]
	if contracts == nil {
		contracts = map[string]map[selectors.Selector]bool{}
		c.seen[result.Inputs.Registry] = contracts
	}
	for contract, abis := range result.Bindings.Seen() {
		if contracts[contract] == nil {
			contracts[contract] = map[selectors.Selector]bool{}
		}
		for _, abi := range abis {
			for _, method := range abi.Methods {
				contracts[contract][method.Selector] = true
			}
		}
	}
}

// verify returns what is wrong with the registries. The analysed packages may use an older binding only, so before a selector is said to be
// missing, all bindings of the module are read.
func (c *bindingCheck) verify(ctx context.Context, opts Options) error {
	var errs compatregistry.ErrorList
	for registry, contracts := range c.seen {
		if !c.suspicious(registry, contracts) {
			continue
		}
		lock, err := locking.Read(ctx, registry, locking.Options{Dir: opts.Dir, Tags: opts.Tags})
		if err != nil {
			return err
		}
		errs = append(errs, compatregistry.CheckLock(registry, lock)...)
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
}

func (c *bindingCheck) suspicious(registry *compatregistry.Registry, contracts map[string]map[selectors.Selector]bool) bool {
	return slices.ContainsFunc(registry.Features, func(f *compatregistry.Feature) bool {
		return f.NeedsGuard() && slices.ContainsFunc(f.Contracts, func(name string) bool {
			has := contracts[name]
			return has != nil && registry.Contract(name).ABI == nil && slices.ContainsFunc(f.Selectors, func(s compatregistry.RequiredSelector) bool {
				return !has[s.Selector]
			})
		})
	})
}
