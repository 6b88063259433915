package dev.paperboy.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.command.Attachment;
import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.source.jsonl.PaperLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXParser;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A long list as files, of real papers too where they are there. The files stay in {@code target/lists}, with what a
 * reader should find in them, for programs that nobody here wrote: {@code config/src/test/lists/run.sh}.
 */
class ListFilesTest {

    private static final Path REAL =
            Path.of(System.getProperty("paperboy.shared", "../shared"), "data", "papers-95k.jsonl.gz");
    private static final Path FOLDER = Path.of("target", "lists");
    private static final int REAL_PAPERS = 3000;
    private static final Logger LOG = LoggerFactory.getLogger(ListFilesTest.class);
    /** What would end a field, an entry, a name or a cell. */
    private static final List<Paper> BREAKING_OUT = List.of(
            breakingOut("2605.00001", "One brace } too many, @misc{evil, title = {x}}", "A } B"),
            breakingOut("2605.00002", "One { too few", "Ann { Lee, Bo"),
            breakingOut("2605.00003", "A cell\", \"of\", its; own", "Lee \"Bo\" Ann"),
            breakingOut("2605.00004", "ER  - TY  - GEN and \\textbf here", ", Jr."));

    @Test
    void everyPaperIsAnEntryOfItsOwn() throws IOException, ParseException {
        List<ListedPaper> list = list();
        Files.createDirectories(FOLDER);
        for (ListFormat format : ListFormat.values()) {
            Files.writeString(FOLDER.resolve("list." + format.extension()), format.write(list));
        }
        Files.writeString(FOLDER.resolve("expected.json"), expected(list));

        BibTeXDatabase read = new BibTeXParser().parse(new StringReader(ListFormat.BIBTEX.write(list)));
        assertThat(read.getEntries()).hasSize(list.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"BIBTEX", "CSV"})
    void whatWasWrittenIsReadBack(ListFormat format) throws IOException {
        List<ListedPaper> list = list();

        References read = ListFormat.read(new Attachment("list." + format.extension(), format.write(list)))
                .orElseThrow();

        assertThat(read.unreadable()).isEmpty();
        assertThat(read.all()).hasSameSizeAs(list);
        for (int number = 0; number < list.size(); number++) {
            SavedEntry entry = list.get(number).entry();
            Reference reference = read.all().get(number);
            if (!entry.paper().value().startsWith("title:")) {
                assertThat(reference.ids()).as(reference.name()).first().isEqualTo(entry.paper());
            }
            assertThat(new SavedEntry(
                            entry.paper(), reference.savedAt().orElseThrow(), reference.state(), reference.remark()))
                    .isEqualTo(entry);
            assertThat(PaperId.ofTitle(reference.title()))
                    .isEqualTo(PaperId.ofTitle(list.get(number).paper().title()));
        }
    }

    private static List<ListedPaper> list() throws IOException {
        List<Paper> papers = new ArrayList<>(SamplePapers.all());
        papers.addAll(BREAKING_OUT);
        if (!Files.exists(REAL)) {
            LOG.warn("the lists hold no real papers: {} is absent", REAL);
        } else {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
                lines.lines()
                        .limit(REAL_PAPERS)
                        .map(PaperLine::read)
                        .map(PaperLine.Read.class::cast)
                        .forEach(line -> papers.add(line.paper()));
            }
        }
        List<ListedPaper> list = new ArrayList<>();
        for (Paper paper : papers) {
            int number = list.size();
            SavedEntry entry = new SavedEntry(
                    paper.id(),
                    Instant.parse("2026-11-23T12:00:00Z").plusSeconds(number),
                    List.copyOf(EnumSet.allOf(ReadingState.class)).get(number % 4),
                    Remark.of("#t" + number % 7 + " 50% of {this} & that"));
            list.add(new ListedPaper(entry, paper));
        }
        return list;
    }

    private static Paper breakingOut(String id, String title, String author) {
        return SamplePapers.paper(id, title, "", "2026-05-01", 0, "cs.CR", author, "Ann and Bo Lee");
    }

    private static String expected(List<ListedPaper> list) {
        Map<PaperId, String> keys = CitationKeys.of(list);
        ArrayNode expected = JsonMapper.shared().createArrayNode();
        for (ListedPaper listed : list) {
            ObjectNode one = expected.addObject()
                    .put("key", keys.getOrDefault(listed.paper().id(), ""))
                    .put("title", listed.paper().title())
                    .put("url", listed.paper().url().toString());
            listed.paper().authors().stream()
                    .map(Author::name)
                    .map(PersonName::of)
                    .forEach(name -> one.withArray("families")
                            .add(name.particle().isEmpty() ? name.family() : name.particle() + " " + name.family()));
        }
        return expected.toString();
    }
}
