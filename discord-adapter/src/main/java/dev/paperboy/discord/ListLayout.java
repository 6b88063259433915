package dev.paperboy.discord;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import java.util.List;

/**
 * How much a list can afford of a message's 40 components.
 *
 * @param allButtons each paper has a row of all its buttons, not only its first button beside it
 * @param divided a line stands between papers
 */
record ListLayout(boolean allButtons, boolean divided) {

    static ListLayout of(Content.PaperList list) {
        int papers = list.cards().size();
        // container, heading, note, and the list's own rows
        int frame = 3 + row(list.buttons());
        int rows =
                list.cards().stream().mapToInt(card -> 1 + row(card.buttons())).sum();
        int sections = 3 * papers;
        if (frame + rows + papers <= DiscordLimits.COMPONENTS) {
            return new ListLayout(true, true);
        }
        return new ListLayout(false, frame + sections + papers <= DiscordLimits.COMPONENTS);
    }

    private static int row(List<Button> buttons) {
        return buttons.isEmpty() ? 0 : 1 + Math.min(buttons.size(), DiscordLimits.ROW);
    }
}
