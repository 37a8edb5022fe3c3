package contracts_test

import (
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	v2 "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
)

const day = uint64(24 * 60 * 60)

func extended(feature common.Hash, from, to uint64) event {
	return event{"GraceEndExtended", map[string]any{"feature": [32]byte(feature), "previousEnd": from, "newEnd": to}}
}

func endedEarly(feature common.Hash, promised uint64, by common.Address) event {
	return event{"GraceEndedEarly", map[string]any{"feature": [32]byte(feature), "promisedEnd": promised, "by": by}}
}

func (r *registry) checkRefused(t *testing.T, feature common.Hash, want bool) {
	t.Helper()
	if got := read[bool](t, r.BoundContract, "isLegacyRefused", feature); got != want {
		t.Errorf("isLegacyRefused(%s) = %t, want %t", feature, got, want)
	}
}

func TestGraceEndOnlyGrows(t *testing.T) {
	r := newRegistry(t)
	start := r.now(t)
	first, second := start+30*day, start+60*day
	r.do(t, owner, "extendGraceEnd", []any{codeHash, first}, extended(codeHash, 0, first))
	for _, sooner := range []uint64{first, first - 1, start, 0} {
		refuse(t, r, owner, "extendGraceEnd", []any{codeHash, sooner},
			v2.StrictnessRegistryGraceEndNotLater{Feature: codeHash, Earliest: first + 1, Proposed: sooner})
	}
	r.do(t, owner, "extendGraceEnd", []any{codeHash, second}, extended(codeHash, first, second))
	if got := read[uint64](t, r.BoundContract, "graceEnd", codeHash); got != second {
		t.Errorf("graceEnd = %d, want %d", got, second)
	}
	if got := read[uint64](t, r.BoundContract, "graceEnd", metadata); got != 0 {
		t.Errorf("graceEnd of another feature = %d, want 0", got)
	}
}

// A first end in the past would refuse legacy at once, without the flag and its event.
func TestGraceEndNotInThePast(t *testing.T) {
	r := newRegistry(t)
	_, err := r.send(t, r.BoundContract, owner, "extendGraceEnd", codeHash, r.now(t)-1)
	if refusal, ok := customError(t, err).(*v2.StrictnessRegistryGraceEndNotLater); !ok || refusal.Earliest <= r.now(t) {
		t.Errorf("error %+v, want GraceEndNotLater with an earliest end after now", customError(t, err))
	}
	r.checkRefused(t, codeHash, false)
}

func TestGraceEndNotTooFar(t *testing.T) {
	r := newRegistry(t)
	limit := read[uint64](t, r.BoundContract, "MAX_GRACE")
	if limit != 366*day {
		t.Fatalf("MAX_GRACE = %d, want 366 days", limit)
	}
	for _, far := range []uint64{r.now(t) + limit + day, (r.now(t) + 30*day) * 1000, math.MaxUint64} {
		_, err := r.send(t, r.BoundContract, owner, "extendGraceEnd", codeHash, far)
		if refusal, ok := customError(t, err).(*v2.StrictnessRegistryGraceEndTooFar); !ok || refusal.Proposed != far {
			t.Errorf("end %d: error %+v, want GraceEndTooFar", far, customError(t, err))
		}
	}
	last := r.now(t) + limit
	r.do(t, owner, "extendGraceEnd", []any{codeHash, last}, extended(codeHash, 0, last))
}

func TestGraceEndAuthorisation(t *testing.T) {
	r := newRegistry(t)
	end := r.now(t) + 30*day
	refuse(t, r, stranger, "extendGraceEnd", []any{codeHash, end},
		v2.StrictnessRegistryNotFeatureAdmin{Feature: codeHash, Account: r.address(stranger)})
	refuse(t, r, owner, "extendGraceEnd", []any{common.Hash{}, end}, v2.StrictnessRegistryZeroFeature{})
	r.do(t, owner, "setFeatureAdmin", []any{codeHash, r.address(admin)}, adminUpdated(codeHash, nobody, r.address(admin)))
	r.do(t, admin, "extendGraceEnd", []any{codeHash, end}, extended(codeHash, 0, end))
}

// Legacy is refused from the very second of the end, by the chain's clock; the strict flag is another matter.
func TestGraceEndBoundary(t *testing.T) {
	r := newRegistry(t)
	end := r.now(t) + 30*day
	r.do(t, owner, "extendGraceEnd", []any{codeHash, end}, extended(codeHash, 0, end))
	r.travel(t, end-1)
	r.checkRefused(t, codeHash, false)
	r.travel(t, end)
	r.checkRefused(t, codeHash, true)
	r.checkStrict(t, codeHash, false)
	r.checkRefused(t, metadata, false)

	again := end + 30*day
	r.do(t, owner, "extendGraceEnd", []any{codeHash, again}, extended(codeHash, end, again))
	r.checkRefused(t, codeHash, false)
}

func TestStrictEndsTheWindowLoudly(t *testing.T) {
	r := newRegistry(t)
	end := r.now(t) + 30*day
	r.do(t, owner, "setFeatureAdmin", []any{codeHash, r.address(admin)}, adminUpdated(codeHash, nobody, r.address(admin)))
	r.do(t, owner, "extendGraceEnd", []any{codeHash, end}, extended(codeHash, 0, end))

	r.do(t, admin, "setStrictnessFlag", []any{codeHash, false}, flagUpdated(codeHash, false))
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true),
		endedEarly(codeHash, end, r.address(admin)))
	r.checkRefused(t, codeHash, true)
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, false}, flagUpdated(codeHash, false))
	r.checkRefused(t, codeHash, false)

	// A transaction is one second after the block before it.
	r.travel(t, end-3)
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true),
		endedEarly(codeHash, end, r.address(admin)))
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, false}, flagUpdated(codeHash, false))
	r.do(t, admin, "setStrictnessFlag", []any{codeHash, true}, flagUpdated(codeHash, true))
	if got := r.now(t); got != end {
		t.Errorf("the last transaction is at %d, want the end, %d", got, end)
	}
}
