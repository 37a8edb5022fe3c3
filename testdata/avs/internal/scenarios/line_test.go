package scenarios_test

import (
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// A line is a connection to a node that can be cut: what is under way ends without an answer, and so does what comes later,
// until the line is mended.
type line struct {
	url    string
	target string

	mu    sync.Mutex
	down  bool
	conns map[net.Conn]bool
}

// newLine returns a line to the chain, for the time of the test.
func newLine(t *testing.T, c *chain) *line {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &line{
		url:    "http://" + listener.Addr().String(),
		target: strings.TrimPrefix(c.url, "http://"),
		conns:  make(map[net.Conn]bool),
	}
	var relays sync.WaitGroup
	relays.Go(func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return // the test is over
			}
			relays.Go(func() { l.relay(client) })
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		l.cut()
		relays.Wait()
	})
	return l
}

// relay passes on what the client and the node say to each other, until one of them hangs up or the line is cut.
func (l *line) relay(client net.Conn) {
	defer l.hangUp(client)
	if !l.take(client) {
		return
	}
	node, err := net.Dial("tcp", l.target)
	if err != nil {
		return
	}
	defer l.hangUp(node)
	if !l.take(node) {
		return
	}
	var back sync.WaitGroup
	back.Go(func() {
		_, _ = io.Copy(client, node) // ends with the connections, as does the other
		_ = client.Close()
	})
	_, _ = io.Copy(node, client)
	_ = node.Close()
	back.Wait()
}

// take says whether the connection may be used. If so, cut ends it.
func (l *line) take(conn net.Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.down {
		return false
	}
	l.conns[conn] = true
	return true
}

func (l *line) hangUp(conn net.Conn) {
	_ = conn.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.conns, conn)
}

func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = true
	for conn := range l.conns {
		_ = conn.Close()
	}
}

func (l *line) mend() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = false
}
