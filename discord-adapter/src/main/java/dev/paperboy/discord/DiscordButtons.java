package dev.paperboy.discord;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.command.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/**
 * Buttons and the requests they carry. A button's id is its number in the message, which keeps ids apart, then
 * {@code =} and the request's text, or {@code #} and a short key where the text does not fit.
 */
final class DiscordButtons {
    private static final char TEXT = '=';
    private static final char KEY = '#';

    private final RequestKeys keys;

    DiscordButtons(RequestKeys keys) {
        this.keys = keys;
    }

    /** The buttons of one message, numbered as they are made. */
    final class Numbered {
        private int made;

        /** Discord's buttons in the same order, the first one in the given style; links too long for one are left out. */
        List<net.dv8tion.jda.api.components.buttons.Button> all(List<Button> buttons, ButtonStyle first) {
            List<net.dv8tion.jda.api.components.buttons.Button> made = new ArrayList<>();
            for (Button button : buttons) {
                one(button, made.isEmpty() ? first : ButtonStyle.SECONDARY).ifPresent(made::add);
            }
            return made;
        }

        Optional<net.dv8tion.jda.api.components.buttons.Button> one(Button button, ButtonStyle style) {
            String seen = DiscordText.plain(button.label(), DiscordLimits.LABEL);
            String label = seen.isEmpty() ? "…" : seen;
            return switch (button) {
                case Button.Ask ask -> Optional.of(asking(style, ask.request(), label));
                case Button.Danger danger -> Optional.of(asking(ButtonStyle.DANGER, danger.request(), label));
                case Button.Link link ->
                    Optional.of(link.target().toASCIIString())
                            .filter(address -> address.length() <= DiscordLimits.BUTTON_URL)
                            .map(address -> net.dv8tion.jda.api.components.buttons.Button.link(address, label));
            };
        }

        private net.dv8tion.jda.api.components.buttons.Button asking(ButtonStyle style, Request request, String label) {
            return net.dv8tion.jda.api.components.buttons.Button.of(style, id(request.text()), label);
        }

        private String id(String request) {
            String number = Integer.toString(made++, Character.MAX_RADIX);
            String whole = number + TEXT + request;
            return whole.length() <= DiscordLimits.CUSTOM_ID ? whole : number + KEY + keys.keyOf(request);
        }
    }

    Numbered inOneMessage() {
        return new Numbered();
    }

    /** The request's text behind a button's id; empty when it is none of ours or its key is gone. */
    Optional<String> requestText(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) == TEXT) {
                return Optional.of(id.substring(i + 1));
            }
            if (id.charAt(i) == KEY) {
                return keys.textOf(id.substring(i + 1));
            }
        }
        return Optional.empty();
    }
}
