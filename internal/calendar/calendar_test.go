package calendar_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/calendar"
)

var update = flag.Bool("update", false, "write the golden files")

// states has a feature in every state.
const states = "../matrix/testdata/states.yaml"

func load(t testing.TB, path string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestGolden(t *testing.T) {
	for name, path := range map[string]string{
		"avs": "../../testdata/avs/compat.yaml", "states": states, "empty": "../matrix/testdata/empty.yaml",
	} {
		t.Run(name, func(t *testing.T) {
			got := string(calendar.ICS(load(t, path), calendar.Options{Module: "example.com/" + name}))
			golden := filepath.Join("testdata", name+".golden.ics.txt")
			visible := strings.ReplaceAll(got, "\r\n", "␍\n") // version control would change the line ends
			if *update {
				if err := os.WriteFile(golden, []byte(visible), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), visible); diff != "" {
				t.Errorf("calendar (-want +got):\n%s", diff)
			}
		})
	}
}

// A property is a content line as a reader takes it apart.
type property struct{ name, value string }

// parse reads a calendar by the rules of RFC 5545 and reports each that is broken.
func parse(t testing.TB, text string) []property {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") || !utf8.ValidString(text) {
		t.Fatalf("not UTF-8, or no line end at the end: %q", text)
	}
	var unfolded []string
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") || line == "" {
			t.Fatalf("line of %d bytes: %q", len(line), line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded {
			unfolded[len(unfolded)-1] += rest
		} else {
			unfolded = append(unfolded, line)
		}
	}
	var properties []property
	var open []string
	for _, line := range unfolded {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("no property: %q", line)
		}
		switch name {
		case "BEGIN":
			open = append(open, value)
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("END:%s in %v", value, open)
			}
			open = open[:len(open)-1]
		}
		properties = append(properties, property{name, value})
	}
	if len(open) > 0 {
		t.Fatalf("%v have no end", open)
	}
	return properties
}

// unescape is the text that a TEXT value stands for.
func unescape(t testing.TB, value string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case c == '\\' && i+1 < len(value) && strings.IndexByte(`\;,`, value[i+1]) >= 0:
			i++
			b.WriteByte(value[i])
		case c == '\\' && i+1 < len(value) && value[i+1] == 'n':
			i++
			b.WriteByte('\n')
		case c == '\\' || c == ';' || c == ',' || c < ' ' && c != '\t' || c == 0x7f:
			t.Fatalf("%q is not escaped at %d", value, i)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func events(t testing.TB, text string) []map[string]string {
	t.Helper()
	var all []map[string]string
	var current map[string]string
	components := 0
	for _, p := range parse(t, text) {
		switch {
		case p.name == "BEGIN" && p.value != "VCALENDAR":
			components++
			if p.value == "VEVENT" {
				current = map[string]string{}
			}
		case p.name == "END" && p.value == "VEVENT":
			all = append(all, current)
			current = nil
		case current != nil:
			if _, twice := current[p.name]; twice {
				t.Fatalf("%s is there twice", p.name)
			}
			current[p.name] = p.value
		}
	}
	if components == 0 {
		t.Error("a calendar needs a component")
	}
	return all
}

func TestEvents(t *testing.T) {
	days := map[string]string{}
	for _, e := range events(t, string(calendar.ICS(load(t, states), calendar.Options{Module: "example.com/avs"}))) {
		if days[e["UID"]] != "" {
			t.Errorf("two events are %s", e["UID"])
		}
		days[e["UID"]] = e["DTSTART;VALUE=DATE"] + " " + e["DTEND;VALUE=DATE"] + " " + e["DTSTAMP"] + " " + e["SEQUENCE"]
	}
	want := map[string]string{
		"windows.grace-end@example.com.avs":       "20261001 20261002 20260415T000000Z 2",
		"windows.grace-warning@example.com.avs":   "20260901 20260902 20260415T000000Z 2",
		"contracts.grace-end@example.com.avs":     "20270401 20270402 20261010T000000Z 0",
		"contracts.grace-warning@example.com.avs": "20270302 20270303 20261010T000000Z 0",
		"same_day.grace-end@example.com.avs":      "20270401 20270402 20261010T000000Z 0",
		"same_day.grace-warning@example.com.avs":  "20270302 20270303 20261010T000000Z 0",
	}
	if diff := cmp.Diff(want, days); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

// TestExtensionMovesTheEvent checks that calendars recognise the event, and take the new day.
func TestExtensionMovesTheEvent(t *testing.T) {
	r := load(t, states)
	before := events(t, string(calendar.ICS(r, calendar.Options{})))
	f := r.Feature("contracts")
	f.GraceEnd = f.GraceEnd.AddDays(10)
	f.Extensions = append(f.Extensions, compatregistry.Extension{From: f.GraceEnd.AddDays(-10), To: f.GraceEnd, Reason: "r", ApprovedBy: "a"})
	after := events(t, string(calendar.ICS(r, calendar.Options{})))
	find := func(all []map[string]string, uid string) map[string]string {
		for _, e := range all {
			if e["UID"] == uid {
				return e
			}
		}
		t.Fatalf("there is no %s", uid)
		return nil
	}
	const uid = "contracts.grace-end@compatlint"
	was, is := find(before, uid), find(after, uid)
	if was["DTSTART;VALUE=DATE"] != "20270401" || is["DTSTART;VALUE=DATE"] != "20270411" || was["SEQUENCE"] != "0" || is["SEQUENCE"] != "1" {
		t.Errorf("the event was %v and is %v", was, is)
	}
}

// TestShortWindow has a window that is shorter than the time of its announcement.
func TestShortWindow(t *testing.T) {
	r := load(t, states)
	f := r.Feature("contracts")
	f.GraceEnd = f.Introduced.Date.AddDays(7)
	for _, e := range events(t, string(calendar.ICS(r, calendar.Options{}))) {
		if e["UID"] != "contracts.grace-warning@compatlint" {
			continue
		}
		if e["DTSTART;VALUE=DATE"] != "20261010" || e["SUMMARY"] != `Grace window of contracts ends in 7 days\, on 2026-10-17` {
			t.Errorf("the announcement is %v", e)
		}
		return
	}
	t.Error("the window is not announced")
}

func TestWithoutWarning(t *testing.T) {
	r := load(t, states)
	r.Policy.WarnBefore = 0
	if all := events(t, string(calendar.ICS(r, calendar.Options{}))); len(all) != 3 {
		t.Errorf("%d events, want the ends of three windows", len(all))
	}
}

// TestText checks what a reader gets back from texts that need escapes.
func TestText(t *testing.T) {
	r := load(t, states)
	for text, want := range map[string]string{
		`a;b,c\d`: `a;b,c\d`, "one\ntwo": "one\ntwo", "one\r\ntwo\rthree": "one\ntwo\nthree", "\x00a\x1b[31m\x7f": "a[31m", "a\tb": "a\tb",
		`\n`: `\n`, "END:VCALENDAR\r\nBEGIN:VEVENT": "END:VCALENDAR\nBEGIN:VEVENT", "\xff": "\uFFFD", `"quoted"`: `"quoted"`,
		strings.Repeat("ü", 200): strings.Repeat("ü", 200), strings.Repeat("🦆", 90): strings.Repeat("🦆", 90),
	} {
		r.Feature("windows").Ticket = text
		got := unescape(t, events(t, string(calendar.ICS(r, calendar.Options{})))[1]["DESCRIPTION"])
		if _, rest, _ := strings.Cut(got, "Ticket: "); !strings.HasPrefix(rest, want+"\nOwner: ") {
			t.Errorf("%q is shown as %q", text, rest)
		}
	}
}

func FuzzICS(f *testing.F) {
	f.Add("NEWT-1", "reason; with, all\r\n", "example.com/avs", 30)
	f.Add("\x00\xff🦆", strings.Repeat("ü", 80), "a:b\nc", 0)
	r := load(f, states) // each input sets the same fields anew
	f.Fuzz(func(t *testing.T, ticket, reason, module string, days int) {
		feature := r.Feature("windows")
		feature.Ticket, feature.Legacy, feature.Extensions[0].Reason = ticket, reason, reason
		r.Policy.WarnBefore = max(0, days%400)
		for _, e := range events(t, string(calendar.ICS(r, calendar.Options{Module: module}))) {
			for _, name := range []string{"SUMMARY", "DESCRIPTION", "UID"} {
				if unescape(t, e[name]) == "" {
					t.Errorf("%s is missing", name)
				}
			}
			start := e["DTSTART;VALUE=DATE"]
			if _, err := grace.ParseDate(start[:4] + "-" + start[4:6] + "-" + start[6:]); err != nil {
				t.Error(err)
			}
		}
	})
}
