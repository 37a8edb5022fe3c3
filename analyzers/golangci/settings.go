package golangci

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/golangci/plugin-module-register/register"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// settings are what stands under linters.settings.custom.compatlint.settings. They are the options of the other hosts; see analyzers.Flags.
type settings struct {
	registry string // path, taken from the working directory or the module that it lies in; "" means: find compat.yaml
	today    string // YYYY-MM-DD; "" means: COMPATLINT_TODAY or the clock
	tests    bool   // report in _test.go files too
}

// decode reads the settings strictly: a misspelt one must not look as if it had been followed.
func decode(raw any) (settings, error) {
	var s settings
	values, err := register.DecodeSettings[map[string]any](raw)
	if err != nil {
		return s, errors.New("settings: write a mapping of registry, tests and today")
	}
	var problems []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if problem := s.set(name, values[name]); problem != "" {
			problems = append(problems, fmt.Sprintf("settings.%s: %s", name, problem))
		}
	}
	if len(problems) > 0 {
		return s, errors.New(strings.Join(problems, "\n"))
	}
	return s, nil
}

// set sets one setting to a value as JSON has it, and says what is wrong with it.
func (s *settings) set(name string, value any) (problem string) {
	switch name {
	case "registry":
		return setTo(&s.registry, value, "the path of a registry")
	case "tests":
		return setTo(&s.tests, value, "true or false")
	case "today":
		if problem := setTo(&s.today, value, "a date, YYYY-MM-DD"); problem != "" {
			return problem
		}
		s.today = day(s.today)
		if _, err := grace.ParseDate(s.today); err != nil {
			return err.Error()
		}
		return ""
	}
	return "there is no such setting: the settings are registry, tests and today"
}

func setTo[T string | bool](target *T, value any, want string) (problem string) {
	v, ok := value.(T)
	if !ok || any(v) == any("") {
		return fmt.Sprintf("%s is no value for it: write %s", quoted(value), want)
	}
	*target = v
	return ""
}

func quoted(value any) string {
	switch value := value.(type) {
	case nil:
		return "nothing"
	case string:
		return fmt.Sprintf("%q", value)
	}
	return fmt.Sprint(value)
}

// day undoes what YAML makes of a date without quotes: a time.
func day(text string) string {
	if t, err := time.Parse(time.RFC3339, text); err == nil && t.Equal(t.Truncate(24*time.Hour)) {
		return grace.DateOf(t).String()
	}
	return text
}
