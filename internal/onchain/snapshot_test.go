package onchain

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// However many accounts have long code, what is kept has an end. What is fetched after it is kept again.
func TestCodesThatAreKept(t *testing.T) {
	s := &Snapshot{codes: map[common.Address]*codeEntry{}}
	long := make([]byte, MaxCode)
	wasForgotten := false
	for i := range 3*maxCodeBytes/MaxCode + 5 {
		address := common.BytesToAddress([]byte{byte(i >> 8), byte(i), 1})
		entry := &codeEntry{code: long}
		before := len(s.codes)
		s.codes[address] = entry
		s.keep(address, entry)
		if kept := len(s.codes) * MaxCode; kept > maxCodeBytes || s.codeBytes > maxCodeBytes {
			t.Fatalf("after %d codes: %d bytes are kept, and counted as %d", i+1, kept, s.codeBytes)
		}
		wasForgotten = wasForgotten || len(s.codes) < before
	}
	if !wasForgotten || len(s.codes) == 0 {
		t.Errorf("%d codes are kept, forgotten before: %v", len(s.codes), wasForgotten)
	}
}
