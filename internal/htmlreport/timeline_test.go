package htmlreport_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/htmlreport"
)

// oneWindow is the page of a registry with one window.
func oneWindow(t *testing.T, today, introduced, end, extensions string) string {
	t.Helper()
	text := fmt.Sprintf(`version: 1
policy: {max_grace: 20000d}
contracts: {A: {rollout: grace}}
features:
  f: {contract: A, selectors: ["f()"], introduced: {version: v1, date: %s}, state: grace, grace_end: %s, ticket: T, extensions: [%s]}
`, introduced, end, extensions)
	registry, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return written(t, htmlreport.Input{Registry: registry, Today: day(t, today), Link: func(string, int) string { return "" }})
}

// drawn are the numbers of one part of a window's drawing.
func drawn(t *testing.T, page, class string, attributes ...string) []float64 {
	t.Helper()
	var numbers []float64
	_, element, ok := strings.Cut(page, `class="`+class+`" `)
	if !ok {
		t.Fatalf("there is no %s", class)
	}
	element, _, _ = strings.Cut(element, "/>")
	for _, name := range attributes {
		_, value, _ := strings.Cut(element, name+`="`)
		value, _, _ = strings.Cut(value, `"`)
		number, err := strconv.ParseFloat(value, 64)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, number)
	}
	return numbers
}

// TestDrawing checks that a part lies where its days are: the scale is that of the window itself.
func TestDrawing(t *testing.T) {
	page := oneWindow(t, "2026-05-01", "2026-01-01", "2026-07-20", "{from: 2026-04-11, to: 2026-07-20, reason: r, approved_by: a}")
	base, extended, alert := drawn(t, page, "base", "x", "width"), drawn(t, page, "extended", "x", "width"), drawn(t, page, "alert", "x", "width")
	now := drawn(t, page, "now", "x1")[0]
	perDay := base[1] / 100 // 2026-01-01 to 2026-04-11
	near := func(what string, got, want float64) {
		t.Helper()
		if got < want-0.1 || got > want+0.1 {
			t.Errorf("%s is %.2f, want %.2f", what, got, want)
		}
	}
	near("the extension's beginning", extended[0], base[0]+base[1])
	near("the extension's width", extended[1], 100*perDay)
	near("the announcement's beginning", alert[0], base[0]+170*perDay)
	near("the announcement's width", alert[1], 30*perDay)
	near("today", now, base[0]+120*perDay)
	if base[0] <= 0 || extended[0]+extended[1] >= 1000 {
		t.Errorf("the window from %.2f to %.2f leaves no room at the ends", base[0], extended[0]+extended[1])
	}
}

// TestTodayIsOnThePage has days before and after every window.
func TestTodayIsOnThePage(t *testing.T) {
	for _, today := range []string{"2020-01-01", "2026-01-01", "2026-07-20", "2031-12-31"} {
		page := oneWindow(t, today, "2026-01-01", "2026-07-20", "")
		if now := drawn(t, page, "now", "x1")[0]; now <= 0 || now >= 1000 {
			t.Errorf("%s is drawn at %.2f", today, now)
		}
	}
}

// TestTicks checks that a timeline of any length has some dates, and not too many.
func TestTicks(t *testing.T) {
	label := regexp.MustCompile(`<span style="left:[\d.]+%;transform:translateX\(-[\d.]+%\)">(\d{4}-\d{2})</span>`)
	for end, want := range map[string]string{
		"2026-07-20": "2026-01", "2026-12-31": "2026-01", "2028-12-31": "2026-01", "2035-01-01": "2027-01", "2060-01-01": "2035-01",
	} {
		labels := label.FindAllStringSubmatch(oneWindow(t, "2026-01-10", "2026-01-05", end, ""), -1)
		if len(labels) < 2 || len(labels) > 6 {
			t.Errorf("the timeline until %s has %d dates", end, len(labels))
			continue
		}
		if labels[0][1] != want {
			t.Errorf("the timeline until %s begins with %s, want %s", end, labels[0][1], want)
		}
	}
}

func TestNoWindow(t *testing.T) {
	page := written(t, empty(t))
	if strings.Contains(page, "<svg") || !strings.Contains(page, "No window is open or planned.") {
		t.Error("the page draws windows where there are none")
	}
}
