package render

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/compatlint/compatlint/internal/driver"
)

// A document is the whole of -format json. Version changes when a field changes its meaning or goes; new fields may come without.
type document struct {
	Version  int              `json:"version"`
	Findings []driver.Finding `json:"findings"`
	Uses     []driver.Use     `json:"uses"`
	Stats    driver.Stats     `json:"stats"`
}

func structured(w io.Writer, r *driver.Report) error {
	d := document{Version: 1, Findings: r.Findings, Uses: r.Uses, Stats: r.Stats}
	if d.Findings == nil {
		d.Findings = []driver.Finding{}
	}
	if d.Uses == nil {
		d.Uses = []driver.Use{}
	}
	return encode(w, d)
}

// vetDiagnostic has the fields of a diagnostic in the output of "go vet -json".
type vetDiagnostic struct {
	Category string `json:"category,omitempty"`
	Posn     string `json:"posn"`
	End      string `json:"end,omitempty"`
	Message  string `json:"message"`
}

// Vet prints the findings as "go vet -json" does: package to analyzer to diagnostics. That format knows no warnings, so they say in their
// message that they are.
func Vet(w io.Writer, r *driver.Report) error {
	tree := map[string]map[string][]vetDiagnostic{}
	for _, f := range r.Findings {
		if tree[f.Package] == nil {
			tree[f.Package] = map[string][]vetDiagnostic{}
		}
		d := vetDiagnostic{Category: f.Category, Posn: posn(f.File, f.Line, f.Column), Message: severity(f) + f.Message}
		if f.EndLine > 0 {
			d.End = posn(f.File, f.EndLine, f.EndColumn)
		}
		tree[f.Package][f.Analyzer] = append(tree[f.Package][f.Analyzer], d)
	}
	return encode(w, tree)
}

func posn(file string, line, column int) string { return fmt.Sprintf("%s:%d:%d", file, line, column) }

func encode(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	return encoder.Encode(v)
}
