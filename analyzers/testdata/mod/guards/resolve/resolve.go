// Package resolve runs wrappers, and loses what they say.
package resolve

import (
	"context"

	"github.com/compatlint/compatlint/compat"
)

type wrapper = compat.BackwardCompat[bool]

func handled(ctx context.Context, w wrapper, g *compat.Gate) (bool, error) {
	resolved, err := w.Resolve(ctx, g)
	return resolved.Value, err
}

func valueUnused(ctx context.Context, w wrapper, g *compat.Gate) error {
	_, err := w.Resolve(ctx, g)
	return err
}

func returned(ctx context.Context, w wrapper, g *compat.Gate) (compat.Resolved[bool], error) {
	return w.Resolve(ctx, g)
}

func statement(ctx context.Context, w wrapper, g *compat.Gate) {
	w.Resolve(ctx, g) // want `^the error of compat\.BackwardCompat\.Resolve is dropped, .*\[dualpath/resolve-dropped\]$`
}

func blank(ctx context.Context, w wrapper, g *compat.Gate) bool {
	resolved, _ := w.Resolve(ctx, g) // want `\[dualpath/resolve-dropped\]$`
	return resolved.Value
}

func blankVar(ctx context.Context, w wrapper, g *compat.Gate) bool {
	var resolved, _ = (w.Resolve(ctx, g)) // want `\[dualpath/resolve-dropped\]$`
	return resolved.Value
}

func inGoroutine(ctx context.Context, w wrapper, g *compat.Gate) {
	go w.Resolve(ctx, g)    // want `\[dualpath/resolve-dropped\]$`
	defer w.Resolve(ctx, g) // want `\[dualpath/resolve-dropped\]$`
}

// own is another Resolve.
type own struct{}

func (own) Resolve(context.Context, *compat.Gate) (bool, error) { return true, nil }

func another(ctx context.Context, o own, g *compat.Gate) { o.Resolve(ctx, g) }
