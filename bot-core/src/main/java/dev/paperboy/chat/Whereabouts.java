package dev.paperboy.chat;

/** What a platform says when asked for a post of ours that may or may not stand. */
public sealed interface Whereabouts {

    /**
     * It stands.
     *
     * @param message where
     */
    record Found(MessageRef message) implements Whereabouts {}

    /** It does not stand, or a repeat would be recognised: it may be posted. */
    record Nowhere() implements Whereabouts {}

    /**
     * The platform does not let us look, so it may stand; posting it might do so twice.
     *
     * @param remedy what would let us look, for people: the half of a sentence after "if"
     */
    record CannotTell(String remedy) implements Whereabouts {}
}
