package dev.paperboy.library;

import static dev.paperboy.library.ReadingListsContract.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.Request;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.file.ListFormat;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.schedule.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportCommandTest {

    private static final PaperId LOST = new PaperId("2001.00001");

    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final SettableTime clock = new SettableTime(Instant.parse("2026-11-23T12:00:00Z"));
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final ExportCommand command = new ExportCommand(lists, index, new QueryParser(clock), clock);

    @BeforeEach
    void saveThree() {
        index.add(SamplePapers.all());
        for (PaperId id : List.of(SamplePapers.ATTENTION.id(), SamplePapers.BERT4REC.id(), LOST)) {
            lists.save(ADA, id, clock.instant());
            clock.advance(Duration.ofHours(1));
        }
        lists.mark(ADA, SamplePapers.ATTENTION.id(), ReadingState.READ);
        lists.annotate(ADA, SamplePapers.BERT4REC.id(), Remark.of("#recsys"));
    }

    private Content export(Request request) {
        ChannelRef channel = new ChannelRef(Platform.DISCORD, "1", "2");
        Reply reply = command.answer(new CommandCall(request, ADA, channel, Set.of(), Optional.empty()));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return reply.content();
    }

    private static Request asking() {
        return Request.of(ExportCommand.SPEC);
    }

    @Test
    void theWholeListIsWrittenNewestFirstAndWithWhatTheIndexHasLost() {
        Document document = (Document) export(asking());
        assertThat(document.text()).isEqualTo("Your reading list as BibTeX, 3 papers.");
        assertThat(document.name()).isEqualTo("reading-list-2026-11-23.bib");
        assertThat(document.body()).containsSubsequence("eprint = {2001.00001}", "sun2019bert4rec", "vaswani2017");
    }

    @Test
    void aPartIsWrittenInAnotherFormat() {
        Document document = (Document)
                export(asking().with(ExportCommand.FORMAT, ListFormat.CSV).with(ExportCommand.STATE, Shelf.READ));
        assertThat(document.text()).isEqualTo("1 paper of your reading list as CSV.");
        assertThat(document.body().lines()).hasSize(2);
        assertThat(((Document) export(asking().with(ExportCommand.QUERY, "#recsys"))).body())
                .contains("sun2019bert4rec")
                .doesNotContain("vaswani2017");
    }

    @Test
    void nothingIsSaidInsteadOfAnEmptyFile() {
        assertThat(((Notice) export(asking().with(ExportCommand.QUERY, "#nowhere"))).text())
                .isEqualTo("Nothing on your reading list fits “#nowhere”.");
        lists.entries(ADA).forEach(entry -> lists.remove(ADA, entry.paper(), clock.instant()));
        assertThat(((Notice) export(asking())).text()).isEqualTo("Your reading list is empty.");
    }
}
