package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

// TestAsProcess is compatctl itself where the variable is set: so that other tests can run it in a process of its own.
func TestAsProcess(t *testing.T) {
	if os.Getenv("COMPATCTL_AS_PROCESS") == "" {
		t.Skip("it is run by other tests")
	}
	os.Args = append(os.Args[:1], strings.Split(os.Getenv("COMPATCTL_AS_PROCESS"), "\n")...)
	main()
}

// Limits of a process, whatever it is told.
const (
	memoryLimit = 768 << 10 // KiB
	timeLimit   = time.Minute
	outputLimit = 64 << 10
)

// process runs a command of compatctl in a process of its own, whose memory has a limit. It fails the test if the process takes too long, takes too much
// memory, prints too much, or prints a part of a URL.
func (s *scene) process(t *testing.T, command string, args ...string) (code int, output string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), timeLimit)
	defer cancel()
	args = append([]string{command, "-registry", s.registry, "-network", "local"}, args...)
	// A process that needs more memory crashes, and says so.
	limited := fmt.Sprintf(`ulimit -d %d && exec "$0" -test.run='^TestAsProcess$'`, memoryLimit)
	process := exec.CommandContext(ctx, "/bin/sh", "-c", limited, os.Args[0])
	process.Env = append(os.Environ(), "GOMEMLIMIT=512MiB", "COMPATCTL_AS_PROCESS="+strings.Join(args, "\n"), "LOCAL_RPC_URL="+s.env["LOCAL_RPC_URL"])
	var out bytes.Buffer
	process.Stdout, process.Stderr = &out, &out
	start := time.Now()
	_ = process.Run() // the exit code is looked at
	if ctx.Err() != nil {
		t.Fatalf("still running after %s\n%.2000s", timeLimit, out.String())
	}
	code, output = process.ProcessState.ExitCode(), out.String()
	t.Logf("exit code %d, %s, %d bytes of output", code, time.Since(start).Round(time.Millisecond), len(output))
	if len(output) > outputLimit {
		t.Errorf("%d bytes of output, more than %d", len(output), outputLimit)
	}
	for _, part := range []string{secret, strings.ToUpper(secret), "127.0.0.1", "goroutine ", "fatal error"} {
		if strings.Contains(output, part) {
			t.Errorf("the output has %q in it:\n%.4000s", part, output)
		}
	}
	return code, output
}

// targets makes a scene that names so many accounts, of which the node says what it likes.
func targets(t *testing.T, n int) *scene {
	t.Helper()
	s := newScene(t)
	var addresses []string
	for i := range n {
		addresses = append(addresses, fmt.Sprintf("\"0x%040x\"", 0xbad0000+i))
	}
	s.write(t, fmt.Sprintf(registryText, strings.Join(addresses, ", ")))
	return s
}

// endless writes until nobody reads any more.
func endless(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := w.Write(bytes.Repeat([]byte(secret), 1<<12)); err != nil {
			return
		}
	}
}

// Nodes that do what they can to keep the process busy, to fill its memory and to make it talk.
func TestHostileNodes(t *testing.T) {
	calls := func(respond http.HandlerFunc, methods ...string) func(*scene) {
		return func(s *scene) {
			s.node.Intercept = func(w http.ResponseWriter, r *http.Request, calls []nodetest.Call) bool {
				for _, method := range methods {
					if calls[0].Method == method {
						respond(w, r)
						return true
					}
				}
				return false
			}
		}
	}
	hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	half := func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(`[{"id":1,"result":"0x`))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}
	tests := []struct {
		name    string
		targets int
		timeout string
		spoil   func(*scene)
		want    string
	}{
		{"hangs", 5, "1s", calls(hang, "eth_chainId"), "no answer in time"},
		{"hangs later", 2, "1s", calls(hang, "eth_getCode"), "no answer in time"},
		{"hangs in the middle", 2, "1s", calls(half, "eth_getCode"), "no answer in time"},
		{"sends without end", 5, "1m", calls(endless, "eth_getCode"), "its answer is longer than"},
		{"changes its chain", 5, "1m", func(s *scene) {
			var asked atomic.Int32
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: "0x1"}, c.Method == "eth_chainId" && asked.Add(1) > 1
			}
		}, "was on chain 31337 and is on chain 1 now"},
		{"reorganised", 5, "1m", func(s *scene) {
			s.node.Numbers = true
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method == "eth_getCode" {
					s.node.Fork = 1
				}
				return nodetest.Message{}, false
			}
		}, "the chain was reorganised, run this again"},
		{"codes of a megabyte", 24, "1m", func(s *scene) {
			code := json.RawMessage(`"0x` + strings.Repeat("0c", 1<<20) + `"`)
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: code}, c.Method == "eth_getCode"
			}
		}, "opcode 0x0c at 0 is not known here"},
		{"codes of more than a megabyte", 24, "1m", func(s *scene) {
			code := json.RawMessage(`"0x` + strings.Repeat("0c", 1<<20+1) + `"`)
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: code}, c.Method == "eth_getCode"
			}
		}, "the answer is longer than 1048576 bytes"},
		{"answers of megabytes", 10, "1m", func(s *scene) {
			answer := json.RawMessage(`"0x` + strings.Repeat("ab", 7<<20) + `"`)
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				switch c.Method {
				case "eth_getCode":
					return nodetest.Message{Result: "0x0c"}, true // an opcode that is not known
				case "eth_call":
					return nodetest.Message{Result: answer}, true
				}
				return nodetest.Message{}, false
			}
		}, "10 inconclusive"},
		{"loops and eats all gas", 200, "1m", func(s *scene) {
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				switch c.Method {
				case "eth_getCode":
					return nodetest.Message{Result: "0x5b5f56"}, true
				case "eth_call":
					return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "out of gas " + s.url}}, true
				}
				return nodetest.Message{}, false
			}
		}, "200 inconclusive"},
	}
	for _, test := range tests {
		for _, command := range []string{"probe", "crawl"} {
			t.Run(command+"/"+test.name, func(t *testing.T) {
				s := targets(t, test.targets)
				test.spoil(s)
				code, output := s.process(t, command, "-timeout", test.timeout, "-retries", "0", "-batch", "8")
				if code != 2 || !strings.Contains(output, test.want) {
					t.Errorf("exit code %d, want 2 with %q:\n%.4000s", code, test.want, output)
				}
			})
		}
	}
}

// A thousand URLs, each with the secret in another place, of nodes that fail in all ways. What is printed is short, whatever the format.
func TestThousandEndpoints(t *testing.T) {
	s := targets(t, 20)
	ways := []http.HandlerFunc{
		func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, r.URL.String()+secret, http.StatusUnauthorized)
		},
		func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://"+secret+".invalid/"+secret, http.StatusTemporaryRedirect)
		},
		func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, `{"id":1,"error":{"code":-32001,"message":%q}}`, "bad "+secret+" "+strings.ToUpper(secret)+" "+r.URL.String()+" "+r.Header.Get("Authorization"))
		},
		func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		endless,
		func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintf(w, `{"id":1,"result":"0x7a69%s"}`, secret) },
	}
	var turn atomic.Int32
	s.node.Intercept = func(w http.ResponseWriter, r *http.Request, _ []nodetest.Call) bool {
		ways[int(turn.Add(1))%len(ways)](w, r)
		return true
	}
	host := strings.TrimPrefix(s.node.Serve(t), "http://")
	forms := []string{
		"http://" + host + "/v3/" + secret, "http://" + host + "/?key=" + secret, "http://" + secret + "@" + host, "http://user:" + secret + "@" + host + "/a",
		"http://" + host + "/%73" + secret[1:], "http://" + host + "/" + strings.ToUpper(secret), "http://" + secret + ".invalid/rpc", "http://" + host + "/#" + secret,
	}
	for _, format := range []string{"text", "json", "junit", "markdown"} {
		args := []string{"-timeout", "20s", "-retries", "0", "-format", format}
		for i := range 1000 {
			args = append(args, "-rpc", forms[i%len(forms)])
		}
		code, output := s.process(t, "probe", args...)
		if code != 2 || !strings.Contains(output, "997 more endpoints have failed") {
			t.Errorf("%s: exit code %d, want 2 with a reason:\n%.4000s", format, code, output)
		}
		if format == "text" {
			t.Logf("%.1500s", output)
		}
	}
}
