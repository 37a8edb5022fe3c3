package compathttp_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compathttp"
	"github.com/compatlint/compatlint/compat/telemetry"
)

const (
	codeHash = "legacy; feature=policy_code_hash; until=2026-10-01"
	metadata = "legacy; feature=policy_metadata"
)

var gate = &compat.Gate{ChainID: 1, Recorder: telemetry.Record(discard{})}

type discard struct{}

func (discard) LegacyDetected(context.Context, uint64, compat.Feature, common.Address) {}

// detect is what a handler does when it meets a legacy contract.
func detect(r *http.Request, feature compat.Feature) {
	gate.RecordLegacy(r.Context(), feature, common.Address{1})
}

func middleware(t *testing.T) func(http.Handler) http.Handler {
	t.Helper()
	wrap, err := compathttp.Middleware([]telemetry.Window{{Feature: "policy_code_hash", GraceEnd: "2026-10-01"}})
	if err != nil {
		t.Fatal(err)
	}
	return wrap
}

func serve(t *testing.T, handler http.Handler) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// A reply is what the tests read of a response.
type reply struct {
	status, protocol int
	header, trailer  http.Header
}

func replyOf(response *http.Response) reply {
	return reply{response.StatusCode, response.ProtoMajor, response.Header, response.Trailer}
}

// get returns the reply, after the body was read to the end, so that its trailer is there.
func get(t *testing.T, server *httptest.Server) reply {
	t.Helper()
	response, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		t.Fatal(err)
	}
	return replyOf(response)
}

func checkMarks(t *testing.T, response reply, header, trailer []string) {
	t.Helper()
	if got := response.header.Values(telemetry.Header); !slices.Equal(got, header) {
		t.Errorf("header %q, want %q", got, header)
	}
	if got := response.trailer.Values(telemetry.Header); !slices.Equal(got, trailer) {
		t.Errorf("trailer %q, want %q", got, trailer)
	}
}

func TestMiddleware(t *testing.T) {
	tests := []struct {
		name            string
		handle          http.HandlerFunc
		status          int
		header, trailer []string
	}{
		{"no detection", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "new") }, 200, nil, nil},
		{"before the body", func(w http.ResponseWriter, r *http.Request) {
			detect(r, "policy_code_hash")
			fmt.Fprint(w, "old")
		}, 200, []string{codeHash}, nil},
		{"no body", func(_ http.ResponseWriter, r *http.Request) { detect(r, "policy_code_hash") }, 200, []string{codeHash}, nil},
		{"nothing at all", func(http.ResponseWriter, *http.Request) {}, 200, nil, nil},
		{"with a status", func(w http.ResponseWriter, r *http.Request) {
			detect(r, "policy_code_hash")
			w.WriteHeader(http.StatusTeapot)
			w.WriteHeader(http.StatusOK)
		}, http.StatusTeapot, []string{codeHash}, nil},
		{"after an interim response", func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(http.StatusEarlyHints)
			detect(r, "policy_code_hash")
			w.WriteHeader(http.StatusAccepted)
		}, http.StatusAccepted, []string{codeHash}, nil},
		{"two features, one of them twice", func(w http.ResponseWriter, r *http.Request) {
			detect(r, "policy_metadata")
			detect(r, "policy_code_hash")
			detect(r, "policy_metadata")
			fmt.Fprint(w, "old")
		}, 200, []string{codeHash, metadata}, nil},
		{"copied", func(w http.ResponseWriter, r *http.Request) {
			detect(r, "policy_code_hash")
			_, _ = io.Copy(w, io.LimitReader(strings.NewReader("old"), 3)) // by way of ReadFrom
		}, 200, []string{codeHash}, nil},
		{"after a flush", func(w http.ResponseWriter, r *http.Request) {
			detect(r, "policy_code_hash")
			w.(http.Flusher).Flush()
			detect(r, "policy_metadata")
			fmt.Fprint(w, "old")
		}, 200, []string{codeHash}, []string{metadata}},
		{"after a flush by the controller", func(w http.ResponseWriter, r *http.Request) {
			detect(r, "policy_code_hash")
			if err := http.NewResponseController(w).Flush(); err != nil {
				t.Error(err)
			}
			detect(r, "policy_code_hash")
			detect(r, "policy_metadata")
		}, 200, []string{codeHash}, []string{metadata}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response := get(t, serve(t, middleware(t)(test.handle)))
			if response.status != test.status {
				t.Errorf("status %d, want %d", response.status, test.status)
			}
			checkMarks(t, response, test.header, test.trailer)
		})
	}
}

// The response to an upgrade is no interim one.
func TestMiddlewareSwitchingProtocols(t *testing.T) {
	recorder := httptest.NewRecorder()
	middleware(t)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		detect(r, "policy_code_hash")
		w.WriteHeader(http.StatusSwitchingProtocols)
	})).ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
	response := recorder.Result()
	defer response.Body.Close()
	checkMarks(t, replyOf(response), []string{codeHash}, nil)
}

// Each response is marked with its own detections, whatever runs at the same time.
func TestMiddlewareConcurrently(t *testing.T) {
	server := serve(t, middleware(t)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if r.URL.Query().Has("old") {
					detect(r, "policy_code_hash")
				}
			})
		}
		go detect(r, "policy_metadata") // nobody waits for it
		group.Wait()
		fmt.Fprint(w, "done")
	})))
	var group sync.WaitGroup
	for i := range 32 {
		group.Go(func() {
			url := server.URL
			if i%2 == 0 {
				url += "?old"
			}
			response, err := server.Client().Get(url)
			if err != nil {
				t.Error(err)
				return
			}
			defer response.Body.Close()
			if got, want := slices.Contains(response.Header.Values(telemetry.Header), codeHash), i%2 == 0; got != want {
				t.Errorf("request %d is marked: %t, want %t", i, got, want)
			}
		})
	}
	group.Wait()
}

func TestMiddlewareTwice(t *testing.T) {
	wrap := middleware(t)
	response := get(t, serve(t, wrap(wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		detect(r, "policy_code_hash")
		w.(http.Flusher).Flush()
		detect(r, "policy_metadata")
	})))))
	checkMarks(t, response, []string{codeHash}, []string{metadata})
}

// HTTP/2 carries a trailer even where the response is short.
func TestMiddlewareHTTP2(t *testing.T) {
	server := httptest.NewUnstartedServer(middleware(t)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		detect(r, "policy_code_hash")
		fmt.Fprint(w, "old")
		detect(r, "policy_metadata")
	})))
	server.EnableHTTP2 = true
	server.StartTLS()
	t.Cleanup(server.Close)
	response := get(t, server)
	if response.protocol != 2 {
		t.Fatalf("the response came by HTTP/%d", response.protocol)
	}
	checkMarks(t, response, []string{codeHash}, []string{metadata})
}

// An outer middleware answers for a handler that panicked.
func TestMiddlewarePanic(t *testing.T) {
	inner := middleware(t)(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		detect(r, "policy_code_hash")
		panic(errors.New("legacy path failed"))
	}))
	response := get(t, serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		inner.ServeHTTP(w, r)
	})))
	if response.status != http.StatusInternalServerError {
		t.Errorf("status %d, want 500", response.status)
	}
	checkMarks(t, response, []string{codeHash}, nil)
}

// A handler that outlives its request must not touch a response that is gone.
func TestMiddlewareTimeout(t *testing.T) {
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		detect(r, "policy_code_hash")
		<-r.Context().Done()
		detect(r, "policy_metadata")
		fmt.Fprint(w, "too late")
	})
	for name, handler := range map[string]http.Handler{
		"inside":  http.TimeoutHandler(middleware(t)(handler), time.Millisecond, "slow"),
		"outside": middleware(t)(http.TimeoutHandler(handler, time.Millisecond, "slow")),
	} {
		t.Run(name, func(t *testing.T) {
			if response := get(t, serve(t, handler)); response.status != http.StatusServiceUnavailable {
				t.Errorf("status %d, want 503", response.status)
			}
		})
	}
}

func TestMiddlewareHijack(t *testing.T) {
	server := serve(t, middleware(t)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, stream, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		detect(r, "policy_code_hash")
		fmt.Fprint(stream, "HTTP/1.1 299 Mine\r\nContent-Length: 0\r\n\r\n")
		if err := stream.Flush(); err != nil {
			t.Error(err)
		}
	})))
	response := get(t, server)
	if response.status != 299 {
		t.Errorf("status %d, want that of the handler", response.status)
	}
	checkMarks(t, response, nil, nil)
}

// plain can do nothing beyond http.ResponseWriter.
type plain struct{ http.ResponseWriter }

type flushing struct {
	plain
	http.Flusher
}

type hijacking struct{ plain }

func (hijacking) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return nil, nil, errors.ErrUnsupported
}

// A handler that asks whether it can stream must get the server's answer.
func TestMiddlewareCapabilities(t *testing.T) {
	recorder := httptest.NewRecorder()
	for _, test := range []struct {
		name             string
		writer           http.ResponseWriter
		flushes, hijacks bool
	}{
		{"neither", plain{recorder}, false, false},
		{"flushes", flushing{plain{recorder}, recorder}, true, false},
		{"hijacks", hijacking{plain{recorder}}, false, true},
		{"both", struct {
			hijacking
			http.Flusher
		}{hijacking{plain{recorder}}, recorder}, true, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			middleware(t)(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				_, flushes := w.(http.Flusher)
				_, hijacks := w.(http.Hijacker)
				if flushes != test.flushes || hijacks != test.hijacks {
					t.Errorf("flushes %t, hijacks %t; want %t and %t", flushes, hijacks, test.flushes, test.hijacks)
				}
				err := http.NewResponseController(w).Flush()
				if gotErr := err != nil; gotErr == test.flushes {
					t.Errorf("Flush of the controller: %v", err)
				}
			})).ServeHTTP(test.writer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
		})
	}
}

func TestMiddlewareRefusesWindow(t *testing.T) {
	_, err := compathttp.Middleware([]telemetry.Window{{Feature: "a", GraceEnd: "2026-02-30"}})
	if err == nil || !strings.Contains(err.Error(), "2026-02-30") {
		t.Errorf("error %v, want one that names the date", err)
	}
}
