package dev.paperboy.config.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a copy of the project that holds only what it looks at, with a Java and a Maven that say what they are told. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
            echo "said by java" >&2
            echo "real" >&3
            echo "LC_ALL=${LC_ALL-}"
            for argument; do echo "[$argument]"; done
            exit 42
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo built >>builds
            [ ! -e broken ] || { echo "COMPILATION ERROR"; exit 1; }
            sleep "${SLOW:-0}"
            mkdir -p config/target
            touch config/target/paperboy.jar
            """;

    @TempDir
    Path temporary;

    private Path root;
    private Path jdk;
    private Path tools;

    /** @param errFile standard error; what the launcher filters may come a moment after the end */
    private record Ran(int code, List<String> out, Path errFile) {
        String err() {
            try {
                return Files.readString(errFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void makeProject() throws IOException {
        root = Files.createDirectories(temporary.resolve("a project with blanks"));
        Path launcher = Path.of("..", "paperboy");
        Files.copy(launcher, root.resolve("paperboy"));
        executable(root.resolve("paperboy"), Files.readString(launcher));
        Files.createDirectories(root.resolve("config/src"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("config/pom.xml"), "<project/>");
        jdk = temporary.resolve("jdk 25");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        executable(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        tools = Files.createDirectories(temporary.resolve("tools"));
        executable(tools.resolve("mvn"), MAVEN);
        long past = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(past));
            }
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Started(Process process, Path errFile) {}

    /** @param more variables; an empty value takes one away */
    private Started start(Path script, Map<String, String> more, String... arguments) throws IOException {
        Path errFile = Files.createTempFile(temporary, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.redirectError(errFile.toFile());
        builder.command().addAll(List.of(arguments));
        builder.directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("PAPERBOY_JAVA_HOME", jdk.toString());
        more.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return new Started(builder.start(), errFile);
    }

    private static Ran end(Started started) throws IOException, InterruptedException {
        Process process = started.process();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), out.lines().toList(), started.errFile());
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        return end(start(root.resolve("paperboy"), Map.of(), arguments));
    }

    private long builds() throws IOException {
        Path log = root.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    void itBuildsOnceAndPassesArgumentsAndExitCode() throws Exception {
        Ran first = run("--home", "a b", "search", "it's *");

        assertThat(first.code()).isEqualTo(42);
        assertThat(first.out()).containsSubsequence("[--home]", "[a b]", "[search]", "[it's *]");
        assertThat(first.out()).contains("[-jar]", "[--add-modules=jdk.incubator.vector]");
        await().untilAsserted(() -> assertThat(first.err()).contains("said by java\n"));
        assertThat(first.err()).startsWith("Building Paperboy, once…\n").contains("real\n");
        assertThat(first.err()).doesNotContain("incubator");

        Ran second = run("search");
        assertThat(second.err()).doesNotContain("Building");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void itBuildsAgainWhenASourceIsNewer() throws Exception {
        run();
        Path source = Files.writeString(root.resolve("config/src/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        run();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void itBuildsAgainWhenTheSettingsReferenceIsNewer() throws Exception {
        Files.writeString(root.resolve("config/paperboy.yaml"), "");
        run();
        Files.setLastModifiedTime(
                root.resolve("config/paperboy.yaml"),
                FileTime.from(Instant.now().plusSeconds(5)));

        run();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aMissingHomeIsNoHindrance() throws Exception {
        Started started = start(root.resolve("paperboy"), Map.of("HOME", ""), "doctor");

        Ran ran = end(started);
        assertThat(ran.code()).isEqualTo(42);
        assertThat(ran.out()).contains("[doctor]");
    }

    @Test
    void anUntouchedJarDoesNotMeanBuildingForEver() throws Exception {
        run();
        Files.setLastModifiedTime(
                root.resolve("config/target/paperboy.jar"),
                FileTime.from(Instant.now().minus(Duration.ofDays(1))));

        run();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void itWorksThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("to-project"), root);
        Path command = Files.createSymbolicLink(tools.resolve("pb"), Path.of("to-project", "paperboy"));

        assertThat(end(start(command, Map.of(), "doctor")).out()).contains("[doctor]");
        assertThat(link).exists();
    }

    @ParameterizedTest
    @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "C.UTF-8, C.UTF-8"})
    void whateverTheLocaleJavaCanNameAnyFile(String locale, String given) throws Exception {
        Ran ran = end(start(root.resolve("paperboy"), Map.of("LC_ALL", locale), "doctor"));

        assertThat(ran.out()).contains("LC_ALL=" + given);
    }

    @Test
    void aLocaleThatCanNameThemIsLeftAlone() throws Exception {
        Ran ran = end(start(root.resolve("paperboy"), Map.of("LC_CTYPE", "C.UTF-8"), "doctor"));

        assertThat(ran.out()).contains("LC_ALL=");
    }

    @Test
    void javaOptionsArePassed() throws Exception {
        Ran ran = end(start(root.resolve("paperboy"), Map.of("PAPERBOY_JAVA_OPTS", "-Xmx1g -Da=b"), "run"));

        assertThat(ran.out()).containsSubsequence("[-Xmx1g]", "[-Da=b]", "[-jar]", "[run]");
    }

    @Test
    void twoStartsBuildOnce() throws Exception {
        Started one = start(root.resolve("paperboy"), Map.of("SLOW", "1"));
        Started other = start(root.resolve("paperboy"), Map.of("SLOW", "1"));

        assertThat(List.of(end(one).code(), end(other).code())).containsOnly(42);
        assertThat(builds()).isEqualTo(1);
        assertThat(root.resolve(".paperboy-build.lock")).doesNotExist();
    }

    @Test
    void aLockOfSomebodyWhoDiedIsTakenOver() throws Exception {
        Path lock = Files.createDirectories(root.resolve(".paperboy-build.lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), String.valueOf(dead.pid()));

        assertThat(run().code()).isEqualTo(42);
        assertThat(lock).doesNotExist();
    }

    /** One has read whose lock it is, but comes to act on it only when the other builds already. */
    @Test
    void ofTwoThatFindTheOwnerDeadOneAloneBuilds() throws Exception {
        Path lock = Files.createDirectories(root.resolve(".paperboy-build.lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), String.valueOf(dead.pid()));
        Path slowTools = Files.createDirectories(temporary.resolve("slow tools"));
        executable(slowTools.resolve("cat"), """
                #!/bin/sh
                /bin/cat "$@"
                [ ! -e "$READ" ] || exit 0
                touch "$READ"
                while [ ! -e "$BUILDS" ]; do sleep 0.05; done
                """);
        Path read = temporary.resolve("read");
        Map<String, String> slow = Map.of(
                "PATH", slowTools + ":" + tools + ":/usr/bin:/bin",
                "READ", read.toString(),
                "BUILDS", root.resolve("builds").toString());

        Started late = start(root.resolve("paperboy"), slow);
        await().until(() -> Files.exists(read));
        Started early = start(root.resolve("paperboy"), Map.of("SLOW", "2"));

        assertThat(List.of(end(early).code(), end(late).code())).containsOnly(42);
        assertThat(builds()).isEqualTo(1);
        assertThat(lock).doesNotExist();
    }

    @Test
    void aFailedBuildShowsWhyAndLeavesNoLock() throws Exception {
        Files.writeString(root.resolve("broken"), "");
        Ran ran = run();

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("COMPILATION ERROR", "paperboy: the build failed");
        assertThat(root.resolve(".paperboy-build.lock")).doesNotExist();
    }

    /** The machine may have another one; then Java itself says that this jar is empty. */
    @Test
    void anotherJavaIsPassedOver() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

        Ran ran = run();
        await().untilAsserted(() -> assertThat(ran.err()).containsAnyOf("no JDK 25 found; install one", "jarfile"));
        assertThat(ran.err()).doesNotContain("said by java");
    }
}
