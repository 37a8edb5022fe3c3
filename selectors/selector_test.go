package selectors_test

import (
	"testing"

	"github.com/compatlint/compatlint/selectors"
)

func TestOf(t *testing.T) {
	for signature, want := range map[string]string{
		"getPolicyCodeHash()":       "0xe998a088",
		"policyCodeHash()":          "0x4ccf57fe",
		"version()":                 "0x54fd4d50",
		"isEcotone()":               "0x4ef6e224",
		"transfer(address,uint256)": "0xa9059cbb",
	} {
		if got := selectors.Of(signature).String(); got != want {
			t.Errorf("Of(%q) = %s, want %s", signature, got, want)
		}
	}
}

func TestParseSelector(t *testing.T) {
	want := selectors.Selector{0xe9, 0x98, 0xa0, 0x88}
	for _, text := range []string{"0xe998a088", "e998a088", "0xE998A088"} {
		if got, err := selectors.ParseSelector(text); err != nil || got != want {
			t.Errorf("ParseSelector(%q) = %s, %v, want %s", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"":             `selector "" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`,
		"0x":           `selector "0x" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`,
		"0xe998a0":     `selector "0xe998a0" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`,
		"0xe998a08800": `selector "0xe998a08800" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`,
		"0xe998a08g":   `selector "0xe998a08g" is not hexadecimal: write 0x and 8 hex digits, such as 0xe998a088`,
		"0x0xe998":     `selector "0x0xe998" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`,
		"version()":    `selector "version()" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`,
	} {
		if _, err := selectors.ParseSelector(text); err == nil || err.Error() != want {
			t.Errorf("ParseSelector(%q): error %v, want %s", text, err, want)
		}
	}
}
