package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.ADA;
import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.community.Submission;
import dev.paperboy.feed.Arrivals.Arrival;
import dev.paperboy.index.InMemoryPercolator;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.InMemoryReadingLists;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Topic;
import dev.paperboy.subscription.Watch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a paper that comes in to the message about it. */
@Timeout(60)
class AlertsTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration RIPE = Duration.ofMinutes(3);
    private static final ChannelRef PRIVATE = ChannelRef.with(ADA);

    private final DigestBench bench = new DigestBench(NINE);
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final Lookout lookout = new Lookout(
            bench.watches, new InMemoryPercolator(), new QueryParser(bench.clock), lists, bench.alerts, bench.clock);

    @AfterEach
    void close() {
        bench.close();
    }

    private void watch(ChannelRef channel, String topic) {
        bench.watches.add(new Watch(channel, new Topic(topic), ADA, bench.clock.instant()));
    }

    private static Paper paper(int n, String title) {
        return DigestBench.paper(n, title, "cs.LG").withPublished(NINE.minus(Duration.ofDays(1)));
    }

    /** Comes in as by a feed: announced, then kept. */
    private void arrive(Paper... papers) {
        lookout.arrived(List.of(papers).stream()
                .map(paper -> new Arrival(bench.index.find(paper.id()), merged(paper)))
                .toList());
        bench.index.add(List.of(papers));
    }

    private Paper merged(Paper paper) {
        return bench.index.find(paper.id()).map(known -> known.updatedBy(paper)).orElse(paper);
    }

    private void later(Duration time) {
        bench.tick(bench.clock.instant().plus(time));
    }

    private Content only() {
        assertThat(bench.discord.contents()).hasSize(1);
        return bench.discord.contents().getFirst();
    }

    @Test
    void aPaperThatFitsIsToldOnceWithItsReason() {
        watch(GENERAL, "diffusion");
        arrive(paper(1, "Diffusion in vision"), paper(2, "Branes"));
        later(Duration.ofMinutes(1));
        assertThat(bench.discord.contents()).isEmpty();

        later(RIPE);
        PaperCard card = (PaperCard) only();
        assertThat(card.heading()).isEqualTo("New paper that this channel watches for");
        assertThat(card.why()).isEqualTo("Fits “diffusion”");
        assertThat(card.buttons().getLast().label()).isEqualTo("Watches");
        assertThat(card.paper().id()).isEqualTo(DigestBench.id(1));
        assertThat(bench.posted.at(new MessageRef(GENERAL, "1"))).containsExactly(DigestBench.id(1));

        arrive(paper(1, "Diffusion in vision"));
        later(RIPE);
        assertThat(bench.discord.contents()).hasSize(1);
    }

    @Test
    void whatComesInTogetherIsToldTogetherAndCountedBeyondTen() {
        watch(GENERAL, "diffusion");
        watch(GENERAL, "cs.LG");
        watch(PRIVATE, "diffusion");
        arrive(IntStream.rangeClosed(1, 7)
                .mapToObj(n -> paper(n, "Diffusion " + n))
                .toArray(Paper[]::new));
        later(Duration.ofMinutes(1));
        arrive(IntStream.rangeClosed(8, 13)
                .mapToObj(n -> paper(n, "Diffusion " + n))
                .toArray(Paper[]::new));
        later(Duration.ofMinutes(1));
        assertThat(bench.discord.contents()).isEmpty();
        later(RIPE);

        assertThat(bench.discord.posts())
                .extracting(ScriptedSurface.Post::channel)
                .containsExactlyInAnyOrder(GENERAL, PRIVATE);
        PaperList list = (PaperList) bench.discord.posts().stream()
                .filter(post -> post.channel().equals(GENERAL))
                .findFirst()
                .orElseThrow()
                .content();
        assertThat(list.heading()).isEqualTo("13 new papers that this channel watches for");
        assertThat(list.cards()).hasSize(10);
        assertThat(list.cards().getFirst().why()).isEqualTo("Fits “diffusion” and 1 more of the watches");
        assertThat(list.note()).startsWith("3 more came in");
        assertThat(list.buttons()).hasSize(1);
        later(RIPE);
        assertThat(bench.discord.contents()).hasSize(2);
    }

    @Test
    void aSteadyTrickleIsToldAllTheSame() {
        watch(GENERAL, "diffusion");
        for (int minute = 1; minute <= 11; minute++) {
            arrive(paper(minute, "Diffusion " + minute));
            later(Duration.ofMinutes(1));
        }
        assertThat(bench.discord.contents()).hasSize(1);
    }

    @Test
    void scheduleAndWatchTellAChannelOfAPaperOnce() {
        watch(GENERAL, "paper");
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        bench.tick(NINE);
        assertThat(only().papers()).containsExactly(DigestBench.id(1));

        bench.alerts.note(List.of(new Alert(GENERAL, DigestBench.id(1), Alert.Cause.NEW, "", NINE)));
        later(RIPE);
        assertThat(bench.alerts.waiting(GENERAL)).isEmpty();
        assertThat(bench.discord.contents()).hasSize(1);

        arrive(paper(2, "Paper 2"));
        later(RIPE);
        bench.votes(2, 5, NINE);
        later(Duration.ofDays(1));
        assertThat(bench.discord.contents()).hasSize(3);
        assertThat(bench.discord.contents().get(2)).isInstanceOf(Content.Notice.class);
    }

    @Test
    void whatWasThereBeforeTheWatchIsNoNews() {
        watch(GENERAL, "diffusion");
        arrive(
                paper(1, "Diffusion of old").withPublished(NINE.minus(Duration.ofDays(30))),
                paper(2, "Diffusion of last week").withPublished(NINE.minus(Duration.ofDays(7))),
                paper(3, "Diffusion of today").withPublished(NINE));
        later(RIPE);
        assertThat(only().papers()).containsExactly(DigestBench.id(3));
    }

    @Test
    void aPaperKnownByItsTitleAloneIsToldOfWhenItIsKnownBetter() {
        watch(GENERAL, "cs.LG");
        arrive(Paper.of(DigestBench.id(1), "Diffusion").withPublished(NINE));
        later(RIPE);
        assertThat(bench.discord.contents()).isEmpty();
        arrive(paper(1, "Diffusion"));
        later(RIPE);
        assertThat(only().papers()).containsExactly(DigestBench.id(1));
    }

    @Test
    void anAlertWaitsForItsPaperAndIsDroppedIfThatNeverComes() {
        watch(GENERAL, "diffusion");
        lookout.arrived(List.of(new Arrival(Optional.empty(), paper(1, "Diffusion"))));
        later(RIPE);
        assertThat(bench.discord.contents()).isEmpty();
        bench.index.add(List.of(paper(1, "Diffusion")));
        later(RIPE);
        assertThat(bench.discord.contents()).hasSize(1);

        lookout.arrived(List.of(new Arrival(Optional.empty(), paper(2, "Diffusion, refused"))));
        later(Duration.ofDays(2));
        assertThat(bench.alerts.waiting(GENERAL)).isEmpty();
        assertThat(bench.discord.contents()).hasSize(1);
    }

    @Test
    void whoHasSavedAPaperHearsOnceOfAVersionAndOfCode() {
        arrive(version(1, 1));
        lists.save(ADA, DigestBench.id(1), NINE);
        arrive(version(1, 1));
        later(RIPE);
        assertThat(bench.discord.contents()).isEmpty();

        arrive(version(1, 2), withCode(2));
        arrive(withCode(1));
        arrive(version(1, 2));
        later(RIPE);
        PaperCard card = (PaperCard) only();
        assertThat(card.heading()).isEqualTo("News of what you saved");
        assertThat(card.why()).isEqualTo("Version 2 is out · There is code for it now");
        assertThat(bench.discord.posts().getFirst().channel()).isEqualTo(PRIVATE);
        assertThat(bench.discord.quiet())
                .as("nobody asked for it")
                .containsExactly(bench.discord.posts().getFirst().deliveryKey());

        lists.want(ADA, false);
        arrive(version(1, 3));
        later(RIPE);
        assertThat(bench.discord.contents()).hasSize(1);
    }

    private static Paper version(int n, int version) {
        Paper paper = paper(n, "Paper");
        return new Paper(
                paper.id(),
                paper.title(),
                "An abstract.",
                "",
                List.of(new Author("Ada Lovelace")),
                paper.categories(),
                paper.published(),
                paper.updated(),
                version,
                Links.NONE,
                paper.popularity(),
                false);
    }

    private static Paper withCode(int n) {
        Paper paper = version(n, 2);
        return new Paper(
                paper.id(),
                paper.title(),
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                new Links(Optional.of(URI.create("https://github.com/a/b")), Optional.empty(), Optional.empty()),
                paper.popularity(),
                false);
    }

    @Test
    void whereItIsRefusedWhoAskedHearsOnceAndItComesWhenTheChannelOpens() {
        watch(GENERAL, "diffusion");
        arrive(paper(1, "Diffusion"));
        bench.discord.failAfter(0, new ChatException(ChatException.Kind.REFUSED, "no right", null));
        later(RIPE);
        later(Duration.ofHours(1));
        assertThat(bench.discord.told()).hasSize(1);
        assertThat(bench.discord.told().getFirst().notice().text()).contains("where you asked me to");

        bench.discord.recover();
        later(Duration.ofHours(2));
        assertThat(bench.discord.contents()).hasSize(1);
    }

    @Test
    void whoCannotBeWrittenToIsNotWrittenToAboutIt() {
        watch(PRIVATE, "diffusion");
        arrive(paper(1, "Diffusion"));
        bench.discord.failAfter(0, new ChatException(ChatException.Kind.REFUSED, "closed", null));
        later(RIPE);
        assertThat(bench.discord.told()).isEmpty();

        bench.discord.recover();
        later(Duration.ofDays(4));
        assertThat(bench.discord.contents()).as("nobody wants all of that now").isEmpty();
    }

    @Test
    void whatIsNoLongerWatchedIsNotTold() {
        watch(GENERAL, "diffusion");
        arrive(paper(1, "Diffusion"));
        bench.watches.remove(GENERAL, new Topic("diffusion"));
        later(RIPE);
        later(RIPE);
        assertThat(bench.discord.contents()).isEmpty();
        assertThat(bench.editions.open(EditionsContract.EVERYWHERE, bench.clock.instant()))
                .isEmpty();

        arrive(paper(2, "More diffusion"));
        assertThat(bench.alerts.waiting(GENERAL)).isEmpty();
    }

    @Test
    void whoHandedInWhatDoesNotExistIsToldOnce() {
        Submission submission = new Submission(
                GENERAL, DigestBench.id(9), ADA, "ada", "", bench.clock.instant(), Submission.State.WAITING);
        SubmissionNews news = new SubmissionNews(bench.alerts, bench.editions, bench.clock);

        news.nowhere(submission, "arXiv knows no such paper");
        later(Duration.ofSeconds(2));
        news.nowhere(submission, "arXiv knows no such paper");
        later(Duration.ofSeconds(2));

        assertThat(bench.discord.posts()).hasSize(1);
        assertThat(bench.discord.posts().getFirst().channel()).isEqualTo(ChannelRef.with(ADA));
        assertThat(((Notice) only()).text())
                .isEqualTo("I could not bring in " + DigestBench.id(9)
                        + ", which you handed in: arXiv knows no such paper.");
    }
}
