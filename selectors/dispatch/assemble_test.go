package dispatch_test

import (
	"encoding/hex"
	"strings"

	"github.com/ethereum/go-ethereum/core/vm"
)

// assemble translates assembly into code. A word is the name of an opcode; 0x and digits, which are pushed; @label, whose position is pushed
// with two bytes; label:, a JUMPDEST; label= for a position in data; and # and digits, which stand in the code as they are.
func assemble(text string) []byte {
	var code []byte
	labels, uses := map[string]int{}, map[int]string{}
	for _, word := range strings.Fields(text) {
		switch {
		case strings.HasPrefix(word, "0x"):
			data := hexCode(word[2:])
			code = append(append(code, byte(vm.PUSH0)+byte(len(data))), data...)
		case strings.HasPrefix(word, "@"):
			code = append(code, byte(vm.PUSH2), 0, 0)
			uses[len(code)-2] = word[1:]
		case strings.HasSuffix(word, ":"):
			labels[strings.TrimSuffix(word, ":")] = len(code)
			code = append(code, byte(vm.JUMPDEST))
		case strings.HasSuffix(word, "="):
			labels[strings.TrimSuffix(word, "=")] = len(code)
		case strings.HasPrefix(word, "#"):
			code = append(code, hexCode(word[1:])...)
		default:
			op := vm.StringToOp(word)
			if op == vm.STOP && word != "STOP" {
				panic("no opcode " + word)
			}
			code = append(code, byte(op))
		}
	}
	for at, label := range uses {
		position, ok := labels[label]
		if !ok {
			panic("no label " + label)
		}
		code[at], code[at+1] = byte(position>>8), byte(position)
	}
	return code
}

// hexCode is code written as hex digits.
func hexCode(text string) []byte {
	code, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return code
}

// Pieces of assembly: the selector on the stack, the ends of functions, and a proxy's hand-over to the account on the stack.
const (
	loadSelector = " PUSH0 CALLDATALOAD 0xe0 SHR "
	refuse       = " PUSH0 PUSH0 REVERT "
	one          = " 0x01 PUSH0 MSTORE 0x20 PUSH0 RETURN "
	function     = " f: " + one
	copyCall     = " CALLDATASIZE PUSH0 PUSH0 CALLDATACOPY "
	delegate     = copyCall + " PUSH0 PUSH0 CALLDATASIZE PUSH0 0x9999999999999999999999999999999999999999 GAS DELEGATECALL STOP "
	forward      = copyCall + " PUSH0 PUSH0 CALLDATASIZE PUSH0 PUSH0 0x9999999999999999999999999999999999999999 GAS CALL STOP "
)
