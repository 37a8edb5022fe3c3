package gobinding_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/gobinding"
	"github.com/compatlint/compatlint/selectors/internal/randabi"
)

const propertySeeds = 100

// A generatorVersion is one version of abigen, and what we say about it.
type generatorVersion struct {
	name     string
	generate func(abiJSON string, aliases map[string]string) (string, error)
	predict  func(contract string, a *selectors.ABI, aliases map[string]string) ([]selectors.GoMethod, error)
	sends    func(method string) bool // whether a commented method sends or packs a selector
}

var generatorVersions = []generatorVersion{
	{
		name: gobinding.GeneratorV1,
		generate: func(abiJSON string, aliases map[string]string) (string, error) {
			return abigen.Bind([]string{"Example"}, []string{abiJSON}, []string{""}, nil, "binding", nil, aliases)
		},
		predict: selectors.BindingsV1,
		sends:   func(string) bool { return true },
	},
	{
		name: gobinding.GeneratorV2,
		generate: func(abiJSON string, aliases map[string]string) (string, error) {
			return abigen.BindV2([]string{"Example"}, []string{abiJSON}, []string{""}, "binding", nil, aliases)
		},
		predict: selectors.BindingsV2,
		sends:   func(method string) bool { return !strings.HasPrefix(method, "Unpack") },
	},
}

// methodTable maps "Type.Name" to the selector.
type methodTable map[string]string

// TestBindingsAreWhatAbigenGenerates is the central property: for random ABIs and aliases, the methods that we predict
// from the ABI, those that abigen documents in its code, and those that we read from the bodies are the same. An ABI
// that abigen refuses is an error here too, and the other way round.
func TestBindingsAreWhatAbigenGenerates(t *testing.T) {
	for _, version := range generatorVersions {
		t.Run(strings.ReplaceAll(version.name, "/", "_"), func(t *testing.T) {
			refused, aliased, methods := 0, 0, 0
			for seed := range uint64(propertySeeds) {
				table, aliases := checkSeed(t, version, seed)
				if table == nil {
					refused++
				}
				aliased += len(aliases)
				methods += len(table)
			}
			t.Logf("%d ABIs, %d refused, %d aliases, %d methods compared", propertySeeds, refused, aliased, methods)
			if refused == 0 || refused > propertySeeds/4 {
				t.Errorf("%d of %d ABIs were refused: want some, but few", refused, propertySeeds)
			}
			if aliased < propertySeeds/2 || methods < 10*propertySeeds {
				t.Errorf("only %d aliases and %d methods: the random ABIs do not test much", aliased, methods)
			}
		})
	}
}

// checkSeed returns the methods of one random contract, nil if abigen cannot bind it.
func checkSeed(t *testing.T, version generatorVersion, seed uint64) (methodTable, map[string]string) {
	t.Helper()
	random := randabi.New(seed)
	data, err := randabi.JSON(random.ABI(20))
	if err != nil {
		t.Fatal(err)
	}
	contract, err := selectors.ParseABI(data)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range contract.Methods {
		names = append(names, m.ABIName)
	}
	aliases := random.Aliases(names)

	source, refusal := version.generate(string(data), aliases)
	predicted, predictedRefusal := version.predict("Example", contract, aliases)
	if refusal == nil && hasDuplicateMethods(t, source) {
		refusal = errDuplicateMethods
	}
	if (refusal == nil) != (predictedRefusal == nil) {
		t.Fatalf("seed %d: abigen says %v, we say %v", seed, refusal, predictedRefusal)
	}
	if refusal != nil {
		return nil, aliases
	}

	want := commentedMethods(t, source, version.sends)
	if diff := cmp.Diff(want, predictedTable(predicted)); diff != "" {
		t.Fatalf("seed %d: prediction (-abigen +ours):\n%s", seed, diff)
	}
	for what, src := range map[string]string{
		"commented source":   source,
		"stripped source":    stripComments(t, source),
		"source without ABI": withoutABI(t, source),
	} {
		if diff := cmp.Diff(want, parsedTable(t, version.name, contract, src)); diff != "" {
			t.Fatalf("seed %d: %s (-abigen +ours):\n%s", seed, what, diff)
		}
	}
	return want, aliases
}

func predictedTable(methods []selectors.GoMethod) methodTable {
	table := methodTable{}
	for _, m := range methods {
		table[m.Type+"."+m.Name] = m.Method.Selector.String()
	}
	return table
}

// parsedTable reads a generated source and checks everything but the selectors.
func parsedTable(t *testing.T, generator string, a *selectors.ABI, source string) methodTable {
	t.Helper()
	contracts, err := gobinding.ParseSource("binding.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if len(contracts) != 1 || contracts[0].Name != "Example" {
		t.Fatalf("contracts %+v, want Example only", contracts)
	}
	c := contracts[0]
	if c.ABI != nil && (c.Generator != generator || !cmp.Equal(c.ABI, a)) {
		t.Fatalf("generator %s with ABI:\n%s", c.Generator, cmp.Diff(a, c.ABI))
	}
	table := methodTable{}
	for _, m := range c.Methods {
		if c.ABI == nil && m.Signature != "" || c.ABI != nil && selectors.Of(m.Signature) != m.Selector {
			t.Fatalf("method %+v has a wrong signature", m)
		}
		table[m.Type+"."+m.Name] = m.Selector.String()
	}
	return table
}

var methodComment = regexp.MustCompile(`contract\s+method\s+(?:with\s+ID\s+)?(0x[0-9a-f]{8})`)

// commentedMethods reads abigen's own documentation of its methods, with none of the code under test.
func commentedMethods(t *testing.T, source string, sends func(string) bool) methodTable {
	t.Helper()
	table := methodTable{}
	for _, method := range parseMethods(t, source) {
		match := methodComment.FindStringSubmatch(method.Doc.Text())
		if match == nil || !sends(method.Name.Name) {
			continue
		}
		receiver := method.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name
		table[receiver+"."+method.Name.Name] = match[1]
	}
	return table
}

func parseMethods(t *testing.T, source string) []*ast.FuncDecl {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var methods []*ast.FuncDecl
	for _, declaration := range file.Decls {
		if f, ok := declaration.(*ast.FuncDecl); ok && f.Recv != nil {
			methods = append(methods, f)
		}
	}
	return methods
}

var errDuplicateMethods = errors.New("generated code declares a method twice")

// hasDuplicateMethods finds what abigen v1 overlooks: a read-only and a writing method with the same Go name.
func hasDuplicateMethods(t *testing.T, source string) bool {
	t.Helper()
	seen := map[string]bool{}
	for _, method := range parseMethods(t, source) {
		star, ok := method.Recv.List[0].Type.(*ast.StarExpr)
		if !ok {
			continue
		}
		key := star.X.(*ast.Ident).Name + "." + method.Name.Name
		if seen[key] {
			return true
		}
		seen[key] = true
	}
	return false
}
