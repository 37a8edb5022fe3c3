// Package endtoend checks a release of the operator against a chain: tasks of real policies are created, answered and attested to, by the
// packages that the operator is made of. The pre-deploy gate runs it on a fork, where it may send transactions.
package endtoend

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/bindings/taskmanager"
	"example.com/avs/internal/attest"
	"example.com/avs/internal/flags"
	"example.com/avs/internal/metrics"
	"example.com/avs/internal/tasks"
	"example.com/avs/internal/unlocked"
	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

// CodeHash is what releases differ in: how they find the code hash of a policy.
type CodeHash func(ctx context.Context, backend bind.ContractBackend, gate *compat.Gate, target common.Address) (common.Hash, error)

// Main checks a release. It is configured by the environment: COMPATCTL_FORK_URL, which compatctl fork sets, AVS_TASK_MANAGER,
// AVS_CLIENT_REGISTRY, and AVS_POLICIES, the policies whose tasks are tried.
func Main(codeHash CodeHash) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := Check(ctx, os.Getenv, codeHash); err != nil {
		fmt.Fprintln(os.Stderr, "end-to-end check:", err)
		os.Exit(1)
	}
}

// Check tries every policy and returns what failed.
func Check(ctx context.Context, getenv func(string) string, codeHash CodeHash) error {
	c, err := newCheck(ctx, getenv, codeHash)
	if err != nil {
		return err
	}
	defer c.client.Close()
	policies, err := addresses(getenv, "AVS_POLICIES")
	if err != nil {
		return err
	}
	var failures []error
	for _, target := range policies {
		if err := c.try(ctx, target); err != nil {
			failures = append(failures, fmt.Errorf("policy %s: %w", target, err))
			continue
		}
		fmt.Printf("policy %s: task answered and attested to\n", target)
	}
	return errors.Join(failures...)
}

// addresses reads a variable that holds at least one address.
func addresses(getenv func(string) string, name string) ([]common.Address, error) {
	words := strings.FieldsFunc(getenv(name), func(r rune) bool { return r == ',' || r == ' ' })
	if len(words) == 0 {
		return nil, fmt.Errorf("%s is not set", name)
	}
	list := make([]common.Address, len(words))
	for i, word := range words {
		if !common.IsHexAddress(word) {
			return nil, fmt.Errorf("%s: %q is not an address", name, word)
		}
		list[i] = common.HexToAddress(word)
	}
	return list, nil
}

// A check is an operator with an account of its own.
type check struct {
	client    *ethclient.Client
	codeHash  CodeHash
	gate      *compat.Gate
	manager   *taskmanager.TaskManager
	responder *tasks.Responder
	attester  *attest.Submitter
	signer    *bind.TransactOpts
}

func newCheck(ctx context.Context, getenv func(string) string, codeHash CodeHash) (*check, error) {
	url := getenv("COMPATCTL_FORK_URL")
	if url == "" {
		return nil, errors.New("COMPATCTL_FORK_URL is not set: run this with compatctl fork")
	}
	if err := flags.Load(getenv("AVS_STRICT")); err != nil {
		return nil, fmt.Errorf("AVS_STRICT: %w", err)
	}
	client, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial the fork: %w", err)
	}
	c := &check{client: client, codeHash: codeHash}
	if err := c.connect(ctx, getenv); err != nil {
		client.Close()
		return nil, err
	}
	return c, nil
}

// connect makes what the operator is made of.
func (c *check) connect(ctx context.Context, getenv func(string) string) error {
	id, err := c.client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("chain id of the fork: %w", err)
	}
	today, _, err := grace.Today("", getenv, time.Now)
	if err != nil {
		return err
	}
	c.gate = &compat.Gate{ChainID: id.Uint64(), Strictness: flags.Source{}, Recorder: metrics.Recorder{}, Clock: today.Time}
	managers, err := addresses(getenv, "AVS_TASK_MANAGER")
	if err != nil {
		return err
	}
	registries, err := addresses(getenv, "AVS_CLIENT_REGISTRY")
	if err != nil {
		return err
	}
	manager, registry := managers[0], registries[0]
	if c.manager, err = taskmanager.NewTaskManager(manager, c.client); err != nil {
		return fmt.Errorf("bind task manager %s: %w", manager, err)
	}
	if c.responder, err = tasks.NewResponder(c.client, c.gate, manager, registry); err != nil {
		return err
	}
	if c.attester, err = attest.NewSubmitter(c.client, c.gate, registry); err != nil {
		return err
	}
	return c.account(ctx, id)
}

// account makes a key, and has the fork pay it.
func (c *check) account(ctx context.Context, chainID *big.Int) error {
	key, err := crypto.GenerateKey()
	if err != nil {
		return err
	}
	if c.signer, err = bind.NewKeyedTransactorWithChainID(key, chainID); err != nil {
		return err
	}
	c.signer.Context = ctx
	return unlocked.Pay(ctx, c.client, c.signer.From)
}

// try has a task of the policy answered and attested to.
func (c *check) try(ctx context.Context, target common.Address) error {
	hash, err := c.codeHash(ctx, c.client, c.gate, target)
	if err != nil {
		return fmt.Errorf("code hash: %w", err)
	}
	id, err := c.responder.Count(ctx)
	if err != nil {
		return err
	}
	tx, err := c.manager.CreateTask(c.signer, target, hash)
	if err := c.await(ctx, "create a task", tx, err); err != nil {
		return err
	}
	response := crypto.Keccak256Hash([]byte("allow"), hash[:])
	tx, err = c.responder.Respond(ctx, c.signer, big.NewInt(id), response)
	if err := c.await(ctx, "answer the task", tx, err); err != nil {
		return err
	}
	tx, err = c.attester.Submit(c.signer, response)
	return c.await(ctx, "attest to the answer", tx, err)
}

// await waits for a transaction, if it could be sent.
func (c *check) await(ctx context.Context, what string, tx *types.Transaction, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	receipt, err := bind.WaitMined(ctx, c.client, tx)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return fmt.Errorf("%s: the transaction failed", what)
	}
	return nil
}
