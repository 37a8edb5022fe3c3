package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
)

// github prints the workflow commands that GitHub Actions makes annotations of, and the summary, which it leaves as it is.
func github(out io.Writer, r *driver.Report) error {
	w := bufio.NewWriter(out)
	for _, f := range r.Findings {
		command := "error"
		if f.Severity == finding.Warning {
			command = "warning"
		}
		fmt.Fprintf(w, "::%s %s,title=%s::%s\n", command, position(r, f.Place), property(f.Analyzer+" (compatlint)"), data(f.Message))
	}
	fmt.Fprintln(w, Summary(r))
	return w.Flush()
}

// position is where an annotation goes. GitHub refuses columns of what spans lines.
func position(r *driver.Report, p driver.Place) string {
	name, _ := rooted(r, p.File)
	text := fmt.Sprintf("file=%s,line=%d", property(name), p.Line)
	switch {
	case p.EndLine > p.Line:
		return text + fmt.Sprintf(",endLine=%d", p.EndLine)
	case p.EndLine == 0:
		return text + fmt.Sprintf(",col=%d", utf16Column(r, p.File, p.Line, p.Column))
	}
	return text + fmt.Sprintf(",col=%d,endLine=%d,endColumn=%d",
		utf16Column(r, p.File, p.Line, p.Column), p.EndLine, utf16Column(r, p.File, p.EndLine, p.EndColumn))
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(text string) string { return dataEscapes.Replace(text) }

func property(text string) string { return propertyEscapes.Replace(text) }
