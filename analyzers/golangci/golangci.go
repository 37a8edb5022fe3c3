// Package golangci is compatlint as a module plugin of golangci-lint v2: importing it registers the linter "compatlint".
//
// It reads the linter's settings, hands the suite of package analyzers to golangci-lint, and keeps golangci-lint's cache from replaying results
// that the registry, the lock file or the calendar have made wrong. Finding anything is left to the analyzers, and filtering and printing to
// golangci-lint. docs/golangci.md says how it is used; cmd/golangci-lint-compat is a golangci-lint that has it.
package golangci

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/inputs"
)

// Name is the linter's name in golangci-lint's configuration, in //nolint comments and behind each finding. The analyzer's own name stands
// before the finding's message.
const Name = "compatlint"

func init() {
	register.Plugin(Name, New)
}

// New makes the plugin from its settings in golangci-lint's configuration. It has the type of register.NewPlugin.
func New(settings any) (register.LinterPlugin, error) {
	s, err := decode(settings)
	if err != nil {
		return nil, err
	}
	return &plugin{s}, nil
}

type plugin struct{ settings settings }

// GetLoadMode says that the analyzers need types.
func (*plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns the suite and the analyzer that keys the cache. A registry that is missing or invalid is an error with the list of what
// is wrong, on which golangci-lint stops: it is never "no findings".
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	opts, err := p.options(dir)
	if err != nil {
		return nil, err
	}
	seen, err := survey(dir, opts)
	if err != nil {
		return nil, err
	}
	if err := setFlags(opts); err != nil {
		return nil, err
	}
	all := append(analyzers.All(), seen.analyzer())
	wrapFailures(all)
	return all, nil
}

// options settles what must not change between now, when the cache's key is made, and the analysis: the day, and which registry was named.
func (p *plugin) options(dir string) (inputs.Options, error) {
	today, set, err := grace.Today(p.settings.today, os.Getenv, time.Now)
	if err != nil {
		return inputs.Options{}, err
	}
	if set {
		announce(today)
	}
	opts := inputs.Options{Registry: p.settings.registry, Today: today.String(), Tests: p.settings.tests}
	if opts.Registry == "" && os.Getenv(inputs.RegistryEnv) == "" {
		return opts, nil
	}
	opts.Registry, err = inputs.RegistryPath(dir, opts)
	return opts, err
}

var announced sync.Map // grace.Date -> true

// announce says that the clock was set, once, however often golangci-lint makes its linters.
func announce(today grace.Date) {
	if _, done := announced.LoadOrStore(today, true); !done {
		fmt.Fprintf(os.Stderr, "compatlint: the clock is set to %s\n", today)
	}
}

// setFlags hands the options to the analyzers, which read them from their flags in every host.
func setFlags(opts inputs.Options) error {
	for name, value := range map[string]string{
		"registry": opts.Registry, "today": opts.Today, "tests": strconv.FormatBool(opts.Tests),
	} {
		if err := analyzers.Flags().Set(name, value); err != nil {
			return err
		}
	}
	return nil
}
