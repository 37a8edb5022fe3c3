package driver

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// LoadMode loads the syntax and types of the named packages and no more than export data of what they import.
const LoadMode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes |
	packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule

// load returns the packages that have Go files. What keeps one of them from being analysed is an error for all.
func load(ctx context.Context, opts Options) ([]*packages.Package, error) {
	cfg := &packages.Config{Context: ctx, Mode: LoadMode, Dir: opts.Dir, Tests: opts.Inputs.Tests, Overlay: opts.Overlay}
	if opts.Tags != "" {
		cfg.BuildFlags = []string{"-tags=" + opts.Tags}
	}
	pkgs, err := packages.Load(cfg, opts.Patterns...)
	if err != nil {
		return nil, &UnusableError{[]string{fmt.Sprintf("compatlint: loading packages: %v", err)}}
	}
	if err := unusable(pkgs, opts.Dir); err != nil {
		return nil, err
	}
	matched := len(pkgs)
	pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return len(p.CompiledGoFiles) == 0 })
	patterns := strings.Join(opts.Patterns, " ")
	switch {
	case matched == 0:
		return nil, &UnusableError{[]string{fmt.Sprintf("compatlint: no packages match %s in %s", patterns, opts.Dir)}}
	case len(pkgs) == 0:
		return nil, &UnusableError{[]string{fmt.Sprintf("compatlint: no package that matches %s has Go files in this build: are -tags or -tests missing?", patterns)}}
	}
	if opts.Inputs.Tests {
		pkgs = withoutCovered(pkgs)
	}
	return pkgs, nil
}

// unusable says what is wrong with the packages, if anything is.
func unusable(pkgs []*packages.Package, dir string) error {
	p := problems{dir: dir, seen: map[string]bool{}}
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		for _, err := range pkg.Errors {
			if isBuild(err) && len(pkg.Errors) > 1 {
				continue // the package's other errors are the same ones, with their positions
			}
			p.add(err)
		}
	})
	switch {
	case len(p.lines) == 0:
		return nil
	case p.inCode:
		p.lines = append(p.lines, "compatlint: nothing was analysed, because the code does not compile")
	default:
		p.lines = append(p.lines, "compatlint: nothing was analysed: name packages as for go build, such as ./..., in a folder of a Go module")
	}
	return &UnusableError{p.lines}
}

// problems gathers the errors of packages, without those that only follow from others.
type problems struct {
	dir    string
	lines  []string
	inCode bool            // one of them is about Go code
	seen   map[string]bool // messages; lines of files, as "file:line"; files that do not parse
}

func (p *problems) add(err packages.Error) {
	message := err.Msg
	p.inCode = p.inCode || isBuild(err)
	if err.Pos != "" && err.Pos != "-" {
		p.inCode = true
		pos := strings.TrimPrefix(err.Pos, p.dir+string(filepath.Separator))
		message = pos + ": " + message
		file, rest, _ := strings.Cut(pos, ":")
		number, _, _ := strings.Cut(rest, ":")
		line := file + ":" + number
		if p.seen[line] || p.seen[file] {
			return
		}
		p.seen[line] = true
		p.seen[file] = err.Kind == packages.ParseError // what follows is said by a parser that has lost its way
	}
	if !p.seen[message] { // a broken dependency is reported for each package that imports it
		p.seen[message] = true
		p.lines = append(p.lines, message)
	}
}

// isBuild recognises what the go command prints about a package that does not build.
func isBuild(err packages.Error) bool {
	return err.Kind == packages.ListError && strings.HasPrefix(err.Msg, "# ")
}

// withoutCovered drops a package when its test variant, which has the same files and more, is there too, and the generated test mains.
func withoutCovered(pkgs []*packages.Package) []*packages.Package {
	variants := map[string]bool{}
	for _, p := range pkgs {
		if p.ID != p.PkgPath {
			variants[p.PkgPath] = true
		}
	}
	return slices.DeleteFunc(pkgs, func(p *packages.Package) bool {
		return strings.HasSuffix(p.PkgPath, ".test") || p.ID == p.PkgPath && variants[p.PkgPath]
	})
}
