package dev.paperboy.search;

import dev.paperboy.chat.Button;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a long answer is shown. Pages are numbered from 1 and travel in the request, so that a paging button
 * works after a restart.
 *
 * @param page from 1
 * @param size papers on a page
 */
public record Paging(int page, int size) {

    /** The option that names a page: the buttons carry it, and whoever likes may write it. */
    public static final Param<Integer> PAGE = Param.count("page", "which page of the answer", 1, 1000);

    /** How many papers to skip. */
    public int offset() {
        return (page - 1) * size;
    }

    /** The number of the first paper shown, from 1. */
    public int first() {
        return offset() + 1;
    }

    /** Buttons to the pages before and after, as far as there are any. */
    public List<Button> buttons(Request request, boolean hasMore) {
        List<Button> buttons = new ArrayList<>();
        if (page > 1) {
            buttons.add(new Button.Ask("‹ Previous", request.with(PAGE, page - 1)));
        }
        if (hasMore && page < 1000) {
            buttons.add(new Button.Ask("Next ›", request.with(PAGE, page + 1)));
        }
        return buttons;
    }

    /** Where the page stands in the whole: {@code 6–10 of 312} or {@code 1 of 312}, or nothing if all is shown. */
    public String place(int shown, int total, boolean exact) {
        if (page == 1 && exact && shown == total) {
            return "";
        }
        String range = (shown == 1 ? "%,d" : "%,d–%,d").formatted(first(), first() + shown - 1);
        return "%s of %s%,d".formatted(range, exact ? "" : "more than ", total);
    }
}
