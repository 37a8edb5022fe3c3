package driver

import (
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/report"
)

// mention notes the features that a package has to do with: it uses or guards them. What the registry knows of a feature is the same pointer in
// every package.
func (r *Report) mention(pkg *packages.Package, result *guard.Result) {
	note := func(names ...string) {
		for _, name := range names {
			if feature := result.Inputs.Registry.Feature(name); feature != nil {
				r.mentioned[feature] = true
			}
		}
	}
	for _, use := range result.Uses {
		for _, feature := range use.Features {
			note(feature.Name)
		}
	}
	for _, w := range result.Wrappers {
		if name, ok := result.API.Constant(w.Feature); ok {
			note(name)
		}
	}
	for _, read := range result.Reads {
		if name, ok := result.API.Constant(read.Feature); ok {
			note(name)
		}
	}
	for _, probe := range result.Probes {
		note(probe.Features...)
	}
	for _, file := range pkg.Syntax {
		for _, d := range result.Symbols.File(file).All {
			if d.Verb != directive.Ignore {
				note(d.Features...)
			}
		}
	}
}

// unused reports, at its line of the registry, a feature that no package uses or guards. Only a run over everything below the registry can
// tell. A window that has ended is reported by itself; a planned feature need not be used yet, a strict one may be used anywhere.
func (r *Report) unused(registry *compatregistry.Registry, feature *compatregistry.Feature, today grace.Date) {
	everything := slices.Equal(r.patterns, []string{"./..."}) && filepath.Dir(registry.Path) == r.Dir
	if !everything || r.mentioned[feature] || feature.State != compatregistry.Grace || feature.Expired(today) {
		return
	}
	r.Findings = append(r.Findings, Finding{
		Analyzer: "staleguard", URL: finding.URL("staleguard"), Category: "unused-feature", Severity: finding.Warning, Feature: feature.Name, Message: report.Unused(feature),
		Place: Place{File: Relative(r.Dir, feature.Position.File), Line: feature.Position.Line, Column: feature.Position.Column},
	})
}
