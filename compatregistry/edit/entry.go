package edit

import (
	"fmt"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
)

// maxLine is how long a list may become before each of its elements gets a line of its own.
const maxLine = 110

// A line is a key of an entry with its value as YAML on one line, or with its elements.
type line struct {
	key, value string
	elements   []string // where the value is a list that may be long
}

// Entry returns a feature as an entry of the registry's features, indented by two spaces as most registries are. Values that are the defaults
// are left out.
func Entry(f *compatregistry.Feature) string {
	return block(f, "  ", "  ", "\n")
}

// lines lists what an entry says, in the order of the documentation.
func lines(f *compatregistry.Feature) []line {
	var out []line
	add := func(key, value string) {
		if value != "" {
			out = append(out, line{key: key, value: value})
		}
	}
	text := func(key, value string) {
		if value != "" {
			add(key, Scalar(value))
		}
	}
	if len(f.Contracts) == 1 {
		text("contract", f.Contracts[0])
	} else {
		add("contracts", list(f.Contracts))
	}
	out = append(out, line{key: "selectors", elements: signatures(f.Selectors)})
	add("introduced", fmt.Sprintf("{version: %s, date: %s}", Scalar(f.Introduced.Version), f.Introduced.Date))
	text("state", string(f.State))
	if f.Change != compatregistry.ChangeAdded {
		text("change", string(f.Change))
	}
	if allowed := f.Change.Detects(); len(allowed) > 0 && f.Detect != allowed[0] {
		text("detect", string(f.Detect))
	}
	add("grace_end", f.GraceEnd.String())
	text("ticket", f.Ticket)
	text("owner", f.Owner)
	if f.Criticality != compatregistry.Critical {
		text("criticality", string(f.Criticality))
	}
	if len(f.Components) > 0 {
		add("components", list(f.Components))
	}
	text("legacy", f.Legacy)
	if len(f.Extensions) > 0 {
		out = append(out, line{key: "extensions", elements: extensions(f.Extensions)})
	}
	return out
}

// signatures writes what a feature requires. Brackets would have to be quoted in many places, so signatures always are.
func signatures(required []compatregistry.RequiredSelector) []string {
	out := make([]string, len(required))
	for i, s := range required {
		out[i] = quoted(s.Signature)
		if s.Returns != nil {
			out[i] = fmt.Sprintf("{signature: %s, returns: %s}", out[i], list(s.Returns))
		}
	}
	return out
}

func extensions(all []compatregistry.Extension) []string {
	out := make([]string, len(all))
	for i, e := range all {
		out[i] = extension(e)
	}
	return out
}

func extension(e compatregistry.Extension) string {
	return fmt.Sprintf("{from: %s, to: %s, reason: %s, approved_by: %s}", e.From, e.To, Scalar(e.Reason), Scalar(e.ApprovedBy))
}

// block writes an entry with a line for each key. indent stands before the name, and step more before the keys.
func block(f *compatregistry.Feature, indent, step, newline string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s:%s", indent, Scalar(f.Name), newline)
	for _, l := range lines(f) {
		b.WriteString(blockLine(l, indent+step, step, newline))
	}
	return b.String()
}

func blockLine(l line, indent, step, newline string) string {
	oneLine := indent + l.key + ": " + l.flow()
	if l.elements == nil || l.key != "extensions" && len(oneLine) <= maxLine {
		return oneLine + newline
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s:%s", indent, l.key, newline)
	for _, element := range l.elements {
		fmt.Fprintf(&b, "%s%s- %s%s", indent, step, element, newline)
	}
	return b.String()
}

func (l line) flow() string {
	if l.elements != nil {
		return "[" + strings.Join(l.elements, ", ") + "]"
	}
	return l.value
}

// flow writes an entry on one line, for registries that are written like JSON.
func flow(f *compatregistry.Feature) string {
	var parts []string
	for _, l := range lines(f) {
		parts = append(parts, l.key+": "+l.flow())
	}
	return fmt.Sprintf("%s: {%s}", Scalar(f.Name), strings.Join(parts, ", "))
}
