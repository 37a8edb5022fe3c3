package scenarios_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/bindings/taskmanager"
	"example.com/avs/internal/attest"
	"example.com/avs/internal/chainio"
	"example.com/avs/internal/features"
	"example.com/avs/internal/publish"
	"example.com/avs/internal/tasks"
	"example.com/avs/internal/verify"
	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatprobe"
	"github.com/compatlint/compatlint/compat/compattest"
	"github.com/compatlint/compatlint/contracts/bindings/strictnessregistry"
)

const policyCid = "bafy-policy"

var (
	codeHash   = crypto.Keccak256Hash([]byte("program"))
	legacyHash = crypto.Keccak256Hash([]byte(policyCid)) // what the service takes for a policy without a code hash
)

// selectors is what the prober looks for, as in compat.yaml.
var selectors = map[compat.Feature][]string{
	features.PolicyCodeHash:  {"getPolicyCodeHash()", "policyCodeHash()"},
	features.PolicyMetadata:  {"getMetadataCid()", "setMetadataCid(string)"},
	features.AttestationData: {"attest(bytes32,bytes)"},
}

// A strictness is the StrictnessRegistry of a chain.
type strictness struct {
	chain    *chain
	address  common.Address
	contract *strictnessregistry.StrictnessRegistry
}

func newStrictness(t *testing.T, c *chain) *strictness {
	t.Helper()
	address, tx, contract, err := strictnessregistry.DeployStrictnessRegistry(c.opts, c.client, c.opts.From)
	if err != nil {
		t.Fatal(err)
	}
	c.mine(t, tx)
	return &strictness{chain: c, address: address, contract: contract}
}

// set turns the flags of all features on or off.
func (s *strictness) set(t *testing.T, strict bool) {
	t.Helper()
	for feature := range selectors {
		tx, err := s.contract.SetStrictnessFlag(s.chain.opts, crypto.Keccak256Hash([]byte(feature)), strict)
		if err != nil {
			t.Fatal(err)
		}
		s.chain.mine(t, tx)
	}
}

// cache returns a cache that reads the registry over the client.
func (s *strictness) cache(t *testing.T, client *ethclient.Client, options compat.StrictnessOptions) *compat.StrictnessCache {
	t.Helper()
	options.Logger = slog.New(slog.NewTextHandler(io.Discard, nil))
	cache, err := compat.NewStrictnessCache(
		[]compat.StrictnessRegistry{{ChainID: s.chain.id, Address: s.address, Client: client}}, options)
	if err != nil {
		t.Fatal(err)
	}
	return cache
}

// A service is the example service, put together as its binaries do it, but with the flags of the chain.
type service struct {
	chain    *chain
	gate     *compat.Gate
	clock    *compattest.Clock
	recorder *compattest.Recorder
	client   *chainio.Client
	verifier *verify.Verifier
	manager  *taskmanager.TaskManager

	responder *tasks.Responder
	submitter *attest.Submitter
	publisher *publish.Publisher
}

// newService returns a service that reaches the chain through the client. registry is its PolicyClientRegistry.
func newService(t *testing.T, c *chain, client *ethclient.Client, flags compat.Strictness, registry common.Address) *service {
	t.Helper()
	s := &service{chain: c, clock: compattest.On("2026-07-01"), recorder: &compattest.Recorder{}, client: chainio.New(client)}
	s.gate = &compat.Gate{ChainID: c.id, Strictness: flags, Recorder: s.recorder, Clock: s.clock.Now}
	s.verifier = verify.New(client, s.gate)
	s.publisher = &publish.Publisher{Backend: client, Gate: s.gate}
	manager := c.deploy(t, "TaskManager")
	var err error
	if s.manager, err = taskmanager.NewTaskManager(manager, c.client); err != nil {
		t.Fatal(err)
	}
	if s.responder, err = tasks.NewResponder(client, s.gate, manager, registry); err != nil {
		t.Fatal(err)
	}
	if s.submitter, err = attest.NewSubmitter(client, s.gate, registry); err != nil {
		t.Fatal(err)
	}
	return s
}

func newProber(t *testing.T, client *ethclient.Client) compat.Prober {
	t.Helper()
	prober, err := compatprobe.New(client, selectors, compatprobe.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return prober
}

// An outcome is how the service has served a contract, or why it has not.
type outcome string

const (
	current  outcome = "the new function"
	recorded outcome = "legacy, recorded"
	quiet    outcome = "legacy, by the caller's own decision" // after a gate or a probe there is nothing to record
	refused  outcome = "refused: strict"
	expired  outcome = "refused: the window has ended"
	missed   outcome = "the selector miss itself"
	failed   outcome = "another error"
)

// judge says what came of a decision about the target, and checks that a refusal says why. detections is how many were
// recorded before it.
func (s *service) judge(t *testing.T, target common.Address, w window, legacy bool, err error, detections int) outcome {
	t.Helper()
	var strictErr *compat.LegacyNotSupportedError
	var graceErr *compat.GraceExpiredError
	found := s.recorder.Detections()[detections:]
	switch {
	case err == nil && legacy && len(found) == 1:
		if want := (compattest.Detection{ChainID: s.chain.id, Feature: w.feature, Target: target}); found[0] != want {
			t.Errorf("recorded %v, want %v", found[0], want)
		}
		return recorded
	case len(found) != 0:
		t.Errorf("recorded %v, but legacy was not served (error %v)", found, err)
		return failed
	case err == nil && legacy:
		return quiet
	case err == nil:
		return current
	case errors.As(err, &strictErr):
		says(t, err, w.feature, target)
		if strictErr.Feature != w.feature || strictErr.Target != target || !compat.IsSelectorMiss(strictErr.Err) {
			t.Errorf("refused %s of %s after %v, want %s of %s after a selector miss",
				strictErr.Feature, strictErr.Target, strictErr.Err, w.feature, target)
		}
		return refused
	case errors.As(err, &graceErr):
		says(t, err, w.feature, target, string(w.end), w.ticket)
		want := compat.GraceExpiredError{Feature: w.feature, GraceEnd: w.end, Ticket: w.ticket, Target: target, Err: graceErr.Err}
		if *graceErr != want || !compat.IsSelectorMiss(graceErr.Err) {
			t.Errorf("refused with %#v, want %#v after a selector miss", *graceErr, want)
		}
		return expired
	case compat.IsSelectorMiss(err):
		return missed
	default:
		return failed
	}
}

// says checks that the message of a refusal names the feature, the contract and the other words.
func says(t *testing.T, err error, feature compat.Feature, target common.Address, words ...string) {
	t.Helper()
	for _, word := range append(words, string(feature), target.Hex()) {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("error %q does not say %q", err, word)
		}
	}
}

// A window is the grace window of a feature.
type window struct {
	feature compat.Feature
	end     compat.Date
	ticket  string
}

var (
	hashWindow   = window{features.PolicyCodeHash, features.PolicyCodeHashGraceEnd, features.PolicyCodeHashTicket}
	attestWindow = window{features.AttestationData, features.AttestationDataGraceEnd, features.AttestationDataTicket}
)

// A moment is a time before, on or after the end of a grace window.
type moment struct {
	name   string
	offset time.Duration // from the first moment of the end
	over   bool
}

var moments = []moment{
	{"before the end", -time.Nanosecond, false},
	{"on the end", 0, true},
	{"on the end, last moment", 24*time.Hour - time.Nanosecond, true},
	{"after the end", 40 * 24 * time.Hour, true},
}

// at sets the clock of the service to the moment.
func (s *service) at(w window, m moment) {
	s.clock.Set(compattest.On(w.end).Now().Add(m.offset))
}

// A reader is one of the ways in which the service finds the hash of a policy.
type reader struct {
	name string
	hash func(*verify.Verifier, context.Context, common.Address) (common.Hash, error)

	explains bool // a refusal carries chain and ticket

	legacy, current answers
}

// answers is what a reader does before the end of the window, after it, and, whatever the day, with the flag on.
type answers struct{ open, over, strict outcome }

func (a answers) on(m moment, strict bool) outcome {
	switch {
	case strict:
		return a.strict
	case m.over:
		return a.over
	default:
		return a.open
	}
}

var (
	alwaysCurrent = answers{current, current, current}
	// A dual path written out asks the flag. Its date is watched by the linter gracedate, which fails the build on the day.
	dualPath = answers{recorded, recorded, refused}
	wrapper  = answers{recorded, expired, refused}
	probe    = answers{quiet, quiet, quiet}
)

// readers are the right ones of package verify that ask the gate. A gate before the call has nobody to classify the
// error: with the flag on, legacy policies are said to be gone.
var readers = []reader{
	{"TaskHash", (*verify.Verifier).TaskHash, true, wrapper, alwaysCurrent},
	{"PendingHash", (*verify.Verifier).PendingHash, true, wrapper, alwaysCurrent},
	{"QuoteHash", (*verify.Verifier).QuoteHash, false, dualPath, alwaysCurrent},
	{"BundleHash", (*verify.Verifier).BundleHash, false, dualPath, alwaysCurrent},
	{"CachedHash", (*verify.Verifier).CachedHash, false, probe, alwaysCurrent},
	{"ExportHash", (*verify.Verifier).ExportHash, false, probe, alwaysCurrent},
	{"AuditHash", (*verify.Verifier).AuditHash, false, answers{quiet, quiet, missed}, answers{quiet, quiet, current}},
}

// read asks the reader about the policy.
func (s *service) read(t *testing.T, r reader, target common.Address) outcome {
	t.Helper()
	detections := len(s.recorder.Detections())
	hash, err := r.hash(s.verifier, t.Context(), target)
	got := s.judge(t, target, hashWindow, hash == legacyHash, err, detections)
	if err == nil && hash != legacyHash && hash != codeHash {
		t.Errorf("%s: hash %s is neither that of the program nor that of the CID", r.name, hash)
	}
	if want := (common.Hash{}); err != nil && hash != want {
		t.Errorf("%s: hash %s beside the error %v", r.name, hash, err)
	}
	var strictErr *compat.LegacyNotSupportedError
	if r.explains && errors.As(err, &strictErr) {
		says(t, err, hashWindow.feature, target, hashWindow.ticket)
		if strictErr.ChainID != s.chain.id || strictErr.Ticket != hashWindow.ticket {
			t.Errorf("%s: chain %d, ticket %q; want %d, %q", r.name, strictErr.ChainID, strictErr.Ticket, s.chain.id, hashWindow.ticket)
		}
	}
	return got
}

// readAll asks all readers about a policy. legacy says which of their answers are wanted.
func (s *service) readAll(t *testing.T, target common.Address, legacy bool, m moment, strict bool) {
	t.Helper()
	for _, r := range readers {
		want := r.current
		if legacy {
			want = r.legacy
		}
		if got := s.read(t, r, target); got != want.on(m, strict) {
			t.Errorf("%s of %s: %s; want %s", r.name, target, got, want.on(m, strict))
		}
	}
}

// respond creates a task for the policy and has the operator answer it. Nothing is sent unless the outcome is a success.
func (s *service) respond(t *testing.T, target common.Address) outcome {
	t.Helper()
	id, err := s.responder.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	created, err := s.manager.CreateTask(s.chain.opts, target, codeHash)
	if err != nil {
		t.Fatal(err)
	}
	s.chain.mine(t, created)
	before, err := s.responder.LastCodeHash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	signed, detections := s.chain.signed.Load(), len(s.recorder.Detections())
	response := common.Hash{1}
	tx, err := s.responder.Respond(t.Context(), s.opts(t), big.NewInt(id), response)
	stored := s.settle(t, tx, err, signed)
	if got := s.responded(t, big.NewInt(id), response); got != stored {
		t.Errorf("task %d has the response: %t, sent: %t", id, got, stored)
	}
	// The TaskManager compares the hash with that of the policy, and leaves the last one where it is zero.
	legacy := err == nil && common.BytesToHash(tx.Data()[4+64:]) == common.Hash{}
	last, readErr := s.responder.LastCodeHash(t.Context())
	if want := map[bool]common.Hash{true: codeHash, false: before}[stored && !legacy]; readErr != nil || last != want {
		t.Errorf("after task %d the code hash is %s (error %v), want %s", id, last, readErr, want)
	}
	return s.judge(t, target, hashWindow, legacy, err, detections)
}

// responded says whether the TaskManager took the response to the task.
func (s *service) responded(t *testing.T, id *big.Int, response common.Hash) bool {
	t.Helper()
	events, err := s.manager.FilterTaskResponded(&bind.FilterOpts{Context: t.Context()}, []*big.Int{id}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := events.Next() && events.Event.Response == response
	if err := errors.Join(events.Error(), events.Close()); err != nil {
		t.Fatal(err)
	}
	return found
}

// settle waits for the transaction and says whether there is one. Where there is none, nothing may have been sent.
func (s *service) settle(t *testing.T, tx *types.Transaction, err error, signed uint64) bool {
	t.Helper()
	if err == nil && tx != nil {
		s.chain.mine(t, tx)
		return true
	}
	if got := s.chain.signed.Load(); got != signed {
		t.Errorf("%d transactions were sent beside the error %v", got-signed, err)
	}
	return false
}

func (s *service) opts(t *testing.T) *bind.TransactOpts {
	opts := *s.chain.opts
	opts.Context = t.Context()
	return &opts
}

// attest has the operator attest with data, and says whether the data was sent.
func (s *service) attest(t *testing.T, registry common.Address, digest common.Hash) outcome {
	t.Helper()
	signed, detections := s.chain.signed.Load(), len(s.recorder.Detections())
	tx, err := s.submitter.SubmitData(t.Context(), s.opts(t), digest, []byte("proof"))
	s.settle(t, tx, err, signed)
	legacy := err == nil && common.Bytes2Hex(tx.Data()[:4]) == common.Bytes2Hex(crypto.Keccak256([]byte("attest(bytes32)"))[:4])
	return s.judge(t, registry, attestWindow, legacy, err, detections)
}
