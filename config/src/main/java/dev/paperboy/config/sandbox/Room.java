package dev.paperboy.config.sandbox;

import java.util.Optional;

/**
 * A channel of a platform of the sandbox.
 *
 * @param id the platform's id
 * @param name the channel's, or {@code @ada} for the bot's conversation with ada
 * @param person the id of the one whose conversation with the bot it is; empty for a channel that everybody sees
 */
record Room(String id, String name, Optional<String> person) {}
