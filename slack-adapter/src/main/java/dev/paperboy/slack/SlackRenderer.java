package dev.paperboy.slack;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Choices;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Help;
import dev.paperboy.chat.Content.Meeting;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Content.Tone;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.slack.SlackBlocks.RichText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/** Shows contents in Block Kit. */
public final class SlackRenderer {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    /** Save, Similar, Open: what a card in a list has room for. */
    private static final int BUTTONS_IN_LIST = 3;

    private static final int BUTTONS = 10;

    private final SlackButtons buttons;

    /**
     * A renderer.
     *
     * @param keys keeps requests that are too long for a button
     */
    public SlackRenderer(RequestKeys keys) {
        this.buttons = new SlackButtons(keys);
    }

    SlackButtons buttons() {
        return buttons;
    }

    /** What to say; a document itself goes {@linkplain SlackFiles another way}. */
    SlackMessage render(Content content) {
        SlackBlocks blocks = new SlackBlocks();
        String text = render(content, blocks, buttons.row());
        return new SlackMessage(SlackText.escaped(text, SlackLimits.FALLBACK), blocks.toJson());
    }

    /** Several contents one below the other, under a row of buttons. */
    ArrayNode page(List<Button> first, List<Content> contents) {
        SlackBlocks blocks = new SlackBlocks();
        SlackButtons.Row row = buttons.row();
        blocks.actions(row.of(first, BUTTONS));
        for (int number = 0; number < contents.size(); number++) {
            if (number > 0) {
                blocks.divider();
            }
            String _ = render(contents.get(number), blocks, row);
        }
        return blocks.toJson();
    }

    /** @return what is said to those who see no blocks */
    private static String render(Content content, SlackBlocks blocks, SlackButtons.Row row) {
        return switch (content) {
            case PaperCard card -> card(card, Optional.empty(), blocks, row);
            case Meeting meeting -> card(meeting.card(), meeting.at(), blocks, row);
            case PaperList list -> list(list, blocks, row);
            case Notice notice -> notice(notice, blocks, row);
            case Document document -> notice(document.notice(), blocks, row);
            case Choices choices -> choices(choices, blocks, row);
            case Help help -> help(help, blocks, row);
        };
    }

    private static String card(PaperCard card, Optional<Instant> meeting, SlackBlocks blocks, SlackButtons.Row row) {
        blocks.small(card.heading(), SlackLimits.HEADING);
        blocks.add(paper("", card, SlackLimits.PARAGRAPH));
        blocks.small(card.why(), SlackLimits.WHY);
        meeting.ifPresent(at -> blocks.add(new RichText().text("📅 ").date(at)));
        blocks.actions(row.of(card.buttons(), BUTTONS));
        String heading = card.heading().isEmpty() ? "" : SlackText.plain(card.heading(), SlackLimits.HEADING) + ": ";
        return heading + title(card.paper(), SlackLimits.FALLBACK);
    }

    private static String list(PaperList list, SlackBlocks blocks, SlackButtons.Row row) {
        blocks.header(list.heading());
        List<String> titles = new ArrayList<>();
        int number = list.first();
        for (PaperCard card : list.cards()) {
            blocks.add(paper(number++ + ". ", card, SlackLimits.PARAGRAPH_IN_LIST));
            blocks.small(join(" · ", card.heading(), card.why()), SlackLimits.WHY);
            blocks.actions(row.of(card.buttons(), BUTTONS_IN_LIST));
            titles.add(title(card.paper(), SlackLimits.FALLBACK));
        }
        if (!list.note().isBlank() || !list.buttons().isEmpty()) {
            blocks.divider();
        }
        blocks.small(list.note(), SlackLimits.NOTE);
        blocks.actions(row.of(list.buttons(), BUTTONS));
        return join(": ", SlackText.plain(list.heading(), SlackLimits.HEADING), String.join(" · ", titles));
    }

    private static RichText paper(String number, PaperCard card, int paragraph) {
        Paper paper = card.paper();
        RichText text = new RichText();
        text.styled(number.strip(), "bold").text(number.isEmpty() ? "" : " ");
        text.boldLink(title(paper, SlackLimits.TITLE), paper.url());
        String facts = facts(paper);
        text.text(facts.isEmpty() ? "" : "\n" + facts);
        paper.links()
                .code()
                .filter(SlackButtons::isOpenable)
                .ifPresent(code -> text.text(" · ").link("Code", code));
        text.text(paper.withdrawn() ? "\n" : "").styled(paper.withdrawn() ? "Withdrawn by its authors." : "", "bold");
        String words = SlackText.plain(paper.paragraph(), paragraph);
        return card.excerpt()
                .map(excerpt -> text.text("\n").marked(SlackText.plain(excerpt.within(paragraph))))
                .orElseGet(() -> text.text(words.isEmpty() ? "" : "\n" + words));
    }

    /** Never empty: a title may consist of what we take out. */
    private static String title(Paper paper, int most) {
        return SlackText.plainOr(paper.title(), paper.id().toString(), most);
    }

    /** Authors, day and categories in one line. */
    private static String facts(Paper paper) {
        String day = paper.published()
                .map(at -> DAY.format(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .orElse("");
        String categories = paper.categories().stream()
                .map(Category::code)
                .distinct()
                .limit(SlackLimits.CATEGORIES)
                .collect(Collectors.joining(", "));
        return join(" · ", SlackText.plain(paper.byline(), SlackLimits.BYLINE), day, categories);
    }

    private static String notice(Notice notice, SlackBlocks blocks, SlackButtons.Row row) {
        String words = SlackText.plain(notice.text(), SlackLimits.NOTICE);
        String spoken = sign(notice.tone()) + (words.isEmpty() ? "Paperboy" : words);
        blocks.add(new RichText().text(spoken));
        blocks.small(notice.hint(), SlackLimits.NOTICE);
        blocks.actions(row.of(notice.buttons(), BUTTONS));
        return join(" ", spoken, notice.hint());
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case INFO -> "";
            case DONE -> "✅ ";
            case PROBLEM -> "⚠️ ";
            case FAILURE -> "🛑 ";
        };
    }

    private static String choices(Choices choices, SlackBlocks blocks, SlackButtons.Row row) {
        String question = SlackText.plain(choices.question(), SlackLimits.NOTICE);
        blocks.add(new RichText().text(question));
        blocks.actions(row.of(choices.buttons(), BUTTONS));
        return question;
    }

    private static String help(Help help, SlackBlocks blocks, SlackButtons.Row row) {
        blocks.header(help.title());
        blocks.add(new RichText().text(SlackText.plain(help.intro(), SlackLimits.NOTICE)));
        for (Help.Entry entry : help.entries()) {
            blocks.add(new RichText()
                    .styled(SlackText.plain(entry.usage(), SlackLimits.USAGE), "code")
                    .text("\n" + SlackText.plain(entry.meaning(), SlackLimits.MEANING)));
        }
        blocks.actions(row.of(help.buttons(), BUTTONS));
        return join(": ", help.title(), help.intro());
    }

    private static String join(String separator, String... parts) {
        return List.of(parts).stream().filter(part -> !part.isBlank()).collect(Collectors.joining(separator));
    }
}
