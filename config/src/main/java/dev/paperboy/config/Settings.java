package dev.paperboy.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.paper.Category;
import dev.paperboy.store.StoreUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set, checked. What each key means and its default stand in {@code config/paperboy.yaml}.
 *
 * @see SettingsReader
 */
public record Settings(Discord discord, Slack slack, Http http, Store store, Search search, Sources sources) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        if (slack.isConfigured()
                && slack.mode() == Slack.Mode.HTTP
                && http.port().isEmpty()) {
            throw new BadValue("slack.mode", "is http, so http.port is needed for Slack to call");
        }
    }

    /**
     * How Discord is reached.
     *
     * @param token the bot's token; empty for no Discord
     * @param restUrl where its REST calls go
     * @param gatewayUrl where its WebSocket goes
     */
    public record Discord(Optional<Secret> token, URI restUrl, URI gatewayUrl) {

        public Discord {
            Addresses.check("rest-url", restUrl, "https", "http");
            Addresses.check("gateway-url", gatewayUrl, "wss", "ws");
            if (Addresses.isLoopback(restUrl) != Addresses.isLoopback(gatewayUrl)) {
                throw new BadValue(
                        "gateway-url",
                        "and rest-url must both be on this machine or both elsewhere, or a token would go to the wrong one");
            }
            restUrl = Addresses.asFolder(restUrl);
            gatewayUrl = Addresses.asFolder(gatewayUrl);
        }

        public boolean isConfigured() {
            return token.isPresent();
        }
    }

    /**
     * How Slack is reached.
     *
     * @param botToken {@code xoxb-…}; empty for no Slack
     * @param appToken {@code xapp-…}, needed for {@link Mode#SOCKET}
     * @param signingSecret needed for {@link Mode#HTTP}
     * @param mode who calls whom
     * @param apiUrl where the Web API is
     */
    public record Slack(
            Optional<Secret> botToken,
            Optional<Secret> appToken,
            Optional<Secret> signingSecret,
            Mode mode,
            URI apiUrl) {

        /** How events arrive. */
        public enum Mode {
            /** Over a WebSocket that Paperboy opens. */
            SOCKET,
            /** As signed HTTP requests to Paperboy. */
            HTTP
        }

        public Slack {
            Addresses.check("api-url", apiUrl, "https", "http");
            apiUrl = Addresses.asFolder(apiUrl);
            if (botToken.isPresent() && mode == Mode.SOCKET && appToken.isEmpty()) {
                throw new BadValue("app-token", "is missing; mode socket needs it beside bot-token");
            }
            if (botToken.isPresent() && mode == Mode.HTTP && signingSecret.isEmpty()) {
                throw new BadValue("signing-secret", "is missing; mode http needs it beside bot-token");
            }
            if (botToken.isEmpty() && (appToken.isPresent() || signingSecret.isPresent())) {
                throw new BadValue("bot-token", "is missing, though another Slack secret is set");
            }
        }

        public boolean isConfigured() {
            return botToken.isPresent();
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
     * Where everything but the index is kept.
     *
     * @param url empty for the SQLite file in the home folder
     */
    public record Store(Optional<StoreUrl> url) {

        /** The file in the home folder. */
        public static final Store IN_HOME = new Store(Optional.empty());

        @JsonCreator
        static Store of(@JsonProperty("url") Optional<String> url) {
            try {
                return new Store(url.map(text -> StoreUrl.parse(text.strip())));
            } catch (IllegalArgumentException bad) {
                throw new BadValue("url", String.valueOf(bad.getMessage()));
            }
        }

        /** Where a home folder's store is. */
        public StoreUrl at(Home home) {
            return url.orElseGet(() -> new StoreUrl.Sqlite(home.database()));
        }
    }

    /**
     * How papers are found.
     *
     * @param byMeaning whether papers are embedded, so that they are found by meaning and not by their words alone
     */
    public record Search(boolean byMeaning) {}

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

        /**
         * arXiv.
         *
         * @param sets what is harvested by OAI-PMH
         * @param categories what is watched through the search API
         * @param url where OAI-PMH is
         * @param apiUrl where the search API is
         */
        public record Arxiv(
                boolean enabled,
                List<String> sets,
                List<String> categories,
                Period lookBack,
                Duration every,
                URI url,
                URI apiUrl) {

            public Arxiv {
                if (sets.stream().anyMatch(set -> set == null || set.isBlank())) {
                    throw new BadValue("sets", "must not hold an empty name");
                }
                if (new HashSet<>(sets).size() < sets.size()) {
                    throw new BadValue("sets", "must not name a set twice");
                }
                sets = List.copyOf(sets);
                categories = List.copyOf(categories);
                Addresses.check("url", url, "https", "http");
                Addresses.check("api-url", apiUrl, "https", "http");
                if (!categories.stream().allMatch(Category::looksLike)) {
                    throw new BadValue(
                            "categories", "must be categories as arXiv writes them, such as cs.CL or hep-th");
                }
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
