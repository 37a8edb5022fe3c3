package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/sending"
)

func TestConsole(t *testing.T) {
	in, input, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer input.Close()
	if openConsole(in, in) != nil {
		t.Error("a pipe is a console")
	}
	var out bytes.Buffer
	c := &terminal{in: in, lines: bufio.NewReader(in), out: &out}
	if _, err := input.WriteString("policy_code_hash\nmore\n"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"policy_code_hash\n", "more\n"} {
		if got, err := c.Ask(t.Context(), "? "); got != want || err != nil {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
	// Nothing comes any more, and nobody waits for it.
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Ask(ctx, "? "); !errors.Is(err, errInterrupted) || out.String() != "? ? ? \n" {
		t.Errorf("error %v, output %q", err, out.String())
	}
	if _, err := c.Password(t.Context(), "? "); err == nil {
		t.Error("a password is read where it would be shown")
	}
}

// An unsteadyNode answers as often as it can, and then not any more.
type unsteadyNode struct{ answers int }

func (n *unsteadyNode) Batch(_ context.Context, requests []onchain.Request) []onchain.Reply {
	replies := make([]onchain.Reply, len(requests))
	for i := range replies {
		if n.answers--; n.answers < 0 {
			replies[i].Err = &onchain.TransportError{Endpoint: "-rpc", What: "cannot connect"}
		} else {
			replies[i].Result = json.RawMessage("1")
		}
	}
	return replies
}

// A node that has failed is dialed anew, and only then.
func TestPatientNode(t *testing.T) {
	dialed := 0
	p := &patientNode{dial: func(context.Context) (sending.Node, error) {
		if dialed++; dialed == 2 {
			return nil, errors.New("still down")
		}
		return &unsteadyNode{answers: 2}, nil
	}}
	for i, want := range []string{"", "", "-rpc: cannot connect", "still down", "", "", "-rpc: cannot connect", ""} {
		got := ""
		if err := p.Batch(t.Context(), make([]onchain.Request, 1))[0].Err; err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("batch %d: error %q, want %q", i, got, want)
		}
	}
	if dialed != 4 {
		t.Errorf("dialed %d times", dialed)
	}
}
