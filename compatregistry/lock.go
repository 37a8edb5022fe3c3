package compatregistry

import (
	"github.com/compatlint/compatlint/selectors"
)

// A Lock is the content of a compat.lock: the selectors of the known contracts and the binding methods that send them.
// Line is the line of a record in the file it was read from, and 0 for a record that was not read.
type Lock struct {
	Path       string // "" for a lock that was not read
	Selectors  []LockedSelector
	Bindings   []LockedBinding
	Methods    []LockedMethod
	Directives []LockedDirective
	Forwarders []LockedForwarder
	Admitted   []Admission
}

// A LockedSelector is a function of a contract.
type LockedSelector struct {
	Contract   string
	Selector   selectors.Selector
	Signature  string
	Returns    []string
	Mutability string
	Line       int
}

// A LockedBinding is the generated source that a contract's methods were read from.
type LockedBinding struct {
	ImportPath string
	Contract   string
	Generator  string // such as "abigen/v1"
	Digest     string // "sha256:" and hex
	Line       int
}

// A LockedMethod is a Go method that sends a selector.
type LockedMethod struct {
	ImportPath string
	Type       string
	Name       string
	Contract   string
	Selector   selectors.Selector
	Line       int
}

// A LockedDirective is a //compat: comment of the module's own sources, or what was inferred of a function there and needs none.
type LockedDirective struct {
	Verb     string // such as "requires", "guard:supports", "wraps:1" for an error that the function wraps
	Symbol   string // as types.Func.FullName prints it
	Features []string
	Line     int
}

// A LockedForwarder is a function whose string parameter is the name of a contract's method.
type LockedForwarder struct {
	Symbol    string
	Parameter int    // from 0, without the receiver
	Packs     bool   // it only makes calldata, so that its error says nothing of the contract
	Contract  string // the only contract whose functions it can name; "" for any
	Values    int    // the variadic parameter that is the method's own arguments; 0 where they cannot be counted
	Line      int
}

// An Admission is a new selector that somebody allowed to stay unregistered.
type Admission struct {
	Contract  string
	Selector  selectors.Selector
	Signature string
	Reason    string
	Line      int
}
