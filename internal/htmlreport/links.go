package htmlreport

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// CheckLink refuses a pattern of links, "https://…/{file}#L{line}", that would lead nowhere.
func CheckLink(pattern string) error {
	const example = `write one such as "https://example.com/blob/main/{file}#L{line}"`
	if !strings.Contains(pattern, "{file}") {
		return errors.New("the pattern has no {file}: " + example)
	}
	for _, found := range placeholder.FindAllString(pattern, -1) {
		if found != "{file}" && found != "{line}" {
			return fmt.Errorf("the pattern has %s: it may have {file} and {line}", found)
		}
	}
	address, err := url.Parse(placeholder.ReplaceAllString(pattern, "1"))
	if err != nil {
		return fmt.Errorf("the pattern is no address: %w: %s", err, example)
	}
	if address.Scheme != "https" && address.Scheme != "http" || address.Host == "" {
		return errors.New("the pattern is no address on the web: " + example)
	}
	return nil
}

// PatternLink follows a pattern that [CheckLink] accepts. Files are named from the repository's root, with slashes.
func PatternLink(pattern, file string, line int) string {
	pattern, fragment, _ := strings.Cut(pattern, "#")
	replace := func(text string) string {
		return strings.NewReplacer("{file}", escapePath(file), "{line}", strconv.Itoa(line)).Replace(text)
	}
	link := replace(pattern)
	if fragment != "" && (line > 0 || strings.Contains(fragment, "{file}")) { // a file as a whole has no line
		link += "#" + replace(fragment)
	}
	return link
}

// RelativeLink leads from a page in dir to a file. A path that could be taken for a scheme begins with "./".
func RelativeLink(dir, file string, line int) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		return "" // another drive
	}
	link := escapePath(filepath.ToSlash(rel))
	if !strings.HasPrefix(link, "../") {
		link = "./" + link
	}
	if line > 0 {
		link += "#L" + strconv.Itoa(line)
	}
	return link
}

func escapePath(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}
