//go:build !linux

package bench_test

import "os"

// Other systems count peak memory in units of their own, or not at all, so it is left out there.

func peakMemory(*os.ProcessState) int64 { return 0 }

func ownPeakMemory() int64 { return 0 }
