package crawl

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
)

// FuzzState feeds state files: each is read and taken in, or something is said to be wrong with it.
func FuzzState(f *testing.F) {
	const begun = `{"begun":{"version":1,"network":"local","chainId":31337,"block":{"number":100},"questions":""}}` + "\n"
	f.Add([]byte(begun))
	f.Add([]byte(begun + `{"found":{"set":0,"addresses":["0x00000000000000000000000000000000000000a1"],"cursor":{}}}` + "\n"))
	f.Add([]byte(begun + `{"judged":{"settled":[[0,1]],"marks":[{"target":0,"feature":0,"status":"legacy","missing":[0]}]}}` + "\n" + `{"done":{"targets":1}}`))
	f.Add([]byte(begun + `{"judged":{"settled":[[-9223372036854775808,9223372036854775807]],"marks":[{"target":-1,"feature":9}]}}` + "\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		entries, err := parseState("state", content)
		if err != nil || len(entries) == 0 {
			return
		}
		w := &walk{
			plan: &plan{
				features: []*compatregistry.Feature{{Name: "f"}},
				sets:     []targetSet{{TargetSet: compatregistry.TargetSet{Addresses: []common.Address{{1}}}, needs: []need{{}}}},
			},
			seen:    []map[common.Address]bool{{}},
			journal: &journal{kept: entries},
		}
		w.Network = &compatregistry.Network{Name: "local"}
		if w.takeIn(entries) != nil {
			return
		}
		r := w.report()
		if r.Targets < 1 || len(r.Features) != 1 {
			t.Errorf("%+v", r)
		}
	})
}
