package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.index.Embedder;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private final InMemoryPaperIndex index = InMemoryPaperIndex.of(SamplePapers.all());

    private static Upkeep started(UpkeepStep... steps) {
        Upkeep upkeep = new Upkeep(List.of(steps));
        upkeep.start();
        return upkeep;
    }

    private Embedding embedding(Embedder embedder) {
        return new Embedding(index, embedder, 2);
    }

    @Test
    void everyPaperIsEmbeddedAndNewOnesToo() throws InterruptedException {
        try (Embedding embedding = embedding(new WordEmbedder());
                Upkeep _ = started(embedding)) {
            await().until(() -> index.embedded() == index.size());
            index.add(List.of(Paper.of(new PaperId("2605.99999"), "A newcomer")));
            await().until(() -> index.embedded() == index.size());
        }
    }

    @Test
    void itStopsInTheMiddleAndGoesOnAnotherTime() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Embedding endless = embedding(new WordEmbedder() {
            @Override
            public float[] passage(String text) {
                begun.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.passage(text);
            }
        });
        Upkeep stuck = started(endless);
        begun.await();
        stuck.close();
        endless.close();
        assertThat(index.embedded()).isZero();

        try (Embedding embedding = embedding(new WordEmbedder());
                Upkeep _ = started(embedding)) {
            await().until(() -> index.embedded() == index.size());
        }
    }

    @Test
    void aStepThatFailsKeepsNobodyWaiting() throws InterruptedException {
        UpkeepStep broken = new UpkeepStep() {
            @Override
            public int next() {
                throw new PaperIndexException(PaperIndexException.Kind.MALFORMED, "broken");
            }

            @Override
            public String progress() {
                return "none";
            }

            @Override
            public String whileItFails() {
                return "this is a test";
            }
        };
        try (Embedding embedding = embedding(new WordEmbedder());
                Upkeep _ = started(broken, new Renewal(index), embedding)) {
            await().until(() -> index.embedded() == index.size());
        }
    }

    @Test
    void whatIsEmbeddedIsNotEmbeddedAgain() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Embedder counting = new WordEmbedder() {
            @Override
            public float[] passage(String text) {
                asked.incrementAndGet();
                return super.passage(text);
            }
        };
        try (Embedding embedding = new Embedding(index, counting, 1)) {
            while (embedding.next() > 0) {
                assertThat(asked.get()).isLessThanOrEqualTo(index.size());
            }
        }
        assertThat(asked.get()).isEqualTo(index.size());
    }
}
