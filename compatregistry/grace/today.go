package grace

import (
	"fmt"
	"time"
)

// TodayEnv names the environment variable that sets the clock of every command and host.
const TodayEnv = "COMPATLINT_TODAY"

// Today returns the day that windows are judged by: that of the -today flag if it is not empty, else that of the
// environment variable COMPATLINT_TODAY as getenv returns it, else the day of now in UTC. set says that the clock was
// not asked, which hosts announce to the user. A malformed date is an error that names where it came from; it never
// falls back to the clock.
func Today(flag string, getenv func(string) string, now func() time.Time) (d Date, set bool, err error) {
	text, source := flag, "-today"
	if text == "" {
		text, source = getenv(TodayEnv), TodayEnv
	}
	if text == "" {
		return DateOf(now()), false, nil
	}
	if d, err = ParseDate(text); err != nil {
		return Date{}, false, fmt.Errorf("%s: %w", source, err)
	}
	return d, true, nil
}
