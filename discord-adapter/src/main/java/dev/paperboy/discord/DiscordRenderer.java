package dev.paperboy.discord;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.RequestKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Contents as Discord messages: one container of Components V2 each, with an edge in the colour of what it is. Text is
 * escaped and cut visibly, and nobody is ever mentioned.
 */
public final class DiscordRenderer {
    private static final int PAPER = 0xC8553D;
    private static final int NEUTRAL = 0x5B7A99;
    private static final int DONE = 0x3B8755;
    private static final int PROBLEM = 0xC99A2E;
    private static final int FAILURE = 0xB23A48;

    private static final int HEADING = 200;
    private static final int NOTE = 400;
    private static final int TITLE = 400;
    private static final int ABOUT = 250;
    private static final int WHY = 300;
    private static final int ABSTRACT = 1100;
    /** An excerpt and what marks and escapes add to it. */
    private static final int SNIPPET = 300;

    private static final int LEAST_SNIPPET = 80;
    /** Kept free of the 4000 for line breaks and marks. */
    private static final int SPARE = 100;

    private final DiscordButtons buttons;

    /** A renderer that keeps requests too long for a button's id under short keys. */
    public DiscordRenderer(RequestKeys keys) {
        this.buttons = new DiscordButtons(keys);
    }

    DiscordButtons buttons() {
        return buttons;
    }

    /** The message that shows a content. */
    MessageCreateData render(Content content) {
        DiscordButtons.Numbered numbered = buttons.inOneMessage();
        Container container = switch (content) {
            case Content.PaperCard card -> card(card, Optional.empty(), numbered);
            case Content.Meeting meeting -> card(meeting.card(), meeting.at(), numbered);
            case Content.PaperList list -> list(list, numbered);
            case Content.Notice notice -> notice(notice, numbered);
            case Content.Document document -> document(document);
            case Content.Choices choices -> choices(choices, numbered);
            case Content.Help help -> help(help, numbered);
        };
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(container)
                .setAllowedMentions(List.of())
                .build();
    }

    private static Container card(Content.PaperCard card, Optional<Instant> meeting, DiscordButtons.Numbered numbered) {
        List<ContainerChildComponent> parts = new ArrayList<>();
        parts.add(text(
                small(DiscordText.line(card.heading(), HEADING)),
                "### " + PaperLines.title(card.paper(), TITLE),
                PaperLines.aboutWithCode(card.paper(), ABOUT)));
        String paragraph = paragraph(card, ABSTRACT);
        if (!paragraph.isEmpty()) {
            parts.add(TextDisplay.of(paragraph));
        }
        String why = DiscordText.line(card.why(), WHY);
        if (!why.isEmpty()) {
            parts.add(TextDisplay.of("**" + why + "**"));
        }
        meeting.ifPresent(at -> parts.add(TextDisplay.of("📅 " + DiscordText.time(at))));
        parts.addAll(rows(card.buttons(), ButtonStyle.PRIMARY, numbered));
        return Container.of(parts).withAccentColor(PAPER);
    }

    private static Container list(Content.PaperList list, DiscordButtons.Numbered numbered) {
        ListLayout layout = ListLayout.of(list);
        List<ContainerChildComponent> parts = new ArrayList<>();
        String heading = DiscordText.line(list.heading(), HEADING);
        if (!heading.isEmpty()) {
            parts.add(TextDisplay.of("### " + heading));
        }
        String note = DiscordText.line(list.note(), NOTE);
        int room = (DiscordLimits.TEXT - SPARE - heading.length() - note.length())
                / list.cards().size();
        int number = list.first();
        for (Content.PaperCard card : list.cards()) {
            if (layout.divided() && !parts.isEmpty()) {
                parts.add(Separator.createDivider(Separator.Spacing.SMALL));
            }
            parts.addAll(entry(number++, card, room, layout, numbered));
        }
        if (!note.isEmpty()) {
            parts.add(TextDisplay.of(small(note)));
        }
        parts.addAll(rows(list.buttons(), ButtonStyle.SECONDARY, numbered));
        return Container.of(parts).withAccentColor(PAPER);
    }

    /** One paper of a list: all its buttons below it, or the first beside it. */
    private static List<ContainerChildComponent> entry(
            int number, Content.PaperCard card, int room, ListLayout layout, DiscordButtons.Numbered numbered) {
        TextDisplay text = TextDisplay.of(entryText(number, card, room));
        if (layout.allButtons()) {
            List<ContainerChildComponent> parts = new ArrayList<>(List.of(text));
            parts.addAll(rows(card.buttons(), ButtonStyle.SECONDARY, numbered));
            return parts;
        }
        return card.buttons().stream()
                .findFirst()
                .flatMap(first -> numbered.one(first, ButtonStyle.SECONDARY))
                .<List<ContainerChildComponent>>map(button -> List.of(Section.of(button, text)))
                .orElseGet(() -> List.of(text));
    }

    /** Title, particulars, why, and of the abstract what the room allows. */
    private static String entryText(int number, Content.PaperCard card, int room) {
        StringBuilder text = new StringBuilder("**" + number + ".** ");
        text.append("**")
                .append(PaperLines.title(card.paper(), Math.min(TITLE, room / 2)))
                .append("**");
        append(text, small(PaperLines.about(card.paper(), Math.min(ABOUT, room * 3 / 10))), room);
        String why = DiscordText.line(card.why(), Math.min(WHY, room / 6));
        append(text, why.isEmpty() ? "" : "**" + why + "**", room);
        int left = Math.min(SNIPPET, room - text.length() - 1);
        append(text, left < LEAST_SNIPPET ? "" : paragraph(card, left), room);
        return text.toString();
    }

    /** The excerpt of the abstract, else its beginning. */
    private static String paragraph(Content.PaperCard card, int most) {
        return card.excerpt()
                .map(excerpt -> DiscordText.marked(excerpt.within(most), most))
                .orElseGet(() -> DiscordText.line(card.paper().paragraph(), most));
    }

    private static void append(StringBuilder text, String line, int room) {
        if (!line.isEmpty() && text.length() + 1 + line.length() <= room) {
            text.append('\n').append(line);
        }
    }

    private static Container notice(Content.Notice notice, DiscordButtons.Numbered numbered) {
        List<ContainerChildComponent> parts = said(notice);
        parts.addAll(rows(notice.buttons(), ButtonStyle.SECONDARY, numbered));
        return Container.of(parts).withAccentColor(colour(notice.tone()));
    }

    private static Container document(Content.Document document) {
        List<ContainerChildComponent> parts = said(document.notice());
        parts.add(FileDisplay.fromFile(FileUpload.fromData(document.bytes(), document.name())));
        return Container.of(parts).withAccentColor(colour(document.notice().tone()));
    }

    private static List<ContainerChildComponent> said(Content.Notice notice) {
        List<ContainerChildComponent> parts = new ArrayList<>();
        parts.add(TextDisplay.of(mark(notice.tone()) + DiscordText.lines(notice.text(), 2400)));
        if (!notice.hint().isBlank()) {
            parts.add(TextDisplay.of(small(DiscordText.line(notice.hint(), 1200))));
        }
        return parts;
    }

    private static String mark(Content.Tone tone) {
        return switch (tone) {
            case INFO -> "";
            case DONE -> "✅ ";
            case PROBLEM -> "⚠️ ";
            case FAILURE -> "❌ ";
        };
    }

    private static int colour(Content.Tone tone) {
        return switch (tone) {
            case INFO -> NEUTRAL;
            case DONE -> DONE;
            case PROBLEM -> PROBLEM;
            case FAILURE -> FAILURE;
        };
    }

    private static Container choices(Content.Choices choices, DiscordButtons.Numbered numbered) {
        List<ContainerChildComponent> parts = new ArrayList<>();
        parts.add(TextDisplay.of("**" + DiscordText.line(choices.question(), 3000) + "**"));
        parts.addAll(rows(choices.buttons(), ButtonStyle.SECONDARY, numbered));
        return Container.of(parts).withAccentColor(NEUTRAL);
    }

    private static Container help(Content.Help help, DiscordButtons.Numbered numbered) {
        List<ContainerChildComponent> parts = new ArrayList<>();
        parts.add(text("### " + DiscordText.line(help.title(), HEADING), DiscordText.lines(help.intro(), 800)));
        if (!help.entries().isEmpty()) {
            int room = (DiscordLimits.TEXT - SPARE - HEADING - 800)
                    / help.entries().size();
            parts.add(Separator.createDivider(Separator.Spacing.SMALL));
            parts.add(TextDisplay.of(
                    help.entries().stream().map(entry -> entry(entry, room)).collect(Collectors.joining("\n"))));
        }
        parts.addAll(rows(help.buttons(), ButtonStyle.SECONDARY, numbered));
        return Container.of(parts).withAccentColor(NEUTRAL);
    }

    /** What the usage leaves of an entry's room is the meaning's. */
    private static String entry(Content.Help.Entry entry, int room) {
        String usage = DiscordText.code(entry.usage(), room / 2);
        return "- " + usage + " – " + DiscordText.line(entry.meaning(), room - usage.length() - 6);
    }

    private static TextDisplay text(String... lines) {
        return TextDisplay.of(
                List.of(lines).stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
    }

    private static String small(String line) {
        return line.isEmpty() ? "" : "-# " + line;
    }

    /** One row of at most five buttons; contents offer the most useful first. */
    private static List<ActionRow> rows(List<Button> buttons, ButtonStyle first, DiscordButtons.Numbered numbered) {
        List<net.dv8tion.jda.api.components.buttons.Button> all =
                numbered.all(buttons.stream().limit(DiscordLimits.ROW).toList(), first);
        return all.isEmpty() ? List.of() : List.of(ActionRow.of(all));
    }
}
