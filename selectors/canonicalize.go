package selectors

import "strings"

// canonicalize guesses the canonical signature that the author of a Solidity declaration such as
// "function transfer(address payable to, uint amount) external returns (bool);" means. It serves error messages only:
// nothing is ever looked up under a guessed signature.
func canonicalize(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if after, declared := strings.CutPrefix(text, "function "); declared {
		text = strings.TrimSpace(after)
	}
	name, parameters, ok := strings.Cut(text, "(")
	if !ok {
		return "", false
	}
	list, rest, ok := canonicalizeList(parameters, 0)
	if !ok || rest != "" && !strings.ContainsAny(rest[:1], " \t\r\n;") {
		return "", false
	}
	canonical := strings.TrimSpace(name) + "(" + list + ")"
	_, err := scanSignature(canonical)
	return canonical, err == nil
}

// canonicalizeList rewrites a parameter list, its opening parenthesis already read, and returns what follows it.
func canonicalizeList(text string, depth int) (list, rest string, ok bool) {
	if depth > maxTypeDepth {
		return "", "", false
	}
	if after, empty := strings.CutPrefix(strings.TrimSpace(text), ")"); empty {
		return "", after, true
	}
	var types []string
	for {
		parameter, after, ok := canonicalizeParameter(text, depth)
		if !ok || after == "" {
			return "", "", false
		}
		types = append(types, parameter)
		if after[0] == ')' {
			return strings.Join(types, ","), after[1:], true
		}
		text = after[1:]
	}
}

// canonicalizeParameter rewrites one parameter to its type and returns what follows, beginning with "," or ")".
func canonicalizeParameter(text string, depth int) (canonical, rest string, ok bool) {
	text = strings.TrimSpace(text)
	tuple := ""
	if after, ok := strings.CutPrefix(strings.TrimPrefix(text, "tuple"), "("); ok {
		elements, after, ok := canonicalizeList(after, depth+1)
		if !ok {
			return "", "", false
		}
		tuple, text = "("+elements+")", after
	}
	end := strings.IndexAny(text, ",()")
	if end < 0 {
		return "", "", false
	}
	plain, ok := canonicalizePlain(tuple, text[:end])
	return plain, text[end:], ok
}

// canonicalizePlain completes a tuple, or rewrites a type when tuple is empty, from the words up to the end of the
// parameter: the array suffix counts, data locations and the parameter's name do not.
func canonicalizePlain(tuple, words string) (string, bool) {
	base, suffix := words, ""
	if open := strings.IndexByte(words, '['); open >= 0 {
		end := strings.LastIndexByte(words, ']') + 1
		if end <= open {
			return "", false
		}
		base, suffix = words[:open], strings.Join(strings.Fields(words[open:end]), "")
		if len(strings.Fields(base)) > 1 {
			return "", false
		}
	}
	fields := strings.Fields(base)
	switch {
	case tuple != "":
		base = tuple
	case len(fields) == 0:
		return "", false
	default:
		base = fields[0]
		if full, short := shortTypes[base]; short {
			base = full
		}
	}
	return base + suffix, true
}
