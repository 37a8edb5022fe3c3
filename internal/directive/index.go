package directive

import (
	"go/ast"
	"go/token"
)

// A File holds the directives of one source file.
type File struct {
	All []*Directive

	byLine map[int][]*Directive // line of the comment -> directives on it
	ends   map[int]bool         // lines on which nothing but a comment stands, so that a directive there covers the next line
	fset   *token.FileSet
}

// Read collects the directives of file, which must have been parsed with comments.
func Read(fset *token.FileSet, file *ast.File) *File {
	f := &File{fset: fset, byLine: map[int][]*Directive{}, ends: map[int]bool{}}
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if d, ok := Parse(comment); ok {
				f.All = append(f.All, d)
				line := fset.Position(d.Pos).Line
				f.byLine[line] = append(f.byLine[line], d)
			}
		}
	}
	if len(f.All) == 0 {
		return f
	}
	code := codeLines(fset, file)
	for line := range f.byLine {
		f.ends[line] = !code[line]
	}
	return f
}

// codeLines says on which lines some code begins or ends: a directive behind code covers that line, not the next.
func codeLines(fset *token.FileSet, file *ast.File) map[int]bool {
	lines := map[int]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.CommentGroup, *ast.Comment:
			return false
		case *ast.File, *ast.BlockStmt:
			return true // their braces stand alone on a line often enough, and cover nothing
		}
		lines[fset.Position(n.Pos()).Line] = true
		lines[fset.Position(n.End()).Line] = true
		return true
	})
	return lines
}

// On returns the valid directives that cover the line: those on it, and those on comment lines directly above.
func (f *File) On(line int) []*Directive {
	found := valid(f.byLine[line])
	for above := line - 1; f.ends[above]; above-- {
		found = append(found, valid(f.byLine[above])...)
	}
	return found
}

// Of returns the valid directives of a declaration: in its doc comment, on its first line, or on the lines directly above.
func (f *File) Of(doc *ast.CommentGroup, decl token.Pos) []*Directive {
	found := f.On(f.fset.Position(decl).Line)
	if doc == nil {
		return found
	}
	seen := map[*Directive]bool{}
	for _, d := range found {
		seen[d] = true
	}
	for _, d := range f.All {
		if d.Problem == "" && !seen[d] && doc.Pos() <= d.Pos && d.End <= doc.End() {
			found = append(found, d)
		}
	}
	return found
}

func valid(all []*Directive) []*Directive {
	var found []*Directive
	for _, d := range all {
		if d.Problem == "" {
			found = append(found, d)
		}
	}
	return found
}
