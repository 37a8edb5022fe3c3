// Package errfmt says which arguments of fmt.Errorf a format wraps.
package errfmt

import "strings"

// Wraps reports whether the i-th argument after the format, counted from 0, stands under %w, so that errors.Is and errors.As see it. Formats
// with explicit argument indexes are not followed: they wrap nothing.
func Wraps(format string, i int) bool {
	if strings.Contains(format, "[") {
		return false
	}
	verbs := verbsOf(format)
	return i < len(verbs) && verbs[i] == 'w'
}

// verbsOf returns the verbs of a format in order of their arguments; a star takes an argument too.
func verbsOf(format string) []rune {
	var verbs []rune
	inVerb := false
	for _, r := range format {
		switch {
		case r == '%':
			inVerb = !inVerb
		case inVerb && strings.ContainsRune("+-# 0123456789.", r):
		case inVerb && r == '*':
			verbs = append(verbs, r)
		case inVerb:
			verbs = append(verbs, r)
			inVerb = false
		}
	}
	return verbs
}
