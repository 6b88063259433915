package dev.paperboy.subscription;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.index.Clause;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.SearchPage;
import dev.paperboy.search.PaperCards;
import dev.paperboy.subscription.WatchCommand.For;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what a watch would bring, before it is one: what it would have brought in the last days. */
public final class WatchOffer {

    /** How many days are looked back. */
    private static final int DAYS = 30;

    /** How many papers are shown. */
    private static final int SHOWN = 3;

    /** So many papers a day are more than anybody reads. */
    private static final int MANY_A_DAY = 10;

    private static final int SUGGESTIONS = 25;

    private final PaperIndex index;
    private final QueryParser parser;
    private final PaperCards cards;
    private final InstantSource clock;

    public WatchOffer(PaperIndex index, QueryParser parser, PaperCards cards, InstantSource clock) {
        this.index = index;
        this.parser = parser;
        this.cards = cards;
        this.clock = clock;
    }

    /** What keeps a topic from being watched; empty if nothing does. */
    Optional<Notice> obstacle(Topic topic) {
        if (topic.text().length() > Watch.LONGEST) {
            return Optional.of(Notice.problem(
                    "That is %,d characters long; a watch has %d at most."
                            .formatted(topic.text().length(), Watch.LONGEST),
                    "Keep the words that matter."));
        }
        PaperQuery query = parser.parse(topic.text());
        if (!query.named().isEmpty()) {
            return Optional.of(Notice.problem(
                    "A single paper is not watched for: it is here already.",
                    "Save it, and I write to you when it gets a new version or code."));
        }
        boolean blank =
                query.isEmpty() || query.sense() != PaperQuery.Sense.SEARCHABLE || isOnlyExclusion(query.clause());
        return blank
                ? Optional.of(Notice.problem(
                        topic.said() + " has nothing that I could watch for.",
                        "Give words, an author or a category: /papers watch diffusion -survey."))
                : Optional.empty();
    }

    /** Nearly every paper fits what only leaves some out. */
    private static boolean isOnlyExclusion(Clause clause) {
        return switch (clause) {
            case Clause.Not _ -> true;
            case Clause.AllOf all -> all.clauses().stream().allMatch(WatchOffer::isOnlyExclusion);
            case Clause.AnyOf any -> any.clauses().stream().anyMatch(WatchOffer::isOnlyExclusion);
            default -> false;
        };
    }

    /**
     * What a topic would have brought, with a button that has it watched.
     *
     * @param whom for whom; empty to let the asker choose
     * @param mayPost whether the asker may have it told to the channel
     */
    Content of(Topic topic, Optional<For> whom, boolean mayPost) {
        return obstacle(topic)
                .<Content>map(notice -> notice)
                .orElseGet(() -> preview(topic, buttons(topic, whom, mayPost)));
    }

    private static List<Button> buttons(Topic topic, Optional<For> whom, boolean mayPost) {
        Button me = new Button.Ask("Tell me", WatchCommand.request(topic, For.ME));
        Button channel = new Button.Ask("Tell this channel", WatchCommand.request(topic, For.CHANNEL));
        return whom.map(one -> List.of(one == For.ME ? me : channel))
                .orElseGet(() -> mayPost ? List.of(me, channel) : List.of(me));
    }

    private Content preview(Topic topic, List<Button> buttons) {
        PaperQuery query = parser.parse(topic.text());
        SearchPage caught = index.fitting(lately(query).withLimit(SHOWN));
        String quoted = topic.said();
        if (caught.total() == 0) {
            return Notice.info(
                            "No paper of the last " + DAYS + " days fits " + quoted + ".",
                            (query.reading() + " You can watch for the first one all the same.").strip())
                    .offering(buttons);
        }
        String fit = caught.total() == 1
                ? "1 paper of the last %d days fits ".formatted(DAYS)
                : String.format(Locale.ENGLISH, "%,d papers of the last %d days fit ", caught.total(), DAYS);
        String shown = caught.total() > SHOWN ? "; the most noticed" : "";
        return new PaperList(
                fit + quoted + shown,
                1,
                caught.hits().stream().map(hit -> cards.card(hit.paper())).toList(),
                (query.reading() + often(caught.total())).strip(),
                buttons);
    }

    private PaperQuery lately(PaperQuery query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Clause days = new Clause.Published(today.minusDays(DAYS), today);
        return query.meant(new Clause.AllOf(List.of(query.clause(), days)), List.of());
    }

    private static String often(int total) {
        int daily = total / DAYS;
        return daily < MANY_A_DAY
                ? ""
                : " That is about %d a day; more words, an author or a category make it fewer.".formatted(daily);
    }

    /** Authors and categories; a paper's title would watch for nothing new. */
    List<Suggestion> complete(String typed) {
        return index.suggest(typed, SUGGESTIONS).stream()
                .filter(each -> each.kind() != dev.paperboy.index.Suggestion.Kind.TITLE)
                .map(each -> new Suggestion(each.label(), each.query()))
                .toList();
    }
}
