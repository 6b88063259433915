package dev.paperboy.chat;

import java.util.OptionalInt;

/** The emoji that mean something to Paperboy; the adapters translate the platform's names, without skin tone. */
public enum Emoji {
    /** 🔖: save. */
    BOOKMARK(0),
    /** 👍: upvote. */
    THUMBS_UP(0),
    ONE(1),
    TWO(2),
    THREE(3),
    FOUR(4),
    FIVE(5),
    SIX(6),
    SEVEN(7),
    EIGHT(8),
    NINE(9),
    TEN(10);

    private final int place;

    Emoji(int place) {
        this.place = place;
    }

    /** The place in a list that a keycap names, from 1; empty for the others. */
    public OptionalInt position() {
        return place == 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
