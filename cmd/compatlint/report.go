package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/htmlreport"
	"github.com/compatlint/compatlint/internal/inputs"
)

const reportHelp = `
report writes one HTML page about the registry and the packages (default: ./...): a timeline of
the windows, the features and their states, where the code uses them and how each use is guarded,
and the findings. The page loads nothing from elsewhere. With the results of a crawl it shows how
many contracts on chain are still legacy.

Lines link to the files by their path from the page. With -link they lead to where the repository
can be read; {file} is named from the repository's root.

Examples:
  compatlint report -out compat.html
  compatlint report -out compat.html -link 'https://github.com/example/avs/blob/main/{file}#L{line}'
  compatctl crawl -network sepolia -json >sepolia.json
  compatlint report -out compat.html -crawl sepolia.json

Exit codes: 0 written, whatever it says; 2 the registry or the packages could not be analysed.
`

type report struct {
	artifact
	link   string
	crawls list
	tests  bool
}

func (cl *commandLine) reportCommand(s *shared) *ffcli.Command {
	r := &report{artifact: artifact{shared: s, command: "compatlint report", mark: htmlreport.Mark}}
	fs := flag.NewFlagSet("report", flag.ContinueOnError)
	r.register(fs, "stdout")
	s.registerTags(fs)
	fs.StringVar(&r.link, "link", "", "link lines to `URL` with {file} and {line} (default: the files themselves)")
	fs.Var(&r.crawls, "crawl", "show the legacy counts of the crawl in `FILE`; may be given once for each network")
	fs.BoolVar(&r.tests, "tests", false, "look at _test.go files too")
	return cl.command("report", "compatlint report [flags] [packages]", "write windows, uses and findings as one HTML page", reportHelp, fs,
		func(ctx context.Context, args []string) error { return cl.report(ctx, r, args) })
}

func (cl *commandLine) report(ctx context.Context, r *report, patterns []string) error {
	if err := r.valid(patterns); err != nil {
		return err
	}
	registry, dir, err := cl.registryFile(r.shared)
	if err != nil {
		return err
	}
	in := htmlreport.Input{Registry: registry, RegistryFile: driver.Relative(dir, registry.Path), Module: modulePath(registry)}
	if in.Today, _, err = grace.Today(r.today, os.Getenv, time.Now); err != nil {
		return err
	}
	if in.Crawls, err = readCrawls(r.crawls); err != nil {
		return fmt.Errorf("-crawl: %w", err)
	}
	analysed, err := cl.analyse(ctx, r, dir, patterns)
	if err != nil {
		return err
	}
	if err := ofRegistry(&in, analysed, r.shared); err != nil {
		return err
	}
	in.Link = r.linker(analysed)
	var page bytes.Buffer
	if err := htmlreport.Write(&page, in); err != nil {
		return err
	}
	return cl.finishArtifact(&r.artifact, page.Bytes())
}

func (r *report) valid(patterns []string) error {
	if r.link != "" {
		if err := htmlreport.CheckLink(r.link); err != nil {
			return fmt.Errorf("-link: %w", err)
		}
	}
	return errors.Join(r.artifact.valid(nil), checkPatterns(patterns))
}

// readCrawls reads the crawls, which are of different networks.
func readCrawls(names []string) ([]*htmlreport.Crawl, error) {
	var crawls []*htmlreport.Crawl
	of := map[string]string{}
	for _, name := range names {
		crawl, err := htmlreport.ReadCrawl(name)
		if err != nil {
			return nil, err
		}
		if other := of[crawl.Network]; other != "" {
			return nil, fmt.Errorf("%s and %s are both of network %q: give one crawl of each", other, name, crawl.Network)
		}
		of[crawl.Network] = name
		crawls = append(crawls, crawl)
	}
	return crawls, nil
}

func (cl *commandLine) analyse(ctx context.Context, r *report, dir string, patterns []string) (*driver.Report, error) {
	opts, err := r.inputs(dir, r.tests)
	if err != nil {
		return nil, err
	}
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	defer cl.progress("loading packages, compiling dependencies where that was not done before")()
	return driver.Run(ctx, driver.Options{Analyzers: analyzers.All(), Dir: dir, Patterns: patterns, Tags: r.tags, Inputs: opts})
}

// ofRegistry takes over what was found out about the registry. Packages below may have one of their own, and then a page of their own.
func ofRegistry(in *htmlreport.Input, analysed *driver.Report, s *shared) error {
	opts, err := s.inputs(analysed.Dir, false)
	if err != nil {
		return err
	}
	judgedBy := func(file string) bool {
		path, err := inputs.RegistryPath(filepath.Dir(analysed.Path(file)), opts)
		return err == nil && path == in.Registry.Path || analysed.Path(file) == in.Registry.Path
	}
	for _, use := range analysed.Uses {
		if judgedBy(use.File) {
			in.Uses = append(in.Uses, use)
		}
	}
	for _, f := range analysed.Findings {
		if judgedBy(f.File) {
			in.Findings = append(in.Findings, f)
		}
	}
	return nil
}

// linker says where the lines of a file can be read.
func (r *report) linker(analysed *driver.Report) func(file string, line int) string {
	if r.link == "" {
		dir := analysed.Dir
		if !r.toStdout() {
			dir = filepath.Dir(absolute(analysed.Dir, r.out))
		}
		return func(file string, line int) string { return htmlreport.RelativeLink(dir, analysed.Path(file), line) }
	}
	root := analysed.Root()
	return func(file string, line int) string {
		name := driver.Relative(root, analysed.Path(file))
		if filepath.IsAbs(filepath.FromSlash(name)) {
			return "" // outside of the repository, such as in the module cache
		}
		return htmlreport.PatternLink(r.link, name, line)
	}
}

func absolute(dir, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}
