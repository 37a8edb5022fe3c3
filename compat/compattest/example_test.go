package compattest_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
)

// bindCodeHash is a function of the service under test.
func bindCodeHash(ctx context.Context, gate *compat.Gate, call func(context.Context) (common.Hash, error)) error {
	_, err := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		Ticket:   "NEWT-1001",
		New:      call,
		Legacy:   func(context.Context) (common.Hash, error) { return common.Hash{}, nil },
	}.Resolve(ctx, gate)
	return err
}

// A service against a legacy contract: on the last day, with the flag on, and on the day on which the window ends.
func Example() {
	clock, flags, recorder := compattest.On("2026-09-30"), &compattest.Strictness{}, &compattest.Recorder{}
	gate := &compat.Gate{ChainID: 11155111, Strictness: flags, Recorder: recorder, Clock: clock.Now}
	legacy := func(context.Context) (common.Hash, error) { return common.Hash{}, compattest.Miss() }

	err := bindCodeHash(context.Background(), gate, legacy)
	fmt.Println("served:", err == nil, "detections:", recorder.Count("policy_code_hash"))

	flags.Set("policy_code_hash", true)
	err = bindCodeHash(context.Background(), gate, legacy)
	var refused *compat.LegacyNotSupportedError
	fmt.Println("refused as strict:", errors.As(err, &refused))

	flags.Set("policy_code_hash", false)
	clock.Advance(24 * time.Hour)
	err = bindCodeHash(context.Background(), gate, legacy)
	var expired *compat.GraceExpiredError
	fmt.Println("refused as expired:", errors.As(err, &expired))
	// Output:
	// served: true detections: 1
	// refused as strict: true
	// refused as expired: true
}

// No other error than a selector miss may lead to the legacy path.
func ExampleKinds() {
	gate := &compat.Gate{Recorder: &compattest.Recorder{}, Clock: compattest.On("2026-09-30").Now}
	for _, kind := range compattest.Kinds() {
		err := bindCodeHash(context.Background(), gate, func(context.Context) (common.Hash, error) { return common.Hash{}, kind.Err })
		if served := err == nil; served != kind.Miss {
			fmt.Println(kind.Name, "is served by the wrong path")
		}
	}
	fmt.Println("checked")
	// Output: checked
}

// A cache over a registry in memory, whose node goes down.
func ExampleRegistry() {
	registry := compattest.NewRegistry(11155111)
	registry.Set("policy_code_hash", true)
	cache, err := compat.NewStrictnessCache([]compat.StrictnessRegistry{registry.Entry(11155111)}, compat.StrictnessOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	strict, err := cache.IsStrict(context.Background(), 11155111, "policy_code_hash")
	fmt.Println(strict, err)

	registry.Before(func(context.Context) error { return compattest.Refused() })
	strict, err = cache.IsStrict(context.Background(), 11155111, "policy_code_hash")
	fmt.Println(strict, err)
	// Output:
	// true <nil>
	// true <nil>
}
