package compattest

import (
	"sync"
	"time"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

// Clock is a clock that moves only when it is told to. Hand its method Now to [compat.Gate].
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock returns a clock that shows now.
func NewClock(now time.Time) *Clock { return &Clock{now: now} }

// On returns a clock that shows the first moment of the day, in UTC. It panics if the day is no date: it is meant for
// constants in tests.
//
//	gate.Clock = compattest.On("2026-10-01").Now
func On(day compat.Date) *Clock {
	date, err := grace.ParseDate(string(day))
	if err != nil {
		panic("compattest: On: " + err.Error())
	}
	return NewClock(date.Time())
}

// Now returns what the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set makes the clock show now.
func (c *Clock) Set(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = now
}

// Advance moves the clock, back if d is negative.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
