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

// folders are those with Solidity sources.
var folders = []string{".", "fixtures", "example"}

// sourceContracts returns the names of the contracts in the Solidity sources of the folder, sorted.
func sourceContracts(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.sol"))
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
	seen := map[string]string{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "artifacts", "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		var compiled []string
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), ".json")
			compiled = append(compiled, name)
			if other, ok := seen[name]; ok {
				t.Errorf("contract %s is in %s and in %s", name, other, folder)
			}
			seen[name] = folder
		}
		if want := sourceContracts(t, folder); !slices.Equal(compiled, want) {
			t.Errorf("artifacts of %s are of %v, its sources define %v: run contracts/generate.sh", folder, compiled, want)
		}
	}
}

func TestArtifact(t *testing.T) {
	var names []string
	for _, folder := range folders {
		names = append(names, sourceContracts(t, folder)...)
	}
	for _, name := range names {
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
