package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Paper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was delivered already, by day: eight characters a record, so that a harvest which overlaps the one before
 * repeats nothing that has not changed since.
 *
 * <p>It knows {@value #MOST} records and forgets the oldest days first; of the last day that finds room it keeps as many
 * as fit, for what it forgets is repeated, not lost. A record is told apart by 48 bits of its
 * SHA-256, so among 20,000 the chance that a new one passes for known is about one in ten thousand million each.
 */
final class Delivered {

    /** Five days of everything that changes on arXiv; about 160,000 characters. */
    static final int MOST = 20_000;

    private static final int BYTES = 6;

    private final SortedMap<LocalDate, Set<Long>> days = new TreeMap<>();

    /** Reads what {@link #write} wrote. */
    static Delivered read(Map<LocalDate, String> written) {
        Delivered delivered = new Delivered();
        written.forEach((day, text) -> {
            byte[] bytes = Base64.getDecoder().decode(text);
            Set<Long> prints = new HashSet<>();
            for (int at = 0; at + BYTES <= bytes.length; at += BYTES) {
                prints.add(number(bytes, at));
            }
            delivered.days.put(day, prints);
        });
        return delivered;
    }

    /** Notes a record; false if it was noted before, just so. */
    boolean add(LocalDate day, Paper paper) {
        return days.computeIfAbsent(day, _ -> new HashSet<>()).add(print(paper));
    }

    /** Forgets the days before one. */
    void forgetBefore(LocalDate day) {
        days.headMap(day).clear();
    }

    Map<LocalDate, String> write() {
        Map<LocalDate, String> written = new TreeMap<>();
        int room = MOST;
        for (Map.Entry<LocalDate, Set<Long>> day : days.reversed().entrySet()) {
            if (room == 0) {
                break;
            }
            List<Long> kept = day.getValue().stream().sorted().limit(room).toList();
            written.put(day.getKey(), text(kept));
            room -= kept.size();
        }
        return written;
    }

    private static String text(List<Long> prints) {
        ByteBuffer bytes = ByteBuffer.allocate(prints.size() * BYTES);
        prints.forEach(print -> {
            for (int shift = (BYTES - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes.put((byte) (print >> shift));
            }
        });
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static long print(Paper paper) {
        try {
            byte[] whole = paper.toString().getBytes(StandardCharsets.UTF_8);
            return number(MessageDigest.getInstance("SHA-256").digest(whole), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long number(byte[] bytes, int at) {
        long number = 0;
        for (int i = 0; i < BYTES; i++) {
            number = number << Byte.SIZE | (bytes[at + i] & 0xff);
        }
        return number;
    }
}
