package dev.paperboy.index.lucene;

import dev.paperboy.index.PaperQuery;
import java.time.Instant;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** All that keyword search asks of a paper, as one query to Lucene: the very ranking, found in one step. */
public final class WholeQuery {

    private static final RankingQuery RANKING = new RankingQuery();

    private WholeQuery() {}

    /** @param now as of when papers are recent */
    public static Query of(PaperQuery query, Instant now) {
        return new BooleanQuery.Builder()
                .add(RANKING.words(query), Occur.FILTER)
                .add(RANKING.candidates(query), Occur.MUST)
                .add(RankingQuery.noticed(), Occur.SHOULD)
                .add(RankingQuery.recent(now), Occur.SHOULD)
                .build();
    }
}
