package dev.paperboy.bench;

import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.lucene.WholeQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lucene alone on the very files of Paperboy's index: any of the words in title and abstract by BM25 (k1 1.2, b 0.75),
 * the best ten, hits counted up to 1,000, which is all {@code IndexSearcher.search(query, 10)} does.
 */
final class RawLucene implements AutoCloseable {

    private static final String TEXT = "text";
    private static final String RECORD = "record";
    private static final int BEST = 10;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final QueryBuilder queries;

    private RawLucene(FSDirectory directory, DirectoryReader reader, QueryBuilder queries) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.queries = queries;
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    }

    static RawLucene open(Path folder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        return new RawLucene(directory, DirectoryReader.open(directory), new QueryBuilder(analyzer()));
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** Document numbers and scores alone. */
    TopDocs search(String question) throws IOException {
        Query query = queries.createBooleanQuery(TEXT, question);
        return searcher.search(query == null ? new MatchNoDocsQuery() : query, BEST);
    }

    /** The best ten by all that Paperboy ranks by: names, titles, compounds, pairs of words, upvotes and recency. */
    TopDocs search(PaperQuery query, Instant now) throws IOException {
        return searcher.search(WholeQuery.of(query, now), BEST);
    }

    /** Reads the records of what was found, as Paperboy must to show them; says how many characters their titles have. */
    int read(TopDocs found) throws IOException {
        int read = 0;
        for (ScoreDoc one : found.scoreDocs) {
            BytesRef record =
                    searcher.storedFields().document(one.doc, Set.of(RECORD)).getBinaryValue(RECORD);
            read += JsonMapper.shared()
                    .readTree(record.bytes, record.offset, record.length)
                    .path("title")
                    .asString()
                    .length();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** The analyzer of Paperboy's text, written down a second time. */
    private static Analyzer analyzer() throws IOException {
        return CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("englishPossessive")
                .addTokenFilter("lowercase")
                .addTokenFilter("asciiFolding")
                .addTokenFilter("stop")
                .addTokenFilter("porterStem")
                .build();
    }
}
