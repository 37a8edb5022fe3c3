package oracle

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// An edit changes a piece of a unit's source, as programmers do by mistake.
type edit struct {
	kind       string
	start, end int
	text       string
}

// mutate makes a number of random edits. Some sources that come out do not compile; those are dropped with their chunk.
func mutate(random source, src string, count int) (string, []string) {
	var kinds []string
	for range count {
		all := editsOf(random, src)
		if len(all) == 0 {
			break
		}
		groups := map[string][]edit{} // a kind is picked before a place, so that rare ones are not lost among many
		for _, e := range all {
			groups[e.kind] = append(groups[e.kind], e)
		}
		names := make([]string, 0, len(groups))
		for name := range groups {
			names = append(names, name)
		}
		slices.Sort(names)
		e := pick(random, groups[pick(random, names...)]...)
		src = src[:e.start] + e.text + src[e.end:]
		kinds = append(kinds, e.kind)
	}
	return src, kinds
}

const fileHeader = "package generated\n"

// An editor gathers the edits that a source allows.
type editor struct {
	source
	src   string
	edits []edit
}

func editsOf(random source, src string) []edit {
	file, err := parser.ParseFile(token.NewFileSet(), "", fileHeader+src, parser.SkipObjectResolution)
	if err != nil {
		return nil // an earlier edit left no program
	}
	e := &editor{source: random, src: src}
	ast.Inspect(file, func(n ast.Node) bool {
		e.node(n)
		return true
	})
	slices.SortStableFunc(e.edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), strings.Compare(a.kind, b.kind)) })
	return e.edits
}

// offset returns a position's place in the source: the file starts with a header that the source has not.
func offset(pos token.Pos) int { return int(pos) - 1 - len(fileHeader) }

func (e *editor) textOf(n ast.Node) string { return e.src[offset(n.Pos()):offset(n.End())] }

func (e *editor) replace(kind string, n ast.Node, text string) {
	e.edits = append(e.edits, edit{kind, offset(n.Pos()), offset(n.End()), text})
}

func (e *editor) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.BlockStmt:
		e.list(n.List)
	case *ast.CaseClause:
		e.list(n.Body)
	case *ast.CommClause:
		e.list(n.Body)
	case *ast.ReturnStmt:
		e.results(n)
	case *ast.BranchStmt:
		e.replace("drops a jump", n, "")
		if n.Label == nil && (n.Tok == token.BREAK || n.Tok == token.CONTINUE) {
			e.replace("swaps break and continue", n, map[token.Token]string{token.BREAK: "continue", token.CONTINUE: "break"}[n.Tok])
		}
	case *ast.IfStmt:
		e.branches(n)
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			e.replace("drops a negation", n, e.textOf(n.X))
		}
	case *ast.BinaryExpr:
		e.operator(n)
	case *ast.CallExpr:
		e.call(n)
	case *ast.AssignStmt:
		e.assignment(n)
	case *ast.Ident:
		e.identifier(n)
	case *ast.BasicLit:
		e.literal(n)
	case *ast.DeferStmt:
		e.replace("runs at once", n, e.textOf(n.Call))
	}
}

// list edits statements as such: drops, doubles, swaps and adds. A select without its default could wait for ever.
func (e *editor) list(list []ast.Stmt) {
	for i, s := range list {
		text := e.textOf(s)
		if _, ok := s.(*ast.CommClause); ok || keepsEnding(text) {
			continue
		}
		e.replace("drops a statement", s, "")
		e.replace("doubles a statement", s, text+"\n"+text)
		if i > 0 && !keepsEnding(e.textOf(list[i-1])) {
			before := list[i-1]
			between := e.src[offset(before.End()):offset(s.Pos())]
			e.edits = append(e.edits, edit{"swaps statements", offset(before.Pos()), offset(s.End()), text + between + e.textOf(before)})
		}
		e.replace("adds a statement", s, e.added()+"\n"+text)
		e.replace("makes a statement conditional", s, "if e.cond() {\n"+text+"\n}")
	}
}

// keepsEnding reports whether a loop may not end without the statement.
func keepsEnding(statement string) bool {
	return strings.HasPrefix(statement, "e.log(\"attempt\"") || strings.HasPrefix(statement, "attempt")
}

// additions are statements that some functions have room for, by what else has to be in the source.
var additions = []struct{ needs, text string }{
	{"err", "err = nil"},
	{"err", "err = errOld"},
	{"hash", "hash, err = e.policy.GetPolicyCodeHash(nil)"},
	{"", "e.gate.RecordLegacy(ctx, feature, e.target)"},
	{"", "if err != nil {\nreturn \"\", err\n}"},
	{"err error) error", "if err != nil {\nreturn err\n}"},
	{"hash", "if err == nil {\nreturn text(hash), nil\n}"},
	{"", "if e.cond() {\nreturn e.legacy()\n}"},
	{"", "if e.cond() {\nreturn \"\", err\n}"},
	{"", "if e.cond() {\nreturn \"\", errOld\n}"},
	{"", "if e.cond() {\nerr = nil\n}"},
	{"", "if e.cond() {\nerr = errOld\n}"},
	{"", "if e.cond() {\ne.gate.RecordLegacy(ctx, feature, e.target)\n}"},
	{"", "if e.cond() {\npanic(err)\n}"},
	{"", "if e.cond() {\nfatal(errOld)\n}"},
	{"for ", "if e.cond() {\nbreak\n}"},
	{"for ", "if e.cond() {\ncontinue\n}"},
	{"(result ", "if e.cond() {\nreturn\n}"},
	{"error) error", "if e.cond() {\nreturn nil\n}"},
	{") bool", "if e.cond() {\nreturn true\n}"},
	{") bool", "if e.cond() {\nreturn false\n}"},
	{"", "defer func() { err = nil }()"},
	{"", "defer func() { _ = recover() }()"},
	{"", "defer func() { e.gate.RecordLegacy(ctx, feature, e.target) }()"},
	{"", "func() { err = nil }()"},
	{"", "if err := ctx.Err(); err != nil {\nreturn \"\", err\n}"},
	{"strict1", "strict1 = false"},
	{"", "e.policy = e.all[1]"},
	{"", "err = fmt.Errorf(\"more: %v\", err)"},
	{"", "err = errors.Join(err, errOld)"},
	{"", "_, err = e.legacy()"},
	{"", "_, err = e.flags.IsStrict(ctx, 1, feature)"},
}

// added returns one of them.
func (e *editor) added() string {
	for {
		if a := pick(e.source, additions...); strings.Contains(e.src, a.needs) {
			return a.text
		}
	}
}

func (e *editor) results(n *ast.ReturnStmt) {
	e.replace("drops a return", n, "")
	if len(n.Results) == 0 {
		return
	}
	last := n.Results[len(n.Results)-1]
	e.replace("returns another error", last, pick(e.source, "nil", "nil", "err", "errOld"))
	if len(n.Results) > 1 {
		e.replace("serves legacy", n, "return e.legacy()")
		e.replace("returns no names", n, "return")
	}
}

func (e *editor) branches(n *ast.IfStmt) {
	body := e.textOf(n.Body)
	if other, ok := n.Else.(*ast.BlockStmt); ok {
		from, to := offset(n.Body.Pos()), offset(other.End())
		between := e.src[offset(n.Body.End()):offset(other.Pos())]
		e.edits = append(e.edits, edit{"swaps branches", from, to, e.textOf(other) + between + body})
		e.edits = append(e.edits, edit{"drops an else", offset(n.Body.End()), to, ""})
	}
	cond := "(" + e.textOf(n.Cond) + ")"
	e.replace("adds to a condition", n.Cond, cond+pick(e.source, " && e.cond()", " || e.cond()"))
}

var swapped = map[token.Token]string{token.LAND: "||", token.LOR: "&&", token.EQL: "!=", token.NEQ: "=="}

func (e *editor) operator(n *ast.BinaryExpr) {
	if other, ok := swapped[n.Op]; ok {
		at := offset(n.OpPos)
		e.edits = append(e.edits, edit{"swaps an operator", at, at + len(n.Op.String()), other})
		e.replace("drops an operand", n, pick(e.source, e.textOf(n.X), e.textOf(n.Y)))
	}
}

func (e *editor) call(n *ast.CallExpr) {
	fun := e.textOf(n.Fun)
	if len(n.Args) == 1 && (strings.HasSuffix(fun, "IsSelectorMiss") || strings.HasPrefix(fun, "isMiss") || strings.HasPrefix(fun, "missed")) {
		arg := e.textOf(n.Args[0])
		e.replace("classifies otherwise", n, pick(e.source, "("+arg+" != nil)", "errors.Is("+arg+", errOld)",
			"strings.Contains(fmt.Sprint("+arg+"), \"reverted\")", "!errors.Is("+arg+", errOld)"))
		e.replace("classifies another error", n.Args[0], e.variable())
	}
	if strings.HasPrefix(fun, "wrap") && len(n.Args) == 1 {
		e.replace("cuts an error", n, "fmt.Errorf(\"cut: %v\", "+e.textOf(n.Args[0])+")")
	}
	if strings.HasPrefix(fun, "errors.Join") {
		e.replace("cuts an error", n, "errors.Join(errOld)")
	}
}

func (e *editor) assignment(n *ast.AssignStmt) {
	at := offset(n.TokPos)
	switch n.Tok {
	case token.DEFINE:
		e.edits = append(e.edits, edit{"assigns instead of declaring", at, at + 2, "="})
	case token.ASSIGN:
		e.edits = append(e.edits, edit{"shadows a variable", at, at + 1, ":="})
	}
	for _, left := range n.Lhs {
		if text := e.textOf(left); text != "_" && text != "hash" {
			e.replace("throws a result away", left, "_")
		}
	}
}

func (e *editor) identifier(n *ast.Ident) {
	switch n.Name {
	case "feature":
		e.replace("asks for another feature", n, "otherFeature")
	case "true", "false":
		e.replace("negates a constant", n, map[string]string{"true": "false", "false": "true"}[n.Name])
	case "err", "failure", "failed", "other", "problem":
		e.replace("takes another variable", n, e.variable())
	case "policy":
		e.replace("calls another contract", n, "all[1]")
	}
}

// variable returns an error that the source mentions.
func (e *editor) variable() string {
	name := pick(e.source, "err", "failure", "failed", "problem", "other")
	if !strings.Contains(e.src, name+" := ") && !strings.Contains(e.src, name+" error") {
		return pick(e.source, "err", "err", "nil")
	}
	return name
}

func (e *editor) literal(n *ast.BasicLit) {
	switch {
	case strings.Contains(n.Value, "%w"):
		e.replace("cuts an error", n, strings.ReplaceAll(n.Value, "%w", "%v"))
	case n.Value == "3":
		e.replace("tries less often", n, pick(e.source, "0", "1"))
	}
}
