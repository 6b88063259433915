package dev.paperboy.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest.ConversationsHistoryRequestBuilder;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.methods.response.reactions.ReactionsGetResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Reaction;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.WebhookResponse;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls Slack's Web API and response URLs, through the one {@link Slack} of this connection and at Slack's pace. A call
 * is repeated where Slack certainly did nothing: after 429, by its {@code Retry-After}, or without a connection. After
 * a lost answer it is repeated only if doing it twice is as good as once; else nobody can say whether it was done.
 */
final class SlackClient implements AutoCloseable {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String POST = "chat.postMessage";
    private static final String RESPONSE_URL = "response_url";
    private static final String UPLOAD = "file upload";
    private static final String DOWNLOAD = "file download";
    private static final String SHARE = "files.completeUploadExternal";
    private static final MediaType OCTETS = MediaType.get("application/octet-stream");

    /** What it means to make a call twice. */
    private enum Twice {
        /** The same as once. */
        HARMLESS,
        /** Two messages where one was meant. */
        HARMFUL
    }

    private final SlackAccess access;
    private final Slack slack;
    private final MethodsClient methods;
    private final SlackPace pace;
    /** How long a post may wait for its turn: what is sent later could outlast {@link ChatSurface#LONGEST_POST}. */
    private final Duration longestTurn;

    SlackClient(SlackAccess access) {
        this(access, SlackPace.real(), PATIENCE);
    }

    /**
     * A client.
     *
     * @param patience how long to wait for an answer; a whole call takes twice as long at most
     */
    SlackClient(SlackAccess access, SlackPace pace, Duration patience) {
        this.access = access;
        this.pace = pace;
        this.longestTurn = ChatSurface.LONGEST_POST.minus(patience.multipliedBy(2));
        this.slack = slack(access, patience);
        this.methods = slack.methods(access.botToken());
    }

    private static Slack slack(SlackAccess access, Duration patience) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(access.apiUrl().toString());
        config.setStatsEnabled(false);
        config.setHttpClientReadTimeoutMillis((int) patience.toMillis());
        if (access.isLoopback()) {
            config.setProxyUrl(null);
        }
        // OkHttp would silently send a POST again when a reused connection dies, and the message would stand twice.
        // A redirect would be followed past the check of hosts, and Slack makes none.
        OkHttpClient.Builder http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .callTimeout(patience.multipliedBy(2))
                .followRedirects(false)
                .addInterceptor(new SlackHosts(access));
        SlackSending.addTo(http);
        if (access.isLoopback()) {
            http.proxy(Proxy.NO_PROXY);
        }
        SlackHttpClient client = new SlackHttpClient(http.build());
        client.setConfig(config);
        return Slack.getInstance(config, client);
    }

    Slack slack() {
        return slack;
    }

    SlackAccess access() {
        return access;
    }

    /** Who we are; tried once. */
    AuthTestResponse authTest() {
        return asked(() -> call("auth.test", () -> methods.authTest(request -> request)));
    }

    /** An address to open a WebSocket to; tried once. */
    String openConnection(String appToken) {
        AppsConnectionsOpenResponse answer = asked(
                () -> call(SlackTroubles.OPEN, () -> methods.appsConnectionsOpen(request -> request.token(appToken))));
        return answer.getUrl();
    }

    UsersInfoResponse userInfo(String user) {
        return ask("users.info", () -> methods.usersInfo(request -> request.user(user)));
    }

    ConversationsInfoResponse channelInfo(String channel) {
        return ask("conversations.info", () -> methods.conversationsInfo(request -> request.channel(channel)));
    }

    /**
     * A page of what was written in a channel since a moment, with the metadata: the earliest on the first page.
     *
     * @param oldest a time stamp; what is older is left out
     * @param cursor where the page before ended, or ""
     */
    ConversationsHistoryResponse historySince(String channel, String oldest, String cursor) {
        return history(page(channel, oldest, cursor).includeAllMetadata(true), () -> {});
    }

    /**
     * A page of what was written in a channel from one message to another, these included: the latest on the first page.
     *
     * @param asking run each time that Slack is asked, when its turn has come
     */
    ConversationsHistoryResponse historyBetween(
            String channel, String oldest, String latest, String cursor, Runnable asking) {
        return history(page(channel, oldest, cursor).latest(latest).inclusive(true), asking);
    }

    private static ConversationsHistoryRequestBuilder page(String channel, String oldest, String cursor) {
        return ConversationsHistoryRequest.builder()
                .channel(channel)
                .oldest(oldest)
                .cursor(cursor.isEmpty() ? null : cursor)
                .limit(SlackLimits.HISTORY_PAGE);
    }

    private ConversationsHistoryResponse history(ConversationsHistoryRequestBuilder request, Runnable asking) {
        return ask("conversations.history", () -> {
            asking.run();
            return methods.conversationsHistory(request.build());
        });
    }

    /**
     * All reactions under a message, each with all who have reacted.
     *
     * @param asking as for {@link #historyBetween}
     */
    List<Reaction> reactions(String channel, String ts, Runnable asking) {
        ReactionsGetResponse answer = ask("reactions.get", () -> {
            asking.run();
            return methods.reactionsGet(
                    request -> request.channel(channel).timestamp(ts).full(true));
        });
        return answer.getMessage() == null
                ? List.of()
                : Objects.requireNonNullElse(answer.getMessage().getReactions(), List.of());
    }

    /** The conversation with a person, made if need be. */
    String openConversation(String person) {
        ConversationsOpenResponse answer =
                ask("conversations.open", () -> methods.conversationsOpen(request -> request.users(List.of(person))));
        return answer.getChannel().getId();
    }

    /**
     * Where a message stands.
     *
     * @param channel never a person's id
     */
    record Posted(String channel, String ts) {}

    /**
     * Posts when the channel's turn has come, and says where.
     *
     * @param channel a person's id means the conversation with them
     */
    Posted postMessage(String channel, SlackMessage message, ObjectNode metadata) {
        return postMessage(channel, null, message, metadata);
    }

    /** As {@link #postMessage}, into the thread under a message of the channel. */
    Posted postIntoThread(String channel, String under, SlackMessage message, ObjectNode metadata) {
        return postMessage(channel, under, message, metadata);
    }

    private Posted postMessage(String channel, @Nullable String thread, SlackMessage message, ObjectNode metadata) {
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .channel(channel)
                .threadTs(thread)
                .text(message.text())
                .blocksAsString(message.blocks().toString())
                .metadataAsString(metadata.toString())
                .mrkdwn(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
        long latest = pace.in(longestTurn);
        ChatPostMessageResponse answer = pace.inTurn(
                channel,
                () -> repeat(
                        POST, Twice.HARMFUL, () -> latest, () -> call(POST, () -> methods.chatPostMessage(request))));
        if (answer.getTs() == null || answer.getChannel() == null) {
            throw SlackTroubles.unreadable(POST, null);
        }
        return new Posted(answer.getChannel(), answer.getTs());
    }

    /** Brings a file to Slack, where nobody sees it yet, and says by which id it can be {@linkplain #share shared}. */
    String upload(String name, byte[] bytes) {
        String method = "files.getUploadURLExternal";
        FilesGetUploadURLExternalResponse place = ask(
                method,
                () -> methods.filesGetUploadURLExternal(
                        request -> request.filename(name).length(bytes.length)));
        RequestBody body = RequestBody.create(bytes, OCTETS);
        repeat(UPLOAD, Twice.HARMLESS, () -> uploadOnce(place.getUploadUrl(), body));
        return place.getFileId();
    }

    /** The address is a secret, so no error names it. */
    private Response uploadOnce(String address, RequestBody body) {
        Request request = new Request.Builder().url(address).post(body).build();
        try (Response response =
                slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
            if (response.code() != 200) {
                throw SlackTroubles.ofStatus(UPLOAD, response.code(), response.header("Retry-After"));
            }
            return response;
        } catch (IOException e) {
            throw SlackTroubles.of(UPLOAD, e);
        }
    }

    /** The bytes of a file that somebody handed over. */
    byte[] download(String address, int atMost) {
        return asked(() -> repeat(DOWNLOAD, Twice.HARMLESS, () -> downloadOnce(address, atMost)));
    }

    /** Whoever may not read a file is led to a page where people sign in. */
    private byte[] downloadOnce(String address, int atMost) {
        Request request = new Request.Builder()
                .url(address)
                .header("Authorization", "Bearer " + access.botToken())
                .build();
        try (Response response =
                slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
            String type = response.header("Content-Type", "");
            if (response.isRedirect() || (response.code() == 200 && type != null && type.startsWith("text/html"))) {
                throw SlackTroubles.of(DOWNLOAD, "missing_scope");
            }
            if (response.code() != 200) {
                throw SlackTroubles.ofStatus(DOWNLOAD, response.code(), response.header("Retry-After"));
            }
            return response.body().byteStream().readNBytes(atMost);
        } catch (IOException e) {
            throw SlackTroubles.of(DOWNLOAD, e);
        }
    }

    /** Shows somebody the app's home tab. */
    void publishView(String user, ObjectNode view) {
        ask(
                "views.publish",
                () -> methods.viewsPublish(request -> request.userId(user).viewAsString(view.toString())));
    }

    /** Opens a window in front of somebody; tried once, as its trigger lives for three seconds. */
    void openView(String trigger, ObjectNode view) {
        asked(() -> call(
                "views.open",
                () -> methods.viewsOpen(request -> request.triggerId(trigger).viewAsString(view.toString()))));
    }

    /** Shows an uploaded file in a channel. */
    void share(String file, String name, String channel) {
        FileDetails details = FileDetails.builder().id(file).title(name).build();
        pace.inTurn(
                channel,
                () -> repeat(
                        SHARE,
                        Twice.HARMFUL,
                        () -> call(
                                SHARE,
                                () -> methods.filesCompleteUploadExternal(request ->
                                        request.files(List.of(details)).channelId(channel)))));
    }

    /** Lets a message of ours say something else. */
    void update(String channel, String ts, SlackMessage message, ObjectNode metadata) {
        ChatUpdateRequest request = ChatUpdateRequest.builder()
                .channel(channel)
                .ts(ts)
                .text(message.text())
                .blocksAsString(message.blocks().toString())
                .metadataAsString(metadata.toString())
                .build();
        repeat("chat.update", Twice.HARMLESS, () -> call("chat.update", () -> methods.chatUpdate(request)));
    }

    /** Posts what one person alone sees. */
    void postEphemeral(String channel, String user, SlackMessage message) {
        ChatPostEphemeralRequest request = ChatPostEphemeralRequest.builder()
                .channel(channel)
                .user(user)
                .text(message.text())
                .blocksAsString(message.blocks().toString())
                .build();
        repeat(
                "chat.postEphemeral",
                Twice.HARMFUL,
                () -> call("chat.postEphemeral", () -> methods.chatPostEphemeral(request)));
    }

    /** Posts to a response URL what everybody sees, anew. */
    void respond(String responseUrl, ObjectNode body) {
        repeat(RESPONSE_URL, Twice.HARMFUL, () -> respondOnce(responseUrl, body));
    }

    /** Posts to a response URL what takes a message's place, or what one person sees: better twice than not at all. */
    void respondSurely(String responseUrl, ObjectNode body) {
        repeat(RESPONSE_URL, Twice.HARMLESS, () -> respondOnce(responseUrl, body));
    }

    private WebhookResponse respondOnce(String responseUrl, ObjectNode body) {
        try {
            WebhookResponse response = slack.send(responseUrl, body.toString());
            if (response.getCode() != 200) {
                throw SlackTroubles.ofStatus(RESPONSE_URL, response.getCode(), retryAfter(response));
            }
            return response;
        } catch (IOException e) {
            throw SlackTroubles.of(RESPONSE_URL, e);
        }
    }

    private static @Nullable String retryAfter(WebhookResponse response) {
        List<String> values = response.getHeaders().get("retry-after");
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** A question; one whose answer gets lost may be put again. */
    private <T extends SlackApiTextResponse> T ask(String method, Call<T> call) {
        return asked(() -> repeat(method, Twice.HARMLESS, () -> call(method, call)));
    }

    /** Nothing is in doubt when the answer to a question gets lost. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ChatException e) {
            throw e.kind() == ChatException.Kind.UNKNOWN
                    ? new ChatException(ChatException.Kind.UNAVAILABLE, "Slack left a question without an answer", e)
                    : e;
        }
    }

    private <T> T repeat(String method, Twice twice, Supplier<T> work) {
        return repeat(method, twice, () -> pace.in(SlackPace.LONGEST_WAIT), work);
    }

    /** @param latest until when each attempt may wait for its turn */
    private <T> T repeat(String method, Twice twice, LongSupplier latest, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            pace.await(method, latest.getAsLong());
            try {
                return work.get();
            } catch (ChatException trouble) {
                trouble.retryAfter().ifPresent(wait -> pace.shut(method, wait));
                if (attempt >= attempts(trouble, twice)) {
                    throw trouble;
                }
                if (trouble.retryAfter().isEmpty()) {
                    pace.rest(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
                }
            }
        }
    }

    /** How often to try when this is the trouble. */
    private static int attempts(ChatException trouble, Twice twice) {
        if (SlackTroubles.isSafeToRepeat(trouble)) {
            Duration wait = trouble.retryAfter().orElse(Duration.ZERO);
            return wait.compareTo(SlackPace.LONGEST_WAIT) <= 0 ? ATTEMPTS : 1;
        }
        return twice == Twice.HARMLESS && SlackTroubles.mayPass(trouble) ? 2 : 1;
    }

    /** One Web API call. */
    private interface Call<T> {
        T send() throws IOException, SlackApiException;
    }

    private static <T extends SlackApiTextResponse> T call(String what, Call<T> call) {
        T response = send(what, call);
        if (!response.isOk()) {
            throw SlackTroubles.of(what, Objects.requireNonNullElse(response.getError(), "nothing"));
        }
        return response;
    }

    private static <T> T send(String what, Call<T> call) {
        try {
            return call.send();
        } catch (SlackApiException e) {
            throw SlackTroubles.of(what, e);
        } catch (IOException e) {
            throw SlackTroubles.of(what, e);
        } catch (RuntimeException e) {
            // The SDK stumbles like this over an answer that is a web page, or nothing.
            throw SlackTroubles.unreadable(what, e);
        }
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's HTTP client did not close", e);
        }
    }
}
