package contracts_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/compatlint/compatlint/contracts"
)

var deployable = regexp.MustCompile(`(?m)^contract (\w+)`)

// sourceContracts returns the names of the contracts in the Solidity sources, sorted.
func sourceContracts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("fixtures/*.sol")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range deployable.FindAllSubmatch(source, -1) {
			names = append(names, string(match[1]))
		}
	}
	slices.Sort(names)
	return names
}

func TestArtifactsMatchSources(t *testing.T) {
	files, err := filepath.Glob("fixtures/artifacts/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var compiled []string
	for _, file := range files {
		compiled = append(compiled, strings.TrimSuffix(filepath.Base(file), ".json"))
	}
	if want := sourceContracts(t); !slices.Equal(compiled, want) {
		t.Errorf("artifacts are of %v, sources define %v: run npm run build in contracts/build", compiled, want)
	}
}

func TestArtifact(t *testing.T) {
	for _, name := range sourceContracts(t) {
		t.Run(name, func(t *testing.T) {
			data, err := contracts.Artifact(name)
			if err != nil {
				t.Fatal(err)
			}
			var artifact struct {
				ContractName     string
				ABI              json.RawMessage
				Bytecode         hexutil.Bytes
				DeployedBytecode hexutil.Bytes
			}
			if err := json.Unmarshal(data, &artifact); err != nil {
				t.Fatal(err)
			}
			if artifact.ContractName != name {
				t.Errorf("contractName = %q, want %q", artifact.ContractName, name)
			}
			if _, err := abi.JSON(bytes.NewReader(artifact.ABI)); err != nil {
				t.Errorf("abi: %v", err)
			}
			// No metadata: it would tie the bytes to the paths and comments of the sources.
			if bytes.Contains(artifact.Bytecode, []byte("ipfs")) || bytes.Contains(artifact.Bytecode, []byte("solc")) {
				t.Error("bytecode carries metadata")
			}
			if len(artifact.Bytecode) < len(artifact.DeployedBytecode) || len(artifact.DeployedBytecode) == 0 {
				t.Errorf("creation code has %d bytes, deployed code %d", len(artifact.Bytecode), len(artifact.DeployedBytecode))
			}
		})
	}
}

func TestArtifactUnknown(t *testing.T) {
	_, err := contracts.Artifact("Nonesuch")
	if err == nil || !strings.Contains(err.Error(), `"Nonesuch"`) {
		t.Errorf("err = %v, want one that names the contract", err)
	}
}
