package dev.paperboy.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.Version;

/**
 * The segments of a folder, every byte of them compared with the checksums.
 *
 * @param commit what Lucene's table of contents says, if it can be read
 * @param sound segments that can go on serving
 * @param damaged segments that cannot, newest first
 * @param beyond names of segments of which not even the outline is known
 * @param troubles what is wrong, by the name of the segment; of the whole by an empty one
 */
record Segments(
        Optional<SegmentInfos> commit,
        List<SegmentCommitInfo> sound,
        List<SegmentCommitInfo> damaged,
        List<String> beyond,
        Map<String, Throwable> troubles) {

    private static final Pattern NAME = Pattern.compile("_([0-9a-z]+)\\.(?:si|fdt|cfs)");

    boolean areSound() {
        return troubles.isEmpty();
    }

    /** What is wrong first of all. */
    Throwable trouble() {
        return troubles.values().iterator().next();
    }

    /** Looks at all of them; for 100,000 papers it takes some 50 ms, and the time to read 330 MB if they lie cold. */
    static Segments of(Directory folder, CheckIndex checker) throws IOException {
        SegmentInfos commit;
        try {
            commit = SegmentInfos.readLatestCommit(folder);
        } catch (IOException | RuntimeException damaged) {
            return listed(folder, damaged);
        }
        checker.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
        checker.setThreadCount(1);
        Map<String, Throwable> troubles = new HashMap<>();
        for (CheckIndex.Status.SegmentInfoStatus status : checker.checkIndex().segmentInfos) {
            if (status.error != null) {
                troubles.put(status.name, status.error);
            }
        }
        return new Segments(
                Optional.of(commit),
                commit.asList().stream()
                        .filter(one -> !troubles.containsKey(one.info.name))
                        .toList(),
                commit.asList().stream()
                        .filter(one -> troubles.containsKey(one.info.name))
                        .sorted(newestFirst())
                        .toList(),
                List.of(),
                troubles);
    }

    /** Without a table of contents: all that lies there, be it that it was given up and not yet deleted. */
    private static Segments listed(Directory folder, Throwable trouble) throws IOException {
        List<SegmentCommitInfo> damaged = new ArrayList<>();
        List<String> beyond = new ArrayList<>();
        List<String> names = Arrays.stream(folder.listAll())
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(file -> "_" + file.group(1))
                .distinct()
                .toList();
        for (String name : names) {
            outline(folder, name)
                    .ifPresentOrElse(
                            info -> damaged.add(new SegmentCommitInfo(info, 0, 0, -1, -1, -1, StringHelper.randomId())),
                            () -> beyond.add(name));
        }
        damaged.sort(newestFirst());
        return new Segments(Optional.empty(), List.of(), damaged, beyond, Map.of("", trouble));
    }

    /** Lucene counts segments up in base 36. */
    private static Comparator<SegmentCommitInfo> newestFirst() {
        return Comparator.comparingLong((SegmentCommitInfo one) -> Long.parseLong(one.info.name.substring(1), 36))
                .reversed();
    }

    private static Optional<SegmentInfo> outline(Directory folder, String name) {
        try {
            SegmentInfo info = Vectors.CODEC
                    .segmentInfoFormat()
                    .read(folder, name, identity(folder, name + ".si"), IOContext.READONCE);
            info.setCodec(Vectors.CODEC);
            return Optional.of(info);
        } catch (IOException | RuntimeException damaged) {
            return guessed(folder, name);
        }
    }

    /** Its other files bear its identity too; how many papers it has shows when they end. */
    private static Optional<SegmentInfo> guessed(Directory folder, String name) {
        try {
            boolean compound = Arrays.asList(folder.listAll()).contains(name + ".cfs");
            byte[] identity = identity(folder, name + (compound ? ".cfs" : ".fnm"));
            return Optional.of(new SegmentInfo(
                    folder,
                    Version.LATEST,
                    null,
                    name,
                    Wreck.UNKNOWN_SIZE,
                    compound,
                    false,
                    Vectors.CODEC,
                    Map.of(),
                    identity,
                    Map.of(Lucene90StoredFieldsFormat.MODE_KEY, Lucene90StoredFieldsFormat.Mode.BEST_SPEED.name()),
                    null));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /** Stands in front of the suffix, which files of a whole segment have none of: a single byte that says so. */
    private static byte[] identity(Directory folder, String file) throws IOException {
        try (IndexInput input = folder.openInput(file, IOContext.READONCE)) {
            byte[] header = CodecUtil.readIndexHeader(input);
            int end = header.length - 1;
            return Arrays.copyOfRange(header, end - StringHelper.ID_LENGTH, end);
        }
    }
}
