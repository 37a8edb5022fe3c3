package compathttp

import (
	"bufio"
	"io"
	"net"
	"net/http"

	"github.com/compatlint/compatlint/compat/telemetry"
)

// response sets the header at the last moment at which it can be set. Like every ResponseWriter, it is used by one goroutine
// at a time; only the collection is written to by others.
type response struct {
	http.ResponseWriter
	marker     *telemetry.Marker
	collection *telemetry.Collection
	begun      bool
}

// begin marks the response, unless it has begun.
func (w *response) begin() {
	if w.begun {
		return
	}
	w.begun = true
	w.add(telemetry.Header, nil)
}

// end marks a response that the handler has not begun, and with a trailer one that has begun too early.
func (w *response) end() {
	if !w.begun {
		w.begin()
		return
	}
	w.add(http.TrailerPrefix+telemetry.Header, w.Header().Values(telemetry.Header))
}

// add adds a header of that name for each feature, unless this name or the marks before it say so already: those of this
// middleware, or of one inside it.
func (w *response) add(name string, before []string) {
	header := w.Header()
	present := append(header.Values(name), before...)
	for _, value := range w.marker.Missing(w.collection.Features(), present) {
		header.Add(name, value)
	}
}

// WriteHeader marks the response, unless it is an interim one, after which the real one follows.
func (w *response) WriteHeader(status int) {
	if status < http.StatusContinue || status >= http.StatusOK || status == http.StatusSwitchingProtocols {
		w.begin()
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write marks the response.
func (w *response) Write(p []byte) (int, error) {
	w.begin()
	return w.ResponseWriter.Write(p)
}

// ReadFrom lets the server copy a file without passing it through the process.
func (w *response) ReadFrom(r io.Reader) (int64, error) {
	w.begin()
	return io.Copy(w.ResponseWriter, r)
}

// FlushError marks the response. http.ResponseController looks for it before it looks into Unwrap.
func (w *response) FlushError() error {
	w.begin()
	return http.NewResponseController(w.ResponseWriter).Flush()
}

// Unwrap is how http.ResponseController reaches what else the server can do.
func (w *response) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// asCapableAs returns w with those optional interfaces that handlers look for by type and that the server's writer has.
func (w *response) asCapableAs(server http.ResponseWriter) http.ResponseWriter {
	_, flushes := server.(http.Flusher)
	hijacker, hijacks := server.(http.Hijacker)
	switch {
	case flushes && hijacks:
		return struct {
			*response
			flusher
			http.Hijacker
		}{w, flusher{w}, hijack{w, hijacker}}
	case flushes:
		return struct {
			*response
			flusher
		}{w, flusher{w}}
	case hijacks:
		return struct {
			*response
			http.Hijacker
		}{w, hijack{w, hijacker}}
	default:
		return w
	}
}

// flusher is http.Flusher for a response.
type flusher struct{ w *response }

// Flush implements [http.Flusher], which has no place for an error.
func (f flusher) Flush() { _ = f.w.FlushError() }

// hijack is http.Hijacker for a response.
type hijack struct {
	w      *response
	server http.Hijacker
}

// Hijack hands the connection over, after which there is no header left to set.
func (h hijack) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	h.w.begun = true
	return h.server.Hijack()
}
