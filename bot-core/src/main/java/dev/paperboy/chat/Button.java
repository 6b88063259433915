package dev.paperboy.chat;

import dev.paperboy.command.Request;
import java.net.URI;

/** Something to click under a message. */
public sealed interface Button {

    /** What stands on it: plain text, at most 75 characters. */
    String label();

    /** A click asks for something, as if the person had typed it. */
    record Ask(String label, Request request) implements Button {}

    /** A click asks for something that cannot be undone; it is to look like it. */
    record Danger(String label, Request request) implements Button {}

    /** A click opens a page. */
    record Link(String label, URI target) implements Button {}
}
