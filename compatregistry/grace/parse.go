package grace

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

const form = "2006-01-02"

// ParseDate reads a day written as YYYY-MM-DD. It is strict: other forms and days that do not exist, such as
// 2026-02-30, are errors, which say what to write where the meaning is clear.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(form, text)
	if err == nil && t.Year() > 0 {
		return DateOf(t), nil
	}
	if text == "" {
		return Date{}, fmt.Errorf("date is empty: write YYYY-MM-DD, such as 2026-10-01")
	}
	if isoDay.MatchString(text) {
		return Date{}, fmt.Errorf("date %q does not exist: write a day of the calendar as YYYY-MM-DD", text)
	}
	if meant, ok := guess(text); ok {
		return Date{}, fmt.Errorf("date %q is not of the form YYYY-MM-DD: write %s", text, meant)
	}
	return Date{}, fmt.Errorf("date %q is not of the form YYYY-MM-DD, such as 2026-10-01", text)
}

var (
	isoDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

	// Forms that can mean one day only. 04/01/2026 is not among them: it is April or January depending on the reader.
	yearFirst = regexp.MustCompile(`^\s*(\d{4})\s*[-/. ]?\s*(\d{1,2})\s*[-/. ]?\s*(\d{1,2})(?:[Tt ].*)?\s*$`)
	dayFirst  = regexp.MustCompile(`^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$`)
)

// guess returns the day that the author of another form means.
func guess(text string) (Date, bool) {
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return realDay(m[1], m[2], m[3])
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		return realDay(m[3], m[2], m[1])
	}
	return Date{}, false
}

func realDay(year, month, day string) (Date, bool) {
	y, _ := strconv.Atoi(year) // the patterns admit digits only
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t, err := time.Parse(form, fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	return DateOf(t), err == nil && t.Year() > 0
}
