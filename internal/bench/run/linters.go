package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/compatlint/compatlint/internal/bench/workload"
)

// emptied gives a program a new folder for its cache before each run. variable is the one of the environment that names it.
func (b *builder) emptied(p program, variable string) program {
	cache := filepath.Join(b.work, "emptied")
	p.fresh = func(p *program) error {
		p.env = append(p.env, variable+"="+cache)
		return os.RemoveAll(cache)
	}
	return p
}

// kept gives a program a cache of its own that it keeps.
func (b *builder) kept(p program, variable string) program {
	p.env = append(p.env, variable+"="+filepath.Join(b.work, "kept-"+variable))
	return p
}

// linters compares with those that could be told to do a part of the work, each at its best: staticcheck with no check but that of
// deprecated functions, nilaway with no package but the user's own.
func (b *builder) linters() ([]comparison, error) {
	dir, err := b.service("service", workload.Small)
	if err != nil {
		return nil, err
	}
	if err := b.staticcheck(); err != nil {
		return nil, err
	}
	nilaway, err := b.nilawayProgram()
	if err != nil {
		return nil, err
	}
	ours := b.lint(dir, workload.Findings, "./...")
	static := program{name: "staticcheck " + staticcheckVersion, dir: dir, args: []string{b.bin("staticcheck"), "-checks=SA1019", "./..."}}
	away := program{
		name: "nilaway " + nilawayVersion, dir: dir, args: []string{nilaway, "-include-pkgs=example.com/keeper", "./..."},
		exit: 3, prints: "Potential nil panic", // in the binding
		fresh: func(*program) error { return nil }, // it keeps nothing
	}
	rows := []comparison{
		{name: "cold", base: b.emptied(static, "STATICCHECK_CACHE"), subject: ours, heavy: true, goal: tenTimes()},
		{name: "warm", base: b.kept(static, "STATICCHECK_CACHE"), subject: ours},
		{base: away, subject: ours, heavy: true, goal: tenTimes()},
	}
	others, err := b.metalinters(ours)
	return append(rows, others...), err
}

// metalinters compares with what golangci-lint has for the purpose.
func (b *builder) metalinters(ours program) ([]comparison, error) {
	forbidigo, err := b.golangciWith(ours.dir, "forbidigo", forbidigoConfig, 1, "(forbidigo)")
	if err != nil {
		return nil, err
	}
	// The rules' package has to be required by the linted module.
	dir, err := b.service("ruled", workload.Small)
	if err != nil {
		return nil, err
	}
	if err := b.once("ruleguard", func() error {
		return b.goCommand(dir, "get", "github.com/quasilyte/go-ruleguard/dsl@"+ruleguardVersion)
	}); err != nil {
		return nil, err
	}
	rules, err := b.file("rules.go", ruleguardRules)
	if err != nil {
		return nil, err
	}
	ruleguard, err := b.golangciWith(dir, "ruleguard", fmt.Sprintf(ruleguardConfig, rules), 1, "ruleguard: ")
	if err != nil {
		return nil, err
	}
	govet, err := b.golangciWith(ours.dir, "govet", golangciConfig("govet"), 0, "0 issues")
	if err != nil {
		return nil, err
	}
	var rows []comparison
	for _, base := range []program{forbidigo, ruleguard} {
		rows = append(rows,
			comparison{name: "cold", base: b.emptied(base, golangciCache), subject: ours, heavy: true, goal: tenTimes()},
			comparison{name: "warm", base: b.kept(base, golangciCache), subject: ours})
	}
	return append(rows, comparison{name: "cold", base: b.emptied(govet, golangciCache), subject: ours, heavy: true}), nil
}

// plugin compares golangci-lint with and without the plugin.
func (b *builder) plugin() ([]comparison, error) {
	dir, err := b.service("service", workload.Small)
	if err != nil {
		return nil, err
	}
	govet, err := b.golangciWith(dir, "govet", golangciConfig("govet"), 0, "0 issues")
	if err != nil {
		return nil, err
	}
	both, err := b.golangciWith(dir, "govet and compatlint", golangciConfig("govet, compatlint"), 1, fmt.Sprintf("compatlint: %d", workload.Findings))
	if err != nil {
		return nil, err
	}
	return []comparison{
		{name: "cold", base: b.emptied(govet, golangciCache), subject: b.emptied(both, golangciCache), heavy: true, goal: cpuAtMost(1.1)},
		{name: "warm", base: b.kept(govet, golangciCache), subject: b.kept(both, golangciCache), goal: cpuAtMost(1.1)},
	}, nil
}

// golangciWith is golangci-lint over a module with a configuration.
func (b *builder) golangciWith(dir, name, config string, exit int, prints string) (program, error) {
	path, err := b.golangciProgram()
	if err != nil {
		return program{}, err
	}
	file, err := b.file(name+".yml", config)
	if err != nil {
		return program{}, err
	}
	return program{
		name: "golangci-lint: " + name, dir: dir, env: b.onTheDay(), exit: exit, prints: prints,
		args: []string{path, "run", "--allow-parallel-runners", "-c", file, "./..."},
	}, nil
}

const golangciCache = "GOLANGCI_LINT_CACHE"

func golangciConfig(enabled string) string {
	return fmt.Sprintf(`version: "2"
linters:
  default: none
  enable: [%s]
  settings:
    custom:
      compatlint: {type: module, description: uses of contract functions that deployed contracts may lack}
`, enabled)
}

const forbidigoConfig = `version: "2"
linters:
  default: none
  enable: [forbidigo]
  settings:
    forbidigo:
      analyze-types: true
      forbid:
        - pattern: ^vault\.Vault\w*\.(SharePriceAt|PendingFees|SettleBatch)$
`

const ruleguardConfig = `version: "2"
linters:
  default: none
  enable: [gocritic]
  settings:
    gocritic:
      disable-all: true
      enabled-checks: [ruleguard]
      settings:
        ruleguard: {rules: %q, failOn: all}
`

const ruleguardRules = `//go:build ruleguard

package gorules

import "github.com/quasilyte/go-ruleguard/dsl"

func bindings(m dsl.Matcher) {
	m.Import("example.com/keeper/bindings/vault")
	m.Match("$v.SharePriceAt($*_)", "$v.PendingFees($*_)", "$v.SettleBatch($*_)").
		Where(m["v"].Type.Is("*vault.Vault") || m["v"].Type.Is("*vault.VaultTransactor") || m["v"].Type.Is("*vault.VaultCaller")).
		Report("deployed contracts may lack it")
}
`
