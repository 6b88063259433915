#!/usr/bin/env bash
# Drives the sandbox page in a real browser: starts a fresh sandbox, plays a first visit, stops it, starts it again.
# Needs Node 20 and Chromium (Debian and Ubuntu: apt-get install chromium); CHROMIUM may name another binary.
# Pictures of the page end up in config/target/browser/pictures.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$root/config/target/browser
home=$(mktemp -d)
sandbox=
starts=0

fail() {
    echo "browser suite: $1" >&2
    exit 1
}

stop_sandbox() {
    if [ -n "$sandbox" ]; then
        kill "$sandbox" 2>/dev/null || true
        wait "$sandbox" 2>/dev/null || true
        sandbox=
    fi
}

start_sandbox() {
    starts=$((starts + 1))
    out=$home/out.$starts
    : >"$out"
    "$root/paperboy" --home "$home/paperboy" sandbox --port 0 --offline >"$out" 2>>"$home/err" &
    sandbox=$!
    url=
    for _ in $(seq 1200); do
        url=$(sed -n 's/.*\(http:[^ ]*\).*/\1/p' "$out")
        [ -z "$url" ] || return 0
        kill -0 "$sandbox" 2>/dev/null || break
        sleep 0.5
    done
    cat "$home/err" >&2
    fail "the sandbox did not start"
}

trap 'stop_sandbox; rm -rf "$home"' EXIT

command -v node >/dev/null || fail "Node is needed (20 or later)"
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$chromium" ] || fail "Chromium is needed (apt-get install chromium), or name one in CHROMIUM"

mkdir -p "$work"
cp "$here"/package.json "$here"/package-lock.json "$here"/*.mjs "$work/"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

start_sandbox
CHROMIUM=$chromium node "$work/first-visit.mjs" "$url" "$work/pictures"
stop_sandbox
start_sandbox
CHROMIUM=$chromium node "$work/after-restart.mjs" "$url"
stop_sandbox
if grep -E '(WARN|ERROR) ' "$home/err" >&2; then
    fail "the sandbox logged the lines above"
fi
echo "browser suite: passed; pictures are in $work/pictures"
