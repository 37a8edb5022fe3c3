package bindings

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// A Called is the statically known function or method that a call runs; its zero value stands for none.
type Called struct{ fn *types.Func }

// Callee returns what a call runs, uninstantiated.
func Callee(info *types.Info, call *ast.CallExpr) Called {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok {
		return Called{}
	}
	return Called{fn.Origin()}
}

// Func returns the function, or nil.
func (c Called) Func() *types.Func { return c.fn }

// FullName is types.Func.FullName, and "" for no function.
func (c Called) FullName() string {
	if c.fn == nil {
		return ""
	}
	return c.fn.FullName()
}
