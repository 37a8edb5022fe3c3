package compatgrpc_test

import (
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatgrpc"
	"github.com/compatlint/compatlint/compat/telemetry"
)

const (
	codeHash = "legacy; feature=policy_code_hash; until=2026-10-01"
	policyMD = "legacy; feature=policy_metadata"
)

var gate = &compat.Gate{ChainID: 1, Recorder: telemetry.Record(discard{})}

type discard struct{}

func (discard) LegacyDetected(context.Context, uint64, compat.Feature, common.Address) {}

// detect is what a handler does when it meets a legacy contract.
func detect(ctx context.Context, feature compat.Feature) {
	gate.RecordLegacy(ctx, feature, common.Address{1})
}

type (
	unary     func(ctx context.Context, request string) error
	streaming func(stream grpc.ServerStream) error
)

// dial starts a server with one unary and one streaming method, and returns a connection to it.
func dial(t *testing.T, handleUnary unary, handleStream streaming) *grpc.ClientConn {
	t.Helper()
	marks, err := compatgrpc.New([]telemetry.Window{{Feature: "policy_code_hash", GraceEnd: "2026-10-01"}})
	if err != nil {
		t.Fatal(err)
	}
	server := grpc.NewServer(grpc.ChainUnaryInterceptor(marks.Unary), grpc.ChainStreamInterceptor(marks.Stream))
	server.RegisterService(&grpc.ServiceDesc{
		ServiceName: "test",
		HandlerType: (*any)(nil),
		Methods:     []grpc.MethodDesc{{MethodName: "Unary", Handler: unaryHandler(handleUnary)}},
		Streams: []grpc.StreamDesc{{StreamName: "Stream", ServerStreams: true, ClientStreams: true,
			Handler: func(_ any, stream grpc.ServerStream) error { return handleStream(stream) }}},
	}, nil)
	listener := bufconn.Listen(1 << 16)
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	connection, err := grpc.NewClient("passthrough:///test", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := connection.Close(); err != nil {
			t.Error(err)
		}
		server.Stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return connection
}

func unaryHandler(handle unary) grpc.MethodHandler {
	return func(_ any, ctx context.Context, decode func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
		request := &wrapperspb.StringValue{}
		if err := decode(request); err != nil {
			return nil, err
		}
		return interceptor(ctx, request, &grpc.UnaryServerInfo{}, func(ctx context.Context, _ any) (any, error) {
			return &wrapperspb.StringValue{Value: "answer"}, handle(ctx, request.Value)
		})
	}
}

func checkMarks(t *testing.T, what string, got metadata.MD, want []string) {
	t.Helper()
	if marks := got.Get(telemetry.Header); !slices.Equal(marks, want) {
		t.Errorf("%s %q, want %q", what, marks, want)
	}
}

func TestUnary(t *testing.T) {
	failure := status.Error(codes.NotFound, "no such policy")
	tests := []struct {
		name            string
		handle          unary
		code            codes.Code
		header, trailer []string
	}{
		{"no detection", func(context.Context, string) error { return nil }, codes.OK, nil, nil},
		{"a detection", func(ctx context.Context, _ string) error { detect(ctx, "policy_code_hash"); return nil },
			codes.OK, []string{codeHash}, nil},
		{"two features", func(ctx context.Context, _ string) error {
			detect(ctx, "policy_metadata")
			detect(ctx, "policy_code_hash")
			detect(ctx, "policy_metadata")
			return nil
		}, codes.OK, []string{codeHash, policyMD}, nil},
		{"an error", func(ctx context.Context, _ string) error { detect(ctx, "policy_code_hash"); return failure },
			codes.NotFound, []string{codeHash}, nil},
		{"the header is gone", func(ctx context.Context, _ string) error {
			if err := grpc.SendHeader(ctx, metadata.Pairs("mine", "1")); err != nil {
				return err
			}
			detect(ctx, "policy_code_hash")
			return nil
		}, codes.OK, nil, []string{codeHash}},
		{"a header of the handler", func(ctx context.Context, _ string) error {
			detect(ctx, "policy_code_hash")
			return grpc.SetHeader(ctx, metadata.Pairs("mine", "1"))
		}, codes.OK, []string{codeHash}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			connection := dial(t, test.handle, nil)
			var header, trailer metadata.MD
			err := connection.Invoke(t.Context(), "/test/Unary", wrapperspb.String(""), &wrapperspb.StringValue{},
				grpc.Header(&header), grpc.Trailer(&trailer))
			if status.Code(err) != test.code {
				t.Errorf("error %v, want code %s", err, test.code)
			}
			checkMarks(t, "header", header, test.header)
			checkMarks(t, "trailer", trailer, test.trailer)
			if strings.Contains(test.name, "header") && !slices.Equal(header.Get("mine"), []string{"1"}) {
				t.Errorf("the handler's own header is %q", header.Get("mine"))
			}
		})
	}
}

// Without a gRPC server there is nothing to mark, and the answer is the handler's.
func TestUnaryInProcess(t *testing.T) {
	marks, err := compatgrpc.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	reply, err := marks.Unary(t.Context(), "request", nil, func(ctx context.Context, _ any) (any, error) {
		detect(ctx, "policy_code_hash")
		return "answer", nil
	})
	if err != nil || reply != "answer" {
		t.Errorf("got %v, %v; want the handler's answer", reply, err)
	}
}

func send(stream grpc.ServerStream) error { return stream.SendMsg(wrapperspb.String("answer")) }

func TestStream(t *testing.T) {
	failure := status.Error(codes.NotFound, "no such policy")
	tests := []struct {
		name            string
		handle          streaming
		code            codes.Code
		header, trailer []string
	}{
		{"no detection", send, codes.OK, nil, nil},
		{"before the first message", func(s grpc.ServerStream) error { detect(s.Context(), "policy_code_hash"); return send(s) },
			codes.OK, []string{codeHash}, nil},
		{"before and after", func(s grpc.ServerStream) error {
			detect(s.Context(), "policy_code_hash")
			err := send(s)
			detect(s.Context(), "policy_code_hash")
			detect(s.Context(), "policy_metadata")
			return errors.Join(err, send(s))
		}, codes.OK, []string{codeHash}, []string{policyMD}},
		{"before the header", func(s grpc.ServerStream) error {
			detect(s.Context(), "policy_code_hash")
			err := s.SendHeader(metadata.Pairs("mine", "1"))
			detect(s.Context(), "policy_metadata")
			return err
		}, codes.OK, []string{codeHash}, []string{policyMD}},
		{"header sent past the stream", func(s grpc.ServerStream) error {
			if err := grpc.SendHeader(s.Context(), nil); err != nil {
				return err
			}
			detect(s.Context(), "policy_code_hash")
			return send(s)
		}, codes.OK, nil, []string{codeHash}},
		{"no message", func(s grpc.ServerStream) error { detect(s.Context(), "policy_code_hash"); return nil },
			codes.OK, []string{codeHash}, nil},
		{"an error", func(s grpc.ServerStream) error { detect(s.Context(), "policy_code_hash"); return failure },
			codes.NotFound, []string{codeHash}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			header, trailer, err := receive(t, dial(t, nil, test.handle))
			if status.Code(err) != test.code {
				t.Errorf("error %v, want code %s", err, test.code)
			}
			checkMarks(t, "header", header, test.header)
			checkMarks(t, "trailer", trailer, test.trailer)
		})
	}
}

// receive reads the stream to its end. The error is nil where the stream ended well.
func receive(t *testing.T, connection *grpc.ClientConn) (header, trailer metadata.MD, err error) {
	t.Helper()
	stream, err := connection.NewStream(t.Context(), &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, "/test/Stream")
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	for err == nil {
		err = stream.RecvMsg(&wrapperspb.StringValue{})
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	header, headerErr := stream.Header()
	if headerErr != nil {
		t.Fatal(headerErr)
	}
	return header, stream.Trailer(), err
}

// Each response is marked with its own detections, whatever runs at the same time.
func TestUnaryConcurrently(t *testing.T) {
	connection := dial(t, func(ctx context.Context, request string) error {
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if request == "old" {
					detect(ctx, "policy_code_hash")
				}
			})
		}
		group.Wait()
		return nil
	}, nil)
	var group sync.WaitGroup
	for i := range 32 {
		group.Go(func() {
			request, want := "new", []string(nil)
			if i%2 == 0 {
				request, want = "old", []string{codeHash}
			}
			var header metadata.MD
			if err := connection.Invoke(t.Context(), "/test/Unary", wrapperspb.String(request), &wrapperspb.StringValue{},
				grpc.Header(&header)); err != nil {
				t.Error(err)
			}
			checkMarks(t, "header of "+request, header, want)
		})
	}
	group.Wait()
}

// The handler may detect in one goroutine while another one sends.
func TestStreamConcurrently(t *testing.T) {
	header, trailer, err := receive(t, dial(t, nil, func(s grpc.ServerStream) error {
		var group sync.WaitGroup
		group.Go(func() { detect(s.Context(), "policy_code_hash") })
		group.Go(func() { detect(s.Context(), "policy_metadata") })
		err := send(s)
		group.Wait()
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(slices.Values(append(header.Get(compatgrpc.Key), trailer.Get(compatgrpc.Key)...)))
	if want := []string{policyMD, codeHash}; !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("header and trailer say %q, want each of %q once", got, want)
	}
}

func TestNewRefusesWindow(t *testing.T) {
	_, err := compatgrpc.New([]telemetry.Window{{Feature: "a", GraceEnd: "2026-02-30"}})
	if err == nil || !strings.Contains(err.Error(), "2026-02-30") {
		t.Errorf("error %v, want one that names the date", err)
	}
}
