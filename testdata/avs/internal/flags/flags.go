// Package flags answers whether a feature is strict, from the operator's own configuration.
//
// It is what many services have before there is a registry on chain: a process-wide table that is filled at start.
// compat.yaml names IsStrict under guards.strict, so that the linters accept it like compat.Gate.IsStrict. Deciding what
// to do with the answer belongs to the callers.
package flags

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/compat"
)

// ErrNotLoaded says that IsStrict was asked before Load.
var ErrNotLoaded = errors.New("feature flags are not loaded: call flags.Load at start")

// table is the process's flags; nil until Load.
var (
	mu    sync.RWMutex
	table map[string]bool
)

// Load sets the flags of the process from a list such as "policy_code_hash,policy_metadata", the features that are
// strict; every other feature is permissive. A later call replaces the flags. It is safe for concurrent use.
func Load(strict string) error {
	next := make(map[string]bool)
	for _, name := range strings.FieldsFunc(strict, func(r rune) bool { return r == ',' || r == ' ' }) {
		if name != strings.ToLower(name) {
			return fmt.Errorf("feature %q: names are in lower_snake_case", name)
		}
		next[name] = true
	}
	mu.Lock()
	defer mu.Unlock()
	table = next
	return nil
}

// IsStrict says whether legacy contracts are refused for the feature. It fails with ErrNotLoaded before Load, and with
// the context's error when that is done. It is safe for concurrent use.
func IsStrict(ctx context.Context, feature string) (bool, error) {
	return lookup(ctx, feature)
}

// Source is compat.Strictness over the flags of the process, the same on every chain.
type Source struct{}

// IsStrict implements compat.Strictness.
func (Source) IsStrict(ctx context.Context, _ uint64, feature compat.Feature) (bool, error) {
	return lookup(ctx, string(feature))
}

func lookup(ctx context.Context, feature string) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	mu.RLock()
	defer mu.RUnlock()
	if table == nil {
		return false, ErrNotLoaded
	}
	return table[feature], nil
}
