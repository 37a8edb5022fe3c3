package gobinding

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"go/ast"
	"go/parser"
	"go/token"

	"github.com/compatlint/compatlint/selectors"
)

// The values of [Contract.Generator].
const (
	GeneratorV1    = "abigen/v1"
	GeneratorV2    = "abigen/v2"
	GeneratorOther = "other"
)

// A Contract is what a file knows about one contract.
type Contract struct {
	Name      string         // base type name X
	Generator string         // GeneratorV1, GeneratorV2 or GeneratorOther
	ABI       *selectors.ABI // from XMetaData, or from XABI of very old bindings; nil when there is none that can be read
	Methods   []Method       // every Go method that sends or packs a known selector; sorted by type, then name
}

// A Method is a Go method that sends or packs one selector.
type Method struct {
	Type, Name string // such as "NewtonPolicyCaller" and "GetPolicyCodeHash"
	Selector   selectors.Selector
	Signature  string // "" if unknown
}

// ParseFile returns the contracts of a file, sorted by name. The selector of a method is found in its body, by the
// method name that it hands to a BoundContract or to an abi.ABI together with the file's ABI; session methods are
// followed to the method that they forward to. Failing that, it is found in the doc comment that abigen writes, if the
// file was parsed with comments. Methods whose selector stays unknown are left out.
//
// Contracts of generated code are listed even if they have no methods, those of other code only with methods.
func ParseFile(file *ast.File) []Contract {
	src := scanFile(file)
	set := groupContracts(src)
	resolveMethods(src, set)
	return set.list()
}

// ParseSource parses a file's source, then does what [ParseFile] does. The error is that of go/parser.
func ParseSource(filename string, src []byte) ([]Contract, error) {
	file, err := parser.ParseFile(token.NewFileSet(), filename, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	return ParseFile(file), nil
}

// Digest returns "sha256:" and the hex digest of a source. Line endings do not count, so that a checkout with CRLF
// gives the same digest.
func Digest(src []byte) string {
	sum := sha256.Sum256(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func compareMethods(a, b Method) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name))
}
