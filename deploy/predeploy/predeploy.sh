#!/usr/bin/env bash
# shellcheck disable=SC2317 # functions are given to step
# The pre-deploy gate: forks the live network, applies the upgrade to the fork, asks there whether every contract has what this build of the
# service needs, and runs the service's end-to-end check against it. Copy it into your repository; docs/predeploy.md describes it.
#
# Exit codes: 0 go; 1 no go; 2 could not tell, which is no go either. Run it from the folder of the service's module, with
#
#   PREDEPLOY_CHECK      the end-to-end check, a command for bash (required)
#   PREDEPLOY_UPGRADE    applies the upgrade, a command for bash; without it there is nothing to upgrade
#   PREDEPLOY_NETWORK    the network's name in compat.yaml (default: the only one)
#   PREDEPLOY_PACKAGES   the packages that are deployed (default: ./...)
#   PREDEPLOY_LINT_ARGS  more flags of compatlint, such as -baseline compat.baseline
#   PREDEPLOY_FORK_ARGS  more flags of compatctl fork, such as -block finalized
#   PREDEPLOY_PROBE_ARGS more flags of compatctl probe, such as -component gateway
#   PREDEPLOY_REPORT     the report in Markdown is appended to this file (default: GITHUB_STEP_SUMMARY, else predeploy.md)
#   COMPATLINT COMPATCTL the programs (default: compatlint and compatctl, from PATH)
#
# and the URL of the live network in the variable that its rpc_env names. The two commands find the URL of the fork there, and in
# COMPATCTL_FORK_URL. They too exit with 0 for go and 2 if they could not tell; anything else is no go.
set -euo pipefail

compatlint="${COMPATLINT:-compatlint}"
compatctl="${COMPATCTL:-compatctl}"
read -ra packages <<<"${PREDEPLOY_PACKAGES:-./...}"
read -ra lint_args <<<"${PREDEPLOY_LINT_ARGS:-}"
read -ra fork_args <<<"${PREDEPLOY_FORK_ARGS:-}"
read -ra probe_args <<<"${PREDEPLOY_PROBE_ARGS:-}"
network=()
[ -z "${PREDEPLOY_NETWORK:-}" ] || network=(-network "$PREDEPLOY_NETWORK")

say() { printf 'predeploy: %s\n' "$*"; }

# step NAME COMMAND… runs a step, notes its result, and adds it to the verdict: no go stays no go, whatever else could not be told.
verdict=0
step() {
	local name="$1" status=0 result
	shift
	printf '\n'
	say "== $name"
	"$@" || status=$?
	case "$status" in
	0) result=go ;;
	2) result="could not tell" ;;
	*) result="no go" ;;
	esac
	say "$name: $result"
	printf '| %s | %s |\n' "$name" "$result" >>"$work/steps.md"
	case "$status" in
	0) return 0 ;;
	2) [ "$verdict" -ne 0 ] || verdict=2 ;;
	*) verdict=1 ;;
	esac
	return 1
}

# verdict_of runs one of the two programs. That it cannot be run says nothing about the release.
verdict_of() {
	local status=0
	"$@" || status=$?
	[ "$status" -le 1 ] || status=2
	return "$status"
}

# What the build needs is in the JSON. Findings are shown as text.
lint() {
	local status=0
	verdict_of "$compatlint" ${lint_args[@]+"${lint_args[@]}"} -format json -out "$work/uses.json" "${packages[@]}" || status=$?
	if [ "$status" -eq 1 ]; then
		"$compatlint" ${lint_args[@]+"${lint_args[@]}"} "${packages[@]}" || true
	fi
	return "$status"
}

upgrade() { bash -c "$PREDEPLOY_UPGRADE"; }
check() { bash -c "$PREDEPLOY_CHECK"; }

probe() {
	"$compatctl" probe ${network[@]+"${network[@]}"} -full -uses "$work/uses.json" ${probe_args[@]+"${probe_args[@]}"} "$@"
}

# What guarded code can do without is not asked for: while its window is open, legacy contracts are served.
needed() {
	local status=0
	verdict_of probe -unguarded || status=$?
	{
		printf '\n## What this build cannot do without\n\n'
		probe -unguarded -format markdown 2>/dev/null || true
	} >>"$work/probe.md"
	return "$status"
}

# Who is still on legacy is for the report, and decides nothing.
legacy() {
	{
		printf '\n## What this build uses, guarded or not\n\n'
		probe -format markdown 2>/dev/null || true
	} >>"$work/probe.md"
}

# on_fork is the part that compatctl fork runs.
on_fork() {
	if [ -n "${PREDEPLOY_UPGRADE:-}" ]; then
		step upgrade upgrade || return 0 # what comes after it would be judged without it
	fi
	step probe needed || true
	legacy
	step check check || true
}

report() {
	{
		printf '# Pre-deploy gate: %s\n\n| step | result |\n|---|---|\n' "$1"
		cat "$work/steps.md"
		[ ! -f "$work/probe.md" ] || cat "$work/probe.md"
	} >>"${PREDEPLOY_REPORT:-${GITHUB_STEP_SUMMARY:-predeploy.md}}"
}

if [ "${1:-}" = --on-fork ]; then
	work="$2"
	on_fork
	printf '%s\n' "$verdict" >"$work/verdict"
	exit "$verdict"
fi

if [ -z "${PREDEPLOY_CHECK:-}" ]; then
	say "PREDEPLOY_CHECK is not set: it is the service's end-to-end check" >&2
	exit 2
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
if step lint lint; then
	printf '\n'
	status=0
	"$compatctl" fork ${network[@]+"${network[@]}"} ${fork_args[@]+"${fork_args[@]}"} -- bash "${BASH_SOURCE[0]}" --on-fork "$work" || status=$?
	verdict=2
	if [ "$(cat "$work/verdict" 2>/dev/null)" = "$status" ]; then
		verdict="$status"
	else # there was no fork, or what was seen on it is in doubt
		say "fork: could not tell"
		printf '| fork | could not tell |\n' >>"$work/steps.md"
	fi
fi
case "$verdict" in
0) words=go ;;
1) words="no go" ;;
*) words="could not tell" ;;
esac
printf '\n'
say "verdict: $words"
report "$words"
exit "$verdict"
