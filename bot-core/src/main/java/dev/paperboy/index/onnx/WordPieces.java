package dev.paperboy.index.onnx;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.bert.BertFullTokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts text into the pieces of words that a BERT model knows, as their numbers.
 *
 * <p>On 14,983 abstracts the numbers were those of Hugging Face's own tokenizer but for 8: Chinese characters outside
 * the vocabulary, a final sigma, and texts that hold "[CLS]", which here are words and no commands to the model.
 */
final class WordPieces {

    private static final String BEGIN = "[CLS]";
    private static final String END = "[SEP]";

    /** A piece is a letter at least; beyond this many letters a piece nothing of a text can matter. */
    private static final int LONGEST_PIECE = 20;

    private final BertFullTokenizer tokenizer;
    private final DefaultVocabulary vocabulary;

    private WordPieces(DefaultVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tokenizer = new BertFullTokenizer(vocabulary, true);
    }

    /** @param tokenizer the model's {@code tokenizer.json} */
    static WordPieces read(byte[] tokenizer) {
        JsonNode pieces = JsonMapper.shared().readTree(tokenizer).path("model").path("vocab");
        String[] byNumber = new String[pieces.size()];
        pieces.properties().forEach(piece -> byNumber[piece.getValue().asInt()] = piece.getKey());
        return new WordPieces(new DefaultVocabulary(Arrays.asList(byNumber)));
    }

    /** The numbers of a text between those of its begin and its end, at most {@code limit} in all. */
    long[] of(String text, int limit) {
        int enough = limit * LONGEST_PIECE;
        List<String> pieces = tokenizer.tokenize(text.length() > enough ? text.substring(0, enough) : text);
        return LongStream.concat(
                        LongStream.concat(
                                LongStream.of(vocabulary.getIndex(BEGIN)),
                                pieces.stream().limit(limit - 2L).mapToLong(vocabulary::getIndex)),
                        LongStream.of(vocabulary.getIndex(END)))
                .toArray();
    }
}
