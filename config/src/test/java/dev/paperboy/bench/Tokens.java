package dev.paperboy.bench;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.bert.BertFullTokenizer;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts of papers as the numbers that the model reads: Paperboy's tokenizing, written down a second time. */
final class Tokens {

    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int LONGEST = 256;

    private final DefaultVocabulary vocabulary;
    private final BertFullTokenizer tokenizer;
    private final Map<PaperId, long[]> known = new HashMap<>();

    private Tokens(DefaultVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tokenizer = new BertFullTokenizer(vocabulary, true);
    }

    /** Tokenizes papers, so that this takes no time later. */
    static Tokens prepare(List<Paper> papers) throws IOException {
        JsonNode pieces = JsonMapper.shared()
                .readTree(BareModel.resource(TOKENIZER))
                .path("model")
                .path("vocab");
        String[] byNumber = new String[pieces.size()];
        pieces.properties().forEach(piece -> byNumber[piece.getValue().asInt()] = piece.getKey());
        Tokens tokens = new Tokens(new DefaultVocabulary(Arrays.asList(byNumber)));
        papers.forEach(paper -> tokens.known.put(paper.id(), tokens.read(paper)));
        return tokens;
    }

    /** @param papers some of those that were handed in */
    List<long[]> of(Collection<Paper> papers) {
        return papers.stream()
                .map(paper -> Objects.requireNonNull(known.get(paper.id())))
                .toList();
    }

    /** Tokenizes a paper anew. */
    long[] read(Paper paper) {
        List<String> pieces = tokenizer.tokenize(PaperIndex.embeddedText(paper));
        return Stream.of(Stream.of("[CLS]"), pieces.stream().limit(LONGEST - 2), Stream.of("[SEP]"))
                .flatMap(part -> part)
                .mapToLong(vocabulary::getIndex)
                .toArray();
    }
}
