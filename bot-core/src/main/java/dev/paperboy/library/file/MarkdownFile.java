package dev.paperboy.library.file;

import dev.paperboy.library.ReadingState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Markdown for a page or a wiki: a list for each reading state, a line for each paper. */
final class MarkdownFile {

    private MarkdownFile() {}

    static String write(List<ListedPaper> list) {
        Document document = new Document();
        document.appendChild(heading(1, "Reading list"));
        for (ReadingState state : ReadingState.values()) {
            List<ListedPaper> part = list.stream()
                    .filter(listed -> listed.entry().state() == state)
                    .toList();
            if (!part.isEmpty()) {
                document.appendChild(heading(2, capital(state.said())));
                document.appendChild(bullets(part));
            }
        }
        return MarkdownRenderer.builder().build().render(document);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Heading heading(int level, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(new Text(text));
        return heading;
    }

    private static Node bullets(List<ListedPaper> list) {
        BulletList bullets = new BulletList();
        bullets.setTight(true);
        bullets.setMarker("-");
        list.forEach(listed -> {
            ListItem item = new ListItem();
            item.appendChild(line(listed));
            bullets.appendChild(item);
        });
        return bullets;
    }

    private static Paragraph line(ListedPaper listed) {
        Link title = new Link(listed.paper().url().toString(), null);
        title.appendChild(new Text(listed.paper().title()));
        Paragraph line = new Paragraph();
        line.appendChild(title);
        String facts = facts(listed);
        if (!facts.isEmpty()) {
            line.appendChild(new Text(" · " + facts));
        }
        return line;
    }

    private static String facts(ListedPaper listed) {
        return Stream.of(
                        listed.paper().byline(),
                        listed.day()
                                .map(LocalDate::getYear)
                                .map(String::valueOf)
                                .orElse(""),
                        listed.entry().remark().text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
