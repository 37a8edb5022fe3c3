package fork

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/compatlint/compatlint/internal/wording"
)

// stopTime is how long anvil may take to end before it is killed.
const stopTime = 5 * time.Second

var listens = regexp.MustCompile(`Listening on (127\.0\.0\.1:\d+)`)

// A process is a running anvil.
type process struct {
	listening chan string   // gets the address
	read      chan struct{} // closed when its output was read to the end
	done      chan struct{} // closed when it has ended, after that

	command *exec.Cmd

	mu   sync.Mutex
	last []string // lines of its output
}

// startProcess runs a program in a folder.
func startProcess(program, folder string, args []string) (*process, error) {
	p := &process{command: exec.Command(program, args...), listening: make(chan string, 1), read: make(chan struct{}), done: make(chan struct{})}
	p.command.Dir, p.command.Env = folder, environment(os.Environ())
	output, input := io.Pipe()
	p.command.Stdout, p.command.Stderr = input, input
	p.command.WaitDelay = stopTime // a child of a wrapper script may hold the output open
	ownGroup(p.command)
	started := make(chan error)
	go p.run(input, started)
	if err := <-started; err != nil {
		return nil, err
	}
	go p.readAll(output)
	return p, nil
}

// run starts the program and waits for its end, on one thread: where the system ends a child with its parent, the parent is the thread.
func (p *process) run(output io.Closer, started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := p.command.Start()
	started <- err
	if err != nil {
		return
	}
	_ = p.command.Wait()    // that it has ended is what counts
	kill(p.command.Process) // what a wrapper script may have left behind
	_ = output.Close()
	<-p.read // its last words say why it has ended
	close(p.done)
}

// environment leaves out variables that have URLs in them: anvil needs no other than that of the forwarder, which no proxy can reach.
func environment(all []string) []string {
	kept := []string{"NO_COLOR=1"}
	for _, variable := range all {
		if !strings.Contains(variable, "://") {
			kept = append(kept, variable)
		}
	}
	return kept
}

// readAll finds the line that says where anvil listens, and keeps the last ones. Anvil says a line for every call.
func (p *process) readAll(output io.Reader) {
	defer close(p.read)
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if found := listens.FindStringSubmatch(lines.Text()); found != nil {
			select {
			case p.listening <- found[1]:
			default:
			}
		}
		p.keep(strings.TrimSpace(lines.Text()))
	}
	_, _ = io.Copy(io.Discard, output) // after a line that is too long
}

// Limits on what is kept of the output.
const (
	keptLines  = 5
	keptLength = 200
)

func (p *process) keep(line string) {
	if line == "" {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = append(p.last, strings.ToValidUTF8(line[:min(len(line), keptLength)], ""))
	if len(p.last) > keptLines {
		p.last = p.last[1:]
	}
}

// lastWords is the end of the output, in one line and without URLs.
func (p *process) lastWords() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.last) == 0 {
		return "it said nothing"
	}
	return wording.WithoutURLs(strings.Join(p.last, " / "))
}

// stop ends the program: it is asked to end, and killed when it does not. It returns when it has ended.
func (p *process) stop() {
	select {
	case <-p.done:
		return
	default:
		terminate(p.command.Process)
	}
	timer := time.NewTimer(stopTime)
	defer timer.Stop()
	select {
	case <-p.done:
	case <-timer.C:
		kill(p.command.Process)
		<-p.done
	}
}
