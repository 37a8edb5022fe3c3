package gracedate

import (
	"go/ast"
	"go/token"
	"strconv"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/report"
)

// expired returns the feature of that name if its window has ended.
func (c *checker) expired(name string) *compatregistry.Feature {
	feature := c.Inputs.Registry.Feature(name)
	if feature == nil || !feature.Expired(c.Inputs.Today) {
		return nil
	}
	return feature
}

func (c *checker) report(pos, end token.Pos, what string, feature *compatregistry.Feature) {
	c.remaining[feature] = true
	c.findings = append(c.findings, finding.Finding{
		Category: "expired", Severity: finding.SeverityOf(feature), Pos: pos, End: end, Feature: feature.Name,
		Message: report.Expired(what, feature),
	})
}

// uses reports every use of an expired feature, guarded or not. Exempt code exists for one version only and stays.
func (c *checker) uses() {
	for _, v := range c.Verdicts {
		feature := v.Use.Feature()
		if v.Kind == guard.Exempt || v.Kind == guard.Unreachable || !feature.Expired(c.Inputs.Today) {
			continue
		}
		c.remaining[feature] = true
		c.findings = append(c.findings, report.Use(v, guard.Defect{Fault: "expired"}, report.Expired(v.Use.Subject(), feature)))
	}
}

// reads reports flag reads, records and probes of expired features.
func (c *checker) reads() {
	for _, read := range c.Reads {
		name, ok := c.API.Constant(read.Feature)
		if !ok {
			continue
		}
		if feature := c.expired(name); feature != nil {
			c.report(read.Call.Pos(), read.Call.End(), guardapi.CallName(read.Call), feature)
		}
	}
}

// probes reports calls of functions that tell whether an expired feature's selectors are there, without being given its name.
func (c *checker) probes() {
	for _, probe := range c.Probes {
		for _, name := range probe.Features {
			if feature := c.expired(name); feature != nil {
				c.report(probe.Call.Pos(), probe.Call.End(), guardapi.CallName(probe.Call), feature)
			}
		}
	}
}

// directives reports //compat: comments that keep an expired feature alive.
func (c *checker) directives() {
	for _, file := range c.pass.Files {
		if c.skip(file.Package) {
			continue
		}
		for _, d := range c.Symbols.File(file).All {
			if d.Problem != "" || d.Verb == directive.Ignore {
				continue // an expired ignore stops nothing: the use itself is reported
			}
			for _, name := range d.Features {
				if feature := c.expired(name); feature != nil {
					c.report(d.Pos, d.End, "//compat:"+string(d.Verb), feature)
				}
			}
		}
	}
}

// unused reports an expired feature of which nothing is left in this package, where the package imports its contract's bindings or the
// runtime: hosts that see one package at a time have no better place, and a passed date has to fail the build in every host.
func (c *checker) unused() {
	for _, feature := range c.Inputs.Registry.Features {
		if !feature.Expired(c.Inputs.Today) || c.remaining[feature] {
			continue
		}
		if spec := c.importing(feature); spec != nil {
			c.findings = append(c.findings, finding.Finding{
				Category: "expired", Severity: finding.SeverityOf(feature), Pos: spec.Pos(), End: spec.End(), Feature: feature.Name,
				Message: report.ExpiredUnused(feature),
			})
		}
	}
}

// importing returns the first import of the runtime or of the bindings of the feature's contracts.
func (c *checker) importing(feature *compatregistry.Feature) *ast.ImportSpec {
	for _, file := range c.pass.Files {
		if c.skip(file.Package) {
			continue
		}
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err == nil && (path == guardapi.CompatPath || c.binds(path, feature)) {
				return spec
			}
		}
	}
	return nil
}

func (c *checker) binds(path string, feature *compatregistry.Feature) bool {
	for _, name := range feature.Contracts {
		contract := c.Inputs.Registry.Contract(name)
		for _, imported := range c.pass.Pkg.Imports() {
			if imported.Path() == path && bindings.Binds(contract, imported) {
				return true
			}
		}
	}
	return false
}
