package dev.paperboy.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set, checked. What each key means and its default stand in {@code config/paperboy.yaml}.
 *
 * @see SettingsReader
 */
public record Settings(DiscordSettings discord, SlackSettings slack, Http http, StoreSettings store, Sources sources) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        if (slack.isConfigured()
                && slack.mode() == SlackSettings.Mode.HTTP
                && http.port().isEmpty()) {
            throw new BadValue("slack.mode", "is http, so http.port is needed for Slack to call");
        }
    }

    /**
     * The server that others call.
     *
     * @param port 0 for any free one; empty for no server
     * @param host the address to listen on
     */
    public record Http(Optional<Integer> port, String host) {

        public Http {
            if (port.isPresent() && (port.get() < 0 || port.get() > HIGHEST_PORT)) {
                throw new BadValue("port", "must be from 0 to " + HIGHEST_PORT);
            }
        }
    }

    /**
     * What is kept.
     *
     * @param file the SQLite file; empty for the one in the home folder
     */
    public record StoreSettings(Optional<Path> file) {

        Path in(Home home) {
            return file.map(path -> home.folder().resolve(path)).orElse(home.database());
        }
    }

    /**
     * Where papers come from.
     *
     * @param contact where a provider reaches the operator
     */
    public record Sources(Optional<String> contact, Arxiv arxiv, HuggingFace huggingface) {

        public Sources {
            if (!contact.orElse("").chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new BadValue("contact", "goes into a request header and must be plain ASCII");
            }
        }

        /** arXiv's OAI-PMH. */
        public record Arxiv(boolean enabled, List<String> sets, Period lookBack, Duration every, URI url) {

            public Arxiv {
                sets = List.copyOf(sets);
                Addresses.check("url", url, "https", "http");
                positive("every", every);
                if (lookBack.isNegative()) {
                    throw new BadValue("look-back", "must not be negative");
                }
            }
        }

        /** Hugging Face's daily papers. */
        public record HuggingFace(boolean enabled, int days, Duration every, URI url) {

            private static final int MOST_DAYS = 60;

            public HuggingFace {
                Addresses.check("url", url, "https", "http");
                positive("every", every);
                if (days < 1 || days > MOST_DAYS) {
                    throw new BadValue("days", "must be from 1 to " + MOST_DAYS);
                }
            }
        }

        private static void positive(String key, Duration span) {
            if (!span.isPositive()) {
                throw new BadValue(key, "must be a positive span such as PT1H");
            }
        }
    }
}
