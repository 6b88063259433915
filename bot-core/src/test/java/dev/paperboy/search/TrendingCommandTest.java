package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Reply.Manner;
import dev.paperboy.chat.Reply.Visibility;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.trending.Trending;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrendingCommandTest {

    private static final Instant NOW = Instant.parse("2026-08-20T09:00:00Z");
    private static final ChannelRef CHANNEL = new ChannelRef(Platform.SLACK, "T1", "C1");
    private static final UserRef ADA = new UserRef(Platform.SLACK, "T1", "U1");

    private final InMemoryObservations observations = new InMemoryObservations();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private Optional<Instant> lastEdition = Optional.empty();
    private final TrendingCommand command = new TrendingCommand(
            new Trending(observations),
            index,
            new QueryParser(clock),
            new PaperCards(id -> List.of()),
            channel -> lastEdition,
            clock);
    private final CommandLine lines = new CommandLine(new CommandCatalogue("papers", List.of(TrendingCommand.SPEC)));

    /** A paper that the index knows and that was seen an hour ago. */
    private void trends(String title, String category, int daysAgo, int upvotes) {
        Paper paper = Paper.of(PaperId.ofTitle(title), title).withCategories(List.of(new Category(category)));
        index.add(List.of(paper));
        seen(paper.id(), daysAgo, upvotes);
    }

    private void seen(PaperId paper, int daysAgo, int upvotes) {
        observations.record(List.of(new Observation(
                paper,
                NOW.minusSeconds(3_600),
                "api_daily",
                Optional.of(LocalDate.parse("2026-08-20").minusDays(daysAgo)),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty())));
    }

    private Reply ask(String line) {
        assertThat(lines.read(line)).isInstanceOf(CommandLine.Understood.class);
        return lines.read(line) instanceof CommandLine.Understood(Request request)
                ? ask(request, Optional.empty())
                : Reply.privately(Notice.failure(line, ""));
    }

    private Reply ask(Request request, Optional<MessageRef> clicked) {
        return command.answer(new CommandCall(request, ADA, CHANNEL, Set.of(), clicked));
    }

    private PaperList list(String line) {
        Reply reply = ask(line);
        assertThat(reply.visibility()).isEqualTo(Visibility.EVERYONE);
        return (PaperList) reply.content();
    }

    private Notice notice(String line) {
        Reply reply = ask(line);
        assertThat(reply.visibility()).isEqualTo(Visibility.ASKER);
        return (Notice) reply.content();
    }

    private static List<String> titles(PaperList list) {
        return list.cards().stream().map(card -> card.paper().title()).toList();
    }

    @Test
    void theHottestComesFirstAndEachSaysWhy() {
        trends("Cool", "cs.LG", 1, 3);
        trends("Hot", "cs.CL", 1, 300);

        PaperList list = list("trending");

        assertThat(titles(list)).containsExactly("Hot", "Cool");
        assertThat(list.heading()).isEqualTo("Trending");
        assertThat(list.cards()).extracting(PaperCard::why).first().isEqualTo("▲ 300 upvotes · listed yesterday");
        assertThat(list.buttons()).isEmpty();
    }

    @Test
    void aTopicLeavesOnlyWhatFits() {
        trends("Agents that plan", "cs.CL", 1, 30);
        trends("A survey of agents", "cs.CL", 1, 20);
        trends("Agents that see", "cs.CV", 1, 10);

        PaperList list = list("trending agents cs.CL -survey");

        assertThat(titles(list)).containsExactly("Agents that plan");
        assertThat(list.heading()).isEqualTo("Trending · “agents cs.CL -survey”");
        assertThat(list("trending agents has:wings").note())
                .isEqualTo("has:wings could not be read and was left out: write has:code or has:project.");
    }

    @Test
    void theWindowIsNamedOrComesFirst() {
        trends("Today", "cs.CL", 0, 3);
        trends("Lately", "cs.CL", 4, 30);
        trends("Long ago", "cs.CL", 20, 300);

        assertThat(titles(list("trending day"))).containsExactly("Today");
        assertThat(titles(list("trending"))).containsExactlyInAnyOrder("Today", "Lately");
        assertThat(titles(list("trending week"))).containsExactlyInAnyOrder("Today", "Lately");
        assertThat(titles(list("trending cs.CL window:month"))).hasSize(3);
        assertThat(titles(list("trending month long"))).containsExactly("Long ago");
    }

    @Test
    void aWithdrawnPaperAndOneThatIsNotKnownDoNotTrend() {
        Paper withdrawn = new Paper(
                PaperId.ofTitle("Taken back"),
                "Taken back",
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                2,
                Links.NONE,
                Popularity.NONE,
                true);
        index.add(List.of(withdrawn));
        seen(withdrawn.id(), 1, 500);
        seen(PaperId.ofTitle("Unknown"), 1, 400);
        trends("Kept", "cs.CL", 1, 3);

        assertThat(titles(list("trending"))).containsExactly("Kept");
    }

    @Test
    void pagesFollowEachOtherInTheSameMessage() {
        trends("First", "cs.CL", 1, 300);
        trends("Second", "cs.CL", 1, 30);
        trends("Third", "cs.CL", 1, 3);
        PaperList first = list("trending limit:2");
        assertThat(first.heading()).isEqualTo("Trending · 1–2 of 3");
        assertThat(first.buttons()).extracting(Button::label).containsExactly("Next ›");

        Request next = ((Button.Ask) first.buttons().getFirst()).request();
        Reply reply = ask(next, Optional.of(new MessageRef(CHANNEL, "1.2")));

        assertThat(reply.manner()).isEqualTo(Manner.REPLACE);
        PaperList second = (PaperList) reply.content();
        assertThat(second.first()).isEqualTo(3);
        assertThat(titles(second)).containsExactly("Third");
        assertThat(second.buttons()).extracting(Button::label).containsExactly("‹ Previous");
        assertThat(notice("trending page:9").text()).isEqualTo("Nothing more trends.");
    }

    @Test
    void whyNothingTrendsIsSaid() {
        assertThat(notice("trending").text())
                .isEqualTo("Nothing trends: no votes have come in for papers of the last week.");
        assertThat(notice("trending").hint()).isEqualTo("I have not seen any votes yet.");

        trends("Old", "cs.CL", 20, 300);
        assertThat(notice("trending day").text())
                .isEqualTo("Nothing trends: no votes have come in for papers of the last day.");
        assertThat(notice("trending day").hint())
                .isEqualTo("The newest votes I have seen are of Thu 20 Aug 08:00 UTC.");
        assertThat(notice("trending month quantum").text()).isEqualTo("Nothing that trends fits “quantum”.");
    }
}
