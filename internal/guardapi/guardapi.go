// Package guardapi recognises the pieces a guard is made of: the runtime's wrapper, classifier, flag reads and records, and what the
// registry and //compat:guard comments declare to be equivalent.
//
// Everything is recognised by its object, never by its name or look. Whether the pieces add up to a guard is for package guard.
package guardapi

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/symbols"
)

// CompatPath is the import path of the runtime library.
const CompatPath = "github.com/compatlint/compatlint/compat"

// API recognises guards in one package. It is not safe for concurrent use.
type API struct {
	info       *types.Info
	symbols    *symbols.Table
	wrappers   map[string]fields
	strict     map[string]bool
	classifier map[string]bool
	record     map[string]bool
	pass       map[string]bool
	supports   map[string][]string
	names      map[*types.Func]string
}

// New prepares the symbols that the registry declares.
func New(info *types.Info, table *symbols.Table, guards compatregistry.Guards) *API {
	a := &API{
		info:       info,
		symbols:    table,
		wrappers:   map[string]fields{CompatPath + ".BackwardCompat": backwardCompat},
		strict:     set(guards.Strict),
		classifier: set(guards.SelectorMiss),
		record:     set(guards.Record),
		pass:       set(guards.Passthrough),
		supports:   map[string][]string{},
		names:      map[*types.Func]string{},
	}
	for _, w := range guards.Wrappers {
		a.wrappers[w.Type] = fields{feature: w.Feature, current: w.Current, legacy: w.Legacy}
	}
	for _, s := range guards.Supports {
		a.supports[s.Symbol] = append(a.supports[s.Symbol], s.Feature)
	}
	return a
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// FullName is fn.FullName(), written once for each function: the engine asks for it at every call of every path.
func (a *API) FullName(fn *types.Func) string {
	name, ok := a.names[fn]
	if !ok {
		name = fn.FullName()
		a.names[fn] = name
	}
	return name
}

// Callee returns the function that a call runs, or nil.
func (a *API) Callee(call *ast.CallExpr) *types.Func { return bindings.Callee(a.info, call).Func() }

// Constant returns the text of a constant string expression.
func (a *API) Constant(expr ast.Expr) (string, bool) {
	if expr == nil {
		return "", false
	}
	value := a.info.Types[expr].Value
	if value == nil || value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(value), true
}

// IsClassifier reports whether the call is compat.IsSelectorMiss or an equivalent, applied to the returned expression.
func (a *API) IsClassifier(call *ast.CallExpr) (err ast.Expr, ok bool) {
	fn := a.Callee(call)
	if fn == nil || len(call.Args) != 1 {
		return nil, false
	}
	name := a.FullName(fn)
	if name == CompatPath+".IsSelectorMiss" || a.classifier[name] || a.symbols.IsGuard(fn, directive.GuardSelectorMiss, "") {
		return call.Args[0], true
	}
	return nil, false
}

// A FlagRead is a call that tells something about a feature.
type FlagRead struct {
	Feature  ast.Expr // the argument that names the feature; nil where the function itself stands for it
	Supports bool     // it asks whether the selectors are there, not whether the flag is strict
	Features []string // features the function stands for, where Feature is nil
	HasError bool     // it returns (bool, error)
}

// Strict recognises reads of a strictness flag: Gate.IsStrict, Strictness.IsStrict and its implementations, and configured functions.
func (a *API) Strict(call *ast.CallExpr) (FlagRead, bool) {
	fn := a.Callee(call)
	if fn == nil {
		return FlagRead{}, false
	}
	if !a.strict[a.FullName(fn)] && !isRuntimeMethod(fn, "IsStrict", "bool") {
		return FlagRead{}, false
	}
	return FlagRead{Feature: firstString(a.info, call), HasError: fn.Signature().Results().Len() == 2}, true
}

// Supports recognises functions that tell whether a target has a feature's selectors.
func (a *API) Supports(call *ast.CallExpr) (FlagRead, bool) {
	fn := a.Callee(call)
	if fn == nil {
		return FlagRead{}, false
	}
	read := FlagRead{Supports: true, HasError: fn.Signature().Results().Len() == 2}
	if isRuntimeMethod(fn, "Supports", "bool") {
		read.Feature = firstString(a.info, call)
		return read, true
	}
	read.Features = append(read.Features, a.supports[a.FullName(fn)]...)
	for _, d := range a.symbols.Of(fn) {
		if d.Verb == directive.Guard && d.Kind == directive.GuardSupports {
			read.Features = append(read.Features, d.Features...)
		}
	}
	return read, len(read.Features) > 0
}

// Record recognises the recording of a legacy detection and returns the argument that names the feature, or nil where it takes none.
func (a *API) Record(call *ast.CallExpr) (feature ast.Expr, ok bool) {
	fn := a.Callee(call)
	if fn == nil {
		return nil, false
	}
	if a.record[a.FullName(fn)] || isRuntimeMethod(fn, "RecordLegacy", "") || isRuntimeMethod(fn, "LegacyDetected", "") {
		return firstString(a.info, call), true
	}
	return nil, false
}

// Resolve recognises a call that runs a wrapper and returns the method as messages name it: compat.BackwardCompat.Resolve, or a method with an
// error result of a configured wrapper type.
func (a *API) Resolve(call *ast.CallExpr) (name string, ok bool) {
	fn := a.Callee(call)
	if fn == nil {
		return "", false
	}
	named := bindings.Receiver(fn)
	if named == nil {
		return "", false
	}
	names, _, ok := a.wrapperType(named)
	if !ok || names == backwardCompat && fn.Name() != "Resolve" || !returnsError(fn.Signature()) {
		return "", false
	}
	return typeName(named) + "." + fn.Name(), true
}

// Passthrough reports whether a call returns the error of its function argument.
func (a *API) Passthrough(call *ast.CallExpr) bool {
	fn := a.Callee(call)
	if fn == nil {
		return false
	}
	if a.pass[a.FullName(fn)] || retryLibraries[a.FullName(fn)] {
		return true
	}
	for _, d := range a.symbols.Of(fn) {
		if d.Verb == directive.Passthrough {
			return true
		}
	}
	return false
}

// Functions that run a func() error until it succeeds and return its last error.
var retryLibraries = map[string]bool{
	"github.com/cenkalti/backoff.Retry":                  true,
	"github.com/cenkalti/backoff.RetryNotify":            true,
	"github.com/cenkalti/backoff/v3.Retry":               true,
	"github.com/cenkalti/backoff/v3.RetryNotify":         true,
	"github.com/cenkalti/backoff/v4.Retry":               true,
	"github.com/cenkalti/backoff/v4.RetryNotify":         true,
	"github.com/cenkalti/backoff/v4.RetryWithData":       true,
	"github.com/cenkalti/backoff/v4.RetryNotifyWithData": true,
	"github.com/cenkalti/backoff/v5.Retry":               true,
	"github.com/avast/retry-go.Do":                       true,
	"github.com/avast/retry-go/v3.Do":                    true,
	"github.com/avast/retry-go/v4.Do":                    true,
	"github.com/avast/retry-go/v4.DoWithData":            true,
	"github.com/sethvargo/go-retry.Do":                   true,
	"(*golang.org/x/sync/singleflight.Group).Do":         true,
}

// isRuntimeMethod recognises a method of the runtime's types and interfaces, and of any type that implements one of its interfaces: they
// all take the feature as a compat.Feature.
func isRuntimeMethod(fn *types.Func, name, result string) bool {
	if fn.Name() != name || fn.Signature().Recv() == nil {
		return false
	}
	results := fn.Signature().Results()
	if result == "" && results.Len() > 0 || result != "" && (results.Len() == 0 || results.At(0).Type().String() != result) {
		return false
	}
	for param := range fn.Signature().Params().Variables() {
		if IsFeature(param.Type()) {
			return true
		}
	}
	return false
}

// IsFeature reports whether t is compat.Feature.
func IsFeature(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Feature" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == CompatPath
}

// firstString returns the first argument of a string type, which names the feature.
func firstString(info *types.Info, call *ast.CallExpr) ast.Expr {
	for _, arg := range call.Args {
		t := info.TypeOf(arg)
		if t == nil {
			continue
		}
		if basic, ok := t.Underlying().(*types.Basic); ok && basic.Info()&types.IsString != 0 {
			return arg
		}
	}
	return nil
}

// CallName is what a call's function is called in the source: "gate.IsStrict".
func CallName(call *ast.CallExpr) string { return types.ExprString(ast.Unparen(call.Fun)) }

// TakesFeature reports whether fn stands for a flag read, a record or a probe itself, so that it may pass its own parameter on: it has the
// name and shape of the runtime's methods, or the registry or a directive declares it.
func (a *API) TakesFeature(fn *types.Func) bool {
	name := a.FullName(fn)
	return a.strict[name] || a.record[name] || len(a.supports[name]) > 0 ||
		isRuntimeMethod(fn, "IsStrict", "bool") || isRuntimeMethod(fn, "Supports", "bool") ||
		isRuntimeMethod(fn, "RecordLegacy", "") || isRuntimeMethod(fn, "LegacyDetected", "")
}
