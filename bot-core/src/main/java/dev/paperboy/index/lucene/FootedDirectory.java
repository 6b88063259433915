package dev.paperboy.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A folder whose files all end as Lucene wants them to. It opens none that was cut off, though all papers before the cut
 * can be read; so such a file is copied, and the copy is given an end.
 */
final class FootedDirectory extends FilterDirectory {

    private static final int HALF = Integer.BYTES;

    private final Directory copies;

    /** @param copies where they are made; whoever made the folder deletes it */
    FootedDirectory(Directory folder, Directory copies) {
        super(folder);
        this.copies = copies;
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        IndexInput input = super.openInput(name, context);
        try {
            CodecUtil.retrieveChecksum(input);
            input.seek(0);
            return input;
        } catch (CorruptIndexException cutOff) {
            try (input) {
                copy(name, input);
            }
            return copies.openInput(name, context);
        }
    }

    private void copy(String name, IndexInput input) throws IOException {
        if (List.of(copies.listAll()).contains(name)) {
            copies.deleteFile(name);
        }
        try (IndexOutput copy = copies.createOutput(name, IOContext.DEFAULT)) {
            long end = input.length();
            input.seek(0);
            copy.copyBytes(input, hasEnd(input) ? end - CodecUtil.footerLength() : end);
            CodecUtil.writeFooter(copy);
        }
    }

    /** Whether the end is there and only garbled: either of its first two words is right. */
    private static boolean hasEnd(IndexInput input) throws IOException {
        long at = input.length() - CodecUtil.footerLength();
        if (at < 0) {
            return false;
        }
        input.seek(at);
        int magic = CodecUtil.readBEInt(input);
        input.seek(at + HALF);
        int algorithm = CodecUtil.readBEInt(input);
        input.seek(0);
        return magic == CodecUtil.FOOTER_MAGIC || algorithm == 0;
    }
}
