/** The platform-free language of a conversation: what comes in, what goes out, and the two ports between. */
@NullMarked
package dev.paperboy.chat;

import org.jspecify.annotations.NullMarked;
