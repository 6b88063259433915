package dev.paperboy.config.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import org.slf4j.LoggerFactory;

/** Standard error, which the launcher filters until the Java virtual machine has said what it always says. */
final class StandardError {

    private StandardError() {}

    /**
     * Writes to the descriptor that the launcher kept the real one under. Java offers no public way to name a descriptor
     * by its number; the jar's manifest opens {@code java.io} for this one call.
     */
    static void takeBack() {
        Integer number = Integer.getInteger("paperboy.stderr");
        if (number == null) {
            return;
        }
        try {
            Constructor<FileDescriptor> numbered = FileDescriptor.class.getDeclaredConstructor(int.class);
            numbered.setAccessible(true);
            FileOutputStream stream = new FileOutputStream(numbered.newInstance(number));
            Charset charset = Charset.forName(System.getProperty("stderr.encoding", "UTF-8"));
            System.setErr(new PrintStream(stream, true, charset));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LoggerFactory.getLogger(StandardError.class).debug("standard error stays filtered", e);
        }
    }
}
