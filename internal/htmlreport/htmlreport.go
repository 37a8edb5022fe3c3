// Package htmlreport writes everything that is known about a registry's features on one HTML page: their windows, where the code uses them, how
// many contracts on chain are still legacy, and the findings.
//
// The page loads nothing and runs no script, so that it can be mailed, archived and published as it is. The same input gives the same page. Finding
// uses and judging them is done elsewhere; only the results of a crawl are read here.
package htmlreport

import (
	"embed"
	"html/template"
	"io"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/driver"
)

// Mark is at the beginning of every page.
const Mark = `<meta name="generator" content="compatlint report">`

// Input is what the page shows.
type Input struct {
	Registry     *compatregistry.Registry
	RegistryFile string // as places name it
	Module       string // path of the Go module, "" for none
	Today        grace.Date
	Uses         []driver.Use
	Findings     []driver.Finding
	Crawls       []*Crawl

	// Link is where a line of a file can be read, "" for nowhere.
	Link func(file string, line int) string
}

//go:embed page.html style.css
var files embed.FS

var page = template.Must(template.New("page.html").Funcs(template.FuncMap{
	"style": func() (template.CSS, error) {
		text, err := files.ReadFile("style.css")
		return template.CSS(text), err
	},
	"breakable": breakable,
}).ParseFS(files, "page.html"))

// breakable lets a long name go on in the next line behind an underscore.
func breakable(name string) template.HTML {
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(name), "_", "_<wbr>"))
}

// Write writes the page.
func Write(w io.Writer, in Input) error { return page.Execute(w, newPage(in)) }
