package dev.paperboy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that measures, for the lines around a table. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Machine() {}

    /** Says where, when and of what a measurement is. */
    static void introduce(PrintWriter out, InstantSource clock, Subject subject, String what) {
        out.println(what);
        out.println(String.format(
                Locale.ENGLISH,
                "%d cores (%s), %d GB, JDK %s, heap at most %d MB; seed %d",
                SYSTEM.getAvailableProcessors(),
                processor(),
                SYSTEM.getTotalMemorySize() >> 30,
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                subject.seed()));
        busy(out, clock);
        out.println();
    }

    /** Says how much else is going on: the load of the last minute, of which one thread that measures makes 1. */
    static void busy(PrintWriter out, InstantSource clock) {
        out.println(String.format(
                Locale.ENGLISH,
                "%s, load %.1f",
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                SYSTEM.getSystemLoadAverage()));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(SYSTEM.getArch());
        } catch (IOException e) {
            return SYSTEM.getArch();
        }
    }
}
