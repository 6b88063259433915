package dev.paperboy.source.arxiv;

import java.util.regex.Pattern;

/**
 * Whether a paper was taken back, as far as arXiv shows it: in the API only by what authors write, in OAI-PMH also by a
 * last version of no size.
 */
public final class Withdrawal {

    /** "The previous version", "an earlier draft of this": what happened to those says nothing about the paper now. */
    private static final String NOT_OF_BEFORE =
            "(?<!\\b(?:previous|earlier|prior|former|first|old|older|original)\\s{1,3}"
                    + "(?:(?:arxiv\\s{1,3})?(?:version|draft|revision|submission|preprint|manuscript)\\s{1,3}of\\s{1,3}"
                    + "(?:this|the|our)\\s{1,3})?)";

    /** "has been withdrawn", but not "withdrawn from a conference", which says nothing about the paper on arXiv. */
    private static final Pattern SAID = Pattern.compile(
            NOT_OF_BEFORE + "\\b(?:paper|article|manuscript|submission|preprint|work|note|version|it)\\s+(?:has\\s+"
                    + "(?:now\\s+)?been|is|was|is\\s+being)\\s+(?:temporarily\\s+)?withdrawn\\b(?!\\s+from)"
                    + "|^\\W*withdrawn\\b(?!\\s+from)",
            Pattern.CASE_INSENSITIVE);

    private Withdrawal() {}

    /** @param comment the authors' comment, empty if there is none */
    public static boolean isSaid(String comment, String abstractText) {
        // Further down, an abstract may well speak of other things that were withdrawn.
        String opening = abstractText.strip();
        return SAID.matcher(comment).find()
                || SAID.matcher(opening.substring(0, Math.min(100, opening.length())))
                        .find();
    }
}
