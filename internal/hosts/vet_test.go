package hosts_test

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
)

// vet lints with the command as the tool of go vet.
func vet(t *testing.T, s *source) []Finding {
	t.Helper()
	m := s.module(t)
	args := append([]string{"go", "vet", "-vettool=" + compatlint(t), "-json"}, m.patterns...)
	out, _ := command{dir: m.dir, env: []string{"COMPATLINT_TODAY=" + m.today}, args: args}.run(t)
	var findings []Finding
	for decoder := json.NewDecoder(strings.NewReader(out)); ; {
		var packages map[string]map[string][]struct{ Posn, Message string }
		err := decoder.Decode(&packages)
		if errors.Is(err, io.EOF) {
			return sorted(findings)
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		for _, found := range packages {
			for analyzer, diagnostics := range found {
				for _, d := range diagnostics {
					// go vet prints messages and no names, so that the command puts the name into the message.
					message := strings.TrimSuffix(d.Message, " ("+analyzer+")")
					findings = append(findings, positioned(t, m, d.Posn, analyzer, message))
				}
			}
		}
	}
}
