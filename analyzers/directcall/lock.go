package directcall

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/report"
	"github.com/compatlint/compatlint/selectors/gobinding"
)

// outdatedLock reports bindings of the package that compat.lock does not have, or has from another source: hosts that see export data only
// would take the lock file's word for what a method sends.
func outdatedLock(pass *analysis.Pass, result *guard.Result) ([]finding.Finding, error) {
	if result.Catalog.Lock == nil || !holdsBindings(pass, result) {
		return nil, nil
	}
	var findings []finding.Finding
	for _, file := range pass.Files {
		for _, contract := range gobinding.ParseFile(file) {
			for _, known := range result.Catalog.Contracts(contract.Name) {
				if !bindings.Binds(known, pass.Pkg) {
					continue
				}
				current, err := locked(pass, result, file, known.Name)
				if err != nil {
					return nil, err
				}
				if !current {
					findings = append(findings, finding.Finding{
						Category: "lock", Pos: file.Name.Pos(), End: file.Name.End(), Contract: known.Name, Message: report.LockOutdated(known.Name),
					})
				}
			}
		}
	}
	return findings, nil
}

// holdsBindings keeps the cost away from packages that declare no type of a registered contract.
func holdsBindings(pass *analysis.Pass, result *guard.Result) bool {
	return slices.ContainsFunc(pass.Pkg.Scope().Names(), func(name string) bool { return len(result.Catalog.Contracts(name)) > 0 })
}

// locked reports whether the lock file has the contract's binding from exactly this source.
func locked(pass *analysis.Pass, result *guard.Result, file *ast.File, contract string) (bool, error) {
	src, err := inputs.ReadFile(pass, pass.Fset.Position(file.Package).Filename)
	if err != nil {
		return false, err
	}
	digest := gobinding.Digest(src)
	for _, binding := range result.Catalog.LockedBindings(pass.Pkg.Path()) {
		if binding.Contract == contract && binding.Digest == digest {
			return true, nil
		}
	}
	return false, nil
}
