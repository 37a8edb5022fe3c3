package dispatch

import (
	"encoding/binary"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/selectors"
)

// Limits of one run. Gas bounds memory, which costs more the more of it there is: 400,000 gas buy less than half a megabyte.
const (
	gasLimit  = 400_000
	stepLimit = 50_000
	afterward = 2_000 // steps that a run may go on once the selector was compared: to see whether the call is handed on
	maxReads  = 64
	maxAsks   = 8
)

// argumentWords is the length of the calldata behind the selector: dispatchers check that there is enough for the arguments.
const argumentWords = 24

const calldataLength = 4 + 32*argumentWords

// Addresses of a run. The caller is nobody's admin, and not zero, which an unset admin slot reads as.
var (
	anybody = common.HexToAddress("0xca11e4ca11e4ca11e4ca11e4ca11e4ca11e4ca11")
	nowhere = common.HexToAddress("0xc0dec0dec0dec0dec0dec0dec0dec0dec0dec0de")
)

// rules are those of the newest fork that go-ethereum runs on mainnet: a contract that uses an older set of opcodes runs under them too.
var rules = sync.OnceValue(func() *params.ChainConfig {
	config := *params.MergedTestChainConfig
	config.AmsterdamTime, config.UBTTime = nil, nil
	return &config
})

// blank is a state without accounts. Runs build on it and never write to it.
var blank = sync.OnceValue(state.NewDatabaseForTesting)

// A machine runs one code again and again.
type machine struct {
	code    []byte
	address common.Address
	caller  common.Address
	known   Known
	state   *state.StateDB
}

func newMachine(code []byte, known Known) *machine {
	m := &machine{code: code, address: known.Address, caller: anybody, known: known}
	if m.address == (common.Address{}) || precompiles()[m.address] {
		m.address = nowhere
	}
	m.state, _ = state.New(types.EmptyRootHash, blank()) // the empty state is always there
	m.state.CreateAccount(m.address)
	m.state.SetCode(m.address, code, tracing.CodeChangeUnspecified)
	for slot, value := range known.Storage {
		m.state.SetState(m.address, slot, value)
	}
	return m
}

// run calls the code with a selector and zeros behind it. With a comparison to watch it stops there.
func (m *machine) run(selector selectors.Selector, watch *match) *sighting {
	s := &sighting{machine: m, selector: selector, right: word(selector, false), left: word(selector, true), watch: watch}
	s.caller.SetBytes(m.caller[:])
	snapshot := m.state.Snapshot()
	defer m.state.RevertToSnapshot(snapshot)

	cfg := &runtime.Config{
		ChainConfig: rules(), State: m.state, Origin: m.caller, GasLimit: gasLimit, Value: new(big.Int), Difficulty: new(big.Int),
		GasPrice: new(big.Int), BaseFee: new(big.Int), BlobBaseFee: big.NewInt(1), Random: new(common.Hash),
		BlockNumber: big.NewInt(20_000_000), Time: 1_800_000_000, GetHashFn: func(uint64) common.Hash { return common.Hash{} },
		EVMConfig: vm.Config{Tracer: &tracing.Hooks{OnOpcode: s.onOpcode}},
	}
	s.evm = runtime.NewEnv(cfg)
	defer s.evm.Release()
	active := cfg.ChainConfig.Rules(cfg.BlockNumber, true, cfg.Time)
	m.state.Prepare(active, m.caller, common.Address{}, &m.address, vm.ActivePrecompiles(active), nil)

	output, _, err := s.evm.Call(m.caller, m.address, calldata(selector), vm.NewGasBudget(gasLimit, 0), new(uint256.Int))
	s.finish(output, err)
	return s
}

func calldata(selector selectors.Selector) []byte {
	return append(selector[:], make([]byte, calldataLength-len(selector))...)
}

// word is a selector as dispatchers have it on the stack: shifted to the right, or in the first four bytes as msg.sig is.
func word(selector selectors.Selector, leftAligned bool) (w uint256.Int) {
	w.SetUint64(number(selector))
	if leftAligned {
		w.Lsh(&w, 224)
	}
	return w
}

func number(selector selectors.Selector) uint64 { return uint64(binary.BigEndian.Uint32(selector[:])) }

// precompiles are the contracts that the EVM has built in.
var precompiles = sync.OnceValue(func() map[common.Address]bool {
	set := map[common.Address]bool{}
	for _, address := range vm.ActivePrecompiles(rules().Rules(new(big.Int), true, 0)) {
		set[address] = true
	}
	return set
})
