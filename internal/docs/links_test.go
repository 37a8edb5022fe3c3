package docs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// repository is the root of the repository, seen from here.
const repository = "../.."

var (
	link    = regexp.MustCompile(`\]\(([^()\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	fenced  = regexp.MustCompile("(?ms)^```.*?^```$")
	inline  = regexp.MustCompile("`[^`\n]*`")
)

// TestLinksLead follows every link of the Markdown pages that leads into the repository, down to the heading. It looks at nothing else: what
// stands on other sites is theirs.
func TestLinksLead(t *testing.T) {
	followed := 0
	for _, page := range markdownPages(t) {
		for _, found := range link.FindAllStringSubmatch(withoutCode(read(t, page)), -1) {
			if strings.Contains(found[1], "://") {
				continue
			}
			followed++
			if problem := follow(t, page, found[1]); problem != "" {
				t.Errorf("%s: the link %s %s", strings.TrimPrefix(page, repository+"/"), found[1], problem)
			}
		}
	}
	if followed < 20 {
		t.Errorf("only %d links were found", followed)
	}
}

// follow says what is wrong with a link, or nothing.
func follow(t *testing.T, page, target string) string {
	t.Helper()
	name, anchor, anchored := strings.Cut(target, "#")
	path := page
	if name != "" {
		path = filepath.Join(filepath.Dir(page), filepath.FromSlash(name))
	}
	if _, err := os.Stat(path); err != nil {
		return "leads nowhere"
	}
	if !anchored || filepath.Ext(path) != ".md" {
		return ""
	}
	for _, found := range heading.FindAllStringSubmatch(fenced.ReplaceAllString(read(t, path), ""), -1) {
		if anchorOf(found[1]) == anchor {
			return ""
		}
	}
	return "leads to no heading"
}

// anchorOf is the anchor that GitHub gives a heading.
func anchorOf(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// markdownPages names the pages for readers: those in the root and below docs, and that of the example.
func markdownPages(t *testing.T) []string {
	t.Helper()
	pages, err := filepath.Glob(repository + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	pages = append(pages, repository+"/testdata/avs/README.md")
	err = filepath.WalkDir(repository+"/docs", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(path) == ".md" {
			pages = append(pages, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func withoutCode(markdown string) string {
	return inline.ReplaceAllStringFunc(fenced.ReplaceAllString(markdown, ""), func(code string) string { return strings.Repeat("x", len(code)) })
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
