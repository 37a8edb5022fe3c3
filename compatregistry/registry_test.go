package compatregistry_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/selectors"
)

const validPath = "testdata/valid/compat.yaml"

func load(t testing.TB, path string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// parse parses a registry that is made up in a test.
func parse(t testing.TB, text string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func day(t testing.TB, text string) grace.Date {
	t.Helper()
	d, err := grace.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func at(line, column int) compatregistry.Position {
	return compatregistry.Position{File: validPath, Line: line, Column: column}
}

func TestLoadReadsEveryField(t *testing.T) {
	policyCodeHash := &compatregistry.Feature{
		Name: "policy_code_hash", Contracts: []string{"NewtonPolicy"},
		Selectors: []compatregistry.RequiredSelector{{
			Signature: "getPolicyCodeHash()", Name: "getPolicyCodeHash", Selector: selectors.Selector{0xe9, 0x98, 0xa0, 0x88},
			Returns: []string{"bytes32"}, Position: at(19, 21),
		}},
		State: compatregistry.Grace, Change: compatregistry.ChangeReturns, Detect: compatregistry.DetectNone,
		GraceEnd: day(t, "2026-10-01"), Ticket: "NEWT-1001", Owner: "@avs-team",
		Criticality: compatregistry.Warning, Components: []string{"gateway", "operator"},
		Legacy: "skip the code hash\nbinding",
		Extensions: []compatregistry.Extension{{
			From: day(t, "2026-08-01"), To: day(t, "2026-10-01"), Reason: "two clients still on v0.2", ApprovedBy: "@lead",
			Position: at(31, 9),
		}},
		Position: at(16, 3), GraceEndPosition: at(22, 16),
	}
	policyCodeHash.Introduced.Version, policyCodeHash.Introduced.Date = "v0.3.0", day(t, "2026-04-15")
	factory := common.HexToAddress("0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb")
	want := &compatregistry.Registry{
		Path: validPath, Version: 1,
		Policy: compatregistry.Policy{WarnBefore: 14, MaxGrace: 180, MaxExtensions: 1, MaxLiveVersions: 2, RequireStrictness: true},
		Contracts: []*compatregistry.Contract{
			{
				Name: "NewtonPolicy", Rollout: compatregistry.RolloutGrace, Bindings: []string{"example.com/avs/bindings/..."},
				Types: []string{"NewtonPolicy", "NewtonPolicyV2"}, ABIFile: "../abi/NewtonPolicy.json",
				Siblings: []string{"NewtonPolicyDest"}, Position: at(7, 3),
			},
			{Name: "NewtonPolicyDest", Rollout: compatregistry.RolloutGrace, Types: []string{"NewtonPolicyDest"}, Position: at(13, 3)},
			{Name: "TaskManager", Rollout: compatregistry.RolloutLockstep, Types: []string{"TaskManager"}, Position: at(14, 3)},
		},
		Features: []*compatregistry.Feature{policyCodeHash},
		Guards: compatregistry.Guards{
			Wrappers:     []compatregistry.Wrapper{{Type: "example.com/avs/dual.Call", Feature: "Name", Current: "Now", Legacy: "Then"}},
			Strict:       []string{"example.com/avs/flags.IsStrict"},
			SelectorMiss: []string{"gopkg.in/avs/chainio.v3.IsSelectorMiss"},
			Record:       []string{"(example.com/avs/metrics.Sink).Legacy"},
			Supports:     []compatregistry.Supports{{Symbol: "(*example.com/avs/cert.Verifier).HasV4", Feature: "policy_code_hash"}},
			Passthrough:  []string{"github.com/cenkalti/backoff/v4.Retry"},
			Callers:      []string{"(*example.com/avs/multicall.Contract[T]).Call"},
		},
		Exempt: []string{"example.com/avs/internal/compat/...", "(*example.com/avs/readers.V15)"},
		Networks: []*compatregistry.Network{{
			Name: "sepolia", ChainID: 11155111, RPCEnv: "SEPOLIA_RPC_URL", Position: at(57, 3),
			StrictnessRegistry: common.HexToAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
			Addresses: []compatregistry.TargetSet{{
				Contract: "NewtonPolicy", Position: at(62, 7),
				Addresses: []common.Address{common.HexToAddress("0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359")},
				Enumerate: &compatregistry.Enumerate{
					Contract: "Registry", Method: "getAllPolicyClients()",
					From: factory,
				},
			}},
		}, {
			Name: "holesky", ChainID: 17000, Position: at(65, 3),
			Addresses: []compatregistry.TargetSet{{
				Contract: "NewtonPolicy", Position: at(68, 7),
				Enumerate: &compatregistry.Enumerate{
					Contract: "Factory", From: factory, Method: "getPolicies(uint256,uint64)", Page: 500, Paging: compatregistry.PagingStartCount,
				},
			}, {
				Contract: "NewtonPolicyDest", Position: at(70, 7),
				Enumerate: &compatregistry.Enumerate{
					Contract: "Factory", From: factory, Method: "getPolicies(uint256,uint256)", Page: 7, Paging: compatregistry.PagingStartEnd, Count: "policyCount()",
				},
			}, {
				Contract: "TaskManager", Position: at(78, 7),
				Enumerate: &compatregistry.Enumerate{Contract: "Factory", From: factory, Method: "policyAt(uint32)", Count: "policyCount()"},
			}},
		}, {
			Name: "base", ChainID: 8453, Position: at(80, 3),
			Addresses: []compatregistry.TargetSet{{
				Contract: "NewtonPolicy", Position: at(83, 7),
				Enumerate: &compatregistry.Enumerate{
					Contract: "Factory", From: factory, Method: "getAllPoliciesByOwner(address)", Owners: "getAllPolicyOwners()",
				},
			}, {
				Contract: "NewtonPolicyDest", Position: at(89, 7),
				Enumerate: &compatregistry.Enumerate{
					Contract: "Factory", From: factory, Since: 5_100_000, Events: []compatregistry.DeploymentEvent{
						{Signature: "PolicyDeployed((string,address),address indexed,string)", Argument: 1},
						{Signature: "PolicyDeployed(address,(string,string),address)", Argument: 0},
						{Signature: "PolicyDeployed(address indexed,(string,string),address)", Argument: 0},
					},
				},
			}, {
				Contract: "TaskManager", Position: at(95, 7),
				Enumerate: &compatregistry.Enumerate{
					Contract: "Factory", From: factory,
					Events: []compatregistry.DeploymentEvent{{Signature: "Deployed(address,uint256[2],address)", Argument: 2}},
				},
			}},
		}},
	}
	got := load(t, validPath)
	options := cmp.Options{
		cmpopts.IgnoreUnexported(compatregistry.Registry{}),
		cmpopts.IgnoreFields(compatregistry.Registry{}, "Digest"),
		cmpopts.IgnoreFields(compatregistry.Contract{}, "ABI"),
		cmp.Comparer(func(a, b grace.Date) bool { return a == b }),
	}
	if len(got.Features) != 3 {
		t.Fatalf("%d features, want 3", len(got.Features))
	}
	all := got.Features
	shortened := *got
	shortened.Features = all[:1]
	if diff := cmp.Diff(want, &shortened, options); diff != "" {
		t.Errorf("registry (-want +got):\n%s", diff)
	}
	if all[1].Criticality != compatregistry.Critical {
		t.Errorf("criticality is %q without the key, want critical", all[1].Criticality)
	}
	if all[2].GraceEndPosition != all[2].Position {
		t.Errorf("position of the missing grace_end is %v, want that of the name, %v", all[2].GraceEndPosition, all[2].Position)
	}
	if abi := got.Contracts[0].ABI; abi == nil || len(abi.Methods) != 4 {
		t.Errorf("ABI of NewtonPolicy is %+v, want 4 methods", abi)
	}
}

func TestDefaults(t *testing.T) {
	r := parse(t, "version: 1\ncontracts: {A: {rollout: grace}}\n")
	want := compatregistry.Policy{
		WarnBefore: 30, MaxGrace: 180, MaxExtensions: 2, MaxLiveVersions: 2, RequireStrictness: true, RequireRecord: true,
	}
	if r.Policy != want {
		t.Errorf("policy is %+v, want %+v", r.Policy, want)
	}
}

func TestDigestIsThatOfTheBytes(t *testing.T) {
	const text = "version: 1\ncontracts: {A: {rollout: grace}}\n"
	const want = "sha256:1985f6309c2925a9a41eb65f2f40800a030076225de88b6c03f4d8405f96201b" // sha256sum of the text
	if got := parse(t, text).Digest; got != want {
		t.Errorf("digest is %s, want %s", got, want)
	}
}

func TestLookup(t *testing.T) {
	r := load(t, validPath)
	if c := r.Contract("TaskManager"); c != r.Contracts[2] {
		t.Errorf("Contract(TaskManager) = %v", c)
	}
	if c := r.Contract("Nobody"); c != nil {
		t.Errorf("Contract(Nobody) = %v, want nil", c)
	}
	if f := r.Feature("attestation_data"); f != r.Features[1] {
		t.Errorf("Feature(attestation_data) = %v", f)
	}
	if f := r.Feature("nothing"); f != nil {
		t.Errorf("Feature(nothing) = %v, want nil", f)
	}
}

func TestSuggest(t *testing.T) {
	r := load(t, validPath)
	for name, want := range map[string]string{
		"policyCodeHash":    "policy_code_hash",
		"POLICY_CODE_HASH":  "policy_code_hash",
		"policy_code_hsah":  "policy_code_hash", // swapped letters
		"policy_codes_hash": "policy_code_hash",
		"atestation_dat":    "attestation_data",
		"completely_other":  "",
		"x":                 "",
		"":                  "",
	} {
		if got := r.Suggest(name); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestLifecycle(t *testing.T) {
	r := load(t, validPath)
	grace, planned, strict := r.Features[0], r.Features[1], r.Features[2]
	tests := []struct {
		feature       *compatregistry.Feature
		today         string
		expired, soon bool
	}{
		{grace, "2026-09-16", false, false},
		{grace, "2026-09-17", false, true}, // 14 days before
		{grace, "2026-09-30", false, true},
		{grace, "2026-10-01", true, false},
		{grace, "2027-10-01", true, false},
		{planned, "2026-05-31", false, true},
		{planned, "2026-06-01", true, false},
		{strict, "2030-01-01", false, false},
	}
	for _, test := range tests {
		today := day(t, test.today)
		if got := test.feature.Expired(today); got != test.expired {
			t.Errorf("%s: Expired(%s) = %v", test.feature.Name, today, got)
		}
		if got := test.feature.ExpiresSoon(today, r.Policy); got != test.soon {
			t.Errorf("%s: ExpiresSoon(%s) = %v", test.feature.Name, today, got)
		}
	}
	if !grace.NeedsGuard() || !planned.NeedsGuard() || strict.NeedsGuard() {
		t.Error("planned and grace features need guards, strict ones do not")
	}
}

// TestAllowed has what lies just inside of the rules that TestErrors checks from outside.
func TestAllowed(t *testing.T) {
	feature := func(keys string) string {
		return "version: 1\ncontracts: {A: {rollout: grace}, L: {rollout: lockstep}}\nfeatures:\n" +
			"  f: {ticket: T-1, introduced: {version: v1, date: 2026-04-15}, " + keys + "}\n"
	}
	tests := map[string]string{
		"window of exactly max_grace":     feature(`contract: A, selectors: ["a()"], state: grace, grace_end: 2026-10-12`),
		"window of one day":               feature(`contract: A, selectors: ["a()"], state: grace, grace_end: 2026-04-16`),
		"far end that max_grace allows":   feature(`contract: A, selectors: ["a()"], state: grace, grace_end: 2099-01-01`) + "policy: {max_grace: 40000d}\n",
		"strict without an end":           feature(`contract: A, selectors: ["a()"], state: strict`),
		"retired without an end":          feature(`contract: A, selectors: ["a()"], state: retired`),
		"long window that is over":        feature(`contract: A, selectors: ["a()"], state: strict, grace_end: 2028-10-12`),
		"lockstep without an end":         feature(`contract: L, selectors: ["a()"], state: grace`),
		"null for an optional value":      feature(`contract: A, selectors: ["a()"], state: strict, grace_end: ~, owner: , extensions: `),
		"date in quotes":                  feature(`contract: A, selectors: ["a()"], state: grace, grace_end: "2026-10-01"`),
		"one selector on two contracts":   feature(`contract: A, selectors: ["a()"], state: strict`) + "  g: {ticket: T-1, introduced: {version: v1, date: 2026-04-15}, contract: L, selectors: [\"a()\"], state: strict}\n",
		"byte order mark":                 "\ufeffversion: 1\ncontracts: {A: {rollout: grace}}\n",
		"CRLF":                            "version: 1\r\ncontracts:\r\n  A: {rollout: grace}\r\n",
		"document start and end":          "---\nversion: 1\ncontracts: {A: {rollout: grace}}\n...\n",
		"contract name with types of Go":  "version: 1\ncontracts: {A$: {rollout: grace, types: [A]}}\n",
		"every package":                   "version: 1\ncontracts: {A: {rollout: grace, bindings: [...]}}\n",
		"contracts without features":      "version: 1\ncontracts: {A: {rollout: grace}}\nfeatures:\n",
		"conflict marker inside of prose": "version: 1\ncontracts: {A: {rollout: grace}}\n# text ======= text\n",
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) { parse(t, text) })
	}
}

func TestLiveVersionsCountOnlyWhatNeedsGuards(t *testing.T) {
	var text strings.Builder
	text.WriteString("version: 1\ncontracts: {A: {rollout: grace}}\nfeatures:\n")
	for i, state := range []string{"retired", "strict", "grace", "planned"} {
		version := min(i, 2) // the grace and the planned feature came with the same version
		fmt.Fprintf(&text, "  f%d: {contract: A, ticket: T-1, selectors: [\"a%d()\"], introduced: {version: v%d, date: 2026-04-15}, state: %s, grace_end: 2026-05-01}\n",
			i, i, version, state)
	}
	parse(t, text.String())
}

func TestAnchorsAndMerges(t *testing.T) {
	r := parse(t, `version: 1
contracts:
  A: &base {rollout: grace, bindings: [example.com/a]}
  B: {<<: *base, types: [B2]}
  C:
    rollout: lockstep
    <<: [*base, {types: [Later], bindings: [example.com/later]}]
`)
	b, c := r.Contract("B"), r.Contract("C")
	if b.Rollout != compatregistry.RolloutGrace || !cmp.Equal(b.Bindings, []string{"example.com/a"}) || !cmp.Equal(b.Types, []string{"B2"}) {
		t.Errorf("B is %+v", b)
	}
	if c.Rollout != compatregistry.RolloutLockstep || !cmp.Equal(c.Bindings, []string{"example.com/a"}) || !cmp.Equal(c.Types, []string{"Later"}) {
		t.Errorf("C is %+v: its own keys come first, then the earlier merge", c)
	}
}

func TestLoadReportsTheFileSystem(t *testing.T) {
	if _, err := compatregistry.Load(filepath.Join(t.TempDir(), "compat.yaml")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error is %v, want fs.ErrNotExist", err)
	}
	if _, err := compatregistry.Load(t.TempDir()); err == nil {
		t.Error("a folder was read as a registry")
	}
}

func TestExampleIsValid(t *testing.T) {
	load(t, filepath.Join("..", "testdata", "avs", "compat.yaml"))
}

func TestRolloutIsGraceByDefault(t *testing.T) {
	registry, err := compatregistry.Parse("compat.yaml", []byte("version: 1\ncontracts:\n  NewtonPolicy:\n  TaskManager: {rollout: lockstep}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]compatregistry.Rollout{"NewtonPolicy": compatregistry.RolloutGrace, "TaskManager": compatregistry.RolloutLockstep} {
		if got := registry.Contract(name).Rollout; got != want {
			t.Errorf("rollout of %s is %q, want %q", name, got, want)
		}
	}
}
