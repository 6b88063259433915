package dev.paperboy.chat;

/**
 * A person on one platform.
 *
 * @param platform which chat
 * @param space the Slack workspace; empty on Discord, where a person is the same in every server
 * @param id the platform's id; empty in place of somebody who had it wiped
 */
public record UserRef(Platform platform, String space, String id) {

    /** Whether all that was known of the person is wiped, so that nobody can be written to. */
    public boolean isForgotten() {
        return id.isEmpty();
    }
}
