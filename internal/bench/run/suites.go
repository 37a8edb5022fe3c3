package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/compatlint/compatlint/internal/bench/workload"
	"github.com/compatlint/compatlint/internal/driver"
)

// A suite is a table of comparisons. Those of the same suite share what they need.
type suite struct {
	name  string // for -only
	title string
	rows  func(*builder) ([]comparison, error)
}

func suites() []suite {
	return []suite{
		{"vet", "go vet -vettool, beside a vet tool without analyzers", (*builder).vet},
		{"startup", "Starting the binary, beside a program that hashes as many bytes of itself", (*builder).startup},
		{"standalone", "The standalone command, beside loading the same packages in the same mode", (*builder).standalone},
		{"linters", "The standalone command, beside other linters on the same packages", (*builder).linters},
		{"golangci", "golangci-lint with the plugin, beside govet alone", (*builder).plugin},
		{"packages", "The number of packages", (*builder).packages},
		{"selectors", "The number of registered selectors", (*builder).registered},
	}
}

// comparisons builds what the suites that were asked for need, and returns their rows.
func (b *builder) comparisons() ([]comparison, error) {
	var err error
	if b.root, err = os.Getwd(); err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(b.root, "internal", "bench", "run")); err != nil {
		return nil, fmt.Errorf("this is not the root of the repository: %w", err)
	}
	b.made = map[string]bool{}
	if err := b.ours(); err != nil {
		return nil, err
	}
	var all []comparison
	for _, s := range suites() {
		if !b.only.MatchString(s.name) {
			continue
		}
		rows, err := s.rows(b)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			row.suite = s.title
			all = append(all, row)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("-only %q matches no suite", b.only)
	}
	return all, nil
}

// ownCache keeps what compatlint remembers of registries away from the user's.
func (b *builder) ownCache() []string {
	return []string{"XDG_CACHE_HOME=" + filepath.Join(b.work, "cache"), "GOCACHE=" + goCache()}
}

// onTheDay sets the clock as well.
func (b *builder) onTheDay() []string {
	return append(b.ownCache(), "COMPATLINT_TODAY="+workload.Today)
}

// vetWith is go vet over a module, with a tool of this repository. The clock is not set: of packages whose verdict depends on the day, results
// would not be kept then.
func (b *builder) vetWith(tool, dir string, exit int, prints string) program {
	return program{
		name: "go vet with " + tool, dir: dir, env: b.ownCache(), exit: exit, prints: prints,
		args: []string{"go", "vet", "-vettool=" + b.bin(tool), "./..."},
	}
}

// cold makes the tool one that the go command has not seen: a copy with other bytes behind its end.
func (b *builder) cold(p program) program {
	const flag = "-vettool="
	p.fresh = func(p *program) error {
		tool := strings.TrimPrefix(p.args[2], flag)
		data, err := os.ReadFile(tool)
		if err != nil {
			return err
		}
		renewed := tool + "-renewed"
		p.args[2] = flag + renewed
		return os.WriteFile(renewed, strconv.AppendInt(data, time.Now().UnixNano(), 10), 0o755)
	}
	return p
}

const finding = "may be missing on deployed contracts"

func (b *builder) vet() ([]comparison, error) {
	dir, err := b.service("service", workload.Small)
	if err != nil {
		return nil, err
	}
	clean, err := b.service("clean", workload.Small)
	if err != nil {
		return nil, err
	}
	if err := replaceIn(filepath.Join(clean, "compat.yaml"), "state: grace", "state: strict"); err != nil {
		return nil, err
	}
	noop, subject := b.vetWith("noopvet", dir, 0, ""), b.vetWith("compatlint", dir, 1, finding)
	return []comparison{
		{name: "cold", base: b.cold(noop), subject: b.cold(subject), heavy: true, goal: cpuAtMost(0.4)},
		{name: "warm, 2 findings", base: noop, subject: subject, goal: cpuAtMost(1.5)},
		{name: "warm, no findings", base: b.vetWith("noopvet", clean, 0, ""), subject: b.vetWith("compatlint", clean, 0, ""), goal: cpuAtMost(1.1)},
	}, nil
}

func (b *builder) startup() ([]comparison, error) {
	empty := filepath.Join(b.work, "empty")
	if err := remake(empty); err != nil {
		return nil, err
	}
	dir, err := b.service("service", workload.Small)
	if err != nil {
		return nil, err
	}
	identify := func(tool, dir string) program {
		return program{
			name: tool + " -V=full", dir: dir, env: b.ownCache(), args: []string{b.bin(tool), "-V=full"}, prints: tool + " version", repeat: 10,
		}
	}
	base := identify("hashself", empty)
	return []comparison{
		{name: "in an empty folder", base: base, subject: identify("compatlint", empty), goal: laterBy(0.003)},
		{name: "in the service, of which it reads the files", base: base, subject: identify("compatlint", dir)},
	}, nil
}

// lint is the standalone command over packages with findings.
func (b *builder) lint(dir string, findings int, patterns ...string) program {
	return program{
		name: "compatlint", dir: dir, env: b.onTheDay(), args: append([]string{b.bin("compatlint")}, patterns...),
		exit: 1, prints: counted(findings, "finding"),
	}
}

// counted is a number of things as compatlint prints it.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// loading is packages.Load of the same packages.
func (b *builder) loading(dir string, packages int, patterns ...string) program {
	return program{
		name: "`packages.Load`", dir: dir, prints: fmt.Sprint(packages, " packages"),
		args: append([]string{b.bin("loadonly"), "-mode", strconv.Itoa(int(driver.LoadMode))}, patterns...),
	}
}

func (b *builder) standalone() ([]comparison, error) {
	dir, err := b.service("service", workload.Small)
	if err != nil {
		return nil, err
	}
	return []comparison{{
		base: b.loading(dir, workload.Packages, "./..."), subject: b.lint(dir, workload.Findings, "./..."), goal: cpuAtMost(1.1).lean(),
	}}, nil
}

// packages compares parts of the monorepo with its first area.
func (b *builder) packages() ([]comparison, error) {
	dir, err := b.monorepo()
	if err != nil {
		return nil, err
	}
	lint := func(areas int) program {
		p := b.lint(dir, areas*workload.AreaFindings, patterns(areas)...)
		p.name = fmt.Sprintf("compatlint, %d packages", areas*workload.Area)
		return p
	}
	var rows []comparison
	for _, areas := range []int{2, 5, 10} {
		if areas <= b.areas {
			rows = append(rows, comparison{base: lint(1), subject: lint(areas), heavy: true, goal: cpuAtMost(float64(areas))})
		}
	}
	most := patterns(b.areas)
	whole := fmt.Sprintf("%d packages", b.areas*workload.Area)
	vet := b.vetWith("compatlint", dir, 1, finding)
	noop := b.vetWith("noopvet", dir, 0, "")
	return append(rows,
		comparison{name: "all", base: b.loading(dir, b.areas*workload.Area, most...), subject: lint(b.areas), heavy: true, goal: cpuAtMost(1.1)},
		comparison{name: whole + ", cold", base: b.cold(noop), subject: b.cold(vet), heavy: true, goal: cpuAtMost(0.4)},
		comparison{name: whole + ", warm", base: noop, subject: vet, heavy: true, goal: cpuAtMost(1.5)},
	), nil
}

func patterns(areas int) []string {
	list := make([]string, areas)
	for i := range list {
		list[i] = fmt.Sprintf("./area%02d/...", i)
	}
	return list
}

// registered compares registries with the one that a team starts with.
func (b *builder) registered() ([]comparison, error) {
	dir, err := b.service("service", workload.Small)
	if err != nil {
		return nil, err
	}
	lint := func(name string, registry workload.Registry) (program, error) {
		path, err := b.registry(fmt.Sprintf("registry-%d-%d", registry.Selectors, registry.Features), registry)
		p := b.lint(dir, workload.Findings, "-registry", path, "./...")
		p.name = name
		return p, err
	}
	base, err := lint("10 selectors", workload.Small)
	if err != nil {
		return nil, err
	}
	var rows []comparison
	for n := 1000; n <= b.selectors; n *= 10 {
		subject, err := lint(fmt.Sprintf("%d selectors in 15 features", n), workload.Registry{Selectors: n, Features: 13, Contracts: 1})
		if err != nil {
			return nil, err
		}
		rows = append(rows, comparison{base: base, subject: subject, goal: cpuAtMost(1.05)})
	}
	spread, err := lint(fmt.Sprintf("%d selectors in as many features", b.selectors),
		workload.Registry{Selectors: b.selectors, Features: b.selectors - 3, Contracts: 1})
	return append(rows, comparison{base: base, subject: spread}), err
}
