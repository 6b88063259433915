#!/usr/bin/env bash
# Reads the files of a long reading list, which ListFilesTest has left in bot-core/target/lists, by programs that nobody
# here wrote. Needs Node 20 and pandoc (Debian and Ubuntu: apt-get install pandoc).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
lists=$root/bot-core/target/lists
work=$root/config/target/lists

fail() {
    echo "lists suite: $1" >&2
    exit 1
}

[ -f "$lists/expected.json" ] || fail "there are no lists; run mvn verify first"
command -v node >/dev/null || fail "Node is needed (20 or later)"
command -v pandoc >/dev/null || fail "pandoc is needed (apt-get install pandoc)"

mkdir -p "$work"
cp "$here"/package.json "$here"/package-lock.json "$here"/check.mjs "$work/"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
node "$work/check.mjs" "$lists"
