package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.index.Embedder;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.WordEmbedder;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundEmbeddingTest {

    private final InMemoryPaperIndex index = InMemoryPaperIndex.of(SamplePapers.all());

    private BackgroundEmbedding started(Embedder embedder) {
        BackgroundEmbedding background = new BackgroundEmbedding(index, new Embedding(index, embedder, 2));
        background.start();
        return background;
    }

    @Test
    void everyPaperIsEmbeddedAndNewOnesToo() throws InterruptedException {
        try (BackgroundEmbedding _ = started(new WordEmbedder())) {
            await().until(() -> index.embedded() == index.size());
            index.add(List.of(Paper.of(new PaperId("2605.99999"), "A newcomer")));
            await().until(() -> index.embedded() == index.size());
        }
    }

    @Test
    void itStopsInTheMiddleAndGoesOnAnotherTime() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        BackgroundEmbedding stuck = started(new WordEmbedder() {
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
        begun.await();
        stuck.close();
        assertThat(index.embedded()).isZero();

        try (BackgroundEmbedding _ = started(new WordEmbedder())) {
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
