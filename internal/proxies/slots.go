package proxies

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
)

// Slots in which the usual proxies keep what they hand calls to.
var (
	SlotImplementation = common.HexToHash("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc") // EIP-1967
	SlotBeacon         = common.HexToHash("0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50") // EIP-1967
	SlotAdmin          = common.HexToHash("0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103") // EIP-1967
	SlotProxiable      = common.HexToHash("0xc5f16f0fcc639fa48a6947836d9850f504798523bf8c9a3a87d5876cf622bcf7") // EIP-1822
	SlotZeppelin       = common.HexToHash("0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3") // OpenZeppelin before EIP-1967
	SlotZeppelinAdmin  = common.HexToHash("0x10d6a54a4754c8869d6886b5f5d7fbfa5b4522237ea5c60d11bc4e7a1ff9390b")
)

// usual are the slots that are fetched together when the code of an account may be that of a proxy.
var usual = []common.Hash{SlotImplementation, SlotBeacon, SlotAdmin, SlotProxiable, SlotZeppelin, SlotZeppelinAdmin}

// Kind is what an account on the way is.
type Kind string

// The kinds there are.
const (
	KindContract  Kind = "contract" // that hands the call nowhere
	KindNoCode    Kind = "no code"
	Kind1967      Kind = "EIP-1967 proxy"
	KindBeacon    Kind = "EIP-1967 beacon proxy"
	Kind1822      Kind = "EIP-1822 proxy"
	Kind1167      Kind = "EIP-1167 clone"
	Kind7702      Kind = "EIP-7702 account"
	KindZeppelin  Kind = "OpenZeppelin proxy" // before EIP-1967
	KindDiamond   Kind = "EIP-2535 diamond"
	KindFixed     Kind = "proxy with a fixed target"
	KindOwnSlot   Kind = "proxy with a slot of its own"
	KindAsking    Kind = "proxy that asks for its target"
	KindForwarder Kind = "forwarder"
)

// Codes of an EIP-1167 clone around its target, and where the PUSH20 between them stands. Addresses that begin with zeros are pushed without
// them, and the code is then that much shorter.
var (
	cloneHead = common.FromHex("0x363d3d373d3d3d363d")
	cloneTail = common.FromHex("0x5af43d82803e903d91600057fd5bf3")
)

const cloneJump = 10 // where in cloneTail the position is that it jumps to

// Clone returns the target of an EIP-1167 clone, whose code is known byte by byte. Arguments may follow it.
func Clone(code []byte) (target common.Address, ok bool) {
	rest, ok := bytes.CutPrefix(code, cloneHead)
	if !ok || len(rest) == 0 {
		return common.Address{}, false
	}
	size := int(rest[0]) - int(vm.PUSH0)
	if size < 1 || size > common.AddressLength || len(rest) < 1+size+len(cloneTail) {
		return common.Address{}, false
	}
	tail := bytes.Clone(rest[1+size:][:len(cloneTail)])
	if int(tail[cloneJump]) != len(cloneHead)+1+size+len(cloneTail)-2 {
		return common.Address{}, false
	}
	tail[cloneJump] = 0
	return common.BytesToAddress(rest[1 : 1+size]), bytes.Equal(tail, cloneTail)
}

// kindOf names the kind of an account that hands the call to next.
func kindOf(code []byte, forwarded, asked, reads bool, storage map[common.Hash]common.Hash, next common.Address) Kind {
	named := func(slot common.Hash) bool {
		value := storage[slot]
		return value != common.Hash{} && common.BytesToAddress(value[:]) == next
	}
	_, isClone := Clone(code)
	_, isDelegation := types.ParseDelegation(code)
	switch {
	case isDelegation:
		return Kind7702
	case isClone:
		return Kind1167
	case forwarded:
		return KindForwarder
	case named(SlotImplementation):
		return Kind1967
	case named(SlotProxiable):
		return Kind1822
	case named(SlotZeppelin):
		return KindZeppelin
	case asked && storage[SlotBeacon] != common.Hash{}:
		return KindBeacon
	case asked:
		return KindAsking
	case reads:
		return KindOwnSlot
	}
	return KindFixed
}
