package vettool

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"time"
)

// describe prints what stands for this tool in the keys of the go command's cache. It is called once for each "go vet", without flags, in the
// folder of the go command. The third word must be there, and must not contain "devel".
func describe(w io.Writer) error {
	executable, err := hashExecutable()
	if err != nil {
		return err
	}
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	s, err := survey(dir)
	if err != nil {
		// The unit that has to do with it says what is wrong. A key that never comes back keeps results from being kept meanwhile.
		_, err = fmt.Fprintf(w, "compatlint version unit exe=%s inputs=unknown-%d\n", executable, time.Now().UnixNano())
		return err
	}
	_, err = fmt.Fprintf(w, "compatlint version unit exe=%s registry=%x modules=%x ended=%x\n",
		executable, s.registry.Sum(nil)[:16], s.modules.Sum(nil)[:16], s.endedSum())
	return err
}

func hashExecutable() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sum.Sum(nil)[:16]), nil
}
