package compatregistry

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
)

// buildIDRange is how much of an executable holds its Go build ID, a hash of the program (cmd/internal/buildid, readSize).
const buildIDRange = 32 << 10

// programID identifies the running program.
var programID = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	return identify(path)
})

// identify tells builds of the program apart, because another build may have other rules for what a valid registry is.
// It covers the versions and the revision that the running program was built from, which builds of uncommitted code
// share; the build ID in the executable, which -ldflags=-buildid= removes; and the executable's path, size and time.
func identify(executable string) (string, error) {
	file, err := os.Open(executable)
	if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "%q %d %d\n", executable, info.Size(), info.ModTime().UnixNano())
	if build, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintln(hash, build)
	}
	if _, err := io.Copy(hash, io.LimitReader(file, buildIDRange)); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
