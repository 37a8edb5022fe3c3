package baseline

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
)

// header is the first line of a baseline. The number changes when older programs would misread the file.
const header = "# compatlint baseline 1; written by compatlint -baseline FILE -update-baseline"

const headerStart = "# compatlint baseline 1;"

// empty stands for a field that has no value.
const empty = "-"

// columns name the fields of an entry, in messages.
var columns = []string{"package", "function", "analyzer", "category", "selector", "feature", "symbol"}

var selector = regexp.MustCompile(`^0x[0-9a-f]{8}$`)

// Read reads a baseline. A file that is damaged is an error that lists what is wrong with it.
func Read(path string) (*Baseline, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parse(path, string(data))
}

func parse(path, text string) (*Baseline, error) {
	b := &Baseline{Path: path}
	var errs compatregistry.ErrorList
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r") // git may have put the latter there
		if number == 1 {
			if !strings.HasPrefix(line, headerStart) {
				return nil, compatregistry.ErrorList{wrong(path, 1, 1, "this is no baseline: the first line has to begin with %q", headerStart)}
			}
			continue
		}
		e, column, problem := parseEntry(line)
		if problem != "" {
			errs = append(errs, wrong(path, number, column, "%s", problem))
			continue
		}
		e.Line = number
		b.Entries = append(b.Entries, e)
	}
	switch {
	case number == 0:
		return nil, compatregistry.ErrorList{wrong(path, 1, 1, "the baseline is empty: remove the file, and write it with -update-baseline")}
	case len(errs) > 0:
		return nil, errs
	}
	return b, nil
}

func wrong(path string, line, column int, format string, args ...any) compatregistry.Error {
	return compatregistry.Error{
		Position: compatregistry.Position{File: path, Line: line, Column: column}, Message: fmt.Sprintf(format, args...),
	}
}

// parseEntry reads a line, and says what is wrong with it and where.
func parseEntry(line string) (e Entry, column int, problem string) {
	fields := strings.Split(line, "\t")
	if len(fields) != len(columns) {
		return e, 1, fmt.Sprintf("an entry has %d fields with tabs between them (%s), this line has %d",
			len(columns), strings.Join(columns, ", "), len(fields))
	}
	column = 1
	for i, f := range fields {
		if problem := check(columns[i], f); problem != "" {
			return e, column, problem
		}
		column += len(f) + 1
		if f == empty {
			fields[i] = ""
		}
	}
	e = Entry{key: key{fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]}, Symbol: fields[6]}
	if e.Analyzer == "gracedate" && e.Category == "expired" {
		return e, 1, "that a grace window has ended cannot be accepted: extend the window in the registry, or remove the legacy branch"
	}
	return e, 0, ""
}

// check says what is wrong with a field.
func check(column, field string) string {
	switch {
	case strings.TrimSpace(field) != field || field == "":
		return fmt.Sprintf("%s %q: write %s for none, and no spaces around a value", column, field, empty)
	case field == empty && (column == "analyzer" || column == "category"):
		return "an entry needs its " + column
	case column == "selector" && field != empty && !selector.MatchString(field):
		return fmt.Sprintf("selector %q is not of the form 0x01234567", field)
	}
	return ""
}
