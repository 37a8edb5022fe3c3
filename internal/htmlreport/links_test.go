package htmlreport_test

import (
	"strings"
	"testing"

	"github.com/compatlint/compatlint/internal/htmlreport"
)

func TestCheckLink(t *testing.T) {
	for _, pattern := range []string{
		"https://github.com/example/avs/blob/main/{file}#L{line}", "http://localhost:8080/{file}?line={line}", "https://example.com/{file}",
		"https://gitlab.example.com/avs/-/blob/main/{file}#L{line}",
	} {
		if err := htmlreport.CheckLink(pattern); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
	}
	for pattern, want := range map[string]string{
		"https://example.com/#L{line}":       "no {file}",
		"https://example.com/{file}#{lines}": "the pattern has {lines}",
		"https://example.com/{file}#{}":      "the pattern has {}",
		"javascript:alert({file})":           "no address on the web",
		"file:///repo/{file}":                "no address on the web",
		"example.com/{file}":                 "no address on the web",
		"https:///{file}":                    "no address on the web",
		"https://exa mple.com/{file}":        "no address: ",
		"https://example.com/%zz/{file}":     "no address: ",
		"":                                   "no {file}",
	} {
		if err := htmlreport.CheckLink(pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", pattern, err, want)
		}
	}
}

func TestPatternLink(t *testing.T) {
	tests := []struct {
		pattern, file string
		line          int
		want          string
	}{
		{"https://x.org/{file}#L{line}", "a/b.go", 7, "https://x.org/a/b.go#L7"},
		{"https://x.org/{file}#L{line}", "compat.yaml", 0, "https://x.org/compat.yaml"},
		{"https://x.org/{file}#L{line}", "a b/c#d?.go", 7, "https://x.org/a%20b/c%23d%3F.go#L7"},
		{"https://x.org/?f={file}&l={line}", "a.go", 7, "https://x.org/?f=a.go&l=7"},
		{"https://x.org/#/{file}:{line}", "a.go", 0, "https://x.org/#/a.go:0"},
		{"https://x.org/{file}", "{line}.go", 7, "https://x.org/%7Bline%7D.go"},
	}
	for _, test := range tests {
		if got := htmlreport.PatternLink(test.pattern, test.file, test.line); got != test.want {
			t.Errorf("PatternLink(%q, %q, %d) = %s, want %s", test.pattern, test.file, test.line, got, test.want)
		}
	}
}

func TestRelativeLink(t *testing.T) {
	tests := []struct {
		dir, file string
		line      int
		want      string
	}{
		{"/repo", "/repo/a/b.go", 7, "./a/b.go#L7"},
		{"/repo/docs", "/repo/a/b.go", 7, "../a/b.go#L7"},
		{"/repo", "/repo/compat.yaml", 0, "./compat.yaml"},
		{"/repo", "/repo/javascript:x.go", 7, "./javascript:x.go#L7"},
		{"/repo", "/repo/a b#c.go", 7, "./a%20b%23c.go#L7"},
	}
	for _, test := range tests {
		if got := htmlreport.RelativeLink(test.dir, test.file, test.line); got != test.want {
			t.Errorf("RelativeLink(%q, %q, %d) = %s, want %s", test.dir, test.file, test.line, got, test.want)
		}
	}
}
