package dev.paperboy.index.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Tells after damage which papers are still as they were written. Lucene's own checksums are of whole files, so they only
 * tell that one among thousands is not.
 *
 * <p>The upper half of the number is of the record, the lower of the vectors, so that a paper survives its vectors.
 */
final class Checksum {

    private static final long LOWER = 0xffff_ffffL;

    private Checksum() {}

    /** @param vectors by field; their order is of no account */
    static long of(byte[] record, Map<String, float[]> vectors) {
        return of(record) << Integer.SIZE | of(vectors);
    }

    static boolean fits(long checksum, byte[] record) {
        return checksum >>> Integer.SIZE == of(record);
    }

    static boolean fits(long checksum, Map<String, float[]> vectors) {
        return (checksum & LOWER) == of(vectors);
    }

    private static long of(byte[] record) {
        CRC32C sum = new CRC32C();
        sum.update(record);
        return sum.getValue();
    }

    private static long of(Map<String, float[]> vectors) {
        CRC32C sum = new CRC32C();
        new TreeMap<>(vectors).forEach((field, vector) -> {
            sum.update(field.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
            bytes.asFloatBuffer().put(vector);
            sum.update(bytes);
        });
        return sum.getValue();
    }
}
