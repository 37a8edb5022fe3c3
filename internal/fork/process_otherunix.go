//go:build unix && !linux

package fork

import (
	"os/exec"
	"syscall"
)

// ownGroup keeps the signals of the terminal from the program, whose end is ours to order.
func ownGroup(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}
