package uses

import (
	"encoding/hex"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/selectors"
)

// literals finds selectors that are written out: as bytes, in hexadecimal, or as the hash of a signature.
func (f *finder) literals() {
	for cursor := range f.root.Preorder((*ast.CompositeLit)(nil), (*ast.BasicLit)(nil)) {
		switch node := cursor.Node().(type) {
		case *ast.CompositeLit:
			if selector, ok := f.fourBytes(node); ok {
				f.literal(cursor, cursor, selector)
			}
		case *ast.BasicLit:
			if node.Kind == token.STRING {
				f.stringLiteral(cursor, node)
			}
		}
	}
}

// fourBytes reads [4]byte{…} and []byte{…} of four constants, in any order of their indices.
func (f *finder) fourBytes(lit *ast.CompositeLit) (selectors.Selector, bool) {
	var selector selectors.Selector
	if len(lit.Elts) != len(selector) || !isBytes(f.info.TypeOf(lit)) {
		return selector, false
	}
	next := uint64(0)
	for _, element := range lit.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			index, ok := f.constantUint(pair.Key)
			if !ok {
				return selector, false
			}
			next, element = index, pair.Value
		}
		b, ok := f.constantUint(element)
		if !ok || b > 0xff || next >= uint64(len(selector)) {
			return selector, false
		}
		selector[next] = byte(b)
		next++
	}
	return selector, true
}

func (f *finder) constantUint(expr ast.Expr) (uint64, bool) {
	value := f.info.Types[expr].Value
	if value == nil {
		return 0, false
	}
	return constant.Uint64Val(constant.ToInt(value))
}

func isBytes(t types.Type) bool {
	if t == nil {
		return false
	}
	var element types.Type
	switch t := t.Underlying().(type) {
	case *types.Array:
		element = t.Elem()
	case *types.Slice:
		element = t.Elem()
	default:
		return false
	}
	basic, ok := element.Underlying().(*types.Basic)
	return ok && basic.Kind() == types.Byte
}

func (f *finder) stringLiteral(cursor inspector.Cursor, lit *ast.BasicLit) {
	if kind, _ := cursor.ParentEdge(); kind == edge.ImportSpec_Path || kind == edge.Field_Tag {
		return
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return
	}
	if selector, ok := hexSelector(text); ok {
		f.literal(cursor, cursor, selector)
	}
	if selector, ok := f.rawBytes(cursor, text); ok {
		f.literal(cursor, cursor, selector)
	}
	if !strings.HasSuffix(text, ")") {
		return
	}
	if selector := selectors.Of(text); len(f.catalog.BySelector(selector)) > 0 {
		if slice, ok := f.hashed(cursor); ok {
			f.literal(cursor, slice, selector)
		}
	}
}

// rawBytes reads []byte("\xe9\x98\xa0\x88…").
func (f *finder) rawBytes(cursor inspector.Cursor, text string) (selectors.Selector, bool) {
	var selector selectors.Selector
	if kind, _ := cursor.ParentEdge(); kind != edge.CallExpr_Args || len(text) < len(selector) {
		return selector, false
	}
	call := cursor.Parent().Node().(*ast.CallExpr)
	copy(selector[:], text)
	return selector, f.info.Types[call.Fun].IsType() && isBytes(f.info.TypeOf(call))
}

// hexSelector reads calldata in hexadecimal: four bytes or more, the first four of which are the selector.
func hexSelector(text string) (selectors.Selector, bool) {
	var selector selectors.Selector
	digits := strings.TrimPrefix(strings.TrimPrefix(text, "0x"), "0X")
	if len(digits) < 2*len(selector) || len(digits)%2 != 0 {
		return selector, false
	}
	if _, err := hex.Decode(selector[:], []byte(digits[:2*len(selector)])); err != nil {
		return selector, false
	}
	return selector, strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}

const cryptoPath = "github.com/ethereum/go-ethereum/crypto"

// hashed climbs from a signature to crypto.Keccak256([]byte(signature))[:4], directly or by way of constants and variables.
func (f *finder) hashed(cursor inspector.Cursor) (inspector.Cursor, bool) {
	if slice, ok := f.hashedHere(cursor); ok {
		return slice, true
	}
	for _, ref := range f.mentions(f.declares(cursor)) {
		if slice, ok := f.hashedHere(ref); ok {
			return slice, true
		}
	}
	return cursor, false
}

func (f *finder) hashedHere(cursor inspector.Cursor) (inspector.Cursor, bool) {
	cursor = encoded(f.info, cursor)
	if kind, _ := cursor.ParentEdge(); kind != edge.CallExpr_Args {
		return cursor, false
	}
	hash := cursor.Parent()
	if call := hash.Node().(*ast.CallExpr); len(call.Args) != 1 || !f.isKeccak(call.Fun) {
		return cursor, false
	}
	if slice, ok := f.firstFour(hash); ok {
		return slice, true
	}
	for _, ref := range f.mentions(f.declares(hash)) {
		if slice, ok := f.firstFour(ref); ok {
			return slice, true
		}
	}
	return cursor, false
}

func (f *finder) isKeccak(fun ast.Expr) bool {
	selector, ok := ast.Unparen(fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := f.info.Uses[selector.Sel].(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == cryptoPath && strings.HasPrefix(fn.Name(), "Keccak256")
}

// firstFour climbs through .Bytes() to the slice expression x[:4].
func (f *finder) firstFour(cursor inspector.Cursor) (inspector.Cursor, bool) {
	for {
		switch kind, _ := cursor.ParentEdge(); kind {
		case edge.SelectorExpr_X, edge.CallExpr_Fun, edge.ParenExpr_X:
			cursor = cursor.Parent()
		case edge.SliceExpr_X:
			slice := cursor.Parent().Node().(*ast.SliceExpr)
			low, _ := f.constantUint(slice.Low)
			high, ok := f.constantUint(slice.High)
			return cursor.Parent(), ok && high == 4 && low == 0 && (slice.Low == nil || f.isConstant(slice.Low))
		default:
			return cursor, false
		}
	}
}

func (f *finder) isConstant(expr ast.Expr) bool { return f.info.Types[expr].Value != nil }

// literal records a selector literal. value is the expression that has the four bytes, which is where it is sent from, unless the literal
// declares a constant or variable: then that is sent from wherever it is mentioned.
func (f *finder) literal(cursor, value inspector.Cursor, selector selectors.Selector) {
	candidates := f.catalog.BySelector(selector)
	if len(candidates) == 0 {
		return
	}
	var references []inspector.Cursor
	if obj := f.declares(value); obj != nil && !obj.Exported() {
		for _, ref := range f.mentions(obj) {
			if !compared(f.info, ref) {
				references = append(references, ref)
			}
		}
		if len(references) == 0 {
			return // only compared, or not used: nothing is sent
		}
	} else if compared(f.info, value) {
		return
	}
	if u := f.addRequired(Literal, cursor, candidates); u != nil {
		u.References = references
	}
}

// declares returns the constant or variable whose declared value the expression is, through conversions and decoders.
func (f *finder) declares(cursor inspector.Cursor) types.Object {
	cursor = encoded(f.info, cursor)
	kind, i := cursor.ParentEdge()
	switch kind {
	case edge.ValueSpec_Values:
		if spec := cursor.Parent().Node().(*ast.ValueSpec); len(spec.Names) == len(spec.Values) {
			return f.info.Defs[spec.Names[i]]
		}
	case edge.AssignStmt_Rhs:
		assign := cursor.Parent().Node().(*ast.AssignStmt)
		if assign.Tok == token.DEFINE && len(assign.Lhs) == len(assign.Rhs) {
			if id, ok := assign.Lhs[i].(*ast.Ident); ok {
				return f.info.Defs[id]
			}
		}
	}
	return nil
}

// encoded climbs from a literal through what only changes its form: parentheses, slices, conversions, common.FromHex and the like.
func encoded(info *types.Info, cursor inspector.Cursor) inspector.Cursor {
	for {
		kind, _ := cursor.ParentEdge()
		switch kind {
		case edge.ParenExpr_X, edge.SliceExpr_X:
		case edge.CallExpr_Args:
			if !decodes(info, cursor.Parent().Node().(*ast.CallExpr)) {
				return cursor
			}
		default:
			return cursor
		}
		cursor = cursor.Parent()
	}
}

// decodes recognises a conversion, and the functions that turn hexadecimal into bytes.
func decodes(info *types.Info, call *ast.CallExpr) bool {
	if info.Types[call.Fun].IsType() {
		return true
	}
	switch bindings.Callee(info, call).FullName() {
	case "github.com/ethereum/go-ethereum/common.FromHex", "github.com/ethereum/go-ethereum/common.Hex2Bytes",
		"github.com/ethereum/go-ethereum/common/hexutil.MustDecode":
		return true
	}
	return false
}

// compared reports whether a selector is only looked at: decoding code compares calldata it has seen with selectors it knows.
func compared(info *types.Info, cursor inspector.Cursor) bool {
	cursor = encoded(info, cursor)
	switch kind, _ := cursor.ParentEdge(); kind {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		op := cursor.Parent().Node().(*ast.BinaryExpr).Op
		return op == token.EQL || op == token.NEQ
	case edge.CaseClause_List:
		return true
	case edge.SwitchStmt_Tag:
		return true
	case edge.IndexExpr_Index:
		return true
	case edge.KeyValueExpr_Key:
		_, isMap := types.Unalias(info.TypeOf(cursor.Parent().Parent().Node().(ast.Expr))).Underlying().(*types.Map)
		return isMap
	case edge.CallExpr_Args:
		switch bindings.Callee(info, cursor.Parent().Node().(*ast.CallExpr)).FullName() {
		case "bytes.Equal", "bytes.HasPrefix", "bytes.Compare", "bytes.Contains", "slices.Equal",
			"strings.HasPrefix", "strings.EqualFold", "strings.Contains", "strings.Compare":
			return true
		}
	}
	return false
}
