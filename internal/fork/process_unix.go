//go:build unix

package fork

import (
	"os"
	"syscall"
)

// terminate and kill reach the whole group: anvil may be the child of a wrapper script. A group that is gone needs neither.
func terminate(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGTERM) }

func kill(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }
