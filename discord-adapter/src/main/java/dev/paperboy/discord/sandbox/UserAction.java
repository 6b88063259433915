package dev.paperboy.discord.sandbox;

import java.util.concurrent.CompletableFuture;

/**
 * Something a person did.
 *
 * @param interactionId Discord's id of it; empty when their client refused to send it, and for reactions
 * @param reply completes with the whole answer, or with the reason why none came; never exceptionally
 */
public record UserAction(String interactionId, CompletableFuture<SandboxReply> reply) {

    static UserAction refused(String why) {
        return new UserAction("", CompletableFuture.completedFuture(SandboxReply.refused(why)));
    }
}
