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
var Formats = []string{"text", "json"}

// Write prints a report in one of the formats.
func Write(w io.Writer, format string, r *driver.Report) error {
	switch format {
	case "text":
		return text(w, r)
	case "json":
		return structured(w, r)
	}
	return fmt.Errorf("unknown format %q: the formats are %s", format, strings.Join(Formats, ", "))
}

// Known reports whether there is a format of that name.
func Known(format string) bool { return slices.Contains(Formats, format) }
