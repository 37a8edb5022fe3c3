package hosts_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gitEnv keeps the settings of whoever runs the tests out of them.
var gitEnv = []string{
	"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
	"GIT_AUTHOR_NAME=test", "GIT_AUTHOR_EMAIL=test@example.com", "GIT_COMMITTER_NAME=test", "GIT_COMMITTER_EMAIL=test@example.com",
}

// git runs git in a folder, and returns what it printed on stdout.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, _ := command{dir: dir, env: gitEnv, args: append([]string{program(t, "git")}, args...)}.run(t)
	return out
}

// gitRepository makes a folder a repository with everything in it committed.
func gitRepository(t *testing.T, dir string) {
	t.Helper()
	git(t, dir, "init", "--quiet", "--initial-branch=main")
	git(t, dir, "add", "--all", "--force")
	git(t, dir, "commit", "--quiet", "--message=begin")
}

// checkout copies this repository as it would be committed now, without what git ignores.
func checkout(t *testing.T, dir string) {
	t.Helper()
	names := git(t, repository, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
	for name := range strings.SplitSeq(strings.TrimRight(names, "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(repository, name))
		if os.IsNotExist(err) {
			continue // removed, but not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), string(data))
	}
}
