package dev.paperboy.source;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Assumptions;

/**
 * A provider on the loopback interface that gives prepared answers, recorded or written by hand, and remembers what it
 * was asked.
 */
public final class RecordedAnswers implements AutoCloseable {

    /**
     * What was asked.
     *
     * @param query its decoded parameters
     * @param rawQuery the query as it came
     * @param headers by name in lower case
     */
    public record Asked(String path, Map<String, String> query, String rawQuery, Map<String, String> headers) {

        /** A parameter, empty text if it was not given. */
        public String parameter(String name) {
            return query.getOrDefault(name, "");
        }
    }

    /** What is answered; it is never compared, so an array does no harm. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer ok(String body) {
            return of(200, body);
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }

        public Answer withBody(byte[] other) {
            return new Answer(status, headers, other);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** No answer at all, until the server is closed. */
    public static final Answer NEVER = Answer.of(-1, "");

    private final Javalin server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Deque<Answer> first = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Function<Asked, Answer> provider;

    /** @param provider answers whatever was not answered otherwise by {@link #first} */
    public RecordedAnswers(Function<Asked, Answer> provider) {
        this.provider = provider;
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/*", this::handle);
                })
                .start("127.0.0.1", 0);
    }

    /** A file of the shared recordings; the test is skipped where that folder is absent. */
    public static Answer recorded(String path) {
        Path file = Path.of(System.getProperty("paperboy.shared", "../shared"), "data", "fixtures")
                .resolve(path);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "the recorded answer " + path + " is not there");
        try {
            return new Answer(200, Map.of(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Gives these answers to the next requests, one each, before the provider answers again. */
    public synchronized void first(Answer... answers) {
        first.addAll(List.of(answers));
    }

    /** Answers by another provider from now on. */
    public void become(Function<Asked, Answer> other) {
        provider = other;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private synchronized Answer next(Asked request) {
        return first.isEmpty() ? provider.apply(request) : first.remove();
    }

    private void handle(Context context) throws IOException {
        Map<String, String> query = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        String raw = context.queryString();
        Asked request = new Asked(context.path(), query, raw == null ? "" : raw, headers);
        asked.add(request);
        Answer answer = next(request);
        if (answer.status() < 0) {
            awaitClose();
            return;
        }
        context.status(answer.status());
        answer.headers().forEach(context::header);
        context.res().getOutputStream().write(answer.body());
        if (answer.headers().containsKey("Content-Length")) {
            context.res().flushBuffer();
            throw new EofException("cut off as asked");
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
