package compatregistry

import "slices"

// Change says what a feature did to the functions that it lists.
type Change string

// The changes there are.
const (
	ChangeAdded     Change = "added"     // the functions are new
	ChangeRemoved   Change = "removed"   // the functions are gone
	ChangeReturns   Change = "returns"   // the functions return something else; their selectors are the same
	ChangeSemantics Change = "semantics" // the functions do something else; neither selectors nor returns show it
	ChangeRename    Change = "rename"    // the functions are new, and replace ones with other names or parameters
)

// Detect says by what a deployment shows which version it has.
type Detect string

// The ways of detection there are.
const (
	DetectSelector Detect = "selector" // by whether it has the selectors
	DetectReturns  Detect = "returns"  // by what a call returns
	DetectNone     Detect = "none"     // by nothing that a probe could see
)

// detects are the ways of detection that a change allows, the default first.
var detects = map[Change][]Detect{
	ChangeAdded:     {DetectSelector, DetectNone},
	ChangeRemoved:   {DetectSelector, DetectNone},
	ChangeRename:    {DetectSelector, DetectNone},
	ChangeReturns:   {DetectReturns, DetectNone},
	ChangeSemantics: {DetectNone},
}

// Existing reports whether the change is one of functions that deployed contracts had before.
func (c Change) Existing() bool {
	return c == ChangeRemoved || c == ChangeReturns || c == ChangeSemantics
}

// Detects returns the ways of detection that go with the change, the one that holds by default first.
func (c Change) Detects() []Detect { return slices.Clone(detects[c]) }

// changes lists the changes in the order in which messages name them.
var changes = []Change{ChangeAdded, ChangeRemoved, ChangeReturns, ChangeSemantics, ChangeRename}

// Changes returns every change there is.
func Changes() []Change { return slices.Clone(changes) }
