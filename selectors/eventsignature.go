package selectors

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"
)

// An EventSignature is an event's canonical signature and which of its parameters are indexed, without which its logs cannot be read. It is
// written as "Transfer(address indexed,address indexed,uint256)".
type EventSignature struct {
	Name   string
	Inputs []EventInput
}

// An EventInput is a parameter of an event.
type EventInput struct {
	Type    string // canonical
	Indexed bool
}

// Bounds on events. The EVM has no log with more topics, and no compiler makes data of that size.
const (
	maxIndexed   = 3
	maxHeadWords = 1 << 16
)

// String returns the text that [ParseEventSignature] reads.
func (s EventSignature) String() string {
	inputs := make([]string, len(s.Inputs))
	for i, input := range s.Inputs {
		if inputs[i] = input.Type; input.Indexed {
			inputs[i] += " indexed"
		}
	}
	return s.Name + "(" + strings.Join(inputs, ",") + ")"
}

// Canonical returns the signature without "indexed", which is what is hashed.
func (s EventSignature) Canonical() string {
	types := make([]string, len(s.Inputs))
	for i, input := range s.Inputs {
		types[i] = input.Type
	}
	return Signature{s.Name, types}.String()
}

// Topic returns the first topic of the event's logs: the hash of the canonical signature.
func (s EventSignature) Topic() [32]byte { return crypto.Keccak256Hash([]byte(s.Canonical())) }

// Topics returns how many topics the event's logs have.
func (s EventSignature) Topics() int {
	n := 1
	for _, input := range s.Inputs {
		if input.Indexed {
			n++
		}
	}
	return n
}

// Place says where logs have a parameter: in the topic with that number, or, where topic is 0, in that word of the data's head, which for a
// type of variable size is where the value begins.
func (s EventSignature) Place(parameter int) (topic, word int) {
	topic = 1
	for _, input := range s.Inputs[:parameter] {
		if input.Indexed {
			topic++
		} else {
			word += headWords(input.Type)
		}
	}
	if s.Inputs[parameter].Indexed {
		return topic, 0
	}
	return 0, word
}

// Head returns how many words the head of the data has, and whether the data has nothing else.
func (s EventSignature) Head() (words int, isAll bool) {
	isAll = true
	for _, input := range s.Inputs {
		if !input.Indexed {
			_, isFixed := fixedWords(input.Type)
			words, isAll = words+headWords(input.Type), isAll && isFixed
		}
	}
	return words, isAll
}

// ParseEventSignature reads an event's signature. It is as strict as [ParseSignature]: the types are canonical, a parameter that is indexed has
// " indexed" after its type, and there is nothing else, names of parameters included. Where the text can be understood, the error says what to
// write instead.
func ParseEventSignature(text string) (EventSignature, error) {
	s, err := scanEvent(text)
	if err == nil {
		return s, nil
	}
	if canonical, ok := canonicalizeEvent(text); ok && canonical != text {
		return EventSignature{}, fmt.Errorf("event %q is not canonical: write %q", text, canonical)
	}
	return EventSignature{}, fmt.Errorf("event %q: %w", text, err)
}

func scanEvent(text string) (EventSignature, error) {
	name, parameters, ok := cutParameters(text)
	if !ok { // it is no function's signature either, and that one is told why
		_, err := scanSignature(text)
		return EventSignature{}, err
	}
	s := EventSignature{Name: name}
	var types []string
	for _, parameter := range parameters {
		plain, isIndexed := strings.CutSuffix(parameter, " indexed")
		s.Inputs = append(s.Inputs, EventInput{plain, isIndexed})
		types = append(types, plain)
	}
	signature, err := scanSignature(Signature{name, types}.String())
	switch {
	case err != nil:
		return EventSignature{}, err
	case len(signature.Inputs) != len(types): // "f( indexed)"
		return EventSignature{}, errors.New("a type is missing")
	}
	return s, s.check()
}

// check refuses what no contract can have.
func (s EventSignature) check() error {
	if s.Topics() > 1+maxIndexed {
		return fmt.Errorf("%d parameters are indexed, and an event has no more than %d", s.Topics()-1, maxIndexed)
	}
	words := 0
	for _, input := range s.Inputs {
		if words += headWords(input.Type); words > maxHeadWords {
			return fmt.Errorf("its data has more than %d words", maxHeadWords)
		}
	}
	return nil
}

// cutParameters cuts "name(a,(b,c),d)" into its name and its parameters, at the commas outside of tuples. What is in them is not looked at.
func cutParameters(text string) (name string, parameters []string, ok bool) {
	name, list, ok := strings.Cut(text, "(")
	list, closed := strings.CutSuffix(list, ")")
	if !ok || !closed {
		return "", nil, false
	}
	if list == "" {
		return name, nil, true
	}
	return name, splitTypes(list), true
}

// splitTypes cuts a list at the commas outside of parentheses.
func splitTypes(list string) []string {
	var parts []string
	depth, start := 0, 0
	for i := range len(list) {
		switch list[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, list[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, list[start:])
}

// headWords is how many words the head of an encoding has for a canonical type: the value where its size is fixed, else one that says where the
// value begins (Solidity ABI specification, "Formal Specification of the Encoding"). More than maxHeadWords are maxHeadWords+1.
func headWords(canonical string) int {
	words, isFixed := fixedWords(canonical)
	if !isFixed {
		return 1
	}
	return words
}

// fixedWords returns the size of a type, if it is fixed.
func fixedWords(canonical string) (words int, isFixed bool) {
	words = 1
	for strings.HasSuffix(canonical, "]") {
		open := strings.LastIndexByte(canonical, '[')
		size := canonical[open+1 : len(canonical)-1]
		if canonical = canonical[:open]; size == "" {
			return 0, false
		}
		words = times(words, size)
	}
	if canonical == "string" || canonical == "bytes" {
		return 0, false
	}
	if !strings.HasPrefix(canonical, "(") {
		return words, true
	}
	elements := 0
	for _, element := range splitTypes(canonical[1 : len(canonical)-1]) {
		n, isFixed := fixedWords(element)
		if !isFixed {
			return 0, false
		}
		elements = min(elements+n, maxHeadWords+1)
	}
	return min(words*elements, maxHeadWords+1), true
}

// times multiplies by a positive decimal number that may have any number of digits.
func times(words int, digits string) int {
	n, err := strconv.ParseUint(digits, 10, 31)
	if err != nil {
		n = maxHeadWords + 1
	}
	return min(words*int(n), maxHeadWords+1)
}

// canonicalizeEvent guesses what the author of a Solidity declaration such as "event Deployed(address indexed policy, uint block);" means. It
// serves error messages only.
func canonicalizeEvent(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if after, declared := strings.CutPrefix(text, "event "); declared {
		text = strings.TrimSpace(after)
	}
	text = strings.TrimSpace(strings.TrimSuffix(text, ";"))
	name, parameters, ok := cutParameters(text)
	if !ok {
		return "", false
	}
	s := EventSignature{Name: strings.TrimSpace(name)}
	for _, parameter := range parameters {
		canonical, rest, ok := canonicalizeParameter(parameter+")", 0)
		if !ok || rest != ")" {
			return "", false
		}
		_, words, _ := strings.Cut(parameter[strings.LastIndexByte(parameter, ')')+1:], " ") // a type comes first, or the tuple does
		s.Inputs = append(s.Inputs, EventInput{canonical, slices.Contains(strings.Fields(words), "indexed")})
	}
	_, err := scanEvent(s.String())
	return s.String(), err == nil
}
