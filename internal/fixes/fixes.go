// Package fixes makes the suggested fixes of unguarded uses and of guards that do not guard.
//
// A fix is made only where it is sure to compile, to keep the variables of the code around it in scope, and to leave no finding at its place;
// everywhere else there is none. Deciding what is a finding is for the analyzers.
package fixes

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
)

// A Maker makes the fixes of one package. It is not safe for concurrent use.
type Maker struct {
	pass    *analysis.Pass
	result  *guard.Result
	sources map[string][]byte
	taken   map[*ast.FuncDecl]map[string]bool // names given to variables of other fixes in the same function
}

// New prepares the fixes of the package that result is about.
func New(pass *analysis.Pass, result *guard.Result) *Maker {
	return &Maker{pass: pass, result: result, sources: map[string][]byte{}, taken: map[*ast.FuncDecl]map[string]bool{}}
}

// Unguarded makes the fix of a use without a guard: the use moves into a compat.BackwardCompat where a *compat.Gate is in scope, else its duty
// moves to the callers. It returns at most one fix.
func (m *Maker) Unguarded(v *guard.Verdict, d guard.Defect) []analysis.SuggestedFix {
	if m.over(v) {
		return nil
	}
	if fix, ok := m.wrap(v); ok {
		return []analysis.SuggestedFix{fix}
	}
	if d.Fault != guard.Direct {
		return nil
	}
	return optional(m.annotate(v))
}

// Guard makes the fix of a guard that lacks an arm. All defects of a use are mended by one fix, which each of its findings carries. It
// returns at most one fix.
func (m *Maker) Guard(v *guard.Verdict) []analysis.SuggestedFix {
	if m.over(v) {
		return nil
	}
	return optional(m.complete(v))
}

// over reports that the feature's window has ended, so that each guard would be a finding of its own.
func (m *Maker) over(v *guard.Verdict) bool { return v.Use.Feature().Expired(m.result.Inputs.Today) }

func optional(fix analysis.SuggestedFix, ok bool) []analysis.SuggestedFix {
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{fix}
}

// source returns the text of the file that holds pos, or nothing if it cannot be read.
func (m *Maker) source(pos token.Pos) []byte {
	name := m.pass.Fset.File(pos).Name() // not what a //line comment calls it
	if src, ok := m.sources[name]; ok {
		return src
	}
	src, err := inputs.ReadFile(m.pass, name)
	if err != nil || m.pass.Fset.File(pos).Size() != len(src) {
		src = nil // a file that cannot be read, or is not what was parsed, is left alone
	}
	m.sources[name] = src
	return src
}

// text is the source between two positions of one file.
func (m *Maker) text(from, to token.Pos) string {
	src, file := m.source(from), m.pass.Fset.File(from)
	if src == nil {
		return ""
	}
	return string(src[file.Offset(from):file.Offset(to)])
}
