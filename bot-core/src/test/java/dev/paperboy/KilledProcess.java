package dev.paperboy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A child process that says line by line what is acknowledged, until it is killed in the middle of its work. */
public final class KilledProcess {

    private KilledProcess() {}

    /**
     * Runs a class of ours in a process of its own and kills it.
     *
     * @param enough after how many lines
     * @return the lines it said before it died
     */
    public static List<String> run(Class<?> main, Object argument, int enough)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                argument.toString())
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            return killAfter(enough, child, lines);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static List<String> killAfter(int enough, Process child, BufferedReader lines) throws IOException {
        List<String> said = new ArrayList<>();
        String line = lines.readLine();
        while (line != null) {
            said.add(line);
            if (said.size() == enough) {
                // By its handle: Process.destroyForcibly would close the pipe with what was acknowledged.
                child.toHandle().destroyForcibly();
            }
            line = lines.readLine();
        }
        return said;
    }
}
