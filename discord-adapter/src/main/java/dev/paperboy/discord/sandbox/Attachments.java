package dev.paperboy.discord.sandbox;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of messages, for people to open. The latest {@value #MOST} are kept, until the stand-in stops: on Discord
 * too, addresses of files end after a while.
 */
final class Attachments {
    static final String ROUTE = "/attachments/{guild}/{id}/{name}";

    private static final int MOST = 100;
    private static final String SCHEME = "attachment://";

    private final Supplier<String> base;
    private final Map<String, Upload> files = new LinkedHashMap<>();

    /** @param base where this stand-in serves, without a slash at the end */
    Attachments(Supplier<String> base) {
        this.base = base;
    }

    /** Keeps a file, and describes it as messages do. */
    synchronized ObjectNode keep(String id, Upload file) {
        files.put(id, file);
        if (files.size() > MOST) {
            files.remove(files.keySet().iterator().next());
        }
        String url = base.get() + "/attachments/" + World.GUILD + "/" + id + "/" + file.name();
        return Json.object()
                .put("id", id)
                .put("filename", file.name())
                .put("size", file.size())
                .put("url", url)
                .put("proxy_url", url);
    }

    /**
     * Lets components that show a file of their own message tell where it lies.
     *
     * @throws Refusal if the message has no file of that name
     */
    static void resolve(JsonNode components, ArrayNode attachments) {
        for (JsonNode component : components) {
            if (component.path("file") instanceof ObjectNode file
                    && Json.text(file, "url").startsWith(SCHEME)) {
                JsonNode found = named(Json.text(file, "url").substring(SCHEME.length()), attachments);
                file.put("url", Json.text(found, "url")).put("proxy_url", Json.text(found, "url"));
                file.put("attachment_id", Json.text(found, "id"));
                ((ObjectNode) component)
                        .put("name", Json.text(found, "filename"))
                        .put("size", Json.number(found, "size"));
            }
            resolve(component.path("components"), attachments);
        }
    }

    private static JsonNode named(String name, ArrayNode attachments) {
        for (JsonNode attachment : attachments) {
            if (Json.text(attachment, "filename").equals(name)) {
                return attachment;
            }
        }
        throw Refusal.violation(400, 50035, "The referenced attachment was not found: " + name);
    }

    void serve(Context ctx) {
        Upload file;
        synchronized (this) {
            file = files.get(ctx.pathParam("id"));
        }
        if (file == null || !file.name().equals(ctx.pathParam("name"))) {
            ctx.status(HttpStatus.NOT_FOUND).result("This content is no longer available.");
            return;
        }
        ctx.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/octet-stream")
                .result(file.bytes());
    }
}
