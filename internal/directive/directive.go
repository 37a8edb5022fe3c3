// Package directive reads the //compat: comments of Go source: what was written, where, and what is wrong with it.
//
// It knows their syntax and nothing else. Whether a feature exists, whether a date has passed and what a directive covers is for the
// analyzers.
package directive

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
	"unicode"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// A Verb is the word after "//compat:".
type Verb string

// The verbs there are.
const (
	Requires    Verb = "requires"    // the function's callers have the duty to guard
	Guard       Verb = "guard"       // the function is a guard: "selector-miss" or "supports F"
	Passthrough Verb = "passthrough" // the function returns the error of its func argument
	Ignore      Verb = "ignore"      // stop here, until a date, for a reason
)

// Kinds of //compat:guard.
const (
	GuardSelectorMiss = "selector-miss"
	GuardSupports     = "supports"
)

const prefix = "//compat:"

// A Directive is one //compat: comment.
type Directive struct {
	Verb     Verb
	Kind     string   // of a guard: GuardSelectorMiss or GuardSupports
	Features []string // in the order written
	Until    grace.Date
	Reason   string

	Pos, End token.Pos
	// Problem says what is wrong with the directive and what to write; a directive with a problem has no effect.
	Problem string
}

// Names reports whether the directive names the feature.
func (d *Directive) Names(feature string) bool {
	for _, f := range d.Features {
		if f == feature {
			return true
		}
	}
	return false
}

// Parse reads one comment. It reports false for a comment that is no directive and does not look like one.
func Parse(c *ast.Comment) (*Directive, bool) {
	d := &Directive{Pos: c.Pos(), End: c.End()}
	text, ok := strings.CutPrefix(c.Text, prefix)
	if !ok {
		if verb, ok := misspelt(c.Text); ok {
			d.Problem = fmt.Sprintf("a directive has no space after //: write //compat:%s", verb)
			return d, true
		}
		return nil, false
	}
	verb, args := cutWord(text)
	d.Verb = Verb(verb)
	d.parse(args)
	return d, true
}

// cutWord splits at the first white space, which may be a tab.
func cutWord(text string) (word, rest string) {
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		return text, ""
	}
	return text[:end], strings.TrimSpace(text[end:])
}

// misspelt recognises "// compat:requires f", which Go takes for prose. A sentence that happens to start with "compat:" is left alone:
// only a known verb after it makes it a directive.
func misspelt(comment string) (verb string, ok bool) {
	text, ok := strings.CutPrefix(comment, "//")
	if !ok {
		return "", false
	}
	text, ok = strings.CutPrefix(strings.TrimLeft(text, " \t"), "compat:")
	if !ok {
		return "", false
	}
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return "", false
	}
	// gofmt puts a space before a directive in a doc comment whose verb has a capital letter.
	verb = strings.ToLower(fields[0])
	switch Verb(verb) {
	case Requires, Guard, Passthrough, Ignore:
		return verb, true
	}
	return "", false
}

func (d *Directive) parse(args string) {
	switch d.Verb {
	case Requires:
		d.parseFeatures(args, "//compat:requires FEATURE[,FEATURE]")
	case Guard:
		d.parseGuard(args)
	case Passthrough:
		if args != "" && !strings.HasPrefix(args, "--") {
			d.Problem = "//compat:passthrough takes no arguments"
		}
	case Ignore:
		d.parseIgnore(args)
	case "":
		d.Problem = "//compat: has no verb behind the colon: the verbs are requires, guard, passthrough and ignore"
	default:
		d.Problem = fmt.Sprintf("unknown directive //compat:%s: the verbs are requires, guard, passthrough and ignore", d.Verb)
	}
}

// parseFeatures takes a comma-separated list; what follows " -- " is a remark.
func (d *Directive) parseFeatures(args, usage string) {
	list, _, _ := strings.Cut(args, "--")
	for _, name := range strings.Split(list, ",") {
		name = strings.TrimSpace(name)
		switch {
		case name == "":
			d.Problem = fmt.Sprintf("//compat:%s names no feature: write %s", d.Verb, usage)
			return
		case strings.ContainsAny(name, " \t"):
			d.Problem = fmt.Sprintf("//compat:%s: separate features with commas: write %s", d.Verb, usage)
			return
		}
		d.Features = append(d.Features, name)
	}
}

func (d *Directive) parseGuard(args string) {
	kind, rest := cutWord(args)
	d.Kind = kind
	switch kind {
	case GuardSelectorMiss:
		if rest != "" && !strings.HasPrefix(rest, "--") {
			d.Problem = "//compat:guard selector-miss takes no feature: it classifies the error of any call"
		}
	case GuardSupports:
		d.parseFeatures(rest, "//compat:guard supports FEATURE")
	default:
		d.Problem = "//compat:guard needs a kind: write //compat:guard selector-miss or //compat:guard supports FEATURE"
	}
}

const ignoreUsage = "//compat:ignore FEATURE[,FEATURE] until=YYYY-MM-DD -- reason"

func (d *Directive) parseIgnore(args string) {
	head, reason, found := strings.Cut(args, "--")
	d.Reason = strings.TrimSpace(reason)
	if !found || d.Reason == "" {
		d.Problem = "//compat:ignore has no reason: write " + ignoreUsage
		return
	}
	var features []string
	for _, field := range strings.Fields(head) {
		date, ok := strings.CutPrefix(field, "until=")
		if !ok {
			features = append(features, field)
			continue
		}
		until, err := grace.ParseDate(date)
		if err != nil {
			d.Problem = fmt.Sprintf("//compat:ignore: %v", err)
			return
		}
		if !d.Until.IsZero() {
			d.Problem = "//compat:ignore has two ends: keep one until="
			return
		}
		d.Until = until
	}
	if d.Until.IsZero() {
		d.Problem = "//compat:ignore has no end: write " + ignoreUsage
		return
	}
	d.parseFeatures(strings.Join(features, " "), ignoreUsage)
}
