package compatregistry

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/selectors"
)

// A Registry is a valid compat.yaml. It comes from [Load] or [Parse]; all slices are in the order of the file.
type Registry struct {
	Path      string
	Digest    string // "sha256:" and the hash of the file's bytes, in hex
	Version   int
	Policy    Policy
	Contracts []*Contract
	Features  []*Feature
	Guards    Guards
	Exempt    []string // import path patterns, and types as "(*pkg/path.T)" or "(pkg/path.T)"
	Networks  []*Network

	contracts map[string]*Contract // by name
	features  map[string]*Feature  // by name
	folded    map[string]*Feature  // by folded name
}

// Contract returns the contract with the given name, or nil.
func (r *Registry) Contract(name string) *Contract { return r.contracts[name] }

// Feature returns the feature with the given name, or nil.
func (r *Registry) Feature(name string) *Feature { return r.features[name] }

// Suggest returns the name of the feature that the author of an unknown name probably means, or "".
func (r *Registry) Suggest(feature string) string {
	if meant, ok := r.folded[fold(feature)]; ok {
		return meant.Name
	}
	names := make([]string, len(r.Features))
	for i, f := range r.Features {
		names[i] = f.Name
	}
	return nearest(feature, names)
}

// Policy is the limits that the registry sets itself.
type Policy struct {
	WarnBefore        int // days before the end of a window from which on it is announced
	MaxGrace          int // days from a feature's introduction to the end of its window, extensions included
	MaxExtensions     int // how often a window may be extended
	MaxLiveVersions   int // of one contract
	RequireStrictness bool
	RequireRecord     bool
}

// Rollout says how a new version of a contract comes to its deployments.
type Rollout string

// The rollouts there are.
const (
	RolloutGrace    Rollout = "grace"    // deployments are upgraded by others, or never: legacy is served for a while
	RolloutLockstep Rollout = "lockstep" // deployments are upgraded together with the service: never dual-path
)

// A Contract is a contract that the service calls.
type Contract struct {
	Name     string
	Rollout  Rollout        // RolloutGrace unless the registry says otherwise
	Bindings []string       // import path patterns; none means any abigen type of that name
	Types    []string       // abigen type names; the contract's name unless the registry says otherwise
	ABIFile  string         // as written, relative to the registry's folder; "" for none
	ABI      *selectors.ABI // nil without ABIFile
	Siblings []string       // contracts that must carry the same selectors
	Position Position       // of the name
}

// State is where a feature is in its life.
type State string

// The states there are, in the order in which a feature passes through them.
const (
	Planned State = "planned" // uses must be guarded
	Grace   State = "grace"   // uses must be guarded
	Strict  State = "strict"  // bare uses are allowed, guards are stale
	Retired State = "retired" // a tombstone: guards and flag reads are errors
)

// Criticality says whether findings about a feature fail the build.
type Criticality string

// The criticalities there are.
const (
	Critical Criticality = "critical"
	Warning  Criticality = "warning"
)

// A Feature is a named breaking change. Most introduced selectors; see [Change].
type Feature struct {
	Name       string
	Contracts  []string
	Selectors  []RequiredSelector
	Introduced struct {
		Version string
		Date    grace.Date
	}
	State       State
	Change      Change     // ChangeAdded unless the registry says otherwise
	Detect      Detect     // the change's first way of detection unless the registry says otherwise
	GraceEnd    grace.Date // the first day on which legacy is refused; no date where the contracts are lockstep
	Ticket      string
	Owner       string
	Criticality Criticality // Critical unless the registry says otherwise
	Components  []string
	Legacy      string // what the service does without the selectors
	Extensions  []Extension

	Position         Position // of the name
	GraceEndPosition Position // of the date; that of the name without one
}

// NeedsGuard reports whether uses of the feature's selectors must be guarded.
func (f *Feature) NeedsGuard() bool { return f.State == Planned || f.State == Grace }

// Expired reports whether the feature's window has ended although the feature still needs guards.
func (f *Feature) Expired(today grace.Date) bool {
	return f.NeedsGuard() && grace.Expired(today, f.GraceEnd)
}

// ExpiresSoon reports whether the feature's window ends within the policy's WarnBefore days and has not ended yet.
func (f *Feature) ExpiresSoon(today grace.Date, p Policy) bool {
	return f.NeedsGuard() && !f.GraceEnd.IsZero() && !grace.Expired(today, f.GraceEnd) &&
		today.DaysUntil(f.GraceEnd) <= p.WarnBefore
}

// A RequiredSelector is a function that a feature requires of its contracts, or that it changed or removed.
type RequiredSelector struct {
	Signature string   // canonical
	Name      string   // of the function in Solidity
	Inputs    []string // canonical types
	Selector  selectors.Selector
	Returns   []string // canonical types; nil where the registry does not say
	Position  Position
}

// An Extension moved the end of a window from one day to a later one.
type Extension struct {
	From, To   grace.Date
	Reason     string
	ApprovedBy string
	Position   Position
}

// Guards is what counts as a guard besides package compat. Symbols are written as types.Func.FullName prints them.
type Guards struct {
	Wrappers     []Wrapper
	Strict       []string // bool or (bool, error); the feature is the first string argument
	SelectorMiss []string // func(error) bool
	Record       []string // legacy detection telemetry
	Passthrough  []string // functions that return the error of their func argument
	Callers      []string // functions whose first string argument is the name of a contract's method
	Supports     []Supports
}

// A Wrapper is a struct type that is used like compat.BackwardCompat.
type Wrapper struct {
	Type    string // "pkg/path.T"
	Feature string // names of the fields that hold the feature's name, ...
	Current string // ... the function that calls the new version ...
	Legacy  string // ... and the one that serves the old version
}

// Supports is a function that returns true only if a feature's selectors are there.
type Supports struct {
	Symbol  string
	Feature string
}

// A Network is a chain with the deployments on it that compatctl looks at.
type Network struct {
	Name               string
	ChainID            uint64
	RPCEnv             string         // name of the environment variable that holds the RPC URL
	StrictnessRegistry common.Address // zero where there is none
	Addresses          []TargetSet
	Position           Position
}

// A TargetSet is the deployments of one contract on one network.
type TargetSet struct {
	Contract  string
	Addresses []common.Address
	Enumerate *Enumerate // nil where all addresses are listed
	Position  Position
}

// Enumerate says how the addresses of further deployments are found: by one call, page by page, one index after the other, owner by owner, or
// in logs. Either Method or Events is there.
type Enumerate struct {
	Contract string // whose functions and events they are
	From     common.Address
	Method   string // canonical signature
	Page     int    // how many addresses Method is asked for at once; 0 where it has no pages
	Paging   Paging // what the parameters of Method are; "" where it has no pages
	Count    string // canonical signature of the function that says how many addresses there are; "" for none
	Owners   string // canonical signature of the function that lists the arguments of Method; "" for none
	Events   []DeploymentEvent
	Since    uint64 // the first block that may have one of Events
}

// Paging says what the two parameters of a function that returns a page mean.
type Paging string

// The meanings there are.
const (
	PagingStartCount Paging = "start-count" // the first index, and how many from there on
	PagingStartEnd   Paging = "start-end"   // the first index, and the one after the last
)

// A DeploymentEvent is an event whose logs each name a deployment.
type DeploymentEvent struct {
	Signature string // as [selectors.ParseEventSignature] reads it
	Argument  int    // which parameter is the address, from 0
}
