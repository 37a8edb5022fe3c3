// Package names keeps method names everywhere but at the call.
package names

import (
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"example.com/lint/directcall/names/keys"
)

// A Method is a defined string type.
type Method string

const (
	hash          = "getPolicyCodeHash"
	typed  Method = "getPolicyCodeHash"
	prefix        = "getPolicy"
	other         = "owner"
	number        = len(hash)
)

// Real code keeps names in unexported variables as often as in constants.
var (
	once             = "getPolicyCodeHash"
	chained          = once
	converted        = string(typed)
	left, right      = "owner", "getPolicyCodeHash"
	reassigned       = "getPolicyCodeHash"
	addressed        = "getPolicyCodeHash"
	built            = strings.TrimSpace("getPolicyCodeHash ")
	later            string
	Exported         = "getPolicyCodeHash"
	cyclic, circular = "", ""
)

func init() {
	reassigned = "owner"
	later = "getPolicyCodeHash"
	_ = &addressed
}

func constants(a abi.ABI) {
	a.Pack(hash)                // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack((hash))              // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(string(typed))       // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(prefix + "CodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(keys.Hash)           // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(other)
	a.Pack(prefix)
}

func variables(a abi.ABI) {
	a.Pack(once)      // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(chained)   // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(converted) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(right)     // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	a.Pack(left)
	a.Pack(reassigned)
	a.Pack(addressed)
	a.Pack(built)
	a.Pack(later)
	a.Pack(Exported)
	a.Pack(keys.Variable)
}

func locals(a abi.ABI, choose bool) {
	local := "getPolicyCodeHash"
	a.Pack(local) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

	var declared string = "getPolicyCodeHash"
	a.Pack(declared) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

	changed := "getPolicyCodeHash"
	if choose {
		changed = "owner"
	}
	a.Pack(changed)

	appended := "getPolicyCode"
	appended += "Hash"
	a.Pack(appended)

	pointed := "getPolicyCodeHash"
	rename(&pointed)
	a.Pack(pointed)

	redeclared, first := "getPolicyCodeHash", 1
	redeclared, second := "owner", 2
	a.Pack(redeclared, first, second)

	for _, ranged := range []string{"getPolicyCodeHash"} {
		a.Pack(ranged)
	}
	shadowed := "getPolicyCodeHash"
	{
		shadowed := "owner"
		a.Pack(shadowed)
	}
	a.Pack(shadowed) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func rename(name *string) { *name = "owner" }

func indexed(a abi.ABI) []byte {
	if number > 0 {
		return a.Methods[once].ID // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	}
	return a.Methods[reassigned].ID
}

var _, _, _, _, _, _ = constants, variables, locals, indexed, cyclic, circular
