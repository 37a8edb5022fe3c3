package applyfix

import (
	"bytes"
	"cmp"
	"go/format"
	"maps"
	"slices"

	"github.com/compatlint/compatlint/internal/driver"
)

// A composition gathers the edits of fixes that go together.
type composition struct {
	limits limits
	edits  map[string][]driver.Edit // by file, without doubles
	fixes  []*driver.Fix
}

// compose plans as many fixes as the limits allow, in the order of their findings. Files that cannot be formatted then are broken.
func compose(r *driver.Report, limits limits) (*Plan, []breakage) {
	c := &composition{limits: limits, edits: map[string][]driver.Edit{}}
	plan := &Plan{}
	for _, f := range r.Findings {
		switch {
		case f.Fix == nil || c.limited(f.Fix, none):
		case c.has(f.Fix):
			plan.Findings++
		case c.excludes(f.Fix) || c.limited(f.Fix, first):
			plan.Conflicts++
		default:
			c.add(f.Fix)
			plan.Findings++
		}
	}
	plan.Fixes = len(c.fixes)
	var broken []breakage
	for _, name := range slices.Sorted(maps.Keys(c.edits)) {
		before := r.Source(name)
		after, err := formatted(before, apply(before, c.edits[name]))
		switch {
		case err != nil:
			broken = append(broken, breakage{name, err.Error()})
		case !bytes.Equal(before, after):
			plan.Files = append(plan.Files, File{Name: name, Path: r.Path(name), Before: before, After: after})
		}
	}
	return plan, broken
}

// limited reports whether a limit does not let the fix be applied.
func (c *composition) limited(fix *driver.Fix, by limit) bool {
	return slices.ContainsFunc(fix.Edits, func(e driver.Edit) bool {
		return c.limits[e.File] == by && (by == none || len(c.edits[e.File]) > 0)
	})
}

// has reports whether the same fix is there already: all defects of a use are mended by one.
func (c *composition) has(fix *driver.Fix) bool {
	return slices.ContainsFunc(c.fixes, func(other *driver.Fix) bool {
		return other.Message == fix.Message && slices.Equal(other.Edits, fix.Edits)
	})
}

// excludes reports whether a fix that was added changes the same part of a file in another way. Two that add the same import go together.
func (c *composition) excludes(fix *driver.Fix) bool {
	return slices.ContainsFunc(fix.Edits, func(e driver.Edit) bool {
		return slices.ContainsFunc(c.edits[e.File], func(other driver.Edit) bool { return other != e && overlap(e, other) })
	})
}

// overlap reports whether the result would depend on the order of two edits.
func overlap(a, b driver.Edit) bool {
	if a.Start == b.Start && (a.Start == a.End) == (b.Start == b.End) {
		return true
	}
	return a.Start < b.End && b.Start < a.End
}

func (c *composition) add(fix *driver.Fix) {
	c.fixes = append(c.fixes, fix)
	for _, e := range fix.Edits {
		if !slices.Contains(c.edits[e.File], e) {
			c.edits[e.File] = append(c.edits[e.File], e)
		}
	}
}

// apply makes edits that do not overlap. An insertion comes before what replaces the text behind it.
func apply(source []byte, edits []driver.Edit) []byte {
	sorted := slices.SortedFunc(slices.Values(edits), func(a, b driver.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []byte
	done := 0
	for _, e := range sorted {
		out = append(append(out, source[done:e.Start]...), e.NewText...)
		done = e.End
	}
	return append(out, source[done:]...)
}

// formatted is the source as gofmt writes it, with the ends of lines that the file had before.
func formatted(before, source []byte) ([]byte, error) {
	text, err := format.Source(source)
	if err != nil {
		return nil, err
	}
	lf, crlf := []byte("\n"), []byte("\r\n")
	if n := bytes.Count(before, crlf); n > 0 && n == bytes.Count(before, lf) {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, crlf, lf), lf, crlf)
	}
	return text, nil
}
