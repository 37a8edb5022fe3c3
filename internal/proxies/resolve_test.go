package proxies_test

import (
	"context"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

var codeHash = selectors.Of("getPolicyCodeHash()")

const chainID = 31337

func code(text string) []byte {
	data, err := hex.DecodeString(strings.ReplaceAll(text, " ", ""))
	if err != nil {
		panic(err)
	}
	return data
}

// slotProxy is a proxy that keeps its implementation in a slot: calldatacopy, delegatecall(sload(slot)), and the answer back.
func slotProxy(slot common.Hash) []byte {
	return code("365f5f375f5f365f7f" + hex.EncodeToString(slot[:]) + "545af43d5f5f3e3d5ff3")
}

// forwarder is a contract that calls the account in a slot, with that account's own storage.
func forwarder(slot common.Hash) []byte {
	return code("365f5f375f5f365f5f7f" + hex.EncodeToString(slot[:]) + "545af13d5f5f3e3d5ff3")
}

func word(a common.Address) common.Hash { return common.BytesToHash(a[:]) }

func TestSlotsAreThoseOfTheStandards(t *testing.T) {
	minusOne := func(text string) common.Hash {
		hash := crypto.Keccak256Hash([]byte(text)).Big()
		return common.BigToHash(hash.Sub(hash, common.Big1))
	}
	for name, slots := range map[string][2]common.Hash{
		"implementation": {proxies.SlotImplementation, minusOne("eip1967.proxy.implementation")},
		"beacon":         {proxies.SlotBeacon, minusOne("eip1967.proxy.beacon")},
		"admin":          {proxies.SlotAdmin, minusOne("eip1967.proxy.admin")},
		"proxiable":      {proxies.SlotProxiable, crypto.Keccak256Hash([]byte("PROXIABLE"))},
		"zeppelin":       {proxies.SlotZeppelin, crypto.Keccak256Hash([]byte("org.zeppelinos.proxy.implementation"))},
		"zeppelin admin": {proxies.SlotZeppelinAdmin, crypto.Keccak256Hash([]byte("org.zeppelinos.proxy.admin"))},
	} {
		if slots[0] != slots[1] {
			t.Errorf("%s is %s, want %s", name, slots[0], slots[1])
		}
	}
}

// Every pattern, each once with the new implementation and once with the old one, which lacks the selector.
func TestPatterns(t *testing.T) {
	own := common.HexToHash("0x1234")
	type maker func(t *testing.T, h host, implementation common.Address) common.Address
	at := func(slot common.Hash) maker {
		return func(t *testing.T, h host, implementation common.Address) common.Address {
			return h.put(t, slotProxy(slot), inSlot(slot)(implementation))
		}
	}
	fixture := func(name string) maker {
		return func(t *testing.T, h host, implementation common.Address) common.Address {
			return h.fixture(t, name, implementation)
		}
	}
	clone := func(t *testing.T, h host, to common.Address, slots map[common.Hash]common.Hash) common.Address {
		return h.put(t, append(append(code("363d3d373d3d3d363d73"), to[:]...), code("5af43d82803e903d91602b57fd5bf3")...), slots)
	}
	tests := []struct {
		name  string
		make  maker
		kinds []proxies.Kind
	}{
		{"none", func(_ *testing.T, _ host, i common.Address) common.Address { return i }, nil},
		{"EIP-1967", fixture("EIP1967Proxy"), []proxies.Kind{proxies.Kind1967}},
		{"beacon", func(t *testing.T, h host, i common.Address) common.Address {
			return h.fixture(t, "BeaconProxy", h.fixture(t, "Beacon", i))
		}, []proxies.Kind{proxies.KindBeacon}},
		{"EIP-1167", fixture("EIP1167Clone"), []proxies.Kind{proxies.Kind1167}},
		{"EIP-1822", at(proxies.SlotProxiable), []proxies.Kind{proxies.Kind1822}},
		{"OpenZeppelin before EIP-1967", at(proxies.SlotZeppelin), []proxies.Kind{proxies.KindZeppelin}},
		{"slot of its own", at(own), []proxies.Kind{proxies.KindOwnSlot}},
		{"EIP-7702", func(t *testing.T, h host, i common.Address) common.Address { return h.account(t, i, nil) }, []proxies.Kind{proxies.Kind7702}},
		{"clone with PUSH0", func(t *testing.T, h host, i common.Address) common.Address {
			return h.put(t, code("365f5f375f5f365f73"+hex.EncodeToString(i[:])+"5af43d5f5f3e5f3d91602a57fd5bf3"), nil)
		}, []proxies.Kind{proxies.KindFixed}},
		{"forwarder", func(t *testing.T, h host, i common.Address) common.Address {
			return h.put(t, forwarder(own), inSlot(own)(i))
		}, []proxies.Kind{proxies.KindForwarder}},
		{"forwarder to EIP-1967", func(t *testing.T, h host, i common.Address) common.Address {
			return h.put(t, forwarder(own), inSlot(own)(h.fixture(t, "EIP1967Proxy", i)))
		}, []proxies.Kind{proxies.KindForwarder, proxies.Kind1967}},
		{"EIP-1167 to EIP-1967", func(t *testing.T, h host, i common.Address) common.Address {
			// A clone runs the proxy's code with its own storage.
			return clone(t, h, h.fixture(t, "EIP1967Proxy", i), inSlot(proxies.SlotImplementation)(i))
		}, []proxies.Kind{proxies.Kind1167, proxies.Kind1967}},
		{"EIP-7702 to EIP-1167 to EIP-1967", func(t *testing.T, h host, i common.Address) common.Address {
			return h.account(t, clone(t, h, h.fixture(t, "EIP1967Proxy", i), nil), inSlot(proxies.SlotImplementation)(i))
		}, []proxies.Kind{proxies.Kind7702, proxies.Kind1167, proxies.Kind1967}},
	}
	onHosts(t, func(t *testing.T, h host) {
		for implementation, want := range map[string]dispatch.Verdict{"PolicyV2": dispatch.Present, "PolicyV1": dispatch.Missing} {
			address := h.fixture(t, implementation)
			var targets []common.Address
			for _, test := range tests {
				targets = append(targets, test.make(t, h, address))
			}
			p := &prober{h, snapshot(t, h)}
			for i, test := range tests {
				name := test.name + ", " + implementation
				p.check(t, name, targets[i], codeHash, want, append(test.kinds[:len(test.kinds):len(test.kinds)], proxies.KindContract)...)
				if got, err := proxies.NewResolver(p.chain).Resolve(t.Context(), targets[i], codeHash); err != nil || got.Last().Address != address {
					t.Errorf("%s: decided by %s, %v, want %s", name, got.Last().Address, err, address)
				}
				if has := p.answers(t, targets[i]); has != (want == dispatch.Present) {
					t.Errorf("%s: a call of the target shows %v: the proxy of this test is none", name, has)
				}
			}
		}
	})
}

func TestEndsOfTheWay(t *testing.T) {
	tests := []struct {
		name   string
		make   func(t *testing.T, h host) common.Address
		want   dispatch.Verdict
		reason string
	}{
		{"account without code", func(*testing.T, host) common.Address { return common.Address{7} }, dispatch.Missing, "no code at"},
		{"implementation without code", func(t *testing.T, h host) common.Address {
			return h.fixture(t, "EIP1967Proxy", common.Address{7})
		}, dispatch.Missing, "which has no code"},
		{"proxy without implementation", func(t *testing.T, h host) common.Address {
			return h.put(t, slotProxy(proxies.SlotImplementation), nil)
		}, dispatch.Missing, "never given an implementation"},
		{"clone of a proxy, with storage of its own", func(t *testing.T, h host) common.Address {
			return h.fixture(t, "EIP1167Clone", h.fixture(t, "EIP1967Proxy", h.fixture(t, "PolicyV2")))
		}, dispatch.Missing, "never given an implementation"},
		{"loop of one", func(t *testing.T, h host) common.Address {
			return h.put(t, code("365f5f375f5f365f305af43d5f5f3e3d5ff3"), nil) // delegates to its own address
		}, dispatch.Inconclusive, "loop"},
		{"loop of two clones", func(t *testing.T, h host) common.Address {
			back := h.put(t, code("365f5f375f5f365f305af43d5f5f3e3d5ff3"), nil) // delegates to the account that it runs for
			return h.fixture(t, "EIP1167Clone", back)
		}, dispatch.Inconclusive, "loop"},
		{"many hops", func(t *testing.T, h host) common.Address {
			at := h.fixture(t, "PolicyV2")
			for range 9 {
				at = h.fixture(t, "EIP1167Clone", at)
			}
			return at
		}, dispatch.Inconclusive, "more than 8 hops"},
		{"fallback that answers", func(t *testing.T, h host) common.Address { return h.fixture(t, "FallbackWord") }, dispatch.Missing, "falls through"},
		{"diamond without facets, with a reason", func(t *testing.T, h host) common.Address {
			return h.fixture(t, "DiamondWithReason")
		}, dispatch.Missing, "falls through: reverts with 100 bytes"},
		{"diamond without facets, with an error", func(t *testing.T, h host) common.Address {
			return h.fixture(t, "DiamondWithError")
		}, dispatch.Missing, "falls through: reverts with 36 bytes"},
		{"fallback that loops", func(t *testing.T, h host) common.Address { return h.put(t, code("5b5f56"), nil) }, dispatch.Inconclusive, "still running"},
		{"storage that never ends", func(t *testing.T, h host) common.Address {
			return h.put(t, code("5f5b80545060010180610200116001575f5ffd"), nil) // reads slot after slot
		}, dispatch.Inconclusive, ""},
	}
	onHosts(t, func(t *testing.T, h host) {
		var targets []common.Address
		for _, test := range tests {
			targets = append(targets, test.make(t, h))
		}
		chain := snapshot(t, h)
		for i, test := range tests {
			got, err := proxies.NewResolver(chain).Resolve(t.Context(), targets[i], codeHash)
			if err != nil || got.Verdict != test.want || !strings.Contains(got.Reason, test.reason) {
				t.Errorf("%s: %s: %s, %v, want %s: %s", test.name, got.Verdict, got.Reason, err, test.want, test.reason)
			}
		}
	})
}

// failing is a reader that fails after some reads.
type failing struct {
	proxies.Reader
	left int
}

var errRead = errors.New("no answer in time")

func (f *failing) spend() error {
	if f.left--; f.left < 0 {
		return errRead
	}
	return nil
}

func (f *failing) Code(ctx context.Context, a common.Address) ([]byte, error) {
	if err := f.spend(); err != nil {
		return nil, err
	}
	return f.Reader.Code(ctx, a)
}

func (f *failing) Storage(ctx context.Context, a common.Address, slots []common.Hash) ([]common.Hash, error) {
	if err := f.spend(); err != nil {
		return nil, err
	}
	return f.Reader.Storage(ctx, a, slots)
}

func (f *failing) Call(ctx context.Context, from, to common.Address, input []byte) ([]byte, error) {
	if err := f.spend(); err != nil {
		return nil, err
	}
	return f.Reader.Call(ctx, from, to, input)
}

// Whichever read fails, the answer is an error and no verdict.
func TestReadErrors(t *testing.T) {
	n := nodetest.New(t, chainID)
	target := n.DeployFixture(t, "BeaconProxy", n.DeployFixture(t, "Beacon", n.DeployFixture(t, "PolicyV1")))
	client, err := onchain.Dial(t.Context(), onchain.Options{URLs: []string{n.Serve(t)}, ChainID: chainID})
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := client.Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	defer snapshot.Close()
	for reads := 0; ; reads++ {
		got, err := proxies.NewResolver(&failing{snapshot, reads}).Resolve(t.Context(), target, codeHash)
		if err == nil {
			if got.Verdict != dispatch.Missing || reads < 4 {
				t.Errorf("after %d reads: %s: %s", reads, got.Verdict, got.Reason)
			}
			return
		}
		if !errors.Is(err, errRead) || got.Verdict != dispatch.Inconclusive {
			t.Errorf("after %d reads: %s, error %v", reads, got.Verdict, err)
		}
	}
}
