package fork

import (
	"os"
	"os/exec"
)

func ownGroup(*exec.Cmd) {}

// terminate and kill are the same here: there is no signal that asks a program to end. One that has ended needs neither.
func terminate(p *os.Process) { kill(p) }

func kill(p *os.Process) { _ = p.Kill() }
