package dev.paperboy.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The model in ONNX Runtime with nothing around it: numbers of pieces in, states out. */
final class BareModel implements AutoCloseable {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final int DIMENSIONS = 384;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private BareModel(OrtSession session) {
        this.session = session;
    }

    /** @param threads within one run */
    static BareModel load(int threads) throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            return new BareModel(OrtEnvironment.getEnvironment().createSession(resource(MODEL), options));
        }
    }

    /** The first of the states of each text, in one run; shorter texts are filled up. */
    List<float[]> run(List<long[]> texts) throws OrtException {
        int longest = texts.stream().mapToInt(text -> text.length).max().orElse(0);
        long[][] ids = rows(texts, longest, text -> text);
        long[][] mask = rows(
                texts,
                longest,
                text -> LongStream.generate(() -> 1).limit(text.length).toArray());
        try (OnnxTensor numbers = OnnxTensor.createTensor(environment, ids);
                OnnxTensor masks = OnnxTensor.createTensor(environment, mask);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[texts.size()][longest]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", numbers, "attention_mask", masks, "token_type_ids", types))) {
            return firsts(((OnnxTensor) result.get(0)).getFloatBuffer(), texts.size(), longest);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private interface Row {
        long[] of(long[] text);
    }

    private static long[][] rows(List<long[]> texts, int longest, Row row) {
        return texts.stream().map(text -> Arrays.copyOf(row.of(text), longest)).toArray(long[][]::new);
    }

    private static List<float[]> firsts(FloatBuffer states, int texts, int longest) {
        List<float[]> firsts = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            float[] first = new float[DIMENSIONS];
            states.get(i * longest * DIMENSIONS, first);
            firsts.add(first);
        }
        return firsts;
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = BareModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the classpath");
            }
            return in.readAllBytes();
        }
    }
}
