package dev.paperboy.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Several people at once, each with the next question as soon as the last is answered. As in the adapters, one thread
 * reads the wire, and every question is answered on a virtual thread of its own.
 */
final class Clients implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> left;
    private final Consumer<String> answer;
    private final Latencies waits = new Latencies();
    private final ExecutorService wire = Executors.newSingleThreadExecutor();
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();

    private Clients(List<String> questions, Consumer<String> answer) {
        this.left = new ConcurrentLinkedQueue<>(questions);
        this.answer = answer;
    }

    /** How long people waited for their answers. */
    static Latencies ask(int people, List<String> questions, Consumer<String> answer) {
        try (Clients clients = new Clients(questions, answer)) {
            CompletableFuture.allOf(
                            Stream.generate(clients::person).limit(people).toArray(CompletableFuture[]::new))
                    .join();
            return clients.waits;
        }
    }

    @Override
    public void close() {
        wire.close();
        answering.close();
    }

    private CompletableFuture<Void> person() {
        return CompletableFuture.<Void>completedFuture(null).thenComposeAsync(_ -> askAll(), wire);
    }

    /** One person, until no question is left. */
    private CompletableFuture<Void> askAll() {
        String question = left.poll();
        return question == null
                ? CompletableFuture.completedFuture(null)
                : ask(question).thenComposeAsync(_ -> askAll(), wire);
    }

    private CompletableFuture<Void> ask(String question) {
        long begin = System.nanoTime();
        return CompletableFuture.runAsync(() -> answer.accept(question), answering)
                .thenRun(() -> waits.add(System.nanoTime() - begin));
    }
}
