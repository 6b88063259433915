package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.ContentRenderingContract;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.chat.SampleContents;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.slack.sandbox.SlackRules;
import dev.paperboy.slack.sandbox.SlackSchema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class SlackRendererTest implements ContentRenderingContract {

    private final InMemoryRequestKeys keys = new InMemoryRequestKeys();
    private final SlackRenderer renderer = new SlackRenderer(keys);

    @Override
    public void rendersWithinLimits(Content content) {
        SlackMessage message = renderer.render(content);

        assertThat(message.text()).isNotBlank().hasSizeLessThan(SlackLimits.FALLBACK * 5);
        assertThat(message.blocks()).isNotEmpty();
        assertThat(message.blocks().toString()).hasSizeLessThan(30_000);
        assertThat(SlackRules.problems(message.blocks())).isEmpty();
        assertThat(SlackSchema.allowsBlocks(message.blocks().toString())).isTrue();
    }

    @Override
    public void rendersAsPlainText(Content content) {
        SlackMessage message = renderer.render(content);

        assertThat(message.text()).doesNotContain("<", "\u202E").contains("&lt;!channel&gt;");
        assertThat(message.blocks().toString())
                .doesNotContain("\"mrkdwn\"", "\"markdown\"", "\u202E")
                .contains("<!channel>", "*b*", ":smile:");
        assertThat(message.blocks()
                        .valueStream()
                        .filter(block -> !block.has("elements")
                                || !"actions".equals(block.path("type").asString())))
                .allSatisfy(block -> assertThat(block.toString()).doesNotContain("\"emoji\":true"));
        assertThat(message.blocks().findValuesAsString("type")).doesNotContain("broadcast", "user", "channel");
    }

    @TestFactory
    Stream<DynamicTest> looksAsItDid() {
        return SampleContents.all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> Golden.check(each.getKey(), renderer.render(each.getValue()))));
    }

    @Test
    void givesEveryButtonOfAMessageItsOwnId() {
        SlackMessage message = renderer.render(sample("list-longest"));

        assertThat(message.blocks().findValuesAsString("action_id"))
                .doesNotHaveDuplicates()
                .hasSize(32);
    }

    @Test
    void keepsARequestThatIsTooLongForAButton() {
        Request request = Request.of(SampleCommands.SEARCH).with(SampleCommands.QUERY, "q".repeat(3900));
        Notice notice = Notice.info("Again?", "").offering(List.of(new Button.Ask("Again", request)));

        String value =
                renderer.render(notice).blocks().findValuesAsString("value").getFirst();

        assertThat(value).hasSizeLessThan(100);
        assertThat(renderer.buttons().textOf(value)).contains(request.text());
        assertThat(renderer.buttons().textOf("key:forgotten")).isEmpty();
    }

    @Test
    void offersNoLinkThatABrowserWouldNotOpen() {
        Notice notice =
                Notice.info("Open?", "").offering(List.of(new Button.Link("Bad", URI.create("javascript:alert(1)"))));

        assertThat(renderer.render(notice).blocks().findValuesAsString("action_id"))
                .isEmpty();
    }

    @Test
    void aPaperWhoseTitleIsNotToBeSeenGoesByItsId() {
        Paper paper = Paper.of(new PaperId("2401.00001"), "\u202E");
        List<Content> contents = List.of(
                new PaperCard("\u202E", paper, "\u202E", List.of()),
                new PaperList("\u202E", 1, List.of(new PaperCard("", paper, "", List.of())), "\u202E", List.of()));

        assertThat(contents).allSatisfy(content -> {
            SlackMessage message = renderer.render(content);
            assertThat(SlackRules.problems(message.blocks())).isEmpty();
            assertThat(message.text()).contains("2401.00001");
            assertThat(message.blocks().toString()).contains("2401.00001");
        });
    }

    @Test
    void linksTheTitleToThePaper() {
        JsonNode blocks = renderer.render(sample("card-usual")).blocks();

        assertThat(blocks.findValuesAsString("url"))
                .contains(SampleContents.USUAL.url().toString());
    }

    private static Content sample(String name) {
        return Objects.requireNonNull(SampleContents.all().get(name));
    }
}
