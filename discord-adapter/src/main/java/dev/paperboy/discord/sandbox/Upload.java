package dev.paperboy.discord.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** A file sent along with a message. */
record Upload(String name, long size) {
    static final long LIMIT = 10L * 1024 * 1024;

    ObjectNode attachment(String id) {
        String url = "https://cdn.discordapp.com/attachments/" + World.GUILD + "/" + id + "/" + name;
        return Json.object()
                .put("id", id)
                .put("filename", name)
                .put("size", size)
                .put("url", url)
                .put("proxy_url", url);
    }
}
