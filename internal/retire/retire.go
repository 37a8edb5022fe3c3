// Package retire takes what guards a feature out of the code: wrappers and dual paths become the plain call where that is mechanical, and
// everything else is listed with its place and the reason.
//
// It works on one premise: every contract that counts has the feature's selectors. So a call that needs them never ends in a selector miss, the
// flag is on, and no legacy is served. What the code does then is worked out from that alone; the rest of it stays as it is written. Setting the
// feature's state in the registry is not done here.
package retire

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/applyfix"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
)

// An Outcome is what can be done about a feature, and what is left to do.
type Outcome struct {
	Feature *compatregistry.Feature
	Plan    *applyfix.Plan
	Done    []driver.Finding // what the plan takes out, each with what becomes of it
	Left    []driver.Finding // what has to be done by hand, each with the reason
}

// Make works out what to do about a feature in the packages that opts name; its analyzers do not count. Test files are looked at as well, since
// they have to compile too. It changes no file: the plan can.
func Make(ctx context.Context, feature string, opts driver.Options) (*Outcome, error) {
	registered, err := find(feature, opts)
	if err != nil {
		return nil, err
	}
	opts.Analyzers = []*analysis.Analyzer{newAnalyzer(feature)}
	opts.Inputs.Tests = true
	report, err := driver.Run(ctx, opts)
	if err != nil {
		return nil, err
	}
	report.Findings = slices.DeleteFunc(report.Findings, func(f driver.Finding) bool { return f.Analyzer != analyzerName })
	plan, err := applyfix.Make(ctx, report, opts)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Feature: registered, Plan: plan}
	for _, f := range report.Findings {
		switch {
		case f.Category == left:
			out.Left = append(out.Left, f)
		case planned(plan, f):
			out.Done = append(out.Done, f)
		default:
			f.Message = strings.TrimSuffix(f.Message, canGo) + " is left: the file is generated, is not of this module, or would not compile without it"
			out.Left = append(out.Left, f)
		}
	}
	return out, nil
}

// planned reports whether the plan changes the file of a finding. All that is done about a file is one fix.
func planned(plan *applyfix.Plan, f driver.Finding) bool {
	return f.Fix != nil && slices.ContainsFunc(plan.Files, func(file applyfix.File) bool { return file.Name == f.File })
}

// find looks for the feature in the registry of the working directory.
func find(feature string, opts driver.Options) (*compatregistry.Feature, error) {
	path, err := inputs.RegistryPath(opts.Dir, opts.Inputs)
	if err != nil {
		return nil, err
	}
	registry, err := compatregistry.Load(path)
	if err != nil {
		return nil, err
	}
	if found := registry.Feature(feature); found != nil {
		return found, nil
	}
	if meant := registry.Suggest(feature); meant != "" {
		return nil, fmt.Errorf("feature %q is not in %s: did you mean %q?", feature, driver.Relative(opts.Dir, path), meant)
	}
	return nil, fmt.Errorf("feature %q is not in %s: compatlint registry show lists the features", feature, driver.Relative(opts.Dir, path))
}
