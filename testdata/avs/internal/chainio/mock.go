package chainio

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

// MockPolicyReader is a policy without a chain, for tests of this package and of the binaries. It is written by hand, so
// nothing in the file says that it is generated.
type MockPolicyReader struct {
	Cid      string
	CodeHash common.Hash
	Err      error // the answer to every read when not nil
	Recorder Recorder
}

var _ policyReader = (*MockPolicyReader)(nil)

// Recorder keeps the names of the methods that were called.
type Recorder struct{ Names []string }

// Call notes one call.
func (r *Recorder) Call(method string) { r.Names = append(r.Names, method) }

// GetPolicyCid implements policyReader.
func (m *MockPolicyReader) GetPolicyCid(*bind.CallOpts) (string, error) {
	m.Recorder.Call("getPolicyCid")
	return m.Cid, m.Err
}

// GetPolicyCodeHash implements policyReader.
//
// Right: a mock calls no contract. That its recorder has a method Call which takes a method's name means nothing.
func (m *MockPolicyReader) GetPolicyCodeHash(*bind.CallOpts) ([32]byte, error) {
	m.Recorder.Call("getPolicyCodeHash")
	return m.CodeHash, m.Err
}
