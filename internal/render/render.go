// Package render prints reports: as text for people, and in the structured formats for programs.
//
// What is a finding and how it is worded is decided before; see packages finding and report.
package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/internal/driver"
)

// Formats are the names of the output formats.
var Formats = []string{"text", "json", "sarif", "github"}

// Options are about how a report looks, never about what it says.
type Options struct {
	Version  string // of the program
	Excerpts bool   // text: show the source
	Context  int    // with so many lines around it
	Color    bool
}

// Write prints a report in one of the formats.
func Write(w io.Writer, format string, r *driver.Report, opts Options) error {
	switch format {
	case "text":
		return text(w, r, opts)
	case "json":
		return structured(w, r)
	case "sarif":
		return sarif(w, r, opts)
	case "github":
		return github(w, r)
	}
	return fmt.Errorf("unknown format %q: the formats are %s", format, strings.Join(Formats, ", "))
}

// Known reports whether there is a format of that name.
func Known(format string) bool { return slices.Contains(Formats, format) }
