package dev.paperboy.index.lucene;

import dev.paperboy.index.Clause.Feature;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** A paper as a Lucene document. */
final class PaperDocument {

    /** Collaborations of thousands are found by their first authors; the record keeps all of them. */
    private static final int AUTHORS_INDEXED = 500;

    /** Words of which only the presence counts. */
    private static final FieldType PRESENCE = presence();

    private PaperDocument() {}

    /** @param vectors by the name of their field, see {@link Vectors} */
    static Document of(Paper paper, Map<String, float[]> vectors) {
        Document document = selected(paper);
        suggested(document, paper);
        popularity(document, paper);
        vectors.forEach((field, vector) -> document.add(Vectors.field(field, vector)));
        document.add(new StringField(Fields.SCHEMA, IndexFolder.SCHEMA, Store.NO));
        byte[] record = StoredPaper.write(paper);
        document.add(new StoredField(Fields.RECORD, record));
        document.add(new StoredField(Fields.CHECK, Checksum.of(record, vectors)));
        return document;
    }

    /** What {@link ClauseQueries} select by, and nothing else. */
    static Document selected(Paper paper) {
        Document document = new Document();
        identity(document, paper);
        text(document, paper);
        indexed(paper).forEach(author -> document.add(new TextField(Fields.AUTHOR, author.name(), Store.NO)));
        categories(document, paper.categories());
        paper.published().ifPresent(at -> document.add(new LongField(Fields.PUBLISHED, at.getEpochSecond(), Store.NO)));
        features(document, paper);
        return document;
    }

    private static void identity(Document document, Paper paper) {
        document.add(new StringField(Fields.ID, paper.id().value(), Store.NO));
        document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(paper.id().value())));
        paper.links()
                .doi()
                .flatMap(PaperId::doi)
                .ifPresent(id -> document.add(new StringField(Fields.ALIAS, id.value(), Store.NO)));
    }

    private static void text(Document document, Paper paper) {
        document.add(new TextField(Fields.TEXT, paper.title(), Store.NO));
        document.add(new TextField(Fields.TITLE, paper.title(), Store.NO));
        if (!paper.paragraph().isEmpty()) {
            document.add(new TextField(Fields.TEXT, paper.paragraph(), Store.NO));
        }
        Compounds.of(PaperIndex.embeddedText(paper))
                .forEach(form -> document.add(new StringField(Fields.COMPOUND, form, Store.NO)));
    }

    /** What completions and corrections are made of. */
    private static void suggested(Document document, Paper paper) {
        document.add(new Field(Fields.COMPLETE, paper.title(), PRESENCE));
        document.add(new Field(Fields.COMPLETE_SHORT, paper.title(), PRESENCE));
        document.add(new Field(Fields.WORD, PaperIndex.embeddedText(paper), PRESENCE));
        indexed(paper)
                .flatMap(author -> AuthorNames.entries(author.name()))
                .forEach(entry -> document.add(new StringField(Fields.COMPLETE_AUTHOR, entry, Store.NO)));
    }

    private static Stream<Author> indexed(Paper paper) {
        return paper.authors().stream().limit(AUTHORS_INDEXED);
    }

    private static void categories(Document document, List<Category> categories) {
        categories.stream()
                .map(category -> category.code().toLowerCase(Locale.ROOT))
                .flatMap(code -> Stream.of(code, code.replaceFirst("\\..*", "")))
                .distinct()
                .forEach(code -> document.add(new StringField(Fields.CATEGORY, code, Store.NO)));
    }

    private static void popularity(Document document, Paper paper) {
        int upvotes = paper.popularity().upvotes();
        document.add(new NumericDocValuesField(Fields.UPVOTES, upvotes));
        if (upvotes > 0) {
            document.add(new FeatureField(Fields.FEATURE, Fields.NOTICED, upvotes));
        }
    }

    private static void features(Document document, Paper paper) {
        if (paper.links().code().isPresent()) {
            document.add(new StringField(Fields.HAS, Feature.CODE.word(), Store.NO));
        }
        if (paper.links().project().isPresent()) {
            document.add(new StringField(Fields.HAS, Feature.PROJECT.word(), Store.NO));
        }
    }

    private static FieldType presence() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }
}
