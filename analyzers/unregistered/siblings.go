package unregistered

import (
	"slices"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/selectors"
)

// siblings reports, at the first use of each feature, what its contracts' siblings lack.
func siblings(result *guard.Result) []finding.Finding {
	var findings []finding.Finding
	seen := map[*compatregistry.Feature]bool{}
	for _, v := range result.Verdicts {
		feature := v.Use.Feature()
		if seen[feature] || v.Kind == guard.Unreachable {
			continue
		}
		seen[feature] = true
		for _, problem := range forgotten(result.Inputs.Registry, result.Inputs.Lock, feature) {
			findings = append(findings, finding.Finding{
				Category: "sibling", Severity: finding.SeverityOf(feature), Pos: v.Use.Node.Pos(), End: v.Use.Node.End(),
				Feature: feature.Name, Contract: problem.contract, Function: v.Function, Message: problem.message,
			})
		}
	}
	return findings
}

// CheckSiblings is the same for a registry as a whole, at the lines of its features: siblings that the entry of a feature leaves out, and those
// that lack a function according to the lock file. Without a lock file the ABI files tell, which the registry's own validation reads.
func CheckSiblings(registry *compatregistry.Registry, lock *compatregistry.Lock) compatregistry.ErrorList {
	var errs compatregistry.ErrorList
	for _, feature := range registry.Features {
		if !feature.NeedsGuard() {
			continue
		}
		for _, problem := range forgotten(registry, lock, feature) {
			errs = append(errs, compatregistry.Error{Position: feature.Position, Message: problem.message})
		}
	}
	return errs
}

type problem struct{ contract, message string }

// forgotten lists what the siblings of a feature's contracts lack.
func forgotten(registry *compatregistry.Registry, lock *compatregistry.Lock, feature *compatregistry.Feature) []problem {
	var problems []problem
	for _, name := range feature.Contracts {
		for _, sibling := range registry.Contract(name).Siblings {
			if !slices.Contains(feature.Contracts, sibling) {
				problems = append(problems, problem{sibling, leftOut(feature, name, sibling)})
			}
			problems = append(problems, lacking(lock, feature, name, sibling)...)
		}
	}
	return problems
}

// lacking lists the functions that a sibling does not have. One of which the lock file has nothing was not found, which others report.
func lacking(lock *compatregistry.Lock, feature *compatregistry.Feature, contract, sibling string) []problem {
	if lock == nil {
		return nil
	}
	has := map[selectors.Selector]bool{}
	for _, s := range lock.Selectors {
		if s.Contract == sibling {
			has[s.Selector] = true
		}
	}
	if len(has) == 0 {
		return nil
	}
	var problems []problem
	for _, s := range feature.Selectors {
		if !has[s.Selector] {
			problems = append(problems, problem{sibling, lacks(feature, contract, sibling, s)})
		}
	}
	return problems
}
