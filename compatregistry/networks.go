package compatregistry

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"gopkg.in/yaml.v3"
)

// A targetDraft is a contract with the network that names it.
type targetDraft struct {
	network  string
	contract located
}

var (
	networkName     = regexp.MustCompile(`^[a-zA-Z0-9][a-zA-Z0-9._-]*$`)
	environmentName = regexp.MustCompile(`^[a-zA-Z_][a-zA-Z0-9_]*$`)
)

func (b *builder) readNetworks(n *yaml.Node) {
	b.entries(n, func(key located, value *yaml.Node) {
		b.within(fmt.Sprintf("network %q", key.text), func() { b.readNetwork(key, value) })
	})
}

func (b *builder) readNetwork(key located, n *yaml.Node) {
	network := &Network{Name: key.text, Position: key.position}
	if !networkName.MatchString(key.text) {
		b.errorAt(key.position, "the name has characters other than letters, digits, dots, dashes and underscores")
	}
	b.object(n, key.position, []field{
		{name: "chain_id", read: b.readChainID(&network.ChainID), required: "chain_id: and the number by EIP-155, such as 11155111"},
		{name: "rpc_env", read: b.readRPCEnv(&network.RPCEnv)},
		{name: "strictness_registry", read: b.readAddress(&network.StrictnessRegistry)},
		{name: "addresses", read: b.readTargets(network)},
	})
	b.registry.Networks = append(b.registry.Networks, network)
}

func (b *builder) readChainID(into *uint64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		id, err := strconv.ParseUint(n.Value, 10, 64)
		if n.Kind != yaml.ScalarNode || n.Tag != integerTag || err != nil || id == 0 {
			b.valueError(n, "must be a positive whole number in decimal, not %s", describeValue(n))
			return
		}
		*into = id
	}
}

// readRPCEnv reads the name of an environment variable. What is written in its place may be a URL with a key in it, so
// messages do not repeat it.
func (b *builder) readRPCEnv(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		switch {
		case n.Kind == yaml.ScalarNode && strings.Contains(n.Value, "://"):
			b.valueError(n, "is a URL: put it in an environment variable and write the variable's name, such as SEPOLIA_RPC_URL")
		case n.Kind != yaml.ScalarNode || n.Tag != stringTag || !environmentName.MatchString(n.Value):
			b.valueError(n, "is not the name of an environment variable: write one such as SEPOLIA_RPC_URL")
		default:
			*into = n.Value
		}
	}
}

func (b *builder) readTargets(network *Network) func(*yaml.Node) {
	return func(n *yaml.Node) {
		b.entries(n, func(key located, value *yaml.Node) {
			b.targets = append(b.targets, targetDraft{network.Name, key})
			set := TargetSet{Contract: key.text, Position: key.position}
			outer := b.path
			b.path = b.pathTo(key.text)
			b.object(value, key.position, []field{
				{name: "addresses", read: b.readAddresses(&set.Addresses)},
				{name: "enumerate", read: b.readEnumerate(network.Name, &set)},
			})
			b.path = outer
			network.Addresses = append(network.Addresses, set)
		})
	}
}

func (b *builder) readAddresses(into *[]common.Address) func(*yaml.Node) {
	return func(n *yaml.Node) {
		seen := map[common.Address]bool{}
		b.elements(n, func(element *yaml.Node) {
			var address common.Address
			before := len(b.errors)
			b.readAddress(&address)(element)
			switch {
			case len(b.errors) > before:
			case seen[address]:
				b.valueError(element, "has %s twice: remove one", address)
			default:
				seen[address] = true
				*into = append(*into, address)
			}
		})
	}
}

func (b *builder) readAddress(into *common.Address) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			b.valueError(n, "must be an address, not %s", describe(n))
			return
		}
		address, err := parseAddress(n.Value)
		if err != nil {
			b.valueError(n, "%s is not an address: %v", describeValue(n), err)
			return
		}
		*into = address
	}
}

// parseAddress reads 20 bytes in hex. Mixed case is a checksum (EIP-55), which must be right.
func parseAddress(text string) (common.Address, error) {
	digits, ok := strings.CutPrefix(text, "0x")
	if !ok || len(digits) != 2*common.AddressLength || !common.IsHexAddress(digits) {
		return common.Address{}, errors.New("write 0x and 40 hex digits")
	}
	address := common.HexToAddress(digits)
	isMixed := digits != strings.ToLower(digits) && digits != strings.ToUpper(digits)
	switch {
	case address == common.Address{}:
		return common.Address{}, errors.New("it is zero, which is where nothing is deployed")
	case isMixed && address.Hex() != text:
		return common.Address{}, fmt.Errorf("its checksum is wrong (EIP-55): a digit is mistyped, or it should be %s", address.Hex())
	}
	return address, nil
}
