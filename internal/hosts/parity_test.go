package hosts_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/report"
)

// A host lints a test module.
type host struct {
	name string
	lint func(t *testing.T, s *source) []Finding
	// alone says that the host sees one package at a time, so that it reports an expired feature in each package that could still use it.
	alone bool
}

// hosts are compared with the standalone command.
var hosts = []host{
	{name: "vet", lint: vet, alone: true},
	{name: "golangci-lint", lint: golangci, alone: true},
	{name: "nogo", lint: nogo, alone: true},
	{name: "pre-commit", lint: precommit},
}

// TestParity holds every host against the standalone command: the same files, lines, columns, analyzers and messages.
func TestParity(t *testing.T) {
	apart, reported := 0, 0
	for _, s := range []*source{example, guards} {
		want := standalone(t, s)
		if len(want) == 0 {
			t.Fatalf("the standalone command finds nothing in %s", s.dir)
		}
		var unused [][]Finding
		for _, h := range hosts {
			t.Run(filepath.Base(s.dir)+"/"+h.name, func(t *testing.T) {
				got, extra := splitUnused(t, s, h.lint(t, s))
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s does not find what the standalone command finds (-standalone +%s):\n%s", h.name, h.name, diff)
				}
				if !h.alone && len(extra) > 0 {
					t.Errorf("%s reports what only hosts report that see one package at a time:\n%v", h.name, extra)
				}
				if h.alone {
					unused = append(unused, extra)
				}
			})
		}
		for _, other := range unused {
			apart, reported = apart+1, reported+len(other)
			if diff := cmp.Diff(unused[0], other); diff != "" {
				t.Errorf("%s: two hosts differ in the expired features that nothing uses:\n%s", s.dir, diff)
			}
		}
	}
	if apart > 0 && reported == 0 {
		t.Error("there is no expired feature that nothing uses, so that hosts were not compared in this")
	}
}

// splitUnused takes out what hosts that see one package at a time report of expired features that the package does not use. The standalone
// command sees whether any package does, and reports it at the feature's line of the registry.
func splitUnused(t *testing.T, s *source, findings []Finding) (rest, unused []Finding) {
	t.Helper()
	var messages []string
	m := s.module(t)
	for _, path := range m.registries(t) {
		registry, err := compatregistry.Load(filepath.Join(m.dir, path))
		if err != nil {
			t.Fatal(err)
		}
		for _, feature := range registry.Features {
			messages = append(messages, report.ExpiredUnused(feature))
		}
	}
	for _, f := range findings {
		if slices.Contains(messages, f.Message) {
			unused = append(unused, f)
		} else {
			rest = append(rest, f)
		}
	}
	return rest, unused
}
