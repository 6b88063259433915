#!/usr/bin/env bash
# Runs one of the benchmarks, in the JVM and with the flags of ./paperboy; the test classes are compiled when they are
# older than the sources. Say --help for what there is; docs/benchmarks.md says what each compares, and its last figures.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$root/config/target/bench
classpath=$work/classpath

fail() {
    echo "bench: $1" >&2
    exit 1
}

jdk=
for home in "${PAPERBOY_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
        jdk=$home
        break
    fi
done
[ -n "$jdk" ] || fail "no JDK 25 found; install one, or name it in PAPERBOY_JAVA_HOME"

is_compiled() {
    [ -f "$classpath" ] &&
        [ -z "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src -newer "$classpath" -print 2>/dev/null | head -n 1)" ]
}

if ! is_compiled; then
    command -v mvn >/dev/null || fail "Maven is needed to compile the benchmarks"
    echo "Compiling the benchmarks…" >&2
    mkdir -p "$work"
    touch "$work/begun"
    if ! (cd "$root" && JAVA_HOME=$jdk mvn -B -q -ntp test-compile dependency:build-classpath -pl config -am \
        -Dmdep.includeScope=test -Dmdep.outputFile="$work/found") >"$work/output" 2>&1; then
        cat "$work/output" >&2
        fail "compiling failed, see above"
    fi
    # As old as the beginning: what was edited meanwhile is compiled next time.
    mv "$work/found" "$classpath"
    touch -r "$work/begun" "$classpath"
fi

# shellcheck disable=SC2086 # the options are words on purpose
exec "$jdk/bin/java" --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector \
    -Dlogback.configurationFile="$root/config/src/main/resources/logback.xml" ${PAPERBOY_JAVA_OPTS-} \
    -cp "$root/config/target/test-classes:$root/config/target/classes:$(cat "$classpath")" dev.paperboy.bench.Bench "$@" \
    2> >(grep -v 'Using incubator modules: jdk.incubator.vector' >&2)
