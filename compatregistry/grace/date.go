package grace

import (
	"fmt"
	"time"
)

// A Date is a calendar day in UTC. The zero value means "no date". Dates are comparable with == and may be map keys.
type Date struct {
	year       int32
	month, day uint8
}

const secondsPerDay = 24 * 60 * 60

// DateOf returns the day in UTC on which t falls, whatever location t has.
func DateOf(t time.Time) Date {
	year, month, day := t.UTC().Date()
	return Date{year: int32(year), month: uint8(month), day: uint8(day)}
}

// Time returns midnight UTC at the beginning of the day, and the zero time for no date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// String returns the day as YYYY-MM-DD, and "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is an earlier day than e. No date comes before every day.
func (d Date) Before(e Date) bool {
	switch {
	case d.year != e.year:
		return d.year < e.year
	case d.month != e.month:
		return d.month < e.month
	}
	return d.day < e.day
}

// AddDays returns the day n days later, or earlier where n is negative. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysUntil returns how many days e is after d, negative where e comes first. It is 0 where either is no date.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	// Not Time.Sub: a Duration ends after 292 years.
	return int((e.Time().Unix() - d.Time().Unix()) / secondsPerDay)
}

// Expired reports whether a window that ends on end is over: on end itself legacy is already refused. A window without
// an end never expires.
func Expired(today, end Date) bool {
	return !end.IsZero() && !today.Before(end)
}
