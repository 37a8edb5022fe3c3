package compatregistry

import (
	"fmt"
	"strings"
)

// fold returns what names that are easily confused have in common: the name without case and underscores.
func fold(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, "_", ""))
}

// nearest returns the candidate that the author of name probably means, or "". Of several that are equally near it
// returns the first.
func nearest(name string, candidates []string) string {
	lower := strings.ToLower(name)
	best, limit := "", len(lower)/3 // short names are like many others
	for _, candidate := range candidates {
		if distance := editDistance(lower, strings.ToLower(candidate), limit); distance <= limit {
			best, limit = candidate, distance-1
		}
		if limit < 0 {
			break
		}
	}
	return best
}

// editDistance counts the bytes to insert, remove, replace or swap with their neighbour in order to turn a into b
// (optimal string alignment). It gives up with limit+1 as soon as the distance is known to exceed limit.
func editDistance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, previous, current := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := range len(a) {
		current[0] = i + 1
		least := current[0]
		for j := range len(b) {
			replace := previous[j]
			if a[i] != b[j] {
				replace++
			}
			current[j+1] = min(replace, previous[j+1]+1, current[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				current[j+1] = min(current[j+1], before[j-1]+1)
			}
			least = min(least, current[j+1])
		}
		if least > limit {
			return limit + 1
		}
		before, previous, current = previous, current, before
	}
	return previous[len(b)]
}

// comparisonBudget bounds the work that did-you-mean may cause: ten thousand unknown names among ten thousand known
// ones must not be compared pair by pair.
const comparisonBudget = 500_000

// A suggester phrases "did you mean", until its budget is spent.
type suggester struct {
	spent int
}

// didYouMean returns the end of a message about an unknown name: what is probably meant, else the given advice.
func (s *suggester) didYouMean(name string, candidates []string, advice string) string {
	s.spent += len(candidates)
	if s.spent <= comparisonBudget {
		if meant := nearest(name, candidates); meant != "" {
			return fmt.Sprintf("did you mean %q?", meant)
		}
	}
	return advice
}
