package guard_test

import (
	"flag"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/uses"
)

// all makes the tests below go through everything instead of a sample.
var all = flag.Bool("robust", false, "judge the whole standard library, go-ethereum and the compiler's test programs")

// A corpus counts what was judged.
type corpus struct {
	in                            *inputs.Inputs
	packages, uses, guarded, most int
}

func newCorpus(t *testing.T) *corpus {
	t.Helper()
	in, err := inputs.For(filepath.Join("..", "..", "testdata", "avs"), inputs.Options{Today: "2026-07-01", Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	return &corpus{in: in}
}

// judge takes every call that names something by a string, and every call that returns an error, for a use, and judges it. Nothing is asked
// of the verdicts but that there is one for each, after a bounded number of steps.
func (c *corpus) judge(t *testing.T, fset *token.FileSet, files []*ast.File, pkg *types.Package, info *types.Info) {
	t.Helper()
	pass := &analysis.Pass{
		Analyzer: guard.Analyzer, Fset: fset, Files: files, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
		Report:   func(analysis.Diagnostic) {},
		ResultOf: map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New(files), inputs.Analyzer: c.in},
	}
	found, err := uses.Analyzer.Run(pass)
	if err != nil {
		t.Fatalf("%s: %v", pkg.Path(), err)
	}
	result := found.(*uses.Result)
	result.Uses = c.claim(pass)
	pass.ResultOf[uses.Analyzer] = result
	judged, err := guard.Analyzer.Run(pass)
	if err != nil {
		t.Fatalf("%s: %v", pkg.Path(), err)
	}
	verdicts := judged.(*guard.Result).Verdicts
	if len(verdicts) != len(result.Uses) {
		t.Errorf("%s: %d verdicts on %d uses", pkg.Path(), len(verdicts), len(result.Uses))
	}
	c.packages++
	for _, v := range verdicts {
		c.uses++
		c.most = max(c.most, v.Steps)
		if v.Kind != guard.Unguarded {
			c.guarded++
		} else if len(v.Defects) == 0 {
			t.Errorf("%s: neither guarded nor a finding", fset.Position(v.Use.Node.Pos()))
		}
	}
}

func (c *corpus) claim(pass *analysis.Pass) []*uses.Use {
	feature := c.in.Registry.Feature("policy_code_hash")
	var list []*uses.Use
	for cursor := range pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().Preorder((*ast.CallExpr)(nil)) {
		if call := cursor.Node().(*ast.CallExpr); callsByName(pass.TypesInfo, call) || returnsError(pass.TypesInfo, call) {
			list = append(list, &uses.Use{Form: uses.Named, Node: call, Cursor: cursor, Features: []*compatregistry.Feature{feature}})
		}
	}
	return list
}

func callsByName(info *types.Info, call *ast.CallExpr) bool {
	if t := info.Types[call.Fun]; t.IsType() || t.IsBuiltin() {
		return false
	}
	for _, arg := range call.Args {
		if value := info.Types[arg].Value; value != nil && value.Kind() == constant.String {
			return true
		}
	}
	return false
}

func returnsError(info *types.Info, call *ast.CallExpr) bool {
	t := info.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(tuple.Len() - 1).Type()
	}
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// report fails if the corpus was not what it is meant to be, and logs what it was.
func (c *corpus) report(t *testing.T, packages, uses int) {
	t.Helper()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	t.Logf("%d packages, %d uses, of which %d cannot run or are gated; at most %d steps; %d MiB", c.packages, c.uses, c.guarded, c.most, memory.Sys>>20)
	if c.packages < packages || c.uses < uses {
		t.Errorf("%d packages with %d uses were judged; at least %d with %d were expected", c.packages, c.uses, packages, uses)
	}
	if limit := 3 * 2 * guard.MaxSteps; c.most > limit {
		t.Errorf("a use took %d steps, more than %d", c.most, limit)
	}
}

// judgePackages loads packages a few at a time, so that memory stays bounded, and judges those that type-check.
func (c *corpus) judgePackages(t *testing.T, paths []string) {
	t.Helper()
	for chunk := range chunks(paths, 25) {
		pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Tests: *all}, chunk...)
		if err != nil {
			t.Fatal(err)
		}
		for _, pkg := range pkgs {
			if len(pkg.Errors) > 0 || pkg.Types == nil || len(pkg.Syntax) == 0 {
				t.Logf("%s is left out: %v", pkg.PkgPath, pkg.Errors)
				continue
			}
			c.judge(t, pkg.Fset, pkg.Syntax, pkg.Types, pkg.TypesInfo)
		}
	}
}

func chunks(list []string, size int) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for len(list) > 0 {
			n := min(size, len(list))
			if !yield(list[:n]) {
				return
			}
			list = list[n:]
		}
	}
}

func listPackages(t *testing.T, patterns ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, patterns...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(out))
}

func TestStandardLibrary(t *testing.T) {
	c := newCorpus(t)
	if !*all {
		c.judgePackages(t, []string{"bufio", "encoding/json", "net/http", "text/template"})
		c.report(t, 4, 1500)
		return
	}
	c.judgePackages(t, listPackages(t, "std"))
	c.report(t, 200, 30_000)
}

func TestGoEthereum(t *testing.T) {
	c := newCorpus(t)
	if !*all {
		c.judgePackages(t, []string{"github.com/ethereum/go-ethereum/accounts/abi/bind", "github.com/ethereum/go-ethereum/ethclient"})
		c.report(t, 2, 100)
		return
	}
	// Those in reach: packages with imports that this module does not require cannot be listed.
	c.judgePackages(t, listPackages(t, "-e", "-f", "{{if not .Error}}{{if not .DepsErrors}}{{.ImportPath}}{{end}}{{end}}", "github.com/ethereum/go-ethereum/..."))
	c.report(t, 100, 10_000)
}

// TestCompilerPrograms judges the programs that test the Go compiler and its type checker, one file at a time. Those that do not type-check are
// judged all the same, as far as they parse: hosts do not run analyzers on such code, and it must not matter if one does.
func TestCompilerPrograms(t *testing.T) {
	c := newCorpus(t)
	pattern := "[a-c]*.go"
	if *all {
		pattern = "*.go"
	}
	found := false
	goroot := goRoot(t)
	for _, dir := range []string{"test", "src/internal/types/testdata"} {
		root := filepath.Join(goroot, dir)
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if matched, _ := filepath.Match(pattern, entry.Name()); matched && !entry.IsDir() {
				found = true
				c.judgeFile(t, path)
			}
			return nil
		})
		if err != nil {
			t.Logf("%s: %v", root, err)
		}
	}
	if !found {
		t.Skip("this Go distribution comes without the compiler's test programs")
	}
	c.report(t, 100, 100)
}

var compilerImporter = importer.ForCompiler(token.NewFileSet(), "gc", nil)

func (c *corpus) judgeFile(t *testing.T, path string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	config := types.Config{Importer: compilerImporter, Error: func(error) {}, FakeImportC: true}
	pkg, _ := config.Check(path, fset, []*ast.File{file}, info)
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s: %v\n%s", path, r, debug.Stack())
		}
	}()
	c.judge(t, fset, []*ast.File{file}, pkg, info)
}

// goRoot is where the Go that runs the test has its sources.
func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatalf("go env GOROOT: %v", err)
	}
	return strings.TrimSpace(string(out))
}
