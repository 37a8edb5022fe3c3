package crawl

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/probe"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// A mark is what keeps a target from being up to date with a feature. Targets that are have none, which keeps large crawls small.
type mark struct {
	Target         int            `json:"target"`  // its place in the walk
	Feature        int            `json:"feature"` // its place in the plan
	Status         Status         `json:"status"`
	Missing        []int          `json:"missing,omitempty"` // places among the needs of its set
	Implementation common.Address `json:"implementation,omitzero"`
	Evidence       string         `json:"evidence,omitempty"`
}

// A verdict on one need of one target.
type verdict struct {
	need   int // its place in the set
	result probe.Result
}

// marksOf sums up the verdicts on one target: a feature is there if all its selectors are, it is missing if one of them is, and otherwise
// nothing is known.
func marksOf(target int, needs []need, verdicts []verdict) []mark {
	var marks []mark
	of := func(feature int) *mark {
		for i := range marks {
			if marks[i].Feature == feature {
				return &marks[i]
			}
		}
		marks = append(marks, mark{Target: target, Feature: feature, Status: Inconclusive})
		return &marks[len(marks)-1]
	}
	for _, v := range verdicts {
		switch v.result.Verdict {
		case dispatch.Present.String():
		case dispatch.Missing.String():
			m := of(needs[v.need].feature)
			m.Status, m.Evidence = Legacy, "" // the missing functions say enough
			if isGone(v.result.Path) {
				m.Status, m.Evidence = Gone, v.result.Evidence
			}
			m.Missing = append(m.Missing, v.need)
			m.Implementation = decider(v.result.Path)
		default:
			if m := of(needs[v.need].feature); m.Status == Inconclusive {
				m.Evidence, m.Implementation = v.result.Evidence, decider(v.result.Path)
			}
		}
	}
	return marks
}

// decider is the account whose code decides.
func decider(path []proxies.Step) common.Address {
	if len(path) == 0 {
		return common.Address{}
	}
	return path[len(path)-1].Address
}

// isGone reports whether a target has no code itself: it was never deployed there, or is destroyed.
func isGone(path []proxies.Step) bool { return len(path) == 1 && path[0].Kind == proxies.KindNoCode }
