package abidiff_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/abidiff"
	"github.com/compatlint/compatlint/selectors"
)

// A step is two published versions of a contract: what came, what went, what kept its selector and changed, and functions that stayed.
type step struct {
	contract       string
	added, removed map[string]string // declaration to the published selector
	changed        []change
	reassigned     []string // Go names that send another selector
	kept           []string
}

type change struct{ old, new, selector, what string }

// The structs that SystemConfig.initialize takes.
const (
	resourceConfig = "(uint32,uint8,uint8,uint32,uint32,uint128)"
	addresses      = "(address,address,address,address,address,address)"
)

// history has the facts of real repositories, as their published artifacts give them: newton-sdk, optimism's op-bindings 1.2.0 to 1.7.0 and
// eigensdk-go.
var history = map[string]step{
	"newton 2025-09 to 2025-10": {
		contract: "NewtonPolicy",
		added: map[string]string{
			"getMetadataCid() view (string)": "0xd74ee46d", "getPolicyCid() view (string)": "0x08e272d0", "getSchemaCid() view (string)": "0x5578f3f0",
			"isPolicyVerified() view (bool)": "0x8f3d1167", "metadataCid() view (string)": "0xff368581", "policyCid() view (string)": "0x68bec373",
			"schemaCid() view (string)": "0xeb41efeb", "setMetadataCid(string)": "0xa912f1fa",
			"initialize(address,string,string,string,address[],string,address)": "0xf9fd7245",
		},
		removed: map[string]string{
			"getPolicyUri() view (string)": "0x804bd929", "getSchemaUri() view (string)": "0xd77635d1", "policyUri() view (string)": "0x37f1d58f",
			"schemaUri() view (string)": "0xe4e1a715", "initialize(address,string,string,string,address[])": "0xf0bcdff9",
		},
		reassigned: []string{"Initialize"},
		kept:       []string{"owner() view (address)", "transferOwnership(address)"},
	},
	"newton 2025-10 to 2026-06": {
		contract: "NewtonPolicy",
		added: map[string]string{
			"getPolicyCodeHash() view (bytes32)": "0xe998a088", "policyCodeHash() view (bytes32)": "0x4ccf57fe", "version() view (string)": "0x54fd4d50",
			"initialize(address,string,string,string,address[],string,address,bytes32)": "0x217b1f5a",
		},
		removed:    map[string]string{"initialize(address,string,string,string,address[],string,address)": "0xf9fd7245"},
		reassigned: []string{"Initialize"},
		kept:       []string{"getPolicyCid() view (string)", "setMetadataCid(string)"},
	},
	"optimism GasPriceOracle": {
		contract: "GasPriceOracle",
		added: map[string]string{
			"setEcotone()": "0x22b90ab3", "isEcotone() view (bool)": "0x4ef6e224", "blobBaseFeeScalar() view (uint32)": "0x68d5dca6",
			"baseFeeScalar() view (uint32)": "0xc5985918", "blobBaseFee() view (uint256)": "0xf8206140",
		},
		kept: []string{"gasPrice() view (uint256)", "getL1Fee(bytes) view (uint256)"},
	},
	"optimism L1Block": {
		contract: "L1Block",
		added: map[string]string{
			"setL1BlockValuesEcotone()": "0x440a5e20", "blobBaseFeeScalar() view (uint32)": "0x68d5dca6",
			"baseFeeScalar() view (uint32)": "0xc5985918", "blobBaseFee() view (uint256)": "0xf8206140",
		},
		kept: []string{"number() view (uint64)"},
	},
	"optimism L1StandardBridge": {
		contract: "L1StandardBridge",
		added: map[string]string{
			"superchainConfig() view (address)": "0x35e80ab3", "initialize(address,address)": "0x485cc955", "paused() view (bool)": "0x5c975abb",
		},
		removed:    map[string]string{"initialize(address)": "0xc4d66de8"},
		reassigned: []string{"Initialize"},
		kept:       []string{"messenger() view (address)"},
	},
	"optimism OptimismPortal": {
		contract: "OptimismPortal",
		added:    map[string]string{"superchainConfig() view (address)": "0x35e80ab3", "initialize(address,address,address)": "0xc0c53b8b"},
		removed: map[string]string{
			"unpause()": "0x3f4ba83a", "pause()": "0x8456cb59", "initialize(address,address,address,bool)": "0xfecf9734",
		},
		reassigned: []string{"Initialize"},
		kept:       []string{"paused() view (bool)"},
	},
	"optimism SystemConfig": {
		contract: "SystemConfig",
		added: map[string]string{
			"START_BLOCK_SLOT() view (bytes32)": "0xe0e2016d",
			"initialize(address,uint256,uint256,bytes32,uint64,address," + resourceConfig + ",address," + addresses + ")": "0x0bbb7968",
		},
		removed: map[string]string{
			"initialize(address,uint256,uint256,bytes32,uint64,address," + resourceConfig + ",uint256,address," + addresses + ")": "0x5228a6ac",
		},
		reassigned: []string{"Initialize"},
		kept:       []string{"VERSION() view (uint256)"},
	},
	"optimism FaultDisputeGame": {
		contract: "FaultDisputeGame",
		changed: []change{
			{
				"claimData(uint256) view (uint32,bool,bytes32,uint128,uint128)",
				"claimData(uint256) view (uint32,address,address,uint128,bytes32,uint128,uint128)", "0xc6f0308c",
				"returns (uint32,bool,bytes32,uint128,uint128) -> (uint32,address,address,uint128,bytes32,uint128,uint128)",
			},
			{
				"gameData() view (uint8,bytes32,bytes)", "gameData() view (uint32,bytes32,bytes)", "0xfa24f743",
				"returns (uint8,bytes32,bytes) -> (uint32,bytes32,bytes)",
			},
			{"gameType() view (uint8)", "gameType() view (uint32)", "0xbbdc02db", "returns (uint8) -> (uint32)"},
			{"l1Head() view (bytes32)", "l1Head() pure (bytes32)", "0x6361506d", "view -> pure"},
		},
		kept: []string{"resolve() (uint8)"},
	},
	"optimism DisputeGameFactory": {
		contract: "DisputeGameFactory",
		changed: []change{{
			"gameAtIndex(uint256) view (uint8,uint64,address)", "gameAtIndex(uint256) view (uint32,uint64,address)", "0xbb8aa1fc",
			"returns (uint8,uint64,address) -> (uint32,uint64,address)",
		}},
		kept: []string{"gameCount() view (uint256)"},
	},
	"eigensdk BLSApkRegistry": {
		contract: "ContractBLSApkRegistry",
		added: map[string]string{
			"getOperatorPubkeyG2(address) view ((uint256[2],uint256[2]))":                                                                "0x67169911",
			"verifyAndRegisterG2PubkeyForOperator(address,(uint256[2],uint256[2]))":                                                      "0xd1a64650",
			"getOrRegisterOperatorId(address,((uint256,uint256),(uint256,uint256),(uint256[2],uint256[2])),(uint256,uint256)) (bytes32)": "0x03c5a6b6",
		},
		kept: []string{"apkHistory(uint8,uint256) view (bytes24,uint32,uint32)"},
	},
	"eigensdk StakeRegistry": {
		contract: "ContractStakeRegistry",
		added: map[string]string{
			"stakeTypePerQuorum(uint8) view (uint8)": "0x697fbd93", "avsDirectory() view (address)": "0x6b3aa72e",
			"updateOperatorsStake(address[],bytes32[],uint8) (bool[])": "0x6c3fb4bf",
			"slashableStakeLookAheadPerQuorum(uint8) view (uint32)":    "0x9ab4d6ff",
			"allocationManager() view (address)":                       "0xca8aa7c7", "setSlashableStakeLookahead(uint8,uint32)": "0xe086adb3",
			"initializeDelegatedStakeQuorum(uint8,uint96,(address,uint96)[])":        "0x75d4173a",
			"initializeSlashableStakeQuorum(uint8,uint96,uint32,(address,uint96)[])": "0xcc5a7c20",
		},
		removed: map[string]string{
			"updateOperatorStake(address,bytes32,bytes) (uint192)": "0x66acfefe",
			"initializeQuorum(uint8,uint96,(address,uint96)[])":    "0xff694a77",
		},
		kept: []string{"registryCoordinator() view (address)"},
	},
	"eigensdk EigenPodManager": {
		contract: "ContractEigenPodManager",
		added: map[string]string{
			"addShares(address,address,uint256) (uint256,uint256)":      "0x50ff7225",
			"recordBeaconChainETHBalanceUpdate(address,uint256,int256)": "0xa1ca780b",
		},
		removed: map[string]string{
			"addShares(address,uint256) (uint256)":              "0x0e81073c",
			"recordBeaconChainETHBalanceUpdate(address,int256)": "0xc2c51c40",
		},
		reassigned: []string{"AddShares", "RecordBeaconChainETHBalanceUpdate"},
		kept:       []string{"numPods() view (uint256)"},
	},
	"eigensdk EigenPod": {
		contract: "ContractEigenPod",
		added:    map[string]string{"version() view (string)": "0x54fd4d50"},
		kept:     []string{"podOwner() view (address)"},
	},
	"eigensdk IndexRegistry": {
		contract: "ContractIndexRegistry",
		added:    map[string]string{"totalOperatorsForQuorumAtBlockNumber(uint8,uint32) view (uint32)": "0x7b5d26be"},
		kept:     []string{"totalOperatorsForQuorum(uint8) view (uint32)"},
	},
	"eigensdk DelegationManager": {
		contract: "ContractDelegationManager",
		changed: []change{{
			"minWithdrawalDelayBlocks() view (uint256)", "minWithdrawalDelayBlocks() view (uint32)", "0xc448feb8", "returns (uint256) -> (uint32)",
		}},
		kept: []string{"isOperator(address) view (bool)"},
	},
}

// TestHistory rebuilds the ABIs of published versions and reads them from files: exactly what was published differs.
func TestHistory(t *testing.T) {
	for name, s := range history {
		t.Run(name, func(t *testing.T) {
			report := compareFiles(t, s.contract, s.before(), s.after())
			if len(report.Changed) != 1 || len(report.Added)+len(report.Removed) > 0 || report.Changed[0].Name != s.contract {
				t.Fatalf("report is %+v, want one changed contract", report)
			}
			got := report.Changed[0].Changes
			if diff := cmp.Diff(published(s.added), selectorsOf(got.Added)); diff != "" {
				t.Errorf("added (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(published(s.removed), selectorsOf(got.Removed)); diff != "" {
				t.Errorf("removed (-want +got):\n%s", diff)
			}
			var shapes [][2]string
			for _, c := range got.Changed {
				shapes = append(shapes, [2]string{c.Selector.String(), strings.Join(c.What, "; ")})
			}
			if diff := cmp.Diff(s.shapes(), shapes); diff != "" {
				t.Errorf("changed in shape (-want +got):\n%s", diff)
			}
			var names []string
			for _, r := range got.Reassigned {
				names = append(names, r.GoName)
			}
			if diff := cmp.Diff(s.reassigned, names); diff != "" {
				t.Errorf("Go names with another selector (-want +got):\n%s", diff)
			}
			if len(got.Renamed) > 0 {
				t.Errorf("renamed %+v, want nothing", got.Renamed)
			}
			if additive := len(s.removed)+len(s.changed) == 0; got.IsAdditive() != additive {
				t.Errorf("additive is %t, want %t", !additive, additive)
			}
			if back := compareFiles(t, s.contract, s.after(), s.before()); !cmp.Equal(selectorsOf(back.Changed[0].Changes.Added), published(s.removed)) {
				t.Errorf("the other way round, added is %+v", back.Changed[0].Changes.Added)
			}
		})
	}
}

func (s step) before() []string {
	declarations := slices.Sorted(maps.Keys(s.removed))
	for _, c := range s.changed {
		declarations = append(declarations, c.old)
	}
	return append(declarations, s.kept...)
}

func (s step) after() []string {
	declarations := slices.Clone(s.kept)
	for _, c := range s.changed {
		declarations = append(declarations, c.new)
	}
	return append(declarations, slices.Sorted(maps.Keys(s.added))...)
}

func (s step) shapes() [][2]string {
	var shapes [][2]string
	for _, c := range s.changed {
		shapes = append(shapes, [2]string{c.selector, c.what})
	}
	return shapes
}

func published(declarations map[string]string) map[string]string {
	table := map[string]string{}
	for declaration, selector := range declarations {
		table[strings.Fields(declaration)[0]] = selector
	}
	return table
}

func selectorsOf(methods []selectors.Method) map[string]string {
	table := map[string]string{}
	for _, m := range methods {
		table[m.Signature] = m.Selector.String()
	}
	return table
}

func compareFiles(t *testing.T, contract string, before, after []string) *abidiff.Report {
	t.Helper()
	dir := t.TempDir()
	old := writeFile(t, filepath.Join(dir, "old", contract+".json"), abiJSON(t, before...))
	updated := writeFile(t, filepath.Join(dir, "new", contract+".json"), abiJSON(t, after...))
	return compare(t, dir, old, updated, abidiff.Options{})
}

func compare(t *testing.T, dir, old, updated string, opts abidiff.Options) *abidiff.Report {
	t.Helper()
	report, err := abidiff.Compare(read(t, dir, old), read(t, dir, updated), opts)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func read(t *testing.T, dir, name string) *abidiff.Source {
	t.Helper()
	source, err := abidiff.Read(t.Context(), dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// abiJSON writes an ABI of declarations "signature [mutability] [(returns)]"; "event" and "error" before one make it an event, whose
// parameters may say "indexed", or a custom error.
func abiJSON(t *testing.T, declarations ...string) string {
	t.Helper()
	entries := []map[string]any{}
	for _, declaration := range declarations {
		entries = append(entries, entryOf(t, declaration))
	}
	text, err := json.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func entryOf(t *testing.T, declaration string) map[string]any {
	t.Helper()
	for _, kind := range []string{"event", "error"} {
		if rest, ok := strings.CutPrefix(declaration, kind+" "); ok {
			rest, anonymous := strings.CutSuffix(rest, " anonymous")
			signature := strings.ReplaceAll(rest, " indexed", "!")
			name, types, _ := strings.Cut(strings.TrimSuffix(signature, ")"), "(")
			return map[string]any{"type": kind, "name": name, "inputs": parameters(t, types), "anonymous": anonymous}
		}
	}
	signature, rest, _ := strings.Cut(declaration, " ")
	mutability, returns, _ := strings.Cut(rest, "(")
	mutability = strings.TrimSpace(mutability)
	if mutability == "" {
		mutability = "nonpayable"
	}
	name, types, _ := strings.Cut(strings.TrimSuffix(signature, ")"), "(")
	return map[string]any{
		"type": "function", "name": name, "inputs": parameters(t, types), "outputs": parameters(t, strings.TrimSuffix(returns, ")")),
		"stateMutability": mutability,
	}
}

// parameters splits a list of types; an exclamation mark behind one says that it is indexed.
func parameters(t *testing.T, types string) []map[string]any {
	t.Helper()
	list := []map[string]any{}
	depth, start := 0, 0
	for i, c := range types + "," {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0 && i > start:
			list = append(list, parameter(t, types[start:i]))
			start = i + 1
		}
	}
	return list
}

func parameter(t *testing.T, text string) map[string]any {
	t.Helper()
	plain, indexed := strings.CutSuffix(text, "!")
	if rest, ok := strings.CutPrefix(plain, "("); ok {
		end := strings.LastIndexByte(rest, ')')
		return map[string]any{"type": "tuple" + rest[end+1:], "components": parameters(t, rest[:end]), "indexed": indexed}
	}
	return map[string]any{"type": plain, "indexed": indexed}
}
