package uses

import (
	"go/ast"
	"go/constant"
	"go/types"
	"sync"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/catalog"
)

// names follows the names of contract methods through one package.
type names struct {
	*code
	catalog  *catalog.Catalog
	bindings *bindings.Resolver
	callers  map[string]bool
	// others returns the forwarders of a function of another package.
	others func(fn *types.Func) []compatregistry.LockedForwarder
	// hasRegistered reports whether any constant of the package is a registered name: without one, its forwarders are given none.
	hasRegistered func() bool

	forwarders map[forwarder]passing
}

func newNames(c *code, files []*ast.File, known *catalog.Catalog, others func(*types.Func) []compatregistry.LockedForwarder) *names {
	n := &names{
		code: c, catalog: known, bindings: bindings.NewResolver(c.fset, files, known), callers: map[string]bool{}, others: others,
		forwarders: map[forwarder]passing{},
	}
	for _, symbol := range known.Registry.Guards.Callers {
		n.callers[symbol] = true
	}
	n.hasRegistered = sync.OnceValue(func() bool {
		for _, tv := range c.info.Types {
			if tv.Value != nil && tv.Value.Kind() == constant.String && n.registered(constant.StringVal(tv.Value)) {
				return true
			}
		}
		return false
	})
	return n
}

// A forwarder is a parameter that is passed on as a method's name, and how its function is called: by the name of an object, or as a
// literal in place.
type forwarder struct {
	obj   types.Object
	lit   *ast.FuncLit
	param int

	signature *ast.FuncType
}

// passing is what is known of the places that a forwarder passes the name to, all of them together.
type passing struct {
	contract string // as of a nameTaker
	values   int
	packs    bool
}

// join is what holds of both. It can change a passing a few times only, so that following forwarders in a circle ends.
func (p passing) join(q passing) passing {
	if p.contract != q.contract {
		p.contract = ""
	}
	if p.values != q.values {
		p.values = -1
	}
	p.packs = p.packs && q.packs
	return p
}

// locked is what the lock file says of it.
func (p passing) locked(symbol string, parameter int) compatregistry.LockedForwarder {
	return compatregistry.LockedForwarder{Symbol: symbol, Parameter: parameter, Packs: p.packs, Contract: p.contract, Values: max(0, p.values)}
}

func passingOf(f compatregistry.LockedForwarder) passing {
	return passing{contract: f.Contract, values: f.Values, packs: f.Packs}
}

// follow finds the package's forwarders: where a name is a parameter of the enclosing function, that function is one, and its own mentions
// take names too. It returns all that takes names, in order of position.
func (n *names) follow(takers []nameTaker) []nameTaker {
	all := takers
	for len(takers) > 0 {
		taker := takers[0]
		takers = takers[1:]
		site, name, ok := n.site(taker)
		if !ok {
			continue
		}
		found, ok := n.parameter(name)
		if !ok || isAbigenRaw(found.obj) {
			continue
		}
		now, ok := n.passing(taker, site, found)
		if !ok {
			continue
		}
		before, known := n.forwarders[found]
		if known {
			now = now.join(before)
		}
		if !known || now != before {
			n.forwarders[found] = now
			takers = append(takers, n.mentionsOf(found)...)
		}
	}
	for found := range n.forwarders {
		all = append(all, n.mentionsOf(found)...)
	}
	return sortedTakers(all)
}

// mentionsOf returns the places at which a forwarder may be given a name.
func (n *names) mentionsOf(found forwarder) []nameTaker {
	p := n.forwarders[found]
	taker := nameTaker{param: found.param, values: p.values, packs: p.packs, contract: p.contract}
	var takers []nameTaker
	if found.lit != nil {
		taker.mention = found.lit
		takers = append(takers, taker)
	}
	for _, id := range n.referencesTo(found.obj) {
		taker.mention = id
		takers = append(takers, taker)
	}
	return takers
}

// passing says what is known of one place that a name is passed to. It reports false where that cannot be a registered contract's.
func (n *names) passing(taker nameTaker, site inspector.Cursor, found forwarder) (passing, bool) {
	contract, ok := n.contractAt(taker, site)
	return passing{
		contract: contract, values: n.valuesPassedOn(taker, site, found), packs: taker.packs && !n.sends(site),
	}, ok
}

// contractAt returns the only contract that a name can be of, or "" for any. It reports false for the ABI of a contract that the registry does
// not name.
func (n *names) contractAt(taker nameTaker, site inspector.Cursor) (string, bool) {
	if taker.contract != "" {
		return taker.contract, true
	}
	contract, known := n.contractOfABI(abiExpr(taker, site))
	return contract, !known || contract != ""
}

// valuesPassedOn returns where the method's own arguments begin among a forwarder's, if it passes its variadic parameter on as it is:
// f(name, args...) { … Pack(name, args...) … }. Otherwise they cannot be counted at its calls.
func (n *names) valuesPassedOn(taker nameTaker, site inspector.Cursor, found forwarder) int {
	call, ok := site.Node().(*ast.CallExpr)
	if !ok || !call.Ellipsis.IsValid() || taker.values != len(call.Args)-1 {
		return -1
	}
	param, ok := n.variable(call.Args[len(call.Args)-1]).(*types.Var)
	if !ok || n.assignedTo(param).count > 0 || n.assignedTo(param).taken {
		return -1
	}
	if position, ok := indexOf(n.info, found.signature, param); ok {
		return position
	}
	return -1
}

// parameter resolves a name expression to a parameter of an enclosing function that is not assigned to, directly or by way of variables that
// never change.
func (n *names) parameter(name ast.Expr) (forwarder, bool) {
	for range maxAliases {
		v, ok := n.variable(name).(*types.Var)
		if !ok || n.assignedTo(v).count > 0 || n.assignedTo(v).taken {
			break
		}
		if found, ok := n.declaredBy(v, name); ok {
			return found, found.obj != nil || found.lit != nil
		}
		if name = n.assignedTo(v).value; name == nil {
			break
		}
	}
	return forwarder{}, false
}

// declaredBy finds the function around an expression of which a variable is a parameter. A function literal that nothing names, and that is
// not called in place, can be given names by nobody.
func (n *names) declaredBy(v *types.Var, name ast.Expr) (forwarder, bool) {
	cursor, found := n.cursorAt(name)
	if !found {
		return forwarder{}, false
	}
	for enclosing := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch node := enclosing.Node().(type) {
		case *ast.FuncDecl:
			if i, ok := indexOf(n.info, node.Type, v); ok {
				return forwarder{obj: n.info.Defs[node.Name], signature: node.Type, param: i}, true
			}
		case *ast.FuncLit:
			i, ok := indexOf(n.info, node.Type, v)
			if !ok {
				continue
			}
			if _, called := calledBy(wholeReference(enclosing)); called {
				return forwarder{lit: node, signature: node.Type, param: i}, true
			}
			return forwarder{obj: n.holder(enclosing), signature: node.Type, param: i}, true
		}
	}
	return forwarder{}, false
}

func indexOf(info *types.Info, signature *ast.FuncType, param *types.Var) (int, bool) {
	i := 0
	for _, field := range signature.Params.List {
		if len(field.Names) == 0 {
			i++
		}
		for _, name := range field.Names {
			if info.Defs[name] == param {
				return i, true
			}
			i++
		}
	}
	return 0, false
}

// holder returns the variable that a function literal is assigned to.
func (n *names) holder(lit inspector.Cursor) types.Object {
	var name ast.Expr
	switch kind, i := lit.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		if assign := lit.Parent().Node().(*ast.AssignStmt); len(assign.Lhs) == len(assign.Rhs) {
			name = assign.Lhs[i]
		}
	case edge.ValueSpec_Values:
		if spec := lit.Parent().Node().(*ast.ValueSpec); len(spec.Names) == len(spec.Values) {
			name = spec.Names[i]
		}
	}
	id, ok := name.(*ast.Ident)
	if !ok {
		return nil
	}
	return n.info.ObjectOf(id)
}
