package fork

import (
	"os/exec"
	"syscall"
)

// ownGroup keeps the signals of the terminal from the program, whose end is ours to order, and has the system end it when this process is
// gone, in whatever way. A wrapper script passes SIGTERM on; it could not pass on SIGKILL.
func ownGroup(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}
