package avs_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/avs/bindings/clientregistry"
	"example.com/avs/bindings/policy"
	"example.com/avs/bindings/taskmanager"
	"example.com/avs/internal/attest"
	"example.com/avs/internal/chainio"
	"example.com/avs/internal/deploy"
	"example.com/avs/internal/features"
	"example.com/avs/internal/flags"
	"example.com/avs/internal/metrics"
	"example.com/avs/internal/tasks"
	"example.com/avs/internal/verify"
	"github.com/compatlint/compatlint/compat"
)

// newGate returns a gate whose clock stands inside the grace window, over the process's flags.
func newGate(t *testing.T, strict string) *compat.Gate {
	t.Helper()
	if err := flags.Load(strict); err != nil {
		t.Fatal(err)
	}
	return &compat.Gate{
		ChainID:    1337,
		Strictness: flags.Source{},
		Recorder:   metrics.Recorder{},
		Clock:      func() time.Time { return time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC) },
	}
}

// TestLegacyPolicyMissesTheFunction shows the outage that the service guards against: the call of a function that a
// proxy's old implementation does not have. Tests talk to contracts that they have deployed, so no linter reports this.
func TestLegacyPolicyMissesTheFunction(t *testing.T) {
	c := newChain(t)
	p, err := policy.NewNewtonPolicyCaller(c.legacyPolicy(), c.client)
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.GetPolicyCodeHash(&bind.CallOpts{Context: t.Context()})
	if !chainio.IsSelectorMiss(err) {
		t.Errorf("error of a legacy policy is %v, want a selector miss", err)
	}
}

func TestVerifierServesBothVersions(t *testing.T) {
	c := newChain(t)
	legacy, current := c.legacyPolicy(), c.currentPolicy()
	legacyHash := crypto.Keccak256Hash([]byte(policyCid))

	hashes := map[string]func(*verify.Verifier, context.Context, common.Address) (common.Hash, error){
		"TaskHash":    (*verify.Verifier).TaskHash,
		"PendingHash": (*verify.Verifier).PendingHash,
		"QuoteHash":   (*verify.Verifier).QuoteHash,
		"BundleHash":  (*verify.Verifier).BundleHash,
		"OfflineHash": (*verify.Verifier).OfflineHash,
	}
	for name, hash := range hashes {
		t.Run(name, func(t *testing.T) {
			v := verify.New(c.client, newGate(t, ""))
			expect(t, v, hash, current, codeHash)
			before := metrics.Legacy()["policy_code_hash"]
			expect(t, v, hash, legacy, legacyHash)
			if got := metrics.Legacy()["policy_code_hash"] - before; got != 1 {
				t.Errorf("legacy recorded %d times, want once", got)
			}

			strict := verify.New(c.client, newGate(t, "policy_code_hash"))
			expect(t, strict, hash, current, codeHash)
			_, err := hash(strict, t.Context(), legacy)
			var refused *compat.LegacyNotSupportedError
			if !errors.As(err, &refused) {
				t.Fatalf("strict error is %v, want a *compat.LegacyNotSupportedError", err)
			}
			if refused.Feature != features.PolicyCodeHash || refused.Target != legacy {
				t.Errorf("refused %s of %s, want %s of %s", refused.Feature, refused.Target, features.PolicyCodeHash, legacy)
			}
		})
	}
}

func TestVerifierAsksFirst(t *testing.T) {
	c := newChain(t)
	legacy, current := c.legacyPolicy(), c.currentPolicy()
	legacyHash := crypto.Keccak256Hash([]byte(policyCid))

	permissive := verify.New(c.client, newGate(t, ""))
	expect(t, permissive, (*verify.Verifier).CachedHash, current, codeHash)
	expect(t, permissive, (*verify.Verifier).CachedHash, legacy, legacyHash)
	expect(t, permissive, (*verify.Verifier).ExportHash, current, codeHash)
	expect(t, permissive, (*verify.Verifier).ExportHash, legacy, legacyHash)
	expect(t, permissive, (*verify.Verifier).AuditHash, current, legacyHash)

	strict := verify.New(c.client, newGate(t, "policy_code_hash"))
	expect(t, strict, (*verify.Verifier).AuditHash, current, codeHash)
}

// TestMistakesAreReal shows what two of the wrong call sites do, so that nobody mends them by accident.
func TestMistakesAreReal(t *testing.T) {
	c := newChain(t)
	strict := verify.New(c.client, newGate(t, "policy_code_hash"))
	legacy, current := c.legacyPolicy(), c.currentPolicy()
	legacyHash := crypto.Keccak256Hash([]byte(policyCid))

	expect(t, strict, (*verify.Verifier).BatchHash, legacy, legacyHash) // strict is on and legacy is served
	if _, err := verify.New(c.client, newGate(t, "")).SlashHash(t.Context(), legacy); err == nil {
		t.Error("SlashHash served a legacy policy, want the refusal that is its mistake")
	}
	expect(t, strict, (*verify.Verifier).ListHash, current, codeHash)
}

func expect(t *testing.T, v *verify.Verifier, hash func(*verify.Verifier, context.Context, common.Address) (common.Hash, error),
	target common.Address, want common.Hash) {
	t.Helper()
	got, err := hash(v, t.Context(), target)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("hash is %s, want %s", got, want)
	}
}

func TestRespondToTasksOfBothVersions(t *testing.T) {
	c := newChain(t)
	manager, registry := c.deploy("TaskManager"), c.deploy("PolicyClientRegistry")
	tm, err := taskmanager.NewTaskManager(manager, c.client)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []common.Address{c.legacyPolicy(), c.currentPolicy()} {
		tx, err := tm.CreateTask(c.opts, target, codeHash)
		if err != nil {
			t.Fatal(err)
		}
		c.mine(tx)
	}
	r, err := tasks.NewResponder(c.client, newGate(t, ""), manager, registry)
	if err != nil {
		t.Fatal(err)
	}
	count, err := r.Count(t.Context())
	if err != nil || count != 2 {
		t.Fatalf("%d tasks (error %v), want 2", count, err)
	}
	want := []common.Hash{{}, codeHash} // the hash that the TaskManager has seen last, after each answer
	for id := range count {
		tx, err := r.Respond(t.Context(), c.opts, big.NewInt(id), common.Hash{1})
		if err != nil {
			t.Fatalf("task %d: %v", id, err)
		}
		c.mine(tx)
		last, err := r.LastCodeHash(t.Context())
		if err != nil || last != want[id] {
			t.Errorf("after task %d the code hash is %s (error %v), want %s", id, last, err, want[id])
		}
	}
}

func TestSubmitUsesTheOldOverload(t *testing.T) {
	c := newChain(t)
	address := c.deploy("PolicyClientRegistry")
	s, err := attest.NewSubmitter(c.client, newGate(t, ""), address)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := s.Submit(c.opts, codeHash)
	if err != nil {
		t.Fatal(err)
	}
	c.mine(tx)
	if want := crypto.Keccak256([]byte("attest(bytes32)"))[:4]; common.Bytes2Hex(tx.Data()[:4]) != common.Bytes2Hex(want) {
		t.Errorf("sent selector %x, want %x", tx.Data()[:4], want)
	}
	registry, err := clientregistry.NewPolicyClientRegistryFilterer(address, c.client)
	if err != nil {
		t.Fatal(err)
	}
	it, err := registry.FilterAttested(&bind.FilterOpts{Context: t.Context()}, [][32]byte{codeHash}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	if !it.Next() {
		t.Fatalf("no Attested event (error %v)", it.Error())
	}
	if len(it.Event.Data) != 0 {
		t.Errorf("attested with data %x, want none", it.Event.Data)
	}
}

func TestSubmitDataUsesTheNewOverload(t *testing.T) {
	c := newChain(t)
	address := c.deploy("PolicyClientRegistry")
	s, err := attest.NewSubmitter(c.client, newGate(t, ""), address)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := s.SubmitData(t.Context(), c.opts, codeHash, []byte("proof"))
	if err != nil {
		t.Fatal(err)
	}
	c.mine(tx)
	registry, err := clientregistry.NewPolicyClientRegistryCaller(address, c.client)
	if err != nil {
		t.Fatal(err)
	}
	data, err := registry.Attestation(&bind.CallOpts{Context: t.Context()}, codeHash, c.opts.From)
	if err != nil || string(data) != "proof" {
		t.Errorf("attestation is %q (error %v), want proof", data, err)
	}
}

func TestDeployAndCheck(t *testing.T) {
	c := newChain(t)
	address, tx, err := deploy.Policy(c.opts, c.client)
	if err != nil {
		t.Fatal(err)
	}
	c.mine(tx)
	if err := deploy.Check(t.Context(), c.client, address, common.Hash{}); err != nil {
		t.Errorf("a policy that was not initialised has the zero hash: %v", err)
	}
	if err := deploy.Check(t.Context(), c.client, address, codeHash); err == nil {
		t.Error("a wrong code hash is not reported")
	}
}
