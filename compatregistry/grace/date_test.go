package grace_test

import (
	"strings"
	"testing"
	"testing/quick"
	"time"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

func date(t testing.TB, text string) grace.Date {
	t.Helper()
	if text == "" {
		return grace.Date{}
	}
	d, err := grace.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	for _, text := range []string{"2026-10-01", "2024-02-29", "0001-01-01", "9999-12-31"} {
		if got := date(t, text).String(); got != text {
			t.Errorf("ParseDate(%q) = %s", text, got)
		}
	}
}

func TestParseDateErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "date is empty: write YYYY-MM-DD, such as 2026-10-01"},
		{"2026-02-30", `date "2026-02-30" does not exist`},
		{"2025-02-29", `date "2025-02-29" does not exist`},
		{"2026-00-10", `date "2026-00-10" does not exist`},
		{"0000-01-01", `date "0000-01-01" does not exist`},
		{"2026-4-1", "write 2026-04-01"},
		{"01.04.2026", "write 2026-04-01"},
		{"1. 4. 2026", "write 2026-04-01"},
		{"2026/04/01", "write 2026-04-01"},
		{"20260401", "write 2026-04-01"},
		{" 2026-04-01", "write 2026-04-01"},
		{"2026-04-01\n", "write 2026-04-01"},
		{"2026-04-01T00:00:00Z", "write 2026-04-01"},
		{"04/01/2026", `not of the form YYYY-MM-DD, such as 2026-10-01`}, // April or January
		{"2026/13/01", `not of the form YYYY-MM-DD, such as 2026-10-01`},
		{"tomorrow", `date "tomorrow" is not of the form YYYY-MM-DD, such as 2026-10-01`},
		{"+2026-04-01", "not of the form YYYY-MM-DD"},
		{"２０２６-10-01", "not of the form YYYY-MM-DD"},
	}
	for _, test := range tests {
		d, err := grace.ParseDate(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("ParseDate(%q): error %v, want one with %q", test.text, err, test.want)
		}
		if !d.IsZero() {
			t.Errorf("ParseDate(%q) = %s besides the error", test.text, d)
		}
	}
}

func TestDateOfIsUTC(t *testing.T) {
	late := time.FixedZone("UTC+14", 14*60*60)
	early := time.FixedZone("UTC-12", -12*60*60)
	tests := []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 10, 1, 13, 59, 59, 0, late), "2026-09-30"},
		{time.Date(2026, 10, 1, 14, 0, 0, 0, late), "2026-10-01"},
		{time.Date(2026, 9, 30, 12, 0, 0, 0, early), "2026-10-01"},
		{time.Date(2026, 9, 30, 23, 59, 59, 999_999_999, time.UTC), "2026-09-30"},
	}
	for _, test := range tests {
		if got := grace.DateOf(test.at).String(); got != test.want {
			t.Errorf("DateOf(%s) = %s, want %s", test.at, got, test.want)
		}
	}
}

func TestExpired(t *testing.T) {
	tests := []struct {
		today, end string
		want       bool
	}{
		{"2026-09-30", "2026-10-01", false},
		{"2026-10-01", "2026-10-01", true},
		{"2026-10-02", "2026-10-01", true},
		{"2027-01-01", "2026-12-31", true},
		{"2026-12-31", "2027-01-01", false},
		{"2026-10-01", "", false},
		{"9999-12-31", "", false},
	}
	for _, test := range tests {
		if got := grace.Expired(date(t, test.today), date(t, test.end)); got != test.want {
			t.Errorf("Expired(%q, %q) = %t", test.today, test.end, got)
		}
	}
}

func TestNoDate(t *testing.T) {
	var none grace.Date
	if !none.IsZero() || none.String() != "" || !none.Time().IsZero() || none.AddDays(3) != none {
		t.Errorf("the zero value does not mean no date: %q, %s, %q", none, none.Time(), none.AddDays(3))
	}
	someday := date(t, "2026-10-01")
	if !none.Before(someday) || someday.Before(none) || none.Before(none) {
		t.Error("no date does not come before every day")
	}
	if none.DaysUntil(someday) != 0 || someday.DaysUntil(none) != 0 {
		t.Error("there are days between a day and no date")
	}
}

func TestDaysUntil(t *testing.T) {
	tests := []struct {
		from, to string
		want     int
	}{
		{"2026-10-01", "2026-10-01", 0},
		{"2026-04-15", "2027-04-01", 351},
		{"2027-04-01", "2026-04-15", -351},
		{"2024-02-28", "2024-03-01", 2},
		{"2025-02-28", "2025-03-01", 1},
		{"0001-01-01", "9999-12-31", 3652058}, // longer than a time.Duration
	}
	for _, test := range tests {
		if got := date(t, test.from).DaysUntil(date(t, test.to)); got != test.want {
			t.Errorf("days from %s to %s: %d, want %d", test.from, test.to, got, test.want)
		}
	}
}

func TestDateProperties(t *testing.T) {
	property := func(day uint16, days int16) bool {
		d := grace.DateOf(time.Unix(int64(day)*24*60*60, 0))
		e := d.AddDays(int(days))
		parsed, err := grace.ParseDate(e.String())
		return err == nil && parsed == e && d.DaysUntil(e) == int(days) && e.AddDays(-int(days)) == d &&
			d.Before(e) == (days > 0) && grace.DateOf(e.Time()) == e && grace.Expired(d, e) == (days <= 0)
	}
	if err := quick.Check(property, nil); err != nil {
		t.Error(err)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"", "2026-10-01", "2026-02-30", "2026-4-1", "01.04.2026", "2026/04/01", "20260401"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := grace.ParseDate(text)
		if err != nil {
			if !d.IsZero() {
				t.Errorf("ParseDate(%q) = %s besides the error", text, d)
			}
			return
		}
		if d.String() != text || d.IsZero() {
			t.Errorf("ParseDate(%q) = %q", text, d)
		}
	})
}
