package driver

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/report"
	"github.com/compatlint/compatlint/internal/uses"
)

// A Place is a resolved position. Columns count bytes from 1, as the go command's do.
type Place struct {
	File      string `json:"file"` // relative to the working directory where it lies below it, with slashes
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
}

// A Finding is one finding with everything that structured formats print.
type Finding struct {
	Place
	Analyzer  string           `json:"analyzer"`
	Category  string           `json:"category"`
	Severity  finding.Severity `json:"severity"`
	Message   string           `json:"message"`
	URL       string           `json:"url"`
	Package   string           `json:"package,omitempty"`
	Function  string           `json:"function,omitempty"`
	Contract  string           `json:"contract,omitempty"`
	Signature string           `json:"signature,omitempty"`
	Selector  string           `json:"selector,omitempty"`
	Feature   string           `json:"feature,omitempty"`
	Related   []Related        `json:"related,omitempty"`
	Fix       *Fix             `json:"fix,omitempty"`
}

// Expired reports whether the finding says that a grace window has ended.
func (f *Finding) Expired() bool { return f.Analyzer == "gracedate" && f.Category == "expired" }

// A Related place explains a finding.
type Related struct {
	Place
	Message string `json:"message"`
}

// A Use is a use of a registered selector and how it is guarded.
type Use struct {
	Place
	Package   string `json:"package"`
	Function  string `json:"function,omitempty"`
	Form      string `json:"form"`
	Contract  string `json:"contract,omitempty"`
	Signature string `json:"signature,omitempty"`
	Selector  string `json:"selector,omitempty"`
	Feature   string `json:"feature"`
	Guard     string `json:"guard"` // "" when it is not guarded
}

// Stats count what was looked at, so that "no findings" means something.
type Stats struct {
	Registries []string       `json:"registries"`
	Packages   int            `json:"packages"`
	Features   int            `json:"features"`
	Selectors  int            `json:"selectors"`
	Uses       int            `json:"uses"`
	Guarded    map[string]int `json:"guarded"` // by the way they are guarded
	Unguarded  int            `json:"unguarded"`
	Tests      bool           `json:"tests"`                // _test.go files were looked at
	InTests    int            `json:"inTests"`              // uses in _test.go files
	Generated  int            `json:"inGenerated"`          // uses in generated files that were not judged
	InBaseline int            `json:"inBaseline,omitempty"` // findings that are not reported because a baseline has them
	Phases     []Phase        `json:"-"`                    // in their order; the same run never takes the same time twice
}

// A Phase is a part of a run and how long it took.
type Phase struct {
	Name string
	Took time.Duration
}

// A Rule describes an analyzer that ran.
type Rule struct{ Name, Doc, URL string }

// A Report is the outcome of a run.
type Report struct {
	Findings []Finding // by file, line, column, analyzer
	Uses     []Use     // by file, line, column
	Stats    Stats
	Rules    []Rule // in the order of the analyzers
	Dir      string // working directory, absolute

	registries map[*compatregistry.Registry]grace.Date
	packages   map[string]*compatregistry.Registry // by import path
	analysed   map[string]bool                     // import paths
	modules    map[string]string                   // paths of main modules to their folders
	sources    map[string][]byte                   // by the names that places give files
	mentioned  map[*compatregistry.Feature]bool    // features that some package uses or guards
	patterns   []string                            // which packages the run was to look at
}

// NewReport is the report of a run below dir that looked at the packages and found the findings, for whoever has findings without a run.
func NewReport(dir string, packages []string, findings []Finding) *Report {
	r := newReport(Options{Dir: dir})
	for _, path := range packages {
		r.analysed[path] = true
	}
	r.Findings = findings
	return r
}

func newReport(opts Options) *Report {
	r := &Report{
		Dir:        opts.Dir,
		registries: map[*compatregistry.Registry]grace.Date{},
		packages:   map[string]*compatregistry.Registry{},
		analysed:   map[string]bool{},
		modules:    map[string]string{},
		sources:    map[string][]byte{},
		mentioned:  map[*compatregistry.Feature]bool{},
		patterns:   opts.Patterns,
		Stats:      Stats{Guarded: map[string]int{}, Tests: opts.Inputs.Tests},
	}
	for _, a := range opts.Analyzers {
		r.Rules = append(r.Rules, Rule{a.Name, a.Doc, a.URL})
	}
	return r
}

// Errors counts the findings that fail the build.
func (r *Report) Errors() int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == finding.Error {
			n++
		}
	}
	return n
}

// PromoteWarnings makes every warning an error, which fails the build.
func (r *Report) PromoteWarnings() {
	for i := range r.Findings {
		r.Findings[i].Severity = finding.Error
	}
}

func (r *Report) add(action *checker.Action, findings []finding.Finding) {
	fset := action.Package.Fset
	for _, f := range findings {
		located := Finding{
			Place: r.place(fset, f.Pos, f.End), Analyzer: f.Analyzer, Category: f.Category, Severity: f.Severity, Message: f.Message, URL: f.URL,
			Package: action.Package.PkgPath, Function: f.Function, Contract: f.Contract, Signature: f.Signature, Selector: f.Selector, Feature: f.Feature,
		}
		if located.Function == "" {
			located.Function = enclosingFunction(action.Package, f.Pos)
		}
		located.Fix = r.fix(action.Package, f.Fixes)
		for _, related := range f.Related {
			located.Related = append(located.Related, Related{r.place(fset, related.Pos, related.Pos), related.Message})
		}
		r.Findings = append(r.Findings, located)
	}
}

func (r *Report) place(fset *token.FileSet, pos, end token.Pos) Place {
	start := fset.Position(pos)
	p := Place{File: Relative(r.Dir, start.Filename), Line: start.Line, Column: start.Column}
	if end > pos {
		stop := fset.Position(end)
		p.EndLine, p.EndColumn = stop.Line, stop.Column
	}
	return p
}

// enclosingFunction names the declared function around pos as messages do, or is "" at package level. Analyzers that need no name give none.
func enclosingFunction(pkg *packages.Package, pos token.Pos) string {
	for _, file := range pkg.Syntax {
		if pos < file.FileStart || pos >= file.FileEnd {
			continue
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || pos < docStart(fn) || pos >= fn.End() {
				continue
			}
			if object, ok := pkg.TypesInfo.Defs[fn.Name].(*types.Func); ok {
				return uses.FunctionName(object)
			}
			return fn.Name.Name // init defines nothing
		}
	}
	return ""
}

// docStart takes in the doc comment, where directives stand.
func docStart(fn *ast.FuncDecl) token.Pos {
	if fn.Doc != nil {
		return fn.Doc.Pos()
	}
	return fn.Pos()
}

func (r *Report) count(pkg *packages.Package, result *guard.Result) {
	r.registries[result.Inputs.Registry] = result.Inputs.Today
	r.packages[pkg.PkgPath] = result.Inputs.Registry
	r.mention(pkg, result)
	r.Stats.Packages++
	r.Stats.Generated += result.Generated
	for _, v := range result.Verdicts {
		if v.Kind == guard.Unreachable {
			continue
		}
		use := Use{
			Place: r.place(pkg.Fset, v.Use.Node.Pos(), v.Use.Node.End()), Package: pkg.PkgPath, Function: v.Function,
			Form: string(v.Use.Form), Feature: v.Use.Feature().Name, Guard: string(v.Kind),
		}
		if v.Use.Callee == nil {
			use.Contract, use.Signature, use.Selector = v.Use.Function.Contract, v.Use.Function.Signature, v.Use.Function.Selector.String()
		}
		if strings.HasSuffix(use.File, "_test.go") {
			r.Stats.InTests++
		}
		r.Uses = append(r.Uses, use)
		r.Stats.Uses++
		if v.Kind == guard.Unguarded {
			r.Stats.Unguarded++
			continue
		}
		r.Stats.Guarded[string(v.Kind)]++
	}
}

// finish adds what the registries themselves have to say, and puts everything in order.
func (r *Report) finish() {
	for registry, today := range r.registries {
		r.Stats.Registries = append(r.Stats.Registries, Relative(r.Dir, registry.Path))
		r.Stats.Features += len(registry.Features)
		for _, feature := range registry.Features {
			r.Stats.Selectors += len(feature.Selectors)
			r.windows(registry, feature, today)
			r.unused(registry, feature, today)
		}
	}
	slices.Sort(r.Stats.Registries)
	r.Sort()
	r.Findings = slices.CompactFunc(r.Findings, func(a, b Finding) bool {
		return a.Place == b.Place && a.Analyzer == b.Analyzer && a.Message == b.Message
	})
	slices.SortStableFunc(r.Uses, func(a, b Use) int { return comparePlaces(a.Place, b.Place) })
}

// Sort puts the findings in the order in which they are printed.
func (r *Report) Sort() { slices.SortStableFunc(r.Findings, compareFindings) }

func compareFindings(a, b Finding) int {
	return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.Analyzer, b.Analyzer), cmp.Compare(a.Message, b.Message))
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// windows reports a window that ends soon, and one that has ended of which the code has nothing left, at their lines of the registry.
func (r *Report) windows(registry *compatregistry.Registry, feature *compatregistry.Feature, today grace.Date) {
	f := Finding{
		Analyzer: "gracedate", URL: finding.URL("gracedate"), Feature: feature.Name,
		Place: Place{File: Relative(r.Dir, feature.GraceEndPosition.File), Line: feature.GraceEndPosition.Line, Column: feature.GraceEndPosition.Column},
	}
	switch {
	case feature.ExpiresSoon(today, registry.Policy):
		f.Category, f.Severity, f.Message = "ends-soon", finding.Warning, report.EndsSoon(feature)
	case feature.Expired(today) && !r.hasExpired(registry, feature):
		f.Category, f.Severity, f.Message = "expired", finding.SeverityOf(feature), report.ExpiredUnused(feature)
	default:
		return
	}
	r.Findings = append(r.Findings, f)
}

// hasExpired reports whether a package of the registry has a finding that the feature's window has ended. Registries of other modules may know
// a feature of the same name.
func (r *Report) hasExpired(registry *compatregistry.Registry, feature *compatregistry.Feature) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool {
		return f.Expired() && f.Feature == feature.Name && r.packages[f.Package] == registry
	})
}
