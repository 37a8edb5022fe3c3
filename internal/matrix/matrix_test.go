package matrix_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/matrix"
)

var update = flag.Bool("update", false, "write the golden files")

func load(t *testing.T, path string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestGolden(t *testing.T) {
	for name, path := range map[string]string{
		"avs": "../../testdata/avs/compat.yaml", "states": "testdata/states.yaml", "empty": "testdata/empty.yaml",
	} {
		t.Run(name, func(t *testing.T) {
			got := string(matrix.Markdown(load(t, path)))
			golden := filepath.Join("testdata", name+".golden.md")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("matrix (-want +got):\n%s", diff)
			}
		})
	}
}

// TestOrder checks that the matrix does not follow the order of the registry's features.
func TestOrder(t *testing.T) {
	r := load(t, "testdata/states.yaml")
	first := string(matrix.Markdown(r))
	r.Features[0], r.Features[1] = r.Features[1], r.Features[0]
	if diff := cmp.Diff(first, string(matrix.Markdown(r))); diff != "" {
		t.Errorf("another order gives another matrix:\n%s", diff)
	}
}

var unescapedBar = regexp.MustCompile(`(^|[^\\])\|`)

// TestTablesStayTables has texts that would end cells, rows, and the table.
func TestTablesStayTables(t *testing.T) {
	r := load(t, "testdata/states.yaml")
	for _, f := range r.Features {
		f.Ticket, f.Owner, f.Introduced.Version = "a|b\n\n# c", "`|<b>`", "v1 | *x* [y](javascript:z)"
		f.Components, f.Legacy = []string{"|", "\\|"}, "<script>alert(1)</script>\n- item"
	}
	text := string(matrix.Markdown(r))
	columns := 0
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		got := len(unescapedBar.FindAllString(line, -1))
		if columns == 0 {
			columns = got
		}
		if got != columns {
			t.Errorf("a row has %d bars and not %d: %s", got, columns, line)
		}
	}
	for _, forbidden := range []string{"<script", "<b>", "\n# c", "\n- item", "[y](", "*x*"} {
		if strings.Contains(strings.ReplaceAll(text, `\*`, ""), forbidden) {
			t.Errorf("the text has %q", forbidden)
		}
	}
}

// TestLinksLead checks that each link within the page has its heading, and that no two headings have one anchor.
func TestLinksLead(t *testing.T) {
	text := string(matrix.Markdown(load(t, "testdata/states.yaml")))
	anchors := map[string]bool{}
	for _, heading := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(text, -1) {
		anchor := strings.ReplaceAll(strings.ToLower(heading[1]), " ", "-")
		if anchors[anchor] {
			t.Errorf("there are two headings %q", heading[1])
		}
		anchors[anchor] = true
	}
	links := regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(text, -1)
	if len(links) == 0 {
		t.Error("there are no links")
	}
	for _, link := range links {
		if !anchors[link[1]] {
			t.Errorf("#%s leads nowhere", link[1])
		}
	}
}
