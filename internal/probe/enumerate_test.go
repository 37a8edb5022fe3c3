package probe_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/contracts"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/probe"
	"github.com/compatlint/compatlint/internal/testchain"
)

// factory deploys a factory with the given policies.
func factory(t *testing.T, n *nodetest.Node, policies ...common.Address) common.Address {
	t.Helper()
	data, err := contracts.Artifact("Factory")
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ ABI json.RawMessage }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	address := n.DeployFixture(t, "Factory")
	for _, policy := range policies {
		input, err := testchain.ParseABI(t, string(artifact.ABI)).Pack("addV1", common.Address{7}, policy)
		if err != nil {
			t.Fatal(err)
		}
		n.Send(t, address, input)
	}
	return address
}

// With -full every kind of enumeration adds its targets.
func TestEnumerations(t *testing.T) {
	for name, keys := range map[string]string{
		"method":  `method: "getAllPolicies()"`,
		"pages":   `method: "getPolicies(uint256,uint256)", page: 1`,
		"counted": `method: "getPoliciesBetween(uint256,uint256)", page: 1, paging: start-end, count: "policyCount()"`,
		"indexes": `method: "policyAt(uint256)", count: "policyCount()"`,
		"owners":  `method: "getAllPoliciesByOwner(address)", owners: "getAllPolicyOwners()"`,
		"events":  `events: ["PolicyDeployed(address,(string,string),string)"], since: 3`,
	} {
		t.Run(name, func(t *testing.T) {
			n := nodetest.New(t, chainID)
			address := factory(t, n, n.DeployFixture(t, "PolicyV1"), n.DeployFixture(t, "PolicyV2"))
			r := parse(t, claimReturns, fmt.Sprintf(`      Policy: {enumerate: {contract: Factory, from: "%s", %s}}`, address, keys))
			report := run(t, r, n.Serve(t), probe.Selection{Component: "gateway", Full: true})
			want(t, report, "Policy.getPolicyCodeHash() missing", "Policy.getPolicyCodeHash() present ok")
			if !report.Complete() || !report.Results[0].Enumerated {
				t.Errorf("problems %v, results %+v", report.Problems, report.Results)
			}
		})
	}
}

// What was found before an enumeration failed is looked at, and the failure is a problem.
func TestEnumerationThatBreaksOff(t *testing.T) {
	n := nodetest.New(t, chainID)
	address := factory(t, n, n.DeployFixture(t, "PolicyV1"), common.Address{})
	r := parse(t, claimReturns, fmt.Sprintf(`      Policy: {enumerate: {contract: Factory, from: "%s", method: "getPolicies(uint256,uint256)", page: 1}}`, address))
	report := run(t, r, n.Serve(t), probe.Selection{Component: "gateway", Full: true})
	want(t, report, "Policy.getPolicyCodeHash() missing")
	problem := fmt.Sprintf("enumerate Policy: a page of 1 from 1: getPolicies(uint256,uint256) of %s: element 0 of the answer is the zero address", address)
	if len(report.Problems) != 1 || report.Problems[0].Message != problem || report.Complete() {
		t.Errorf("problems %+v, want %s", report.Problems, problem)
	}
	for _, format := range probe.Formats {
		var b strings.Builder
		if err := probe.Write(&b, format, report, false); err != nil || !strings.Contains(b.String(), "zero address") {
			t.Errorf("%s does not say it: %v\n%s", format, err, b.String())
		}
	}
}
