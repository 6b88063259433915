package dev.paperboy.source;

import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.RecordedAnswers.Asked;
import java.util.function.Function;

/** A provider on the loopback interface and a client in a time that passes at once. */
public final class TestClient implements AutoCloseable {

    private final RecordedAnswers server;
    private final FakeTime time = new FakeTime();
    private final SourceClient client;

    public TestClient(Function<Asked, Answer> provider) {
        this(new RecordedAnswers(provider));
    }

    /** @param server is closed with the client */
    public TestClient(RecordedAnswers server) {
        this.server = server;
        client = new SourceClient(
                SourceClient.userAgent("1.2.3", "https://example.org/bot"),
                Timeouts.DEFAULT,
                new Pacing(PaperSourceContract.DISTANCE, time),
                BackOff.DEFAULT,
                time,
                PaperSourceContract.CLOCK);
    }

    public RecordedAnswers server() {
        return server;
    }

    public FakeTime time() {
        return time;
    }

    public SourceClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
