package dev.paperboy.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Request;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * Requests that name a channel by its id alone. JDA's own way leads over its cache, which is empty during an outage of
 * a server, while a session is built anew and for every archived thread; what is missing there need not be gone.
 */
final class DiscordRest {
    private static final int PAGE = 100;

    private final JDA jda;

    DiscordRest(JDA jda) {
        this.jda = jda;
    }

    /**
     * Waits for a request and gives it up when patience ends; what was under way may have reached Discord. JDA knows
     * deadlines too, but looks at them only when a rate limit lets go of the request, which may be never.
     */
    static <T> T await(RestAction<T> action, Duration patience)
            throws InterruptedException, TimeoutException, ExecutionException {
        CompletableFuture<T> request = action.submit();
        try {
            return request.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            request.cancel(true);
        }
    }

    /** Posts a message and gives its id; a repeat with the same mark within minutes gives the first one's. */
    RestAction<String> post(String channel, MessageCreateData message, DiscordMark mark) {
        Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(channel);
        DataObject body = mark.on(message.toData());
        BiFunction<Response, Request<String>, String> id =
                (response, request) -> response.getObject().getString("id");
        var files = message.getAllDistinctFiles();
        return files.isEmpty()
                ? new RestActionImpl<>(jda, route, body, id)
                : new RestActionImpl<>(
                        jda,
                        route,
                        AttachedFile.createMultipartBody(files, body).build(),
                        id);
    }

    /** The first messages after an id, as many as a page takes. */
    RestAction<List<DataObject>> messages(String channel, String after) {
        return new RestActionImpl<>(
                jda,
                Route.Messages.GET_MESSAGE_HISTORY
                        .compile(channel)
                        .withQueryParams("limit", String.valueOf(PAGE), "after", after),
                (response, request) ->
                        response.getArray().stream(DataArray::getObject).toList());
    }

    /** Opens the conversation with a person and gives its id. */
    RestAction<String> conversation(String person) {
        return new RestActionImpl<>(
                jda,
                Route.Self.CREATE_PRIVATE_CHANNEL.compile(),
                DataObject.empty().put("recipient_id", person),
                (response, request) -> response.getObject().getString("id"));
    }

    RestAction<Void> react(String channel, String message, String emoji) {
        return new RestActionImpl<>(jda, Route.Messages.ADD_REACTION.compile(channel, message, emoji, "@me"));
    }

    /** The emoji that stand under a message, as Discord writes them. */
    RestAction<Set<String>> emojis(String channel, String message) {
        return new RestActionImpl<>(
                jda,
                Route.Messages.GET_MESSAGE.compile(channel, message),
                (response, request) -> response.getObject().optArray("reactions").orElseGet(DataArray::empty).stream(
                                DataArray::getObject)
                        .map(reaction -> reaction.getObject("emoji").getString("name", ""))
                        .collect(Collectors.toSet()));
    }

    /** Everybody whose reaction with an emoji stands under a message; page by page, waiting for each. */
    List<String> reactors(String channel, String message, String emoji, Duration patience)
            throws InterruptedException, TimeoutException, ExecutionException {
        List<String> all = new ArrayList<>();
        List<String> page;
        do {
            page = page(channel, message, emoji, all.isEmpty() ? "0" : all.getLast())
                    .complete();
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private RestAction<List<String>> page(String channel, String message, String emoji, String after) {
        return new RestActionImpl<>(
                jda,
                Route.Messages.GET_REACTION_USERS
                        .compile(channel, message, emoji)
                        .withQueryParams("limit", String.valueOf(PAGE), "after", after),
                (response, request) -> response.getArray().stream(DataArray::getObject)
                        .map(user -> user.getString("id"))
                        .toList());
    }
}
