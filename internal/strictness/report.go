package strictness

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/wording"
)

// A Report is what the registries of some networks say. Its JSON is documented in docs/flag.md.
type Report struct {
	Version  int       `json:"version"` // changes when a field changes its meaning or goes
	Networks []Network `json:"networks"`
	Flags    []Result  `json:"flags"`
	Problems []Problem `json:"problems"`
	Summary  Summary   `json:"summary"`
}

// A Network is a chain and the block of it at which its registry was read.
type Network struct {
	Name     string          `json:"name"`
	ChainID  uint64          `json:"chainId"`
	Registry *common.Address `json:"registry"` // null where compat.yaml has no strictness_registry
	Owner    *common.Address `json:"owner"`    // null where the registry has none, or it could not be read
	Block    *onchain.Block  `json:"block"`    // null where the network was not read
}

// What a flag is.
const (
	FlagStrict     = "strict"
	FlagPermissive = "permissive"
	FlagUnknown    = "unknown"
)

// What a flag is with regard to compat.yaml.
const (
	Agrees      = "agrees"
	Contradicts = "contradicts"
	Unknown     = "unknown"
)

// A Result is what is known about one flag.
type Result struct {
	Network     string          `json:"network"`
	Feature     string          `json:"feature"`
	Key         common.Hash     `json:"key"`
	State       string          `json:"state"`                 // in compat.yaml
	GraceEnd    string          `json:"graceEnd,omitempty"`    // in compat.yaml
	Flag        string          `json:"flag"`                  // strict, permissive or unknown
	PromisedEnd string          `json:"promisedEnd,omitempty"` // on chain
	Admin       *common.Address `json:"admin"`                 // of the feature; null where only the owner decides
	Verdict     string          `json:"verdict"`               // agrees, contradicts or unknown
	Why         []string        `json:"why"`                   // it contradicts
	Notes       []string        `json:"notes"`
}

// A Problem is something that kept a network from being read.
type Problem struct {
	Network string `json:"network"`
	Message string `json:"message"`
}

// Summary counts results.
type Summary struct {
	Strict         int `json:"strict"`
	Permissive     int `json:"permissive"`
	Unknown        int `json:"unknown"`
	Contradictions int `json:"contradictions"` // flags that contradict compat.yaml
}

func (r *Report) summarize() {
	r.Summary = Summary{}
	for _, result := range r.Flags {
		switch result.Flag {
		case FlagStrict:
			r.Summary.Strict++
		case FlagPermissive:
			r.Summary.Permissive++
		default:
			r.Summary.Unknown++
		}
		if result.Verdict == Contradicts {
			r.Summary.Contradictions++
		}
	}
}

// Complete reports whether every flag was read.
func (r *Report) Complete() bool { return r.Summary.Unknown == 0 && len(r.Problems) == 0 }

// Sentence sums the report up in one line.
func (r *Report) Sentence() string {
	registries := 0
	for _, n := range r.Networks {
		if n.Registry != nil {
			registries++
		}
	}
	text := fmt.Sprintf("%s on %s: %d strict, %d permissive, %d unknown; %s", wording.Count(len(r.Flags), "flag"), wording.Count(registries, "network"),
		r.Summary.Strict, r.Summary.Permissive, r.Summary.Unknown, contradictions(r.Summary.Contradictions))
	if len(r.Problems) > 0 {
		text += "; " + wording.Count(len(r.Problems), "problem")
	}
	return text
}

func contradictions(n int) string {
	switch n {
	case 0:
		return "nothing contradicts compat.yaml"
	case 1:
		return "1 contradicts compat.yaml"
	}
	return fmt.Sprintf("%d contradict compat.yaml", n)
}
