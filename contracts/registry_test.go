package contracts_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	v2 "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
)

// Which account of the test chain plays which part.
const (
	owner = iota
	heir
	admin
	stranger
	parts
)

const registryName = "StrictnessRegistry"

var (
	codeHash = crypto.Keccak256Hash([]byte("policy_code_hash"))
	metadata = crypto.Keccak256Hash([]byte("policy_metadata"))
	nobody   common.Address
)

// A registry is a deployed StrictnessRegistry that the first account owns.
type registry struct {
	*chain
	*bind.BoundContract
	created *types.Receipt
}

func newRegistry(t *testing.T) *registry {
	t.Helper()
	return newRegistryOn(t, newChain(t, parts))
}

func newRegistryOn(t *testing.T, c *chain) *registry {
	t.Helper()
	address, receipt := c.deploy(t, registryName, c.accounts[owner].From)
	return &registry{c, c.at(t, registryName, address), receipt}
}

func (r *registry) address(part int) common.Address { return r.accounts[part].From }

// do sends a transaction that must succeed, and checks its events.
func (r *registry) do(t *testing.T, part int, method string, args []any, want ...event) {
	t.Helper()
	receipt, err := r.send(t, r.BoundContract, part, method, args...)
	if err != nil {
		t.Fatalf("%s%v: %v", method, args, err)
	}
	checkEvents(t, receipt, registryName, want...)
}

// refuse checks that a transaction is refused with the custom error.
func refuse[E comparable](t *testing.T, r *registry, part int, method string, args []any, want E) {
	t.Helper()
	_, err := r.send(t, r.BoundContract, part, method, args...)
	got, ok := customError(t, err).(*E)
	if !ok || *got != want {
		t.Errorf("%s%v: error %#v, want %#v", method, args, customError(t, err), want)
	}
}

func (r *registry) checkStrict(t *testing.T, feature common.Hash, want bool) {
	t.Helper()
	if got := read[bool](t, r.BoundContract, "isStrict", feature); got != want {
		t.Errorf("isStrict(%s) = %t, want %t", feature, got, want)
	}
	if got := read[bool](t, r.BoundContract, "strictnessFlags", feature); got != want {
		t.Errorf("strictnessFlags(%s) = %t, want %t", feature, got, want)
	}
}

func (r *registry) checkOwners(t *testing.T, owner, pending common.Address) {
	t.Helper()
	if got := read[common.Address](t, r.BoundContract, "owner"); got != owner {
		t.Errorf("owner = %s, want %s", got, owner)
	}
	if got := read[common.Address](t, r.BoundContract, "pendingOwner"); got != pending {
		t.Errorf("pendingOwner = %s, want %s", got, pending)
	}
}

func flagUpdated(feature common.Hash, enabled bool) event {
	return event{"StrictnessFlagUpdated", map[string]any{"feature": [32]byte(feature), "enabled": enabled}}
}

func transferred(from, to common.Address) event {
	return event{"OwnershipTransferred", map[string]any{"previousOwner": from, "newOwner": to}}
}

func invited(from, to common.Address) event {
	return event{"OwnershipTransferStarted", map[string]any{"previousOwner": from, "newOwner": to}}
}

func adminUpdated(feature common.Hash, from, to common.Address) event {
	return event{"FeatureAdminUpdated",
		map[string]any{"feature": [32]byte(feature), "previousAdmin": from, "newAdmin": to}}
}

// Services and compatctl know the registry by these selectors and this topic.
func TestRegistryABI(t *testing.T) {
	_, parsed := load(t, registryName)
	for signature, want := range map[string]string{
		"isStrict": "0x67917b3d", "setStrictnessFlag": "0x87045fb2", "strictnessFlags": "0xa3c0eab9",
	} {
		if got := common.Bytes2Hex(parsed.Methods[signature].ID); "0x"+got != want {
			t.Errorf("%s has the selector 0x%s, want %s", signature, got, want)
		}
	}
	if got, want := parsed.Events["StrictnessFlagUpdated"].ID, crypto.Keccak256Hash([]byte("StrictnessFlagUpdated(bytes32,bool)")); got != want {
		t.Errorf("StrictnessFlagUpdated has the topic %s, want %s", got, want)
	}
	if _, ok := parsed.Methods["renounceOwnership"]; ok {
		t.Error("ownership can be renounced")
	}
}

// Nothing in the ABI can take a grace end back: a new function that writes has to be put here deliberately.
func TestRegistryWriters(t *testing.T) {
	_, parsed := load(t, registryName)
	var got []string
	for _, method := range parsed.Methods {
		if !method.IsConstant() {
			got = append(got, method.Sig)
		}
	}
	slices.Sort(got)
	want := []string{"acceptOwnership()", "extendGraceEnd(bytes32,uint64)", "setFeatureAdmin(bytes32,address)",
		"setStrictnessFlag(bytes32,bool)", "transferOwnership(address)"}
	if !slices.Equal(got, want) {
		t.Errorf("functions that write: %v, want %v", got, want)
	}
}

func TestRegistryStart(t *testing.T) {
	r := newRegistry(t)
	checkEvents(t, r.created, registryName, transferred(nobody, r.address(owner)))
	r.checkOwners(t, r.address(owner), nobody)
	r.checkStrict(t, codeHash, false)
	if got := read[[32]byte](t, r.BoundContract, "featureKey", "policy_code_hash"); got != codeHash {
		t.Errorf("featureKey = %x, want %x", got, codeHash)
	}
}

func TestRegistryNeedsOwner(t *testing.T) {
	c := newChain(t, 1)
	a, parsed := load(t, registryName)
	_, _, _, err := bind.DeployContract(c.accounts[0], parsed, common.FromHex(a.Bytecode), c.client, nobody)
	if _, ok := customError(t, err).(*v2.StrictnessRegistryOwnableInvalidOwner); !ok {
		t.Errorf("error %#v, want OwnableInvalidOwner", customError(t, err))
	}
}

func TestRegistryFlag(t *testing.T) {
	r := newRegistry(t)
	r.do(t, owner, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))
	r.checkStrict(t, codeHash, true)
	r.checkStrict(t, metadata, false)
	r.do(t, owner, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))
	r.checkStrict(t, codeHash, true)
	r.do(t, owner, "setStrictnessFlag", []any{codeHash, false}, flagUpdated(codeHash, false))
	r.checkStrict(t, codeHash, false)
	refuse(t, r, owner, "setStrictnessFlag", []any{common.Hash{}, true}, v2.StrictnessRegistryZeroFeature{})
	refuse(t, r, stranger, "setStrictnessFlag", []any{codeHash, true},
		v2.StrictnessRegistryNotFeatureAdmin{Feature: codeHash, Account: r.address(stranger)})
	r.checkStrict(t, codeHash, false)
}

func TestRegistryHandover(t *testing.T) {
	r := newRegistry(t)
	notInvited := func(part int) v2.StrictnessRegistryOwnableUnauthorizedAccount {
		return v2.StrictnessRegistryOwnableUnauthorizedAccount{Account: r.address(part)}
	}
	refuse(t, r, stranger, "transferOwnership", []any{r.address(stranger)}, notInvited(stranger))
	refuse(t, r, heir, "acceptOwnership", nil, notInvited(heir))

	r.do(t, owner, "transferOwnership", []any{r.address(heir)}, invited(r.address(owner), r.address(heir)))
	r.checkOwners(t, r.address(owner), r.address(heir))
	refuse(t, r, heir, "setStrictnessFlag", []any{codeHash, true},
		v2.StrictnessRegistryNotFeatureAdmin{Feature: codeHash, Account: r.address(heir)})
	refuse(t, r, stranger, "acceptOwnership", nil, notInvited(stranger))
	refuse(t, r, owner, "acceptOwnership", nil, notInvited(owner))
	r.do(t, owner, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))

	r.do(t, heir, "acceptOwnership", nil, transferred(r.address(owner), r.address(heir)))
	r.checkOwners(t, r.address(heir), nobody)
	r.checkStrict(t, codeHash, true)
	r.do(t, heir, "setStrictnessFlag", []any{codeHash, false}, flagUpdated(codeHash, false))
	refuse(t, r, owner, "transferOwnership", []any{r.address(owner)}, notInvited(owner))
	refuse(t, r, heir, "acceptOwnership", nil, notInvited(heir))
}

func TestRegistryInvitationWithdrawn(t *testing.T) {
	r := newRegistry(t)
	r.do(t, owner, "transferOwnership", []any{r.address(heir)}, invited(r.address(owner), r.address(heir)))
	r.do(t, owner, "transferOwnership", []any{nobody}, invited(r.address(owner), nobody))
	refuse(t, r, heir, "acceptOwnership", nil, v2.StrictnessRegistryOwnableUnauthorizedAccount{Account: r.address(heir)})
	r.checkOwners(t, r.address(owner), nobody)
}

func TestRegistryFeatureAdmin(t *testing.T) {
	r := newRegistry(t)
	refusal := func(feature common.Hash, part int) v2.StrictnessRegistryNotFeatureAdmin {
		return v2.StrictnessRegistryNotFeatureAdmin{Feature: feature, Account: r.address(part)}
	}
	refuse(t, r, admin, "setStrictnessFlag", []any{codeHash, true}, refusal(codeHash, admin))
	r.do(t, owner, "setFeatureAdmin", []any{codeHash, r.address(admin)}, adminUpdated(codeHash, nobody, r.address(admin)))
	if got := read[common.Address](t, r.BoundContract, "featureAdmin", codeHash); got != r.address(admin) {
		t.Errorf("featureAdmin = %s, want %s", got, r.address(admin))
	}

	r.do(t, admin, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))
	r.do(t, owner, "setStrictnessFlag", []any{codeHash, false}, flagUpdated(codeHash, false))
	refuse(t, r, admin, "setStrictnessFlag", []any{metadata, true}, refusal(metadata, admin))
	refuse(t, r, admin, "extendGraceEnd", []any{metadata, r.now(t) + day}, refusal(metadata, admin))
	noOwner := v2.StrictnessRegistryOwnableUnauthorizedAccount{Account: r.address(admin)}
	refuse(t, r, admin, "setFeatureAdmin", []any{codeHash, r.address(stranger)}, noOwner)
	refuse(t, r, admin, "transferOwnership", []any{r.address(admin)}, noOwner)
	refuse(t, r, owner, "setFeatureAdmin", []any{common.Hash{}, r.address(admin)}, v2.StrictnessRegistryZeroFeature{})

	r.do(t, owner, "setFeatureAdmin", []any{codeHash, nobody}, adminUpdated(codeHash, r.address(admin), nobody))
	refuse(t, r, admin, "setStrictnessFlag", []any{codeHash, true}, refusal(codeHash, admin))
}

// The admins survive a handover: a new owner decides about them, and is told so in docs/contracts.md.
func TestRegistryHandoverKeepsAdmins(t *testing.T) {
	r := newRegistry(t)
	r.do(t, owner, "setFeatureAdmin", []any{codeHash, r.address(admin)}, adminUpdated(codeHash, nobody, r.address(admin)))
	r.do(t, owner, "transferOwnership", []any{r.address(heir)}, invited(r.address(owner), r.address(heir)))
	r.do(t, heir, "acceptOwnership", nil, transferred(r.address(owner), r.address(heir)))
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))
	r.do(t, heir, "setFeatureAdmin", []any{codeHash, nobody}, adminUpdated(codeHash, r.address(admin), nobody))
}
