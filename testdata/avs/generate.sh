#!/bin/sh
# Regenerates the artifacts from contracts/*.sol and the Go bindings from the artifacts.
#
#   ./generate.sh          writes both (needs node; run `npm ci` in ../../contracts/build once)
#   ./generate.sh -check   writes nothing and exits 1 when a committed file differs from what would be written
set -eu

case "${1-}" in
'') solc_check= go_check= ;;
-check) solc_check=--check go_check=-check ;;
*)
	echo "generate.sh: unknown argument $1: use no argument or -check" >&2
	exit 2
	;;
esac

cd "$(dirname "$0")"
if [ ! -d ../../contracts/build/node_modules ]; then
	echo "generate.sh: the Solidity compiler is not installed: run npm ci in contracts/build of the repository" >&2
	exit 2
fi

# The flags are empty or one word each, so they stay unquoted: quoted, an empty one would be an argument.
node ../../contracts/build/build.js contracts contracts/artifacts $solc_check
go run ./internal/genbindings $go_check
