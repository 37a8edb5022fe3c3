package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/compatlint/compatlint/internal/testchain"
)

// clefVariable names the environment variable that may hold the path of clef. It is not in the releases of go-ethereum from 1.17 on:
// go install github.com/ethereum/go-ethereum/cmd/clef@v1.16.9.
const clefVariable = "COMPATLINT_CLEF"

// A user answers clef's questions in place of a person.
type user struct {
	approves bool
	asked    bytes.Buffer // about transactions
}

// startClef starts clef with a keystore and returns its URL and the path of its socket.
func startClef(t *testing.T, keystore string, u *user) (url, socket string) {
	t.Helper()
	program := os.Getenv(clefVariable)
	if program == "" {
		program = "clef"
	}
	path, err := exec.LookPath(program)
	if err == nil {
		path, err = filepath.Abs(path)
	}
	if err != nil {
		t.Fatalf("clef is not installed: %v; put it into PATH or name it in %s", err, clefVariable)
	}
	folder, err := os.MkdirTemp("", "") // the name of a socket cannot be long
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	port := freePort(t)
	command := exec.CommandContext(t.Context(), path, "--keystore", keystore, "--configdir", filepath.Join(folder, "config"), "--chainid", "31337",
		"--suppress-bootwarn", "--nousb", "--lightkdf", "--http", "--http.port", port, "--ipcpath", folder, "--stdio-ui")
	command.Dir = folder // clef writes an audit log where it runs
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	command.WaitDelay = 10 * time.Second
	answers, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	questions, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		u.answer(questions, answers)
	}()
	t.Cleanup(func() {
		<-ended
		_ = command.Wait() // ended by the signal
	})
	url, socket = "http://127.0.0.1:"+port, filepath.Join(folder, "clef.ipc")
	awaitClef(t, url)
	return url, socket
}

func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// awaitClef waits until clef answers.
func awaitClef(t *testing.T, url string) {
	t.Helper()
	deadline := time.After(30 * time.Second)
	for {
		response, err := http.Post(url, "application/json", strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"account_version"}`))
		if err == nil {
			_ = response.Body.Close()
			return
		}
		select {
		case <-time.After(20 * time.Millisecond): // clef does not say when it listens
		case <-deadline:
			t.Fatalf("clef does not answer: %v", err)
		}
	}
}

// answer answers the questions of clef's stdio interface.
func (u *user) answer(questions io.Reader, answers io.Writer) {
	decoder := json.NewDecoder(questions)
	for {
		var question struct {
			ID     json.RawMessage
			Method string
			Params []json.RawMessage
		}
		if decoder.Decode(&question) != nil {
			return
		}
		if question.ID == nil {
			continue // it only tells something
		}
		result := any(map[string]any{})
		switch question.Method {
		case "ui_approveTx":
			u.asked.Write(question.Params[0])
			var asked struct{ Transaction json.RawMessage }
			if json.Unmarshal(question.Params[0], &asked) != nil {
				return
			}
			result = map[string]any{"approved": u.approves, "transaction": asked.Transaction}
		case "ui_onInputRequired":
			result = map[string]any{"text": keyPassword}
		}
		reply, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": question.ID, "result": result})
		if err != nil {
			return
		}
		if _, err := answers.Write(append(reply, '\n')); err != nil {
			return
		}
	}
}

// The real clef shows its user what is called, and signs what the user approves.
func TestRealClef(t *testing.T) {
	if !*slow {
		t.Skip("clef is started with -slow only")
	}
	chain := testchain.Start(t, "anvil")
	f := flagSceneOn(t, chain, chain.URL)
	f.url, f.env["LOCAL_RPC_URL"] = chain.URL, chain.URL
	u := &user{}
	url, socket := startClef(t, filepath.Dir(f.keystore), u)
	code, _, stderr := f.set(t, "-to", "strict", "-yes", "-from", f.owner.Hex(), "-clef", url)
	if code != 2 || !strings.Contains(strings.ToLower(stderr), "request denied") || f.strict(t) {
		t.Errorf("denied: exit code %d\n%s", code, stderr)
	}
	if asked := u.asked.String(); !strings.Contains(asked, "setStrictnessFlag") || !strings.Contains(asked, f.address.Hex()) {
		t.Errorf("clef asks about %s", asked)
	}
	u.approves = true
	for _, change := range []struct {
		to, endpoint string
		want         bool
	}{{"strict", url, true}, {"permissive", socket, false}} {
		code, stdout, stderr := f.set(t, "-to", change.to, "-yes", "-from", f.owner.Hex(), "-clef", change.endpoint)
		if code != 0 || f.strict(t) != change.want {
			t.Errorf("%s: exit code %d\n%s%s", change.to, code, stdout, stderr)
		}
	}
}
