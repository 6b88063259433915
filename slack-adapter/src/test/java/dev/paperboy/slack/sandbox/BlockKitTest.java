package dev.paperboy.slack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BlockKitTest {

    private static final String GOOD = """
            [{"type":"header","text":{"type":"plain_text","text":"Trending"}},
             {"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"*bold*"},
              "accessory":{"type":"button","action_id":"a","text":{"type":"plain_text","text":"Go"},"value":"v"}},
             {"type":"section","fields":[{"type":"plain_text","text":"one"},{"type":"mrkdwn","text":"two"}]},
             {"type":"context","elements":[{"type":"mrkdwn","text":"small"},{"type":"plain_text","text":"print"}]},
             {"type":"rich_text","elements":[
               {"type":"rich_text_section","elements":[
                 {"type":"link","url":"https://arxiv.org/abs/1706.03762","text":"Attention","style":{"bold":true}},
                 {"type":"text","text":" and more"},{"type":"emoji","name":"bookmark"}]},
               {"type":"rich_text_list","style":"bullet","elements":[
                 {"type":"rich_text_section","elements":[{"type":"text","text":"point"}]}]}]},
             {"type":"divider"},
             {"type":"actions","elements":[
               {"type":"button","text":{"type":"plain_text","text":"Open","emoji":true},"url":"https://arxiv.org"},
               {"type":"overflow","options":[{"text":{"type":"plain_text","text":"x"},"value":"y"}]}]},
             {"type":"markdown","text":"# hello"}]
            """;

    @Test
    void takesWhatSlackTakes() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void theSchemaAgreesOnWhatIsGood() {
        assertThat(SlackSchema.allowsBlocks(GOOD)).isTrue();
    }

    static Stream<Arguments> badBlocks() {
        return Stream.of(
                bad("section text of 3001", section("x".repeat(3001))),
                bad("empty section text", section("")),
                bad("unknown type", "[{\"type\":\"marquee\"}]"),
                bad("foreign field", "[{\"type\":\"divider\",\"colour\":\"red\"}]"),
                bad("51 blocks", "[" + String.join(",", repeat(51, "{\"type\":\"divider\"}")) + "]"),
                bad("header of 151", "[{\"type\":\"header\",\"text\":" + plain("x".repeat(151)) + "}]"),
                bad("mrkdwn header", "[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]"),
                bad("11 context elements", elements("context", 11, plain("x"))),
                bad("26 buttons", elements("actions", 26, "{\"type\":\"button\",\"text\":" + plain("x") + "}")),
                bad("button label of 76", button("\"text\":" + plain("x".repeat(76)))),
                bad(
                        "button value of 2001",
                        button("\"text\":" + plain("x") + ",\"value\":\"" + "v".repeat(2001) + "\"")),
                bad(
                        "action_id of 256",
                        button("\"text\":" + plain("x") + ",\"action_id\":\"" + "v".repeat(256) + "\"")),
                bad("button style", button("\"text\":" + plain("x") + ",\"style\":\"loud\"")),
                bad("button without text", button("\"value\":\"v\"")),
                bad("block_id of 256", "[{\"type\":\"divider\",\"block_id\":\"" + "b".repeat(256) + "\"}]"),
                bad(
                        "11 fields",
                        "[{\"type\":\"section\",\"fields\":[" + String.join(",", repeat(11, plain("x"))) + "]}]"),
                bad("markdown of 12001", "[{\"type\":\"markdown\",\"text\":\"" + "m".repeat(12_001) + "\"}]"),
                bad("rich text without elements", "[{\"type\":\"rich_text\"}]"),
                bad("rich link without url", rich("{\"type\":\"link\",\"text\":\"x\"}")),
                bad("rich style", rich("{\"type\":\"text\",\"text\":\"x\",\"style\":{\"loud\":true}}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBlocks")
    void refusesWhatTheSchemaRefuses(String what, String blocks) {
        assertThat(problems(blocks)).as(what).isNotEmpty();
        assertThat(SlackSchema.refusesBlocks(blocks)).as("schema on " + what).isTrue();
    }

    static Stream<Arguments> badBeyondSchema() {
        return Stream.of(
                bad("section with neither text nor fields", "[{\"type\":\"section\"}]"),
                bad(
                        "block_id twice",
                        "[{\"type\":\"divider\",\"block_id\":\"b\"},{\"type\":\"divider\",\"block_id\":\"b\"}]"),
                bad(
                        "action_id twice",
                        elements(
                                "actions", 2, "{\"type\":\"button\",\"action_id\":\"a\",\"text\":" + plain("x") + "}")),
                bad("no URL", button("\"text\":" + plain("x") + ",\"url\":\"not a url\"")),
                bad(
                        "six overflow options",
                        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"overflow\",\"options\":["
                                + String.join(",", repeat(6, "{\"text\":" + plain("x") + ",\"value\":\"v\"}"))
                                + "]}]}]"),
                bad(
                        "markdown blocks too long together",
                        "["
                                + String.join(
                                        ",", repeat(2, "{\"type\":\"markdown\",\"text\":\"" + "m".repeat(7000) + "\"}"))
                                + "]"),
                bad("empty rich text", rich("{\"type\":\"text\",\"text\":\"\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBeyondSchema")
    void refusesWhatNoSchemaSays(String what, String blocks) {
        assertThat(problems(blocks)).as(what).isNotEmpty();
    }

    @Test
    void wordsProblemsAsSlackDoes() {
        assertThat(problems(section("x".repeat(3001))))
                .containsExactly("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void findsWhatCallsTheWholeChannel() {
        assertThat(Broadcasts.in(node("{\"text\":\"<!channel> look\"}"))).isTrue();
        assertThat(Broadcasts.in(node("{\"blocks\":" + section("<!here|here>") + "}")))
                .isTrue();
        assertThat(Broadcasts.in(node("{\"text\":\"&lt;!channel&gt;\",\"blocks\":"
                        + rich("{\"type\":\"text\",\"text\":\"<!channel>\"}") + "}")))
                .isFalse();
    }

    private static List<String> problems(String blocks) {
        return BlockKit.problemsOfMessage(node(blocks));
    }

    private static JsonNode node(String json) {
        return Json.parse(json).orElseThrow();
    }

    private static Arguments bad(String what, String blocks) {
        return Arguments.of(what, blocks);
    }

    private static String section(String text) {
        return "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + text + "\"}}]";
    }

    private static String plain(String text) {
        return "{\"type\":\"plain_text\",\"text\":\"" + text + "\"}";
    }

    private static String button(String fields) {
        return "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\"," + fields + "}]}]";
    }

    private static String rich(String element) {
        return "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[" + element
                + "]}]}]";
    }

    private static String elements(String type, int many, String element) {
        return "[{\"type\":\"" + type + "\",\"elements\":[" + String.join(",", repeat(many, element)) + "]}]";
    }

    private static List<String> repeat(int many, String what) {
        return IntStream.range(0, many).mapToObj(i -> what).toList();
    }
}
