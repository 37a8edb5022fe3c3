package retire

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// edits are changes of one file that go together. What lies in a part that is taken out needs no change of its own.
type edits []analysis.TextEdit

func (e *edits) remove(from, to token.Pos) { e.replace(from, to, "") }

func (e *edits) replace(from, to token.Pos, text string) {
	*e = append(*e, analysis.TextEdit{Pos: from, End: to, NewText: []byte(text)})
}

// removed reports whether the text at pos is replaced or taken out.
func (e edits) removed(pos token.Pos) bool {
	return slices.ContainsFunc(e, func(edit analysis.TextEdit) bool { return edit.Pos <= pos && pos < edit.End })
}

// settled drops what lies inside of other edits. It reports false where two overlap otherwise, so that neither can be made.
func (e edits) settled() (edits, bool) {
	sorted := slices.Clone(e)
	slices.SortStableFunc(sorted, func(a, b analysis.TextEdit) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(b.End, a.End))
	})
	var kept edits
	for _, edit := range sorted {
		if len(kept) > 0 {
			last := kept[len(kept)-1]
			if edit.End <= last.End && edit.Pos < last.End {
				continue
			}
			if edit.Pos < last.End {
				return nil, false
			}
		}
		kept = append(kept, edit)
	}
	return kept, true
}
