package compattest_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
)

const feature compat.Feature = "policy_code_hash"

var target = common.HexToAddress("0x1111111111111111111111111111111111111111")

// The errors must be taken for what their names say, or tests of services that use them prove nothing.
func TestKinds(t *testing.T) {
	var names []string
	for _, kind := range compattest.Kinds() {
		names = append(names, kind.Name)
		if kind.Err == nil {
			t.Errorf("%s: no error", kind.Name)
		} else if got := compat.IsSelectorMiss(kind.Err); got != kind.Miss {
			t.Errorf("%s: IsSelectorMiss(%v) = %t, want %t", kind.Name, kind.Err, got, kind.Miss)
		}
	}
	if slices.Sort(names); len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("names %q are not unique", names)
	}
}

func TestErrors(t *testing.T) {
	var (
		answered rpc.HTTPError
		data     rpc.DataError
	)
	if err := compattest.HTTPStatus(http.StatusBadGateway); !errors.As(err, &answered) || answered.StatusCode != http.StatusBadGateway {
		t.Errorf("HTTPStatus(StatusBadGateway) = %#v", err)
	}
	if err := compattest.NoCode(); !errors.Is(err, bind.ErrNoCode) {
		t.Errorf("NoCode() = %v", err)
	}
	if err := compattest.TimedOut(); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("TimedOut() = %v", err)
	}
	if err := compattest.MissInFallback(); !strings.HasPrefix(err.Error(), "abi: attempting to unmarshal an empty string") {
		t.Errorf("MissInFallback() = %v", err)
	}
	const paused = "0x08c379a00000000000000000000000000000000000000000000000000000000000000020" +
		"0000000000000000000000000000000000000000000000000000000000000006" + "7061757365640000000000000000000000000000000000000000000000000000"
	if err := compattest.Reverted("paused"); !errors.As(err, &data) || data.ErrorData() != paused {
		t.Errorf("Reverted has the data %v, want %s", data.ErrorData(), paused)
	}
	if err := compattest.RevertedWith(nil); !compat.IsSelectorMiss(err) {
		t.Errorf("RevertedWith(nil) = %v, want a miss", err)
	}
}

func TestClock(t *testing.T) {
	clock := compattest.On("2026-10-01")
	if want := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC); !clock.Now().Equal(want) {
		t.Errorf("On shows %s, want %s", clock.Now(), want)
	}
	clock.Advance(-time.Nanosecond)
	if got := clock.Now().Format(time.DateOnly); got != "2026-09-30" {
		t.Errorf("the moment before is on %s", got)
	}
	now := time.Now()
	if clock.Set(now); !clock.Now().Equal(now) {
		t.Errorf("Set(%s) shows %s", now, clock.Now())
	}
	defer func() {
		if text, _ := recover().(string); !strings.Contains(text, "2026-13-01") {
			t.Errorf("On(2026-13-01) panics with %q, want the date", text)
		}
	}()
	compattest.On("2026-13-01")
}

func TestZeroValues(t *testing.T) {
	var (
		strictness compattest.Strictness
		recorder   compattest.Recorder
		prober     compattest.Prober
		observer   compattest.Observer
	)
	if strict, err := strictness.IsStrict(t.Context(), 1, feature); strict || err != nil || strictness.Asked(feature) != 1 {
		t.Errorf("IsStrict = %t, %v, asked %d times", strict, err, strictness.Asked(feature))
	}
	if supports, err := prober.Supports(t.Context(), feature, target); !supports || err != nil || prober.Asked() != 1 {
		t.Errorf("Supports = %t, %v, asked %d times", supports, err, prober.Asked())
	}
	if _, known := observer.Flag(1, feature); known || observer.Reads() != 0 || len(observer.Failures()) != 0 || len(recorder.Detections()) != 0 {
		t.Error("the zero values remember something")
	}
}

func TestStrictnessAndProberFail(t *testing.T) {
	strictness, prober := compattest.Strict(feature), compattest.Lacks(target)
	if strict, err := strictness.IsStrict(t.Context(), 1, feature); !strict || err != nil {
		t.Errorf("IsStrict = %t, %v", strict, err)
	}
	strictness.Fail(feature, compattest.Refused())
	if strict, err := strictness.IsStrict(t.Context(), 1, feature); strict || err == nil {
		t.Errorf("IsStrict = %t, %v, want the failure", strict, err)
	}
	strictness.Set(feature, false)
	if strict, err := strictness.IsStrict(t.Context(), 1, feature); strict || err != nil {
		t.Errorf("IsStrict = %t, %v", strict, err)
	}
	if supports, err := prober.Supports(t.Context(), feature, target); supports || err != nil {
		t.Errorf("Supports = %t, %v", supports, err)
	}
	prober.Fail(compattest.Refused())
	if _, err := prober.Supports(t.Context(), feature, target); err == nil {
		t.Error("the prober did not fail")
	}
}

func TestRecorderAndObserver(t *testing.T) {
	var recorder compattest.Recorder
	recorder.LegacyDetected(t.Context(), 7, feature, target)
	recorder.LegacyDetected(t.Context(), 7, "other", target)
	want := []compattest.Detection{{7, feature, target}, {7, "other", target}}
	if got := recorder.Detections(); !slices.Equal(got, want) || recorder.Count(feature) != 1 {
		t.Errorf("detections %v, want %v", got, want)
	}
	var observer compattest.Observer
	observer.StrictnessRead(7, feature, true)
	observer.StrictnessReadFailed(7, feature, compat.FailureRPC)
	strict, known := observer.Flag(7, feature)
	if !strict || !known || observer.Reads() != 1 || observer.Failures()[compat.FailureRPC] != 1 {
		t.Errorf("flag %t, %t, %d reads, failures %v", strict, known, observer.Reads(), observer.Failures())
	}
}

func TestRegistryHasNothingElse(t *testing.T) {
	registry := compattest.NewRegistry(7)
	if _, err := registry.CallContract(t.Context(), ethereum.CallMsg{To: &compattest.RegistryAddress, Data: []byte{1, 2, 3, 4}}, nil); err == nil {
		t.Error("another function answers")
	}
	if code, err := registry.CodeAt(t.Context(), target, nil); err != nil || len(code) > 0 {
		t.Errorf("code %x, %v at another address", code, err)
	}
	if id, err := registry.ChainID(t.Context()); err != nil || id.Uint64() != 7 {
		t.Errorf("chain %v, %v", id, err)
	}
}
