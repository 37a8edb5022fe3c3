package gracedate

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/report"
)

// wrapper compares the date and ticket of a compat.BackwardCompat literal with the registry's.
func (c *checker) wrapper(w *guard.WrapperLiteral) {
	name, ok := c.API.Constant(w.Feature)
	if !ok {
		return // featurekey reports a name that cannot be checked
	}
	feature := c.Inputs.Registry.Feature(name)
	if feature == nil || feature.State == compatregistry.Retired {
		return // likewise an unknown or retired one
	}
	if feature.Expired(c.Inputs.Today) {
		c.report(w.Literal.Pos(), w.TypeEnd(), "compat.BackwardCompat", feature)
	}
	if !w.Dated {
		return
	}
	c.date(w, feature)
	if w.Ticket != nil {
		c.compare(w.Ticket, "Ticket", feature.Ticket, feature)
	}
}

func (c *checker) date(w *guard.WrapperLiteral, feature *compatregistry.Feature) {
	if feature.GraceEnd.IsZero() {
		if w.GraceEnd != nil {
			c.add(w.GraceEnd, "no-window", report.NoWindow(feature), feature)
		}
		return
	}
	if w.GraceEnd == nil {
		c.findings = append(c.findings, finding.Finding{
			Category: "undated", Severity: finding.SeverityOf(feature), Pos: w.Literal.Pos(), End: w.TypeEnd(), Feature: feature.Name,
			Message: report.Undated(feature),
		})
		return
	}
	c.compare(w.GraceEnd, "GraceEnd", feature.GraceEnd.String(), feature)
}

// compare reports a field whose constant is not the registry's value.
func (c *checker) compare(expr ast.Expr, field, want string, feature *compatregistry.Feature) {
	got, ok := c.API.Constant(expr)
	switch {
	case !ok:
		c.add(expr, "not-constant", report.NotConstant("compat.BackwardCompat."+field), feature)
	case got != want:
		c.add(expr, "differs", report.Differs(field, got, want, feature.Name), feature)
		if literal, ok := ast.Unparen(expr).(*ast.BasicLit); ok {
			c.findings[len(c.findings)-1].Fixes = []analysis.SuggestedFix{{
				Message:   fmt.Sprintf("Write the registry's %q", want),
				TextEdits: []analysis.TextEdit{{Pos: literal.Pos(), End: literal.End(), NewText: []byte(fmt.Sprintf("%q", want))}},
			}}
		}
	}
}

func (c *checker) add(at ast.Node, category, message string, feature *compatregistry.Feature) {
	c.findings = append(c.findings, finding.Finding{
		Category: category, Severity: finding.SeverityOf(feature), Pos: at.Pos(), End: at.End(), Feature: feature.Name, Message: message,
	})
}

// assignments reports dates and tickets that are set after the literal.
func (c *checker) assignments() {
	for _, set := range c.SetLater {
		if set.Field != "Feature" { // a feature is featurekey's
			c.findings = append(c.findings, finding.Finding{
				Category: "set-later", Pos: set.Target.Pos(), End: set.Target.End(), Message: report.SetLater(set.Wrapper, set.Field),
			})
		}
	}
}
