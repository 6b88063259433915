package dev.paperboy.config.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Instant MADE = Instant.parse("2026-03-28T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-03-28T08:00:00Z");
    /** Clocks went forward in the night between. */
    private static final Instant SECOND = Instant.parse("2026-03-29T07:00:00Z");

    private static final Instant NOW = SECOND.plus(Duration.ofHours(2));

    private final Shelf town = new Shelf();
    private final List<String> findings = new ArrayList<>();

    private Verdict judged() {
        Judge judge = new Judge(findings::add);
        judge.judge(new Rota(town, "room", LocalTime.of(9, 0), ZoneId.of("Europe/Berlin"), 2, MADE), NOW);
        return judge.verdict(1);
    }

    @Test
    void eachPostOnceIsWhatWasDue() {
        town.post(FIRST, "2603.00001")
                .post(FIRST, "2603.00002")
                .post(SECOND, "2603.00003")
                .post(SECOND, "2603.00004");

        assertThat(judged()).isEqualTo(new Verdict(2, 0, 0, 0, 0, 1));
        assertThat(findings).isEmpty();
    }

    @Test
    void aMissingMessageIsALostEdition() {
        town.post(FIRST, "2603.00001").post(FIRST, "2603.00002").post(SECOND, "2603.00003");

        assertThat(judged().lost()).isEqualTo(1);
        assertThat(findings).singleElement().asString().startsWith("lost: a shelf room has 1 of 2");
    }

    @Test
    void aMessageTooManyIsDoubled() {
        town.post(FIRST, "2603.00001").post(FIRST, "2603.00002").post(FIRST, "2603.00002");
        town.post(SECOND, "2603.00003").post(SECOND, "2603.00004");

        assertThat(judged().doubled()).isEqualTo(1);
    }

    @Test
    void aPaperOfAnEarlierDayIsDoubledAndItsEditionIncomplete() {
        town.post(FIRST, "2603.00001")
                .post(FIRST, "2603.00002")
                .post(SECOND, "2603.00001")
                .post(SECOND, "2603.00003");

        assertThat(judged()).isEqualTo(new Verdict(2, 1, 1, 0, 0, 1));
    }

    @Test
    void aListIsHeldAgainstTheReactions() {
        Judge judge = new Judge(findings::add);

        judge.judgeSaves(town, "ada", Set.of("2603.00001", "2603.00002"), Set.of("2603.00002", "2603.00003"));

        assertThat(judge.verdict(1)).isEqualTo(new Verdict(0, 0, 0, 2, 2, 1));
    }

    /** Posts, and nobody to make them. */
    private static final class Shelf implements Town {
        private final List<Post> posts = new ArrayList<>();

        Shelf post(Instant at, String paper) {
            posts.add(new Post(String.valueOf(posts.size()), at.plusSeconds(5), Set.of(paper), Set.of()));
            return this;
        }

        @Override
        public String name() {
            return "a shelf";
        }

        @Override
        public List<String> open(int rooms) {
            return List.of();
        }

        @Override
        public Map<String, String> address() {
            return Map.of();
        }

        @Override
        public boolean isVisited() {
            return false;
        }

        @Override
        public void onChange(Runnable listener) {}

        @Override
        public String schedule(String room, String options) {
            return "";
        }

        @Override
        public List<Post> posts(String room) {
            return posts;
        }

        @Override
        public List<String> people() {
            return List.of();
        }

        @Override
        public void react(String person, String room, String post, boolean keep) {}

        @Override
        public Set<String> saved(String person) {
            return Set.of();
        }

        @Override
        public void suffer(Trouble trouble, String room) {}

        @Override
        public void calm() {}

        @Override
        public void readmit(String room) {}

        @Override
        public void close() {}
    }
}
