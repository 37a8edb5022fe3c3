package selectors

import "github.com/ethereum/go-ethereum/common"

// An ABI is the callable surface of one contract. Constructor, fallback and receive functions have no selector and are
// not kept.
type ABI struct {
	Methods []Method // in the order of the ABI JSON, which decides how overloads are numbered
	Events  []Event
	Errors  []Error
}

// A Method is an external function of a contract.
type Method struct {
	Name       string   // Solidity name
	ABIName    string   // what accounts/abi calls it and Pack and Call accept: overloads are numbered in ABI order ("foo0")
	Signature  string   // canonical, such as "transfer(address,uint256)"
	Selector   Selector // Of(Signature)
	Inputs     []string // canonical types
	Returns    []string // canonical types
	Mutability string   // view, pure, nonpayable or payable
}

// ReadOnly tells whether the method is view or pure. The v1 generator puts such methods on the XCaller type and all
// others on XTransactor.
func (m Method) ReadOnly() bool {
	return m.Mutability == mutabilityView || m.Mutability == mutabilityPure
}

// An Event is an event that a contract may emit.
type Event struct {
	Name      string
	ABIName   string // numbered like Method.ABIName, among the events
	Signature string
	Topic     common.Hash // topic 0, unless the event is anonymous
	Anonymous bool
}

// An Error is a custom error that a contract may revert with.
type Error struct {
	Name      string
	Signature string
	Selector  Selector
}

// ByABIName returns the method that accounts/abi knows under the given name.
func (a *ABI) ByABIName(name string) (Method, bool) {
	for _, m := range a.Methods {
		if m.ABIName == name {
			return m, true
		}
	}
	return Method{}, false
}

// BySelector returns the method with the given selector; of several, the first in ABI order.
func (a *ABI) BySelector(s Selector) (Method, bool) {
	for _, m := range a.Methods {
		if m.Selector == s {
			return m, true
		}
	}
	return Method{}, false
}
