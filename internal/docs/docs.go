// Package docs extracts an analyzer's documentation from the package comment of its doc.go, which is the only place where it is written.
package docs

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
)

// MustExtract returns the section "# Analyzer NAME" of the package comment in the source of a doc.go file, in the form of
// analysis.Analyzer.Doc: "NAME: summary", an empty line, the rest. It panics when there is no such section, which every test of the
// analyzer would show.
func MustExtract(source, name string) string {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		panic(fmt.Sprintf("documentation of %s: %v", name, err))
	}
	heading := "# Analyzer " + name
	_, section, ok := strings.Cut(file.Doc.Text(), heading+"\n")
	if !ok {
		panic(fmt.Sprintf("documentation of %s: doc.go has no heading %q", name, heading))
	}
	if next := strings.Index(section, "\n# Analyzer "); next >= 0 {
		section = section[:next]
	}
	section = strings.TrimSpace(section)
	if !strings.HasPrefix(section, name+": ") {
		panic(fmt.Sprintf("documentation of %s: the section does not begin with %q", name, name+": "))
	}
	return section
}
