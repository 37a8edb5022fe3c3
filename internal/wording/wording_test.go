package wording_test

import (
	"testing"

	"github.com/compatlint/compatlint/internal/wording"
)

func TestWording(t *testing.T) {
	for got, want := range map[string]string{
		wording.Count(0, "target"):                                        "0 targets",
		wording.Count(1, "target"):                                        "1 target",
		wording.Count(2, "target"):                                        "2 targets",
		wording.OneLine("a\tb\r\nc d"):                                    "a b  c d",
		wording.Markdown("plain words, (1) 2"):                            "plain words, (1) 2",
		wording.Markdown("a|b\n`c` <d> [e](f)"):                           "a\\|b \\`c\\` &lt;d&gt; \\[e\\](f)",
		wording.Markdown("*_!~\\"):                                        "\\*\\_\\!\\~\\\\",
		wording.OrDash(""):                                                "-",
		wording.OrDash("2026-10-01"):                                      "2026-10-01",
		wording.WithoutURLs("at HTTPS://u:p@host/key?a=b, and a/b://c d"): "at [URL] and a/[URL] d",
		wording.WithoutURLs("a: //b, c:/d"):                               "a: //b, c:/d",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
