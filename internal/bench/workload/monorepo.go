package workload

import (
	"context"
	"fmt"
	"path/filepath"
)

// Area is the number of packages in one of the monorepo's areas, of which any number can be linted alone. AreaFindings is how many findings the
// linter has in each.
const (
	Area         = 500
	AreaFindings = 1
)

// caller is the number of packages of which one sends a transaction to the vault.
const caller = 50

// Monorepo writes a module of small packages into dir: areas of them, in folders named "area00" and so on. Most know nothing of contracts.
// One in fifty calls the vault through its binding; all but the last of an area serve vaults that do not have the function.
func Monorepo(ctx context.Context, repository, dir string, areas int) error {
	if err := writeFile(filepath.Join(dir, "doc.go"), []byte("// Package monorepo has everything.\npackage monorepo\n")); err != nil {
		return err
	}
	if err := module(ctx, repository, dir, "example.com/keeper"); err != nil {
		return err
	}
	if err := binding(repository, dir); err != nil {
		return err
	}
	for area := range areas {
		for i := range Area {
			name := filepath.Join(dir, fmt.Sprintf("area%02d", area), fmt.Sprintf("p%03d", i), "p.go")
			if err := writeFile(name, []byte(source(area, i))); err != nil {
				return err
			}
		}
	}
	return nil
}

// source is the one file of a package. All but the first of each ten import the one before them.
func source(area, i int) string {
	switch {
	case i == Area-1:
		return fmt.Sprintf(bareSource, i, area)
	case i%caller == caller-1:
		return fmt.Sprintf(guardedSource, i, area)
	}
	if i%10 == 0 {
		return fmt.Sprintf(plainSource, i, area, "", `"start"`)
	}
	before := fmt.Sprintf("\n\t\"example.com/keeper/area%02d/p%03d\"\n", area, i-1)
	return fmt.Sprintf(plainSource, i, area, before, fmt.Sprintf("p%03d.Name()", i-1))
}

const plainSource = `// Package p%03[1]d belongs to area %[2]d.
package p%03[1]d

import (
	"errors"
	"fmt"
	"sort"
	"strings"
%[3]s)

// ErrEmpty says that there is nothing to join.
var ErrEmpty = errors.New("empty")

// An Item is one line of a list.
type Item struct {
	Name   string
	Weight int
	Tags   []string
}

// Name says where an item comes from.
func Name() string { return strings.ToUpper(%[4]s) }

// Join sorts items by weight and joins their names.
func Join(items []Item) (string, error) {
	if len(items) == 0 {
		return "", fmt.Errorf("join in %%s: %%w", Name(), ErrEmpty)
	}
	sorted := append([]Item(nil), items...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Weight < sorted[j].Weight })
	var b strings.Builder
	for i, item := range sorted {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%%s (%%d)", item.Name, item.Weight)
	}
	return b.String(), nil
}

// ByTag groups items.
func ByTag(items []Item) map[string][]Item {
	groups := make(map[string][]Item, len(items))
	for _, item := range items {
		for _, tag := range item.Tags {
			groups[tag] = append(groups[tag], item)
		}
	}
	return groups
}
`

const guardedSource = `// Package p%03[1]d belongs to area %[2]d and settles vaults.
package p%03[1]d

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/keeper/bindings/vault"
	"github.com/compatlint/compatlint/compat"
)

// Settle settles the epochs of a vault, at once where the vault can.
func Settle(ctx context.Context, g *compat.Gate, at common.Address, v *vault.Vault, opts *bind.TransactOpts, epochs []uint64) error {
	_, err := v.SettleBatch(opts, epochs, common.Hash{})
	if err == nil {
		return nil
	}
	if !compat.IsSelectorMiss(err) || g.IsStrict(ctx, "batch_settlement") {
		return fmt.Errorf("settle: %%w", err)
	}
	g.RecordLegacy(ctx, "batch_settlement", at)
	for _, epoch := range epochs {
		if _, err := v.Settle(opts, epoch); err != nil {
			return fmt.Errorf("settle epoch %%d: %%w", epoch, err)
		}
	}
	return nil
}
`

const bareSource = `// Package p%03[1]d belongs to area %[2]d and settles vaults.
package p%03[1]d

import (
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/keeper/bindings/vault"
)

// Settle settles the epochs of a vault.
func Settle(v *vault.Vault, opts *bind.TransactOpts, epochs []uint64) (*types.Transaction, error) {
	tx, err := v.SettleBatch(opts, epochs, common.Hash{})
	if err != nil {
		return nil, fmt.Errorf("settle: %%w", err)
	}
	return tx, nil
}
`
