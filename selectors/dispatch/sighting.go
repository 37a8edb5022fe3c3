package dispatch

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/selectors"
)

// A match is a comparison whose two sides are the selector.
type match struct {
	step, pc    uint64
	op          vm.OpCode
	leftAligned bool
	selector    selectors.Selector
}

func (m *match) String() string {
	return fmt.Sprintf("compares %s with the selector of the call (%s at %d)", m.selector, m.op, m.pc)
}

// maxMatches bounds how many comparisons of a run are looked at. More than one is rare: the first may compare the calldata with itself.
const maxMatches = 4

// A sighting is what was observed in one run.
type sighting struct {
	machine     *machine
	evm         *vm.EVM
	selector    selectors.Selector
	right, left uint256.Int // the selector as a word
	caller      uint256.Int
	watch       *match // stop at its step; nil to run to the end

	steps    uint64
	matches  []match
	reached  bool // the watched step, with these ...
	operands [2]uint256.Int

	handsOn   bool // the call goes on to next, calldata and all
	forwarded bool // with the storage of next
	next      common.Address
	reads     []common.Hash // unknown slots that were read before that
	asks      []Ask         // unknown calls before that

	gatekeeper                  *common.Address // the first account that the caller was compared with
	loadsSelector, readsStorage bool
	looksAround                 bool   // reads the block, the chain or other accounts
	usesAddress                 bool   // reads its own address before anything was compared with the selector
	comparesLength              uint64 // what the length of the calldata was compared with, if it was

	lastPC        uint64
	lastOp        byte
	unknownOpcode bool
	stopped       string // by which limit
	reverted      bool
	fault         string // how it ended otherwise than by STOP, RETURN and REVERT
	output        []byte
	effects       [4]int // reads, writes, logs, calls
}

// onOpcode sees each opcode before it is executed.
func (s *sighting) onOpcode(pc uint64, op byte, _, _ uint64, scope tracing.OpContext, _ []byte, depth int, err error) {
	if s.handsOn || s.reached || s.stopped != "" {
		return
	}
	s.steps++
	if depth == 1 {
		s.lastPC, s.lastOp = pc, op
	}
	if limit := s.stepLimit(); s.steps > limit {
		s.stop(fmt.Sprintf("still running after %d steps", limit))
		return
	}
	if depth != 1 || err != nil {
		return
	}
	s.observe(pc, vm.OpCode(op), scope)
}

func (s *sighting) stepLimit() uint64 {
	if len(s.matches) > 0 {
		return min(s.matches[len(s.matches)-1].step+afterward, stepLimit)
	}
	return stepLimit
}

// stop ends the run at its next jump; straight code ends by itself.
func (s *sighting) stop(why string) {
	s.stopped = why
	s.evm.Cancel()
}

func (s *sighting) observe(pc uint64, op vm.OpCode, scope tracing.OpContext) {
	stack := scope.StackData()
	top := func(i int) *uint256.Int { return &stack[len(stack)-1-i] } // go-ethereum has checked that the operands are there
	switch op {
	case vm.EQ, vm.XOR, vm.SUB:
		s.compare(pc, op, top(0), top(1))
	case vm.CALLDATALOAD:
		s.loadsSelector = s.loadsSelector || top(0).LtUint64(4)
	case vm.CALLDATACOPY:
		s.loadsSelector = s.loadsSelector || top(1).LtUint64(4) && !top(2).IsZero()
	case vm.ADDRESS:
		s.usesAddress = s.usesAddress || len(s.matches) == 0
	case vm.TIMESTAMP, vm.NUMBER, vm.CHAINID, vm.COINBASE, vm.PREVRANDAO, vm.GASLIMIT, vm.BASEFEE, vm.BLOBBASEFEE, vm.BLOCKHASH, vm.BLOBHASH,
		vm.ORIGIN, vm.GASPRICE, vm.BALANCE, vm.SELFBALANCE, vm.EXTCODECOPY:
		s.looksAround = true
	case vm.SLOAD:
		s.effects[0]++
		s.load(common.Hash(top(0).Bytes32()))
	case vm.SSTORE, vm.TSTORE:
		s.effects[1]++
	case vm.LOG0, vm.LOG1, vm.LOG2, vm.LOG3, vm.LOG4:
		s.effects[2]++
	case vm.EXTCODESIZE, vm.EXTCODEHASH:
		s.looksAround = true
		s.animate(common.Address(top(0).Bytes20()), nil)
	case vm.CALL, vm.CALLCODE:
		s.call(op, top(1), memory(scope, top(3), top(4)))
	case vm.DELEGATECALL, vm.STATICCALL:
		s.call(op, top(1), memory(scope, top(2), top(3)))
	}
}

func (s *sighting) compare(pc uint64, op vm.OpCode, a, b *uint256.Int) {
	if s.watch != nil {
		if s.steps == s.watch.step && pc == s.watch.pc {
			s.reached, s.operands = true, [2]uint256.Int{*a, *b}
			s.evm.Cancel()
		}
		return
	}
	s.compareCaller(a, b)
	s.compareLength(op, a, b)
	isRight, isLeft := a.Eq(&s.right) && b.Eq(&s.right), a.Eq(&s.left) && b.Eq(&s.left)
	if (isRight || isLeft) && len(s.matches) < maxMatches {
		s.matches = append(s.matches, match{step: s.steps, pc: pc, op: op, leftAligned: !isRight, selector: s.selector})
	}
}

// compareLength takes note of a length of the calldata that the code wants to be exact: there are dispatchers that look at it first.
func (s *sighting) compareLength(op vm.OpCode, a, b *uint256.Int) {
	if op == vm.SUB || len(s.matches) > 0 { // lengths are subtracted by all code that copies calldata
		return
	}
	for _, sides := range [][2]*uint256.Int{{a, b}, {b, a}} {
		if wanted := sides[1]; sides[0].Eq(uint256.NewInt(calldataLength)) && wanted.LtUint64(calldataLength) && !wanted.LtUint64(4) {
			s.comparesLength = wanted.Uint64()
		}
	}
}

// compareCaller takes note of an account that the caller is compared with. Zero is nobody.
func (s *sighting) compareCaller(a, b *uint256.Int) {
	if s.gatekeeper != nil || a.Eq(b) {
		return
	}
	for _, pair := range [][2]*uint256.Int{{a, b}, {b, a}} {
		if other := pair[1]; pair[0].Eq(&s.caller) && other.BitLen() <= 160 && !other.IsZero() {
			address := common.Address(other.Bytes20())
			s.gatekeeper = &address
		}
	}
}

func (s *sighting) load(slot common.Hash) {
	s.readsStorage = true
	if _, isKnown := s.machine.known.Storage[slot]; isKnown || slices.Contains(s.reads, slot) {
		return
	}
	if len(s.reads) < maxReads {
		s.reads = append(s.reads, slot)
	}
}

// call sees a call of another account. One that begins with the selector hands the call on; any other asks something.
func (s *sighting) call(op vm.OpCode, target *uint256.Int, input []byte) {
	s.effects[3]++
	to := common.Address(target.Bytes20())
	if bytes.HasPrefix(input, s.selector[:]) && len(input) >= calldataLength {
		s.handsOn, s.next, s.forwarded = true, to, op == vm.CALL || op == vm.STATICCALL
		s.evm.Cancel()
		return
	}
	if precompiles()[to] || to == s.machine.address {
		return
	}
	ask := Ask{To: to, Input: string(input), Delegated: op == vm.DELEGATECALL || op == vm.CALLCODE}
	answer, isKnown := s.machine.known.Answers[ask]
	if !isKnown && len(s.asks) < maxAsks && !slices.Contains(s.asks, ask) {
		s.asks = append(s.asks, ask)
	}
	s.animate(to, answer)
}

// animate puts code at an address of another account, so that the caller finds a contract there. The code answers every call. Who calls
// has no code.
func (s *sighting) animate(address common.Address, answer []byte) {
	if precompiles()[address] || address == s.machine.address || address == anybody || address == (common.Address{}) {
		return
	}
	s.machine.state.SetCode(address, answering(answer), tracing.CodeChangeUnspecified)
}

// MaxAnswer is how much of an answer in Known is given: the positions in the code that gives it have two bytes.
const MaxAnswer = 1 << 14

// answering is code that returns data whatever it is asked.
func answering(data []byte) []byte {
	data = data[:min(len(data), MaxAnswer)]
	size := [2]byte{byte(len(data) >> 8), byte(len(data))}
	code := []byte{
		byte(vm.PUSH2), size[0], size[1], byte(vm.DUP1), byte(vm.PUSH1), 12, byte(vm.PUSH0), byte(vm.CODECOPY),
		byte(vm.PUSH0), byte(vm.RETURN), byte(vm.STOP), byte(vm.STOP),
	}
	return append(code, data...)
}

// memory is a part of the memory as an opcode reads it: zeros follow its end. Longer input than any that matters is cut.
func memory(scope tracing.OpContext, offset, size *uint256.Int) []byte {
	const longest = 1 << 14
	if !size.IsUint64() || size.IsZero() {
		return nil
	}
	data := make([]byte, min(size.Uint64(), longest))
	if all := scope.MemoryData(); offset.IsUint64() && offset.Uint64() < uint64(len(all)) {
		copy(data, all[offset.Uint64():])
	}
	return data
}

// finish records how the run ended.
func (s *sighting) finish(output []byte, err error) {
	s.machine, s.evm = nil, nil
	s.output = output
	var invalid *vm.ErrInvalidOpCode
	switch {
	case err == nil:
	case errors.Is(err, vm.ErrExecutionReverted):
		s.reverted = true
	case errors.Is(err, vm.ErrOutOfGas):
		if s.stopped == "" {
			s.stopped = fmt.Sprintf("out of gas after %d steps", s.steps)
		}
	case errors.As(err, &invalid):
		s.unknownOpcode = vm.OpCode(s.lastOp) != vm.INVALID
		s.fault = "invalid opcode"
	case errors.Is(err, vm.ErrInvalidJump):
		s.fault = "invalid jump"
	default:
		s.fault = "fault: " + err.Error()
	}
}

// ending says how the run ended.
func (s *sighting) ending() string {
	switch {
	case s.fault != "":
		return s.fault
	case s.reverted && len(s.output) == 0:
		return "reverts without data"
	case s.reverted:
		return fmt.Sprintf("reverts with %d bytes", len(s.output))
	case len(s.output) == 0:
		return "returns nothing"
	}
	return fmt.Sprintf("returns %d bytes", len(s.output))
}

// faresLike reports whether two runs are the same to their caller. The selector may be part of the answer, as in an error that names the
// missing function: that of the one must then stand where that of the other does.
func (s *sighting) faresLike(other *sighting) bool {
	if s.stopped != other.stopped || s.fault != other.fault || s.unknownOpcode != other.unknownOpcode || s.reverted != other.reverted ||
		s.handsOn != other.handsOn || s.effects != other.effects || len(s.asks) != len(other.asks) {
		return false
	}
	return bytes.Equal(s.output, other.output) || bytes.Equal(bytes.ReplaceAll(s.output, s.selector[:], other.selector[:]), other.output)
}
