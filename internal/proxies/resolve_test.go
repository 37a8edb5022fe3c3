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

func resolver(t *testing.T, node *nodetest.Node) *proxies.Resolver {
	t.Helper()
	client, err := onchain.Dial(t.Context(), onchain.Options{URLs: []string{node.Serve(t)}, ChainID: chainID})
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := client.Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(snapshot.Close)
	return proxies.NewResolver(snapshot)
}

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
	type maker func(t *testing.T, n *nodetest.Node, implementation common.Address) common.Address
	inSlot := func(slot common.Hash) maker {
		return func(_ *testing.T, n *nodetest.Node, implementation common.Address) common.Address {
			proxy := n.Put(slotProxy(slot))
			n.SetStorage(proxy, slot, word(implementation))
			return proxy
		}
	}
	fixture := func(name string) maker {
		return func(t *testing.T, n *nodetest.Node, implementation common.Address) common.Address {
			return n.DeployFixture(t, name, implementation)
		}
	}
	tests := []struct {
		name  string
		make  maker
		kinds []proxies.Kind
	}{
		{"none", func(_ *testing.T, _ *nodetest.Node, i common.Address) common.Address { return i }, nil},
		{"EIP-1967", fixture("EIP1967Proxy"), []proxies.Kind{proxies.Kind1967}},
		{"beacon", func(t *testing.T, n *nodetest.Node, i common.Address) common.Address {
			return n.DeployFixture(t, "BeaconProxy", n.DeployFixture(t, "Beacon", i))
		}, []proxies.Kind{proxies.KindBeacon}},
		{"EIP-1167", fixture("EIP1167Clone"), []proxies.Kind{proxies.Kind1167}},
		{"EIP-1822", inSlot(proxies.SlotProxiable), []proxies.Kind{proxies.Kind1822}},
		{"OpenZeppelin before EIP-1967", inSlot(proxies.SlotZeppelin), []proxies.Kind{proxies.KindZeppelin}},
		{"slot of its own", inSlot(own), []proxies.Kind{proxies.KindOwnSlot}},
		{"EIP-7702", func(_ *testing.T, n *nodetest.Node, i common.Address) common.Address {
			return n.Put(append(code("ef0100"), i[:]...))
		}, []proxies.Kind{proxies.Kind7702}},
		{"clone with PUSH0", func(_ *testing.T, n *nodetest.Node, i common.Address) common.Address {
			return n.Put(code("365f5f375f5f365f73" + hex.EncodeToString(i[:]) + "5af43d5f5f3e5f3d91602a57fd5bf3"))
		}, []proxies.Kind{proxies.KindFixed}},
		{"forwarder", func(_ *testing.T, n *nodetest.Node, i common.Address) common.Address {
			f := n.Put(forwarder(own))
			n.SetStorage(f, own, word(i))
			return f
		}, []proxies.Kind{proxies.KindForwarder}},
		{"forwarder to EIP-1967", func(t *testing.T, n *nodetest.Node, i common.Address) common.Address {
			f := n.Put(forwarder(own))
			n.SetStorage(f, own, word(n.DeployFixture(t, "EIP1967Proxy", i)))
			return f
		}, []proxies.Kind{proxies.KindForwarder, proxies.Kind1967}},
		{"EIP-1167 to EIP-1967", func(t *testing.T, n *nodetest.Node, i common.Address) common.Address {
			clone := n.DeployFixture(t, "EIP1167Clone", n.DeployFixture(t, "EIP1967Proxy", i))
			n.SetStorage(clone, proxies.SlotImplementation, word(i)) // a clone runs the proxy's code with its own storage
			return clone
		}, []proxies.Kind{proxies.Kind1167, proxies.Kind1967}},
		{"EIP-7702 to EIP-1167 to EIP-1967", func(t *testing.T, n *nodetest.Node, i common.Address) common.Address {
			clone := n.DeployFixture(t, "EIP1167Clone", n.DeployFixture(t, "EIP1967Proxy", i))
			account := n.Put(append(code("ef0100"), clone[:]...))
			n.SetStorage(account, proxies.SlotImplementation, word(i))
			return account
		}, []proxies.Kind{proxies.Kind7702, proxies.Kind1167, proxies.Kind1967}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			for implementation, want := range map[string]dispatch.Verdict{"PolicyV2": dispatch.Present, "PolicyV1": dispatch.Missing} {
				address := n.DeployFixture(t, implementation)
				got, err := resolver(t, n).Resolve(t.Context(), test.make(t, n, address), codeHash)
				if err != nil {
					t.Fatal(err)
				}
				if got.Verdict != want || got.Last().Address != address {
					t.Errorf("%s: %s at %s: %s, want %s at %s", implementation, got.Verdict, got.Last().Address, got.Reason, want, address)
				}
				for i, kind := range append(test.kinds, proxies.KindContract) {
					if i >= len(got.Path) || got.Path[i].Kind != kind {
						t.Errorf("%s: path %+v, want %v", implementation, got.Path, test.kinds)
						break
					}
				}
			}
		})
	}
}

func TestEndsOfTheWay(t *testing.T) {
	tests := []struct {
		name   string
		make   func(t *testing.T, n *nodetest.Node) common.Address
		want   dispatch.Verdict
		reason string
	}{
		{"account without code", func(*testing.T, *nodetest.Node) common.Address { return common.Address{7} }, dispatch.Missing, "no code at"},
		{"implementation without code", func(t *testing.T, n *nodetest.Node) common.Address {
			return n.DeployFixture(t, "EIP1967Proxy", common.Address{7})
		}, dispatch.Missing, "which has no code"},
		{"proxy without implementation", func(_ *testing.T, n *nodetest.Node) common.Address {
			return n.Put(slotProxy(proxies.SlotImplementation))
		}, dispatch.Missing, "never given an implementation"},
		{"clone of a proxy, with storage of its own", func(t *testing.T, n *nodetest.Node) common.Address {
			return n.DeployFixture(t, "EIP1167Clone", n.DeployFixture(t, "EIP1967Proxy", n.DeployFixture(t, "PolicyV2")))
		}, dispatch.Missing, "never given an implementation"},
		{"loop of one", func(_ *testing.T, n *nodetest.Node) common.Address {
			proxy := n.Put(slotProxy(proxies.SlotImplementation))
			n.SetStorage(proxy, proxies.SlotImplementation, word(proxy))
			return proxy
		}, dispatch.Inconclusive, "loop"},
		{"loop of two clones", func(_ *testing.T, n *nodetest.Node) common.Address {
			first := n.Put(slotProxy(common.Hash{1}))
			second := n.Put(append(append(code("363d3d373d3d3d363d73"), first[:]...), code("5af43d82803e903d91602b57fd5bf3")...))
			n.SetStorage(second, common.Hash{1}, word(second)) // whose storage the code of the first runs with
			return second
		}, dispatch.Inconclusive, "loop"},
		{"many hops", func(t *testing.T, n *nodetest.Node) common.Address {
			at := n.DeployFixture(t, "PolicyV2")
			for range 9 {
				at = n.DeployFixture(t, "EIP1167Clone", at)
			}
			return at
		}, dispatch.Inconclusive, "more than 8 hops"},
		{"fallback that answers", func(t *testing.T, n *nodetest.Node) common.Address { return n.DeployFixture(t, "FallbackWord") }, dispatch.Missing, "falls through"},
		{"diamond without facets, with a reason", func(t *testing.T, n *nodetest.Node) common.Address {
			return n.DeployFixture(t, "DiamondWithReason")
		}, dispatch.Missing, "falls through: reverts with 100 bytes"},
		{"diamond without facets, with an error", func(t *testing.T, n *nodetest.Node) common.Address {
			return n.DeployFixture(t, "DiamondWithError")
		}, dispatch.Missing, "falls through: reverts with 36 bytes"},
		{"fallback that loops", func(_ *testing.T, n *nodetest.Node) common.Address { return n.Put(code("5b5f56")) }, dispatch.Inconclusive, "still running"},
		{"storage that never ends", func(_ *testing.T, n *nodetest.Node) common.Address {
			return n.Put(code("5f5b80546001018060ff5750" + "6001" + "56")) // reads slot after slot
		}, dispatch.Inconclusive, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			got, err := resolver(t, n).Resolve(t.Context(), test.make(t, n), codeHash)
			if err != nil {
				t.Fatal(err)
			}
			if got.Verdict != test.want || !strings.Contains(got.Reason, test.reason) {
				t.Errorf("%s: %s, want %s: %s", got.Verdict, got.Reason, test.want, test.reason)
			}
		})
	}
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
