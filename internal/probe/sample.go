package probe

import (
	"context"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// How many targets with the same code must agree before they stand for the others. A refusal may be for reasons of one target.
const (
	enoughSamples  = 3
	enoughRefusals = 16
)

// samples are the answers of targets, by the code that gave them.
type samples struct {
	mu      sync.Mutex
	answers map[sampled]*tally
}

type sampled struct {
	code     common.Hash
	selector selectors.Selector
}

// A tally is what was found at the targets that were asked.
type tally struct {
	matches, differs, refusals int
	evidence                   string // of the difference
}

// compareResults checks the shape of what a function answers, or takes it from targets with the same code.
func (e *Examiner) compareResults(ctx context.Context, address common.Address, code common.Hash, need compatregistry.RequiredSelector, result *Result) error {
	if !e.SampleShapes {
		return e.checkShape(ctx, address, need, result)
	}
	key := sampled{code, need.Selector}
	if e.samples.settle(key, result) {
		return nil
	}
	if err := e.checkShape(ctx, address, need, result); err != nil {
		return err
	}
	e.samples.add(key, result)
	return nil
}

// settle sets the shape of a result where enough targets with the same code agree.
func (s *samples) settle(key sampled, result *Result) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch t := s.answers[key]; {
	case t == nil || t.matches > 0 && t.differs > 0:
		return false
	case t.matches >= enoughSamples:
		result.Shape = "ok"
	case t.differs >= enoughSamples:
		result.Shape, result.Verdict, result.Evidence = "mismatch", missing, t.evidence
	case t.refusals >= enoughRefusals && t.matches+t.differs == 0:
		result.Shape = "unchecked"
	default:
		return false
	}
	return true
}

func (s *samples) add(key sampled, result *Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answers == nil {
		s.answers = map[sampled]*tally{}
	}
	t := s.answers[key]
	if t == nil {
		t = &tally{}
		s.answers[key] = t
	}
	switch result.Shape {
	case "ok":
		t.matches++
	case "mismatch":
		t.differs++
		t.evidence = result.Evidence
	default:
		t.refusals++
	}
}
