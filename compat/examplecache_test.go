package compat_test

import (
	"context"
	"fmt"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compattest"
)

func ExampleStrictnessCache() {
	// A service has an *ethclient.Client and the address of its registry here.
	registry := compattest.NewRegistry(11155111)
	registry.Set("policy_code_hash", true)

	cache, err := compat.NewStrictnessCache(
		[]compat.StrictnessRegistry{{ChainID: 11155111, Address: compattest.RegistryAddress, Client: registry}},
		compat.StrictnessOptions{Features: []compat.Feature{"policy_code_hash"}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- cache.Run(ctx) }() // beside the server of the service, in its errgroup

	gate := &compat.Gate{ChainID: 11155111, Strictness: cache}
	fmt.Println("strict:", gate.IsStrict(ctx, "policy_code_hash"))

	cancel()
	fmt.Println("stopped:", <-done)
	// Output:
	// strict: true
	// stopped: <nil>
}
