package main

import (
	"errors"
	"os"
	"regexp"
	"strings"
)

// keyInText is what a private key looks like.
var keyInText = regexp.MustCompile(`(?:^|[^0-9a-zA-Z])(?:0[xX])?[0-9a-fA-F]{64}(?:$|[^0-9a-zA-Z])`)

var errKeyGiven = errors.New(`an argument looks like a private key. Keys do not go on a command line: other users of this machine can read it, and so can
the history of the shell and the logs of CI. Put the key into a keystore file (geth account import, or cast wallet import), name that file
with -keystore, and treat the key that was just given as known to others`)

// refuseKeys fails if there is a private key among the arguments. Its error does not repeat it. URLs, and files that exist, may have such names.
func refuseKeys(args []string) error {
	for _, arg := range args {
		if !keyInText.MatchString(arg) || strings.Contains(arg, "://") {
			continue
		}
		file := arg
		if _, value, ok := strings.Cut(arg, "="); ok && strings.HasPrefix(arg, "-") {
			file = value
		}
		if _, err := os.Stat(file); err != nil {
			return errKeyGiven
		}
	}
	return nil
}
