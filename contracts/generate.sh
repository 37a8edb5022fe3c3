#!/bin/sh
# Regenerates the artifacts from the Solidity sources and the bindings of the strictness registry from its artifact.
#
#   ./generate.sh          writes them (needs node; run `npm ci` in build once)
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
if [ ! -d build/node_modules ]; then
	echo "generate.sh: the Solidity compiler is not installed: run npm ci in contracts/build" >&2
	exit 2
fi

# The flags are empty or one word each, so they stay unquoted: quoted, an empty one would be an argument.
node build/build.js . artifacts --storage $solc_check
node build/build.js example example/artifacts --storage $solc_check
node build/build.js fixtures fixtures/artifacts $solc_check
go run ./internal/genbindings $go_check
