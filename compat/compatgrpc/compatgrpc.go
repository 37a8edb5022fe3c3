// Package compatgrpc marks gRPC responses that were served from legacy contracts, so that those who integrate with the
// service see it without access to its log. The mark is the metadata
//
//	x-contract-compat: legacy; feature=policy_code_hash; until=2026-10-01
//
// in the header of the response, once for each feature that was served from legacy before the header was sent, and in its
// trailer for what came later or where the handler of a unary call has sent the header itself. The gate's Recorder must come from telemetry.Record, and the calls must use the context of
// the request.
//
// The package is a module of its own, so that services without gRPC have nothing to do with gRPC's modules and their
// versions.
package compatgrpc

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"

	"github.com/compatlint/compatlint/compat/telemetry"
)

// Key is the key of the metadata.
var Key = strings.ToLower(telemetry.Header)

// Interceptors mark the responses of a server. Give both methods to grpc.NewServer:
//
//	grpc.NewServer(grpc.ChainUnaryInterceptor(marks.Unary), grpc.ChainStreamInterceptor(marks.Stream))
type Interceptors struct{ marker *telemetry.Marker }

// New returns interceptors that name the ends of the windows; a feature without a window is marked without a date.
func New(windows []telemetry.Window) (*Interceptors, error) {
	marker, err := telemetry.NewMarker(windows)
	if err != nil {
		return nil, fmt.Errorf("compatgrpc: %w", err)
	}
	return &Interceptors{marker}, nil
}

// Unary is a grpc.UnaryServerInterceptor. An error is marked as a result is.
func (i *Interceptors) Unary(ctx context.Context, request any, _ *grpc.UnaryServerInfo, handle grpc.UnaryHandler) (any, error) {
	inner, collection := telemetry.Collect(ctx)
	reply, err := handle(inner, request)
	marks := i.marker.Missing(collection.Features(), nil)
	if len(marks) > 0 && grpc.SetHeader(ctx, metadata.MD{Key: marks}) != nil {
		// The handler has sent the header itself. A response that cannot be marked at all is still a response.
		_ = grpc.SetTrailer(ctx, metadata.MD{Key: marks})
	}
	return reply, err
}

// Stream is a grpc.StreamServerInterceptor. The header is marked when the handler sends it, which the first message does.
func (i *Interceptors) Stream(server any, serverStream grpc.ServerStream, _ *grpc.StreamServerInfo, handle grpc.StreamHandler) error {
	ctx, collection := telemetry.Collect(serverStream.Context())
	marked := &stream{ServerStream: serverStream, ctx: ctx, marker: i.marker, collection: collection}
	defer marked.end()
	return handle(server, marked)
}

// stream marks the header of a stream at the last moment.
type stream struct {
	grpc.ServerStream
	ctx        context.Context
	marker     *telemetry.Marker
	collection *telemetry.Collection

	begin  sync.Once // header and messages may be sent by two goroutines
	marked []string  // what the header says
}

// Context returns the context whose detections are collected.
func (s *stream) Context() context.Context { return s.ctx }

// SendHeader marks the header.
func (s *stream) SendHeader(header metadata.MD) error {
	s.begin.Do(s.mark)
	return s.ServerStream.SendHeader(header)
}

// SendMsg marks the header, which the first message sends.
func (s *stream) SendMsg(message any) error {
	s.begin.Do(s.mark)
	return s.ServerStream.SendMsg(message)
}

func (s *stream) mark() {
	marks := s.marker.Missing(s.collection.Features(), nil)
	if len(marks) > 0 && s.ServerStream.SetHeader(metadata.MD{Key: marks}) == nil {
		s.marked = marks
	}
}

// end marks a header that was not sent, as that of an error may be, and then the trailer with what the header does not say.
func (s *stream) end() {
	s.begin.Do(s.mark)
	if marks := s.marker.Missing(s.collection.Features(), s.marked); len(marks) > 0 {
		s.SetTrailer(metadata.MD{Key: marks})
	}
}
