package compatregistry_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/tools/txtar"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// FuzzParse checks that any text gives a registry that keeps the rules, or errors with a position in the text.
func FuzzParse(f *testing.F) {
	for _, path := range []string{validPath, "../testdata/avs/compat.yaml"} {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, topic := range []string{"aliases", "changes", "contracts", "enumerations", "extensions", "features", "guards", "keys", "networks", "selectors", "syntax", "types", "window"} {
		archive, err := txtar.ParseFile("testdata/errors/" + topic + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".yaml") {
				f.Add(file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const path = "testdata/compat.yaml"
		r, err := compatregistry.Parse(path, data)
		if err == nil {
			checkRegistry(t, r)
			return
		}
		var list compatregistry.ErrorList
		if !errors.As(err, &list) || len(list) == 0 {
			t.Fatalf("error %v is no ErrorList, or an empty one", err)
		}
		lines := strings.Split(string(data), "\n")
		for i, e := range list {
			if e.File != path || e.Message == "" {
				t.Errorf("error %+v has no file or no message", e)
			}
			if e.Line < 1 || e.Line > len(lines) || e.Column < 1 || e.Column > len(lines[e.Line-1])+1 {
				t.Errorf("error %v points outside of the text", e)
			}
			if i > 0 && (e.Line < list[i-1].Line || e.Line == list[i-1].Line && e.Column < list[i-1].Column) {
				t.Errorf("error %v comes after %v", e, list[i-1])
			}
		}
	})
}

// checkEnumerate checks that an enumeration is of one kind, and that its events have an address where it says.
func checkEnumerate(t *testing.T, e *compatregistry.Enumerate) {
	if (e.Method != "") == (len(e.Events) > 0) || e.Contract == "" || e.From == (common.Address{}) || (e.Page > 0) != (e.Paging != "") ||
		len(e.Events) > 0 && (e.Page > 0 || e.Count != "" || e.Owners != "") {
		t.Errorf("enumeration %+v is of no kind", e)
	}
	for _, event := range e.Events {
		s, err := selectors.ParseEventSignature(event.Signature)
		if err != nil || s.Inputs[event.Argument].Type != "address" {
			t.Errorf("event %+v: %v", event, err)
		}
	}
}

// checkRegistry checks what other packages rely on.
func checkRegistry(t *testing.T, r *compatregistry.Registry) {
	for _, n := range r.Networks {
		for _, set := range n.Addresses {
			if set.Enumerate != nil {
				checkEnumerate(t, set.Enumerate)
			}
		}
	}
	for _, f := range r.Features {
		if len(f.Contracts) == 0 || len(f.Selectors) == 0 || f.Introduced.Date.IsZero() || f.Ticket == "" || f.State == "" {
			t.Errorf("feature %+v is incomplete", f)
		}
		if r.Feature(f.Name) != f || r.Suggest(strings.ToUpper(f.Name)) != f.Name {
			t.Errorf("feature %q is not found by its name", f.Name)
		}
		for _, name := range f.Contracts {
			c := r.Contract(name)
			if c == nil || len(c.Types) == 0 {
				t.Fatalf("contract %q of feature %q is %+v", name, f.Name, c)
			}
			if hasWindow := !f.GraceEnd.IsZero(); f.NeedsGuard() && hasWindow != (c.Rollout == compatregistry.RolloutGrace) {
				t.Errorf("feature %q of contract %q, rollout %s, has the window %q", f.Name, name, c.Rollout, f.GraceEnd)
			}
		}
	}
}
