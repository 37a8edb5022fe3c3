package fixes

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
)

// A completion adds the arms that a dual path lacks.
type completion struct {
	*site
	*sending
	verdict *guard.Verdict
	failure *types.Var // the variable that holds the error of the use
	// lookalike is the condition that a classifier replaces; nil where there is none.
	lookalike ast.Expr
	edits     []analysis.TextEdit
}

// complete adds what a dual path lacks: the classification of its error, the question for the flag, the record of the detection.
func (m *Maker) complete(v *guard.Verdict) (analysis.SuggestedFix, bool) {
	c, ok := m.completion(v)
	if !ok || !c.mend() {
		return analysis.SuggestedFix{}, false
	}
	return analysis.SuggestedFix{
		Message:   "Complete the dual path of feature " + v.Use.Feature().Name,
		TextEdits: append(c.imports.edits(), c.edits...),
	}, true
}

// mendable are the defects that more statements mend. One other defect in the same dual path, and the path is left alone.
var mendable = []guard.Fault{
	guard.EveryError, guard.NotClassifier, guard.ErrorSwallowed, guard.StrictNotAsked, guard.NotRecorded,
}

func (m *Maker) completion(v *guard.Verdict) (*completion, bool) {
	unmendable := func(d guard.Defect) bool { return !slices.Contains(mendable, d.Fault) }
	sent, ok := sends(v.Use)
	if !ok || v.Lockstep || len(v.Defects) == 0 || slices.ContainsFunc(v.Defects, unmendable) {
		return nil, false
	}
	s, ok := m.siteOf(v.Use.Cursor)
	if !ok || sent.err == nil || s.jumps() {
		return nil, false
	}
	c := &completion{site: s, sending: sent, verdict: v}
	id, ok := sent.err.(*ast.Ident)
	if !ok || id.Name == "_" || s.results() == nil || s.results().Len() == 0 || !isError(last(s.results())) {
		return nil, false
	}
	if c.failure, ok = s.pass.TypesInfo.ObjectOf(id).(*types.Var); !ok || !isError(c.failure.Type()) {
		return nil, false
	}
	return c, true
}

func last(results *types.Tuple) types.Type { return results.At(results.Len() - 1).Type() }

// mend makes the edits.
func (c *completion) mend() bool {
	if c.has(guard.ErrorSwallowed) {
		if c.has(guard.EveryError) || c.has(guard.NotClassifier) || !c.returnOthers() {
			return false
		}
		if !c.has(guard.StrictNotAsked) && !c.has(guard.NotRecorded) {
			return true
		}
	}
	if c.has(guard.NotClassifier) {
		r, ok := c.classify()
		return ok && c.fill(r)
	}
	r, ok := c.servesLegacy()
	return ok && c.fill(r)
}

func (c *completion) has(fault guard.Fault) bool {
	return slices.ContainsFunc(c.verdict.Defects, func(d guard.Defect) bool { return d.Fault == fault })
}

// returnOthers returns errors that are no selector miss directly behind the call, where nothing can have happened to them. In a wrapper's New
// it returns all errors: telling them apart is for the wrapper.
func (c *completion) returnOthers() bool {
	c.pos = c.stmt.End()
	compat, ok := c.imports.name(guardapi.CompatPath, "compat")
	inNew := c.insideWrapper()
	if c.header || !ok || !inNew && !c.classified() {
		return false
	}
	condition := c.failure.Name() + " != nil"
	if !inNew {
		condition += fmt.Sprintf(" && !%s.IsSelectorMiss(%s)", compat, c.failure.Name())
	}
	statements, ok := c.refusal(condition, c.failure.Name())
	if !ok {
		return false
	}
	edit, ok := c.after(c.stmt, statements)
	c.edits = append(c.edits, edit)
	return ok
}

// classified reports whether the function asks somewhere whether the error is a selector miss.
func (c *completion) classified() bool {
	return anyCall(c.body().List, func(call *ast.CallExpr) bool { _, ok := c.result.API.IsClassifier(call); return ok })
}

// refusal writes an if that returns an error.
func (c *completion) refusal(condition, err string) (string, bool) {
	zeros, ok := c.zeros(c.results())
	return fmt.Sprintf("if %s {\nreturn %s%s\n}", condition, zeros, err), ok && c.sees(c.failure)
}

// fill adds the missing arms where legacy is served.
func (c *completion) fill(r region) bool {
	if len(r.statements) == 0 || !c.certain(r) || c.assigned(c.failure, c.stmt.End(), r.statements[0].Pos()) {
		return false
	}
	c.pos = r.statements[0].Pos()
	compat, ok := c.imports.name(guardapi.CompatPath, "compat")
	if !ok {
		return false
	}
	policy := c.result.Inputs.Registry.Policy
	var arms []string
	if !r.known.miss {
		// The flag must not be asked before the error is classified: other errors would be answered by the flag.
		if !r.known.failed || r.known.lenient {
			return false
		}
		arm, ok := c.refusal(fmt.Sprintf("!%s.IsSelectorMiss(%s)", compat, c.failure.Name()), c.failure.Name())
		if !ok {
			return false
		}
		arms = append(arms, arm)
	}
	if policy.RequireStrictness && !r.known.lenient {
		arm, ok := c.refuseStrict(compat)
		if !ok {
			return false
		}
		arms = append(arms, arm)
	}
	if policy.RequireRecord && (c.has(guard.NotRecorded) || !c.records(r)) {
		arm, ok := c.record(r)
		if !ok {
			return false
		}
		arms = append(arms, arm)
	}
	return c.insert(r, arms)
}

func (c *completion) insert(r region, arms []string) bool {
	if len(arms) > 0 {
		edit, ok := c.before(r.statements[0], strings.Join(arms, "\n"))
		if !ok {
			return false
		}
		c.edits = append(c.edits, edit)
	}
	return len(c.edits) > 0
}

// refuseStrict refuses a miss while the flag is on.
func (c *completion) refuseStrict(compat string) (string, bool) {
	gate, hasGate := c.gate(c.call)
	ctx, hasContext := c.context()
	if !hasGate || !hasContext {
		return "", false
	}
	feature := c.verdict.Use.Feature()
	fields := fmt.Sprintf("Feature: %s, ", c.featureName(feature))
	if target, ok := c.target(c.call); ok {
		fields += fmt.Sprintf("Target: %s, ", target)
	}
	fields += fmt.Sprintf("Ticket: %q, Err: %s", feature.Ticket, c.failure.Name())
	return c.refusal(fmt.Sprintf("%s.IsStrict(%s, %s)", gate.expr, ctx.Name(), c.featureName(feature)),
		fmt.Sprintf("&%s.LegacyNotSupportedError{\n%s,\n}", compat, fields))
}

// record notes the detection, for which the address of the contract has to be known.
func (c *completion) record(r region) (string, bool) {
	gate, hasGate := c.gate(c.call)
	ctx, hasContext := c.context()
	target, hasTarget := c.target(c.call)
	if !hasGate || !hasContext || !hasTarget || c.records(r) {
		return "", false
	}
	return fmt.Sprintf("%s.RecordLegacy(%s, %s, %s)", gate.expr, ctx.Name(), c.featureName(c.verdict.Use.Feature()), target), true
}

// certain reports whether what the function asks and records already fits the arms that are added: it all belongs to the feature, the flag is
// asked before legacy is served or nowhere, and nothing is recorded elsewhere.
func (c *completion) certain(r region) bool {
	return !anyCall(c.body().List, func(call *ast.CallExpr) bool {
		if read, ok := c.result.API.Strict(call); ok {
			return read.HasError || !c.isFeature(read.Feature) || !r.known.lenient
		}
		if feature, ok := c.result.API.Record(call); ok {
			return !c.isFeature(feature) || call.Pos() < r.statements[0].Pos() || call.Pos() >= r.statements[len(r.statements)-1].End()
		}
		_, ok := c.result.API.Supports(call)
		return ok
	})
}

// records reports whether the statements that serve legacy record that they do.
func (c *completion) records(r region) bool {
	return anyCall(r.statements, func(call *ast.CallExpr) bool { _, ok := c.result.API.Record(call); return ok })
}

func anyCall(statements []ast.Stmt, is func(*ast.CallExpr) bool) bool {
	found := false
	for _, stmt := range statements {
		ast.Inspect(stmt, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && is(call) {
				found = true
			}
			return !found
		})
	}
	return found
}

// asksFor reports whether a call asks for the strict flag of the feature.
func (c *completion) asksFor(call *ast.CallExpr) bool {
	read, ok := c.result.API.Strict(call)
	return ok && !read.HasError && c.isFeature(read.Feature)
}

func (c *completion) isFeature(expr ast.Expr) bool {
	name, ok := c.result.API.Constant(expr)
	return ok && name == c.verdict.Use.Feature().Name
}
