package edit

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// plainText is text that needs no quotes in any place, unless YAML takes it for something else than text.
var plainText = regexp.MustCompile(`^[A-Za-z0-9_./][A-Za-z0-9_./@+-]*( [A-Za-z0-9_./@+-]+)*$`)

// Scalar writes text as YAML, in quotes where it needs them.
func Scalar(text string) string {
	if plainText.MatchString(text) && isText(text) {
		return text
	}
	return quoted(text)
}

// quoted writes text in double quotes. JSON is YAML, but its encoder has to leave alone what is no HTML here.
func quoted(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // strings cannot fail, nor can the buffer
	return strings.TrimSuffix(b.String(), "\n")
}

// isText reports whether YAML takes a plain scalar for text, and not for a number, a date, true or false, or nothing.
func isText(plain string) bool {
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(plain), &n); err != nil || len(n.Content) != 1 {
		return false
	}
	only := n.Content[0]
	return only.Kind == yaml.ScalarNode && only.ShortTag() == "!!str" && only.Value == plain && !isBooleanElsewhere(plain)
}

// isBooleanElsewhere reports whether YAML 1.1 parsers other than ours read the word as true or false.
func isBooleanElsewhere(word string) bool {
	switch strings.ToLower(word) {
	case "y", "n", "yes", "no", "on", "off":
		return true
	}
	return false
}

// list writes texts as a list on one line.
func list(texts []string) string {
	written := make([]string, len(texts))
	for i, text := range texts {
		written[i] = Scalar(text)
	}
	return "[" + strings.Join(written, ", ") + "]"
}
