package dispatch_test

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// Whatever the code does, the check ends soon, says the same twice, and does not contradict itself.
func FuzzCheck(f *testing.F) {
	for _, name := range []string{"PolicyV2", "FallbackWord", "EIP1967Proxy", "BeaconProxy", "DiamondWithReason", "OutOfGas", "Asks"} {
		f.Add(fixture(f, name), uint32(0xe998a088))
	}
	f.Add(hexCode("5b5f56"), uint32(1))                                                                  // a loop
	f.Add(hexCode("365f5f375f5f365f5f355af43d5f5f3e3d5ff3"), uint32(0x60))                               // delegates to where the calldata says
	f.Add(hexCode("5b3660055f37600560055f5f305af15f56"), uint32(7))                                      // calls itself
	f.Add(hexCode("7f"+"ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff0051"), uint32(0)) // memory that nobody can pay
	f.Add(hexCode("5b5f5f5f5f5f60025af15f56"), uint32(9))                                                // calls a precompile again and again
	f.Fuzz(func(t *testing.T, code []byte, number uint32) {
		if len(code) > 1<<15 {
			t.Skip("too long to be fast")
		}
		selector := selectors.Selector{byte(number >> 24), byte(number >> 16), byte(number >> 8), byte(number)}
		start := time.Now()
		r := dispatch.Check(code, selector, dispatch.Known{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("took %s", took)
		}
		again := dispatch.Check(code, selector, dispatch.Known{})
		if again.Verdict != r.Verdict || again.Reason != r.Reason {
			t.Errorf("%s: %s, and then %s: %s", r.Verdict, r.Reason, again.Verdict, again.Reason)
		}
		checkResult(t, r)
		known := dispatch.Known{Storage: map[common.Hash]common.Hash{}, Answers: map[dispatch.Ask][]byte{}}
		for _, slot := range r.Reads {
			known.Storage[slot] = common.Hash{31: 9}
		}
		for _, ask := range r.Asks {
			known.Answers[ask] = []byte(ask.Input)
		}
		checkResult(t, dispatch.Check(code, selector, known))
	})
}

func checkResult(t *testing.T, r dispatch.Result) {
	t.Helper()
	switch {
	case r.Reason == "":
		t.Errorf("%+v has no reason", r)
	case r.Verdict != dispatch.Inconclusive && (r.Next != nil || len(r.Reads)+len(r.Asks) > 0):
		t.Errorf("%+v is settled and yet open", r)
	case r.Next != nil && len(r.Reads)+len(r.Asks) > 0:
		t.Errorf("%+v hands the call on to an account that it does not know", r)
	case len(r.Reads) > 64 || len(r.Asks) > 8:
		t.Errorf("%+v asks for too much", r)
	}
}
