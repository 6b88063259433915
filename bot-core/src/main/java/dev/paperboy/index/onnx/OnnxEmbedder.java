package dev.paperboy.index.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.EmbedderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * bge-small-en-v1.5 with 8-bit weights (MIT licence): {@value #DIMENSIONS} dimensions, English, about 34 MB.
 *
 * <p>Its first output vector, at length 1, stands for the text; a query is announced to the model by a sentence. Texts
 * are run one at a time on one thread: with 8-bit weights a text's vector would depend on what else is in its batch,
 * and batches are no faster on a few cores. Run it from as many threads as there are cores to spare.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the model</a>
 */
public final class OnnxEmbedder implements Embedder {

    private static final int DIMENSIONS = 384;

    /**
     * In pieces of words: as good as 512 when mixed with search by words (nDCG@10 within .003 on two collections), and
     * .008 better than 128 on four, at twice its cost.
     */
    private static final int LONGEST = 256;

    private static final String NAME = "bge-small-en-v1.5-q";
    private static final String ANNOUNCED = "Represent this sentence for searching relevant passages: ";

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;
    /** Native memory must not be freed under a thread that reads it. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxEmbedder(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads the model that ships with the program; takes about a third of a second.
     *
     * @throws EmbedderException if this machine cannot run it
     */
    public static OnnxEmbedder load() {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new OnnxEmbedder(
                    WordPieces.read(resource("/" + NAME + "-tokenizer.json")),
                    environment,
                    environment.createSession(resource("/" + NAME + ".onnx"), options));
        } catch (OrtException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw new EmbedderException("the model " + NAME + " cannot be run on this machine", e);
        }
    }

    @Override
    public String name() {
        return NAME + "-" + LONGEST;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /** The model has read English. */
    @Override
    public boolean reads(String question) {
        return question.codePoints()
                .anyMatch(letter -> Character.isDigit(letter)
                        || Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    @Override
    public float[] passage(String text) {
        return embed(text);
    }

    @Override
    public float[] query(String text) {
        return embed(ANNOUNCED + text);
    }

    /** Waits for what is being embedded. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new EmbedderException("the model " + NAME + " could not be closed", e);
        } finally {
            open.writeLock().unlock();
        }
    }

    private float[] embed(String text) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new EmbedderException("the model " + NAME + " is closed");
            }
            return run(text);
        } finally {
            open.readLock().unlock();
        }
    }

    private float[] run(String text) {
        long[] numbers = pieces.of(text, LONGEST);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(numbers);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[numbers.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return unit(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new EmbedderException("the model " + NAME + " failed", e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    /** The first of the states, at length 1. */
    private static float[] unit(FloatBuffer states) {
        float[] vector = new float[DIMENSIONS];
        states.get(vector);
        double squares = 0;
        for (float each : vector) {
            squares += each * each;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static byte[] resource(String name) {
        try (InputStream in = OnnxEmbedder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from this program", e);
        }
    }
}
