package compatregistry_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
)

func TestWriteTable(t *testing.T) {
	r := load(t, validPath)
	for _, today := range []string{"2026-05-31", "2026-10-01", "2026-11-22"} {
		t.Run(today, func(t *testing.T) {
			var got bytes.Buffer
			if err := compatregistry.WriteTable(&got, r, day(t, today)); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "table", today+".golden")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWriteUses has the formats of a registry with what code uses of it.
func TestWriteUses(t *testing.T) {
	r, today := load(t, validPath), day(t, "2026-05-31")
	uses := map[string]compatregistry.Uses{"policy_code_hash": {Total: 12, Unguarded: 2}}
	for name, write := range map[string]func(io.Writer) error{
		"uses.golden":      func(w io.Writer) error { return compatregistry.WriteTableWithUses(w, r, today, uses) },
		"uses.golden.json": func(w io.Writer) error { return compatregistry.WriteJSON(w, r, "compat.yaml", today, uses) },
		"none.golden.json": func(w io.Writer) error { return compatregistry.WriteJSON(w, r, "compat.yaml", today, nil) },
	} {
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", "table", name)
		if *update {
			writeFile(t, golden, got.String())
		}
		if diff := cmp.Diff(string(readFile(t, golden)), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestWriteTableHasNoBlanksAtTheEnd(t *testing.T) {
	var table bytes.Buffer
	if err := compatregistry.WriteTable(&table, load(t, validPath), day(t, "2026-05-31")); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(table.String()) {
		if strings.TrimRight(line, " \n")+"\n" != line {
			t.Errorf("%q ends with blanks", line)
		}
	}
}

var errFull = errors.New("disk is full")

type fullWriter struct{}

func (fullWriter) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTableReportsTheWriter(t *testing.T) {
	if err := compatregistry.WriteTable(fullWriter{}, load(t, validPath), day(t, "2026-05-31")); !errors.Is(err, errFull) {
		t.Errorf("error is %v, want %v", err, errFull)
	}
}
