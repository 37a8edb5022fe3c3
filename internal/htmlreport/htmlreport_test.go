package htmlreport_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/htmlreport"
)

var update = flag.Bool("update", false, "write the golden files")

func written(t *testing.T, in htmlreport.Input) string {
	t.Helper()
	var page bytes.Buffer
	if err := htmlreport.Write(&page, in); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

func day(t *testing.T, text string) grace.Date {
	t.Helper()
	d, err := grace.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func use(pkg, file string, line int, feature, guard string) driver.Use {
	return driver.Use{Place: driver.Place{File: file, Line: line, Column: 2}, Package: pkg, Feature: feature, Guard: guard}
}

// full has a feature in every state, and everything else that a page can show.
func full(t *testing.T) htmlreport.Input {
	t.Helper()
	registry, err := compatregistry.Load("testdata/compat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return htmlreport.Input{
		Registry: registry, RegistryFile: "compat.yaml", Module: "example.com/avs", Today: day(t, "2026-09-10"),
		Uses: []driver.Use{
			use("example.com/avs/internal/attest", "internal/attest/attest.go", 57, "attestation_data", "wrapper"),
			use("example.com/avs/internal/chainio", "internal/chainio/bound.go", 28, "policy_code_hash", ""),
			use("example.com/avs/internal/chainio", "internal/chainio/client.go", 58, "policy_code_hash", "requires"),
			use("example.com/avs/cmd/gateway", "cmd/gateway/main.go", 12, "policy_code_hash", "dual path"),
			use("example.com/avs/cmd/gateway", "cmd/gateway/main.go", 90, "policy_metadata", "gate"),
		},
		Findings: []driver.Finding{
			{Place: driver.Place{File: "compat.yaml", Line: 25}, Analyzer: "gracedate", Severity: finding.Warning, URL: finding.URL("gracedate"), Message: "the window has ended"},
			{Place: driver.Place{File: "internal/chainio/bound.go", Line: 28}, Analyzer: "directcall", Severity: finding.Error, URL: finding.URL("directcall"),
				Message: `NewtonPolicy.getPolicyCodeHash() (feature "policy_code_hash", legacy served until 2026-10-01) may be missing on deployed contracts`},
		},
		Crawls: []*htmlreport.Crawl{
			{Network: "sepolia", Block: 7012345, Features: []htmlreport.Counted{{Feature: "policy_code_hash", Legacy: 2, Total: 17}}},
			{Network: "mainnet", Block: 24012345, Features: []htmlreport.Counted{{Feature: "policy_code_hash", Total: 4}, {Feature: "gone", Legacy: 1, Total: 3}}},
		},
		Link: func(file string, line int) string { return htmlreport.RelativeLink("/repo/docs", "/repo/"+file, line) },
	}
}

// markup is a text that would be markup, script, style or an address if it were not escaped.
const markup = `"><script>alert(1)</script><img src=x onerror=alert(2)>'--></style>{{.}}javascript:alert(3)`

// hostile has markup and long words wherever a registry, the code or a crawl can have text.
func hostile(t *testing.T) htmlreport.Input {
	t.Helper()
	in := full(t)
	long := strings.Repeat("Long", 60)
	in.Module, in.RegistryFile = "example.com/"+markup+long, markup+"/compat.yaml"
	for _, f := range in.Registry.Features {
		f.Name += markup
		f.Ticket, f.Owner, f.Legacy, f.Introduced.Version = "https://"+markup+long, markup, markup+long, markup
		f.Contracts, f.Components = []string{markup, long}, []string{markup}
		f.Selectors[0].Signature = "f(" + strings.Repeat("uint256,", 40) + markup + ")"
		for i := range f.Extensions {
			f.Extensions[i].Reason, f.Extensions[i].ApprovedBy = markup, markup
		}
	}
	for i := range in.Uses {
		in.Uses[i].Feature += markup
		in.Uses[i].Package, in.Uses[i].File, in.Uses[i].Guard = markup+long, markup+"/"+long+".go", markup
	}
	for i := range in.Findings {
		in.Findings[i].Message, in.Findings[i].File = markup+long, markup+long
	}
	in.Crawls[0].Network, in.Crawls[0].Features[0].Feature, in.Crawls[1].Features[0].Feature = markup+long, markup+long, markup
	return in
}

// empty has a registry and nothing in it.
func empty(t *testing.T) htmlreport.Input {
	t.Helper()
	registry, err := compatregistry.Parse("compat.yaml", []byte("version: 1\ncontracts: {A: {rollout: grace}}\nfeatures: {}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return htmlreport.Input{Registry: registry, RegistryFile: "compat.yaml", Today: day(t, "2026-09-10"), Link: func(string, int) string { return "" }}
}

func TestGolden(t *testing.T) {
	for name, in := range map[string]htmlreport.Input{"full": full(t), "empty": empty(t)} {
		t.Run(name, func(t *testing.T) {
			got := written(t, in)
			golden := filepath.Join("testdata", name+".golden.html")
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
				t.Errorf("page (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDeterministic(t *testing.T) {
	first := written(t, full(t))
	for range 10 {
		if written(t, full(t)) != first {
			t.Fatal("the same input gives different pages")
		}
	}
}

// TestEscaping looks for what must not get through, and for the text that has to.
func TestEscaping(t *testing.T) {
	in := hostile(t)
	in.Link = func(file string, line int) string { return "javascript:alert(4)//" + file }
	in.Findings[0].URL = "javascript:alert(5)"
	page := written(t, in)
	for _, forbidden := range []string{"<script", "<img", "onerror=alert(2)>", `href="javascript:`, "</style>{{"} {
		if strings.Contains(page, forbidden) {
			t.Errorf("the page has %s", forbidden)
		}
	}
	if strings.Count(page, "</style>") != 1 {
		t.Error("a text ends the style sheet")
	}
	if !strings.Contains(page, "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the page does not show the text")
	}
}

func TestMark(t *testing.T) {
	if page := written(t, empty(t)); !strings.Contains(page[:512], htmlreport.Mark) {
		t.Errorf("the page does not begin with its mark: %s", page[:512])
	}
}

// TestNumbers compares what the page says about one feature with the input.
func TestNumbers(t *testing.T) {
	page := written(t, full(t))
	for _, want := range []string{
		"3 uses, 1 unguarded", "1 use, all guarded", "ended 71 days ago", "21 days left", "legacy: 2 of 17 on sepolia", "11.8 %",
		`<span class="number">5</span> uses`, `<span class="number">1</span> ended window<`, "not in the registry",
		`<a href="../internal/chainio/bound.go#L28" class="name">bound.go:28</a> <span class="bare">unguarded</span>`,
		"first promised until 2026-08-01", `<a href="https://tickets.example.com/NEWT-1001">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %s", want)
		}
	}
}
