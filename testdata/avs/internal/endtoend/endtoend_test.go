package endtoend_test

import (
	"strings"
	"testing"

	"example.com/avs/internal/endtoend"
)

// The check sends transactions, so it does not run on anything but a fork.
func TestCheckRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		env  map[string]string
		want string
	}{
		"no fork":  {map[string]string{"AVS_POLICIES": "0xaa"}, "COMPATCTL_FORK_URL is not set"},
		"flags":    {map[string]string{"COMPATCTL_FORK_URL": "http://127.0.0.1:1", "AVS_STRICT": "Policy"}, "AVS_STRICT: "},
		"no chain": {map[string]string{"COMPATCTL_FORK_URL": "http://127.0.0.1:1", "AVS_POLICIES": "0xaa"}, "chain id of the fork: "},
	} {
		err := endtoend.Check(t.Context(), func(name string) string { return test.env[name] }, nil)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", name, err, test.want)
		}
	}
}
