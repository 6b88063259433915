package dev.paperboy.index.lucene;

import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldDataInput;
import org.apache.lucene.index.StoredFieldVisitor;
import org.jspecify.annotations.Nullable;

/** What is stored of one document, told apart by type alone, so that the names of its fields may be lost. */
final class StoredRecord extends StoredFieldVisitor {

    /** No record is nearly as long; a garbled length may be. */
    private static final int LONGEST = 1 << 24;

    private byte @Nullable [] record;
    private @Nullable Long check;

    /** The checksum that was written beside it; schema 1 had none. */
    Optional<Long> check() {
        return Optional.ofNullable(check);
    }

    /** The paper, if there is one and it is as it was written. */
    Optional<Paper> paper() {
        return Optional.ofNullable(record)
                .filter(bytes -> check == null || Checksum.fits(check, bytes))
                .map(bytes -> StoredPaper.read(bytes, 0, bytes.length));
    }

    @Override
    public Status needsField(@Nullable FieldInfo field) {
        return Status.YES;
    }

    @Override
    public void binaryField(@Nullable FieldInfo field, StoredFieldDataInput value) throws IOException {
        if (value.getLength() > LONGEST) {
            throw new CorruptIndexException("a record of " + value.getLength() + " bytes", "stored fields");
        }
        byte[] bytes = new byte[value.getLength()];
        value.getDataInput().readBytes(bytes, 0, bytes.length);
        record = bytes;
    }

    @Override
    public void longField(@Nullable FieldInfo field, long value) {
        check = value;
    }
}
