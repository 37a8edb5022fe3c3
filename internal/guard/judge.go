package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/uses"
)

// A judge works on one package.
type judge struct {
	pass   *analysis.Pass
	info   *types.Info
	root   inspector.Cursor
	api    *guardapi.API
	result *Result

	byNode   map[ast.Node]*uses.Use
	refs     map[types.Object][]*ast.Ident
	bodies   map[*types.Func]*ast.FuncDecl
	graphs   map[*ast.BlockStmt]*graph
	exits    map[*types.Func]bool // functions that never return
	failing  map[*types.Func]bool // functions that always return a non-nil error
	exempted exemptions

	assignedTo  map[types.Object]bool       // what reassigned has found out
	closures    map[*types.Var]*ast.FuncLit // what closure has found out
	transparent map[*ast.FuncLit]bool       // likewise inPlace
	called      map[*types.Var]bool         // likewise onlyCalled
	guarding    map[*ast.FuncDecl]bool      // functions that ask, classify or record
	distance    map[*ast.FuncDecl]distance  // what guardDistance has found out
	prepared    map[ast.Decl]bool           // declarations that untracked speaks of
	spent       map[ast.Decl]int            // the steps taken for the uses in a declaration so far
	untracked   map[*types.Var]bool         // variables that something out of sight may assign to
	events      map[ast.Node][]event        // what executing a statement has to run, in order

	hides bool // what Verdict.Hides says of the use at hand
	steps int  // of the simulations for the use at hand
}

func newJudge(pass *analysis.Pass, result *Result) *judge {
	j := &judge{
		pass:     pass,
		info:     pass.TypesInfo,
		root:     pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		api:      result.API,
		result:   result,
		byNode:   map[ast.Node]*uses.Use{},
		graphs:   map[*ast.BlockStmt]*graph{},
		exits:    map[*types.Func]bool{},
		failing:  map[*types.Func]bool{},
		exempted: newExemptions(result.Inputs.Registry.Exempt),

		assignedTo:  map[types.Object]bool{},
		closures:    map[*types.Var]*ast.FuncLit{},
		transparent: map[*ast.FuncLit]bool{},
		called:      map[*types.Var]bool{},
		guarding:    map[*ast.FuncDecl]bool{},
		distance:    map[*ast.FuncDecl]distance{},
		prepared:    map[ast.Decl]bool{},
		spent:       map[ast.Decl]int{},
		untracked:   map[*types.Var]bool{},
		events:      map[ast.Node][]event{},
	}
	for _, use := range result.Uses {
		j.byNode[use.Node] = use
	}
	return j
}

// verdict judges one use.
func (j *judge) verdict(use *uses.Use) *Verdict {
	v := &Verdict{Use: use}
	v.Function, v.Annotatable = j.enclosingFunction(use)
	contract := j.result.Inputs.Registry.Contract(use.Function.Contract)
	v.Lockstep = contract != nil && contract.Rollout == compatregistry.RolloutLockstep
	if j.exempted.covers(j, use.Cursor) {
		v.Kind = Exempt
		return v
	}
	j.steps, j.hides = 0, true
	v.Kind, v.Defects = j.judge(use)
	v.Hides = j.hides
	v.Steps = j.steps
	if v.Kind == Unguarded && j.ignored(use) {
		v.Kind, v.Defects = Ignored, nil
	}
	return v
}

// judge tries each feature the use may stand for; one that guards is enough.
func (j *judge) judge(use *uses.Use) (Kind, []Defect) {
	var defects []Defect
	for _, feature := range use.Features {
		kind, found := j.places(use, feature.Name)
		if kind != Unguarded {
			return kind, nil
		}
		if defects == nil {
			defects = found
		}
	}
	return Unguarded, defects
}

// places judges every place from which the use is sent.
func (j *judge) places(use *uses.Use, feature string) (Kind, []Defect) {
	cursors := use.References
	if len(cursors) == 0 {
		cursors = []inspector.Cursor{use.Cursor}
	}
	var kind Kind
	for _, cursor := range cursors {
		k, defects := j.place(use, cursor, feature)
		if k == Unguarded {
			return Unguarded, defects
		}
		kind = k
	}
	return kind, nil
}

func (j *judge) place(use *uses.Use, cursor inspector.Cursor, feature string) (Kind, []Defect) {
	if use.Form == uses.Value || isMention(use) {
		return j.climb(feature, cursor).mention(cursor)
	}
	targets, ok := j.targets(use, cursor)
	if !ok || runsElsewhere(cursor) {
		return j.climb(feature, cursor).from(cursor)
	}
	kind := Unguarded
	for _, target := range targets {
		c := j.climb(feature, target)
		c.targets = targets
		k, defects := c.judgeCall(target)
		if k == Unguarded {
			return Unguarded, defects
		}
		kind = k
	}
	return kind, nil
}

// runsElsewhere reports whether a call is that of a go or defer statement, so that nothing sees its error.
func runsElsewhere(call inspector.Cursor) bool {
	kind, _ := call.ParentEdge()
	return kind == edge.GoStmt_Call || kind == edge.DeferStmt_Call
}

// isMention reports whether the use names a function without calling it.
func isMention(use *uses.Use) bool {
	_, call := use.Node.(*ast.CallExpr)
	return use.Form == uses.Duty && !call
}

// enclosingFunction names the declared function around a use and says whether it could carry //compat:requires.
func (j *judge) enclosingFunction(use *uses.Use) (name string, annotatable bool) {
	for cursor := range use.Cursor.Enclosing((*ast.FuncDecl)(nil)) {
		decl := cursor.Node().(*ast.FuncDecl)
		fn, ok := j.info.Defs[decl.Name].(*types.Func)
		if !ok { // init may be declared many times and defines nothing
			return decl.Name.Name, false
		}
		return uses.FunctionName(fn), !entryPoint(fn) && returnsError(fn.Signature())
	}
	return "", false
}

// entryPoint recognises functions that no caller in the program can answer for.
func entryPoint(fn *types.Func) bool {
	if fn.Signature().Recv() != nil {
		return false
	}
	return fn.Name() == "init" || fn.Name() == "main" && fn.Pkg().Name() == "main"
}

var errorType = types.Universe.Lookup("error").Type()

func returnsError(signature *types.Signature) bool {
	results := signature.Results()
	return results.Len() > 0 && types.Identical(results.At(results.Len()-1).Type(), errorType)
}

// ignored looks for a //compat:ignore that still holds: on the statement, or on the whole function.
func (j *judge) ignored(use *uses.Use) bool {
	file := j.fileOf(use.Cursor)
	directives := j.result.Symbols.File(file)
	if len(directives.All) == 0 {
		return false
	}
	for _, d := range j.covering(use, directives) {
		if d.Verb != directive.Ignore {
			continue
		}
		for _, feature := range use.Features {
			if d.Names(feature.Name) && !inputs.IgnoreEnded(d, feature, j.result.Inputs.Today) {
				j.noteIgnore(d, feature.Name)
				return true
			}
		}
	}
	return false
}

func (j *judge) noteIgnore(d *directive.Directive, feature string) {
	if j.result.UsedIgnores[d] == nil {
		j.result.UsedIgnores[d] = map[string]bool{}
	}
	j.result.UsedIgnores[d][feature] = true
}

// covering lists the directives on the use's line, on the statement it stands in, and on the function around it.
func (j *judge) covering(use *uses.Use, directives *directive.File) []*directive.Directive {
	found := directives.On(j.line(use.Node.Pos()))
	inHeader := true
	for cursor := use.Cursor; cursor.Node() != nil; cursor = cursor.Parent() {
		switch node := cursor.Node().(type) {
		case *ast.FuncDecl:
			return append(found, directives.Of(node.Doc, node.Pos())...)
		case *ast.File:
			return found
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			inHeader = false // what encloses the block is another statement
		case *ast.GenDecl, *ast.ValueSpec:
			found = append(found, directives.On(j.line(node.Pos()))...)
		case ast.Stmt:
			if inHeader {
				found = append(found, directives.On(j.line(node.Pos()))...)
			}
		}
	}
	return found
}

func (j *judge) line(pos token.Pos) int { return j.pass.Fset.Position(pos).Line }

func (j *judge) fileOf(cursor inspector.Cursor) *ast.File {
	for file := range cursor.Enclosing((*ast.File)(nil)) {
		return file.Node().(*ast.File)
	}
	return nil
}

// referencesTo returns the mentions of a function or variable of the package, in order of position.
func (j *judge) referencesTo(obj types.Object) []*ast.Ident {
	if j.refs == nil {
		j.refs = map[types.Object][]*ast.Ident{}
		for id, used := range j.info.Uses {
			if fn, ok := used.(*types.Func); ok {
				used = fn.Origin()
			}
			if used.Pkg() == j.pass.Pkg {
				j.refs[used] = append(j.refs[used], id)
			}
		}
		for _, ids := range j.refs {
			slices.SortFunc(ids, func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) })
		}
	}
	return j.refs[obj]
}

// body returns the declaration of a function of the package, or nil.
func (j *judge) body(fn *types.Func) *ast.FuncDecl {
	if j.bodies == nil {
		j.bodies = map[*types.Func]*ast.FuncDecl{}
		for _, file := range j.pass.Files {
			for _, decl := range file.Decls {
				if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
					if fn, ok := j.info.Defs[decl.Name].(*types.Func); ok {
						j.bodies[fn] = decl
					}
				}
			}
		}
	}
	if fn == nil {
		return nil
	}
	return j.bodies[fn.Origin()]
}

// collectGuards lists the wrappers and flag reads of the package; dates, names and expiry are checked on them by the analyzers.
func (j *judge) collectGuards() {
	for file := range j.root.Children() {
		if !j.result.Inputs.Options.Tests && inputs.IsTestFile(j.pass.Fset, file.Node().Pos()) {
			continue
		}
		for cursor := range file.Preorder((*ast.CompositeLit)(nil), (*ast.CallExpr)(nil), (*ast.AssignStmt)(nil)) {
			j.collectGuard(cursor)
		}
	}
}

func (j *judge) collectGuard(cursor inspector.Cursor) {
	switch node := cursor.Node().(type) {
	case *ast.CompositeLit:
		if w, ok := j.api.Wrapper(node); ok {
			j.result.Wrappers = append(j.result.Wrappers, &WrapperLiteral{Wrapper: w, Cursor: cursor, Defects: j.wrapperDefects(w, cursor)})
		}
	case *ast.CallExpr:
		j.noteGuarding(cursor, node)
		if feature, ok := j.namedFeature(node); ok {
			j.result.Reads = append(j.result.Reads, FlagRead{Call: node, Feature: feature, Cursor: cursor})
		}
		if read, ok := j.api.Supports(node); ok && len(read.Features) > 0 {
			j.result.Probes = append(j.result.Probes, ProbeCall{Call: node, Features: read.Features})
		}
	case *ast.AssignStmt:
		for _, target := range node.Lhs {
			if field, wrapper, ok := j.api.SetField(target); ok {
				j.result.SetLater = append(j.result.SetLater, SetField{Target: target, Field: field, Wrapper: wrapper})
			}
		}
	}
}

// noteGuarding notes the function around a call that classifies, asks or records: it is executed where it is called.
func (j *judge) noteGuarding(cursor inspector.Cursor, call *ast.CallExpr) {
	_, classifies := j.api.IsClassifier(call)
	_, asks := j.api.Strict(call)
	_, supports := j.api.Supports(call)
	_, records := j.api.Record(call)
	if !classifies && !asks && !supports && !records {
		return
	}
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil)) {
		j.guarding[function.Node().(*ast.FuncDecl)] = true
	}
}

func (j *judge) namedFeature(call *ast.CallExpr) (ast.Expr, bool) {
	if read, ok := j.api.Strict(call); ok {
		return read.Feature, read.Feature != nil
	}
	if read, ok := j.api.Supports(call); ok {
		return read.Feature, read.Feature != nil
	}
	feature, ok := j.api.Record(call)
	return feature, ok && feature != nil
}

// wrapperDefects finds wrappers that cannot work. A wrapper whose fields are set after the literal is left to the places that set them.
func (j *judge) wrapperDefects(w *guardapi.Wrapper, cursor inspector.Cursor) []Defect {
	if len(w.Literal.Elts) == 0 {
		if kind, _ := cursor.ParentEdge(); kind == edge.ReturnStmt_Results {
			return nil // the zero value beside an error
		}
	}
	var defects []Defect
	if w.Current == nil || isNil(j.info, w.Current) {
		defects = append(defects, Defect{Fault: NoLegacy, Pos: w.Literal.Pos(), Name: "New"})
	}
	if w.Legacy == nil || isNil(j.info, w.Legacy) {
		defects = append(defects, Defect{Fault: NoLegacy, Pos: w.Literal.Pos(), Name: "Legacy"})
	}
	return defects
}

func isNil(info *types.Info, expr ast.Expr) bool {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok {
		return false
	}
	_, isNil := info.Uses[id].(*types.Nil)
	return isNil
}

// callee is the function that a call runs, or nil.
func (j *judge) callee(call *ast.CallExpr) *types.Func { return bindings.Callee(j.info, call).Func() }
