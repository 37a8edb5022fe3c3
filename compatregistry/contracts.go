package compatregistry

import (
	"fmt"
	"go/token"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// A contractDraft is a contract with the positions of what it refers to.
type contractDraft struct {
	*Contract
	siblings []located
}

// solidityName is the grammar's identifier. Contract names are written to the lock file, whose fields spaces separate.
var solidityName = regexp.MustCompile(`^[a-zA-Z_$][a-zA-Z0-9_$]*$`)

func (b *builder) readContracts(n *yaml.Node) {
	b.entries(n, func(key located, value *yaml.Node) {
		b.within(fmt.Sprintf("contract %q", key.text), func() { b.readContract(key, value) })
	})
}

func (b *builder) readContract(key located, n *yaml.Node) {
	// Without a word on rollout, versions may live side by side: the rules for that are the stricter ones.
	c := &Contract{Name: key.text, Rollout: RolloutGrace, Position: key.position}
	draft := &contractDraft{Contract: c}
	if !solidityName.MatchString(key.text) {
		b.errorAt(key.position, "the name is not that of a Solidity contract: use letters, digits and underscores")
	}
	b.object(n, key.position, []field{
		{name: "rollout", read: choice(b.decoder, &c.Rollout, RolloutGrace, RolloutLockstep)},
		{name: "bindings", read: b.texts(&c.Bindings, checkPattern)},
		{name: "types", read: b.texts(&c.Types, checkGoName)},
		{name: "abi", read: b.readABI(c)},
		{name: "siblings", read: b.textList(&draft.siblings, nil)},
	})
	if c.Types == nil {
		c.Types = []string{c.Name}
		if !token.IsIdentifier(c.Name) && solidityName.MatchString(c.Name) {
			b.errorAt(key.position, "the name is not a Go identifier: list the abigen type names under types")
		}
	}
	c.Siblings = texts(draft.siblings)
	b.contracts = append(b.contracts, draft)
	b.registry.Contracts = append(b.registry.Contracts, c)
	b.registry.contracts[c.Name] = c
}

func (b *builder) readABI(c *Contract) func(*yaml.Node) {
	return func(n *yaml.Node) {
		file, ok := b.readText(n)
		if !ok {
			return
		}
		c.ABIFile = file.text
		var err error
		if c.ABI, err = b.loadABI(file.text); err != nil {
			b.valueError(n, "cannot be used: %s", strings.ReplaceAll(err.Error(), "\n", " "))
			return
		}
		b.methods[c] = newMethodSet(c.ABI.Methods)
	}
}
