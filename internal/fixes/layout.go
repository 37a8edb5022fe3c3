package fixes

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// replace writes statements in place of one, as gofmt would.
func (s *site) replace(stmt ast.Stmt, statements string) (analysis.TextEdit, bool) {
	if indent, ok := s.indent(stmt.Pos()); ok {
		text, ok := layout(statements, indent)
		return analysis.TextEdit{Pos: stmt.Pos(), End: stmt.End(), NewText: []byte(text)}, ok
	}
	return s.replaceOneLine(stmt, statements)
}

// replaceOneLine replaces the only statement of a block that stands on one line, { return f() }, and opens the block.
func (s *site) replaceOneLine(stmt ast.Stmt, statements string) (analysis.TextEdit, bool) {
	block, ok := s.blockOf(stmt)
	if !ok || len(block.List) != 1 || s.text(block.Lbrace+1, stmt.Pos()) != " " || s.text(stmt.End(), block.Rbrace) != " " {
		return analysis.TextEdit{}, false
	}
	indent := s.lineIndent(stmt.Pos())
	text, ok := layout(statements, indent+"\t")
	return analysis.TextEdit{
		Pos: block.Lbrace + 1, End: block.Rbrace, NewText: []byte("\n" + indent + "\t" + text + "\n" + indent),
	}, ok
}

// blockOf returns the block that has stmt in its list.
func (s *site) blockOf(stmt ast.Stmt) (block *ast.BlockStmt, ok bool) {
	ast.Inspect(s.decl, func(n ast.Node) bool {
		if b, isBlock := n.(*ast.BlockStmt); isBlock && len(b.List) > 0 && b.List[0] == stmt {
			block = b
		}
		return block == nil
	})
	return block, block != nil
}

// before writes statements in front of one that begins its line.
func (s *site) before(stmt ast.Stmt, statements string) (analysis.TextEdit, bool) {
	indent, ok := s.indent(stmt.Pos())
	if !ok {
		return analysis.TextEdit{}, false
	}
	text, ok := layout(statements, indent)
	return insertion(stmt.Pos(), text+"\n"+indent), ok
}

// after writes statements behind one that has its lines to itself; a comment at the end of its line stays there.
func (s *site) after(stmt ast.Stmt, statements string) (analysis.TextEdit, bool) {
	indent, ok := s.indent(stmt.Pos())
	if !ok {
		return analysis.TextEdit{}, false
	}
	end, ok := s.lineEnd(stmt.End())
	if !ok {
		return analysis.TextEdit{}, false
	}
	text, ok := layout(statements, indent)
	return insertion(end, "\n"+indent+text), ok
}

// lineEnd is the end of the line of pos, if nothing but a // comment stands between.
func (s *site) lineEnd(pos token.Pos) (token.Pos, bool) {
	src, file := s.source(pos), s.pass.Fset.File(pos)
	rest, _, _ := bytes.Cut(src[file.Offset(pos):], []byte("\n"))
	trimmed := bytes.TrimSpace(rest)
	return pos + token.Pos(len(bytes.TrimRight(rest, "\r"))), len(trimmed) == 0 || bytes.HasPrefix(trimmed, []byte("//"))
}

// indent is what stands before pos on its line, if that is white space.
func (s *site) indent(pos token.Pos) (string, bool) {
	src, file := s.source(pos), s.pass.Fset.File(pos)
	offset := file.Offset(pos)
	line := string(src[bytes.LastIndexByte(src[:offset], '\n')+1 : offset])
	return line, strings.Trim(line, " \t") == ""
}

// lineIndent is the white space that the line of pos begins with.
func (s *site) lineIndent(pos token.Pos) string {
	src, file := s.source(pos), s.pass.Fset.File(pos)
	offset := file.Offset(pos)
	line := string(src[bytes.LastIndexByte(src[:offset], '\n')+1 : offset])
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// layout formats statements that stand behind an indentation.
func layout(statements, indent string) (string, bool) {
	text, err := format.Source([]byte(indent + statements))
	if err != nil {
		return "", false
	}
	return strings.TrimRight(strings.TrimPrefix(string(text), indent), "\n"), true
}
