// Package guard decides whether each use of a registered selector is guarded, and if not, why.
//
// The judgement runs the function around a use abstractly, once for each value of the strictness flag, with every outcome the call can have
// (success, a selector miss, another error), and looks at what each path does with it. docs/guards.md describes the model. Finding the uses
// is done in package uses, recognising the pieces of a guard in package guardapi, and wording a finding in package report.
package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/uses"
)

// A Kind is the way in which a use is guarded.
type Kind string

// The ways there are, in the order of SPEC section 6.
const (
	Unguarded   Kind = ""
	Wrapper     Kind = "wrapper"
	Gate        Kind = "gate"
	DualPath    Kind = "dual path"
	Duty        Kind = "requires"
	Probe       Kind = "probe"
	Exempt      Kind = "exempt"
	Ignored     Kind = "ignored"
	Unreachable Kind = "unreachable" // code that cannot run is no use at all
)

// A Fault is what is wrong with a use.
type Fault string

// The faults. Direct is a use with no guard at all; the others are guards that do not guard.
const (
	Direct             Fault = "unguarded"
	EveryError         Fault = "every-error"          // every error is treated as legacy
	NotClassifier      Fault = "not-a-classifier"     // the error is told apart by something that cannot tell
	ErrorSwallowed     Fault = "error-swallowed"      // an error that is no miss is not returned
	ErrorOverwritten   Fault = "error-overwritten"    // likewise, because its variable was assigned to
	ErrorCut           Fault = "error-cut"            // another error is returned that does not wrap it
	StrictNotAsked     Fault = "strict-not-asked"     // legacy is served without asking the flag
	StrictServesLegacy Fault = "strict-serves-legacy" // the flag is asked, and legacy served all the same
	AlwaysRefused      Fault = "always-refused"       // a miss is refused whatever the flag says
	NotRecorded        Fault = "not-recorded"         // legacy is served without a record
	FalseRecord        Fault = "false-record"         // a detection is recorded where there was no miss
	WrongFeature       Fault = "wrong-feature"        // the guard asks for another feature
	FlagErrorIgnored   Fault = "flag-error-ignored"   // a flag that cannot be read counts as lenient
	NewInLegacy        Fault = "new-in-legacy"        // the new call stands in the wrapper's Legacy
	NoLegacy           Fault = "no-legacy"            // a wrapper without Legacy or without New
	DutyHidden         Fault = "duty-hidden"          // //compat:requires on a function that hides the error
	DutyWithoutCallers Fault = "duty-without-callers" // //compat:requires on init or main
	ProbeWrong         Fault = "probe-wrong"          // a //compat:guard supports body that answers wrongly
	Escapes            Fault = "escapes"              // the closure around the use runs where nothing classifies its error
	Deferred           Fault = "deferred"             // a deferred function may change the error that is returned
	TooComplex         Fault = "too-complex"          // the function has more paths than the analysis follows
)

// A Defect is one fault of one use.
type Defect struct {
	Fault Fault
	Pos   token.Pos // where the fault shows: a return, an assignment, a condition; NoPos when it is the use itself
	Name  string    // what the message names: a function that is no classifier, the feature that was asked instead
}

// A Verdict is the judgement of one use.
type Verdict struct {
	Use      *uses.Use
	Kind     Kind
	Defects  []Defect // empty when the use is guarded
	Function string   // the enclosing function, as messages name it; "" at package level
	// Annotatable says that the enclosing function could carry //compat:requires.
	Annotatable bool
	// Hides says that the enclosing function does not return the error of the use on every path, so that //compat:requires would be a finding.
	Hides bool
	// Lockstep says that the contract's versions never live side by side, so that only a gate before the call will do.
	Lockstep bool
	// Steps is how much work the judgement was, in statements and edges of the control flow.
	Steps int
}

// A WrapperLiteral is a wrapper in the code, with what is wrong with it as such.
type WrapperLiteral struct {
	*guardapi.Wrapper
	Cursor  inspector.Cursor
	Defects []Defect
}

// A FlagRead is a call that reads a flag, records a detection or asks for support, with the argument that names its feature.
type FlagRead struct {
	Call    *ast.CallExpr
	Feature ast.Expr
	Cursor  inspector.Cursor
}

// A ProbeCall is a call of a function that stands for features without being given their names.
type ProbeCall struct {
	Call     *ast.CallExpr
	Features []string
}

// A SetField is an assignment to the Feature, GraceEnd or Ticket of a wrapper, after its literal.
type SetField struct {
	Target  ast.Expr
	Field   string // as the runtime's type calls it
	Wrapper string // the wrapper's type, as messages name it
}

// Result is what the analyzer found out about a package.
type Result struct {
	*uses.Result
	API      *guardapi.API
	Verdicts []*Verdict
	Wrappers []*WrapperLiteral
	Reads    []FlagRead
	Probes   []ProbeCall
	SetLater []SetField
	// Contradicted are the functions that say //compat:guard selector-miss and are none.
	Contradicted []*types.Func
	// Promises are the directives that are visibly not kept, where no use shows it.
	Promises []Promise
	// UsedIgnores are the //compat:ignore directives that stopped a finding, with the features for which they did.
	UsedIgnores map[*directive.Directive]map[string]bool
}

// Analyzer judges the uses of a package.
var Analyzer = &analysis.Analyzer{
	Name:       "compatguards",
	Doc:        "judge how the uses of registered selectors are guarded, for the other compatlint analyzers",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, uses.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

func run(pass *analysis.Pass) (any, error) {
	return Judge(pass, pass.ResultOf[uses.Analyzer].(*uses.Result)), nil
}

// Judge judges uses that were found by other inputs than the host's. The analyzer that calls it has to require the inspector.
func Judge(pass *analysis.Pass, found *uses.Result) *Result {
	api := guardapi.New(pass.TypesInfo, found.Symbols, found.Inputs.Registry.Guards)
	result := &Result{Result: found, API: api, UsedIgnores: map[*directive.Directive]map[string]bool{}}
	j := newJudge(pass, result)
	j.collectGuards()
	result.Contradicted = j.contradicted()
	result.Promises = j.promises()
	for _, use := range found.Uses {
		result.Verdicts = append(result.Verdicts, j.verdict(use))
	}
	return result
}
