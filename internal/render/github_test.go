package render_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/render"
)

func TestGitHub(t *testing.T) {
	const title = ",title=directcall (compatlint)::"
	for name, test := range map[string]struct {
		change func(f *driver.Finding)
		want   string
	}{
		"error": {
			func(*driver.Finding) {},
			"::error file=a.go,line=1,col=6,endLine=1,endColumn=10" + title + "<message>",
		},
		"warning": {
			func(f *driver.Finding) { f.Severity = finding.Warning },
			"::warning file=a.go,line=1,col=6,endLine=1,endColumn=10" + title + "<message>",
		},
		"no end": {
			func(f *driver.Finding) { f.EndLine, f.EndColumn = 0, 0 },
			"::error file=a.go,line=1,col=6" + title + "<message>",
		},
		"several lines": { // GitHub refuses columns then
			func(f *driver.Finding) { f.EndLine = 2 },
			"::error file=a.go,line=1,endLine=2" + title + "<message>",
		},
		"message": {
			func(f *driver.Finding) { f.Message = "50%,\r\n: ::x" },
			"::error file=a.go,line=1,col=6,endLine=1,endColumn=10" + title + "50%25,%0D%0A: ::x",
		},
		"file": {
			func(f *driver.Finding) { f.File = "x,y:%.go" },
			"::error file=x%2Cy%3A%25.go,line=1,col=6,endLine=1,endColumn=10" + title + "<message>",
		},
	} {
		r := sourced(t, "a := «f(x)»\n")
		test.change(&r.Findings[0])
		got, _, _ := strings.Cut(written(t, "github", r, render.Options{}), "\n")
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestFromRepositoryRoot checks that files are named from where GitHub looks for them, not from the working directory.
func TestFromRepositoryRoot(t *testing.T) {
	r := sourced(t, "a := «f(x)»\n")
	root := t.TempDir()
	for _, dir := range []string{".git", "services/a b"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	r.Dir = filepath.Join(root, "services", "a b")
	if got := written(t, "github", r, render.Options{}); !strings.HasPrefix(got, "::error file=services/a b/a.go,line=1,") {
		t.Errorf("github names the file so: %s", got)
	}
	if got := sarifOf(t, r); got.Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation != (artifact{"services/a%20b/a.go", "%SRCROOT%"}) {
		t.Errorf("SARIF has the location %+v", got.Runs[0].Results[0].Locations[0])
	}
	r.Findings[0].File = "/elsewhere/a.go"
	if got := written(t, "github", r, render.Options{}); !strings.HasPrefix(got, "::error file=/elsewhere/a.go,line=1,") {
		t.Errorf("github names a file of nowhere so: %s", got)
	}
	if got := sarifOf(t, r); got.Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation != (artifact{"file:///elsewhere/a.go", ""}) {
		t.Errorf("SARIF has the location %+v", got.Runs[0].Results[0].Locations[0])
	}
}
