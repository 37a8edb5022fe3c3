package workload

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/compatlint/compatlint/selectors"
)

// Today is the day on which everything is judged, so that the work is the same on every day.
const Today = "2026-11-21"

// What the service uses: three selectors, two features, one contract.
const (
	serviceContracts = `version: 1
contracts:
  Vault: {rollout: grace, bindings: [example.com/keeper/bindings/...]}
`
	serviceFeatures = `features:
  share_price_history:
    contract: Vault
    selectors: ["sharePriceAt(uint64)", "pendingFees()"]
    introduced: {version: v2.0.0, date: 2026-10-01}
    state: grace
    grace_end: 2027-03-01
    ticket: VLT-204
  batch_settlement:
    contract: Vault
    selectors: ["settleBatch(uint64[],bytes32)"]
    introduced: {version: v2.0.0, date: 2026-10-01}
    state: grace
    grace_end: 2027-03-01
    ticket: VLT-205
`
)

// registeredByService is the number of selectors in serviceFeatures.
const registeredByService = 3

// A Registry says how the selectors of a registry are spread. The first two features and the first contract are the service's own.
type Registry struct {
	Selectors int // in all
	Features  int // that the selectors beyond the service's own are spread over
	Contracts int // that these features are spread over
}

// Small is what a team starts with.
var Small = Registry{Selectors: 10, Features: 7, Contracts: 1}

// Write writes the registry into dir and returns its path. All features of a contract come with the same version, so it has two live versions
// at most.
func (r Registry) Write(dir string) (string, error) {
	path := filepath.Join(dir, "compat.yaml")
	file, err := os.Create(path)
	if err != nil {
		return "", err
	}
	w := bufio.NewWriter(file)
	r.contractsTo(w)
	r.featuresTo(w)
	return path, errors.Join(w.Flush(), file.Close())
}

func (r Registry) contractsTo(w io.Writer) {
	fmt.Fprint(w, serviceContracts)
	for i := range r.Contracts {
		fmt.Fprintf(w, "  Other%05d: {rollout: grace, bindings: [example.com/keeper/bindings/...]}\n", i)
	}
}

func (r Registry) featuresTo(w io.Writer) {
	fmt.Fprint(w, serviceFeatures)
	rest := r.Selectors - registeredByService
	taken := map[selectors.Selector]bool{}
	for i := range r.Features {
		own := rest / r.Features
		if i < rest%r.Features {
			own++
		}
		fmt.Fprintf(w, "  other_%05d:\n    contract: Other%05d\n    selectors:\n", i, i%r.Contracts)
		for j := range own {
			fmt.Fprintf(w, "      - %q\n", function(i, j, taken))
		}
		fmt.Fprintf(w, "    introduced: {version: v2.0.0, date: 2026-10-01}\n    state: grace\n    grace_end: 2027-03-01\n"+
			"    ticket: OTH-%d\n    owner: \"@team\"\n    components: [keeper]\n", i)
	}
}

// function returns the j-th signature of the i-th feature. Among 100,000 four-byte selectors one or two pairs collide, which no contract can
// have: then it is another name.
func function(i, j int, taken map[selectors.Selector]bool) string {
	name := fmt.Sprintf("function%dOf%d", j, i)
	for {
		signature := name + "(uint256,address,bytes32)"
		if selector := selectors.Of(signature); !taken[selector] {
			taken[selector] = true
			return signature
		}
		name += "Again"
	}
}
