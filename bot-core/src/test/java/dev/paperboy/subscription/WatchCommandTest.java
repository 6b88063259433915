package dev.paperboy.subscription;

import static dev.paperboy.subscription.SampleSubscriptions.ADA;
import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Help;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Content.Tone;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.PaperButtons;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.search.PaperCards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code watch}, {@code unwatch} and {@code follow}, as somebody types and clicks. */
class WatchCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ChannelRef PRIVATE = ChannelRef.with(ADA);
    private static final Set<Right> MANAGER = Set.of(Right.MANAGE_CHANNEL);

    private final SettableTime time = new SettableTime(NOW);
    private final InMemoryWatches watches = new InMemoryWatches();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final QueryParser parser = new QueryParser(time);
    private final WatchOffer offer = new WatchOffer(index, parser, new PaperCards(PaperButtons::of), time);
    private final Map<String, Command> commands = Map.of(
            "watch", new WatchCommand(watches, offer, time),
            "unwatch", new UnwatchCommand(watches),
            "follow", new FollowCommand(index, parser, offer));
    private final CommandLine lines = new CommandLine(
            new CommandCatalogue("papers", List.of(WatchCommand.SPEC, UnwatchCommand.SPEC, FollowCommand.SPEC)));

    private Content ask(String line) {
        return ask(line, MANAGER);
    }

    private Content ask(String line, Set<Right> rights) {
        assertThat(lines.read(line)).isInstanceOf(CommandLine.Understood.class);
        return lines.read(line) instanceof CommandLine.Understood(Request request)
                ? ask(request, rights)
                : Notice.failure(line, "");
    }

    private Content ask(Request request, Set<Right> rights) {
        Command command =
                Optional.ofNullable(commands.get(request.spec().name())).orElseThrow();
        Reply reply = command.answer(new CommandCall(request, ADA, GENERAL, rights, Optional.empty()));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return reply.content();
    }

    private Content click(Content content, String label) {
        return ask(
                buttons(content).stream()
                        .filter(button -> button.label().equals(label))
                        .map(button -> ((Button.Ask) button).request())
                        .findFirst()
                        .orElseThrow(),
                MANAGER);
    }

    private static List<Button> buttons(Content content) {
        return switch (content) {
            case Notice notice -> notice.buttons();
            case PaperList list -> list.buttons();
            case Help help -> help.buttons();
            default -> List.of();
        };
    }

    private static List<String> labels(Content content) {
        return buttons(content).stream().map(Button::label).toList();
    }

    /** Diffusion papers of the last days, as many upvotes as their number. */
    private void published(int papers, int daysAgo) {
        index.add(IntStream.rangeClosed(1, papers)
                .mapToObj(n -> Paper.of(new PaperId("26%02d.%05d".formatted(daysAgo, n)), "Diffusion " + n)
                        .withAuthors(List.of(new Author("Geoffrey Hinton")))
                        .withCategories(List.of(new Category("cs.LG")))
                        .withPublished(NOW.minus(Duration.ofDays(daysAgo)))
                        .withPopularity(new Popularity(n, 0, 0)))
                .toList());
    }

    @Test
    void beforeItIsKeptItShowsWhatItWouldHaveBrought() {
        published(42, 10);
        published(60, 40);

        PaperList preview = (PaperList) ask("watch diffusion cs.LG");

        assertThat(preview.heading())
                .isEqualTo("42 papers of the last 30 days fit “diffusion cs.LG”; the most noticed");
        assertThat(preview.cards())
                .extracting(card -> card.paper().title())
                .containsExactly("Diffusion 42", "Diffusion 41", "Diffusion 40");
        assertThat(preview.note()).isEqualTo("Understood: diffusion · cs.LG.");
        assertThat(labels(preview)).containsExactly("Tell me", "Tell this channel");
        assertThat(watches.all()).isEmpty();
    }

    @Test
    void oneClickKeepsItForMeOrForTheChannel() {
        Content preview = ask("watch diffusion");
        assertThat(((Notice) preview).text()).isEqualTo("No paper of the last 30 days fits “diffusion”.");

        Notice kept = (Notice) click(preview, "Tell me");
        assertThat(kept.text()).isEqualTo("I will write to you when a new paper fits “diffusion”.");
        assertThat(watches.all()).containsExactly(new Watch(PRIVATE, new Topic("diffusion"), ADA, NOW));

        assertThat(((Notice) click(preview, "Tell this channel")).text()).startsWith("I will post here");
        assertThat(watches.in(GENERAL)).hasSize(1);
        assertThat(((Notice) click(preview, "Tell me")).text()).isEqualTo("“diffusion” is watched for you already.");

        assertThat(((Notice) click(kept, "Stop")).tone()).isEqualTo(Tone.DONE);
        assertThat(watches.in(PRIVATE)).isEmpty();
    }

    @Test
    void onlyWhoManagesTheChannelHasItToldThere() {
        assertThat(labels(ask("watch diffusion", Set.of()))).containsExactly("Tell me");
        assertThat(((Notice) ask("watch diffusion for:channel", Set.of())).tone())
                .isEqualTo(Tone.PROBLEM);
        assertThat(((Notice) ask("watch diffusion for:channel keep:yes", Set.of())).tone())
                .isEqualTo(Tone.PROBLEM);
        assertThat(watches.all()).isEmpty();
        assertThat(labels(ask("watch diffusion for:channel"))).containsExactly("Tell this channel");
    }

    @Test
    void whoKnowsWhatTheyWantNeedNotLookFirst() {
        ask("watch diffusion -survey for:me keep:yes");
        assertThat(watches.in(PRIVATE))
                .extracting(watch -> watch.topic().text())
                .containsExactly("diffusion -survey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "-survey", "the of", "(-a -b)", "2404.01234", "sort:new", "a OR -b"})
    void whatWouldFitNothingOrEverythingIsNotKept(String query) {
        assertThat(((Notice) ask("watch " + query)).tone()).isEqualTo(Tone.PROBLEM);
        assertThat(((Notice) ask("watch for:me keep:yes -- " + query)).tone()).isEqualTo(Tone.PROBLEM);
        assertThat(watches.all()).isEmpty();
    }

    @Test
    void thereIsAnEndToLengthAndNumber() {
        assertThat(((Notice) ask("watch " + "x".repeat(501))).text()).contains("500 at most");
        IntStream.range(0, Watch.MOST).forEach(i -> ask("watch for:me keep:yes -- word" + i));
        assertThat(((Notice) ask("watch for:me keep:yes -- more")).text()).contains("20 watches for you already");
        assertThat(watches.all()).hasSize(Watch.MOST);
    }

    @Test
    void manyADayAreSaidToBeMany() {
        published(900, 1);
        assertThat(((PaperList) ask("watch diffusion")).note()).contains("about 30 a day");
    }

    @Test
    void theListShowsBothAndEndsThem() {
        assertThat(((Notice) ask("watch")).text()).isEqualTo("Nothing is watched for you or in this channel.");
        ask("watch for:channel keep:yes -- mamba");
        ask("watch for:me keep:yes -- diffusion");

        Help list = (Help) ask("watch");
        assertThat(list.entries())
                .containsExactly(
                        new Help.Entry("diffusion", "for you, since 23 Nov 2026"),
                        new Help.Entry("mamba", "in this channel, since 23 Nov 2026"));
        assertThat(labels(list)).containsExactly("Stop “diffusion”", "Stop “mamba”");
        assertThat(labels(ask("watch", Set.of()))).containsExactly("Stop “diffusion”");

        Notice ended = (Notice) click(list, "Stop “mamba”");
        assertThat(ended.text()).isEqualTo("“mamba” is no longer watched in this channel.");
        click(ended, "Undo");
        assertThat(watches.in(GENERAL)).hasSize(1);
    }

    @Test
    void aWatchIsEndedByName() {
        ask("watch for:channel keep:yes -- mamba");
        assertThat(((Notice) ask("unwatch diffusion")).tone()).isEqualTo(Tone.PROBLEM);
        assertThat(((Notice) ask("unwatch mamba", Set.of())).tone()).isEqualTo(Tone.PROBLEM);
        assertThat(watches.in(GENERAL)).hasSize(1);
        assertThat(((Notice) ask("unwatch mamba")).tone()).isEqualTo(Tone.DONE);
        assertThat(watches.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Geoffrey Hinton, author:\"Geoffrey Hinton\"",
        "hinton, author:\"hinton\"",
        "diffusion, diffusion",
        "cs.LG, cs.LG",
        "state space models, state space models",
        "author:lovelace, author:lovelace"
    })
    void namesAreFollowedAsAuthorsAndTheRestAsWritten(String what, String query) {
        published(3, 2);
        click(ask("follow " + what), "Tell me");
        assertThat(watches.in(PRIVATE))
                .extracting(watch -> watch.topic().text())
                .containsExactly(query);
    }

    @Test
    void anAuthorIsNamedAsOneWouldNameThem() {
        published(1, 2);
        PaperList preview = (PaperList) ask("follow Geoffrey Hinton");
        assertThat(preview.heading()).isEqualTo("1 paper of the last 30 days fits author Geoffrey Hinton");
        assertThat(((Notice) click(preview, "Tell me")).text())
                .isEqualTo("I will write to you when a new paper fits author Geoffrey Hinton.");
        assertThat(labels(ask("watch"))).containsExactly("Stop author Geoffrey Hinton");
    }

    @Test
    void whatIsTypedIsCompletedByAuthorsAndByOnesOwnWatches() {
        published(1, 2);
        ask("watch for:me keep:yes -- mamba has:code");
        assertThat(complete("watch", WatchCommand.QUERY, "hint"))
                .extracting(Suggestion::label)
                .containsExactly("Geoffrey Hinton");
        assertThat(complete("watch", WatchCommand.QUERY, "diffusi")).isEmpty();
        assertThat(complete("unwatch", UnwatchCommand.QUERY, "MAM"))
                .extracting(Suggestion::value)
                .containsExactly("mamba has:code");
    }

    private List<Suggestion> complete(String name, dev.paperboy.command.Param<?> param, String typed) {
        Command command = Optional.ofNullable(commands.get(name)).orElseThrow();
        return command.complete(new CompletionCall(command.spec(), param, typed, ADA));
    }
}
