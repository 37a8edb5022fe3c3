package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// A console is a terminal with somebody who answers.
type console interface {
	// Ask returns a line of text.
	Ask(ctx context.Context, prompt string) (string, error)
	// Password returns a line that is not shown while it is typed.
	Password(ctx context.Context, prompt string) (string, error)
}

// openConsole returns the terminal of the program, or nil where input does not come from one or prompts would not be seen.
func openConsole(in, out *os.File) console {
	if !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		return nil
	}
	return &terminal{in: in, lines: bufio.NewReader(io.LimitReader(in, maxInput)), out: out}
}

// maxInput is more than anybody types.
const maxInput = 1 << 16

type terminal struct {
	in    *os.File
	lines *bufio.Reader
	out   io.Writer
}

var errInterrupted = errors.New("interrupted: nothing was sent")

func (t *terminal) Ask(ctx context.Context, prompt string) (string, error) {
	fmt.Fprint(t.out, prompt)
	line, err := answer(ctx, func() (string, error) { return t.lines.ReadString('\n') })
	if err != nil { // nobody has ended the line of the prompt
		fmt.Fprintln(t.out)
	}
	return line, err
}

func (t *terminal) Password(ctx context.Context, prompt string) (string, error) {
	fmt.Fprint(t.out, prompt)
	fd := int(t.in.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return "", err
	}
	password, err := answer(ctx, func() (string, error) {
		password, err := term.ReadPassword(fd)
		return string(password), err
	})
	fmt.Fprintln(t.out)
	return password, errors.Join(err, term.Restore(fd, before))
}

// answer waits for what somebody types, and no longer than the context: a read of a terminal cannot be ended otherwise.
func answer(ctx context.Context, read func() (string, error)) (string, error) {
	type line struct {
		text string
		err  error
	}
	typed := make(chan line, 1)
	go func() {
		text, err := read()
		typed <- line{text, err}
	}()
	select {
	case l := <-typed:
		return l.text, l.err
	case <-ctx.Done():
		return "", errInterrupted
	}
}
