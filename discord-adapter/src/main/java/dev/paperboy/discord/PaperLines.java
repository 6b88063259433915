package dev.paperboy.discord;

import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that tell of a paper, in Discord's markdown. */
final class PaperLines {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int LEAST_ABOUT = 80;
    private static final int LEAST_BYLINE = 12;
    private static final int CATEGORIES = 4;

    private PaperLines() {}

    /** The title, leading to the paper; its id where a title has nothing to show. */
    static String title(Paper paper, int most) {
        return DiscordText.link(paper.title(), paper.id().value(), paper.url(), most);
    }

    /** As {@link #about}, and a link to the code if it is known and fits. */
    static String aboutWithCode(Paper paper, int most) {
        String code = paper.links()
                .code()
                .map(target -> DiscordText.link("Code", "Code", target, most))
                .filter(link -> link.startsWith("["))
                .orElse("");
        String about = about(paper, code.isEmpty() ? most : Math.max(LEAST_ABOUT, most - code.length() - 3));
        return Stream.of(about, code).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Who, when and in which fields, in at most {@code most} characters (at least {@value #LEAST_ABOUT}); the names give way first. */
    static String about(Paper paper, int most) {
        List<String> parts = new ArrayList<>();
        paper.published().map(DAY::format).ifPresent(parts::add);
        if (!paper.categories().isEmpty()) {
            parts.add(categories(paper.categories(), most < 200 ? 1 : CATEGORIES));
        }
        if (paper.withdrawn()) {
            parts.add("⚠ withdrawn");
        }
        int left = most - String.join(" · ", parts).length() - 3;
        if (!paper.authors().isEmpty() && left >= LEAST_BYLINE) {
            parts.addFirst(DiscordText.line(paper.byline(), left));
        }
        return String.join(" · ", parts);
    }

    private static String categories(List<Category> all, int most) {
        String shown = all.stream()
                .limit(most)
                .map(category -> DiscordText.code(category.code(), 24))
                .collect(Collectors.joining(" "));
        int more = all.size() - most;
        return more > 0 ? shown + " +" + more : shown;
    }
}
