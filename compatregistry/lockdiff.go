package compatregistry

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// A Drift is a difference between the committed lock file and what the sources say now.
type Drift struct {
	File    string // the committed lock file
	Line    int    // of the record; of the place where it belongs if it is not there
	Rule    string // such as "selector-added"
	Message string
}

// String returns "file:line: rule: message".
func (d Drift) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", d.File, d.Line, d.Rule, d.Message)
}

// CompareLocks returns how current, which was read from the sources, differs from the committed lock, which may be nil.
// The rules are selector-, binding-, method-, directive- and forwarder-, each with added, removed and changed: the shape
// of a selector, the digest of a binding, the selector of a method, the features of a directive, the parameter and
// attributes of a forwarder. Admissions are decisions, not facts of the sources, so they are not compared. The result is sorted by line,
// then by rule and message, and empty if there is no drift.
func CompareLocks(committed, current *Lock) []Drift {
	c := &lockComparison{committed: committed.records()}
	if committed != nil {
		c.file = committed.Path
	}
	gone, added := difference(c.committed, current.records())
	before, after := bySubject(gone), bySubject(added)
	for subject, now := range after {
		c.compare(before[subject], now)
	}
	for subject, then := range before {
		if _, kept := after[subject]; !kept {
			c.compare(then, nil)
		}
	}
	slices.SortFunc(c.drifts, func(a, b Drift) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Rule+"\x00"+a.Message, b.Rule+"\x00"+b.Message)
	})
	return c.drifts
}

// difference returns the records that only one of two sorted lists has.
func difference(before, after []lockRecord) (gone, added []lockRecord) {
	for len(before) > 0 && len(after) > 0 {
		switch order := strings.Compare(before[0].text, after[0].text); {
		case order < 0:
			gone, before = append(gone, before[0]), before[1:]
		case order > 0:
			added, after = append(added, after[0]), after[1:]
		default:
			before, after = before[1:], after[1:]
		}
	}
	return append(gone, before...), append(added, after...)
}

func bySubject(records []lockRecord) map[string][]lockRecord {
	groups := make(map[string][]lockRecord, len(records))
	for _, r := range records {
		if r.item != nil {
			subject := r.kind + "\x00" + r.item.subject()
			groups[subject] = append(groups[subject], r)
		}
	}
	return groups
}

type lockComparison struct {
	file      string
	committed []lockRecord // sorted by text
	drifts    []Drift
}

// compare reports the records of one subject, which only one side has. There are several on a side only where, say, a
// function forwards two parameters; then which of them became which is not known, and they count as removed and added.
func (c *lockComparison) compare(gone, added []lockRecord) {
	if len(gone) == 1 && len(added) == 1 {
		r, before, after := gone[0], gone[0].item.content(), added[0].item.content()
		c.report(r.line, r, "changed", fmt.Sprintf("%s changed from %s to %s",
			r.item.display(), cmp.Or(before, "nothing"), cmp.Or(after, "nothing")))
		return
	}
	for _, r := range gone {
		c.report(r.line, r, "removed", describeItem(r.item)+" is gone from the sources")
	}
	for _, r := range added {
		c.report(c.placeOf(r), r, "added", describeItem(r.item)+" is not in the lock file")
	}
}

func describeItem(item lockItem) string {
	return strings.TrimSuffix(item.display()+" "+item.content(), " ")
}

func (c *lockComparison) report(line int, r lockRecord, what, message string) {
	message = fmt.Sprintf("%s: run %q", message, "compatlint lock")
	c.drifts = append(c.drifts, Drift{File: c.file, Line: line, Rule: r.kind + "-" + what, Message: message})
}

// placeOf returns the line of the record that follows r in the committed file, else the one after its last record.
func (c *lockComparison) placeOf(r lockRecord) int {
	i := sort.Search(len(c.committed), func(i int) bool { return c.committed[i].text > r.text })
	switch {
	case i < len(c.committed):
		return max(1, c.committed[i].line)
	case i > 0:
		return c.committed[i-1].line + 1
	}
	return 1
}
