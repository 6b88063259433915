package dev.paperboy.slack.sandbox;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code files.getUploadURLExternal}, the upload, and {@code files.completeUploadExternal}; and files that people hand
 * over. The latest {@value #MOST}
 * files can be opened, until the stand-in stops.
 */
final class FileMethods {
    static final String UPLOADS = "/upload/v1/{ticket}";
    static final String FILES = "/files/{id}/{name}";
    static final String PRIVATE = "/files-pri/{id}/download";

    private static final int MOST = 100;
    /** Stands for a file's content on its way past the faults. */
    private static final String BYTES = "the bytes of a file";

    private final World world;
    private final Interactions interactions;
    private final FaultGate gate;
    private final Credentials credentials;
    private final Scopes scopes;
    private final Supplier<String> base;
    private final Map<String, Brought> files = new LinkedHashMap<>();
    private int number;

    /** A file on its way or there: nobody sees it before it is completed. */
    private static final class Brought {
        private final String id;
        private final String ticket;
        private final String name;
        private final int length;
        private byte @Nullable [] bytes;
        private boolean shared;

        Brought(String id, String name, int length) {
            this.id = id;
            this.name = name;
            this.length = length;
            this.ticket = UUID.randomUUID().toString();
        }
    }

    /** @param base where this stand-in serves, without a slash at the end */
    FileMethods(
            World world,
            Interactions interactions,
            FaultGate gate,
            Credentials credentials,
            Scopes scopes,
            Supplier<String> base) {
        this.world = world;
        this.interactions = interactions;
        this.gate = gate;
        this.credentials = credentials;
        this.scopes = scopes;
        this.base = base;
    }

    void addTo(Map<String, ApiMethod> methods) {
        methods.put("files.getUploadURLExternal", ApiMethod.of("files:write", 100, this::begin));
        methods.put("files.completeUploadExternal", ApiMethod.of("files:write", 100, this::complete));
    }

    /** Keeps a file that a person hands to the app in a window, and describes it to the app. */
    synchronized ObjectNode handOver(SandboxFile given, String user) {
        Brought file = make(given.name(), given.bytes().length);
        file.bytes = given.bytes();
        String address = base.get() + PRIVATE.replace("{id}", file.id);
        return Json.object()
                .put("id", file.id)
                .put("name", file.name)
                .put("title", file.name)
                .put("user", user)
                .put("size", file.length)
                .put("url_private", address)
                .put("url_private_download", address);
    }

    /** As Slack does, shows whoever may not read the file a page to sign in. */
    void download(Context ctx) {
        boolean known = ("Bearer " + credentials.botToken()).equals(ctx.header("Authorization"));
        byte[] bytes;
        synchronized (this) {
            Brought file = files.get(ctx.pathParam("id"));
            bytes = file == null ? null : file.bytes;
        }
        gate.pass(ctx, Exchange.Kind.WEB_API, "download", ctx.pathParam("id"), () -> {
            if (!known || !scopes.has("files:read")) {
                return Answer.error(302, "sign_in").with(Map.of("Location", base.get() + "/signin"));
            }
            return bytes == null ? Answer.error(404, "not_found") : Answer.plain(BYTES);
        });
        if (bytes != null && BYTES.equals(ctx.result())) {
            ctx.contentType("application/octet-stream").result(bytes);
        }
    }

    private Brought make(String name, int length) {
        Brought file = new Brought("F%08d".formatted(++number), name, length);
        files.put(file.id, file);
        if (files.size() > MOST) {
            files.remove(files.keySet().iterator().next());
        }
        return file;
    }

    private synchronized ObjectNode begin(Call call) {
        String name = call.required("filename");
        String length = call.required("length");
        if (!length.matches("[1-9]\\d{0,8}")) {
            throw SlackRefusal.bad("invalid_arguments", "[ERROR] length must be a number above 0");
        }
        Brought file = make(name, Integer.parseInt(length));
        return Json.object()
                .put("upload_url", base.get() + UPLOADS.replace("{ticket}", file.ticket))
                .put("file_id", file.id);
    }

    void upload(Context ctx) {
        byte[] bytes = ctx.bodyAsBytes();
        String ticket = ctx.pathParam("ticket");
        gate.pass(ctx, Exchange.Kind.WEB_API, "upload", bytes.length + " bytes", () -> take(ticket, bytes));
    }

    private synchronized Answer take(String ticket, byte[] bytes) {
        Optional<Brought> file = files.values().stream()
                .filter(each -> each.ticket.equals(ticket))
                .findFirst();
        if (file.isEmpty() || file.get().length != bytes.length) {
            return Answer.error(file.isEmpty() ? 404 : 400, "upload_failed");
        }
        file.get().bytes = bytes;
        return Answer.plain("OK - " + bytes.length);
    }

    private synchronized ObjectNode complete(Call call) {
        JsonNode wanted = call.json("files", "invalid_arguments")
                .filter(list -> list.isArray() && !list.isEmpty())
                .orElseThrow(() -> SlackRefusal.bad("invalid_arguments", "[ERROR] missing required field: files"));
        String channel = world.channel(call.required("channel_id"))
                .map(SlackChannel::id)
                .filter(id -> id.equals(call.text("channel_id")))
                .orElseThrow(() -> SlackRefusal.state("channel_not_found"));
        if (!world.isMember(channel, World.BOT_USER)) {
            throw SlackRefusal.state("not_in_channel");
        }
        ArrayNode described = Json.MAPPER.createArrayNode();
        wanted.forEach(each -> described.add(share(each)));
        ObjectNode content = Json.object().put("text", call.text("initial_comment"));
        content.set("files", described);
        Posted posted = world.post(channel, content, null);
        interactions
                .answeredBy(posted)
                .ifPresent(asked -> call.effects().add(() -> interactions.answer(asked, posted, content)));
        return Json.object().set("files", described);
    }

    private ObjectNode share(JsonNode wanted) {
        Brought file = files.get(Json.text(wanted, "id"));
        if (file == null || file.bytes == null || file.shared) {
            throw SlackRefusal.bad("file_not_found", "no uploaded file " + Json.text(wanted, "id"));
        }
        file.shared = true;
        String title = Json.text(wanted, "title");
        return Json.object()
                .put("id", file.id)
                .put("name", file.name)
                .put("title", title.isEmpty() ? file.name : title)
                .put("size", file.length)
                .put("url_private", base.get() + "/files/" + file.id + "/" + file.name);
    }

    void open(Context ctx) {
        byte[] bytes;
        synchronized (this) {
            Brought file = files.get(ctx.pathParam("id"));
            bytes = file == null || !file.shared || !file.name.equals(ctx.pathParam("name")) ? null : file.bytes;
        }
        if (bytes == null) {
            ctx.status(HttpStatus.NOT_FOUND).result("There is no such file any more.");
            return;
        }
        ctx.header("Content-Disposition", "attachment; filename=\"" + ctx.pathParam("name") + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/octet-stream")
                .result(bytes);
    }
}
