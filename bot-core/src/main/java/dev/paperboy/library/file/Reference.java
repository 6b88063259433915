package dev.paperboy.library.file;

import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a file that somebody hands in says of one paper; all of it is a stranger's text.
 *
 * @param name how to call it to its reader: its title, else its id, else its key or place in the file
 * @param ids which paper it may be, the surest first
 * @param title plain text, possibly empty
 * @param authors in any order and form, possibly empty
 * @param savedAt when it came onto a list
 * @param state how far its reader is
 * @param remark what they wrote to it; possibly longer than {@link Remark#fits}
 */
public record Reference(
        String name,
        List<PaperId> ids,
        String title,
        String authors,
        Optional<Instant> savedAt,
        ReadingState state,
        Remark remark) {

    public Reference {
        ids = List.copyOf(ids);
    }
}
