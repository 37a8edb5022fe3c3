package htmlreport_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// chromiumNames are the names under which systems have the browser.
var chromiumNames = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// A browser is a headless Chromium, spoken to over pipes in the DevTools protocol: messages in JSON, each with a zero byte behind it.
type browser struct {
	t       *testing.T
	out     io.Writer
	in      *bufio.Reader
	last    int
	session string
	events  []event // in the order of their arrival
}

type event struct {
	Method string
	Params json.RawMessage
}

// openBrowser starts the browser with one empty page. Without a browser the test is skipped, and fails in CI.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	program := ""
	for _, name := range chromiumNames {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		const why = "there is no Chromium to show the page: apt-get install chromium"
		if os.Getenv("CI") == "true" {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	profile, err := os.MkdirTemp("", "compatlint-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(profile) }) // processes of the browser that end late may still write to it
	commands, out := pipe(t)
	in, answers := pipe(t)
	cmd := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
		"--disable-background-networking", "--user-data-dir="+profile, "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{commands, answers} // descriptors 3 and 4, which the browser expects
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	commands.Close()
	answers.Close()
	b := &browser{t: t, out: out, in: bufio.NewReaderSize(in, 1<<20)}
	timeout := time.AfterFunc(5*time.Minute, func() { _ = cmd.Process.Kill() }) // whatever waits for an answer then gets an error
	t.Cleanup(func() {
		timeout.Stop()
		b.session = ""
		b.call("Browser.close", nil, nil)
		_ = cmd.Wait() // how it exits is its own business
	})
	b.attach()
	return b
}

func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

func (b *browser) attach() {
	b.t.Helper()
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var session struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &session)
	b.session = session.SessionID
	for _, domain := range []string{"Page", "Network", "Runtime", "Log"} {
		b.call(domain+".enable", nil, nil)
	}
}

// call sends a command and waits for its answer.
func (b *browser) call(method string, params any, result any) {
	b.t.Helper()
	b.last++
	command := map[string]any{"id": b.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if b.session != "" {
		command["sessionId"] = b.session
	}
	data, err := json.Marshal(command)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.out.Write(append(data, 0)); err != nil {
		b.t.Fatal(err)
	}
	for {
		if id, answer := b.receive(); id == b.last {
			if result != nil {
				if err := json.Unmarshal(answer, result); err != nil {
					b.t.Fatalf("%s: %v", method, err)
				}
			}
			return
		}
	}
}

// receive reads one message and returns what it answers, 0 for an event.
func (b *browser) receive() (id int, result json.RawMessage) {
	b.t.Helper()
	data, err := b.in.ReadBytes(0)
	if err != nil {
		b.t.Fatalf("the browser has gone: %v", err)
	}
	var message struct {
		event
		ID     int
		Result json.RawMessage
		Error  *struct{ Message string }
	}
	if err := json.Unmarshal(data[:len(data)-1], &message); err != nil {
		b.t.Fatal(err)
	}
	if message.Error != nil {
		b.t.Fatal(errors.New(message.Error.Message))
	}
	if message.ID == 0 {
		b.events = append(b.events, message.event)
	}
	return message.ID, message.Result
}

// show opens an address and waits until it is there.
func (b *browser) show(url string) {
	b.t.Helper()
	b.events = nil
	b.call("Page.navigate", map[string]any{"url": url}, nil)
	for !slices.ContainsFunc(b.events, func(e event) bool { return e.Method == "Page.loadEventFired" }) {
		b.receive()
	}
}

// window sets what the page is looked at with: in a light or dark scheme, or on paper.
func (b *browser) window(width int, scheme string) {
	b.t.Helper()
	media := "screen"
	if scheme == "print" {
		media, scheme = "print", "light"
	}
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}, nil)
	b.call("Emulation.setEmulatedMedia", map[string]any{
		"media": media, "features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}},
	}, nil)
}

// evaluate runs an expression in the page.
func (b *browser) evaluate(expression string, into any) {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true}, &answer)
	if answer.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, answer.ExceptionDetails)
	}
	if err := json.Unmarshal(answer.Result.Value, into); err != nil {
		b.t.Fatal(fmt.Errorf("%s: %w", expression, err))
	}
}

// screenshot is the whole page as PNG.
func (b *browser) screenshot() []byte {
	b.t.Helper()
	var image struct{ Data []byte }
	b.call("Page.captureScreenshot", map[string]any{"captureBeyondViewport": true}, &image)
	return image.Data
}

// pdf is the page as it prints.
func (b *browser) pdf() []byte {
	b.t.Helper()
	var document struct{ Data []byte }
	b.call("Page.printToPDF", nil, &document)
	return document.Data
}
