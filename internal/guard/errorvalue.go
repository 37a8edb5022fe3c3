package guard

import (
	"go/ast"
	"go/types"

	"github.com/compatlint/compatlint/internal/errfmt"
)

// callValue knows the functions that make errors of errors.
func (s *simulation) callValue(call *ast.CallExpr, st *state) value {
	if s.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return s.value(call.Args[0], st)
	}
	if s.isBool(call) {
		return value{kind: boolKind(s.eval(call, st))}
	}
	fn := s.callee(call)
	if fn == nil {
		return s.appended(call, st)
	}
	switch name := s.api.FullName(fn); {
	case formatsErrors[name]:
		return s.errorf(call, st)
	case name == "(context.Context).Err" || name == "context.Cause":
		if st.cancelled {
			return value{kind: isNonNil, done: true}
		}
		return value{done: true}
	case name == "errors.New":
		return value{kind: isNonNil, safe: true}
	case name == "errors.Join":
		return s.joined(call, st)
	case wrapsFirst[name] && len(call.Args) > 0:
		return s.value(call.Args[0], st)
	case fn.Name() == "Error" && fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0:
		if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && s.mentionsOwn(selector.X, st) {
			return value{kind: isText, own: true}
		}
	}
	t := s.info.TypeOf(call)
	if basic, ok := types.Unalias(t).(*types.Basic); ok && basic.Kind() == types.String && s.mentionsOwnArgument(call, st) {
		return value{kind: isText, own: true}
	}
	if types.Identical(t, errorType) {
		return s.helperError(call, fn, st)
	}
	return value{}
}

// helperError knows what a function of the package makes of an error, where it does nothing else, or that it never returns nil.
func (s *simulation) helperError(call *ast.CallExpr, fn *types.Func, st *state) value {
	if param, ok := s.result.Symbols.Wraps(fn); ok && param < len(call.Args) {
		if v := s.value(call.Args[param], st); v.own && v.kind != isText {
			return v
		}
	}
	if s.alwaysFails(fn) {
		return value{kind: isNonNil}
	}
	return value{made: s.mentionsOwnArgument(call, st)}
}

// Functions that wrap what stands under %w.
var formatsErrors = map[string]bool{
	"fmt.Errorf": true, "golang.org/x/xerrors.Errorf": true,
	"github.com/go-errors/errors.Errorf": true, "github.com/cockroachdb/errors.Errorf": true,
}

// Functions of error libraries that wrap their first argument, and return nil for nil.
var wrapsFirst = map[string]bool{
	"github.com/pkg/errors.Wrap": true, "github.com/pkg/errors.Wrapf": true, "github.com/pkg/errors.WithMessage": true,
	"github.com/pkg/errors.WithMessagef": true, "github.com/pkg/errors.WithStack": true,
	"github.com/cockroachdb/errors.Wrap": true, "github.com/cockroachdb/errors.Wrapf": true, "github.com/cockroachdb/errors.WithStack": true,
}

// errorf wraps what its format has a %w for; any other verb cuts the chain, and the result is an error that says nothing of a miss.
func (s *simulation) errorf(call *ast.CallExpr, st *state) value {
	made := value{kind: isNonNil, made: s.mentionsOwnArgument(call, st)}
	if len(call.Args) < 2 {
		return made
	}
	format, ok := s.api.Constant(call.Args[0])
	if !ok {
		return made
	}
	for i, arg := range call.Args[1:] {
		if v := s.value(arg, st); v.own && v.kind != isText && errfmt.Wraps(format, i) {
			if v.kind == isNilError {
				return made
			}
			return v
		}
	}
	return made
}
