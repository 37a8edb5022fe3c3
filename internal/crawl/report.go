package crawl

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
)

// A Report is what a crawl of one network has found. Its JSON is what "compatlint report -crawl" reads, and the next crawl compares with.
type Report struct {
	Version  int           `json:"version"`
	Network  string        `json:"network"`
	ChainID  uint64        `json:"chainId"`
	Block    uint64        `json:"block"`
	At       onchain.Block `json:"at"` // the block with its hash and time
	Targets  int           `json:"targets"`
	Features []Feature     `json:"features"` // in the order of the registry
	Problems []string      `json:"problems"` // what kept the network from being looked at in full
	Changes  *Changes      `json:"changes,omitempty"`
}

// Changes are those since an earlier crawl of the network.
type Changes struct {
	Since    onchain.Block    `json:"since"`
	Features []FeatureChanges `json:"features"` // that both crawls have
}

// FeatureChanges tell who moved. A target of which the earlier or the later crawl could not tell is in none of the lists.
type FeatureChanges struct {
	Name     string   `json:"feature"`
	Migrated []Target `json:"migrated"` // were legacy, and are not
	New      []Target `json:"new"`      // are legacy, and were not, or were not there
	Vanished []Target `json:"vanished"` // were legacy, and are not listed or enumerated any more, or have no code
}

// A Feature is the count of one feature.
type Feature struct {
	Name         string   `json:"feature"`
	State        string   `json:"state"`
	GraceEnd     string   `json:"graceEnd,omitempty"`
	Total        int      `json:"total"` // targets of the feature's contracts
	Legacy       int      `json:"legacy"`
	Gone         int      `json:"gone"`         // have no code
	Inconclusive int      `json:"inconclusive"` // nothing is known
	Targets      []Target `json:"targets"`      // those that are legacy, gone or inconclusive
}

// Status is what a target is with regard to a feature.
type Status string

// The statuses of targets that a report lists.
const (
	Legacy       Status = "legacy"
	Gone         Status = "gone"
	Inconclusive Status = "inconclusive"

	current Status = "current" // is never listed
)

// A Target is a deployment that does not have a feature, or of which that is not known.
type Target struct {
	Contract       string         `json:"contract"`
	Address        common.Address `json:"address"`
	Status         Status         `json:"status"`
	Missing        []string       `json:"missing,omitempty"`       // signatures
	Implementation common.Address `json:"implementation,omitzero"` // whose code decides; the target itself where it is no proxy
	Evidence       string         `json:"evidence,omitempty"`
}

// Complete reports whether everything was determined.
func (r *Report) Complete() bool {
	for _, f := range r.Features {
		if f.Inconclusive > 0 {
			return false
		}
	}
	return len(r.Problems) == 0
}
