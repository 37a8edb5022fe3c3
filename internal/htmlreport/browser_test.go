package htmlreport_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var screenshots = flag.String("screenshots", "", "write screenshots of the pages to `DIR`")

// contrasts is the lowest contrast of a text and what is behind it, and the text, as WCAG 2 computes it.
const contrasts = `(() => {
	const parse = color => color.match(/[\d.]+/g).map(Number);
	const channel = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
	const background = e => {
		for (; e; e = e.parentElement) {
			const color = parse(getComputedStyle(e).backgroundColor);
			if (color.length < 4 || color[3] > 0) return color;
		}
		return [255, 255, 255];
	};
	let lowest = {Ratio: 21, Text: ""};
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const text = walker.currentNode.data.trim();
		if (!text) continue;
		const e = walker.currentNode.parentElement;
		const [high, low] = [luminance(parse(getComputedStyle(e).color)), luminance(background(e))].sort((a, b) => b - a);
		const ratio = (high + 0.05) / (low + 0.05);
		if (ratio < lowest.Ratio) lowest = {Ratio: ratio, Text: text};
	}
	return lowest;
})()`

// widest is by how much the page is wider than its window, and the element that reaches furthest to the right.
const widest = `(() => {
	const hidden = e => e.closest("thead") && getComputedStyle(e.closest("thead")).position === "absolute";
	let furthest = {Over: document.documentElement.scrollWidth - document.documentElement.clientWidth, Element: ""};
	for (const e of document.body.querySelectorAll("*")) {
		const over = e.getBoundingClientRect().right - document.documentElement.clientWidth;
		if (!hidden(e) && over > Math.max(furthest.Over, 0.5)) furthest = {Over: over, Element: e.outerHTML.slice(0, 200)};
	}
	return furthest;
})()`

// outline is what a reader who does not see the page is told: headings, and the tables with their cells.
const outline = `(() => {
	const problems = [];
	let level = 0;
	for (const h of document.querySelectorAll("h1,h2,h3,h4")) {
		const next = Number(h.tagName[1]);
		if (next > level + 1) problems.push("heading " + h.textContent + " skips a level");
		level = next;
	}
	if (document.querySelectorAll("h1").length !== 1) problems.push("there is not one h1");
	for (const t of document.querySelectorAll("table")) {
		const columns = t.tHead.rows[0].cells.length;
		for (const th of t.querySelectorAll("th")) if (!th.scope) problems.push("no scope: " + th.outerHTML);
		for (const row of t.tBodies[0].rows) if (row.cells.length !== columns) problems.push("cells: " + row.outerHTML);
	}
	for (const svg of document.querySelectorAll("svg")) if (!svg.getAttribute("aria-label")) problems.push("no label: " + svg.outerHTML);
	const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
	if (new Set(ids).size !== ids.length) problems.push("an id is there twice");
	for (const a of document.querySelectorAll('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) problems.push("dead link " + a.hash);
	return problems;
})()`

// looks are the windows in which pages are shown: a small phone, a phone, a tablet, a sheet of paper and a desk.
var looks = []struct {
	width  int
	scheme string
}{{320, "light"}, {390, "light"}, {390, "dark"}, {820, "light"}, {760, "print"}, {1280, "light"}, {1280, "dark"}}

// TestInBrowser shows the pages on a phone and on a desk, in light and in dark, and prints them.
func TestInBrowser(t *testing.T) {
	b := openBrowser(t)
	pages := []struct {
		name string
		text string
	}{{"full", written(t, full(t))}, {"hostile", written(t, hostile(t))}, {"empty", written(t, empty(t))}}
	for _, page := range pages {
		file := filepath.Join(t.TempDir(), page.name+".html")
		if err := os.WriteFile(file, []byte(page.text), 0o644); err != nil {
			t.Fatal(err)
		}
		url := "file://" + filepath.ToSlash(file)
		for _, look := range looks {
			name := fmt.Sprintf("%s-%d-%s", page.name, look.width, look.scheme)
			t.Run(name, func(t *testing.T) {
				b.t = t
				b.window(look.width, look.scheme)
				b.show(url)
				for _, problem := range problemsOf(b, url) {
					t.Error(problem)
				}
				keep(t, name+".png", b.screenshot)
			})
		}
		b.t = t
		pdf := b.pdf()
		if len(pdf) < 1000 || string(pdf[:5]) != "%PDF-" {
			t.Errorf("%s prints as %d bytes", page.name, len(pdf))
		}
		keep(t, page.name+".pdf", func() []byte { return pdf })
	}
}

// TestBrowserFindsProblems shows a page that has all of them.
func TestBrowserFindsProblems(t *testing.T) {
	b := openBrowser(t)
	const page = `<!DOCTYPE html><html lang="en"><body style="background:#fff"><h1>a</h1><h3 id="x">b</h3><p id="x" style="color:#999">pale</p>
<div style="width:2000px">wide</div><a href="#nowhere">c</a><svg></svg><img src="http://127.0.0.1:9/x.png" alt="">
<table><thead><tr><th>d</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><script>console.log("hello")</script></body></html>`
	file := filepath.Join(t.TempDir(), "bad.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	url := "file://" + filepath.ToSlash(file)
	b.window(390, "light")
	b.show(url)
	found := strings.Join(problemsOf(b, url), "\n")
	for _, want := range []string{
		"wider than its window", `contrast of "pale" is 2.8`, "heading b skips a level", "an id is there twice", "dead link #nowhere", "no label: <svg>",
		"no scope: <th>", "cells: <tr>", "asks for http://127.0.0.1:9/x.png", "Runtime.consoleAPICalled", "Log.entryAdded",
	} {
		if !strings.Contains(found, want) {
			t.Errorf("%q is not found; found are:\n%s", want, found)
		}
	}
}

// problemsOf is what is wrong with the page that the browser shows.
func problemsOf(b *browser, url string) []string {
	b.t.Helper()
	var problems []string
	b.evaluate(outline, &problems)
	var over struct {
		Over    float64
		Element string
	}
	if b.evaluate(widest, &over); over.Over > 0.5 {
		problems = append(problems, fmt.Sprintf("the page is %.1f px wider than its window: %s", over.Over, over.Element))
	}
	contrast := struct {
		Ratio float64
		Text  string
	}{}
	if b.evaluate(contrasts, &contrast); contrast.Ratio < 4.5 || contrast.Text == "" {
		problems = append(problems, fmt.Sprintf("contrast of %q is %.2f, want 4.5", contrast.Text, contrast.Ratio))
	}
	for _, e := range b.events {
		switch e.Method {
		case "Network.requestWillBeSent":
			var sent struct{ Request struct{ URL string } }
			if err := json.Unmarshal(e.Params, &sent); err != nil || sent.Request.URL != url && !strings.HasPrefix(sent.Request.URL, "data:") {
				problems = append(problems, fmt.Sprintf("the page asks for %s (%v)", sent.Request.URL, err))
			}
		case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening":
			problems = append(problems, fmt.Sprintf("%s: %s", e.Method, e.Params))
		}
	}
	return problems
}

// keep writes a picture where somebody wants to look at it.
func keep(t *testing.T, name string, picture func() []byte) {
	t.Helper()
	if *screenshots == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*screenshots, name), picture(), 0o644); err != nil {
		t.Fatal(err)
	}
}
