package bench_test

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// peakMemory is the peak resident memory in bytes of an ended process or of the biggest process it waited for.
func peakMemory(state *os.ProcessState) int64 {
	return state.SysUsage().(*syscall.Rusage).Maxrss << 10
}

// ownPeakMemory is the peak resident memory in bytes of this process, or 0 if that cannot be read. A child has the
// memory of its parent until it runs a program of its own, and Linux counts that: a peak below this one cannot be seen.
func ownPeakMemory() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kilobytes, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")), 10, 64)
			if err != nil {
				return 0
			}
			return kilobytes << 10
		}
	}
	return 0
}
