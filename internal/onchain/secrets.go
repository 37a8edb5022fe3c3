package onchain

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortestSecret is the length of the shortest part of a URL that is hidden: shorter ones are no keys, and occur in words.
const shortestSecret = 4

// secretsOf lists the parts of a URL that must not be printed, the longest first: as they are written, decoded, and as they are sent. Names of
// parameters are none, unless they have no value.
func secretsOf(u *url.URL) []string {
	parts := []string{u.Path, u.EscapedPath(), u.Fragment, u.EscapedFragment()}
	for _, pair := range strings.FieldsFunc(u.RawQuery, func(r rune) bool { return r == '&' || r == ';' }) {
		name, value, isNamed := strings.Cut(pair, "=")
		if !isNamed {
			value = name
		}
		parts = append(parts, value)
		if decoded, err := url.QueryUnescape(value); err == nil {
			parts = append(parts, decoded)
		}
	}
	for _, part := range slices.Clone(parts) {
		parts = append(parts, strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune("/;,=&", r) })...)
	}
	parts = append(parts, u.String(), u.Host, u.Hostname(), u.RawQuery)
	parts = append(parts, strings.Split(u.Hostname(), ".")...) // there are providers whose keys are host names
	parts = append(parts, credentials(u)...)
	return longestFirst(slices.DeleteFunc(parts, func(part string) bool { return len(part) < shortestSecret }))
}

// longestFirst sorts texts and leaves out those that are there twice. Parts of a text come after it.
func longestFirst(texts []string) []string {
	slices.SortFunc(texts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(texts)
}

// credentials are the user and the password, and how they are sent.
func credentials(u *url.URL) []string {
	if u.User == nil {
		return nil
	}
	name := u.User.Username()
	parts := []string{name, u.User.String()}
	parts = append(parts, strings.Split(u.User.String(), ":")...)
	password, _ := u.User.Password()
	sent := base64.StdEncoding.EncodeToString([]byte(name + ":" + password))
	return append(parts, password, sent, strings.TrimRight(sent, "="))
}

// hide replaces the secrets in a text, whatever the case of their letters is.
func hide(text string, secrets []string) string {
	plain := []rune(text)
	folded := fold(text)
	covered := make([]bool, len(plain))
	found := false
	for _, secret := range secrets {
		secret = fold(secret)
		for at := 0; secret != ""; {
			i := strings.Index(folded[at:], secret)
			if i < 0 {
				break
			}
			first := utf8.RuneCountInString(folded[:at+i])
			for j := range utf8.RuneCountInString(secret) {
				covered[first+j] = true
			}
			_, size := utf8.DecodeRuneInString(folded[at+i:])
			at, found = at+i+size, true
		}
	}
	if !found {
		return text
	}
	var b strings.Builder
	for i, r := range plain {
		switch {
		case !covered[i]:
			b.WriteRune(r)
		case i == 0 || !covered[i-1]:
			b.WriteString("[hidden]")
		}
	}
	return b.String()
}

// fold turns each letter into the first of those that differ from it in case only, so that the letters keep their places.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		first := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			first = min(first, next)
		}
		return first
	}, text)
}
