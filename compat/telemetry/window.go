package telemetry

import (
	"errors"
	"fmt"
	"time"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

// A Window says when a feature shipped and until when legacy is served, as in compat.yaml. Metrics show it, so that alerts
// can compare it with the clock, and marked responses name its end.
type Window struct {
	Feature    compat.Feature
	Introduced compat.Date // may be empty
	GraceEnd   compat.Date // may be empty: a feature of a lockstep contract has none
}

// Times returns the dates as midnights in UTC, and the zero time where there is none.
func (w Window) Times() (introduced, graceEnd time.Time, err error) {
	if w.Feature == "" {
		return introduced, graceEnd, errors.New("window without a feature: name it as in compat.yaml")
	}
	if introduced, err = midnight(w.Introduced); err != nil {
		return time.Time{}, time.Time{}, fmt.Errorf("window of feature %q: field Introduced: %w", w.Feature, err)
	}
	if graceEnd, err = midnight(w.GraceEnd); err != nil {
		return time.Time{}, time.Time{}, fmt.Errorf("window of feature %q: field GraceEnd: %w", w.Feature, err)
	}
	if !introduced.IsZero() && !graceEnd.IsZero() && !introduced.Before(graceEnd) {
		return time.Time{}, time.Time{}, fmt.Errorf("window of feature %q: it ends on %s and the feature was introduced on %s",
			w.Feature, w.GraceEnd, w.Introduced)
	}
	return introduced, graceEnd, nil
}

func midnight(date compat.Date) (time.Time, error) {
	if date == "" {
		return time.Time{}, nil
	}
	day, err := grace.ParseDate(string(date))
	return day.Time(), err
}

// Check returns what is wrong with the windows: a feature that is missing or named twice, a date that is none, an end that
// does not come after the beginning.
func Check(windows []Window) error {
	seen := map[compat.Feature]bool{}
	var errs []error
	for _, window := range windows {
		if _, _, err := window.Times(); err != nil {
			errs = append(errs, err)
		} else if seen[window.Feature] {
			errs = append(errs, fmt.Errorf("two windows of feature %q", window.Feature))
		}
		seen[window.Feature] = true
	}
	return errors.Join(errs...)
}
