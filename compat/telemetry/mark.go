package telemetry

import (
	"fmt"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compat"
)

// Header is the name of the header that marks a response. gRPC sends it as metadata, in lower case.
const Header = "X-Contract-Compat"

// Marker writes the values of the header. It is safe for concurrent use.
type Marker struct {
	until map[compat.Feature]compat.Date
}

// NewMarker returns a Marker that names the ends of the windows.
func NewMarker(windows []Window) (*Marker, error) {
	if err := Check(windows); err != nil {
		return nil, err
	}
	m := &Marker{until: map[compat.Feature]compat.Date{}}
	for _, window := range windows {
		m.until[window.Feature] = window.GraceEnd
	}
	return m, nil
}

// Missing returns the values of the header that the features call for and that present does not hold, one for each feature:
// "legacy; feature=policy_code_hash; until=2026-10-01". The part until is left out for a feature without a window.
func (m *Marker) Missing(features []compat.Feature, present []string) []string {
	var values []string
	for _, feature := range features {
		if value := m.value(feature); !slices.Contains(present, value) {
			values = append(values, value)
		}
	}
	return values
}

func (m *Marker) value(feature compat.Feature) string {
	value := "legacy; feature=" + token(string(feature))
	if until := m.until[feature]; until != "" {
		value += "; until=" + string(until)
	}
	return value
}

// token returns the name with every byte that is no letter, digit, '_', '-' or '.' as %XX, so that whatever a feature is called
// cannot end the value or begin another header.
func token(name string) string {
	var s strings.Builder
	for _, b := range []byte(name) {
		switch {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9', b == '_', b == '-', b == '.':
			s.WriteByte(b)
		default:
			fmt.Fprintf(&s, "%%%02X", b)
		}
	}
	return s.String()
}
