package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.paper.PaperId;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Posted papers in SQL: what each message shows now, and apart from it what each channel's digests ever showed. */
final class SqlPostedPapers implements PostedPapers {

    private static final String OF_MESSAGE =
            " platform = :platform and space = :space and channel_id = :channel and message_id = :message";

    private final Database database;

    SqlPostedPapers(Database database) {
        this.database = database;
    }

    @Override
    public void record(MessageRef message, List<PaperId> papers, Occasion occasion) {
        database.inTransaction(handle -> {
            bind(handle.createUpdate("delete from message_paper where" + OF_MESSAGE), message)
                    .execute();
            if (!papers.isEmpty()) {
                insertMessage(handle, message, papers);
                if (occasion == Occasion.DIGEST) {
                    insertDigest(handle, message.channel(), papers);
                }
            }
            return papers.size();
        });
    }

    @Override
    public void assume(ChannelRef channel, PaperId paper) {
        database.inTransaction(handle -> {
            insertDigest(handle, channel, List.of(paper));
            return paper;
        });
    }

    private static void insertMessage(Handle handle, MessageRef message, List<PaperId> papers) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into message_paper (platform, space, channel_id, message_id, place, paper_id)
                values (:platform, :space, :channel, :message, :place, :paper)
                on conflict (platform, space, channel_id, message_id, place) do update
                set paper_id = excluded.paper_id""");
        for (int place = 0; place < papers.size(); place++) {
            bind(batch, message)
                    .bind("place", place)
                    .bind("paper", papers.get(place).value())
                    .add();
        }
        batch.execute();
    }

    private static void insertDigest(Handle handle, ChannelRef channel, List<PaperId> papers) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into digest_paper (platform, space, channel_id, paper_id)
                values (:platform, :space, :channel, :paper)
                on conflict (platform, space, channel_id, paper_id) do nothing""");
        papers.forEach(
                paper -> bind(batch, channel).bind("paper", paper.value()).add());
        batch.execute();
    }

    @Override
    public List<PaperId> at(MessageRef message) {
        return database.with(handle -> bind(
                        handle.createQuery("select paper_id from message_paper where" + OF_MESSAGE + " order by place"),
                        message)
                .map((row, context) -> new PaperId(row.getString("paper_id")))
                .list());
    }

    @Override
    public Set<PaperId> postedIn(ChannelRef channel) {
        return database.with(handle -> bind(handle.createQuery("""
                        select paper_id from digest_paper
                        where platform = :platform and space = :space and channel_id = :channel"""), channel)
                .map((row, context) -> new PaperId(row.getString("paper_id")))
                .set());
    }

    @Override
    public List<MessageRef> latest(Platform platform, int most) {
        // Ids are numbers too long for a column of numbers; the longer text is the greater one.
        return database.with(handle -> handle.createQuery("""
                        select platform, space, channel_id, message_id from message_paper
                        where platform = :platform and place = 0
                        order by length(message_id) desc, message_id desc limit :most""")
                .bind("platform", platform.name())
                .bind("most", most)
                .map((row, context) -> new MessageRef(Refs.channel(row), row.getString("message_id")))
                .list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, MessageRef message) {
        return bind(statement, message.channel()).bind("message", message.id());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ChannelRef channel) {
        return Refs.bind(statement, channel);
    }
}
