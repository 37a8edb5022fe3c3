package driver

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// A Fix changes the code so that its finding goes away. It is applied as a whole or not at all.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces a part of a file. One whose place has no end is an insertion.
type Edit struct {
	Place
	NewText string `json:"newText"`

	Start int `json:"-"` // the same part as byte offsets
	End   int `json:"-"`
}

// fix resolves the suggested fix of a finding. Fixes that would touch what the user does not write there are left out: generated files, files of
// other modules, and files that no longer are what was analysed.
func (r *Report) fix(pkg *packages.Package, fixes []analysis.SuggestedFix) *Fix {
	if len(fixes) == 0 || len(fixes[0].TextEdits) == 0 {
		return nil
	}
	fix := &Fix{Message: fixes[0].Message}
	for _, edit := range fixes[0].TextEdits {
		end := edit.End
		if !end.IsValid() {
			end = edit.Pos
		}
		if !r.editable(pkg, edit.Pos) {
			return nil
		}
		fix.Edits = append(fix.Edits, Edit{
			Place: r.place(pkg.Fset, edit.Pos, end), NewText: string(edit.NewText),
			Start: pkg.Fset.PositionFor(edit.Pos, false).Offset, End: pkg.Fset.PositionFor(end, false).Offset,
		})
	}
	return fix
}

// editable reports whether a fix may change the file at pos.
func (r *Report) editable(pkg *packages.Package, pos token.Pos) bool {
	i := slices.IndexFunc(pkg.Syntax, func(f *ast.File) bool { return f.FileStart <= pos && pos <= f.FileEnd })
	if i < 0 || ast.IsGenerated(pkg.Syntax[i]) {
		return false
	}
	file := pkg.Fset.File(pos)
	if pkg.Fset.Position(pos).Filename != file.Name() { // a line directive: the file was made from another one
		return false
	}
	return r.own(pkg, file.Name()) && len(r.Source(Relative(r.Dir, file.Name()))) == file.Size()
}

// own reports whether a file belongs to the module that is analysed. A link that leads out of the module does not.
func (r *Report) own(pkg *packages.Package, name string) bool {
	root := r.Dir
	if pkg.Module != nil {
		if !pkg.Module.Main {
			return false
		}
		root = pkg.Module.Dir
	}
	root, err := filepath.EvalSymlinks(root)
	if err != nil {
		return false
	}
	if name, err = filepath.EvalSymlinks(name); err != nil {
		return false
	}
	rel, err := filepath.Rel(root, name)
	return err == nil && filepath.IsLocal(rel)
}
