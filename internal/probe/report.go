package probe

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// A Report is the result of a probe. Its JSON is documented in docs/compatctl.md.
type Report struct {
	Version  int       `json:"version"` // changes when a field changes its meaning or goes
	Networks []Network `json:"networks"`
	Results  []Result  `json:"results"`
	Problems []Problem `json:"problems"`
	Summary  Summary   `json:"summary"`
}

// A Network is a chain and the block of it that was looked at.
type Network struct {
	Name    string         `json:"name"`
	ChainID uint64         `json:"chainId"`
	Block   *onchain.Block `json:"block"` // null where the network could not be read
	Targets int            `json:"targets"`
}

// A Result is what was found out about one selector at one target.
type Result struct {
	Network     string         `json:"network"`
	Contract    string         `json:"contract"`
	Target      common.Address `json:"target"`
	Enumerated  bool           `json:"enumerated"` // by a call, and not listed in the registry
	Feature     string         `json:"feature"`
	State       string         `json:"state"`
	Criticality string         `json:"criticality"`
	GraceEnd    string         `json:"graceEnd,omitempty"`
	Signature   string         `json:"signature"`
	Selector    string         `json:"selector"`
	Verdict     string         `json:"verdict"` // present, missing or inconclusive
	Evidence    string         `json:"evidence"`
	Shape       string         `json:"shape,omitempty"` // of the answer, where the registry has returns: ok, mismatch or unchecked
	Path        []proxies.Step `json:"path"`            // from the target to the code that decides
}

// A Problem is something that kept a network from being looked at in full.
type Problem struct {
	Network string `json:"network"`
	Message string `json:"message"`
}

// Summary counts results.
type Summary struct {
	Targets      int `json:"targets"`
	Present      int `json:"present"`
	Missing      int `json:"missing"`
	Inconclusive int `json:"inconclusive"`
}

// The verdicts as results have them.
var (
	present      = dispatch.Present.String()
	missing      = dispatch.Missing.String()
	inconclusive = dispatch.Inconclusive.String()
)

// summarize counts what the report has.
func (r *Report) summarize() {
	r.Summary = Summary{}
	for _, n := range r.Networks {
		r.Summary.Targets += n.Targets
	}
	for _, result := range r.Results {
		switch result.Verdict {
		case present:
			r.Summary.Present++
		case missing:
			r.Summary.Missing++
		default:
			r.Summary.Inconclusive++
		}
	}
}

// Complete reports whether everything that was asked has been settled.
func (r *Report) Complete() bool { return r.Summary.Inconclusive == 0 && len(r.Problems) == 0 }
