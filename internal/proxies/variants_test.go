package proxies_test

import (
	"crypto/ecdsa"
	"encoding/hex"
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/internal/testchain"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// -slow runs the tests of this package on real nodes too.
var slow = flag.Bool("slow", false, "also start geth and anvil, which have to be installed")

// A host is a chain to put contracts on: that of package nodetest, or a real node.
type host interface {
	url(t *testing.T) string
	chainID(t *testing.T) uint64
	// put makes a contract of runtime code and slots.
	put(t *testing.T, code []byte, slots map[common.Hash]common.Hash) common.Address
	fixture(t *testing.T, name string, arguments ...common.Address) common.Address
	// account makes an account that has delegated to another, by EIP-7702, and has slots.
	account(t *testing.T, to common.Address, slots map[common.Hash]common.Hash) common.Address
	// create runs creation code, with arguments.
	create(t *testing.T, creation []byte, arguments ...common.Address) common.Address
}

type memory struct{ *nodetest.Node }

func (m memory) url(t *testing.T) string   { return m.Serve(t) }
func (m memory) chainID(*testing.T) uint64 { return m.ChainID }
func (m memory) fixture(t *testing.T, name string, arguments ...common.Address) common.Address {
	return m.DeployFixture(t, name, arguments...)
}

func (m memory) put(t *testing.T, code []byte, slots map[common.Hash]common.Hash) common.Address {
	return m.create(t, creation(code, slots))
}

func (m memory) create(t *testing.T, creation []byte, arguments ...common.Address) common.Address {
	return m.Deploy(t, creation, arguments...)
}

func (m memory) account(_ *testing.T, to common.Address, slots map[common.Hash]common.Hash) common.Address {
	account := m.Put(types.AddressToDelegation(to))
	for slot, value := range slots {
		m.SetStorage(account, slot, value)
	}
	return account
}

type real struct{ *testchain.Chain }

func (r real) url(*testing.T) string       { return r.URL }
func (r real) chainID(t *testing.T) uint64 { return r.ChainID(t) }
func (r real) fixture(t *testing.T, name string, arguments ...common.Address) common.Address {
	t.Helper()
	var values []any
	for _, a := range arguments {
		values = append(values, a)
	}
	return r.Deploy(t, name, values...)
}

func (r real) put(t *testing.T, code []byte, slots map[common.Hash]common.Hash) common.Address {
	t.Helper()
	return r.create(t, creation(code, slots))
}

func (r real) create(t *testing.T, creation []byte, arguments ...common.Address) common.Address {
	t.Helper()
	for _, argument := range arguments {
		creation = append(creation[:len(creation):len(creation)], common.LeftPadBytes(argument[:], 32)...)
	}
	address, tx, _, err := bind.DeployContract(r.Opts, abi.ABI{}, creation, r.Client)
	if err != nil {
		t.Fatal(err)
	}
	if receipt := r.Mine(t, tx); receipt.Status != 1 {
		t.Fatal("the contract was not created")
	}
	return address
}

func (r real) account(t *testing.T, to common.Address, slots map[common.Hash]common.Hash) common.Address {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	account := crypto.PubkeyToAddress(key.PublicKey)
	nonce := uint64(0)
	if len(slots) > 0 { // the account first runs code that writes them
		r.delegate(t, key, account, r.put(t, creation(nil, slots), nil), nonce)
		nonce++
	}
	r.delegate(t, key, account, to, nonce)
	return account
}

// delegate makes the code of an account that of another, and calls the account.
func (r real) delegate(t *testing.T, key *ecdsa.PrivateKey, account, to common.Address, nonce uint64) {
	t.Helper()
	id := uint256.NewInt(r.ChainID(t))
	authorization, err := types.SignSetCode(key, types.SetCodeAuthorization{ChainID: *id, Address: to, Nonce: nonce})
	if err != nil {
		t.Fatal(err)
	}
	next, err := r.Client.PendingNonceAt(t.Context(), r.Opts.From)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := r.Opts.Signer(r.Opts.From, types.NewTx(&types.SetCodeTx{
		ChainID: id, Nonce: next, GasTipCap: uint256.NewInt(1e9), GasFeeCap: uint256.NewInt(1e11), Gas: 500_000, To: account,
		AuthList: []types.SetCodeAuthorization{authorization},
	}))
	if err == nil {
		err = r.Client.SendTransaction(t.Context(), tx)
	}
	if err != nil {
		t.Fatal(err)
	}
	r.Mine(t, tx)
}

// creation is code that writes the slots and makes the rest that of the new contract.
func creation(code []byte, slots map[common.Hash]common.Hash) []byte {
	var head []byte
	for slot, value := range slots {
		head = append(append(append(append(append(head, 0x7f), value[:]...), 0x7f), slot[:]...), 0x55)
	}
	offset := len(head) + 13
	head = append(head, 0x61, byte(len(code)>>8), byte(len(code)), 0x80, 0x61, byte(offset>>8), byte(offset), 0x5f, 0x39, 0x5f, 0xf3, 0xfe, 0xfe)
	return append(head, code...)
}

// onHosts runs a test on the chain of package nodetest and, with -slow, on each node.
func onHosts(t *testing.T, test func(*testing.T, host)) {
	t.Run("in memory", func(t *testing.T) { test(t, memory{nodetest.New(t, chainID)}) })
	if !*slow {
		return
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) { test(t, real{testchain.Start(t, name)}) })
	}
}

func snapshot(t *testing.T, h host) *onchain.Snapshot {
	t.Helper()
	client, err := onchain.Dial(t.Context(), onchain.Options{URLs: []string{h.url(t)}, ChainID: h.chainID(t)})
	if err != nil {
		t.Fatal(err)
	}
	s, err := client.Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// returning is code that returns one word.
func returning(value common.Hash) []byte {
	return code("7f" + hex.EncodeToString(value[:]) + "5f5260205ff3")
}

var (
	first  = common.Hash{}
	admins = common.HexToAddress("0xad00000000000000000000000000000000000001")
)

// A variant is a proxy as somebody deploys it; %s stands for the address that it is made for.
type variant struct {
	name  string
	code  string
	slots func(to common.Address) map[common.Hash]common.Hash
	kinds []proxies.Kind
}

func inSlot(slot common.Hash) func(common.Address) map[common.Hash]common.Hash {
	return func(to common.Address) map[common.Hash]common.Hash {
		return map[common.Hash]common.Hash{slot: word(to)}
	}
}

func hexOf(slot common.Hash) string { return hex.EncodeToString(slot[:]) }

const tail = "5af43d5f5f3e3d5ff3" // delegates with all gas and returns what comes back, failure or not

var variants = []variant{
	{"EIP-1167 clone", "363d3d373d3d3d363d73%s5af43d82803e903d91602b57fd5bf3", nil, []proxies.Kind{proxies.Kind1167}},
	{"EIP-1167 clone with arguments", "363d3d373d3d3d363d73%s5af43d82803e903d91602b57fd5bf3000000000000000000000000000000aabb", nil,
		[]proxies.Kind{proxies.Kind1167}},
	{"0age's clone", "3d3d3d3d363d3d37363d73%s5af43d3d93803e602a57fd5bf3", nil, []proxies.Kind{proxies.KindFixed}},
	{"Vyper's first clone", "366000600037611000600036600073%s5af4602c57600080fd5b6110006000f3", nil, []proxies.Kind{proxies.KindFixed}},
	{"Solady's clone with PUSH0", "5f5f365f5f37365f73%s5af43d5f5f3e6029573d5ffd5b3d5ff3", nil, []proxies.Kind{proxies.KindFixed}},
	{"clone that appends its arguments", "3d3d3d3d363d3d376100046037363936610004013d73%s5af43d3d93803e603557fd5bf3aabb0004", nil,
		[]proxies.Kind{proxies.KindFixed}},
	{"Solady's EIP-1967 proxy", "363d3d373d3d363d7f" + hexOf(proxies.SlotImplementation) + "545af43d6000803e6038573d6000fd5b3d6000f3",
		inSlot(proxies.SlotImplementation), []proxies.Kind{proxies.Kind1967}},
	{"Safe proxy", "608060405273ffffffffffffffffffffffffffffffffffffffff600054167fa619486e000000000000000000000000000000000000000000000000000000006000" +
		"3514156050578060005260206000f35b3660008037600080366000845af43d6000803e60008114156070573d6000fd5b3d6000f3fe", inSlot(first),
		[]proxies.Kind{proxies.KindOwnSlot}},
	{"proxy that answers payments", "3615604657365f5f375f5f365f7f" + hexOf(proxies.SlotImplementation) + "54" + "5af43d5f5f3e3d5ff3" +
		strings.Repeat("00", 70-56) + "5b00", inSlot(proxies.SlotImplementation), []proxies.Kind{proxies.Kind1967}},
	// caller == admin: return 1, and delegate otherwise
	{"transparent proxy", "337f" + hexOf(proxies.SlotAdmin) + "5414605f57365f5f375f5f365f7f" + hexOf(proxies.SlotImplementation) + "54" + tail +
		strings.Repeat("00", 95-92) + "5b60015f5260205ff3",
		func(to common.Address) map[common.Hash]common.Hash {
			return map[common.Hash]common.Hash{proxies.SlotImplementation: word(to), proxies.SlotAdmin: word(admins)}
		}, []proxies.Kind{proxies.Kind1967}},
}

// prober asks hosts about contracts, and calls them to see for itself.
type prober struct {
	host  host
	chain *onchain.Snapshot
}

// check holds what is found out about a target against what is so.
func (p *prober) check(t *testing.T, name string, target common.Address, selector selectors.Selector, want dispatch.Verdict, kinds ...proxies.Kind) {
	t.Helper()
	got, err := proxies.NewResolver(p.chain).Resolve(t.Context(), target, selector)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	var found []proxies.Kind
	for _, step := range got.Path {
		found = append(found, step.Kind)
	}
	if got.Verdict != want || fmt.Sprint(found) != fmt.Sprint(kinds) {
		t.Errorf("%s: %s: %s by %q, want %s by %q", name, got.Verdict, got.Reason, found, want, kinds)
	}
}

// answers reports whether the target itself answers like one that has getPolicyCodeHash().
func (p *prober) answers(t *testing.T, target common.Address) bool {
	t.Helper()
	output, err := p.chain.Call(t.Context(), common.Address{}, target, append(codeHash[:], make([]byte, 768)...))
	return err == nil && len(output) >= 32 && common.BytesToHash(output[:32]) != common.Hash{}
}

// Every variant, each with the new implementation and with the old one. What is found out is what a call of the target shows.
func TestVariants(t *testing.T) {
	onHosts(t, func(t *testing.T, h host) {
		implementations := map[common.Address]dispatch.Verdict{
			h.fixture(t, "PolicyV2"): dispatch.Present, h.fixture(t, "PolicyV1"): dispatch.Missing,
		}
		type made struct {
			name   string
			target common.Address
			want   dispatch.Verdict
			kinds  []proxies.Kind
		}
		var all []made
		for implementation, want := range implementations {
			for _, v := range variants {
				text := v.code
				if strings.Contains(text, "%s") {
					text = fmt.Sprintf(text, hex.EncodeToString(implementation[:]))
				}
				var slots map[common.Hash]common.Hash
				if v.slots != nil {
					slots = v.slots(implementation)
				}
				all = append(all, made{v.name, h.put(t, code(text), slots), want, append(v.kinds[:1:1], proxies.KindContract)})
			}
			beacon := h.put(t, returning(word(implementation)), nil)
			all = append(all,
				made{"Solady's beacon proxy", h.put(t, code("363d3d373d3d363d602036600436635c60da1b60e01b36527f"+hexOf(proxies.SlotBeacon)+
					"545afa5036515af43d6000803e604d573d6000fd5b3d6000f3"), inSlot(proxies.SlotBeacon)(beacon)), want,
					[]proxies.Kind{proxies.KindBeacon, proxies.KindContract}},
				made{"proxy with a fixed beacon", h.put(t, code("635c60da1b60e01b5f5260205f60045f73"+hex.EncodeToString(beacon[:])+
					"5afa505f51365f5f375f5f365f84"+tail), nil), want, []proxies.Kind{proxies.KindAsking, proxies.KindContract}},
				made{"clone of a Safe proxy", h.put(t, code(fmt.Sprintf("363d3d373d3d3d363d73%x5af43d82803e903d91602b57fd5bf3",
					h.put(t, code(variants[7].code), nil))), inSlot(first)(implementation)), want,
					[]proxies.Kind{proxies.Kind1167, proxies.KindOwnSlot, proxies.KindContract}},
			)
		}
		p := &prober{h, snapshot(t, h)}
		for _, m := range all {
			p.check(t, m.name, m.target, codeHash, m.want, m.kinds...)
			if has := p.answers(t, m.target); has != (m.want == dispatch.Present) {
				t.Errorf("%s: a call of the target shows %v: the proxy of this test is none", m.name, has)
			}
		}
	})
}

// What a proxy answers itself, and what it runs or asks before it hands a call on.
func TestProxiesWithFunctions(t *testing.T) {
	onHosts(t, func(t *testing.T, h host) {
		current := h.fixture(t, "PolicyV2")
		safe := h.put(t, code(variants[7].code), inSlot(first)(current))
		transparent := h.put(t, code(variants[9].code), variants[9].slots(current))
		library := h.put(t, returning(word(current)), nil)
		delegating := h.put(t, code("60205f5f5f73"+hex.EncodeToString(library[:])+"5af4505f51365f5f375f5f365f84"+tail), nil)
		long := h.put(t, code("6180005ff3"), nil)
		asking := h.put(t, code("60205f5f5f73"+hex.EncodeToString(long[:])+"5afa505f51365f5f375f5f365f84"+tail), nil)
		// address(this) must be the library's: pushes 20 bytes that are not the address of this contract
		elsewhere := h.put(t, code("73"+hex.EncodeToString(current[:])+"3014601d575f5ffd5b5f3560e01c63e998a08814602f575f5ffd5b60015f5260205ff3"), nil)
		proxy := h.put(t, slotProxy(proxies.SlotImplementation), inSlot(proxies.SlotImplementation)(elsewhere))
		p := &prober{h, snapshot(t, h)}
		p.check(t, "function of the Safe proxy", safe, selectors.Selector{0xa6, 0x19, 0x48, 0x6e}, dispatch.Present, proxies.KindContract)
		p.check(t, "function for the admin", transparent, selectors.Of("upgradeTo(address)"), dispatch.Missing, proxies.Kind1967, proxies.KindContract)
		p.check(t, "library that is run", delegating, codeHash, dispatch.Inconclusive, proxies.KindContract)
		p.check(t, "long answer", asking, codeHash, dispatch.Inconclusive, proxies.KindContract)
		p.check(t, "code for another address", elsewhere, codeHash, dispatch.Missing, proxies.KindContract)
		p.check(t, "code for another address, behind a proxy", proxy, codeHash, dispatch.Missing, proxies.Kind1967, proxies.KindContract)
		got, err := proxies.NewResolver(p.chain).Resolve(t.Context(), transparent, codeHash)
		if err != nil || got.Path[0].Admin == nil || *got.Path[0].Admin != admins {
			t.Errorf("path %+v, %v, want the admin %s", got.Path, err, admins)
		}
	})
}

// Code that only runs at its own address: what is known of it elsewhere does not count.
func TestCodeForItsAddress(t *testing.T) {
	n := nodetest.New(t, chainID)
	text := func(own common.Address) []byte {
		return code("73" + hex.EncodeToString(own[:]) + "3014601d575f5ffd5b5f3560e01c63e998a08814602f575f5ffd5b60015f5260205ff3")
	}
	own := n.Put(nil)
	next := common.BigToAddress(own.Big().Add(own.Big(), common.Big1))
	if at := n.Put(text(next)); at != next {
		t.Fatalf("put at %s, want %s", at, next)
	}
	p := &prober{memory{n}, snapshot(t, memory{n})}
	p.check(t, "at its address", next, codeHash, dispatch.Present, proxies.KindContract)
}

// EIP-7702: the code of an account is that of another. Only one such step is taken, whoever calls.
func TestDelegatedAccounts(t *testing.T) {
	n := nodetest.New(t, chainID)
	current := n.DeployFixture(t, "PolicyV2")
	account := n.Put(append(code("ef0100"), current[:]...))
	twice := n.Put(append(code("ef0100"), account[:]...))
	itself := n.Put(nil)
	next := common.BigToAddress(itself.Big().Add(itself.Big(), common.Big1))
	loop := n.Put(append(code("ef0100"), next[:]...))
	precompile := n.Put(code("ef01000000000000000000000000000000000000000004"))
	behind := n.DeployFixture(t, "EIP1967Proxy", account)
	behindTwice := n.DeployFixture(t, "EIP1967Proxy", twice)
	p := &prober{memory{n}, snapshot(t, memory{n})}
	for _, test := range []struct {
		name   string
		target common.Address
		want   dispatch.Verdict
		kinds  []proxies.Kind
	}{
		{"account", account, dispatch.Present, []proxies.Kind{proxies.Kind7702, proxies.KindContract}},
		{"account of an account", twice, dispatch.Missing, []proxies.Kind{proxies.Kind7702, proxies.Kind7702}},
		{"account of itself", loop, dispatch.Missing, []proxies.Kind{proxies.Kind7702, proxies.Kind7702}},
		{"account of a precompile", precompile, dispatch.Missing, []proxies.Kind{proxies.Kind7702, proxies.KindNoCode}},
		{"behind a proxy", behind, dispatch.Present, []proxies.Kind{proxies.Kind1967, proxies.Kind7702, proxies.KindContract}},
		{"account of an account, behind a proxy", behindTwice, dispatch.Missing, []proxies.Kind{proxies.Kind1967, proxies.Kind7702, proxies.Kind7702}},
	} {
		p.check(t, test.name, test.target, codeHash, test.want, test.kinds...)
		if has := p.answers(t, test.target); has != (test.want == dispatch.Present) {
			t.Errorf("%s: a call of the account shows %v", test.name, has)
		}
	}
}

// Clones push the addresses that begin with zeros without them.
func TestClone(t *testing.T) {
	full := "363d3d373d3d3d363d73%s5af43d82803e903d91602b57fd5bf3"
	address := common.HexToAddress("0x00000000000000000000000000000000acc00123")
	for text, want := range map[string]bool{
		fmt.Sprintf(full, hex.EncodeToString(address[:])):            true,
		fmt.Sprintf(full, hex.EncodeToString(address[:])) + "00aabb": true,
		"363d3d373d3d3d363d63acc001235af43d82803e903d91601b57fd5bf3": true,
		"363d3d373d3d3d363d63acc001235af43d82803e903d91602b57fd5bf3": false,
		"363d3d373d3d3d363d63acc001235af43d82803e903d91601b57fd5b":   false,
		"363d3d373d3d3d363d5f5af43d82803e903d91601757fd5bf3":         false,
		"363d3d373d3d3d363d":                                         false,
		"363d3d373d3d3d363d74" + strings.Repeat("00", 40):            false,
		"363d3d373d3d3d363d63acc001235af23d82803e903d91601b57fd5bf3": false,
		"": false,
	} {
		if got, ok := proxies.Clone(code(text)); ok != want || ok && got != address {
			t.Errorf("%s: %s, %v", text, got, ok)
		}
	}
	n := nodetest.New(t, chainID)
	current := n.DeployFixture(t, "PolicyV2")
	low := n.Put(n.CodeAt(current))
	short := n.Put(code(fmt.Sprintf("363d3d373d3d3d363d63%x5af43d82803e903d91601b57fd5bf3", low[16:])))
	p := &prober{memory{n}, snapshot(t, memory{n})}
	p.check(t, "short clone", short, codeHash, dispatch.Present, proxies.Kind1167, proxies.KindContract)
	if !p.answers(t, short) {
		t.Error("the clone of this test is none")
	}
}
