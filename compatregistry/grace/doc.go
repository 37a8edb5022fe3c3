// Package grace is the calendar of grace windows: days in UTC, the one rule that says whether a window has ended, and
// where today's date comes from.
//
// The analyzers, the commands and the runtime library share it, so that they can never disagree about a day. It imports
// nothing but the standard library, because every service that uses the runtime links it. What a window belongs to, and
// which windows are allowed, is the business of package compatregistry.
package grace
