// Package scenarios_test runs the example service against chains on which its contracts and itself are of different
// versions: on the simulated chain, and with -slow on geth and anvil. The strict flags are those of a StrictnessRegistry on
// the same chain.
package scenarios_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/avs/bindings/clientregistry"
	"example.com/avs/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

// matrix runs test with strict off and on, before, on and after the end of the window, with and without a prober.
func matrix(t *testing.T, c *chain, registry common.Address, w window, test func(t *testing.T, s *service, m moment, strict bool)) {
	flags := newStrictness(t, c)
	prober := newProber(t, c.client)
	for _, strict := range []bool{false, true} {
		flags.set(t, strict)
		s := newService(t, c, c.client, flags.cache(t, c.client, compat.StrictnessOptions{}), registry)
		for name, p := range map[string]compat.Prober{"error alone": nil, "prober": prober} {
			s.gate.Prober = p
			for _, m := range moments {
				t.Run(fmt.Sprintf("strict %t, %s, %s", strict, m.name, name), func(t *testing.T) {
					s.at(w, m)
					test(t, s, m, strict)
				})
			}
		}
	}
}

// The contracts are new. A service that has not moved yet sends only what they always had; one that has gets the new
// answers. Neither date nor flag is of any interest to them.
func TestContractsAheadOfTheService(t *testing.T) { onChains(t, testContractsAhead) }

func testContractsAhead(t *testing.T, c *chain) {
	target, registry := c.currentPolicy(t), c.deploy(t, "PolicyClientRegistry")
	matrix(t, c, registry, hashWindow, func(t *testing.T, s *service, m moment, strict bool) {
		s.oldPaths(t, target)
		s.readAll(t, target, false, m, strict)
		if got := s.respond(t, target); got != current {
			t.Errorf("Respond: %s; want %s", got, current)
		}
		s.publishStrict(t, target, "bafy "+t.Name(), strict)
	})
	matrix(t, c, registry, attestWindow, func(t *testing.T, s *service, _ moment, _ bool) {
		digest := crypto.Keccak256Hash([]byte(t.Name()))
		if got := s.attest(t, registry, digest); got != current {
			t.Errorf("SubmitData: %s; want %s", got, current)
		}
		data := attestation(t, c, registry, digest)
		if string(data) != "proof" {
			t.Errorf("attestation is %q, want proof", data)
		}
	})
}

// oldPaths checks what the service did before v0.2, and still does: none of it has a version.
func (s *service) oldPaths(t *testing.T, target common.Address) {
	t.Helper()
	cid, err := s.client.PolicyCid(t.Context(), target)
	if err != nil || cid != policyCid {
		t.Errorf("PolicyCid is %q (error %v), want %q", cid, err, policyCid)
	}
	tx, err := s.submitter.Submit(s.opts(t), crypto.Keccak256Hash([]byte(t.Name())))
	if err != nil {
		t.Errorf("Submit: %v", err)
		return
	}
	s.chain.mine(t, tx)
}

// publishStrict checks that metadata is set when the flag is on, and that nothing is sent while it is off.
func (s *service) publishStrict(t *testing.T, target common.Address, cid string, strict bool) {
	t.Helper()
	signed := s.chain.signed.Load()
	if err := s.publisher.PublishStrict(t.Context(), s.opts(t), target, cid); err != nil {
		t.Fatalf("PublishStrict: %v", err)
	}
	if sent := s.chain.signed.Load() != signed; sent != strict {
		t.Errorf("PublishStrict has sent: %t, want %t", sent, strict)
	}
	s.chain.mineAll(t)
	if got := published(t, s.chain, target, cid); got != strict {
		t.Errorf("metadata %q is set: %t, with the flag %t", cid, got, strict)
	}
}

// published says whether the metadata of the policy was ever set to the CID.
func published(t *testing.T, c *chain, target common.Address, cid string) bool {
	t.Helper()
	p, err := policy.NewNewtonPolicyFilterer(target, c.client)
	if err != nil {
		t.Fatal(err)
	}
	events, err := p.FilterMetadataCidSet(&bind.FilterOpts{Context: t.Context()})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for events.Next() {
		found = found || events.Event.MetadataCid == cid
	}
	if err := errors.Join(events.Error(), events.Close()); err != nil {
		t.Fatal(err)
	}
	return found
}

func attestation(t *testing.T, c *chain, registry common.Address, digest common.Hash) []byte {
	t.Helper()
	caller, err := clientregistry.NewPolicyClientRegistryCaller(registry, c.client)
	if err != nil {
		t.Fatal(err)
	}
	data, err := caller.Attestation(&bind.CallOpts{Context: t.Context()}, digest, c.opts.From)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The service is new and no contract is: what has a version is served until the window ends or the flag is on, and then
// refused with the reason. What has none goes on.
func TestServiceAheadOfTheContracts(t *testing.T) { onChains(t, testServiceAhead) }

func testServiceAhead(t *testing.T, c *chain) {
	target, registry := c.legacyPolicy(t), c.legacyRegistry(t)
	matrix(t, c, registry, hashWindow, func(t *testing.T, s *service, m moment, strict bool) {
		s.oldPaths(t, target)
		s.readAll(t, target, true, m, strict)
		if got, want := s.respond(t, target), wrapper.on(m, strict); got != want {
			t.Errorf("Respond: %s; want %s", got, want)
		}
	})
	matrix(t, c, registry, attestWindow, func(t *testing.T, s *service, m moment, strict bool) {
		s.oldPaths(t, target)
		if got, want := s.attest(t, registry, codeHash), wrapper.on(m, strict); got != want {
			t.Errorf("SubmitData: %s; want %s", got, want)
		}
	})
}

// Contracts and service are new, but one policy stands behind the proxy of an external developer, who has not upgraded it.
// Whatever becomes of that policy, the others do not notice.
func TestLegacyProxyOfAnExternalDeveloper(t *testing.T) { onChains(t, testLegacyProxy) }

func testLegacyProxy(t *testing.T, c *chain) {
	legacy, ours, registry := c.legacyPolicy(t), c.currentPolicy(t), c.deploy(t, "PolicyClientRegistry")
	matrix(t, c, registry, hashWindow, func(t *testing.T, s *service, m moment, strict bool) {
		for _, target := range []common.Address{legacy, ours, legacy} {
			want := alwaysCurrent
			if target == legacy {
				want = wrapper
			}
			s.readAll(t, target, target == legacy, m, strict)
			if got := s.respond(t, target); got != want.on(m, strict) {
				t.Errorf("Respond for %s: %s; want %s", target, got, want.on(m, strict))
			}
			s.oldPaths(t, target)
		}
	})
}
